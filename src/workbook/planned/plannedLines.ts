import { type ItemInContext, scaleOf, scoreFieldOf } from '../../instrument/model/traverse.ts';
import { actionPlanOf, type PlanLine } from '../../scoring/plans/actionPlan.ts';
import { ownScoreOf } from '../../scoring/scorecard.ts';
import { questionText } from '../calculations/calculations.ts';
import { stateWords, wordOf } from '../calculations/states.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { levelLabel } from '../parts/levelWords.ts';
import { type ShownGiven, shownGiven } from './plannedGiven.ts';
import { markOf } from './plannedMarks.ts';

/** A line as the plan shows it. */
export interface ShownLine {
  readonly subject: Subject;
  readonly given: ShownGiven;
  readonly mark: string;
}

/** What a line is about: the level of a question, or why it has none; a reference; and words. */
export type Subject = Readonly<Record<(typeof subjectParts)[number], string>>;

/** In the order in which they are shown. */
export const subjectParts = ['level', 'reference', 'about'] as const;

/** The lines in their order. */
export const shownLines = (content: WorkbookContent): readonly ShownLine[] =>
  actionPlanOf(content.instrument, content.response).map((line) => ({
    subject: lineSubject(content, line),
    given: shownGiven(line.given),
    mark: markOf(content, line),
  }));

/** The subject of a line: only questions have a level, and a row that names nothing has its own number. */
export function lineSubject(
  content: WorkbookContent,
  { item, part, entry }: Pick<PlanLine, 'item' | 'part' | 'entry'>,
): Subject {
  if (item !== undefined) return itemSubject(content, item);
  if (part !== undefined) return { level: '', reference: part.key, about: part.title };
  return {
    ...{ level: '', reference: '' },
    about: entry === undefined ? '' : content.words.actionPlan.row(entry.list.shortTitle, entry.entry),
  };
}

/** The subject of a question's lines, at present. */
export const itemSubject = (content: WorkbookContent, item: ItemInContext): Subject => ({
  level: shownLevel(content, item),
  reference: item.item.key,
  about: questionText(item),
});

function shownLevel(content: WorkbookContent, item: ItemInContext): string {
  const { words, instrument, response } = content;
  const field = scoreFieldOf(item.section);
  if (field === undefined) return '';
  const score = ownScoreOf(response, item);
  if (score.state === 'answered') return levelLabel(words, scaleOf(instrument, field), Number(score.value));
  return wordOf(content, score);
}

/** Every word for the level of a question. */
export const levelWords = (content: WorkbookContent): readonly string[] => [
  ...content.instrument.scales.flatMap((scale) =>
    scale.options.map(({ level }) => levelLabel(content.words, scale, level)),
  ),
  ...stateWords(content),
];
