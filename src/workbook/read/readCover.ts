import type { RawWorkbook } from '../../spreadsheet/model/rawWorkbook.ts';
import { coverLabels, coverNames, sheetNames } from '../layout/layout.ts';
import { namedCell, rawText, sheetNamed } from './rawCells.ts';

/** The identity of a workbook according to its cover; each property is empty if missing. */
export interface CoverIdentity {
  /** Code and name of the partner. */
  readonly code: string;
  readonly name: string;
  readonly round: string;
  /** Identifier of this one workbook. */
  readonly workbook: string;
}

/**
 * Reads the identity of a workbook from its cover, which anybody can change: it proves nothing, but may contradict.
 */
export function readCover(raw: RawWorkbook): CoverIdentity {
  const cover = sheetNamed(raw, sheetNames.cover);
  const beside = (label: string): string => {
    for (const cells of cover?.rows.values() ?? []) {
      if (rawText(cells.get(1)) === label) return rawText(cells.get(2));
    }
    return '';
  };
  const own = (of: keyof typeof coverNames): string =>
    rawText(namedCell(raw, coverNames[of])) || beside(coverLabels[of]);
  return {
    code: own('partnerCode'),
    name: own('partnerName'),
    round: beside(coverLabels.round),
    workbook: beside(coverLabels.workbook),
  };
}
