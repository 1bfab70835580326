import { faultIf, type LintFault } from './fault.ts';
import { hasSheet } from './names.ts';
import type { WrittenPackage } from './openWritten.ts';

/**
 * The functions that formulas use. Before another is added: Excel 2010, LibreOffice, Gnumeric and Google Sheets
 * must all have it, and it must not be volatile (INDIRECT, OFFSET, TODAY, NOW, RAND), which recalculates without end.
 */
const functions: ReadonlySet<string> = new Set([
  'AND',
  'CHAR',
  'CHOOSE',
  'COUNT',
  'COUNTA',
  'COUNTIF',
  'COUNTIFS',
  'FIND',
  'HYPERLINK',
  'ROUND',
  'IF',
  'IFERROR',
  'INDEX',
  'INT',
  'ISERROR',
  'ISNUMBER',
  'LEFT',
  'LEN',
  'MATCH',
  'MIN',
  'MOD',
  'OR',
  'SMALL',
  'SUBSTITUTE',
  'SUM',
  'SUMPRODUCT',
  'TRIM',
]);

/** Excel's limits, in characters. */
const longestFormula = 8192;
const longestText = 255;

/** Checks a formula of a cell, a data validation or a conditional format. */
export function lintFormula({ sheets }: WrittenPackage, place: string, formula: string): readonly LintFault[] {
  const { texts, sheetNames, called, rest } = partsOf(formula);
  const unknown = called.filter((name) => !functions.has(name));
  const missing = sheetNames.filter((name) => !name.includes('[') && !hasSheet(sheets, name));
  return [
    ...faultIf(formula.startsWith('='), 'formula.leading-equals', place, `${formula} begins with = in the file`),
    ...faultIf(formula.length > longestFormula, 'formula.too-long', place, `${formula.length} characters`),
    ...faultIf(
      texts.some((text) => text.length > longestText),
      'formula.text-too-long',
      place,
      `a text in a formula has at most ${longestText} characters`,
    ),
    ...faultIf(unknown.length > 0, 'formula.function', place, `${unknown.join(', ')} is not on the list of functions`),
    ...faultIf(
      rest.includes('[') || sheetNames.some((name) => name.includes('[')),
      'formula.external',
      place,
      `${formula} points to another file, or to a table by name`,
    ),
    ...faultIf(rest.includes('#REF!') || strayText.test(rest), 'formula.broken', place, formula),
    ...faultIf(missing.length > 0, 'formula.unknown-sheet', place, `${missing.join(', ')} is not there`),
  ];
}

interface FormulaParts {
  readonly texts: readonly string[];
  readonly sheetNames: readonly string[];
  /** Names of functions, in capitals. */
  readonly called: readonly string[];
  /** The formula with its texts emptied, and without quoted sheet names. */
  readonly rest: string;
}

/** A text, or the quoted name of a sheet, whichever begins first: each may hold the other's quotation mark. */
const quotedPart = /"((?:[^"]|"")*)"|'((?:[^']|'')*)'!/g;

/** A text with something else than an operator beside it, or that never ends: a quotation mark in it was not doubled. */
const strayText = /""\s*[^\s,;)&=<>*+/^-]|[^\s,;(&=<>*+/^-]\s*""|(?<!")"(?!")/;

function partsOf(formula: string): FormulaParts {
  const quoted = [...formula.matchAll(quotedPart)];
  const rest = formula.replace(quotedPart, (_whole, text?: string) => (text === undefined ? '' : '""'));
  return {
    texts: quoted.flatMap(([, text]) => (text === undefined ? [] : [text.replaceAll('""', '"')])),
    rest,
    sheetNames: [
      ...quoted.flatMap(([, , name]) => (name === undefined ? [] : [name.replaceAll("''", "'")])),
      ...[...rest.matchAll(/(?<![#\p{L}\p{N}_.])([\p{L}_][\p{L}\p{N}_.]*)!/gu)].map(([, name = '']) => name),
    ],
    called: [...rest.matchAll(/([\p{L}_][\p{L}\p{N}_.]*)\s*\(/gu)].map(([, name = '']) => name.toUpperCase()),
  };
}
