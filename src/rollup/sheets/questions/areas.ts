import { scoredScaleOf } from '../../../instrument/model/traverse.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { type AreaResult, areaResults, minToDiscuss } from '../../figures/areas.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import type { RollUp } from '../../load/rollUp.ts';
import { planTableSheet, type RollUpContent, type TableSheet } from '../parts/content.ts';
import { linkTo } from '../parts/formulas.ts';
import type { Note } from '../parts/notesSheet.ts';
import { areaQuestionsName, areaQuestionsSheet } from './areaQuestions.ts';

const columns: TableSheet['columns'] = [
  { heading: 'Area code', role: 'reference', width: 10 },
  { heading: 'Area', role: 'text', width: 24 },
  { heading: 'Partners', role: 'text', width: 44 },
  { heading: 'Partners in the round', role: 'number', width: 11 },
  { heading: 'Returned', role: 'number', width: 10 },
  { heading: 'Questions answered by several', role: 'number', width: 13 },
  { heading: 'To discuss', role: 'number', width: 10 },
  { heading: 'Agreed scores', role: 'number', width: 10 },
  { heading: 'Exact agreement', role: 'percent', width: 12 },
  { heading: 'Within one level', role: 'percent', width: 11 },
  { heading: 'Mean difference in levels', role: 'coefficient', width: 12 },
  { heading: "Krippendorff's alpha (ordinal)", role: 'coefficient', width: 15 },
  { heading: 'Question by question', role: 'link', width: 22 },
];

/** The sheets Areas and Areas by question, on the agreement of partners of the same area; none if no area has several. */
export function areaSheets(content: RollUpContent): readonly SheetPlan[] {
  const areas = areaResults(content.rollUp);
  if (areas.length === 0) return [];
  const overview = planTableSheet(content, {
    name: 'Areas',
    title: 'Areas: agreement of partners that answered for the same area',
    note: 'Areas with several partners. Agreement is between pairs of partners, over all questions to which both gave a level. The sheet Notes explains alpha.',
    table: 'areas',
    nameColumns: 2,
    tabColour: 'result',
    columns,
    rows: areas.map((area, index) => [
      area.code,
      area.name,
      area.partners.map(({ partner }) => `${partner.name} (${partner.code})`).join('; '),
      area.partners.length,
      area.returned,
      ...figuresOf(area),
      toQuestions(areas, index),
    ]),
  });
  return [overview, areaQuestionsSheet(content, areas)];
}

/** A link to the first row of an area on the sheet that follows. */
function toQuestions(areas: readonly AreaResult[], index: number): Content {
  const before = areas.slice(0, index).reduce((sum, { questions }) => sum + questions.length, 0);
  const rows = areas[index]?.questions.length ?? 0;
  if (rows === 0) return missingValueMarks.unanswered;
  const first = headerRow + 1 + before;
  return linkTo(areaQuestionsName, first, 1, `Rows ${first} to ${first + rows - 1}`);
}

function figuresOf({ returned, questions, agreement }: AreaResult): readonly Content[] {
  const agreed = questions.filter((question) => question.agreed !== undefined).length;
  const { noReturn } = missingValueMarks;
  if (returned < 2) return [noReturn, noReturn, agreed, noReturn, noReturn, noReturn, noReturn];
  return [
    questions.filter(({ difference }) => difference !== undefined).length,
    questions.filter(({ toDiscuss }) => toDiscuss).length,
    agreed,
    ...(agreement === undefined
      ? Array.from({ length: 3 }, () => missingValueMarks.unanswered)
      : [agreement.exact, agreement.withinOne, agreement.meanDifference]),
    agreement?.alpha ?? 'Not calculable',
  ];
}

/** Notes on these sheets; empty if there are none. */
export function describeAreas(rollUp: RollUp): readonly Note[] {
  if (areaResults(rollUp).length === 0) return [];
  const steps = minToDiscuss(scoredScaleOf(rollUp.instrument));
  return [
    [
      'Areas',
      `Areas: agreement of the partners of one area. Areas by question: their levels beside each other. Discuss: the strongest level is ${steps === 1 ? 'different from' : `${steps} or more steps of the scale from`} the weakest. A score on which the partners agreed later is beside their answers, with the day and who was present; every other sheet counts their answers. Not applicable and unanswered are left out of agreement.`,
    ],
    [
      "Krippendorff's alpha",
      'Agreement beyond chance by the order of the levels: 1 is full agreement, 0 is no better than chance, less than 0 is disagreement. By convention, 0.80 or more is firm and 0.67 or more is tentative. If nearly all levels are the same, it is near 0 however well partners agree, and if all are, it is not calculable: read it with the exact agreement.',
    ],
  ];
}
