import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Instrument } from '../../instrument/model/schema.ts';
import { chosenValue, scoredScaleOf } from '../../instrument/model/traverse.ts';
import type { LastAnswer, LastRound } from '../../scoring/plans/lastRound.ts';

/** What an assessor's workbook shows of the partner's answer to a question. */
export interface ShownAnswer extends Pick<LastAnswer, 'state' | 'level'> {
  /** Digest of the evidence. */
  readonly evidence?: string;
}

/** By item key. */
export type ShownAnswers = ReadonlyMap<string, ShownAnswer>;

const shownAnswer = z.object({
  state: z.enum(['level', 'not-applicable', 'unreadable', 'unanswered', 'not-asked', 'no-return']),
  ...{ level: z.number().exactOptional(), evidence: z.string().exactOptional() },
});

/** As the register stores them. Earlier versions did not. */
export const storedShown = z.object({ shown: z.array(z.tuple([z.string(), shownAnswer])).exactOptional() });

export const shownAnswers = ({ items }: LastRound): ShownAnswers =>
  new Map(
    [...items].map(([key, { state, level, evidence }]) => [
      key,
      {
        state,
        ...(level === undefined ? {} : { level }),
        ...(evidence === undefined ? {} : { evidence: createHash('sha256').update(evidence).digest('hex') }),
      },
    ]),
  );

/** An answer of a partner that is another now than an assessor saw. */
export interface AnswerChange {
  /** Key of the item. */
  readonly item: string;
  /** In words, as in `2` or `not answered`; absent where the level is the same. */
  readonly level?: { readonly was: string; readonly is: string };
  readonly hasOtherEvidence: boolean;
}

/** The answers that are others now, in the order of the questions. */
export function changedAnswers(
  instrument: Instrument,
  shown: ShownAnswers,
  now: ShownAnswers,
): readonly AnswerChange[] {
  return [...now].flatMap(([item, is]) => {
    const was = shown.get(item);
    if (was === undefined) return [];
    const isSameLevel = was.state === is.state && was.level === is.level;
    const hasOtherEvidence = was.evidence !== is.evidence;
    if (isSameLevel && !hasOtherEvidence) return [];
    const level = { was: describeShown(instrument, was), is: describeShown(instrument, is) };
    return [{ item, hasOtherEvidence, ...(isSameLevel ? {} : { level }) }];
  });
}

function describeShown(instrument: Instrument, { state, level }: ShownAnswer): string {
  if (state !== 'level') return state === 'unanswered' ? 'not answered' : state.replace('-', ' ');
  const scale = scoredScaleOf(instrument);
  const option = scale.options.find((one) => one.level === level);
  return String(option === undefined ? level : chosenValue(scale, option));
}

/** A change in a sentence or two, for the row of its question. */
export const describeAnswerChange = ({ level, hasOtherEvidence }: AnswerChange): string =>
  [
    ...(level === undefined ? [] : [`The level was ${level.was} when the review was issued, and is ${level.is} now.`]),
    ...(hasOtherEvidence ? ['The evidence has changed since the review was issued.'] : []),
  ].join(' ');

/** The same among others, as in `1.1.1 (level was 2, is 3)`. */
export const nameAnswerChange = ({ item, level, hasOtherEvidence }: AnswerChange): string =>
  `${item} (${[
    ...(level === undefined ? [] : [`level was ${level.was}, is ${level.is}`]),
    ...(hasOtherEvidence ? ['other evidence'] : []),
  ].join('; ')})`;
