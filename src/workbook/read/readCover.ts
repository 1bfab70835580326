import type { RawWorkbook } from '../../spreadsheet/model/rawWorkbook.ts';
import type { Words } from '../../words/words.ts';
import { allWords } from '../../words/wordsOf.ts';
import { coverNames } from '../layout/layout.ts';
import { namedCell, rawText, sheetNamed } from './cells/rawCells.ts';

/** The identity of a workbook according to its cover; each property is empty if missing. */
export interface CoverIdentity {
  /** Code and name of the partner. */
  readonly code: string;
  readonly name: string;
  readonly round: string;
  /** Identifier of this one workbook. */
  readonly workbook: string;
}

type Label = keyof Words['cover']['labels'];

/**
 * Reads the identity of a workbook from its cover, which anybody can change: it proves nothing, but may contradict.
 */
export function readCover(raw: RawWorkbook): CoverIdentity {
  const words = allWords().find(({ sheets }) => sheetNamed(raw, sheets.cover) !== undefined);
  const cover = words && sheetNamed(raw, words.sheets.cover);
  const beside = (label: Label): string => {
    for (const cells of cover?.rows.values() ?? []) {
      if (rawText(cells.get(1)) === words?.cover.labels[label]) return rawText(cells.get(2));
    }
    return '';
  };
  const own = (of: keyof typeof coverNames): string => rawText(namedCell(raw, coverNames[of])) || beside(of);
  return {
    code: own('partnerCode'),
    name: own('partnerName'),
    round: beside('round'),
    workbook: beside('workbook'),
  };
}
