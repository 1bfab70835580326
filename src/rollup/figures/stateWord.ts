import { type Answer, isNotAsked } from '../../response/response.ts';

const words: Readonly<Record<Answer['state'], string>> = {
  answered: 'Answered',
  blank: 'Blank',
  'not-applicable': 'Not applicable',
  unreadable: 'Could not be read',
};

const notAskedWord = 'Not asked';

/** Every state of an answer, and what it means. */
export const stateMeanings: readonly (readonly [word: string, meaning: string])[] = [
  [words.answered, 'There is an answer.'],
  [words.blank, 'The partner left it blank.'],
  [words['not-applicable'], 'The partner says that the question does not apply.'],
  [words.unreadable, 'What was typed is no answer to the question, and counts in no figure.'],
  [notAskedWord, 'The question was not in the edition that the partner answered.'],
];

/** The state of an answer as tables name it. */
export const stateWord = (answer: Answer): string => (isNotAsked(answer) ? notAskedWord : words[answer.state]);
