import { scoredItems } from '../scoring/scorecard.ts';
import type { WorkbookPlan } from '../spreadsheet/plan/sheetPlan.ts';
import { renderWorkbook } from '../spreadsheet/write/renderWorkbook.ts';
import { scoresOf } from './figures/combinedScores.ts';
import type { CountedGroup, CountedRollUp } from './figures/counts/countRollUp.ts';
import { questionFigures } from './figures/questions.ts';
import type { Grouping } from './load/groups.ts';
import { footerOf, rollUpBook } from './rollUpBook.ts';
import { largeBoardSheet } from './sheets/large/board.ts';
import { largeHeatMapSheet } from './sheets/large/heatMap.ts';
import type { LargeContent, LargeGroup } from './sheets/large/largeContent.ts';
import { largeNotesSheet } from './sheets/large/notes.ts';
import { largeQuestionSheets } from './sheets/large/questions.ts';
import { largeResponseSheet } from './sheets/large/response.ts';
import { largeGroupSheet, largeSummarySheet } from './sheets/large/summary.ts';
import { positionsSheet } from './sheets/positions/positions.ts';
import { allPartners } from './sheets/positions/response.ts';

export interface LargeRollUpOptions {
  readonly by: Grouping;
  /** The name of a region, if the roll-up does not cover all partners of the round. */
  readonly scope?: string;
  readonly forPublication?: boolean;
}

/** Writes the roll-up workbook of very many partners. Returns the bytes of an .xlsx file. */
export const writeLargeRollUp = (rollUp: CountedRollUp, made: Date, options: LargeRollUpOptions): Promise<Uint8Array> =>
  renderWorkbook(largeRollUpPlan(rollUp, made, options));

/** The same workbook as data. */
export function largeRollUpPlan(
  rollUp: CountedRollUp,
  made: Date,
  { by, scope, forPublication }: LargeRollUpOptions,
): WorkbookPlan {
  const { instrument, round } = rollUp;
  const groups = [...rollUp.groups].flatMap(([grouping, own]) =>
    own.length < 2 ? [] : [[grouping, own.map((group) => figuresOf(rollUp, group))] as const],
  );
  const content: LargeContent = {
    ...{ rollUp, made, by, scope, marking: round.marking },
    all: figuresOf(rollUp, { ...rollUp.all, label: allPartners }),
    groups: new Map(groups),
    footer: footerOf(round, scope),
    forPublication: forPublication === true ? true : undefined,
  };
  const { scorecard } = instrument;
  const figures = [
    ...(scorecard === undefined ? [] : [positionsSheet(content, scorecard.rule)]),
    largeSummarySheet(content),
    ...groups.map(([grouping, own]) => largeGroupSheet(content, grouping, own)),
    largeHeatMapSheet(content),
    largeResponseSheet(content),
    ...largeQuestionSheets(content),
  ];
  const board = largeBoardSheet(content);
  const notes = largeNotesSheet(content);
  return rollUpBook(
    content,
    'What all partners answered, counted: positions and questions, by region and kind.',
    board,
    notes,
    figures,
  );
}

function figuresOf({ instrument }: CountedRollUp, { counts, ...group }: CountedGroup): LargeGroup {
  const questions = scoredItems(instrument).flatMap((context) => {
    const own = counts.questions.get(context.item.key);
    return own === undefined ? [] : [questionFigures(context, own)];
  });
  return { ...group, scores: scoresOf(instrument, counts.parts), questions };
}
