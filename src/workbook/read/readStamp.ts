import { type Finding, finding } from '../../finding/index.ts';
import type { RawWorkbook } from '../../spreadsheet/model/rawWorkbook.ts';
import { allWords } from '../../words/wordsOf.ts';
import { stampCell } from '../layout/layout.ts';
import { type SealedStamp, stampFields, stampFromProperties, stampFromText } from '../layout/stamp.ts';
import { namedCell, rawText, sheetNamed } from './cells/rawCells.ts';

export interface ReadStamp {
  /** Absent if the workbook carries none that can be read; then the findings report it. */
  readonly stamp: SealedStamp | undefined;
  /** The stamp in each of the two places, if it can be read. */
  readonly claims: readonly SealedStamp[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the stamp of a workbook from both places that hold it (practice T2). One of them is enough, as some programs
 * preserve only one; if both are there they must agree.
 */
export function readStamp(raw: RawWorkbook): ReadStamp {
  const [sheet] = allWords().flatMap(({ sheets }) => sheetNamed(raw, sheets.stamp) ?? []);
  const cell = namedCell(raw, stampCell.name) ?? sheet?.rows.get(stampCell.row)?.get(stampCell.column);
  const text = rawText(cell);
  const fromCell = stampFromText(text);
  const fromProperties = stampFromProperties(raw.properties);
  const claims = [fromCell, fromProperties].filter((one) => one !== undefined);
  if (fromCell !== undefined && fromProperties !== undefined) {
    const differences = stampFields.filter((field) => fromCell[field] !== fromProperties[field]);
    if (differences.length === 0) return { stamp: fromCell, claims, findings: [] };
    const difference = differences
      .map((field) => `${field} is "${fromProperties[field]}" in the properties and "${fromCell[field]}" on the sheet`)
      .join('; ');
    return { stamp: undefined, claims, findings: [finding('return.stamps-disagree', {}, { difference })] };
  }
  const stamp = fromCell ?? fromProperties;
  if (stamp !== undefined) return { stamp, claims, findings: [] };
  return {
    ...{ stamp: undefined, claims },
    findings: [
      text === ''
        ? finding('return.not-ours', {}, {})
        : finding('return.bad-stamp', {}, { problem: 'it cannot be read' }),
    ],
  };
}
