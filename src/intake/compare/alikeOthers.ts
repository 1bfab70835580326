import { type Kysely, sql } from 'kysely';
import { type Finding, finding } from '../../finding/index.ts';
import { isOneOf, joined } from '../../register/database/fragments.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { RegisterTables } from '../../register/tables/schema.ts';
import type { Round } from '../../rounds/round/roundStatus.ts';

/** Bits from which on it is no chance any more: one in a thousand million. */
const noChance = 30;

/** Partners from which on what they have in common is a phrase of the region, and not of one of them. */
const minCommon = 5;

/**
 * The answers that a return shares with one of another partner in more places than chance explains, as when sheets of one
 * were copied into the workbook of the other. It is worked out when it is shown and never stored: what is stored of a
 * return goes back to its partner, who must not learn of others.
 */
export interface Likeness {
  /** The other partner's code. */
  readonly partner: string;
  /** The other return: the partner's latest that is alike. */
  readonly other: number;
  /** Keys of the sections in which all answers are the same. */
  readonly sections: readonly string[];
  /** How many texts are the same outside of these sections. */
  readonly texts: number;
}

/** Compares an accepted return with every accepted return of the other partners of its round. */
export async function alikeOthers({ db }: OpenDatabase, id: number): Promise<readonly Finding[]> {
  const parts = await sharedParts(db, id);
  if (parts.length === 0) return [];
  const senders = await sendersBeside(db, id, new Set(parts.flatMap(({ returns }) => returns)));
  const own = senders.get(id);
  if (own === undefined) return [];
  const shared = new Map<number, Shared>();
  for (const { returns, ...part } of parts) {
    const same = returns.flatMap((one) => senders.get(one) ?? []);
    for (const other of othersByPanel(same).get(panelOf(own)) ?? []) addPart(shared, other, part);
  }
  return likenessesOf(shared).map(likenessFinding);
}

export const likenessFinding = (one: Likeness): Finding => finding('return.like-another', {}, { ...one });

/**
 * Compares the accepted returns of a round with each other, with two queries.
 *
 * @param isCompared Whether a return takes part, by its id; by default all do.
 * @returns the likenesses by the id of the return; a return without any is absent.
 */
export async function alikeInRound(
  { db }: OpenDatabase,
  round: Pick<Round, 'round' | 'instrument'>,
  isCompared: (id: number) => boolean = () => true,
): Promise<ReadonlyMap<number, readonly Likeness[]>> {
  const senders = await sendersIn(db, round);
  const shared = new Map<number, Map<number, Shared>>();
  for (const { part, returns } of await partsInRound(db, round)) {
    const same = returns.filter(({ id }) => isCompared(id)).flatMap(({ id }) => senders.get(id) ?? []);
    const others = othersByPanel(same);
    for (const { id, bits } of returns) {
      const own = isCompared(id) ? senders.get(id) : undefined;
      if (own === undefined) continue;
      const byOther = shared.get(id) ?? new Map<number, Shared>();
      shared.set(id, byOther);
      for (const other of others.get(panelOf(own)) ?? []) addPart(byOther, other, { part, bits });
    }
  }
  const all = [...shared].map(([id, byOther]) => [id, likenessesOf(byOther)] as const);
  return new Map(all.filter(([, likenesses]) => likenesses.length > 0));
}

/** The return of a partner, and the area with which it answers. */
interface Sender {
  readonly id: number;
  readonly code: string;
  readonly area_code: string | null;
}

/** Partners of one area answer together and are not compared; any other answers by itself. */
const panelOf = ({ area_code, code }: Sender): string => (area_code === null ? `partner ${code}` : `area ${area_code}`);

/** A part of a return that others have as well, and how unlikely it is that they do by chance. */
interface Part {
  readonly part: string;
  readonly bits: number;
}

/** The parts of a return that others have too, with the ids of all that have them, as one row each: they may be thousands. */
async function sharedParts(
  db: Kysely<RegisterTables>,
  id: number,
): Promise<readonly (Part & { readonly returns: readonly number[] })[]> {
  const rows = await db
    .selectFrom('print as own')
    .innerJoin('print', 'print.digest', 'own.digest')
    .where('own.return_id', '=', id)
    .select(['own.part', 'own.bits', joined(db, sql.ref('print.return_id'), ' ').as('returns')])
    .groupBy(['own.part', 'own.bits'])
    .having(({ fn }) => fn.countAll(), '>', 1)
    .orderBy('own.part')
    .execute();
  return rows.map(({ returns, ...part }) => ({ ...part, returns: returns.split(' ').map(Number) }));
}

/** The same for all returns of a round at once. Each of them has bits of its own for a part. */
async function partsInRound(
  db: Kysely<RegisterTables>,
  { round, instrument }: Pick<Round, 'round' | 'instrument'>,
): Promise<readonly { readonly part: string; readonly returns: readonly { id: number; bits: number }[] }[]> {
  const rows = await db
    .selectFrom('print')
    .innerJoin('return', 'return.id', 'print.return_id')
    .innerJoin('workbook', 'workbook.id', 'return.workbook')
    .where('workbook.round', '=', round)
    .where('workbook.instrument', '=', instrument)
    .select(['print.part', joined(db, sql`print.return_id || ' ' || print.bits`, ',').as('returns')])
    .groupBy(['print.part', 'print.digest'])
    .having(({ fn }) => fn.countAll(), '>', 1)
    .orderBy('print.part')
    .execute();
  return rows.map(({ part, returns }) => ({
    part,
    returns: returns.split(',').map((one) => {
      const [id = 0, bits = 0] = one.split(' ').map(Number);
      return { id, bits };
    }),
  }));
}

/** Those of the returns that belong to the round of one of them, itself among them, by id. */
async function sendersBeside(
  db: Kysely<RegisterTables>,
  id: number,
  returns: ReadonlySet<number>,
): Promise<ReadonlyMap<number, Sender>> {
  const rows = await senders(db)
    .where(({ ref }) => isOneOf(db, ref('return.id'), returns))
    .execute();
  const own = rows.find((row) => row.id === id);
  return byId(rows.filter(({ round, instrument }) => round === own?.round && instrument === own.instrument));
}

const sendersIn = async (
  db: Kysely<RegisterTables>,
  { round, instrument }: Pick<Round, 'round' | 'instrument'>,
): Promise<ReadonlyMap<number, Sender>> =>
  byId(await senders(db).where('workbook.round', '=', round).where('workbook.instrument', '=', instrument).execute());

const byId = (all: readonly Sender[]): ReadonlyMap<number, Sender> => new Map(all.map((sender) => [sender.id, sender]));

/** The accepted returns with their partners and rounds. Refused ones have no parts to compare. */
const senders = (db: Kysely<RegisterTables>) =>
  db
    .selectFrom('return')
    .innerJoin('workbook', 'workbook.id', 'return.workbook')
    .innerJoin('partner', (join) =>
      join
        .onRef('partner.round', '=', 'workbook.round')
        .onRef('partner.instrument', '=', 'workbook.instrument')
        .onRef('partner.code', '=', 'workbook.partner'),
    )
    .select(['return.id', 'partner.code', 'partner.area_code', 'workbook.round', 'workbook.instrument']);

/**
 * Of returns that have a part in common, those of the other panels, by panel. None where no other partner has it, or so many
 * do that it is a phrase.
 */
function othersByPanel(same: readonly Sender[]): ReadonlyMap<string, readonly Sender[]> {
  const panels = new Map<string, Sender[]>();
  for (const sender of same) {
    const panel = panels.get(panelOf(sender));
    if (panel === undefined) panels.set(panelOf(sender), [sender]);
    else panel.push(sender);
  }
  const counts = new Map([...panels].map(([panel, own]) => [panel, new Set(own.map(({ code }) => code)).size]));
  const partners = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return new Map(
    [...counts].map(([panel, count]) => {
      const others = partners - count;
      if (others === 0 || others >= minCommon) return [panel, []];
      return [panel, [...panels].flatMap(([other, theirs]) => (other === panel ? [] : theirs))];
    }),
  );
}

/** What one return shares with another. */
interface Shared {
  readonly partner: string;
  readonly parts: Part[];
}

function addPart(shared: Map<number, Shared>, { id, code }: Sender, part: Part): void {
  const known = shared.get(id);
  if (known === undefined) shared.set(id, { partner: code, parts: [part] });
  else known.parts.push(part);
}

function likenessesOf(byOther: ReadonlyMap<number, Shared>): readonly Likeness[] {
  // Of several returns of a partner the latest is named.
  const latest = new Map(
    [...byOther]
      .toSorted(([one], [other]) => one - other)
      .map(([other, shared]) => [shared.partner, { other, ...shared }]),
  );
  return [...latest.values()].flatMap(likenessOf);
}

function likenessOf({ partner, other, parts }: Shared & Pick<Likeness, 'other'>): readonly Likeness[] {
  const sections = parts.filter(({ part }) => !part.includes(' '));
  const keys = new Set(sections.map(({ part }) => part));
  // The texts of a section that is the same as a whole are counted with it.
  const texts = parts.filter(({ part }) => part.includes(' ') && !keys.has(part.split(' ')[0] ?? ''));
  const bits = [...sections, ...texts].reduce((sum, one) => sum + one.bits, 0);
  return bits < noChance ? [] : [{ partner, other, sections: [...keys].toSorted(), texts: texts.length }];
}
