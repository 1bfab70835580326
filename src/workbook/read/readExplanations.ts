import type { RecordedFinding } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Response } from '../../response/response.ts';
import { tidyText } from '../../response/tidyText.ts';
import type { RawWorkbook } from '../../spreadsheet/model/rawWorkbook.ts';
import { english } from '../../words/english/english.ts';
import type { Words } from '../../words/words.ts';
import { allWords, wordsOf } from '../../words/wordsOf.ts';
import { correctionsTable } from '../layout/correctionsTable.ts';
import { extendEntryRows } from '../layout/extendEntryRows.ts';
import { layoutOf } from '../layout/layoutOf.ts';
import { locateCorrection } from '../layout/locateCorrection.ts';
import { rawText, sheetNamed } from './cells/rawCells.ts';

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
  return allWords().flatMap((words) => explanationsIn(raw, words));
}

function explanationsIn(raw: RawWorkbook, { sheets, corrections }: Words): readonly Explanation[] {
  const { headerRow, explanationColumn } = correctionsTable;
  const rows = sheetNamed(raw, sheets.corrections)?.rows ?? new Map();
  const heading = corrections.headings[explanationColumn - 1];
  if (rawText(rows.get(headerRow)?.get(explanationColumn)) !== heading) return [];
  return [...rows].flatMap(([row, cells]) => {
    const words = rawText(cells.get(explanationColumn));
    if (row <= headerRow || words === '' || words === corrections.noExplanation) return [];
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
  const layouts = [wordsOf(instrument), english].map((words) =>
    layoutOf(extendEntryRows(instrument, response), { lastRound: false, words }),
  );
  return findings.flatMap((finding) => {
    if (finding.severity !== 'warning') return [];
    const abouts = layouts.map((layout) => locateCorrection(layout, finding)?.about);
    const explanation = explanations.find(
      ({ about, message }) => abouts.includes(about) && message === tidyText(finding.message),
    );
    return explanation === undefined ? [] : [{ finding, words: explanation.words }];
  });
}
