import { FindingsError } from '../../finding/index.ts';
import { pictureHeader } from '../model/pictureHeader.ts';
import type { RawFile, RawObject, RawRange } from '../model/rawWorkbook.ts';
import { cleanAddress } from '../xml/hyperlinks.ts';
import { readXml } from '../xml/readXml.ts';
import { type Relationship, readLinkTargets, readPart, readRelationships } from '../xml/relationships.ts';
import type { ReadLimits } from '../zip/limits.ts';
import type { Zip } from '../zip/zip.ts';
import { type DrawnObject, maxObjects, type Rectangle, readDrawing } from './readDrawing.ts';
import { readMeasures, type SheetMeasures } from './readMeasures.ts';
import { readVml, type VmlShape } from './readVml.ts';
import { type SheetMarks, wordsInHeader } from './sheetMarks.ts';

/**
 * Lists the objects on a sheet, or printed with it, that are in none of its cells: text boxes, shapes, pictures,
 * charts, diagrams, ink, controls, embedded files, a background, headers and footers. Notes are read by `readComments`.
 * A drawing that is damaged or too large becomes an object without text: it never causes a workbook to be refused.
 *
 * @param marks references from the sheet's part
 */
export function sheetObjects(zip: Zip, sheet: string, marks: SheetMarks, limits: ReadLimits): readonly RawObject[] {
  const headers: readonly RawObject[] = wordsInHeader(marks.headers).map((text) => ({ kind: 'header', text }));
  if (!marks.hasParts) return headers;
  const source = { ...partsOf(zip, sheet, limits), measures: once(() => measuresOf(zip, sheet, limits)) };
  const attempt = (read: () => readonly RawObject[]): readonly RawObject[] => unlessBroken(read, [unreadable]);
  const vml = attempt(() => vmlObjects(source, marks));
  const inVml = new Set(vml.flatMap(({ shapeId }: OfShape) => shapeId ?? []));
  const drawn = attempt(() =>
    drawnOn(source, marks.drawing).filter(({ shapeId }: OfShape) => shapeId === undefined || !inVml.has(shapeId)),
  );
  const background = marks.background === undefined ? [] : [pictureObject('background', source, marks.background)];
  return [...drawn, ...vml, ...background, ...headerPictures(source, marks), ...headers].slice(0, maxObjects);
}

/** A part with the parts that it refers to. */
export interface Source {
  readonly zip: Zip;
  readonly limits: ReadLimits;
  readonly targets: ReadonlyMap<string, Relationship>;
}

interface SheetSource extends Source {
  readonly measures: () => SheetMeasures | undefined;
}

type OfShape = RawObject & { readonly shapeId?: string };

/** Placeholder for an object that cannot be read. */
export const unreadable: RawObject = { kind: 'other', text: '' };

export const partsOf = (zip: Zip, part: string, limits: ReadLimits): Source => ({
  zip,
  limits,
  targets: readRelationships(zip, part, limits),
});

function unlessBroken<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof FindingsError) return otherwise;
    throw failure;
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function measuresOf(zip: Zip, sheet: string, limits: ReadLimits): SheetMeasures | undefined {
  const part = readPart(zip, sheet);
  return part === undefined ? undefined : readMeasures(part.name, part.bytes, limits);
}

/** Objects of the drawing to which a relationship leads. A missing drawing counts as an unreadable object. */
function drawnOn(source: SheetSource, relationship: string | undefined): readonly OfShape[] {
  const target = relationship === undefined ? undefined : source.targets.get(relationship)?.target;
  const part = target === undefined ? undefined : readPart(source.zip, target);
  if (part === undefined) return [];
  const within = { ...partsOf(source.zip, part.name, source.limits), measures: source.measures };
  const addresses = once(() => readLinkTargets(source.zip, part.name, source.limits));
  return readDrawing(part.name, part.bytes, source.limits).flatMap((one) => rawObjects(within, one, addresses));
}

/** @param addresses targets of links, by relationship */
function rawObjects(
  source: SheetSource,
  drawn: DrawnObject,
  addresses: () => ReadonlyMap<string, string>,
): readonly OfShape[] {
  const { kind, text, alternative, picture, words, shapeId } = drawn;
  const over = drawn.over ?? (drawn.at === undefined ? undefined : cellsAt(source.measures(), drawn.at));
  const place = over === undefined ? {} : { over };
  const file = fileOf(source, picture);
  const read = words === undefined ? { text: '', drawn: [] } : wordsOf(source, words);
  const links = drawn.links.flatMap((link) => cleanAddress(addresses().get(link) ?? ''));
  const own = {
    kind,
    text: [text, read.text, ...links].filter((one) => one !== '').join('\n'),
    ...place,
    ...(alternative === undefined ? {} : { alternative }),
    ...(file === undefined ? {} : { file }),
    ...(shapeId === undefined ? {} : { shapeId }),
  };
  return [own, ...read.drawn.map((one) => ({ ...one, ...place }))];
}

function cellsAt(measures: SheetMeasures | undefined, at: Rectangle): RawRange | undefined {
  if (measures === undefined) return undefined;
  return {
    firstRow: measures.rowAt(at.top),
    firstColumn: measures.columnAt(at.left),
    lastRow: measures.rowAt(at.top + at.height),
    lastColumn: measures.columnAt(at.left + at.width),
  };
}

/** The text of a chart or a diagram, and the objects drawn into a chart. */
function wordsOf(source: SheetSource, relationship: string): { text: string; drawn: readonly RawObject[] } {
  return unlessBroken(
    () => {
      const target = source.targets.get(relationship)?.target;
      const part = target === undefined ? undefined : readPart(source.zip, target);
      if (part === undefined) return { text: '', drawn: [] };
      const within = { ...partsOf(source.zip, part.name, source.limits), measures: source.measures };
      const shapes = [...within.targets].find(([, { type }]) => type === 'chartUserShapes')?.[0];
      return { text: paragraphsIn(part.name, part.bytes, source.limits), drawn: drawnOn(within, shapes) };
    },
    { text: '', drawn: [unreadable] },
  );
}

/**
 * Fills and lines, how texts look, and the figures and names of the cells that a chart shows. Nothing below `txPr` is ever
 * shown: openpyxl (3.0, 3.1) writes the word None there each time after the first that it saves a file.
 */
const passedOver: ReadonlySet<string> = new Set(['spPr', 'txPr', 'cat', 'val']);

/** The paragraphs of DrawingML in a part, each on a line. */
function paragraphsIn(partName: string, bytes: Uint8Array, limits: ReadLimits): string {
  let text = '';
  let inText = false;
  readXml(partName, bytes, limits, {
    passedOver,
    open(name) {
      if (name === 't') inText = true;
    },
    text(piece) {
      if (inText && text.length < limits.cellCharacters) text += piece.slice(0, limits.cellCharacters);
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'p' && text !== '' && !text.endsWith('\n')) text += '\n';
    },
  });
  return text.trim();
}

function vmlObjects(source: Source, marks: SheetMarks): readonly OfShape[] {
  const shapes = vmlShapes(source, marks.legacyDrawing).filter(({ type }) => type !== 'Note');
  const files = new Map(marks.embedded.map(({ shapeId, relationship }) => [shapeId, relationship]));
  const controls = new Set(marks.controls);
  const objects = shapes.map((shape): OfShape => vmlObject(source, shape, files, controls));
  const placed = new Set(shapes.map(({ id }) => id));
  const unplaced = marks.embedded.filter(({ shapeId }) => !placed.has(shapeId));
  return [
    ...objects,
    ...unplaced.map(({ shapeId, relationship, over }) => ({
      ...pictureObject('file', source, relationship),
      ...(over === undefined ? {} : { over }),
      shapeId,
    })),
  ];
}

function vmlShapes(source: Source, relationship: string | undefined): readonly VmlShape[] {
  const target = relationship === undefined ? undefined : source.targets.get(relationship)?.target;
  const part = target === undefined ? undefined : readPart(source.zip, target);
  return part === undefined ? [] : readVml(part.name, part.bytes, source.limits);
}

function vmlObject(
  source: Source,
  { id, type, text, over, isChecked }: VmlShape,
  files: ReadonlyMap<string, string>,
  controls: ReadonlySet<string>,
): OfShape {
  const file = fileOf(source, files.get(id));
  const isControl = controls.has(id) || controlTypes.has(type);
  return {
    kind: files.has(id) ? 'file' : isControl ? 'control' : text === '' ? 'shape' : 'text box',
    text: isControl && isChecked ? `${text} (ticked)`.trim() : text,
    shapeId: id,
    ...(over === undefined ? {} : { over }),
    ...(file === undefined ? {} : { file }),
  };
}

const controlTypes: ReadonlySet<string> = new Set([
  ...['Button', 'Checkbox', 'Dialog', 'Drop', 'Edit', 'GBox', 'Label', 'List', 'Radio', 'Scroll', 'Spin', 'LineA'],
]);

/** Pictures that are printed in headers and footers. */
function headerPictures(source: Source, { legacyDrawingHF }: SheetMarks): readonly RawObject[] {
  if (legacyDrawingHF === undefined) return [];
  return unlessBroken(() => {
    const target = source.targets.get(legacyDrawingHF)?.target;
    const part = target === undefined ? undefined : readPart(source.zip, target);
    if (part === undefined) return [];
    const within = partsOf(source.zip, part.name, source.limits);
    return readVml(part.name, part.bytes, source.limits).map(({ picture }) => pictureObject('header', within, picture));
  }, [unreadable]);
}

function pictureObject(kind: RawObject['kind'], source: Source, relationship: string | undefined): RawObject {
  const file = fileOf(source, relationship);
  return { kind, text: '', ...(file === undefined ? {} : { file }) };
}

/** The part of a picture or an embedded file; undefined if it is not in the package, such as a linked picture. */
export function fileOf({ zip, targets }: Source, relationship: string | undefined): RawFile | undefined {
  const target = relationship === undefined ? undefined : targets.get(relationship)?.target;
  const part = target === undefined ? undefined : zip.find(target);
  const stated = part === undefined ? undefined : zip.stated(part);
  if (part === undefined || stated === undefined) return undefined;
  const picture = pictureHeader(zip.beginning(part, headerBytes) ?? new Uint8Array());
  return { part, ...stated, ...(picture === undefined ? {} : { picture }) };
}

/** Enough for the data that cameras put before the size of a JPEG. */
const headerBytes = 64 * 1024;
