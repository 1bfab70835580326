import { z } from 'zod';
import type { Instrument } from '../../instrument/model/schema.ts';
import { conditionsOn, type FactField, factFields, itemsOf, takesFacts } from '../../instrument/model/traverse.ts';
import type { ListedFacts } from '../../partners/listedFacts.ts';
import type { Partner } from '../../partners/partner.ts';
import { isOneOf } from '../../register/database/fragments.ts';
import { loadDetail, type StoredDetail, storedDetail } from '../../register/rows/storedDetails.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import { type Answers, answered, typedValue } from '../../response/response.ts';
import { isAboutPartner, meetsPartner } from '../../scoring/conditions/askedBy.ts';
import { factsOf, type GivenFacts, hasFacts, mergeFacts, noFacts } from '../../scoring/plans/givenFacts.ts';
import type { LastRound } from '../../scoring/plans/lastRound.ts';

/** From where the facts of the partners of a round are. */
export interface FactSources {
  /** Undefined where no list is given: what was given from the list before stays. */
  readonly listed: ListedFacts | undefined;
  /** By partner code. */
  readonly lastRounds: ReadonlyMap<string, LastRound> | undefined;
  /** What the partners' workbooks of this round had before, by partner code. */
  readonly before: ReadonlyMap<string, GivenFacts>;
}

/**
 * The facts that each partner is given, by its code. None are given for questions that are not asked of a partner of its kind or
 * region.
 */
export function factsForPartners(
  instrument: Instrument,
  partners: readonly Partner[],
  { listed, lastRounds, before }: FactSources,
): ReadonlyMap<string, GivenFacts> {
  const fields = factFields(instrument);
  const isAsBefore = ({ given }: FactField): boolean =>
    given.from === 'partner-list' && listed?.columns.has(given.column) !== true;
  const asBefore = fields.filter(isAsBefore);
  return new Map(
    partners.map((partner) => {
      const all = mergeFacts([
        factsOf(instrument, before.get(partner.code) ?? noFacts, asBefore),
        listed?.byPartner.get(partner.code) ?? noFacts,
        lastRounds?.get(partner.code)?.facts ?? noFacts,
      ]);
      return [partner.code, factsOf(instrument, all, askedOf(instrument, partner, fields))];
    }),
  );
}

function askedOf(instrument: Instrument, partner: Partner, fields: readonly FactField[]): readonly FactField[] {
  const contexts = itemsOf(instrument).filter((context) =>
    conditionsOn(context)
      .filter(isAboutPartner)
      .every((condition) => meetsPartner(partner, condition)),
  );
  const asked = new Set(contexts.map(({ item }) => item));
  return fields.filter(({ item }) => item === undefined || asked.has(item));
}

/** The facts of each partner's last workbook of a round, by its code. */
export async function factsBefore(
  register: OpenDatabase,
  instrument: Instrument,
  round: string,
): Promise<ReadonlyMap<string, GivenFacts>> {
  if (!takesFacts(instrument)) return new Map();
  const rows = await register.db
    .selectFrom('workbook')
    .select(['partner', 'details'])
    .where('round', '=', round)
    .where('instrument', '=', instrument.key)
    .orderBy('issue_order')
    .execute();
  const last = new Map(rows.map(({ partner, details }) => [partner, details]));
  const facts = new Map<string, GivenFacts>();
  for (const [partner, details] of last) facts.set(partner, await factsIn(register, details));
  return facts;
}

/** The facts that a workbook went out with. */
export async function givenFacts(register: OpenDatabase, workbook: string): Promise<GivenFacts> {
  const row = register.db.selectFrom('workbook').select('details').where('id', '=', workbook);
  return factsIn(register, (await row.executeTakeFirstOrThrow()).details);
}

/** The facts that the workbooks of returns went out with, by the number of the return. */
export async function factsOfReturns(
  register: OpenDatabase,
  ids: readonly number[],
): Promise<ReadonlyMap<number, GivenFacts>> {
  const rows = await register.db
    .selectFrom('return')
    .innerJoin('workbook', 'workbook.id', 'return.workbook')
    .select(['return.id', 'workbook.details'])
    .where(({ ref }) => isOneOf(register.db, ref('return.id'), ids))
    .execute();
  const facts = new Map<number, GivenFacts>();
  for (const { id, details } of rows) facts.set(id, await factsIn(register, details));
  return facts;
}

const factsIn = (register: OpenDatabase, details: string): Promise<GivenFacts> =>
  loadFacts(register, digests.parse(JSON.parse(details)).given);

const digests = z.object({ given: z.string().optional() });

/** The facts of a workbook as they are stored; undefined if there are none. */
export function factsDetail(facts: GivenFacts = noFacts): StoredDetail | undefined {
  const stored = (answers: Answers) => [...answers].map(([field, answer]) => [field, typedValue(answer)] as const);
  if (!hasFacts(facts)) return undefined;
  return storedDetail({
    items: [...facts.items].map(([item, answers]) => [item, stored(answers)]),
    entries: [...facts.entries].map(([section, rows]) => [
      section,
      rows.map(({ entry, answers }) => ({ entry, answers: stored(answers) })),
    ]),
  });
}

/** The facts with this digest among the details of a workbook. */
export const loadFacts = async (register: OpenDatabase, digest: string | undefined): Promise<GivenFacts> =>
  (await loadDetail(register, digest, storedFacts)) ?? noFacts;

const storedAnswers = z
  .array(z.tuple([z.string(), z.union([z.number(), z.string()])]))
  .transform((answers) => new Map(answers.map(([field, value]) => [field, answered(value)])));

const storedFacts = z.object({
  items: z.array(z.tuple([z.string(), storedAnswers])).transform((items) => new Map(items)),
  entries: z
    .array(z.tuple([z.string(), z.array(z.object({ entry: z.int(), answers: storedAnswers }))]))
    .transform((entries) => new Map(entries)),
});
