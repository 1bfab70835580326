export interface Colour {
  readonly argb: string;
}

export interface Font {
  readonly name?: string;
  readonly family?: number;
  /** In points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly underline?: boolean;
  readonly color?: Colour;
}

export interface Fill {
  readonly type: 'pattern';
  readonly pattern: 'solid';
  readonly fgColor: Colour;
  readonly bgColor: Colour;
}

export interface Line {
  readonly style: 'thin' | 'thick';
  readonly color: Colour;
}

export interface Alignment {
  readonly vertical?: 'top' | 'middle';
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly wrapText?: boolean;
  readonly shrinkToFit?: boolean;
  readonly indent?: number;
}

/** The look of a cell, in the words of exceljs. */
export interface CellStyle {
  readonly font?: Font;
  readonly fill?: Fill;
  readonly border?: { readonly top: Line; readonly left: Line; readonly bottom: Line; readonly right: Line };
  readonly alignment?: Alignment;
  readonly protection?: { readonly locked: boolean };
  /** Code of the number format. */
  readonly numFmt?: string;
}
