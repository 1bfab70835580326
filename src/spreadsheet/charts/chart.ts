import type { PaletteColour } from '../style/theme.ts';

/** A row of cells that a chart refers to, with their present values: previewers draw from these. */
export interface ChartCells<T> {
  /** Absolute reference: `'Scorecard'!$B$10:$B$15`. */
  readonly reference: string;
  readonly values: readonly T[];
}

export interface ChartSeries {
  readonly name: ChartCells<string>;
  /** Of an empty cell, undefined: a gap. */
  readonly values: ChartCells<number | undefined>;
}

/** The top left corner of a cell, counted from 1, or some points to the right of it. */
export interface ChartCorner {
  readonly row: number;
  readonly column: number;
  readonly right?: number;
}

interface ChartFrame {
  /** The worksheet that shows it. */
  readonly sheet: string;
  /** Its top left corner and its bottom right one. */
  readonly from: ChartCorner;
  readonly to: ChartCorner;
  readonly title: string;
  /** What the chart shows, for people who cannot see it (practice R14). */
  readonly description: string;
  /** What the values are. */
  readonly axisTitle: string;
  /** The ends of the axis of values, if they are not to follow from the values. */
  readonly axis?: { readonly min: number; readonly max: number; readonly step: number };
  /** Number format of the values; whole numbers when absent. */
  readonly format?: string;
  readonly categories: ChartCells<string>;
}

/**
 * Horizontal bars, a row of them for each category: stacked as shares of the whole, or as counts, with a count in each;
 * or side by side, with their values.
 */
export interface BarChart extends ChartFrame {
  readonly kind: 'shares' | 'counts' | 'clustered';
  readonly series: readonly (ChartSeries & { readonly colour: PaletteColour })[];
}

/** A line for each series, from left to right or around a centre. Lines differ in colour, marker and dashes. */
export interface LineChart extends ChartFrame {
  readonly kind: 'lines' | 'radar';
  /** What the categories are. */
  readonly categoryTitle?: string;
  readonly series: readonly ChartSeries[];
}

export type Chart = BarChart | LineChart;

/** In points. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}
