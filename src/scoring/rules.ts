import type { Condition, Section } from '../instrument/schema.ts';
import { type Answers, blank } from '../response/response.ts';

/** Whether a row's answers are those that a condition means. */
export function meets(answers: Answers, { field, is }: Condition): boolean {
  const answer = answers.get(field) ?? blank;
  return answer.state === 'answered' && is.includes(answer.value);
}

/** Keys of the fields that a row's other answers make necessary. */
export const rulesFor = ({ rules = [] }: Section, answers: Answers): readonly string[] =>
  rules.flatMap(({ when, needs }) => (meets(answers, when) ? needs : []));
