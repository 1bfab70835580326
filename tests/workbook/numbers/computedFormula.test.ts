import { describe, expect, test } from 'vitest';
import type { ComputedField } from '../../../src/instrument/model/schema.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { computedFormula } from '../../../src/workbook/numbers/computedFormula.ts';
import { fundedInstrument } from '../../fundedInstrument.ts';
import { issuedFor } from '../../issued.ts';
import { kindsInstrument, sumFields } from '../../kindsInstrument.ts';
import { planFor, plannedSheet } from '../../planned.ts';
import { responseWith } from '../../tools/responseWith.ts';

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

  test('is the cell with the total of other rows, which are collected', () => {
    expect(formula(sumFields.spent)).toBe("'Collected answers'!$T$4");
    expect(formula(sumFields.staff)).toBe("'Collected answers'!$T$5");
  });
});

describe('what a row counts in a total', () => {
  const { cells: planned } = plannedSheet(
    planFor(fundedInstrument, issuedFor(fundedInstrument), responseWith(fundedInstrument, {})),
    'Collected answers',
  );
  const { totals = [] } = layoutOf(fundedInstrument).collected;
  const formulas = (key: string): readonly string[] => {
    const column = totals.find(({ total, section: { key: of } }) => total.in === key && of !== '')?.column;
    return planned.flatMap((cell) =>
      cell.column === column && typeof cell.content === 'object' && 'formula' in cell.content
        ? [cell.content.formula]
        : [],
    );
  };

  test('is its number, nothing if it is passed over, or a word as long as it is missing', () => {
    const [first, second, third] = formulas('2');
    expect(first).toMatch(
      /^IFERROR\(IF\(AND\(ISNUMBER.*,'2 Services'!\$E\$6,IF\(AND\(OR\(C6="Not applicable"\),TRIM\('2 Services'!\$E\$6\)=""\),"","Unanswered"\)\),"Unanswered"\)$/,
    );
    expect(second).toContain('OR(C7="Not applicable",C7="Optional, blank")');
    expect(third).toMatch(/^IFERROR\(IF\(OR\('2 Services'!.*<>"Yes"\),"",/);
    expect(formulas('projects')[0]).toMatch(/^IFERROR\(IF\(OR\(OR\('Projects'!\$A\$4<>"Fill in this sheet.",COUNTA\(/);
  });
});
