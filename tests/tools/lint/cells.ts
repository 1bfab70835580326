import { cellTextLimit } from '../../../src/spreadsheet/plan/content.ts';
import { fault, faultIf, type LintFault, placeOn } from './fault.ts';
import { lintFormula } from './formulas.ts';
import type { WrittenCell, WrittenPackage } from './openWritten.ts';

export function lintCells(written: WrittenPackage): readonly LintFault[] {
  return written.sheets.flatMap((sheet) =>
    sheet.cells.flatMap((cell) => {
      const place = placeOn(sheet.name, cell.address);
      return [...lintValue(cell, place), ...lintCellFormula(written, cell, place)];
    }),
  );
}

function lintValue({ type, stored = '', content, formula }: WrittenCell, place: string): readonly LintFault[] {
  switch (type) {
    case 'n':
      return faultIf(stored !== '' && !isFigure(stored), 'cell.not-finite', place, `${stored} is no figure`);
    case 'e':
      return [fault('cell.error-value', place, stored)];
    case 's':
      if (content === undefined) return [fault('cell.unknown-text', place, `there is no shared text ${stored}`)];
      break;
  }
  const length = content?.length ?? 0;
  return faultIf(
    length > cellTextLimit,
    'cell.text-too-long',
    place,
    `${length} characters${formula === undefined ? '' : ' as the result of a formula'}; a cell holds ${cellTextLimit}`,
  );
}

const isFigure = (text: string): boolean => /^-?[0-9]*\.?[0-9]+(?:e[+-]?[0-9]+)?$/i.test(text);

function lintCellFormula(
  written: WrittenPackage,
  { type, stored, formula }: WrittenCell,
  place: string,
): readonly LintFault[] {
  if (formula === undefined) return [];
  return [
    ...faultIf(
      stored === undefined || (stored === '' && type !== 'str'),
      'formula.no-result',
      place,
      'Protected View and previewers show the stored result and nothing else',
    ),
    ...faultIf(formula.get('t') === 'array', 'formula.array', place, 'programs enter array formulas differently'),
    ...lintFormula(written, place, formula.text),
  ];
}
