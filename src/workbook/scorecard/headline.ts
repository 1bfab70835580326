import type { Scale } from '../../instrument/model/schema.ts';
import { isChosenByLabel, levelName, scoredScaleOf } from '../../instrument/model/traverse.ts';
import { type Band, bandName, bandsOf } from '../../scoring/bands.ts';
import type { Tally } from '../../scoring/position.ts';
import { address, fixed, sheetCell } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { colourWhen, joinParts, resultCell, type SheetPart } from '../../spreadsheet/plan/sheetParts.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { sheetNames } from '../layout/layout.ts';
import { bandRules, quotedText } from '../parts/bands.ts';
import { overallLabel } from '../parts/figures.ts';
import { movementHeadings } from './sinceLastRound.ts';

/** The position of the whole in large letters, in its colour across the table; below it, the counts behind it. */
export function headline(content: WorkbookContent): SheetPart {
  const { positionRow, countsRow, overallRow, columns: places } = content.layout.scorecard;
  const lastColumn =
    places.last === undefined
      ? places.unanswered
      : places.last.firstMovement + movementHeadings(content.instrument).length - 1;
  return joinParts([
    {
      cells: [
        resultCell(positionRow, places.part, positionFormula(content), 'headline'),
        resultCell(
          countsRow,
          places.part,
          countsFormula(content, overallRow, content.scorecard.overall.tally),
          'status',
        ),
      ],
    },
    colourWhen(
      `A${positionRow}:${address(positionRow, lastColumn)}`,
      bandRules(`$A${positionRow}`, bandsOf(content.instrument), positionText),
    ),
  ]);
}

/** Shown where the instrument gives the whole no position. */
const noOverall = 'Positions are given part by part';
const tooFew = ' (too few answers)';

function positionFormula({ instrument, layout, scorecard }: WorkbookContent): Formula {
  if (instrument.scorecard?.overall === 'none') return { formula: `"${noOverall}"`, result: noOverall };
  const { overallRow, columns } = layout.scorecard;
  const { band } = scorecard.overall;
  const position = address(overallRow, columns.position);
  return {
    formula: `"${overallLabel}: "&${position}&IF(${position}="${bandName('not-scored')}","${tooFew}","")`,
    result: positionText(band),
  };
}

const positionText = (band: Band): string => `${overallLabel}: ${bandName(band)}${band === 'not-scored' ? tooFew : ''}`;

/**
 * The counts of a part as a sentence: `14 questions at level 2, 30 at level 3, nothing unanswered`.
 *
 * @param row Its row of the scorecard.
 */
export function countsFormula({ instrument, layout }: WorkbookContent, row: number, tally: Tally): Formula {
  const { columns } = layout.scorecard;
  const words = countWords(scoredScaleOf(instrument));
  const at = (index: number): string => sheetCell(sheetNames.scorecard, row, columns.firstLevel + index);
  const pieces = words.map((word, index) => {
    const none = index === words.length - 1 ? `", ${nothing}${word}"` : '""';
    if (index === 0) return `IF(${at(0)}=0,"",${at(0)}&${noun(at(0))}&${quotedText(word)})`;
    const isFirst = `SUM(${at(0)}:${fixed(row, columns.firstLevel + index - 1)})=0`;
    return `IF(${at(index)}=0,${none},IF(${isFirst},"",", ")&${at(index)}&IF(${isFirst},${noun(at(index))},"")&${quotedText(word)})`;
  });
  return { formula: pieces.join('&'), result: countsText(tally, words) };
}

const nothing = 'nothing';
const noun = (count: string): string => `IF(${count}=1," question"," questions")`;

/** What follows each count: at each level, not applicable, unanswered. */
const countWords = (scale: Scale): readonly string[] => [
  ...scale.options.map((option) => `${isChosenByLabel(scale) ? ' answered ' : ' at '}${levelName(scale, option)}`),
  ' not applicable',
  ' unanswered',
];

function countsText(tally: Tally, words: readonly string[]): string {
  const counts = [...tally.levels.values(), tally.notApplicable, tally.unanswered];
  const given = counts.flatMap((count, index) => (count === 0 ? [] : [{ count, word: words[index] ?? '' }]));
  const pieces = given.map(({ count, word }, index) => {
    const counted = index > 0 ? '' : count === 1 ? ' question' : ' questions';
    return `${count}${counted}${word}`;
  });
  return [...pieces, ...(tally.unanswered === 0 ? [`${nothing}${words.at(-1) ?? ''}`] : [])].join(', ');
}
