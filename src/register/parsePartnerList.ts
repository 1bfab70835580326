import { CsvError, type CsvErrorCode, parse } from 'csv-parse/sync';
import { type Finding, FindingsError, finding, hasErrors } from '../finding.ts';
import type { Partner } from './partner.ts';

export interface PartnerList {
  readonly partners: readonly Partner[];
  /** Warnings only; errors are thrown. */
  readonly findings: readonly Finding[];
}

/** Columns of the list and what they become. */
const columns = {
  code: 'code',
  name: 'name',
  region_code: 'regionCode',
  region_name: 'regionName',
  area_code: 'areaCode',
  area_name: 'areaName',
  kind: 'kind',
  email: 'email',
} as const satisfies Record<string, keyof Partner>;

type ColumnName = keyof typeof columns;

const columnNames: readonly string[] = Object.keys(columns);
const required = ['code', 'name'] as const;

/** Longest value: names of bodies stay below a fifth of it, and a stray paragraph does not. */
const textLimit = 200;
const codePattern = /^[A-Za-z0-9_-]{1,20}$/;

/**
 * Reads a list of partners from the bytes of a CSV file: UTF-8 with or without BOM, UTF-16 with one, or Windows-1252;
 * any line ends. Every value is text: the code 5E1 is no number.
 *
 * @param file Name of the file, for the findings.
 * @throws FindingsError with all errors of the list, each with its line.
 */
export function parsePartnerList(bytes: Uint8Array, file: string): PartnerList {
  const text = decode(bytes);
  if (text.includes('\0')) throw new FindingsError([finding('partners.not-text', { file }, {})]);
  const lines = withoutSeparatorLine(text.replace(/\r\n?/g, '\n'));
  checkSeparator(lines, file);
  const { records: all, findings: unreadable } = parseRecords(lines, file);
  const [header, ...records] = all;
  const names = (header?.record ?? []).map((name) => name.toLowerCase());
  const headerFindings = checkHeader(names, { file, line: header?.line ?? 1 });
  if (hasErrors(headerFindings)) throw new FindingsError([...headerFindings, ...unreadable]);
  const rows = records.map(({ record, line }) => readRow(names, record, { file, line }));
  const findings = [
    ...headerFindings,
    ...rows.flatMap((row) => row.findings),
    ...duplicateCodes(rows),
    ...unreadable,
    ...(rows.length + unreadable.length === 0 ? [finding('partners.empty', { file }, {})] : []),
  ];
  if (hasErrors(findings)) throw new FindingsError(findings.toSorted(byLine));
  return { partners: rows.map((row) => row.partner), findings };
}

const byLine = (a: Finding, b: Finding): number => (a.place.line ?? 0) - (b.place.line ?? 0);

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fromWindows1252(bytes);
  }
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 to 0x9f. */
const windowsCharacters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node's own decoder reads Windows-1252 as Latin-1 in several versions, 20 among them (nodejs/node#56542). */
const fromWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (control) => windowsCharacters.charAt(control.charCodeAt(0) - 0x80));

interface CsvRecord {
  readonly record: readonly string[];
  /** The line on which the record begins, counted from 1. */
  readonly line: number;
}

/** The records up to the first that cannot be read, if there is one. */
function parseRecords(
  text: string,
  file: string,
): { readonly records: readonly CsvRecord[]; readonly findings: readonly Finding[] } {
  const records: CsvRecord[] = [];
  let read = 0;
  try {
    parse(text, {
      bom: true,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      on_record: (values: string[], { lines }) => {
        const within = values.join('').split('\n').length - 1;
        records.push({ record: tidyRecord(values), line: lines - within });
        read = lines;
        return undefined;
      },
    });
    return { records, findings: [] };
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure;
    const line = text.split('\n').findIndex((content, index) => index >= read && /[^\s,]/.test(content)) + 1;
    const problem = problems[failure.code] ?? failure.message;
    return { records, findings: [finding('partners.unreadable', { file, line }, { problem })] };
  }
}

/** White space folded, control characters left out, and the empty values at the end left out that Excel writes where a longer line stood. */
function tidyRecord(values: readonly string[]): readonly string[] {
  const tidy = values.map((value) =>
    value
      .replace(/\s+/g, ' ')
      .replace(/\p{Cc}/gu, '')
      .trim(),
  );
  return tidy.slice(0, tidy.findLastIndex((value) => value !== '') + 1);
}

const problems: Partial<Record<CsvErrorCode, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a double quote is opened and never closed',
  INVALID_OPENING_QUOTE: 'a double quote stands inside a value',
  CSV_INVALID_CLOSING_QUOTE: 'a value goes on after its closing double quote',
};

/** Excel's own line, which names the separator, is left empty, so that lines keep their numbers. */
const withoutSeparatorLine = (text: string): string => text.replace(/^(\ufeff?)"?sep=.?"?(?=\n)/i, '$1');

/** @throws FindingsError when the first line that says something has semicolons where commas should be. */
function checkSeparator(text: string, file: string): void {
  const lines = text.split('\n');
  const index = lines.findIndex((line) => line.trim() !== '');
  const header = lines[index] ?? '';
  if (!header.includes(';') || header.includes(',')) return;
  throw new FindingsError([finding('partners.semicolons', { file, line: index + 1 }, {})]);
}

function checkHeader(names: readonly string[], place: Row['place']): readonly Finding[] {
  const missing = required.filter((name) => !names.includes(name));
  const twice = columnNames.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  const ignored = names.filter((name) => name !== '' && !columnNames.includes(name));
  return [
    ...(missing.length > 0 ? [finding('partners.no-header', place, { missing, found: names.slice(0, 20) })] : []),
    ...twice.map((column) => finding('partners.duplicate-column', place, { column })),
    ...(missing.length === 0 && ignored.length > 0
      ? [finding('partners.ignored-columns', place, { columns: ignored })]
      : []),
  ];
}

interface Row {
  readonly partner: Partner;
  readonly findings: readonly Finding[];
  readonly place: { readonly file: string; readonly line: number };
}

function readRow(names: readonly string[], record: readonly string[], place: Row['place']): Row {
  const values = new Map<ColumnName, string>();
  names.forEach((name, index) => {
    const value = record[index] ?? '';
    if (isColumn(name) && value !== '') values.set(name, value);
  });
  const partner = {
    code: values.get('code') ?? '',
    name: values.get('name') ?? '',
    ...Object.fromEntries([...values].map(([name, value]) => [columns[name], value])),
  };
  return { partner, place, findings: checkRow(partner.code, values, names.length, record.length, place) };
}

const isColumn = (name: string): name is ColumnName => Object.hasOwn(columns, name);

function checkRow(
  code: string,
  values: ReadonlyMap<ColumnName, string>,
  columnCount: number,
  found: number,
  place: Row['place'],
): readonly Finding[] {
  if (found > columnCount) return [finding('partners.too-many-values', place, { found, columns: columnCount })];
  return [
    ...required.flatMap((column) => (values.has(column) ? [] : [finding('partners.empty-value', place, { column })])),
    ...(code === '' || codePattern.test(code) ? [] : [badCode(code, place)]),
    ...[...values].flatMap(([column, { length }]) =>
      length > textLimit ? [finding('partners.text-too-long', place, { column, length, limit: textLimit })] : [],
    ),
  ];
}

function badCode(code: string, place: Row['place']): Finding {
  const asNumber = /^(\d)(?:[.,](\d*?)0*)?E\+0*(\d+)$/i.exec(code);
  if (asNumber === null) return finding('partners.bad-code', place, { code });
  const [, first = '', rest = '', exponent = ''] = asNumber;
  return finding('partners.mangled-code', place, { code, readAs: `${first}${rest}E${exponent}` });
}

/** Codes that differ only in case would give two files of one name on Windows. */
function duplicateCodes(rows: readonly Row[]): readonly Finding[] {
  const firstLines = new Map<string, number>();
  return rows.flatMap(({ partner: { code }, place }) => {
    const firstLine = firstLines.get(code.toLowerCase());
    if (code === '') return [];
    if (firstLine !== undefined) return [finding('partners.duplicate-code', place, { code, firstLine })];
    firstLines.set(code.toLowerCase(), place.line);
    return [];
  });
}
