import { type Finding, FindingsError } from '../../finding/index.ts';
import { type EmbeddedFile, embeddedFile } from '../compound/embeddedFile.ts';
import { address } from '../model/address.ts';
import { pictureHeader } from '../model/pictureHeader.ts';
import type { RawFile } from '../model/rawWorkbook.ts';
import { defaultLimits, type ReadLimits } from '../zip/limits.ts';
import { readZip } from '../zip/readZip.ts';
import { readPackage } from './readPackage.ts';

/** A picture or an embedded file of a workbook. */
export interface Attachment {
  /**
   * A safe file name: letters, digits, `-`, `_` and one dot, unique without regard to case: `Cover_B7.png`. The
   * original name of an embedded file follows, if known: `Cover_B7_Our-plan.docx`.
   */
  readonly name: string;
  /** The sheet that shows it; absent if none does. */
  readonly sheet?: string;
  readonly cell?: string;
  readonly content: { readonly bytes: Uint8Array } | { readonly findings: readonly Finding[] };
}

/** Pictures hardly shrink in a zip, so none is larger than the file may be. */
const limits: ReadLimits = {
  ...defaultLimits,
  entryBytes: defaultLimits.fileBytes,
  inflatedBytes: 4 * defaultLimits.fileBytes,
};

/**
 * Extracts every picture and embedded file of a workbook that may be hostile, one at a time, under names made here:
 * first those of cells and drawings, then files in the usual folders that nothing shows. A file that is too large or
 * damaged gives a finding.
 *
 * @throws FindingsError if the workbook is not a readable archive
 */
export function* attachmentsOf(workbook: Uint8Array): Generator<Attachment> {
  const zip = readZip(workbook, limits);
  const taken = new Set<string>();
  const shown = shownFiles(workbook);
  const known = new Set(shown.map(({ part }) => part));
  const others = zip.names.filter((part) => usualFolders.test(part) && !known.has(part)).map((part) => ({ part }));
  for (const { part, ...place } of [...shown, ...others]) {
    const content = attempt(() => zip.read(part) ?? new Uint8Array());
    if ('findings' in content) yield { name: freeName(place, { own: '', ending: 'bin' }, taken), ...place, content };
    else {
      const { bytes, ...file } = fileIn(part, content.bytes);
      yield { name: freeName(place, file, taken), ...place, content: { bytes } };
    }
  }
}

const usualFolders = /(?:^|\/)(?:media|embeddings)\/[^/]+$/i;

type Shown = Pick<Attachment, 'sheet' | 'cell'> & Pick<RawFile, 'part'>;

/** The parts that cells and drawings show, each once; none if the workbook cannot be read. */
function shownFiles(bytes: Uint8Array): readonly Shown[] {
  const files = new Map<string, Shown>();
  const add = (shown: Shown): unknown => files.has(shown.part) || files.set(shown.part, shown);
  try {
    for (const { name: sheet, rows, objects } of readPackage(bytes).sheets) {
      for (const cells of rows.values()) {
        for (const { row, column, value } of cells.values()) {
          if (value.kind === 'picture' && value.file !== undefined) {
            add({ part: value.file.part, sheet, cell: address(row, column) });
          }
        }
      }
      for (const { file, over } of objects) {
        if (file === undefined) continue;
        const cell = over === undefined ? {} : { cell: address(over.firstRow, over.firstColumn) };
        add({ part: file.part, sheet, ...cell });
      }
    }
  } catch (failure) {
    if (!(failure instanceof FindingsError)) throw failure;
  }
  return [...files.values()];
}

function attempt(read: () => Uint8Array): Attachment['content'] {
  try {
    return { bytes: read() };
  } catch (failure) {
    if (failure instanceof FindingsError) return { findings: failure.findings };
    throw failure;
  }
}

/** By content; a file that is no picture has the extension of its name, if programs open only such files under it. */
function endingOf(name: string, bytes: Uint8Array): string {
  const picture = pictureHeader(bytes);
  if (picture !== undefined) return picture.ending;
  const begins = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (begins.startsWith('%PDF-')) return 'pdf';
  const own = /\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (begins.startsWith('PK')) return archives.has(own) ? own : documentIn(bytes);
  if (begins.startsWith('\xd0\xcf\x11\xe0')) return compounds.has(own) ? own : 'bin';
  return texts.has(own) ? own : 'bin';
}

/** Documents without macros. */
const archives: ReadonlySet<string> = new Set(['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'zip']);
/** Documents of old programs, which ask before running any code in them; and messages. */
const compounds: ReadonlySet<string> = new Set(['doc', 'xls', 'ppt', 'msg']);
const texts: ReadonlySet<string> = new Set(['txt', 'csv', 'rtf', 'eml']);

/** The kind of an archive without a name. */
function documentIn(bytes: Uint8Array): string {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (archive.includes('vbaProject')) return 'bin';
  return Object.entries(signs).find(([, sign]) => archive.includes(sign))?.[0] ?? 'bin';
}

/** Part that identifies the kind of an archive, by the file's extension. */
const signs: Readonly<Record<string, string>> = {
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
};

/** The file of a part, extracted from its embedding object; the object itself if it contains no file with a name. */
function fileIn(
  part: string,
  bytes: Uint8Array,
): { readonly bytes: Uint8Array; readonly own: string; readonly ending: string } {
  const file = embeddedFile(bytes);
  const ending = file === undefined ? 'bin' : endingOf(file.name ?? '', file.bytes);
  if (file === undefined || (file.name === undefined && ending === 'bin')) {
    return { bytes, own: '', ending: endingOf(part, bytes) };
  }
  return { bytes: file.bytes, own: originalName(file.name), ending };
}

/** A file's name without extension, reduced to letters, digits and hyphens. */
const originalName = (name: EmbeddedFile['name'] = ''): string => safeName(name.replace(/\.[^.]*$/, ''));

const safeName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);

/** Operating systems forbid some words as whole names; none of them contains an underscore. */
function freeName(
  { sheet = 'file', cell = '1' }: Pick<Attachment, 'sheet' | 'cell'>,
  { own, ending }: { readonly own: string; readonly ending: string },
  taken: Set<string>,
): string {
  const words = safeName(sheet);
  const base = `${words === '' ? 'sheet' : words}_${cell}${own === '' ? '' : `_${own}`}`;
  for (let count = 1; ; count += 1) {
    const name = `${base}${count === 1 ? '' : `_${count}`}.${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
