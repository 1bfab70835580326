import { type Answer, isNotAsked, isOptionalBlank } from '../../response/response.ts';

const words: Readonly<Record<Answer['state'], string>> = {
  answered: 'Answered',
  blank: 'Unanswered',
  'not-applicable': 'Not applicable',
  unreadable: 'Could not be read',
  'does-not-apply': 'Does not apply',
};

const notAskedWord = 'Not asked';
const optionalWord = 'Optional, blank';

/** Every state of an answer, with its meaning. */
export const stateMeanings: readonly (readonly [word: string, meaning: string])[] = [
  [words.answered, 'There is an answer.'],
  [words.blank, 'The partner did not answer.'],
  [words['not-applicable'], 'The partner answered that the question does not apply.'],
  [words.unreadable, 'The typed text is not a valid answer to the question, and counts in no figure.'],
  [words['does-not-apply'], 'The question is asked only under a condition, which the partner does not meet.'],
  [notAskedWord, 'The question was not in the edition that the partner answered.'],
  [optionalWord, 'The question may be left blank, and is.'],
];

/** The word for the state of an answer in tables. */
export function stateWord(answer: Answer): string {
  if (isOptionalBlank(answer)) return optionalWord;
  return isNotAsked(answer) ? notAskedWord : words[answer.state];
}
