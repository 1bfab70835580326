import type { Field, Instrument, ScaleOption, ScoreField } from '../../instrument/model/schema.ts';
import { scaleOf } from '../../instrument/model/traverse.ts';
import { isAnswerTo } from '../../response/isAnswerTo.ts';
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
  if (answer.state === 'not-applicable') return now.field.kind === 'score' ? answer : blank;
  if (answer.state !== 'answered') return answer;
  if (now.field.kind === 'score') {
    if (before.field.kind !== 'score') return unreadable(String(answer.value));
    return isRescaled(before, now) ? carryLevel(before, optionsOf(now.instrument, now.field), answer.value) : answer;
  }
  const words = before.field.kind === 'score' ? labelOf(before, answer.value) : String(answer.value);
  return isAnswerTo(now.instrument, now.field, words) ? answered(words) : unreadable(words);
}

/** Whether both are scored, by scales with different levels or labels. */
export function isRescaled(before: FieldIn, now: FieldIn): boolean {
  if (before.field.kind !== 'score' || now.field.kind !== 'score') return false;
  const [one, other] = [optionsOf(before.instrument, before.field), optionsOf(now.instrument, now.field)];
  return (
    JSON.stringify(one.map(({ level, label }) => [level, label])) !==
    JSON.stringify(other.map(({ level, label }) => [level, label]))
  );
}

function carryLevel(before: FieldIn, options: readonly ScaleOption[], level: number | string): Answer {
  const label = labelOf(before, level);
  const [same, ...others] = options.filter((option) => comparable(option.label) === comparable(label));
  return same === undefined || others.length > 0 ? unreadable(label) : answered(same.level);
}

function labelOf({ instrument, field }: FieldIn, level: number | string): string {
  const options = field.kind === 'score' ? optionsOf(instrument, field) : [];
  return options.find((option) => option.level === level)?.label ?? String(level);
}

const optionsOf = (instrument: Instrument, field: ScoreField): readonly ScaleOption[] =>
  scaleOf(instrument, field).options;

const comparable = (label: string): string => tidyText(label).toLowerCase();
