import { isComputed } from '../../instrument/model/fieldKinds.ts';
import type { Instrument, Scale } from '../../instrument/model/schema.ts';
import {
  type FigureField,
  isChosenByLabel,
  itemsOf,
  scaleOf,
  scoredScaleOf,
  scoreFieldOf,
} from '../../instrument/model/traverse.ts';
import type { LastAnswer, LastRound } from '../../scoring/plans/lastRound.ts';

/** A partner's answer to a question in an earlier round, in few words: `was 2`. */
export function describeLastAnswer(
  instrument: Instrument,
  { items, predecessors = [] }: LastRound,
  item: string,
): string {
  const last = items.get(item);
  if (last === undefined) return '';
  if (last.state === 'no-return' && predecessors.length > 1) return 'see each predecessor';
  const scale = scaleFor(instrument, item);
  if (instrument.reviews !== undefined) return describeSelfScore(scale, last);
  return `${describeAnswer(scale, last)}${last.changed ? ', before the question changed' : ''}`;
}

function describeAnswer(scale: Scale, { state, level, ownLevel }: LastAnswer): string {
  switch (state) {
    case 'level':
      return `was ${describeLevel(scale, ownLevel ?? level ?? 0)}`;
    case 'not-applicable':
      return 'was n/a';
    case 'unreadable':
      return 'was not readable';
    case 'unanswered':
      return 'was not answered';
    case 'not-asked':
      return 'was not asked';
    case 'no-return':
      return 'was not returned';
  }
}

/** With this begins what a review shows of a question without an answer. */
export const beginsWithout = 'not ';

/** Never the number alone, which an assessor could have typed there. */
function describeSelfScore(scale: Scale, { state, level, ownLevel }: LastAnswer): string {
  switch (state) {
    case 'level':
      return `scored ${describeLevel(scale, ownLevel ?? level ?? 0)}`;
    case 'not-applicable':
      return 'scored n/a';
    case 'unreadable':
      return `${beginsWithout}readable`;
    case 'unanswered':
      return `${beginsWithout}answered`;
    case 'not-asked':
      return `${beginsWithout}asked`;
    case 'no-return':
      return `${beginsWithout}returned`;
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
  { round, numbers, predecessors = [] }: LastRound,
  item: string,
  field: FigureField,
): string | undefined {
  const number = numbers?.get(item)?.get(field.key);
  if (number === undefined) return undefined;
  const [from] = predecessors;
  if (isComputed(field)) return `In ${round} it was ${number}${from === undefined ? '' : ` for ${from.name}`}.`;
  return `In ${round} ${from?.name ?? 'you'} gave ${number}.`;
}

/** The evidence that a partner gave in an earlier round, for the message of the cell in which it gives it now. */
export function describeLastEvidence({ round, items, predecessors = [] }: LastRound, item: string): string | undefined {
  const evidence = items.get(item)?.evidence;
  const [from] = predecessors;
  return evidence === undefined
    ? undefined
    : `In ${round} ${from?.name ?? 'you'} wrote: ${evidence.replace(/\s+/g, ' ')}`;
}
