import { type ItemInContext, scaleOf, scoreFieldOf } from '../../instrument/model/traverse.ts';
import { actionPlanOf, type PlanLine } from '../../scoring/plans/actionPlan.ts';
import { scoreOf } from '../../scoring/scorecard.ts';
import { shortQuestion, stateNames } from '../calculations/calculations.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { levelLabel } from '../parts/levelWords.ts';
import { type ShownGiven, shownGiven } from './plannedGiven.ts';
import { markOf } from './plannedMarks.ts';

/** A line as the plan shows it. */
export interface ShownLine {
  readonly about: string;
  readonly given: ShownGiven;
  readonly mark: string;
}

/** The lines in their order. */
export const shownLines = (content: WorkbookContent): readonly ShownLine[] =>
  actionPlanOf(content.instrument, content.response).map((line) => ({
    about: lineSubject(content, line),
    given: shownGiven(line.given),
    mark: markOf(content, line),
  }));

/** The subject of a line. */
export function lineSubject(
  content: WorkbookContent,
  { item, part, entry }: Pick<PlanLine, 'item' | 'part' | 'entry'>,
): string {
  if (item !== undefined) return itemSubject(content, item);
  if (part !== undefined) return `${part.key} ${part.title}`;
  return entry === undefined ? '' : rowLabel(entry.list.shortTitle, entry.entry);
}

/** A row of a list by its number. */
export const rowLabel = (list: string, entry: number): string => `${list} ${entry}`;

/** The beginning of a question's lines, at present. */
export function itemSubject({ instrument, response }: WorkbookContent, item: ItemInContext): string {
  const field = scoreFieldOf(item.section);
  if (field === undefined) return shortQuestion(item);
  const score = scoreOf(response, item);
  if (score.state === 'answered')
    return `${levelLabel(scaleOf(instrument, field), Number(score.value))}: ${shortQuestion(item)}`;
  const state = score.state === 'not-applicable' ? stateNames.notApplicable : stateNames.unanswered;
  return `${state}: ${shortQuestion(item)}`;
}

/** The longest beginning of a line for each question. */
export function longestSubjects({ instrument, layout }: WorkbookContent): readonly string[] {
  return layout.planned.items.map((row) => {
    const field = scoreFieldOf(row.section);
    const states = Object.values(stateNames);
    const words =
      field === undefined
        ? []
        : scaleOf(instrument, field).options.map(({ level }) => levelLabel(scaleOf(instrument, field), level));
    const longest = [...words, ...states].reduce((long, word) => (word.length > long.length ? word : long), '');
    return `${longest}: ${shortQuestion(row)}`;
  });
}
