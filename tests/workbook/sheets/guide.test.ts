import { describe, expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import { needsOutcomesOptions } from '../../../definitions/needs-outcomes-options.ts';
import { pctSelfAssessment } from '../../../definitions/pct-self-assessment.ts';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { viewsOf } from '../../../src/instrument/model/traverse.ts';
import { writeWorkbook } from '../../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../../issued.ts';
import { sampleDefinition } from '../../sampleInstrument.ts';
import { openWritten } from '../../tools/lint/openWritten.ts';

/** Topic and text of each row of the Guide. */
const guideOf = (instrument: Instrument): Promise<readonly (readonly [topic: string, text: string])[]> =>
  rowsOf(instrument, 'Guide');

/** The first two cells of each row of a sheet's table. */
async function rowsOf(instrument: Instrument, sheet: string): Promise<readonly (readonly [string, string])[]> {
  const { sheets } = openWritten(await writeWorkbook(instrument, issuedFor(instrument)));
  const cells = sheets.find(({ name }) => name === sheet)?.cells ?? [];
  const inColumn = (column: number) => cells.filter((cell) => cell.column === column && cell.row > 4);
  const texts = new Map(inColumn(2).map(({ row, content }) => [row, content]));
  return inColumn(1).map(({ row, content }) => [content ?? '', texts.get(row) ?? '']);
}

describe('the Guide', () => {
  test('says what each part of the scorecard means that is no section, and which questions count for it', async () => {
    const guide = await guideOf(sampleDefinition);
    expect(guide).toContainEqual(['People', 'About people. Questions: 1.1.1, 1.2.1, 2.1.2.']);
    expect(guide).toContainEqual(['Money', 'About money. Questions: 1.1.2, 2.1.1.']);
    expect(guide.filter(([topic]) => topic === 'Needs')).toEqual([]);
  });

  test('explains the four perspectives of the PCT self-assessment, with each of its 44 questions once', async () => {
    const titles = viewsOf(pctSelfAssessment).flatMap((view) => (view.by === 'group' ? view.groups : []));
    const guide = await guideOf(pctSelfAssessment);
    const rows = titles.map(({ title }) => guide.find(([topic]) => topic === title)?.[1] ?? '');
    for (const [index, { meaning }] of titles.entries()) expect(rows[index]).toContain(meaning);
    const questions = rows.flatMap((text) => text.match(/\b\d\.\d\.\d\b/g) ?? []);
    expect(new Set(questions).size).toBe(44);
    expect(questions).toHaveLength(44);
  });

  test('ends with the colours', async () => {
    const guide = await guideOf({ ...sampleDefinition, sourceNote: ['Scorebook added the scale.'] });
    expect(guide.at(-1)?.[0]).toBe('Amber');
  });

  test.each([
    ['with colours', pctSelfAssessment, 'What this self-assessment is for, how to score, and what the colours mean.'],
    ['without', needsOutcomesOptions, 'What this self-assessment is for, and how to score.'],
  ])('says under its title and on the cover what it is about: %s', async (_what, instrument, subjects) => {
    const { sheets } = openWritten(await writeWorkbook(instrument, issuedFor(instrument)));
    const cells = sheets.find(({ name }) => name === 'Guide')?.cells ?? [];
    expect(cells.find(({ address }) => address === 'A2')?.content).toBe(subjects);
    const cover = sheets.find(({ name }) => name === 'Cover')?.cells ?? [];
    expect(cover.map(({ content }) => content)).toContain(subjects);
  });
});

describe('the notes on the source', () => {
  /** Number and note of each row. */
  const notesOf = (instrument: Instrument): Promise<readonly (readonly [number: string, note: string])[]> =>
    rowsOf(instrument, 'About the source');

  test('have a sheet of their own, one to a row', async () => {
    const sourceNote = ['Scorebook added the scale.', 'The source has no date.'];
    expect(await notesOf({ ...sampleDefinition, sourceNote })).toEqual([
      ['1', 'Scorebook added the scale.'],
      ['2', 'The source has no date.'],
    ]);
  });

  test('have no sheet where there are none', async () => {
    const { sheets } = openWritten(await writeWorkbook(sampleDefinition, issuedFor(sampleDefinition)));
    expect(sheets.map(({ name }) => name)).not.toContain('About the source');
  });

  test.each(instruments.map((instrument) => [instrument.key, instrument] as const))(
    'of %s say first what Scorebook added',
    async (_key, instrument) => {
      const notes = await notesOf(instrument);
      expect(notes.map(([, text]) => text)).toEqual(instrument.sourceNote);
      expect(notes[0]?.[1]).toMatch(/^Added by Scorebook, and not in the source: /);
    },
  );
});
