import type { Scale } from '../../instrument/model/schema.ts';
import { isChosenByLabel } from '../../instrument/model/traverse.ts';
import { sheetColumn } from '../../spreadsheet/model/address.ts';
import { type ListColumn, sheetNames } from '../layout/layout.ts';
import { lastLevelRow } from './listCells.ts';

/** A level of a scale as lists show it: `Level 2`, or its label. */
export function levelLabel(scale: Scale, level: number): string {
  const label = scale.options.find((option) => option.level === level)?.label ?? '';
  return isChosenByLabel(scale) ? label : `Level ${level}`;
}

/** The same as a formula, for a level that a formula gives. */
export function levelText(list: ListColumn, level: string): string {
  if (!isChosenByLabel(list.scale)) return `"Level "&${level}`;
  const column = (at: number): string => sheetColumn(sheetNames.lists, at, list.firstRow, lastLevelRow(list));
  return `INDEX(${column(list.column)},MATCH(${level},${column(list.levelColumn)},0))`;
}
