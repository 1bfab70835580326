/** What the lint can find, in the order of its checks. */
export type LintCode =
  | 'sheet-name.invalid'
  | 'sheet-name.apostrophe'
  | 'sheet-name.duplicate'
  | 'name.invalid'
  | 'name.cell-address'
  | 'name.duplicate'
  | 'name.broken'
  | 'name.not-a-place'
  | 'name.relative'
  | 'name.unknown-sheet'
  | 'name.other-sheet'
  | 'view.active-tab'
  | 'view.selected'
  | 'sheet.no-title'
  | 'sheet.merged-cells'
  | 'sheet.footer-too-long'
  | 'note.several-sheets'
  | 'note.with-table'
  | 'link.no-target'
  | 'cell.not-finite'
  | 'cell.error-value'
  | 'cell.unknown-text'
  | 'cell.text-too-long'
  | 'formula.no-result'
  | 'formula.leading-equals'
  | 'formula.too-long'
  | 'formula.text-too-long'
  | 'formula.array'
  | 'formula.function'
  | 'formula.external'
  | 'formula.broken'
  | 'formula.unknown-sheet'
  | 'validation.no-formula'
  | 'validation.list-too-long'
  | 'validation.list-unquoted'
  | 'validation.message-too-long'
  | 'validation.title-too-long'
  | 'validation.allows-anything'
  | 'validation.overlap'
  | 'format.empty'
  | 'format.no-formula'
  | 'format.duplicate-priority'
  | 'table.name-invalid'
  | 'table.name-duplicate'
  | 'table.width'
  | 'table.heading-empty'
  | 'table.heading-duplicate'
  | 'table.heading-too-long'
  | 'table.heading-differs'
  | 'table.no-rows'
  | 'table.overlap'
  | 'chart.no-title'
  | 'chart.no-description'
  | 'chart.not-a-place'
  | 'chart.unknown-sheet'
  | 'chart.differs'
  | 'chart.covers-cells';

export interface LintFault {
  readonly code: LintCode;
  /** A sheet, a cell of it (`'1 Needs'!H5`), or a name. */
  readonly place: string;
  /** What was found there, and the rule. */
  readonly detail: string;
}

export const fault = (code: LintCode, place: string, detail: string): LintFault => ({ code, place, detail });

/** Faults with one place each, for values that break a rule. */
export const faultIf = (broken: boolean, code: LintCode, place: string, detail: string): readonly LintFault[] =>
  broken ? [fault(code, place, detail)] : [];

/** A cell or range as faults name it. */
export const placeOn = (sheet: string, cell: string): string => `'${sheet}'!${cell}`;

/** Later values that are equal to an earlier one, ignoring case. */
export function repeated<T>(values: readonly T[], text: (value: T) => string): readonly T[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = text(value).toLowerCase();
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
}
