import type { Instrument } from '../../instrument/model/schema.ts';
import { isChosenByLabel, scoredScaleOf } from '../../instrument/model/traverse.ts';
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
  if (instrument.reviews !== undefined) return describeSelfScore(instrument, last);
  return `${describeAnswer(instrument, last)}${last.changed ? ', before the question changed' : ''}`;
}

function describeAnswer(instrument: Instrument, { state, level }: LastAnswer): string {
  switch (state) {
    case 'level':
      return `was ${describeLevel(instrument, level ?? 0)}`;
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

/** Never the number alone, which an assessor could have typed there. */
function describeSelfScore(instrument: Instrument, { state, level }: LastAnswer): string {
  switch (state) {
    case 'level':
      return `scored ${describeLevel(instrument, level ?? 0)}`;
    case 'not-applicable':
      return 'scored n/a';
    case 'unreadable':
      return 'not readable';
    case 'unanswered':
      return 'not answered';
    case 'not-asked':
      return 'not asked';
    case 'no-return':
      return 'not returned';
  }
}

/** The evidence that a partner gave, for its assessor, in quotation marks: what is typed over it has none. */
export function quoteEvidence({ items }: LastRound, item: string): string {
  const evidence = items.get(item)?.evidence;
  return evidence === undefined ? '' : `“${evidence}”`;
}

/** A level missing from the present scale is shown by its number. */
function describeLevel(instrument: Instrument, level: number): string {
  const scale = scoredScaleOf(instrument);
  const option = scale.options.find((candidate) => candidate.level === level);
  return option === undefined || !isChosenByLabel(scale) ? String(level) : option.label;
}

/** The number that a partner gave in an earlier round, for the message of the cell in which it gives it now. */
export function describeLastNumber(
  { round, numbers, predecessors = [] }: LastRound,
  item: string,
  field: string,
): string | undefined {
  const number = numbers?.get(item)?.get(field);
  return number === undefined ? undefined : `In ${round} ${predecessors[0]?.name ?? 'you'} gave ${number}.`;
}

/** The evidence that a partner gave in an earlier round, for the message of the cell in which it gives it now. */
export function describeLastEvidence({ round, items, predecessors = [] }: LastRound, item: string): string | undefined {
  const evidence = items.get(item)?.evidence;
  const [from] = predecessors;
  return evidence === undefined
    ? undefined
    : `In ${round} ${from?.name ?? 'you'} wrote: ${evidence.replace(/\s+/g, ' ')}`;
}
