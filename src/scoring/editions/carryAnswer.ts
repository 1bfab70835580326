import { type ByKind, byKind, fieldTraits } from '../../instrument/model/fieldKinds.ts';
import { isAnswer, showNumber } from '../../instrument/model/numbers.ts';
import type { ComputedField, Field, Instrument, NumberField, ScaleOption } from '../../instrument/model/schema.ts';
import {
  type FigureField,
  fieldScale,
  isFigureField,
  isNumberField,
  isScoreField,
  scaleOf,
} from '../../instrument/model/traverse.ts';
import { isAnswerTo } from '../../response/isAnswerTo.ts';
import { readWrittenNumber } from '../../response/readNumber.ts';
import { type Answer, answered, blank, unreadable } from '../../response/response.ts';
import { tidyText } from '../../response/tidyText.ts';

/** A field as it is in one edition. */
export interface FieldIn {
  readonly instrument: Instrument;
  readonly field: Field;
}

/**
 * Converts an answer to a field of one edition into an answer to the field of the same key in another. If the scale has
 * other options now, levels are matched by label. An answer that the field no longer accepts becomes unreadable, with
 * its text.
 */
export function carryAnswer(before: FieldIn, now: FieldIn, answer: Answer): Answer {
  if (answer.state === 'not-applicable') return fieldTraits[now.field.kind].canBeNotApplicable ? answer : blank;
  return answer.state === 'answered' ? byKind(carriers, now.field, before, now, answer.value) : answer;
}

const carriers: ByKind<[before: FieldIn, now: FieldIn, value: number | string], Answer> = {
  score: (field, before, now, value) => {
    if (!isScoreField(before.field)) return unreadable(String(value));
    return isRescaled(before, now)
      ? carryLevel(before, scaleOf(now.instrument, field).options, value)
      : answered(value);
  },
  text: carryWords,
  date: carryWords,
  choice: carryWords,
  'yes-no': carryWords,
  link: carryWords,
  choices: carryWords,
  number: carryNumber,
  computed: carryFigure,
};

/** A number is carried over if it still counts the same; words that say a number for certain become it. */
function carryNumber(field: NumberField, before: FieldIn, _now: FieldIn, value: number | string): Answer {
  const words = labelOf(before, value);
  if (!isNumberField(before.field)) {
    const written = readWrittenNumber(field, words);
    return written.is === 'number' && isAnswer(field, written.value) ? answered(written.value) : unreadable(words);
  }
  return isSameUnit(before.field, field) && typeof value === 'number' && isAnswer(field, value)
    ? answered(value)
    : unreadable(words);
}

const isSameUnit = (one: FigureField, other: FigureField): boolean => one.as === other.as && one.unit === other.unit;

/** Computed answers are worked out again from what is carried over, and only compared with earlier ones as they were. */
function carryFigure(field: ComputedField, { field: old }: FieldIn, _now: FieldIn, value: number | string): Answer {
  return isFigureField(old) && isSameUnit(old, field) && typeof value === 'number' ? answered(value) : blank;
}

function carryWords(field: Field, before: FieldIn, { instrument }: FieldIn, value: number | string): Answer {
  const words = labelOf(before, value);
  return isAnswerTo(instrument, field, words) ? answered(words) : unreadable(words);
}

/** Whether both are scored, by scales with different levels or labels. */
export function isRescaled(before: FieldIn, now: FieldIn): boolean {
  const [one, other] = [before, now].map(({ instrument, field }) =>
    fieldScale(instrument, field)?.options.map(({ level, label }) => [level, label]),
  );
  return one !== undefined && other !== undefined && JSON.stringify(one) !== JSON.stringify(other);
}

function carryLevel(before: FieldIn, options: readonly ScaleOption[], level: number | string): Answer {
  const label = labelOf(before, level);
  const [same, ...others] = options.filter((option) => comparable(option.label) === comparable(label));
  return same === undefined || others.length > 0 ? unreadable(label) : answered(same.level);
}

function labelOf({ instrument, field }: FieldIn, value: number | string): string {
  if (isNumberField(field) && typeof value === 'number') return showNumber(field, value);
  const options = fieldScale(instrument, field)?.options ?? [];
  return options.find(({ level }) => level === value)?.label ?? String(value);
}

const comparable = (label: string): string => tidyText(label).toLowerCase();
