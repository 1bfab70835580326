import { CsvError, type CsvErrorCode, parse } from 'csv-parse/sync';
import { type Finding, FindingsError, finding, hasErrors } from '../finding/index.ts';

/** A line of a list. */
export interface ListLine<Column extends string> {
  /** The values that are not empty, by column. */
  readonly values: ReadonlyMap<Column, string>;
  readonly place: { readonly file: string; readonly line: number };
  /** False if the line has more values than the list has columns: they may then be in the wrong ones. */
  readonly isWhole: boolean;
}

export interface List<Column extends string> {
  readonly lines: readonly ListLine<Column>[];
  /** Findings about the form of the list and its lines, in no order. */
  readonly findings: readonly Finding[];
}

export interface ListColumns<Column extends string> {
  readonly known: readonly Column[];
  /** Columns that have to exist and to be filled in on every line. */
  readonly required: readonly Column[];
}

/** Characters. Names of bodies have fewer than a fifth of that; a stray paragraph has more. */
const maxTextLength = 200;

/**
 * Reads the bytes of a CSV file with the names of the columns in its first line: UTF-8 with or without BOM, UTF-16 with
 * one, or Windows-1252; any line ends. Every value is text: the code 5E1 is no number.
 *
 * @param file Name of the file, for the findings.
 * @throws FindingsError if the rest cannot be read: no text, or no columns.
 */
export function readList<Column extends string>(
  bytes: Uint8Array,
  file: string,
  columns: ListColumns<Column>,
): List<Column> {
  const text = decode(bytes);
  if (text.includes('\0')) throw new FindingsError([finding('list.not-text', { file }, {})]);
  const lines = withoutSeparatorLine(text.replace(/\r\n?/g, '\n'));
  checkSeparator(lines, file);
  const { records: all, findings: unreadable } = parseRecords(lines, file);
  const [header, ...records] = all;
  const names = (header?.record ?? []).map((name) => name.toLowerCase());
  const headerFindings = checkHeader(names, columns, { file, line: header?.line ?? 1 });
  if (hasErrors(headerFindings)) throw new FindingsError([...headerFindings, ...unreadable]);
  const read = records.map(({ record, line }) => readLine(names, columns, record, { file, line }));
  const isEmpty = read.length + unreadable.length === 0;
  return {
    lines: read.map(({ line }) => line),
    findings: [
      ...headerFindings,
      ...read.flatMap(({ findings }) => findings),
      ...unreadable,
      ...(isEmpty ? [finding('list.empty', { file }, {})] : []),
    ],
  };
}

/** The order in which findings of a list are reported. */
export const compareLines = (a: Finding, b: Finding): number => (a.place.line ?? 0) - (b.place.line ?? 0);

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fromWindows1252(bytes);
  }
}

/** The characters of Windows-1252 from 0x80 to 0x9f, where Latin-1 has control characters. */
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

/** Reads the records up to the first one that cannot be read. */
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
    return { records, findings: [finding('list.unreadable', { file, line }, { problem })] };
  }
}

/** Folds white space, drops invisible characters, and drops empty values at the end, which Excel writes if the line was once longer. */
function tidyRecord(values: readonly string[]): readonly string[] {
  const tidy = values.map((value) =>
    value
      .replace(/\s+/g, ' ')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim(),
  );
  return tidy.slice(0, tidy.findLastIndex((value) => value !== '') + 1);
}

const problems: Partial<Record<CsvErrorCode, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a double quote is opened and never closed',
  INVALID_OPENING_QUOTE: 'there is a double quote inside a value',
  CSV_INVALID_CLOSING_QUOTE: 'a value goes on after its closing double quote',
};

/** Empties Excel's line that names the separator. It is not removed, so that line numbers stay right. */
const withoutSeparatorLine = (text: string): string => text.replace(/^(\ufeff?)"?sep=.?"?(?=\n)/i, '$1');

/** @throws FindingsError if the first line with content has semicolons or tabs in place of commas. */
function checkSeparator(text: string, file: string): void {
  const lines = text.split('\n');
  const index = lines.findIndex((line) => line.trim() !== '');
  const header = lines[index] ?? '';
  const place = { file, line: index + 1 };
  if (header.includes(',')) return;
  if (header.includes(';')) throw new FindingsError([finding('list.semicolons', place, {})]);
  if (header.trim().includes('\t')) throw new FindingsError([finding('list.tabs', place, {})]);
}

type Place = ListLine<string>['place'];

/** Excel's error values, and the #### of a column that is too narrow. Excel saves both as text. */
export const errorValue =
  /^(?:#(?:REF|NAME|VALUE|NUM|NULL|SPILL|CALC|FIELD|BLOCKED|UNKNOWN|CONNECT|BUSY|DIV\/0|N\/A)[!?]?|#GETTING_DATA|#{2,})$/i;

function checkHeader<Column extends string>(
  names: readonly string[],
  { known, required }: ListColumns<Column>,
  place: Place,
): readonly Finding[] {
  const allKnown: readonly string[] = known;
  const missing = required.filter((name) => !names.includes(name));
  const twice = known.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  const ignored = names.filter((name) => name !== '' && !allKnown.includes(name));
  return [
    ...(missing.length > 0 ? [finding('list.no-header', place, { missing, found: names.slice(0, 20) })] : []),
    ...twice.map((column) => finding('list.duplicate-column', place, { column })),
    ...(missing.length === 0 && ignored.length > 0
      ? [
          finding('list.ignored-columns', place, {
            columns: ignored,
            unused: known.filter((name) => !names.includes(name)),
          }),
        ]
      : []),
  ];
}

function readLine<Column extends string>(
  names: readonly string[],
  { known, required }: ListColumns<Column>,
  record: readonly string[],
  place: Place,
): { readonly line: ListLine<Column>; readonly findings: readonly Finding[] } {
  const values = new Map(
    known.flatMap((column): [Column, string][] => {
      const value = record[names.indexOf(column)] ?? '';
      return value === '' ? [] : [[column, value]];
    }),
  );
  const isWhole = record.length <= names.length;
  const line = { values, place, isWhole };
  if (!isWhole) {
    return {
      line,
      findings: [finding('list.too-many-values', place, { found: record.length, columns: names.length })],
    };
  }
  return {
    line,
    findings: [
      ...required.flatMap((column) => (values.has(column) ? [] : [finding('list.empty-value', place, { column })])),
      ...[...values].flatMap(([column, value]) =>
        errorValue.test(value) ? [finding('list.error-value', place, { column, value })] : [],
      ),
      ...[...values].flatMap(([column, { length }]) =>
        length > maxTextLength ? [finding('list.text-too-long', place, { column, length, limit: maxTextLength })] : [],
      ),
    ],
  };
}
