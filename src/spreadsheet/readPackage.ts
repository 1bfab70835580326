import { FindingsError, finding } from '../finding.ts';
import { sheetObjects } from './drawings/sheetObjects.ts';
import { addLinks } from './hyperlinks.ts';
import { defaultLimits, type ReadLimits } from './limits.ts';
import type { RawComment, RawWorkbook } from './rawWorkbook.ts';
import { readComments } from './readComments.ts';
import { readProperties } from './readProperties.ts';
import { readRichValues } from './readRichValues.ts';
import { readSharedStrings } from './readSharedStrings.ts';
import { readSheet, type SheetContext } from './readSheet.ts';
import { readNumberFormats } from './readStyles.ts';
import { readWorkbookPart } from './readWorkbookPart.ts';
import { readZip, type Zip } from './readZip.ts';
import { damaged, encrypted, notAWorkbook, safeText, tooLarge } from './refusals.ts';
import { type Relationship, readLinkTargets, readPart, readRelationships, relationshipOf } from './relationships.ts';
import { foreignArchive, macroWorkbook, plainArchive, signatureOf } from './signature.ts';

/**
 * Reads the values of an .xlsx file that may be hostile (rules E40 to E46, E49). What is absent is done without, be it
 * references, styles or the part of a sheet; what is there and broken refuses the file, because half a table of texts
 * would pass for answers left blank. Macros are refused; links and rules are not looked at, nor is what pictures and
 * embedded files hold.
 *
 * @param bytes the file as it came
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
  // Only relationships say for certain, but there are a dozen, and every program calls comments by this name.
  const hasComments = zip.names.some((name) => /comment/i.test(name));
  const read = sheets.map(({ name, state, relationship }) => {
    const part = relationship === undefined ? undefined : sheetPart(zip, ofWorkbook.get(relationship));
    if (part === undefined) return { sheet: { name, state, rows: new Map(), merges: [], comments: [] } };
    const comments = hasComments ? commentsOf(zip, part.name, limits) : [];
    const { marks, links, ...cells } = readSheet(part.name, part.bytes, context);
    const isOutward = links.some((link) => link.relationship !== undefined);
    addLinks(cells.rows, links, isOutward ? readLinkTargets(zip, part.name, limits) : new Map());
    return { sheet: { name, state, ...cells, comments }, drawn: { part: part.name, marks } };
  });
  return {
    // After the cells of all sheets, so that no drawing takes the room that these have.
    sheets: read.map(({ sheet, drawn }) => ({
      ...sheet,
      objects: drawn === undefined ? [] : sheetObjects(zip, drawn.part, drawn.marks, limits),
    })),
    definedNames,
    properties: properties === undefined ? new Map() : readProperties(properties.name, properties.bytes, limits),
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
  const stringsPart = readTarget(zip, strings);
  if (strings !== undefined && stringsPart === undefined) {
    throw damaged(`part "${safeText(strings.target)}", which holds the texts of all cells, is missing`);
  }
  const stylesPart = readTarget(zip, relationshipOf(ofWorkbook, 'styles'));
  return {
    limits,
    richValues: readRichValues(zip, ofWorkbook, limits),
    sharedStrings: stringsPart === undefined ? [] : readSharedStrings(stringsPart.name, stringsPart.bytes, limits),
    numberFormats: stylesPart === undefined ? [] : readNumberFormats(stylesPart.name, stylesPart.bytes, limits),
    date1904,
    cells: 0,
    textCharacters: 0,
  };
}

/** Sheets of a chart or a dialogue have no cells, and what lies on them. */
const sheetTypes: ReadonlySet<string> = new Set(['worksheet', 'chartsheet', 'dialogsheet']);

const sheetPart = (zip: Zip, relationship: Relationship | undefined): ReturnType<typeof readPart> =>
  relationship !== undefined && sheetTypes.has(relationship.type) ? readTarget(zip, relationship) : undefined;

function commentsOf(zip: Zip, sheet: string, limits: ReadLimits): readonly RawComment[] {
  const comments = readTarget(zip, relationshipOf(readRelationships(zip, sheet, limits), 'comments'));
  return comments === undefined ? [] : readComments(comments.name, comments.bytes, limits);
}

const readTarget = (zip: Zip, relationship: Relationship | undefined): ReturnType<typeof readPart> =>
  relationship === undefined ? undefined : readPart(zip, relationship.target);
