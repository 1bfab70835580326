import { CsvError, type CsvErrorCode, parse } from 'csv-parse/sync';
import { type Finding, finding } from '../../finding/index.ts';
import { type ListRow, type ListSource, tidyCell } from './listSource.ts';

/** The separators of columns that Excel writes: in CSV, in CSV of countries with a decimal comma, and in Unicode Text. */
const separators = [',', ';', '\t'] as const;

/**
 * The text of a file: UTF-8 with or without byte order mark, UTF-16 of either order with or without one, or Windows-1252, with
 * every end of line as `\n`.
 */
export function decodeText(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  return (wide === undefined ? fromBytes(bytes) : new TextDecoder(wide).decode(bytes)).replace(/\r\n?/g, '\n');
}

/** Reads a text with each separator that it may have: the one that its first line names, as Excel does, or all of them. */
export function* textSources(text: string, file: string): Generator<ListSource> {
  const [, named] = /^"?sep=(.)"?(?=\n)/i.exec(text) ?? [];
  // Emptied and not removed, so that line numbers stay right.
  const lines = text.replace(/^"?sep=.?"?(?=\n)/i, '');
  for (const separator of named === undefined ? separators : [named]) yield parseRows(lines, separator, file);
}

/** The encoding of a text with two bytes for each character. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Headings are in Latin letters, of which one of the two bytes is 0.
  const zeros = Array.from(bytes.subarray(0, 8), (byte) => (byte === 0 ? '0' : 'x')).join('');
  return ({ x0x0x0x0: 'utf-16le', '0x0x0x0x': 'utf-16be' } as const)[zeros];
}

function fromBytes(bytes: Uint8Array): string {
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

/** Reads the rows up to the first one that cannot be read. */
function parseRows(text: string, separator: string, file: string): ListSource {
  const rows: ListRow[] = [];
  let read = 0;
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      // A tab is white space, and would be trimmed where it separates.
      trim: separator !== '\t',
      on_record: (values: string[], { lines }) => {
        const within = values.join('').split('\n').length - 1;
        const cells = values.map((value, index) => [index, { text: tidyCell(value) }] as const);
        rows.push({ number: lines - within, cells: new Map(cells.filter(([, { text }]) => text !== '')) });
        read = lines;
        return undefined;
      },
    });
    return { rows, findings: [] };
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure;
    return { rows, findings: [unreadable(text, read, failure, file)] };
  }
}

function unreadable(text: string, read: number, failure: CsvError, file: string): Finding {
  const line = text.split('\n').findIndex((content, index) => index >= read && /[^\s,;]/.test(content)) + 1;
  return finding('list.unreadable', { file, line }, { problem: problems[failure.code] ?? failure.message });
}

const problems: Partial<Record<CsvErrorCode, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a double quote is opened and never closed',
  INVALID_OPENING_QUOTE: 'there is a double quote inside a value',
  CSV_INVALID_CLOSING_QUOTE: 'a value goes on after its closing double quote',
};
