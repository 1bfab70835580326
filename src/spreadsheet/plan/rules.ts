import type { ColourRule, ConditionalFormat, DataBars, SheetPlan } from './sheetPlan.ts';

/** A conditional format with the priorities of its rules. Each rule of a sheet has its own; 1 takes precedence over all others. */
export interface RankedFormat {
  readonly range: string;
  readonly rules: readonly { readonly priority: number; readonly rule: FormatRule }[];
}

export type FormatRule =
  | (ColourRule & { readonly isBoxed?: true })
  | { readonly lines: true; readonly formula: string }
  | { readonly bars: DataBars };

/** The conditional formats of a sheet in the order of their precedence. */
export function rankedFormats({ formats }: Pick<SheetPlan, 'formats'>): readonly RankedFormat[] {
  let priority = 0;
  const rank = (rule: FormatRule): RankedFormat['rules'][number] => {
    priority += 1;
    return { priority, rule };
  };
  return formats
    .toSorted((one, other) => Number(isFirst(other)) - Number(isFirst(one)))
    .map((format) => ({ range: format.range, rules: rulesIn(format).map(rank) }));
}

const isFirst = (format: ConditionalFormat): boolean => 'isFirst' in format && format.isFirst === true;

function rulesIn(format: ConditionalFormat): readonly FormatRule[] {
  if ('bars' in format) return [{ bars: format.bars }];
  if ('boxedWhen' in format) return [{ lines: true, formula: format.boxedWhen }];
  return format.isBoxed === true ? format.colours.map((rule) => ({ ...rule, isBoxed: true })) : format.colours;
}
