import { describe, expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import { needsOutcomesOptions } from '../../../definitions/needs-outcomes-options.ts';
import { pctSelfAssessment } from '../../../definitions/pct-self-assessment.ts';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { viewsOf } from '../../../src/instrument/model/traverse.ts';
import { planFor, plannedSheet, textAt } from '../../planned.ts';
import { sampleDefinition } from '../../sampleInstrument.ts';

/** Topic and text of each row of the Guide. */
const guideOf = (instrument: Instrument): readonly (readonly [topic: string, text: string])[] =>
  rowsOf(instrument, 'Guide');

/** The first two cells of each row of a sheet's table. */
function rowsOf(instrument: Instrument, name: string): readonly (readonly [string, string])[] {
  const sheet = plannedSheet(planFor(instrument), name);
  return sheet.cells
    .filter(({ row, column }) => row > 4 && column === 1)
    .map(({ row }) => [textAt(sheet, row, 1), textAt(sheet, row, 2)]);
}

describe('the Guide', () => {
  test('says what each part of the scorecard means that is no section, and which questions count for it', () => {
    const guide = guideOf(sampleDefinition);
    expect(guide).toContainEqual(['People', 'About people. Questions: 1.1.1, 1.2.1, 2.1.2.']);
    expect(guide).toContainEqual(['Money', 'About money. Questions: 1.1.2, 2.1.1.']);
    expect(guide.filter(([topic]) => topic === 'Needs')).toEqual([]);
  });

  test('explains the four perspectives of the PCT self-assessment, with each of its 44 questions once', () => {
    const titles = viewsOf(pctSelfAssessment).flatMap((view) => (view.by === 'group' ? view.groups : []));
    const guide = guideOf(pctSelfAssessment);
    const rows = titles.map(({ title }) => guide.find(([topic]) => topic === title)?.[1] ?? '');
    for (const [index, { meaning }] of titles.entries()) expect(rows[index]).toContain(meaning);
    const questions = rows.flatMap((text) => text.match(/\b\d\.\d\.\d\b/g) ?? []);
    expect(new Set(questions).size).toBe(44);
    expect(questions).toHaveLength(44);
  });

  test('ends with the colours', () => {
    const guide = guideOf({ ...sampleDefinition, sourceNote: ['Scorebook added the scale.'] });
    expect(guide.at(-1)?.[0]).toBe('Amber');
  });

  test.each([
    ['with colours', pctSelfAssessment, 'What this self-assessment is for, how to score, and what the colours mean.'],
    ['without', needsOutcomesOptions, 'What this self-assessment is for, and how to score.'],
  ])('says under its title and on the cover what it is about: %s', (_what, instrument, subjects) => {
    const plan = planFor(instrument);
    expect(textAt(plannedSheet(plan, 'Guide'), 2, 1)).toBe(subjects);
    expect(plannedSheet(plan, 'Cover').cells.map(({ content }) => content)).toContain(subjects);
  });
});

describe('the notes on the source', () => {
  /** Number and note of each row. */
  const notesOf = (instrument: Instrument): readonly (readonly [number: string, note: string])[] =>
    rowsOf(instrument, 'About the source');

  test('have a sheet of their own, one to a row', () => {
    const sourceNote = ['Scorebook added the scale.', 'The source has no date.'];
    expect(notesOf({ ...sampleDefinition, sourceNote })).toEqual([
      ['1', 'Scorebook added the scale.'],
      ['2', 'The source has no date.'],
    ]);
  });

  test('have no sheet where there are none', () => {
    expect(planFor(sampleDefinition).sheets.map(({ name }) => name)).not.toContain('About the source');
  });

  test.each(instruments.map((instrument) => [instrument.key, instrument] as const))(
    'of %s say first what Scorebook added',
    (_key, instrument) => {
      const notes = notesOf(instrument);
      expect(notes.map(([, text]) => text)).toEqual(instrument.sourceNote);
      expect(notes[0]?.[1]).toMatch(/^Added by Scorebook, and not in the source: /);
    },
  );
});
