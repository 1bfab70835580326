import { type Finding, FindingsError } from '../finding.ts';
import { address } from './address.ts';
import { pictureHeader } from './drawings/pictureHeader.ts';
import { defaultLimits, type ReadLimits } from './limits.ts';
import type { RawFile } from './rawWorkbook.ts';
import { readPackage } from './readPackage.ts';
import { readZip } from './readZip.ts';

/** A picture or an embedded file of a workbook. */
export interface Attachment {
  /** Of letters, digits, `-`, `_` and one dot alone, and unlike every other in more than capitals: `Cover_B7.png`. */
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
export function* attachmentsOf(bytes: Uint8Array): Generator<Attachment> {
  const zip = readZip(bytes, limits);
  const taken = new Set<string>();
  const shown = shownFiles(bytes);
  const known = new Set(shown.map(({ part }) => part));
  const others = zip.names.filter((part) => usualFolders.test(part) && !known.has(part)).map((part) => ({ part }));
  for (const { part, ...place } of [...shown, ...others]) {
    const content = attempt(() => zip.read(part) ?? new Uint8Array());
    const ending = 'bytes' in content ? endingOf(part, content.bytes) : 'bin';
    yield { name: freeName(place, ending, taken), ...place, content };
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

/** By content; of what is no picture the part's own ending, where programs only show files of that kind. */
function endingOf(part: string, bytes: Uint8Array): string {
  const picture = pictureHeader(bytes);
  if (picture !== undefined) return picture.ending;
  const begins = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (begins === '%PDF-') return 'pdf';
  const own = /\.([a-z]{3,4})$/i.exec(part)?.[1]?.toLowerCase() ?? '';
  return begins.startsWith('PK') && documents.has(own) ? own : 'bin';
}

/** Documents without macros. */
const documents: ReadonlySet<string> = new Set(['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'zip']);

/** Systems forbid some words as whole names; with an underscore none of them is one. */
function freeName(
  { sheet = 'file', cell = '1' }: Pick<Attachment, 'sheet' | 'cell'>,
  ending: string,
  taken: Set<string>,
): string {
  const words = sheet
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  const base = `${words === '' ? 'sheet' : words}_${cell}`;
  for (let count = 1; ; count += 1) {
    const name = `${base}${count === 1 ? '' : `_${count}`}.${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
