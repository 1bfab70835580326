import { fault, faultIf, type LintFault, repeated } from './fault.ts';
import type { WrittenName, WrittenPackage } from './openWritten.ts';

/** Excel's limits (Microsoft, "Excel specifications and limits"). */
const longestSheetName = 31;
const longestName = 255;

export function lintSheetNames({ sheets }: WrittenPackage): readonly LintFault[] {
  return [
    ...sheets.flatMap(({ name }) => [
      ...faultIf(
        name === '' || name.length > longestSheetName || /[[\]:*?/\\]/.test(name) || /^history$/i.test(name),
        'sheet-name.invalid',
        name,
        `Excel takes 1 to ${longestSheetName} characters without [ ] : * ? / \\ and not the name History`,
      ),
      ...faultIf(name.includes("'"), 'sheet-name.apostrophe', name, 'exceljs writes print titles wrongly for it'),
    ]),
    ...repeated(sheets, ({ name }) => name).map(({ name }) =>
      fault('sheet-name.duplicate', name, 'two sheets bear it'),
    ),
  ];
}

export function lintNames(written: WrittenPackage): readonly LintFault[] {
  const { names, sheets } = written;
  const tables: readonly WrittenName[] = sheets.flatMap((sheet) =>
    sheet.tables.map(({ name }) => ({ name, text: '', sheet: undefined })),
  );
  return [
    ...names.flatMap((name) => [...lintSpelling(name), ...lintPlace(written, name)]),
    // Tables and names share one list of names.
    ...repeated([...tables, ...names], ({ name, sheet }) => `${sheet ?? ''} ${name}`)
      .filter((name) => !tables.includes(name))
      .map(({ name }) => fault('name.duplicate', name, 'another name or table bears it')),
  ];
}

/** What is wrong with the spelling of a defined name or of a table's name. */
export function spellingProblem(name: string): 'invalid' | 'cell-address' | undefined {
  // A1 and R1C1, each in any case; the single letters R and C mean the whole row and column.
  if (/^[a-z]{1,3}[0-9]{1,7}$/i.test(name) || /^(?:r[0-9]*(?:c[0-9]*)?|c[0-9]*)$/i.test(name)) return 'cell-address';
  return name.length <= longestName && /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) ? undefined : 'invalid';
}

function lintSpelling({ name }: WrittenName): readonly LintFault[] {
  switch (spellingProblem(name)) {
    case 'invalid':
      return [fault('name.invalid', name, 'names are letters, digits, underscores and dots, and begin with no digit')];
    case 'cell-address':
      return [fault('name.cell-address', name, 'it reads as the address of a cell')];
    case undefined:
      return [];
  }
}

/** One or more references to cells, rows or columns of a sheet, joined by commas. */
const reference =
  /(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!(\$?[A-Z]{1,3}\$?[0-9]+(?::\$?[A-Z]{1,3}\$?[0-9]+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[0-9]+:\$?[0-9]+)(?:,|$)/guy;

/** A print area that ends at the last row in use. Other names are places, for programs that work out no formula in a name. */
const shortened = /^(.+):INDEX\((.+),MAX\(\d+,SUMPRODUCT\(MAX\(\((.+)<>""\)\*ROW\((.+)\)\)\)\)\)$/;

function lintPlace({ sheets }: WrittenPackage, { name, text, sheet }: WrittenName): readonly LintFault[] {
  if (text.includes('#REF!')) return [fault('name.broken', name, text)];
  const references = referencesOf(name === '_xlnm.Print_Area' ? text.replace(shortened, '$1,$2,$3,$4') : text);
  if (references === undefined) return [fault('name.not-a-place', name, `${text} is no reference to cells of a sheet`)];
  const own = sheet === undefined ? undefined : (sheets[sheet]?.name ?? '');
  return references.flatMap((to) => [
    ...faultIf(
      !/^(?:\$[A-Z]+\$\d+|\$[A-Z]+|\$\d+)(?::(?:\$[A-Z]+\$\d+|\$[A-Z]+|\$\d+))?$/.test(to.cells),
      'name.relative',
      name,
      `${text} moves with the cell that is active`,
    ),
    ...(hasSheet(sheets, to.sheet)
      ? faultIf(
          own !== undefined && !same(own, to.sheet),
          'name.other-sheet',
          name,
          `${text} is on another sheet than the name`,
        )
      : [fault('name.unknown-sheet', name, `${text} is on a sheet that is not there`)]),
  ]);
}

/** The references to cells that a text is made of; undefined when there is anything else in it. */
export function referencesOf(text: string): readonly { readonly sheet: string; readonly cells: string }[] | undefined {
  const found = [...text.matchAll(reference)];
  // Matches follow on from each other, so that together they are the whole text or there is something else in it.
  if (found.length === 0 || found.map(([whole]) => whole).join('') !== text || text.endsWith(',')) return undefined;
  return found.map(([, quoted, plain = '', cells = '']) => ({ sheet: quoted?.replaceAll("''", "'") ?? plain, cells }));
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export const hasSheet = (sheets: WrittenPackage['sheets'], name: string): boolean =>
  sheets.some((sheet) => same(sheet.name, name));
