import { FindingsError } from '../../finding/index.ts';
import type { RawRange } from '../model/rawWorkbook.ts';
import { readXml, type XmlAttributes, type XmlVisitor } from '../xml/readXml.ts';
import type { ReadLimits } from '../zip/limits.ts';
import { maxObjects } from './readDrawing.ts';

/** A shape of a drawing in VML, which Excel uses for notes, form controls, embedded files and pictures of headers. */
export interface VmlShape {
  /** The number by which other parts of the workbook refer to it. */
  readonly id: string;
  /**
   * `Note`, `Checkbox`, `Pict` and others; empty if the shape names none (Office's VML reference, ClientData
   * ObjectType).
   */
  readonly type: string;
  readonly text: string;
  readonly over?: RawRange;
  /** Relationship of its picture. */
  readonly picture?: string;
  readonly isChecked: boolean;
}

/**
 * Reads the shapes of a VML part. Excel writes VML that is not well-formed if a text has several lines.
 *
 * @throws FindingsError as `readXml` does
 */
export function readVml(partName: string, bytes: Uint8Array, limits: ReadLimits): readonly VmlShape[] {
  try {
    return shapesOf(partName, bytes, limits);
  } catch (failure) {
    if (!(failure instanceof FindingsError)) throw failure;
    const closed = Buffer.from(bytes).toString('utf8').replaceAll(/<br>/gi, '<br/>');
    return shapesOf(partName, Buffer.from(closed), limits);
  }
}

function shapesOf(partName: string, bytes: Uint8Array, limits: ReadLimits): readonly VmlShape[] {
  const visitor = new VmlVisitor(limits.cellCharacters);
  readXml(partName, bytes, limits, visitor);
  return visitor.shapes;
}

interface OpenShape {
  readonly id: string;
  type: string;
  text: string;
  anchor: string;
  picture: string | undefined;
  isChecked: boolean;
}

class VmlVisitor implements XmlVisitor {
  readonly shapes: VmlShape[] = [];
  private readonly maxCharacters: number;
  private shape: OpenShape | undefined;
  private depth = 0;
  private within: 'textbox' | 'Anchor' | 'Checked' | undefined;

  constructor(maxCharacters: number) {
    this.maxCharacters = maxCharacters;
  }

  open(name: string, attributes: XmlAttributes, depth: number): void {
    if (this.shape === undefined) {
      if (!drawn.has(name)) return;
      const id = attributes.getLocal('spid') ?? attributes.get('id') ?? '';
      this.shape = {
        id: id.replace(/^_x0000_s/, ''),
        ...{ type: '', text: '', anchor: '', picture: undefined, isChecked: false },
      };
      this.depth = depth;
    } else if (name === 'textbox' || name === 'Anchor') this.within = name;
    else if (name === 'Checked') {
      this.within = name;
      this.shape.isChecked = true;
    } else if (name === 'ClientData') this.shape.type = attributes.get('ObjectType') ?? '';
    else if (name === 'imagedata') this.shape.picture ??= attributes.getLocal('relid') ?? attributes.get('r:id');
    else if (name === 'br') this.shape.text += '\n';
  }

  text(piece: string): void {
    const { shape, within } = this;
    if (shape === undefined) return;
    if (within === 'Anchor') shape.anchor += piece.slice(0, 200);
    else if (within === 'Checked' && piece.trim() === '0') shape.isChecked = false;
    else if (within === 'textbox' && shape.text.length < this.maxCharacters) {
      shape.text += piece.replace(/\s+/g, ' ').slice(0, this.maxCharacters);
    }
  }

  close(name: string, depth: number): void {
    if (name === this.within) this.within = undefined;
    else if (name === 'div' && this.shape !== undefined) this.shape.text += '\n';
    if (this.shape === undefined || depth !== this.depth) return;
    const { id, type, text, anchor, picture, isChecked } = this.shape;
    this.shape = undefined;
    if (this.shapes.length >= maxObjects) return;
    const over = rangeOf(anchor);
    this.shapes.push({
      ...{ id, type, text: tidyLines(text), isChecked },
      ...(over === undefined ? {} : { over }),
      ...(picture === undefined ? {} : { picture }),
    });
  }
}

const drawn: ReadonlySet<string> = new Set(['shape', 'rect', 'oval', 'line', 'roundrect', 'polyline', 'image']);

const tidyLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** Left column and offset, top row and offset, right column and offset, bottom row and offset, all from 0. */
function rangeOf(anchor: string): RawRange | undefined {
  const figures = anchor.split(',').map(Number);
  const [column, , row, , toColumn, columnOffset, toRow, rowOffset] = figures;
  if (column === undefined || row === undefined || toColumn === undefined || toRow === undefined) return undefined;
  if (!figures.every((figure) => Number.isInteger(figure) && figure >= 0)) return undefined;
  return {
    firstRow: row + 1,
    firstColumn: column + 1,
    lastRow: Math.max(row + 1, toRow + ((rowOffset ?? 0) > 0 ? 1 : 0)),
    lastColumn: Math.max(column + 1, toColumn + ((columnOffset ?? 0) > 0 ? 1 : 0)),
  };
}
