import { type FindingCode, finding, type RecordedFinding } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Response } from '../../response/response.ts';
import { checklistOf } from '../../scoring/plans/checklist.ts';
import { extendEntryRows } from '../layout/extendEntryRows.ts';
import { layoutOf } from '../layout/layoutOf.ts';
import { locateCorrection } from '../layout/locateCorrection.ts';

/** Findings that a fresh workbook resolves by itself, and facts that partners changed, as they were asked to. */
const nothingToCorrect: ReadonlySet<FindingCode> = new Set([
  ...(['sheet.renamed', 'sheet.heading-missing', 'sheet.gone', 'printed.changed', 'printed.gone'] as const),
  ...(['answer.typed-over', 'answer.figure-differs'] as const),
  ...(['given.changed', 'given.row-gone'] as const),
  ...(['formula.gone', 'formula.changed', 'scorecard.differs', 'scorecard.not-recalculated'] as const),
]);

/**
 * Lists what a partner is asked to correct: the findings of a return on its sheets and cells, in the order of the
 * sheets, and then the number of required answers that are still open.
 */
export function correctionsOf(
  instrument: Instrument,
  response: Response,
  findings: readonly RecordedFinding[],
): readonly RecordedFinding[] {
  const layout = layoutOf(extendEntryRows(instrument, response));
  const sheets = [...layout.items, ...layout.entries].map(({ name }) => name);
  const found = findings.flatMap((one) => {
    const correction = nothingToCorrect.has(one.code) ? undefined : locateCorrection(layout, one);
    if (correction === undefined) return [];
    const { sheet, cell } = correction;
    return [{ one, sheet: sheets.indexOf(sheet), row: cell?.row ?? 0, column: cell?.column ?? 0 }];
  });
  const { open } = checklistOf(instrument, response);
  return [
    ...found.toSorted((a, b) => a.sheet - b.sheet || a.row - b.row || a.column - b.column).map(({ one }) => one),
    ...(open === 0 ? [] : [finding('correction.open', { sheet: layout.words.sheets.checklist }, { open })]),
  ];
}
