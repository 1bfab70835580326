import { type Finding, FindingsError } from '../../finding.ts';
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
   * Of letters, digits, `-`, `_` and one dot alone, and unlike every other in more than capitals: `Cover_B7.png`. The own name
   * of an embedded file follows, where it is known: `Cover_B7_Our-plan.docx`.
   */
  readonly name: string;
  /** Where it is; absent where no sheet says. */
  readonly sheet?: string;
  readonly cell?: string;
  readonly content: { readonly bytes: Uint8Array } | { readonly findings: readonly Finding[] };
}

/** Pictures hardly shrink when they are packed, so they are no larger than the file is allowed to be. */
const limits: ReadLimits = {
  ...defaultLimits,
  entryBytes: defaultLimits.fileBytes,
  inflatedBytes: 4 * defaultLimits.fileBytes,
};

/**
 * Gives every picture and embedded file of a workbook that may be hostile, one at a time, under names made here: those of
 * cells and drawings first, then what lies in the usual folders and is shown nowhere. What is too large or damaged comes as a
 * finding.
 *
 * @throws FindingsError where the file is no archive that can be read
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

/** The parts that cells and drawings show, each once; none where the workbook cannot be read. */
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

/** By content; of what is no picture the ending of the name, where programs only show files of that kind. */
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
/** Documents of old programs, which ask before they run anything in them; and messages. */
const compounds: ReadonlySet<string> = new Set(['doc', 'xls', 'ppt', 'msg']);
const texts: ReadonlySet<string> = new Set(['txt', 'csv', 'rtf', 'eml']);

/** What an archive without a name of its own is. */
function documentIn(bytes: Uint8Array): string {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (archive.includes('vbaProject')) return 'bin';
  return Object.entries(signs).find(([, sign]) => archive.includes(sign))?.[0] ?? 'bin';
}

/** What stands in an archive as it is, by the ending of its name. */
const signs: Readonly<Record<string, string>> = {
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
};

/** The file of a part, out of the object in which it is embedded; the object as it is where that holds none that can be named. */
function fileIn(
  part: string,
  bytes: Uint8Array,
): { readonly bytes: Uint8Array; readonly own: string; readonly ending: string } {
  const file = embeddedFile(bytes);
  const ending = file === undefined ? 'bin' : endingOf(file.name ?? '', file.bytes);
  if (file === undefined || (file.name === undefined && ending === 'bin')) {
    return { bytes, own: '', ending: endingOf(part, bytes) };
  }
  return { bytes: file.bytes, own: ownName(file.name), ending };
}

/** The name of a file without its ending, of letters, digits and hyphens alone. */
const ownName = (name: EmbeddedFile['name'] = ''): string => safeWords(name.replace(/\.[^.]*$/, ''));

const safeWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);

/** Systems forbid some words as whole names; with an underscore none of them is one. */
function freeName(
  { sheet = 'file', cell = '1' }: Pick<Attachment, 'sheet' | 'cell'>,
  { own, ending }: { readonly own: string; readonly ending: string },
  taken: Set<string>,
): string {
  const words = safeWords(sheet);
  const base = `${words === '' ? 'sheet' : words}_${cell}${own === '' ? '' : `_${own}`}`;
  for (let count = 1; ; count += 1) {
    const name = `${base}${count === 1 ? '' : `_${count}`}.${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
