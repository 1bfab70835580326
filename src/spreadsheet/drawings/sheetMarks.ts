import type { RawRange } from '../model/rawWorkbook.ts';
import type { XmlAttributes } from '../xml/readXml.ts';
import { Anchor } from './anchor.ts';

/** An embedded file as listed in the part of a sheet. */
export interface EmbeddedFile {
  readonly shapeId: string;
  readonly relationship: string;
  /** Absent if only the drawing gives the cells, as in workbooks of Excel 2007. */
  over?: RawRange;
}

/** References from the part of a sheet to things outside its cells, as ids of relationships. */
export interface SheetMarks {
  drawing?: string;
  /** A drawing in VML: notes, controls, embedded files. */
  legacyDrawing?: string;
  /** The same for pictures in headers and footers. */
  legacyDrawingHF?: string;
  background?: string;
  readonly embedded: EmbeddedFile[];
  /** Numbers of the shapes of controls. */
  readonly controls: string[];
  /** Headers and footers as written, with their codes. */
  readonly headers: string[];
  /** Whether any of them is in another part. */
  hasParts: boolean;
}

export const noMarks = (): SheetMarks => ({ embedded: [], controls: [], headers: [], hasParts: false });

const maxMarks = 1_000;

/** Reads the elements of a sheet that are outside its cells. */
export class MarkReader {
  readonly marks = noMarks();
  private inHeader = false;
  private anchor: Anchor | undefined;

  open(name: string, attributes: XmlAttributes): void {
    if (headerElements.has(name)) {
      this.inHeader = true;
      this.marks.headers.push('');
    } else if (name === 'anchor') this.anchor = new Anchor();
    else if (this.anchor !== undefined) this.anchor.open(name);
    else if (markElements.has(name)) takeMark(this.marks, name, attributes);
  }

  text(piece: string): void {
    this.anchor?.text(piece);
    if (!this.inHeader) return;
    const { headers } = this.marks;
    headers.push((headers.pop() ?? '') + piece.slice(0, 1_000));
  }

  close(name: string): void {
    this.inHeader = false;
    this.anchor?.close(name);
    if (name !== 'anchor') return;
    const range = this.anchor?.range();
    this.anchor = undefined;
    this.place(range);
  }

  /** The anchor is inside the element of its object; that of a control comes after all embedded files. */
  private place(over: RawRange | undefined): void {
    const file = this.marks.controls.length === 0 ? this.marks.embedded.at(-1) : undefined;
    if (file !== undefined && over !== undefined) file.over ??= over;
  }
}

/** Elements that refer to objects. */
const markElements: ReadonlySet<string> = new Set([
  ...['drawing', 'legacyDrawing', 'legacyDrawingHF', 'drawingHF', 'picture', 'oleObject', 'control'],
]);

function takeMark(marks: SheetMarks, name: string, attributes: XmlAttributes): void {
  const relationship = attributes.getLocal('id');
  switch (name) {
    case 'drawing':
    case 'legacyDrawing':
    case 'legacyDrawingHF':
      if (relationship !== undefined) marks[name] ??= relationship;
      break;
    case 'drawingHF':
      if (relationship !== undefined) marks.legacyDrawingHF ??= relationship;
      break;
    case 'picture':
      if (relationship !== undefined) marks.background ??= relationship;
      break;
    case 'oleObject': {
      const shapeId = attributes.get('shapeId') ?? '';
      const isKnown = marks.embedded.some((one) => one.shapeId === shapeId);
      if (relationship !== undefined && !isKnown && marks.embedded.length < maxMarks) {
        marks.embedded.push({ shapeId, relationship });
      }
      break;
    }
    case 'control':
      if (marks.controls.length < maxMarks) marks.controls.push(attributes.get('shapeId') ?? '');
      break;
  }
  marks.hasParts = true;
}

/** Elements that hold headers and footers. */
const headerElements: ReadonlySet<string> = new Set([
  ...['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'],
]);

/**
 * The text of headers and footers without codes (ECMA-376 part 1, 18.3.1.39), each of the three parts by itself. The
 * name of the sheet and the page number, which programs insert, are left out.
 */
export function wordsInHeader(headers: readonly string[]): readonly string[] {
  const parts = headers.flatMap((header) =>
    header
      .slice(0, 1_000)
      .replaceAll('&&', '\u0000')
      .split(/&[LCR]/),
  );
  const words = parts.map((part) =>
    part
      .replace(/&"[^"]*"|&K(?:[0-9A-F]{6}|\d\d[+-]\d{3})|&\d+|&./gis, ' ')
      .replaceAll('\u0000', '&')
      .replace(/\s+/g, ' ')
      // Gnumeric writes the name of a font without the characters that make it a code.
      .replace(/^ ?"?[a-z ,-]*"/i, '')
      .trim(),
  );
  return [...new Set(words)].filter((text) => text.replace(/\b(?:page|of)\b|[\W_]/gi, '') !== '');
}
