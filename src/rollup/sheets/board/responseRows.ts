import { sheetCell } from '../../../spreadsheet/model/address.ts';
import type { Formula } from '../../../spreadsheet/plan/content.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import { returned } from '../../load/rollUp.ts';
import type { RollUpContent } from '../parts/content.ts';
import { linkTo } from '../parts/formulas.ts';
import { responseColumns } from '../positions/response.ts';
import { returnsColumns } from '../positions/returns.ts';
import { type BoardRow, fitsAfter } from './boardRow.ts';
import { listNames } from './listNames.ts';
import { percentOf, sentence } from './sentence.ts';

/** How many partners returned, and who did not. */
export const responseRows = (content: RollUpContent): readonly BoardRow[] => [
  { topic: 'Returned', finding: describeReturned(content), link: linkTo('Response', 1, 1, 'Response') },
  { topic: 'Not returned', finding: describeMissing(content), link: linkTo(returnsColumns.sheet, 1, 1, 'Returns') },
];

function describeReturned({ rollUp }: RollUpContent): Formula | string {
  const { partners } = rollUp;
  if (partners.length === 0) return 'No workbook was issued.';
  const back = returned(rollUp);
  const late = back.filter(({ counting }) => counting?.late).length;
  const cellOf = (column: number, result: number): Formula => ({
    formula: sheetCell('Response', headerRow + 1, column),
    result,
  });
  const [some, all] = [
    cellOf(responseColumns.returned, back.length),
    cellOf(responseColumns.partners, partners.length),
  ];
  return sentence(
    ...[some, ' of ', all, partners.length === 1 ? ' partner' : ' partners'],
    ...[' returned a workbook that can be used (', percentOf(some, all), ')'],
    ...(late === 0 ? [] : [', ', cellOf(responseColumns.late, late), ' of them late']),
    '.',
  );
}

function describeMissing({ rollUp: { partners, anonymous } }: RollUpContent): string {
  const missing = partners.filter(({ result }) => result === undefined);
  if (missing.length === 0) return partners.length === 0 ? 'Nobody.' : 'All partners have returned.';
  if (missing.length === partners.length) return 'Nobody has returned yet.';
  if (anonymous === true) return missing.length === 1 ? '1 partner.' : `${missing.length} partners.`;
  return `${listNames(
    missing.map(({ partner }) => partner.name),
    fitsAfter(),
  )}.`;
}
