import { scoredScaleOf } from '../../instrument/model/traverse.ts';
import { bandName, bandsOf, hasFigure, notScored } from '../../scoring/bands.ts';
import { address, fixed } from '../../spreadsheet/model/address.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { bandFormula } from '../parts/positionFormulas.ts';
import { cutOffCells, thresholdCell } from '../parts/thresholdCells.ts';

export interface OverallFormulas {
  readonly position: string;
  /** Of the figure, if the rule has one. */
  readonly figure: string;
}

/**
 * The position of the whole from those of the parts of the first view, as `overallOf` of `scoring/` has it; undefined if it
 * follows the rule as all parts do.
 */
export function overallFormulas(content: WorkbookContent): OverallFormulas | undefined {
  const { instrument, layout } = content;
  const { overall, rule } = instrument.scorecard ?? {};
  if (overall === undefined || rule === undefined) return undefined;
  const { columns, overallRow, views } = layout.scorecard;
  const { bands, scorecard } = content.words;
  const none = quotedText(bandName(notScored, bands));
  const noFigure = quotedText(scorecard.noFigure);
  if (overall === 'none') return { position: none, figure: noFigure };
  const run = (column: number): string =>
    `${fixed(views[0]?.firstRow ?? 0, column)}:${fixed(views[0]?.lastRow ?? 0, column)}`;
  const positions = run(columns.position);
  const [position, figure] = [address(overallRow, columns.position), address(overallRow, columns.figure ?? 0)];
  const coverage = address(overallRow, columns.coverage);
  // A text, as coverage is where nothing applies, is more than any number.
  const isCovered = `AND(ISNUMBER(${coverage}),${coverage}>=${thresholdCell(content, 'minimumCoverage')})`;
  if (overall === 'mean' && hasFigure(rule)) {
    const mean = `AVERAGEIF(${positions},${quotedText(`<>${bandName(notScored, bands)}`)},${run(columns.figure ?? 0)})`;
    return {
      position: `IF(ISNUMBER(${figure}),${bandFormula(rule, scoredScaleOf(instrument), figure, cutOffCells(content))},${none})`,
      figure: `IF(${isCovered},IFERROR(ROUND(${mean},9),${noFigure}),${noFigure})`,
    };
  }
  const worst = bandsOf(instrument)
    .map(({ band }) => quotedText(bandName(band, bands)))
    .reduceRight(
      (rest, word) => (rest === '' ? word : `IF(SUMPRODUCT((${positions}=${word})*1)>0,${word},${rest})`),
      '',
    );
  return {
    position: `IF(${isCovered},${worst},${none})`,
    figure: `IF(${position}=${none},${noFigure},INDEX(${run(columns.figure ?? 0)},MATCH(${position},${positions},0)))`,
  };
}
