import type { Kysely } from 'kysely';
import { type Finding, finding } from '../../finding/index.ts';
import type { Register } from '../../register/tables/register.ts';
import type { RegisterTables } from '../../register/tables/schema.ts';
import type { PartnerStatus, Round } from '../../rounds/round/roundStatus.ts';

/** Bits from which on it is no chance any more: one in a thousand million. */
const noChance = 30;

/** Partners from which on what they have in common is a phrase of the region, and not of one of them. */
const minCommon = 5;

/**
 * The answers that a return shares with one of another partner in more places than chance explains, as when sheets of one
 * were copied into the workbook of the other. It is worked out when it is shown and never stored: what is stored of a
 * return goes back to its partner, who is not to learn of others.
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
export async function alikeOthers({ db }: Register, id: number): Promise<readonly Finding[]> {
  const round = await db
    .selectFrom('return')
    .innerJoin('workbook', 'workbook.id', 'return.workbook')
    .where('return.id', '=', id)
    .select(['workbook.round', 'workbook.instrument'])
    .executeTakeFirst();
  if (round === undefined) return [];
  const rows = await printsIn(db, round)
    .innerJoin('print as own', 'own.digest', 'print.digest')
    .where('own.return_id', '=', id)
    .execute();
  return (likenesses(rows).get(id) ?? []).map(likenessFinding);
}

export const likenessFinding = (one: Likeness): Finding => finding('return.like-another', {}, { ...one });

/**
 * Compares the returns of a round that count, with one query.
 *
 * @returns the likenesses of each return that has any, by its id.
 */
export async function alikeInRound(
  { db }: Register,
  round: Round,
  partners: readonly Pick<PartnerStatus, 'counting'>[],
): Promise<ReadonlyMap<number, readonly Likeness[]>> {
  const counting = new Set(partners.map((partner) => partner.counting?.id));
  const rows = await printsIn(db, round)
    .where('print.digest', 'in', (digests) =>
      digests
        .selectFrom('print')
        .select('digest')
        .groupBy('digest')
        .having(({ fn }) => fn.countAll(), '>', 1),
    )
    .execute();
  return likenesses(rows.filter(({ id }) => counting.has(id)));
}

type PrintRow = Awaited<ReturnType<ReturnType<typeof printsIn>['execute']>>[number];

/** The prints of the accepted returns of a round. */
function printsIn(db: Kysely<RegisterTables>, { round, instrument }: Pick<Round, 'round' | 'instrument'>) {
  return db
    .selectFrom('print')
    .innerJoin('return', 'return.id', 'print.return_id')
    .innerJoin('workbook', 'workbook.id', 'return.workbook')
    .innerJoin('partner', (join) =>
      join
        .onRef('partner.round', '=', 'workbook.round')
        .onRef('partner.instrument', '=', 'workbook.instrument')
        .onRef('partner.code', '=', 'workbook.partner'),
    )
    .where('workbook.round', '=', round)
    .where('workbook.instrument', '=', instrument)
    .select(['print.part', 'print.digest', 'print.bits', 'partner.code', 'partner.area_code', 'return.id'])
    .orderBy('return.id')
    .orderBy('print.part');
}

/** The likenesses among returns, by the id of the return: each pair is in it from both sides. */
function likenesses(rows: readonly PrintRow[]): ReadonlyMap<number, readonly Likeness[]> {
  const shared = new Map<number, Map<number, Shared>>();
  for (const same of grouped(rows, ({ digest }) => digest).values()) {
    const panels = grouped(same, panelOf);
    const codes = new Map([...panels].map(([panel, own]) => [panel, new Set(own.map(({ code }) => code)).size]));
    const partners = [...codes.values()].reduce((sum, count) => sum + count, 0);
    for (const [panel, own] of panels) {
      const others = partners - (codes.get(panel) ?? 0);
      if (others === 0 || others >= minCommon) continue;
      const alike = [...panels].flatMap(([other, theirs]) => (other === panel ? [] : theirs));
      for (const { id, part, bits } of own) {
        const byOther = shared.get(id) ?? new Map<number, Shared>();
        shared.set(id, byOther);
        for (const { id: other, code } of alike) {
          const { parts } = byOther.get(other) ?? { parts: [] };
          byOther.set(other, { partner: code, parts: [...parts, { part, bits }] });
        }
      }
    }
  }
  return new Map(
    [...shared].map(([id, byOther]) => [id, likenessesOf(byOther)] as const).filter(([, all]) => all.length > 0),
  );
}

/** What one return shares with another. */
interface Shared {
  readonly partner: string;
  readonly parts: readonly Pick<PrintRow, 'part' | 'bits'>[];
}

/** Partners of one area answer together and are not compared; any other answers by itself. */
const panelOf = ({ area_code, code }: PrintRow): string =>
  area_code === null ? `partner ${code}` : `area ${area_code}`;

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

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}
