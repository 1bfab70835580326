import { describe, expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { answered } from '../../../src/response/response.ts';
import { heightOf } from '../../../src/spreadsheet/plan/printedPage.ts';
import type { SheetPlan } from '../../../src/spreadsheet/plan/sheetPlan.ts';
import { widthOf } from '../../../src/spreadsheet/style/rowHeight.ts';
import type { IssueDetails } from '../../../src/workbook/layout/content.ts';
import { issuedFor } from '../../issued.ts';
import { planFor, plannedSheet, shown, textAt } from '../../planned.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { responseWith } from '../../tools/responseWith.ts';

const coverFor = (
  instrument: Instrument,
  changes: Partial<IssueDetails> = {},
  answers: Parameters<typeof responseWith>[1] = {},
): SheetPlan =>
  plannedSheet(planFor(instrument, issuedFor(instrument, changes), responseWith(instrument, answers)), 'Cover');

/** The rows of a table as people read them, with its headings. */
function tableOf(plan: SheetPlan, name: string): readonly (readonly string[])[] {
  const table = plan.tables.find((one) => one.name === name);
  if (table === undefined) throw new Error(`The sheet has no table ${name}`);
  return Array.from({ length: table.rows + 1 }, (_, index) =>
    table.headings.map((_heading, column) => textAt(plan, table.row + index, column + 1)),
  );
}

const returnTo = 'returns@region.example';

test('the first lines say by when, where to and how far one has come', () => {
  const cover = coverFor(sampleInstrument, { returnTo }, { '1.1.1 score': answered(2) });
  expect([4, 5, 6].map((row) => [textAt(cover, row, 1), textAt(cover, row, 2)])).toEqual([
    ['Return by', '12:00 (UK time) on Friday 18 December 2026'],
    ['Return to', returnTo],
    ['How far you are', 'Incomplete. Answered 1 of 5 questions that apply. 5 things to do.'],
  ]);
});

test('the address is a link for a message', () => {
  const { cells } = coverFor(sampleInstrument, { returnTo });
  expect(cells.map(({ content }) => content)).toContainEqual({ text: returnTo, address: `mailto:${returnTo}` });
});

test('without an address the partner replies to the message', () => {
  expect(textAt(coverFor(sampleInstrument), 5, 2)).toContain('Reply to the message');
});

test('each sheet to fill in says how far it is, as a share that only the complete have in full', () => {
  const [headings, needs, supply, ...others] = tableOf(
    coverFor(sampleInstrument, {}, { '1.1.1 score': answered(3), '1.1.1 evidence': answered('Minutes') }),
    'contents_fill_in',
  );
  expect(headings).toEqual(['Fill in', 'What it contains', 'Answered', 'Done', 'State']);
  expect(needs).toEqual(['1 Needs', 'Needs', '1 of 3 questions', '0.33', 'Incomplete']);
  expect(supply?.slice(2)).toEqual(['0 of 2 questions', '0', 'Incomplete']);
  expect(others.map((row) => row[2])).toEqual(others.map(() => '0 rows'));
});

test('the identity of the workbook comes last', () => {
  const { tables } = coverFor(sampleInstrument);
  expect(tables.map(({ name }) => name)).toEqual(['steps', 'contents_fill_in', 'contents_read', 'about']);
});

test('a worked example has neither a deadline nor an address', () => {
  const cover = coverFor(sampleInstrument, { workedExample: 'An example.', returnTo });
  const texts = cover.cells.map(({ content }) => shown(content));
  expect(texts).not.toContain('Return by');
  expect(texts).not.toContain(returnTo);
});

/** Points of the grid that a screen of 1366 by 768 pixels leaves, at 96 pixels to an inch. */
const grid = { width: 1320 * 0.75, height: 480 * 0.75 } as const;

describe.each(instruments.map((instrument) => [instrument.key, instrument] as const))('%s', (_key, instrument) => {
  test('deadline, address, progress and all steps are on the first screen', () => {
    const cover = coverFor(instrument, { returnTo });
    const steps = cover.tables.find(({ name }) => name === 'steps');
    expect(cover.zoom).toBe(100);
    expect(widthOf(cover.widths)).toBeLessThan(grid.width);
    expect(heightOf(cover, 1, (steps?.row ?? 0) + (steps?.rows ?? 0))).toBeLessThan(grid.height);
  });
});
