import { describe, expect, test } from 'vitest';
import type { ComputedField } from '../../../src/instrument/model/schema.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { computedFormula } from '../../../src/workbook/numbers/computedFormula.ts';
import { kindsInstrument, sumFields } from '../../kindsInstrument.ts';

const layout = layoutOf(kindsInstrument);
const { section } = layout.items.find(({ name }) => name === '2 Sums') ?? layout.items[0] ?? {};

const cells: Readonly<Record<string, string>> = { health: 'C5', council: 'D5', places: 'E5', total: 'F5' };

const formula = (field: ComputedField): string =>
  section === undefined ? '' : computedFormula(layout, section, field, (key) => cells[key] ?? '');

const money = (cell: string, least: number) => `AND(ISNUMBER(${cell}),${cell}>=${least},${cell}<=999999999999999)`;

/** That other programs come to the same as `scoring/` is tested in kindsSavedAgain. */
describe('the formula of a computed figure', () => {
  test('adds numbers that its parts take, rounded where programs add differently', () => {
    expect(formula(sumFields.total)).toBe(`IFERROR(IF(AND(${money('C5', 1)},${money('D5', 0)}),ROUND(C5+D5,4),""),"")`);
    expect(formula(sumFields.gap)).toContain('ROUND(D5-C5,4)');
  });

  test('divides by nothing that is 0', () => {
    expect(formula(sumFields.part)).toBe(`IFERROR(IF(AND(${money('C5', 1)},ISNUMBER(F5),F5<>0),C5/F5,""),"")`);
  });

  test('adds up a column if every row that has been started has its number', () => {
    expect(formula(sumFields.spent)).toMatch(
      /^IFERROR\(IF\(AND\((?<started>\(3-COUNTIF\(.*">"&3\)\))>0,COUNT\('Costs'!\$E\$5:\$E\$7\)=\k<started>\),ROUND\(SUM\(.*\),4\),""\),""\)$/,
    );
  });
});
