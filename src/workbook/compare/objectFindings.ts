import { crc32 } from 'node:zlib';
import { type Finding, finding, type Place } from '../../finding/index.ts';
import type { Branding } from '../../instrument/model/branding.ts';
import { wordsInHeader } from '../../spreadsheet/drawings/sheetMarks.ts';
import { address, parseCellReference } from '../../spreadsheet/model/address.ts';
import type { ObjectKind, RawFile, RawObject, RawRange, RawSheet } from '../../spreadsheet/model/rawWorkbook.ts';
import { readPicture } from '../../spreadsheet/style/picture.ts';
import { bytesText } from '../../spreadsheet/zip/readErrors.ts';
import type { Words } from '../../words/words.ts';
import type { SheetPair } from './findSheet.ts';
import type { IssuedObject } from './issuedContent.ts';

/** Text and pictures outside the cells that identify the partner of a workbook. */
export interface OwnMarks {
  /** Code of the partner and name of the round, as in the footer. */
  readonly partner: string;
  readonly round: string;
  /** The words of the workbook. */
  readonly words: Words;
  readonly logo: Branding['logo'];
}

/**
 * Reports objects on the sheets of a returned workbook, or printed with them, that were not there at issue. None of
 * them is read as an answer, so each is reported with the answers that it covers.
 *
 * @param pairs issued sheets, with the returned ones
 * @param places where the answers are
 */
export function objectFindings(
  sheets: readonly RawSheet[],
  pairs: readonly SheetPair[],
  places: readonly Place[],
  own: OwnMarks,
): readonly Finding[] {
  // All sheets are issued with the same marking, including the list of corrections, of which no text is stored.
  const { sheets: names, file } = own.words;
  const headers = new Set([
    ...pairs.flatMap(({ sent }) => headersOf(sent.objects)),
    ...wordsInHeader([file.page('&A', '&P', '&N')]),
  ]);
  const chartSheets: readonly string[] = [names.scorecard, names.perspectives];
  // If the issued content is unknown, charts on the sheets that have some are assumed to be the original ones.
  const chartsOf = ({ name, objects }: RawSheet): readonly IssuedObject[] =>
    chartSheets.includes(name) ? objects.filter(({ kind }) => kind === 'chart') : [];
  return sheets.flatMap((sheet) => {
    const sent = pairs.find(({ now }) => now === sheet)?.sent;
    const isCover = (sent ?? sheet).name === names.cover;
    const added = addedObjects(sheet.objects, sent?.objects ?? chartsOf(sheet), { headers, isCover, own });
    const answers = added.length === 0 ? [] : places.filter((place) => place.sheet === sheet.name);
    return added.flatMap((object) => objectFinding(sheet, object, answers));
  });
}

/** Objects of a sheet besides the issued ones: each of these accounts for one of its kind with no other text. */
function addedObjects(
  objects: readonly RawObject[],
  sent: readonly IssuedObject[],
  {
    headers,
    isCover,
    own,
  }: { readonly headers: ReadonlySet<string>; readonly isCover: boolean; readonly own: OwnMarks },
): readonly RawObject[] {
  const left = [...sent];
  const words = new Set(sent.flatMap(({ text }) => linesOf(text)));
  let logo = isCover ? own.logo : undefined;
  return objects.filter((object) => {
    if (object.kind === 'header') return !headers.has(object.text) && !isFooter(object.text, own);
    if (logo !== undefined && isLogo(object, logo)) {
      logo = undefined;
      return false;
    }
    if (!linesOf(object.text).every((line) => words.has(line))) return true;
    const same = left.findIndex(({ kind }) => kind === object.kind);
    if (same !== -1) left.splice(same, 1);
    return same === -1;
  });
}

const headersOf = (objects: readonly IssuedObject[]): readonly string[] =>
  objects.filter(({ kind }) => kind === 'header').flatMap(({ text }) => [text, ...linesOf(text)]);

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

/** The footer of every sheet: code and name of the partner, and the round, cut if long. */
const isFooter = (text: string, { partner, round, words }: OwnMarks): boolean => {
  const [start = '', end = ''] = words.file.footer(partner, name, round).split(name);
  return text.startsWith(start) && (text.endsWith(end) || text.endsWith('…'));
};

/** In the place of the partner's name, which may have been changed since. */
const name = '\ue000';

/** Some programs compress a picture again when they save it: it then has other bytes, but the same size in pixels. */
function isLogo({ kind, file }: RawObject, logo: NonNullable<OwnMarks['logo']>): boolean {
  if (kind !== 'picture' || file === undefined) return false;
  const bytes = Buffer.from(logo.picture, 'base64');
  if (file.size === bytes.length && file.crc === crc32(bytes)) return true;
  const picture = readPicture(bytes);
  return picture !== undefined && file.picture?.width === picture.width && file.picture.height === picture.height;
}

function objectFinding(sheet: RawSheet, object: RawObject, places: readonly Place[]): readonly Finding[] {
  const { over, kind, text, file } = object;
  const covered = over === undefined ? [] : places.filter(({ cell }) => cell !== undefined && isIn(over, cell));
  const [first] = covered;
  const place: Place =
    first ??
    (over === undefined
      ? { sheet: sheet.name }
      : { sheet: sheet.name, cell: address(over.firstRow, over.firstColumn) });
  const cells = covered.flatMap(({ cell }) => cell ?? []);
  const alternative = object.alternative === undefined ? {} : { alternative: object.alternative };
  const said = text === '' ? [] : [finding('sheet.text-box', place, { kind, text, cells, ...alternative })];
  // The text of a picture is the address of its link: what it shows has to be looked at as well.
  if (said.length > 0 && kind !== 'picture') return said;
  if (kind === 'file') return [finding('sheet.embedded-file', place, { size: sizeOf(file), cells, ...alternative })];
  return pictures.has(kind)
    ? [...said, finding('sheet.picture', place, { kind, size: sizeOf(file), cells, ...alternative })]
    : [finding('sheet.drawn', place, { kind, cells, ...alternative })];
}

const pictures: ReadonlySet<ObjectKind> = new Set(['picture', 'ink', 'background', 'header']);

function isIn({ firstRow, firstColumn, lastRow, lastColumn }: RawRange, cell: string): boolean {
  const at = parseCellReference(`x!${cell}`);
  if (at === undefined) return false;
  return at.row >= firstRow && at.row <= lastRow && at.column >= firstColumn && at.column <= lastColumn;
}

/** As people read it: `PNG, 640 by 480 pixels, 12 KB`; empty when it is not in the file. */
function sizeOf(file: RawFile | undefined): string {
  if (file === undefined) return '';
  const { format, width, height } = file.picture ?? {};
  const pixels = width === undefined || height === undefined ? [] : [`${width} by ${height} pixels`];
  return [...(format === undefined ? [] : [format]), ...pixels, bytesText(file.size)].join(', ');
}
