import { type Finding, finding } from '../finding.ts';
import type { Register } from './openRegister.ts';

/** Bits from which on it is no chance any more: one in a thousand million. */
const noChance = 30;

/** Partners from which on what they have in common is a phrase of the region, and not of one of them. */
const fewestCommon = 5;

/**
 * The other partners of the round whose accepted returns say the same as this one in more than chance allows, as when sheets
 * of one were copied into the workbook of the other. Partners of one area answer together and are not compared. It is worked
 * out when it is shown and not stored: what is stored of a return goes back to its partner, who is not to learn of others.
 */
export async function alikeOthers({ db }: Register, id: number): Promise<readonly Finding[]> {
  const rows = await db
    .selectFrom('print as own')
    .innerJoin('print as other', 'other.digest', 'own.digest')
    .innerJoin('return as ownReturn', 'ownReturn.id', 'own.return_id')
    .innerJoin('workbook as ownWorkbook', 'ownWorkbook.id', 'ownReturn.workbook')
    .innerJoin('partner as ownPartner', (join) =>
      join
        .onRef('ownPartner.round', '=', 'ownWorkbook.round')
        .onRef('ownPartner.instrument', '=', 'ownWorkbook.instrument')
        .onRef('ownPartner.code', '=', 'ownWorkbook.partner'),
    )
    .innerJoin('return', 'return.id', 'other.return_id')
    .innerJoin('workbook', (join) =>
      join
        .onRef('workbook.id', '=', 'return.workbook')
        .onRef('workbook.round', '=', 'ownWorkbook.round')
        .onRef('workbook.instrument', '=', 'ownWorkbook.instrument')
        .onRef('workbook.partner', '!=', 'ownWorkbook.partner'),
    )
    .innerJoin('partner', (join) =>
      join
        .onRef('partner.round', '=', 'workbook.round')
        .onRef('partner.instrument', '=', 'workbook.instrument')
        .onRef('partner.code', '=', 'workbook.partner'),
    )
    .where('own.return_id', '=', id)
    .where((where) =>
      where.or([
        where('partner.area_code', 'is', null),
        where('ownPartner.area_code', 'is', null),
        where('partner.area_code', '!=', where.ref('ownPartner.area_code')),
      ]),
    )
    .select(['own.part', 'own.bits', 'partner.code', 'return.id'])
    .orderBy('return.id')
    .orderBy('own.part')
    .execute();
  const common = new Map<string, Set<string>>();
  for (const { part, code } of rows) common.set(part, (common.get(part) ?? new Set()).add(code));
  const alike = new Map<number, Shared[]>();
  for (const { id: other, ...shared } of rows) {
    if ((common.get(shared.part)?.size ?? 0) >= fewestCommon) continue;
    alike.set(other, [...(alike.get(other) ?? []), shared]);
  }
  // Of several returns of a partner the latest is named.
  const byPartner = new Map(
    [...alike].flatMap(([other, shared]) => shared.map(({ code }) => [code, { other, shared }])),
  );
  return [...byPartner].flatMap(([partner, { other, shared }]) => alikeness(partner, other, shared));
}

interface Shared {
  readonly part: string;
  readonly bits: number;
  readonly code: string;
}

function alikeness(partner: string, other: number, shared: readonly Shared[]): readonly Finding[] {
  const sections = shared.filter(({ part }) => !part.includes(' '));
  const keys = new Set(sections.map(({ part }) => part));
  // The texts of a section that is the same as a whole are counted with it.
  const texts = shared.filter(({ part }) => part.includes(' ') && !keys.has(part.split(' ')[0] ?? ''));
  const bits = [...sections, ...texts].reduce((sum, one) => sum + one.bits, 0);
  if (bits < noChance) return [];
  return [finding('return.like-another', {}, { partner, other, sections: [...keys], texts: texts.length })];
}
