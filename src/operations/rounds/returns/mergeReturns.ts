import { FindingsError, finding } from '../../../finding/index.ts';
import type { Instrument } from '../../../instrument/model/schema.ts';
import { chosenText } from '../../../instrument/model/traverse.ts';
import { enterReturn } from '../../../intake/entered/enterReturn.ts';
import { Refusal } from '../../../refusal.ts';
import type { Register } from '../../../register/tables/register.ts';
import { type Contradiction, type MergedResponse, mergeResponses } from '../../../response/mergeResponses.ts';
import type { Answer } from '../../../response/response.ts';
import { makeChange } from '../../../rounds/changes/makeChange.ts';
import type { Author } from '../../../rounds/changes/roundChange.ts';
import { presentValue, type RoundKey } from '../../../rounds/changes/storedValue.ts';
import { rewriteWorkbook } from '../../../rounds/issue/rewriteWorkbook.ts';
import { type LoadedReturn, loadReturns } from '../../../rounds/returns/loadReturns.ts';
import { rescoreReturns } from '../../../rounds/returns/rescoreReturns.ts';
import type { ReturnSummary } from '../../../rounds/round/roundStatus.ts';
import { type MadeChanges, makeChanges } from '../changes/makeChanges.ts';
import type { OperationContext } from '../operationContext.ts';
import { onlyRound } from '../roundsInUse.ts';
import { countingNow, otherwiseCompared } from './comparedReviews.ts';
import { decidable, statusOf } from './decidable.ts';

/** Returns to be put together, and why. */
export interface MergeReturnsRequest {
  /** Numbers of the returns. */
  readonly ids: readonly number[];
  /** The return of which the answers are taken where several contradict each other. */
  readonly prefer?: number;
  readonly reason: string;
}

/**
 * Puts several returns of a partner together, as when two people each filled in a half: a new return has what any of them
 * answers, and counts instead of them. It is a workbook like the others, and they stay in the register.
 *
 * @throws Refusal for returns that are not there, are of different partners, do not count or are put together already.
 * @throws FindingsError with every answer in which they contradict each other, where none is preferred.
 */
export async function mergeReturns(context: OperationContext, request: MergeReturnsRequest): Promise<MadeChanges> {
  const before = await countingNow(context.register, request.ids);
  const changes = await makeChanges(context, request.reason, async (inside, author) => {
    const { register } = inside;
    const { key, partner, parts } = await partsOf(register, request);
    const { round, instrument } = await onlyRound(inside, key);
    const base = parts.at(-1);
    if (base === undefined) throw new Error('There are no returns');
    const sent = (await loadReturns(register, instrument, [base.id])).get(base.id)?.sent ?? instrument;
    const loaded = await loadReturns(
      register,
      sent,
      parts.map(({ id }) => id),
    );
    const merged = mergeResponses(
      sent,
      [...loaded].map(([id, { response }]) => ({ id, response })),
      request.prefer,
    );
    checkContradictions(sent, request, parts, merged.contradictions);
    const name = `${partner}_${parts.map(({ id }) => id).join('+')}.xlsx`;
    const file = {
      name,
      bytes: await rewriteWorkbook(
        inside.register,
        inside.instruments,
        { round, returnId: base.id, sent },
        merged.response,
      ),
      received: author.now,
      stated: base.received,
    };
    const ids = parts.map(({ id }) => id);
    const { id, change } = await enterReturn(register, { instruments: inside.instruments }, file, ids, author);
    const corrected = await keepCorrections(register, { key, partner, id, merged, loaded }, author);
    if (corrected !== undefined) await rescoreReturns(register, key.round, instrument, author.now, new Set([id]));
    return [change, corrected];
  });
  return { changes, findings: await otherwiseCompared(context.register, before) };
}

interface Parts {
  readonly key: RoundKey;
  readonly partner: string;
  /** Earliest first. */
  readonly parts: readonly ReturnSummary[];
}

async function partsOf(register: Register, { ids: given, prefer }: MergeReturnsRequest): Promise<Parts> {
  const ids = [...new Set(given)];
  const [first, ...others] = await Promise.all(ids.map((id) => decidable(register, id)));
  if (first === undefined || others.length === 0) {
    throw new Refusal('return.one-part', () => 'Name at least two different returns to be put together, as in 12 15.');
  }
  const { key, partner } = first;
  const nameOf = ({ key: of, partner: code }: typeof first): string => `${code}, round ${of.round} (${of.instrument})`;
  const other = others.find((one) => nameOf(one) !== nameOf(first));
  if (other !== undefined) {
    throw new Refusal(
      'return.other-partner',
      () =>
        `Return ${ids[0]} is of ${nameOf(first)}, and return ${ids[others.indexOf(other) + 1]} of ${nameOf(other)}. Only returns of one partner in one round can be put together.`,
    );
  }
  if (prefer !== undefined && !ids.includes(prefer)) {
    throw new Refusal(
      'return.not-among-parts',
      (input) => `${input('prefer')} ${prefer} is none of the returns ${ids.join(' and ')}. Name one of them.`,
    );
  }
  const all = (await statusOf(register, key, partner))?.returns ?? [];
  const parts = all.filter(({ id }) => ids.includes(id));
  for (const part of parts) checkPart(part);
  return { key, partner, parts };
}

function checkPart({ id, setAside, afterClosing, isPart }: ReturnSummary): void {
  const why =
    setAside === true
      ? 'was set aside'
      : afterClosing === true
        ? 'came after the round was closed'
        : isPart === true
          ? 'was put together with others before'
          : undefined;
  if (why === undefined) return;
  throw new Refusal(
    'return.no-part',
    () => `Return ${id} ${why}. Undo that change first: "round show" has its number, for "round undo".`,
  );
}

function checkContradictions(
  instrument: Instrument,
  { ids, prefer }: MergeReturnsRequest,
  parts: readonly ReturnSummary[],
  contradictions: readonly Contradiction[],
): void {
  if (contradictions.length === 0 || prefer !== undefined) return;
  const last = parts.at(-1)?.id ?? 0;
  throw new FindingsError([
    ...contradictions.map(({ section, reference, field, answers }) =>
      finding(
        'return.answers-contradict',
        { section: section.key, key: reference, field: field.key },
        {
          field: field.heading,
          isHidden: instrument.aboutPeople === true,
          answers: answers.map(({ id, answer }) => ({ id, ...quoted(answer, instrument, field) })),
        },
      ),
    ),
    finding('return.merge-undecided', {}, { ids: [...ids], prefer: last, answers: contradictions.length }),
  ]);
}

function quoted(answer: Answer, instrument: Instrument, field: Contradiction['field']): { readonly value: string } {
  switch (answer.state) {
    case 'answered':
      return { value: chosenText(instrument, field, answer.value) };
    case 'unreadable':
      return { value: answer.text };
    default:
      return { value: answer.state.replace('-', ' ') };
  }
}

/** An answer that was corrected in a part, and taken from there, is marked in the whole as well. */
async function keepCorrections(
  register: Register,
  {
    key,
    partner,
    id,
    merged,
    loaded,
  }: {
    readonly key: RoundKey;
    readonly partner: string;
    readonly id: number;
    readonly merged: MergedResponse;
    readonly loaded: ReadonlyMap<number, LoadedReturn>;
  },
  author: Author,
): Promise<number | undefined> {
  const taken = [...loaded].flatMap(([part, { corrections }]) =>
    corrections.flatMap(({ answer }) =>
      merged.takenFrom(answer.subject, answer.field) === part ? [{ ...answer, return: id }] : [],
    ),
  );
  if (taken.length === 0) return undefined;
  const before = await presentValue(register, key, { partner, what: 'corrected' });
  return makeChange(register, key, { partner, what: 'corrected', after: [...before, ...taken] }, author);
}
