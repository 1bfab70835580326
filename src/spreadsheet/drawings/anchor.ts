import type { RawRange } from '../model/rawWorkbook.ts';

interface Corner {
  column: number;
  columnOffset: number;
  row: number;
  rowOffset: number;
}

const fields: Readonly<Record<string, keyof Corner>> = {
  col: 'column',
  colOff: 'columnOffset',
  row: 'row',
  rowOff: 'rowOffset',
};

/**
 * The corners of an object, from the elements `from` and `to` of its anchor (ECMA-376 part 1, 20.5.2.5 and 20.5.2.32).
 */
export class Anchor {
  private readonly corners: { from?: Corner; to?: Corner } = {};
  private corner: Corner | undefined;
  private field: keyof Corner | undefined;

  open(name: string): void {
    if (name === 'from' || name === 'to') {
      this.corner = { column: 0, columnOffset: 0, row: 0, rowOffset: 0 };
      this.corners[name] = this.corner;
    } else this.field = fields[name];
  }

  text(piece: string): void {
    if (this.corner === undefined || this.field === undefined) return;
    const value = Number(piece);
    if (Number.isFinite(value)) this.corner[this.field] = value;
  }

  close(name: string): void {
    if (name in fields) this.field = undefined;
    else if (name === 'from' || name === 'to') this.corner = undefined;
  }

  /**
   * Counted from 1; undefined without a first corner. An object that ends where a cell begins does not cover that cell.
   */
  range(): RawRange | undefined {
    const { from } = this.corners;
    if (from === undefined) return undefined;
    const { to = { ...from, columnOffset: 1, rowOffset: 1 } } = this.corners;
    const [firstRow, firstColumn] = [withinGrid(from.row) + 1, withinGrid(from.column) + 1];
    return {
      firstRow,
      firstColumn,
      lastRow: Math.max(firstRow, withinGrid(to.row) + (to.rowOffset > 0 ? 1 : 0)),
      lastColumn: Math.max(firstColumn, withinGrid(to.column) + (to.columnOffset > 0 ? 1 : 0)),
    };
  }
}

/** Within Excel's grid, whatever the file says. */
const withinGrid = (value: number): number => Math.min(1_048_575, Math.max(0, Math.floor(value)));
