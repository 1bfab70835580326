import type { Scale } from '../../instrument/model/schema.ts';
import { isChosenByLabel } from '../../instrument/model/traverse.ts';
import { sheetColumn } from '../../spreadsheet/model/address.ts';
import { sentenceFormula } from '../../spreadsheet/plan/formulaText.ts';
import type { Words } from '../../words/words.ts';
import type { ListColumn } from '../layout/layout.ts';
import { lastLevelRow } from './listCells.ts';

/** A level of a scale as lists show it: `Level 2`, or its label. */
export function levelLabel({ levels }: Words, scale: Scale, level: number): string {
  const label = scale.options.find((option) => option.level === level)?.label ?? '';
  return isChosenByLabel(scale) ? label : levels.label(level);
}

/** The same as a formula, for a level that a formula gives. */
export function levelText({ levels, sheets }: Words, list: ListColumn, level: string): string {
  if (!isChosenByLabel(list.scale)) return sentenceFormula(levels.label, level);
  const column = (at: number): string => sheetColumn(sheets.lists, at, list.firstRow, lastLevelRow(list));
  return `INDEX(${column(list.column)},MATCH(${level},${column(list.levelColumn)},0))`;
}
