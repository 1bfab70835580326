import { describe, expect, test } from 'vitest';
import { instruments } from '../../definitions/index.ts';
import { needsOutcomesOptions } from '../../definitions/needs-outcomes-options.ts';
import { pctSelfAssessment } from '../../definitions/pct-self-assessment.ts';
import type { Instrument } from '../../src/instrument/schema.ts';
import { viewsOf } from '../../src/instrument/traverse.ts';
import { openWritten } from '../../src/spreadsheet/lint/openWritten.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { sampleDefinition } from '../sampleInstrument.ts';

/** Topic and text of each row of the Guide. */
async function guideOf(instrument: Instrument): Promise<readonly (readonly [topic: string, text: string])[]> {
  const { sheets } = openWritten(await writeWorkbook(instrument, issuedFor(instrument)));
  const cells = sheets.find(({ name }) => name === 'Guide')?.cells ?? [];
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

  test('ends with the notes on the source, one to a row, after the colours', async () => {
    const sourceNote = ['The scale is ours.', 'The source has no date.'];
    const guide = await guideOf({ ...sampleDefinition, sourceNote });
    expect(guide.slice(-2)).toEqual(sourceNote.map((note) => ['About the source', note]));
    expect(guide.at(-3)?.[0]).toBe('Amber');
  });

  test.each([
    ['colours, no notes', sampleDefinition, 'how to score, and what the colours mean.'],
    ['both', pctSelfAssessment, 'how to score, what the colours mean, and what is not from its source.'],
    ['notes, no colours', needsOutcomesOptions, 'how to score, and what is not from its source.'],
  ])('says under its title and on the cover what it is about: %s', async (_what, instrument, subjects) => {
    const { sheets } = openWritten(await writeWorkbook(instrument, issuedFor(instrument)));
    const cells = sheets.find(({ name }) => name === 'Guide')?.cells ?? [];
    expect(cells.find(({ address }) => address === 'A2')?.content).toBe(
      `What this self-assessment is for, ${subjects}`,
    );
    const cover = sheets.find(({ name }) => name === 'Cover')?.cells ?? [];
    expect(cover.map(({ content }) => content)).toContain(`What this self-assessment is for, ${subjects}`);
  });

  test.each(instruments.map((instrument) => [instrument.key, instrument] as const))(
    'of %s says first of its source what Scorebook added',
    async (_key, instrument) => {
      const notes = (await guideOf(instrument)).filter(([topic]) => topic === 'About the source');
      expect(notes.map(([, text]) => text)).toEqual(instrument.sourceNote);
      expect(notes[0]?.[1]).toMatch(/^Added by Scorebook, and not in the source: /);
    },
  );
});
