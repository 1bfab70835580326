import type { Instrument, Scale } from '../../instrument/model/schema.ts';
import { chosenValue, mayLeaveBlank } from '../../instrument/model/traverse.ts';
import { type Answer, isNotAsked, isOptionalBlank } from '../../response/response.ts';

/**
 * The marks in cells without a figure or text: letters in square brackets, which the Government Statistical Service calls
 * shorthand. Each is explained on the sheet Notes, so that no cell is blank without a reason and none is a false zero.
 */
export const missingValueMarks = {
  noReturn: '[x]',
  notApplicable: '[z]',
  unanswered: '[w]',
  suppressed: '[c]',
  notAsked: '[n]',
  optional: '[o]',
  changed: '[b]',
} as const;

type MarkMeaning = readonly [mark: string, meaning: string];

export const noReturnMeaning: MarkMeaning = [
  missingValueMarks.noReturn,
  'Not available: the partner has not returned a workbook that could be used.',
];

export const missingValueMeanings: readonly MarkMeaning[] = [
  noReturnMeaning,
  [
    missingValueMarks.notApplicable,
    'Not applicable: the partner answered that the question does not apply, or the question is asked only of others.',
  ],
  [missingValueMarks.unanswered, 'Unanswered by the partner, or no answers from which to work out a figure.'],
];

/** The mark for instruments with optional questions. */
export const optionalMeaning: MarkMeaning = [
  missingValueMarks.optional,
  'Optional: the question may be left blank, and is. It is in no count, and does not lower coverage.',
];

/** The marks of a roll-up with their meanings; suppression is included if answers are about people or nobody is named. */
export function missingValueMarksOf(instrument: Instrument, anonymous = false): readonly MarkMeaning[] {
  const { aboutPeople, priorities } = instrument;
  const meanings = [...missingValueMeanings, ...(mayLeaveBlank(instrument) ? [optionalMeaning] : [])];
  const identified = [
    ...(aboutPeople === true || priorities !== undefined ? ['child or family'] : []),
    ...(anonymous ? ['partner'] : []),
  ];
  if (identified.length === 0) return meanings;
  return [
    ...meanings,
    [
      missingValueMarks.suppressed,
      `Confidential: suppressed, because it could identify a ${identified.join(' or a ')}.`,
    ],
  ];
}

/** The mark for a round of several editions. */
export const notAskedMeaning: MarkMeaning = [
  missingValueMarks.notAsked,
  'Not asked: the question was not in the edition that the partner answered.',
];

/** The mark for a comparison of two rounds, where a question was changed between them. */
export const changedMeaning: MarkMeaning = [
  missingValueMarks.changed,
  'Break: the question or its scale was changed between the two rounds, or was asked in one of them only, so that answers cannot be compared.',
];

/** The content of a cell for an answer; a level is shown by the option that people chose. */
export function cellContent(answer: Answer, scale?: Scale): string | number {
  switch (answer.state) {
    case 'answered': {
      const option = scale?.options.find(({ level }) => level === answer.value);
      return scale === undefined || option === undefined ? answer.value : chosenValue(scale, option);
    }
    case 'unreadable':
      return answer.text;
    case 'not-applicable':
    case 'does-not-apply':
      return missingValueMarks.notApplicable;
    case 'blank':
      if (isOptionalBlank(answer)) return missingValueMarks.optional;
      return isNotAsked(answer) ? missingValueMarks.notAsked : missingValueMarks.unanswered;
  }
}
