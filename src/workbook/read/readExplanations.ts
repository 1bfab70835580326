import type { RecordedFinding } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Response } from '../../response/response.ts';
import { tidyText } from '../../response/tidyText.ts';
import type { RawWorkbook } from '../../spreadsheet/model/rawWorkbook.ts';
import { correctionsTable, noExplanation } from '../layout/correctionsTable.ts';
import { extendEntryRows } from '../layout/extendEntryRows.ts';
import { sheetNames } from '../layout/layout.ts';
import { layoutOf } from '../layout/layoutOf.ts';
import { locateCorrection } from '../layout/locateCorrection.ts';
import { rawText, sheetNamed } from './rawCells.ts';

/** A row of the list of corrections in which the partner says why something is right as it is. */
export interface Explanation {
  /** The subject of the row, as in `1.2.3 Score`. */
  readonly about: string;
  /** What was said to be wrong. */
  readonly message: string;
  /** The partner's words. */
  readonly words: string;
}

/** Reads the partner's explanations from a correction workbook; none from any other. */
export function readExplanations(raw: RawWorkbook): readonly Explanation[] {
  const { headerRow, headings, explanationColumn } = correctionsTable;
  const rows = sheetNamed(raw, sheetNames.corrections)?.rows ?? new Map();
  if (rawText(rows.get(headerRow)?.get(explanationColumn)) !== headings[explanationColumn - 1]) return [];
  return [...rows].flatMap(([row, cells]) => {
    const words = rawText(cells.get(explanationColumn));
    if (row <= headerRow || words === '' || words === noExplanation) return [];
    return [{ about: rawText(cells.get(2)), message: rawText(cells.get(3)), words }];
  });
}

/** A warning that the partner explained. */
export interface ExplainedWarning {
  readonly finding: RecordedFinding;
  readonly words: string;
}

/** The warnings about a return that are the same as those that the partner explained in it. */
export function explainedWarnings(
  instrument: Instrument,
  response: Response,
  findings: readonly RecordedFinding[],
  explanations: readonly Explanation[],
): readonly ExplainedWarning[] {
  if (explanations.length === 0) return [];
  const layout = layoutOf(extendEntryRows(instrument, response));
  return findings.flatMap((finding) => {
    const about = finding.severity === 'warning' ? locateCorrection(layout, finding)?.about : undefined;
    const explanation = explanations.find((one) => one.about === about && one.message === tidyText(finding.message));
    return explanation === undefined ? [] : [{ finding, words: explanation.words }];
  });
}
