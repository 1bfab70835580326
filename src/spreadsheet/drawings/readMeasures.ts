import { readXml } from '../xml/readXml.ts';
import type { ReadLimits } from '../zip/limits.ts';

/** Where the rows and columns of a sheet begin, in English Metric Units from its top left corner. */
export interface SheetMeasures {
  /** Number, from 1, of the row at a distance from the top; `columnAt` does the same from the left. */
  rowAt(down: number): number;
  columnAt(right: number): number;
}

/** ECMA-376 part 1, 20.1.2.1 and 18.3.1.13: widths count characters of the default font, heights points. */
const unitsPerCharacter = 7 * 9_525;
const unitsPerPoint = 12_700;

/**
 * Reads widths and heights from the part of a sheet: drawings that are not anchored to cells give their places in
 * units.
 *
 * @throws FindingsError as `readXml` does
 */
export function readMeasures(partName: string, bytes: Uint8Array, limits: ReadLimits): SheetMeasures {
  const heights = new Map<number, number>();
  const columns: { readonly first: number; readonly last: number; readonly width: number }[] = [];
  let [height, width, row] = [15, 9.14, 0];
  readXml(partName, bytes, limits, {
    open(name, attributes) {
      if (name === 'sheetFormatPr') {
        height = measure(attributes.get('defaultRowHeight'), height);
        width = measure(attributes.get('defaultColWidth'), width);
      } else if (name === 'col' && columns.length < maxColumns) {
        const [first, last] = [Number(attributes.get('min')), Number(attributes.get('max'))];
        const own = attributes.get('hidden') === '1' ? 0 : measure(attributes.get('width'), width);
        columns.push({ first, last, width: own });
      } else if (name === 'row') {
        row = Number(attributes.get('r') ?? row + 1);
        const own = attributes.get('ht');
        if (attributes.get('hidden') === '1') heights.set(row, 0);
        else if (own !== undefined) heights.set(row, measure(own, height));
      }
    },
  });
  const widthOf = (column: number): number =>
    columns.find(({ first, last }) => column >= first && column <= last)?.width ?? width;
  return {
    rowAt: (down) => lineAt(down / unitsPerPoint, 1_048_576, (line) => heights.get(line) ?? height),
    columnAt: (right) => lineAt(right / unitsPerCharacter, 16_384, widthOf),
  };
}

/** More columns would gain nothing. */
const maxColumns = 1_000;

function measure(text: string | undefined, otherwise: number): number {
  const value = Number(text ?? otherwise);
  return Number.isFinite(value) && value >= 0 ? value : otherwise;
}

function lineAt(place: number, last: number, sizeOf: (line: number) => number): number {
  let end = 0;
  for (let line = 1; line < last; line += 1) {
    end += sizeOf(line);
    if (end > place) return line;
  }
  return last;
}
