import { describe, expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import { heightOf, pageHeight, printScale } from '../../../src/spreadsheet/plan/printedPage.ts';
import type { SheetPlan } from '../../../src/spreadsheet/plan/sheetPlan.ts';
import { styleOf } from '../../../src/spreadsheet/style/theme.ts';
import { correctionsOf } from '../../../src/workbook/read/correctionsOf.ts';
import { issuedFor } from '../../issued.ts';
import { planFor, plannedSheet } from '../../planned.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { responseWith } from '../../tools/responseWith.ts';

/** The size of the smallest text of a sheet on A4, in points. */
const printedSize = (plan: SheetPlan): number =>
  Math.min(...plan.cells.map(({ role }) => styleOf(role).font?.size ?? 10)) * printScale(plan);

describe.each(instruments.map((instrument) => [instrument.key, instrument] as const))('%s', (_key, instrument) => {
  const corrections = correctionsOf(instrument, responseWith(instrument, {}), []);
  const { sheets } = planFor(instrument, issuedFor(instrument, { corrections }));
  const named = ['Cover', 'Corrections', 'Guide', 'Checklist', 'Action plan', 'Resources', 'About the source'];
  const references = (instrument.references ?? []).map(({ shortTitle }) => shortTitle);

  test.each(
    sheets.filter(({ name }) => [...named, ...references].includes(name)).map((sheet) => [sheet.name, sheet] as const),
  )('%s is printed in nine points or more', (_name, sheet) => {
    expect(printedSize(sheet)).toBeGreaterThanOrEqual(9);
  });
});

describe('an action plan', () => {
  const plan = plannedSheet(planFor(instruments[0] ?? sampleInstrument), 'Action plan');
  const { row = 0, rows = 0 } = plan.tables[0] ?? {};
  const { filled } = plan.print?.area ?? {};

  test('is printed with lines to write on, on one page, while nothing is planned', () => {
    const lined = plan.formats.find((format) => 'boxedWhen' in format && format.boxedWhen === `$C$${row + 1}=""`);
    expect(lined?.range).toBe(`A${row + 1}:G${(filled?.fromRow ?? 0) - 1}`);
    const left = pageHeight(plan) - heightOf(plan, 1, (filled?.fromRow ?? 0) - 1);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left).toBeLessThan(heightOf(plan, row + 1, row + 1));
  });

  test('ends in print with its last line, from the second page on', () => {
    expect(filled).toEqual({ column: 3, fromRow: expect.any(Number) });
    expect(filled?.fromRow).toBeLessThan(row + rows);
  });
});
