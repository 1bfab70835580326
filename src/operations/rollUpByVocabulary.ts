import type { Instrument } from '../instrument/model/schema.ts';
import { Refusal } from '../refusal.ts';
import { type SharedTerms, sharedTerms, type TermClash } from '../rollup/figures/terms/sharedTerms.ts';
import { loadRollUp, type RollUp, returned } from '../rollup/load/rollUp.ts';
import { writeByTerm } from '../rollup/writeByTerm.ts';
import type { OperationContext } from './rounds/operationContext.ts';
import { type RoundRequest, roundsInUse } from './rounds/roundsInUse.ts';

export interface VocabularyRequest extends RoundRequest {
  /** Key of the vocabulary. */
  readonly by: string;
  /** Without filter buttons and frozen panes, which published spreadsheets should not have. */
  readonly forPublication?: boolean;
}

export interface RolledUpByVocabulary {
  readonly instruments: readonly { readonly instrument: string; readonly returned: number; readonly issued: number }[];
  /** An .xlsx file. */
  readonly bytes: Uint8Array;
}

/**
 * Sets the instruments of a round side by side, by the terms of a vocabulary that they share.
 *
 * @throws Refusal when no instrument has the vocabulary, or two give one of its terms another meaning.
 */
export async function rollUpByVocabulary(
  context: OperationContext,
  request: VocabularyRequest,
): Promise<RolledUpByVocabulary> {
  const { round, by, forPublication = false } = request;
  const rounds = await roundsInUse(context, request);
  const { title, terms } = termsOf(
    rounds.map(({ instrument }) => instrument),
    request,
  );
  const rollUps: RollUp[] = [];
  for (const { instrument, round: own } of rounds) {
    if (hasVocabulary(instrument, by)) rollUps.push(await loadRollUp(context.register, instrument, own));
  }
  const bytes = await writeByTerm({ round, vocabulary: by, title, terms, rollUps }, context.now(), { forPublication });
  const instruments = rollUps.map((rollUp) => ({
    instrument: rollUp.instrument.key,
    returned: returned(rollUp).length,
    issued: rollUp.partners.length,
  }));
  return { instruments, bytes };
}

const hasVocabulary = ({ vocabularies = [] }: Instrument, key: string): boolean =>
  vocabularies.some((vocabulary) => vocabulary.key === key);

function termsOf(instruments: readonly Instrument[], { round, by, instrument }: VocabularyRequest): SharedTerms {
  const shared = sharedTerms(instruments, by);
  if (shared === undefined) {
    const known = new Set(instruments.flatMap(({ vocabularies = [] }) => vocabularies.map(({ key }) => key)));
    const none =
      instrument === undefined ? `No instrument of round "${round}" has a` : `The instrument "${instrument}" has no`;
    throw new Refusal(
      'vocabulary.unknown',
      (input) =>
        `${none} vocabulary "${by}". ${known.size === 0 ? `There is none at all: leave ${input('by')} out.` : `There are: ${[...known].join(', ')}.`} Besides, there are region, area and kind, by which partners are set side by side.`,
    );
  }
  if (shared.clashes.length === 0) return shared;
  throw new Refusal(
    'vocabulary.clash',
    (input) =>
      `Instruments do not mean the same by "${by}": ${shared.clashes.map(describeClash).join('; ')}. Answers under one term can stand side by side only when it has one title: correct a definition, or choose one of the instruments by ${input('instrument')}.`,
  );
}

const describeClash = ({ term, titles }: TermClash): string =>
  `${term} is ${titles.map(([instrument, title]) => `"${title}" in ${instrument}`).join(' and ')}`;
