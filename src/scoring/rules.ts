import type { Condition, Rule, Section } from '../instrument/model/schema.ts';
import { type Answers, blank } from '../response/response.ts';
import { tidyText } from '../response/tidyText.ts';

/** Whether a row's answers meet a condition. */
export function meetsCondition(answers: Answers, { field, is }: Condition): boolean {
  const answer = answers.get(field) ?? blank;
  return answer.state === 'answered' && is.some((value) => folded(value) === folded(answer.value));
}

const folded = (value: number | string): number | string =>
  typeof value === 'string' ? tidyText(value).toLowerCase() : value;

/** The rules of a section that a row's answers trigger. */
export const rulesMet = ({ rules = [] }: Section, answers: Answers): readonly Rule[] =>
  rules.filter(({ when }) => meetsCondition(answers, when));

/** Keys of the fields that a row's other answers make required. */
export const rulesFor = (section: Section, answers: Answers): readonly string[] =>
  rulesMet(section, answers).flatMap(({ needs = [] }) => needs);
