import type { Instrument, Scale } from '../../instrument/model/schema.ts';
import { chosenValue } from '../../instrument/model/traverse.ts';
import { type Answer, isNotAsked } from '../../response/response.ts';

/**
 * What stands in a cell that has no figure or text: letters in square brackets, each explained on the notes sheet,
 * so that no cell is empty without a reason and none is a false zero (practice A30 to A32).
 */
export const missingValueMarks = {
  noReturn: '[x]',
  notApplicable: '[z]',
  blank: '[w]',
  withheld: '[c]',
  notAsked: '[n]',
  changed: '[b]',
} as const;

export const missingValueMeanings: readonly (readonly [mark: string, meaning: string])[] = [
  [missingValueMarks.noReturn, 'Not available: the partner has not returned a workbook that could be used.'],
  [missingValueMarks.notApplicable, 'Not applicable: the partner says that the question does not apply.'],
  [missingValueMarks.blank, 'Left blank by the partner, or nothing to work a figure out from.'],
];

/** The marks of a roll-up, with those that only answers about people need, or a roll-up in which nobody is named. */
export function missingValueMarkOf(
  { aboutPeople, priorities }: Instrument,
  anonymous = false,
): typeof missingValueMeanings {
  const whose = [
    ...(aboutPeople === true || priorities !== undefined ? ['child or family'] : []),
    ...(anonymous ? ['partner'] : []),
  ];
  if (whose.length === 0) return missingValueMeanings;
  return [
    ...missingValueMeanings,
    [missingValueMarks.withheld, `Confidential: withheld, because it could show which ${whose.join(' or ')} is meant.`],
  ];
}

/** The mark that only a round of several editions needs. */
export const notAskedMeaning: (typeof missingValueMeanings)[number] = [
  missingValueMarks.notAsked,
  'Not asked: the question was not in the edition that the partner answered.',
];

/** The mark that only a comparison of two rounds needs, where a question was changed between them. */
export const changedMeaning: (typeof missingValueMeanings)[number] = [
  missingValueMarks.changed,
  'Break: the question or its scale reads differently in the two rounds, or was asked in one of them only, so that answers cannot be compared.',
];

/** An answer as a cell shows it: a level by what people chose for it. */
export function shown(answer: Answer, scale?: Scale): string | number {
  switch (answer.state) {
    case 'answered': {
      const option = scale?.options.find(({ level }) => level === answer.value);
      return scale === undefined || option === undefined ? answer.value : chosenValue(scale, option);
    }
    case 'unreadable':
      return answer.text;
    case 'not-applicable':
      return missingValueMarks.notApplicable;
    case 'blank':
      return isNotAsked(answer) ? missingValueMarks.notAsked : missingValueMarks.blank;
  }
}
