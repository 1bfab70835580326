import { type Finding, FindingsError, finding, hasErrors } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { type FactField, factFields } from '../../instrument/model/traverse.ts';
import { type ListedFacts, listedFacts } from '../../partners/listedFacts.ts';
import type { Partner } from '../../partners/partner.ts';
import type { Register } from '../../register/tables/register.ts';
import { factsBefore, factsDetail, factsForPartners } from '../../rounds/issue/givenFacts.ts';
import type { EarlierRound, LastRounds } from '../../rounds/returns/lastRounds.ts';
import type { GivenFacts } from '../../scoring/plans/givenFacts.ts';
import { missingBefore } from '../../scoring/plans/lastRoundFacts.ts';
import type { NamedList } from '../rounds/roundToGenerate.ts';

/** A round of which the workbooks are to have facts. */
export interface RoundWithFacts {
  readonly instrument: Instrument;
  readonly round: string;
  readonly partners: readonly Partner[];
  /** Undefined where none is given. */
  readonly list: NamedList | undefined;
  /** The earlier round that is shown, with what partners answered in it. */
  readonly earlier: EarlierRound | undefined;
  readonly last: LastRounds | undefined;
  /** Whether workbooks may have reached partners. */
  readonly areOut: boolean;
}

/**
 * The facts that each partner is given, by its code, and what was noticed about the list from which they are.
 *
 * @throws FindingsError when the list has values that are no answers.
 */
export async function giveFacts(
  register: Register,
  given: RoundWithFacts,
): Promise<{ readonly facts: ReadonlyMap<string, GivenFacts>; readonly findings: readonly Finding[] }> {
  const { instrument, round, partners, list, last } = given;
  const listed = list && listedFacts(instrument, list.name, list.columns ?? []);
  const ofList = [...withoutUsed(list?.findings ?? [], listed), ...(listed?.findings ?? [])];
  if (hasErrors(ofList)) throw new FindingsError(ofList);
  const before = await factsBefore(register, instrument, round);
  const facts = factsForPartners(instrument, partners, { listed, lastRounds: last?.byPartner, before });
  const digest = (one: GivenFacts | undefined): string | undefined => factsDetail(one)?.digest;
  const changed = [...facts].flatMap(([code, now]) => {
    const known = before.get(code);
    return known === undefined || digest(known) === digest(now) ? [] : [code];
  });
  return {
    facts,
    findings: [
      ...ofList,
      ...lastRoundFindings(given),
      ...(given.areOut && changed.length > 0 ? [finding('given.changed-since', {}, { partners: changed })] : []),
    ],
  };
}

/** Columns that are not used, without those from which facts are. */
const withoutUsed = (findings: readonly Finding[], listed: ListedFacts | undefined): readonly Finding[] =>
  findings.flatMap((found): readonly Finding[] => {
    if (found.code !== 'list.ignored-columns') return [found];
    const { columns, unused } = found.facts;
    const left = columns.filter((heading) => listed?.headings.has(heading) !== true);
    return left.length === 0 ? [] : [finding(found.code, found.place, { columns: left, unused })];
  });

function lastRoundFindings({ instrument, earlier }: RoundWithFacts): readonly Finding[] {
  const fields = factFields(instrument).filter(({ given }) => given.from === 'last-round');
  if (fields.length === 0) return [];
  if (earlier === undefined) return [finding('given.no-last-round', {}, { questions: namesOf(fields) })];
  const missing = missingBefore(instrument, earlier.instrument);
  const { edition } = earlier.instrument;
  return missing.length === 0 ? [] : [finding('given.not-before', {}, { questions: namesOf(missing), edition })];
}

/** Questions, or sheets with rows, each with the field. */
const namesOf = (fields: readonly FactField[]): readonly string[] =>
  fields.map(({ section, item, field }) => `${field.heading} of ${item?.key ?? section.shortTitle}`);
