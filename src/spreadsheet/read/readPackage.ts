import { FindingsError, finding } from '../../finding/index.ts';
import { noMarks } from '../drawings/sheetMarks.ts';
import { sheetObjects, unreadable } from '../drawings/sheetObjects.ts';
import type { RawComment, RawWorkbook } from '../model/rawWorkbook.ts';
import { addLinks } from '../xml/hyperlinks.ts';
import {
  findPart,
  type Relationship,
  readLinkTargets,
  readPart,
  readRelationships,
  relationshipOf,
} from '../xml/relationships.ts';
import { defaultLimits, type ReadLimits } from '../zip/limits.ts';
import { bytesText, damaged, encrypted, notAWorkbook, safeText, tooLarge } from '../zip/readErrors.ts';
import { readZip } from '../zip/readZip.ts';
import { foreignArchive, macroWorkbook, plainArchive, signatureOf } from '../zip/signature.ts';
import type { Zip } from '../zip/zip.ts';
import { partText } from '../zip/zipDirectory.ts';
import { readComments } from './readComments.ts';
import { readProperties } from './readProperties.ts';
import { readRichValues } from './readRichValues.ts';
import { findSharedStrings, readSharedStrings, type SharedStrings } from './readSharedStrings.ts';
import { readSheet, type SheetContext } from './readSheet.ts';
import { readNumberFormats } from './readStyles.ts';
import { readWorkbookPart } from './readWorkbookPart.ts';
import { thinSheet } from './thinSheet.ts';

/**
 * Reads the values of an .xlsx file that may be hostile (rules E40 to E46, E49). Missing parts are tolerated:
 * references, styles, or the part of a sheet. A damaged part causes the file to be refused, because half a table of
 * texts would pass for blank answers; only damaged comments and custom properties are ignored. Macros are refused. The
 * content of pictures and embedded files is not read, nor are links and rules.
 *
 * @param bytes the file as received
 * @param limits those that differ from `defaultLimits`
 * @throws FindingsError with one of `return.empty`, `return.old-excel`, `return.encrypted`, `return.damaged`,
 * `return.over-limit` or the codes of `Foreign`, whatever the bytes are; never anything else
 */
export function readPackage(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): RawWorkbook {
  const allLimits = { ...defaultLimits, ...limits };
  refuseOtherFiles(bytes);
  if (bytes.length > allLimits.fileBytes) throw tooLarge('size', bytes.length, allLimits.fileBytes);
  const zip = readZip(bytes, allLimits);
  const foreign = foreignArchive(zip);
  if (foreign !== undefined) throw notAWorkbook(foreign);
  return readWorkbook(zip, allLimits);
}

function refuseOtherFiles(bytes: Uint8Array): void {
  const signature = signatureOf(bytes);
  switch (signature.kind) {
    case 'zip':
      return;
    case 'empty':
      throw new FindingsError([finding('return.empty', {}, {})]);
    case 'encrypted':
      throw encrypted();
    case 'old-excel':
      throw new FindingsError([finding('return.old-excel', {}, {})]);
    case 'other':
      throw notAWorkbook(signature);
  }
}

function readWorkbook(zip: Zip, limits: ReadLimits): RawWorkbook {
  const ofPackage = readRelationships(zip, '', limits);
  const main = readTarget(zip, relationshipOf(ofPackage, 'officeDocument'));
  if (main === undefined) throw notAWorkbook(plainArchive(zip));
  const { sheets, definedNames, date1904 } = readWorkbookPart(main.name, main.bytes, limits);

  const ofWorkbook = readRelationships(zip, main.name, limits);
  // The macro project may have any name; its usual one is looked for in the archive.
  if (relationshipOf(ofWorkbook, 'vbaProject') !== undefined) throw notAWorkbook(macroWorkbook);
  const context = readContext(zip, ofWorkbook, date1904, limits);
  const properties = readTarget(zip, relationshipOf(ofPackage, 'custom-properties'));
  // Only relationships are certain, but there are a dozen of them, and every program uses this word in the part's name.
  const hasComments = zip.names.some((name) => /comment/i.test(name));
  const found = sheets.map(({ name, state, relationship }) => ({
    ...{ name, state },
    part: relationship === undefined ? undefined : sheetPart(zip, ofWorkbook.get(relationship)),
  }));
  const cells = new Map<string, ReturnType<typeof readSheet>>();
  // The smallest first: a blown-up sheet must not use up the room of the others.
  for (const { part } of found.toSorted((a, b) => (a.part?.size ?? 0) - (b.part?.size ?? 0))) {
    if (part === undefined || cells.has(part.name)) continue;
    const own = readLargeSheet(zip, part, context);
    const isOutward = own.links.some((link) => link.relationship !== undefined);
    addLinks(own.rows, own.links, isOutward ? readLinkTargets(zip, part.name, limits) : new Map());
    cells.set(part.name, own);
  }
  const read = found.map(({ name, state, part }) => {
    const own = part === undefined ? undefined : cells.get(part.name);
    if (part === undefined || own === undefined) {
      return { sheet: { name, state, rows: new Map(), merges: [], comments: [] } };
    }
    const { marks, links: _, ...sheet } = own;
    const comments = hasComments ? unlessDamaged(() => commentsOf(zip, part.name, limits)) : [];
    return {
      sheet: { name, state, ...sheet, comments: comments ?? [] },
      drawn: { part: part.name, marks, isWhole: comments !== undefined },
    };
  });
  return {
    // After the cells of all sheets, so that drawings do not use up the room for cells.
    sheets: read.map(({ sheet, drawn }) => ({
      ...sheet,
      objects:
        drawn === undefined
          ? []
          : [...(drawn.isWhole ? [] : [unreadable]), ...sheetObjects(zip, drawn.part, drawn.marks, limits)],
    })),
    definedNames,
    properties:
      properties === undefined
        ? new Map()
        : (unlessDamaged(() => readProperties(properties.name, properties.bytes, limits)) ?? new Map()),
    date1904,
  };
}

function readContext(
  zip: Zip,
  ofWorkbook: ReadonlyMap<string, Relationship>,
  date1904: boolean,
  limits: ReadLimits,
): SheetContext {
  const strings = relationshipOf(ofWorkbook, 'sharedStrings');
  const stylesPart = readTarget(zip, relationshipOf(ofWorkbook, 'styles'));
  return {
    limits,
    richValues: readRichValues(zip, ofWorkbook, limits),
    sharedString: strings === undefined ? () => undefined : sharedStringsOf(zip, strings, limits),
    numberFormats: stylesPart === undefined ? [] : readNumberFormats(stylesPart.name, stylesPart.bytes, limits),
    date1904,
    cells: 0,
    textCharacters: 0,
    sheetBytes: 0,
  };
}

function sharedStringsOf(zip: Zip, strings: Relationship, limits: ReadLimits): SharedStrings {
  const part = statedPart(zip, strings);
  if (part === undefined) {
    throw damaged(`part "${safeText(strings.target)}", which holds the texts of all cells, is missing`);
  }
  if (part.size <= limits.entryBytes) {
    try {
      return readSharedStrings(part.name, zip.read(part.name) ?? new Uint8Array(), limits);
    } catch (failure) {
      if (!(failure instanceof FindingsError && failure.findings.some(({ code }) => code === 'return.over-limit'))) {
        throw failure;
      }
    }
  }
  const beginning = zip.readBeginning(part.name);
  const found = beginning?.isWhole === true ? findSharedStrings(part.name, beginning.bytes, limits) : undefined;
  if (found === undefined) throw tooLarge(partText(part.name), part.size, limits.entryBytes);
  return found;
}

/** Chart sheets and dialogue sheets have no cells, but may have objects. */
const sheetTypes: ReadonlySet<string> = new Set(['worksheet', 'chartsheet', 'dialogsheet']);

interface StatedPart {
  readonly name: string;
  readonly size: number;
}

function sheetPart(zip: Zip, relationship: Relationship | undefined): StatedPart | undefined {
  if (relationship === undefined || !sheetTypes.has(relationship.type)) return undefined;
  return statedPart(zip, relationship);
}

function statedPart(zip: Zip, { target }: Relationship): StatedPart | undefined {
  const name = findPart(zip, target);
  const stated = name === undefined ? undefined : zip.stated(name);
  return name === undefined || stated === undefined ? undefined : { name, size: stated.size };
}

/** Reads the cells of a sheet. A sheet larger than a part may be is read without its empty rows and cells. */
function readLargeSheet(zip: Zip, { name, size }: StatedPart, context: SheetContext): ReturnType<typeof readSheet> {
  const { limits } = context;
  const room = Math.min(limits.entryBytes, limits.inflatedBytes - context.sheetBytes);
  if (size <= room) {
    context.sheetBytes += size;
    return readSheet(name, zip.read(name) ?? new Uint8Array(), context);
  }
  const beginning = zip.readBeginning(name);
  const thin =
    beginning === undefined
      ? undefined
      : thinSheet(beginning.bytes, beginning.isWhole, Math.min(room, limits.entryBytes / 4));
  const cut = { after: thin?.cutAfter ?? 0, what: 'size', limit: bytesText(limits.entryBytes) };
  if (thin === undefined) return { rows: new Map(), merges: [], links: [], marks: noMarks(), cut };
  context.sheetBytes += thin.bytes.length;
  const read = readSheet(name, thin.bytes, context);
  return thin.cutAfter === undefined || read.cut !== undefined ? read : { ...read, cut };
}

/** Excel writes threads twice, the second time for its older versions; other programs may omit the second. */
function commentsOf(zip: Zip, sheet: string, limits: ReadLimits): readonly RawComment[] {
  const relationships = readRelationships(zip, sheet, limits);
  const [comments, threads] = ['comments', 'threadedComment'].map((type) => {
    const part = readTarget(zip, relationshipOf(relationships, type));
    return part === undefined ? [] : readComments(part.name, part.bytes, limits);
  });
  const known = new Set(comments?.map(({ cell }) => cell));
  return [...(comments ?? []), ...(threads ?? []).filter(({ cell }) => !known.has(cell))];
}

/** Some parts hold no answers, so damage to them must not cause the others to be refused. */
function unlessDamaged<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof FindingsError) return undefined;
    throw failure;
  }
}

const readTarget = (zip: Zip, relationship: Relationship | undefined): ReturnType<typeof readPart> =>
  relationship === undefined ? undefined : readPart(zip, relationship.target);
