import { fieldTraits, isComputed } from '../../instrument/model/fieldKinds.ts';
import { showFigure, showNumber } from '../../instrument/model/numbers.ts';
import type { Field, Instrument, Scale } from '../../instrument/model/schema.ts';
import {
  chosenText,
  type FigureField,
  isChosenByLabel,
  itemsOf,
  scaleOf,
  scoredScaleOf,
  scoreFieldOf,
} from '../../instrument/model/traverse.ts';
import { britishDate } from '../../response/readDate.ts';
import { type Answer, typedValue } from '../../response/response.ts';
import type { LastAnswer, LastRound } from '../../scoring/plans/lastRound.ts';
import type { Words } from '../../words/words.ts';

/** A partner's answer to a question in an earlier round, in few words: `was 2`. */
export function describeLastAnswer(
  { earlier }: Words,
  instrument: Instrument,
  { items, predecessors = [] }: LastRound,
  item: string,
): string {
  const last = items.get(item);
  if (last === undefined) return '';
  if (last.state === 'no-return' && predecessors.length > 1) return earlier.seePredecessors;
  const scale = scaleFor(instrument, item);
  if (instrument.reviews !== undefined) return describeSelfScore(earlier, scale, last);
  const answer = describeAnswer(earlier, scale, last);
  return last.changed ? earlier.changed(answer) : answer;
}

function describeAnswer(words: Words['earlier'], scale: Scale, { state, level, ownLevel }: LastAnswer): string {
  switch (state) {
    case 'level':
      return words.was(describeLevel(scale, ownLevel ?? level ?? 0));
    case 'not-applicable':
      return words.wasNotApplicable;
    case 'unreadable':
      return words.wasUnreadable;
    case 'unanswered':
      return words.wasUnanswered;
    case 'not-asked':
      return words.wasNotAsked;
    case 'no-return':
      return words.wasNotReturned;
  }
}

/** With this begins what a review shows of a question without an answer. */
export const beginsWithout = ({ earlier }: Words): string => `${earlier.not} `;

/** Never the number alone, which an assessor could have typed there. */
function describeSelfScore(words: Words['earlier'], scale: Scale, { state, level, ownLevel }: LastAnswer): string {
  switch (state) {
    case 'level':
      return words.scored(describeLevel(scale, ownLevel ?? level ?? 0));
    case 'not-applicable':
      return words.scoredNotApplicable;
    case 'unreadable':
      return `${words.not} ${words.readable}`;
    case 'unanswered':
      return `${words.not} ${words.answered}`;
    case 'not-asked':
      return `${words.not} ${words.asked}`;
    case 'no-return':
      return `${words.not} ${words.returned}`;
  }
}

/** The evidence that a partner gave, for its assessor, in quotation marks: what is typed over it has none. */
export function quoteEvidence({ items }: LastRound, item: string): string {
  const evidence = items.get(item)?.evidence;
  return evidence === undefined ? '' : `“${evidence}”`;
}

/** The scale by which a question is answered. */
function scaleFor(instrument: Instrument, key: string): Scale {
  const context = itemsOf(instrument).find(({ item }) => item.key === key);
  const field = context && scoreFieldOf(context.section);
  return field === undefined ? scoredScaleOf(instrument) : scaleOf(instrument, field);
}

/** A level missing from the present scale is shown by its number. */
function describeLevel(scale: Scale, level: number): string {
  const option = scale.options.find((candidate) => candidate.level === level);
  return option === undefined || !isChosenByLabel(scale) ? String(level) : option.label;
}

/** The number that a partner gave in an earlier round, or that was computed then, for the message of the cell that shows it now. */
export function describeLastNumber(
  { earlier }: Words,
  { round, numbers, predecessors = [] }: LastRound,
  item: string,
  field: FigureField,
): string | undefined {
  const value = numbers?.get(item)?.get(field.key);
  if (value === undefined) return undefined;
  const number = isComputed(field) ? showFigure(field, value) : showNumber(field, value);
  const [from] = predecessors;
  if (!isComputed(field)) return earlier.gave(round, from?.name ?? earlier.you, number);
  return from === undefined ? earlier.itWas(round, number) : earlier.itWasFor(round, number, from.name);
}

/** A fact as people read it. */
export function describeFact(instrument: Instrument, field: Field, fact: Answer): string {
  const value = typedValue(fact) ?? '';
  return fieldTraits[field.kind].isDay ? britishDate(value) : chosenText(instrument, field, value);
}

/** The evidence that a partner gave in an earlier round, for the message of the cell in which it gives it now. */
export function describeLastEvidence(
  { earlier }: Words,
  { round, items, predecessors = [] }: LastRound,
  item: string,
): string | undefined {
  const evidence = items.get(item)?.evidence;
  const [from] = predecessors;
  return evidence === undefined
    ? undefined
    : earlier.wrote(round, from?.name ?? earlier.you, evidence.replace(/\s+/g, ' '));
}
