import type { ObjectKind, RawRange } from '../model/rawWorkbook.ts';
import { readXml, type XmlAttributes, type XmlVisitor } from '../xml/readXml.ts';
import type { ReadLimits } from '../zip/limits.ts';
import { alternativeText } from './alternativeText.ts';
import { Anchor } from './anchor.ts';

/** An object of a drawing, with the ids of its relationships instead of its parts. */
export interface DrawnObject {
  readonly kind: ObjectKind;
  /** Its text, one line for each paragraph; empty when there is none. */
  readonly text: string;
  readonly over?: RawRange;
  /** Its place if it is not anchored to cells, in English Metric Units from the top left corner of the sheet. */
  readonly at?: Rectangle;
  /** Alternative text written by a person; absent when there is none. */
  readonly alternative?: string;
  /** Relationship of the picture that it shows. */
  readonly picture?: string;
  /** Relationship of the part with its text: a chart, or the data of a diagram. */
  readonly words?: string;
  /** Relationships of the links on it and on its text. */
  readonly links: readonly string[];
  /** Number of the shape in the legacy (VML) drawing that is the same object. */
  readonly shapeId?: string;
}

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Objects of a drawing that are read. They are only reported, so any further ones are left out. */
export const maxObjects = 1_000;

/** Links of one object that are read. */
const maxLinksOfOne = 20;

/**
 * Reads the objects of a drawing part (ECMA-376 part 1, 20.5), including those in groups. Of alternatives (part 3,
 * 9.3), the first that contains an object counts. Shapes without text are left out of a group that contains something
 * else.
 *
 * @throws FindingsError as `readXml` does
 */
export function readDrawing(partName: string, bytes: Uint8Array, limits: ReadLimits): readonly DrawnObject[] {
  const drawing = new DrawingVisitor(limits.cellCharacters);
  readXml(partName, bytes, limits, drawing);
  return drawing.objects;
}

/** The object that is being read. */
interface Leaf {
  readonly element: string;
  text: string;
  isTextBox: boolean;
  isHidden: boolean;
  readonly links: string[];
  alternative?: string;
  picture?: string;
  words?: string;
  shapeId?: string;
  /** The content of a frame, by the end of its URI. */
  holds?: string;
}

/** An anchor, or alternatives: an element that can have several objects. */
interface Container {
  readonly depth: number;
  readonly isAnchor: boolean;
  objects: DrawnObject[];
  /** Objects of the alternatives before the present one. */
  chosen: readonly DrawnObject[];
  readonly anchor: Anchor;
  /** Alternative text of a group in it. */
  alternative?: string;
  position?: { readonly left: number; readonly top: number };
  extent?: { readonly width: number; readonly height: number };
}

class DrawingVisitor implements XmlVisitor {
  readonly objects: DrawnObject[] = [];
  private readonly maxCharacters: number;
  private readonly containers: Container[] = [];
  private leaf: Leaf | undefined;
  private leafDepth = 0;
  /** Depth of alternative text, which repeats the same; 0 outside. */
  private againDepth = 0;
  private inText = false;

  constructor(maxCharacters: number) {
    this.maxCharacters = maxCharacters;
  }

  open(name: string, attributes: XmlAttributes, depth: number): void {
    if (this.leaf !== undefined) this.openInLeaf(this.leaf, name, attributes, depth);
    else if (anchors.has(name)) this.containers.push(newContainer(depth, true));
    else if (name === 'AlternateContent') this.containers.push(newContainer(depth, false));
    else if (leaves.has(name)) {
      this.leaf = { element: name, text: '', isTextBox: false, isHidden: false, links: [] };
      this.leafDepth = depth;
    } else this.openInAnchor(name, attributes);
  }

  text(piece: string): void {
    if (this.leaf === undefined) this.anchorNow()?.anchor.text(piece);
    else if (this.inText && this.leaf.text.length < this.maxCharacters) {
      this.leaf.text += piece.slice(0, this.maxCharacters);
    }
  }

  close(name: string, depth: number): void {
    if (this.leaf !== undefined) this.closeInLeaf(this.leaf, name, depth);
    else {
      this.anchorNow()?.anchor.close(name);
      this.closeContainer(name, depth);
    }
  }

  private openInAnchor(name: string, attributes: XmlAttributes): void {
    const anchor = this.anchorNow();
    if (anchor === undefined) return;
    if (name === 'pos') {
      anchor.position ??= { left: units(attributes.get('x')), top: units(attributes.get('y')) };
    } else if (name === 'ext') {
      anchor.extent ??= { width: units(attributes.get('cx')), height: units(attributes.get('cy')) };
    } else if (name === 'cNvPr') {
      const alternative = alternativeText(attributes.get('descr'), attributes.get('title'));
      if (alternative !== '') anchor.alternative ??= alternative;
    } else anchor.anchor.open(name);
  }

  private anchorNow(): Container | undefined {
    return this.containers.findLast(({ isAnchor }) => isAnchor);
  }

  private openInLeaf(leaf: Leaf, name: string, attributes: XmlAttributes, depth: number): void {
    switch (name) {
      case 't':
        this.inText = this.againDepth === 0;
        return;
      case 'br':
        leaf.text += '\n';
        return;
      case 'Fallback':
        if (this.againDepth === 0) this.againDepth = depth;
        return;
      case 'cNvPr':
        leaf.isHidden ||= attributes.get('hidden') === '1';
        setOnce(leaf, 'alternative', alternativeText(attributes.get('descr'), attributes.get('title')));
        return;
      case 'cNvSpPr':
        leaf.isTextBox ||= attributes.get('txBox') === '1' || attributes.get('txBox') === 'true';
        return;
      case 'blip':
        setOnce(leaf, 'picture', attributes.getLocal('embed') ?? attributes.getLocal('link'));
        return;
      case 'hlinkClick': {
        const link = attributes.getLocal('id') ?? '';
        if (link !== '' && leaf.links.length < maxLinksOfOne && !leaf.links.includes(link)) leaf.links.push(link);
        return;
      }
      case 'graphicData':
        setOnce(leaf, 'holds', attributes.get('uri')?.replace(/^.*\//s, ''));
        return;
      case 'chart':
        setOnce(leaf, 'words', attributes.getLocal('id'));
        return;
      case 'relIds':
        setOnce(leaf, 'words', attributes.getLocal('dm'));
        return;
      case 'compatExt':
        setOnce(leaf, 'shapeId', attributes.get('spid')?.replace(/^_x0000_s/, ''));
    }
  }

  private closeInLeaf(leaf: Leaf, name: string, depth: number): void {
    if (name === 't') this.inText = false;
    else if (name === 'p' && this.againDepth === 0) leaf.text += '\n';
    if (depth === this.againDepth) this.againDepth = 0;
    if (depth !== this.leafDepth) return;
    this.leaf = undefined;
    const found = drawnObject(leaf);
    if (found !== undefined) this.add([found]);
  }

  private closeContainer(name: string, depth: number): void {
    const container = this.containers.at(-1);
    if (container === undefined) return;
    if (!container.isAnchor && (name === 'Choice' || name === 'Fallback') && depth === container.depth + 1) {
      container.chosen = oneOf(container.chosen, container.objects);
      container.objects = [];
    } else if (depth === container.depth) {
      this.containers.pop();
      this.add(container.isAnchor ? placed(container) : container.chosen);
    }
  }

  private add(found: readonly DrawnObject[]): void {
    const objects = this.containers.at(-1)?.objects ?? this.objects;
    objects.push(...found.slice(0, Math.max(0, maxObjects - objects.length)));
  }
}

const anchors: ReadonlySet<string> = new Set([
  ...['twoCellAnchor', 'oneCellAnchor', 'absoluteAnchor'],
  // Anchors of objects drawn into a chart.
  ...['relSizeAnchor', 'absSizeAnchor'],
]);
const leaves: ReadonlySet<string> = new Set(['sp', 'pic', 'graphicFrame', 'cxnSp', 'contentPart']);

const newContainer = (depth: number, isAnchor: boolean): Container => ({
  ...{ depth, isAnchor, objects: [], chosen: [] },
  anchor: new Anchor(),
});

function setOnce(
  leaf: Leaf,
  key: 'alternative' | 'picture' | 'words' | 'shapeId' | 'holds',
  value: string | undefined,
): void {
  if (value !== undefined) leaf[key] ??= value;
}

/** The alternative for older programs is a picture, used for anything this reader cannot read either. */
function oneOf(chosen: readonly DrawnObject[], next: readonly DrawnObject[]): readonly DrawnObject[] {
  if (chosen.length === 0) return next;
  const picture = next.find((one) => one.picture !== undefined)?.picture;
  return picture === undefined
    ? chosen
    : chosen.map((one) => (one.picture === undefined && one.kind !== 'text box' ? { ...one, picture } : one));
}

function drawnObject(leaf: Leaf): DrawnObject | undefined {
  const text = leaf.text.trim();
  // A text box without text is left out.
  if (leaf.isTextBox && text === '' && leaf.picture === undefined) return undefined;
  // An object hidden by a person may be an answer; objects hidden by programs are empty.
  if (leaf.isHidden && leaf.shapeId === undefined && text === '' && leaf.picture === undefined) return undefined;
  const { picture, words, links, shapeId, alternative = '' } = leaf;
  return {
    kind: kindOf(leaf, text),
    text,
    links,
    ...(alternative === '' ? {} : { alternative }),
    ...(picture === undefined ? {} : { picture }),
    ...(words === undefined ? {} : { words }),
    ...(shapeId === undefined ? {} : { shapeId }),
  };
}

const frameKinds: Readonly<Record<string, ObjectKind>> = { chart: 'chart', chartex: 'chart', diagram: 'diagram' };

function kindOf(leaf: Leaf, text: string): ObjectKind {
  switch (leaf.element) {
    case 'pic':
      return 'picture';
    case 'contentPart':
      return 'ink';
    case 'graphicFrame':
      return frameKinds[leaf.holds ?? ''] ?? 'other';
    default:
      if (leaf.isTextBox) return 'text box';
      return text === '' && leaf.picture !== undefined ? 'picture' : 'shape';
  }
}

/** No more than fits on a sheet, whatever the file says. */
function units(text: string | undefined): number {
  const value = Number(text);
  return Number.isFinite(value) ? Math.min(Math.max(0, value), 1e12) : 0;
}

function placed({ objects, anchor, alternative, position, extent }: Container): readonly DrawnObject[] {
  const over = anchor.range();
  const at = position === undefined ? undefined : { ...position, ...(extent ?? { width: 0, height: 0 }) };
  const saying = objects.filter(({ kind, text }) => kind !== 'shape' || text !== '');
  const shown = (saying.length > 0 ? saying : objects.slice(0, 1)).map((one, index) =>
    index === 0 && alternative !== undefined ? { alternative, ...one } : one,
  );
  if (over !== undefined) return shown.map((one) => ({ ...one, over }));
  return at === undefined ? shown : shown.map((one) => ({ ...one, at }));
}
