/** A sheet's part without the contents that are passed over. */
export interface ThinSheet {
  readonly bytes: Uint8Array;
  /** The last row that was retained with all rows before it; absent if only empty rows were left out. */
  readonly cutAfter?: number;
}

/**
 * Removes from a large worksheet part everything that is not read: rows and cells that are empty but for their formats,
 * and elements after the rows, except merged cells, headers and footers, and references to objects. Rows are found by
 * the tags of values and formulas, so that a million empty ones take a few milliseconds.
 *
 * @param bytes the part, or its beginning
 * @param isWhole whether it is the whole part
 * @param maxBytes maximum number of bytes to retain; rows beyond that are cut off
 * @returns undefined if the part is written in a way that makes this unsafe
 */
export function thinSheet(bytes: Uint8Array, isWhole: boolean, maxBytes: number): ThinSheet | undefined {
  const part = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = part.indexOf('<sheetData>');
  if (start === -1 || part.subarray(0, start).includes('<!')) return undefined;
  const rows = filledRows(part, start, maxBytes);
  if (rows === undefined || (!rows.isCut && part.subarray(rows.end).includes('<!'))) return undefined;
  const isCut = rows.isCut || !isWhole;
  const after = isCut ? '' : marksAfter(part, rows.end, Math.max(0, maxBytes - rows.bytes));
  const xml = `<worksheet><sheetData>${rows.xml.join('')}</sheetData>${after}</worksheet>`;
  return { bytes: Buffer.from(xml, 'latin1'), ...(isCut ? { cutAfter: rows.lastRow } : {}) };
}

interface FilledRows {
  readonly xml: readonly string[];
  readonly bytes: number;
  readonly isCut: boolean;
  readonly lastRow: number;
  /** The place after the rows, if they are not cut. */
  readonly end: number;
}

/** Tags of a cell with content. */
const contents = ['<v>', '<f', '<is>', '<t>', '<v '] as const;
const endOfRows = '</sheetData>';
/** Comments and CDATA may contain text that looks like a row. */
const declaration = '<!';

function filledRows(part: Buffer, start: number, maxBytes: number): FilledRows | undefined {
  const xml: string[] = [];
  let [bytes, lastRow] = [0, 0];
  const next = nearest(part, [...contents, endOfRows, declaration]);
  for (let at = start; ; ) {
    const content = next(at);
    if (content === -1 || part[content + 1] === slash) {
      return { xml, bytes, isCut: false, lastRow, end: content === -1 ? part.length : content };
    }
    const cut = { xml, bytes, isCut: true, lastRow, end: part.length };
    const first = part.lastIndexOf('<row ', content);
    const close = part.indexOf('</row>', content);
    if (close === -1) return cut;
    const written = part.toString('latin1', first, close + 6);
    if (written.includes(endOfRows)) return cut;
    if (first < at || written.includes(declaration)) return undefined;
    const row = written.replace(emptyCell, '');
    const number = /^<row [^<>]*?\br="(\d{1,7})"/.exec(row)?.[1];
    // Rows and cells without a number follow the one before, which may have been removed.
    if (number === undefined || unnumberedCell.test(row)) return undefined;
    if (bytes + row.length > maxBytes) return cut;
    xml.push(row);
    bytes += row.length;
    lastRow = Number(number);
    at = close + 6;
  }
}

/** Bytes in which all tags are searched for before any is searched for further on. */
const windowBytes = 256 * 1024;

/**
 * Gives the nearest place, from one on, of any of several tags. Places only grow, and each tag is searched for once.
 * Nothing beyond the window of the nearest place is searched.
 */
function nearest(part: Buffer, tags: readonly string[]): (from: number) => number {
  const searches = tags.map((tag) => ({ tag, place: -1, searched: 0 }));
  return (from) => {
    for (let end = from - (from % windowBytes) + windowBytes; ; end += windowBytes) {
      let first = end;
      for (const search of searches) {
        const start = Math.max(from, search.searched);
        if (search.place < from && start < end) {
          // A tag may begin in this window and end in the next.
          const found = part.subarray(start, end + search.tag.length - 1).indexOf(search.tag);
          search.place = found === -1 ? -1 : start + found;
          search.searched = found === -1 ? end : start + found + 1;
        }
        if (search.place >= from && search.place < first) first = search.place;
      }
      if (first < end) return first;
      if (end >= part.length) return -1;
    }
  };
}

const emptyCell = /<c (?=[^<>]*\br=")[^<>]*(?:\/>|><\/c>)/g;
const unnumberedCell = /<c(?:>| (?![^<>]*\br="))/;

/** Elements after the rows that are read: merged cells come soon after them, the others near the end of the part. */
const marked = [
  ...['hyperlinks', 'headerFooter', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'picture'],
  ...['oleObjects', 'controls'],
] as const;

/** Bytes in which they are searched for: between the two, rules may take megabytes. */
const nearby = 256 * 1024;

/** The elements of these names that fit into a number of bytes, one of each. */
function marksAfter(part: Buffer, from: number, room: number): string {
  let left = room;
  const take = (name: string, start: number, end: number): string => {
    const window = part.subarray(start, end);
    const first = [' ', '>'].map((next) => window.indexOf(`<${name}${next}`)).find((at) => at !== -1);
    if (first === undefined) return '';
    const at = start + first;
    const ends = part.indexOf('>', at);
    const last = part[ends - 1] === slash ? ends + 1 : part.indexOf(`</${name}>`, ends) + name.length + 3;
    if (ends === -1 || last <= ends || last - at > left) return '';
    left -= last - at;
    return part.toString('latin1', at, last);
  };
  const merges = take('mergeCells', from, Math.min(part.length, from + nearby));
  const others = marked.map((name) => take(name, Math.max(from, part.length - nearby), part.length));
  return merges + others.join('');
}

const slash = 0x2f;
