import { isChosenByLabel, levelName, mayLeaveBlank, scoredScaleOf } from '../../instrument/model/traverse.ts';
import { type Band, bandName, bandsOf, notScored } from '../../scoring/bands.ts';
import type { Tally } from '../../scoring/position.ts';
import { address, fixed, sheetCell } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { quotedText, sentenceFormula } from '../../spreadsheet/plan/formulaText.ts';
import { colourWhen, joinParts, resultCell, type SheetPart } from '../../spreadsheet/plan/sheetParts.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { bandRules } from '../parts/bands.ts';
import { movementHeadings } from './sinceLastRound.ts';

/** The position of the whole in large letters, in its colour across the table; below it, the counts behind it. */
export function headline(content: WorkbookContent): SheetPart {
  const { positionRow, countsRow, overallRow, columns: places } = content.layout.scorecard;
  const lastColumn =
    places.last === undefined ? places.unanswered : places.last.firstMovement + movementHeadings(content).length - 1;
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
      bandRules(`$A${positionRow}`, bandsOf(content.instrument), (band) => positionText(content, band)),
    ),
  ]);
}

function positionFormula(content: WorkbookContent): Formula {
  const { instrument, layout, scorecard } = content;
  const words = content.words.scorecard;
  if (instrument.scorecard?.overall === 'none')
    return { formula: quotedText(words.noOverall), result: words.noOverall };
  const { overallRow, columns } = layout.scorecard;
  const { band } = scorecard.overall;
  const position = address(overallRow, columns.position);
  const none = quotedText(bandName(notScored, content.words.bands));
  return {
    formula: `${sentenceFormula(headlineOf(content), position)}&IF(${position}=${none},${quotedText(` ${words.tooFew}`)},"")`,
    result: positionText(content, band),
  };
}

const headlineOf =
  ({ words: { scorecard } }: WorkbookContent) =>
  (position: string): string =>
    scorecard.headline(scorecard.overall, position);

const positionText = (content: WorkbookContent, band: Band): string =>
  `${headlineOf(content)(bandName(band, content.words.bands))}${band === notScored ? ` ${content.words.scorecard.tooFew}` : ''}`;

/**
 * The counts of a part as a sentence: `14 questions at level 2, 30 at level 3, nothing unanswered`.
 *
 * @param row Its row of the scorecard.
 */
export function countsFormula(content: WorkbookContent, row: number, tally: Tally): Formula {
  const { words, layout } = content;
  const { columns } = layout.scorecard;
  const { question, questions, noneUnanswered } = words.scorecard;
  const after = countWords(content);
  const at = (index: number): string => sheetCell(words.sheets.scorecard, row, columns.firstLevel + index);
  const noun = (count: string): string => `IF(${count}=1,${quotedText(` ${question}`)},${quotedText(` ${questions}`)})`;
  const pieces = after.map((word, index) => {
    if (index === 0) return `IF(${at(0)}=0,"",${at(0)}&${noun(at(0))}&${quotedText(word)})`;
    const isFirst = `SUM(${at(0)}:${fixed(row, columns.firstLevel + index - 1)})=0`;
    // Of optional questions, all may be blank, and then nothing is counted.
    const last = mayLeaveBlank(content.instrument)
      ? `IF(${isFirst},"",", ")&${quotedText(noneUnanswered)}`
      : quotedText(`, ${noneUnanswered}`);
    const none = index === after.length - 1 ? last : '""';
    return `IF(${at(index)}=0,${none},IF(${isFirst},"",", ")&${at(index)}&IF(${isFirst},${noun(at(index))},"")&${quotedText(word)})`;
  });
  return { formula: pieces.join('&'), result: countsText(content, tally) };
}

/** What follows each count: at each level, not applicable, unanswered. */
function countWords({ words, instrument }: WorkbookContent): readonly string[] {
  const scale = scoredScaleOf(instrument);
  const { answered, at, areNotApplicable, areUnanswered } = words.scorecard;
  const place = isChosenByLabel(scale) ? answered : at;
  const levels = scale.options.map((option) => place(levelName(scale, option, words)));
  return [...levels, areNotApplicable, areUnanswered].map((word) => ` ${word}`);
}

function countsText(content: WorkbookContent, tally: Tally): string {
  const { question, questions, noneUnanswered } = content.words.scorecard;
  const words = countWords(content);
  const counts = [...tally.levels.values(), tally.notApplicable, tally.unanswered];
  const given = counts.flatMap((count, index) => (count === 0 ? [] : [{ count, word: words[index] ?? '' }]));
  const pieces = given.map(({ count, word }, index) => {
    const counted = index > 0 ? '' : ` ${count === 1 ? question : questions}`;
    return `${count}${counted}${word}`;
  });
  return [...pieces, ...(tally.unanswered === 0 ? [noneUnanswered] : [])].join(', ');
}
