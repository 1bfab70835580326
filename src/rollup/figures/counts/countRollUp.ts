import { fingerprint } from '../../../instrument/model/fingerprint.ts';
import type { Register } from '../../../register/tables/register.ts';
import type { PartnerStatus } from '../../../rounds/round/roundStatus.ts';
import { compareTexts } from '../../load/compareTexts.ts';
import { type Grouping, groupLabels } from '../../load/groups.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import { eachResult, type RoundPartners } from '../../load/rollUp.ts';
import { countInDatabase, isCountable } from './countInDatabase.ts';
import { type Counts, countsOf, noCounts, sumOfCounts } from './counts.ts';
import { groupedBy } from './groupedBy.ts';

/** Partners that are counted together. */
export interface CountedGroup {
  /** `[w]` for partners without a group in the list of partners. */
  readonly label: string;
  readonly partners: number;
  readonly returned: number;
  readonly late: number;
  readonly counts: Counts;
}

/** A roll-up of any number of partners: what they answered is counted, and held nowhere. */
export interface CountedRollUp extends RoundPartners {
  readonly all: Omit<CountedGroup, 'label'>;
  /** By grouping, sorted by name; partners without a group come last. */
  readonly groups: ReadonlyMap<Grouping, readonly CountedGroup[]>;
}

/** Counts what partners answered: in the database what it can count, and all else one return after the other. */
export async function countRollUp(
  register: Register,
  of: RoundPartners,
  groupings: readonly Grouping[],
  canCount: boolean = isCountable(of.instrument),
): Promise<CountedRollUp> {
  const { instrument, partners } = of;
  const labels = groupings.map((by) =>
    groupLabels(
      partners.map(({ partner }) => partner),
      by,
    ),
  );
  // The smallest groups, of which all others are made up.
  const cells = [
    ...groupedBy(partners, ({ partner }) => JSON.stringify(labels.map((labelOf) => labelOf(partner)))).values(),
  ];
  const counts = await countCells(register, of, cells, canCount);
  const together = (places: readonly number[]): Omit<CountedGroup, 'label'> => {
    const own = places.flatMap((place) => cells[place] ?? []);
    const back = own.filter(({ counting }) => counting !== undefined);
    return {
      partners: own.length,
      returned: back.length,
      late: back.filter(({ counting }) => counting?.late).length,
      counts: sumOfCounts(
        instrument,
        places.flatMap((place) => counts[place] ?? []),
      ),
    };
  };
  const places = [...cells.keys()];
  const groups = groupings.map((by, at) => {
    const labelOf = (place: number): string => {
      const partner = cells[place]?.[0]?.partner;
      return (partner && labels[at]?.(partner)) ?? missingValueMarks.unanswered;
    };
    const own = [...groupedBy(places, labelOf)].map(([label, some]) => ({ label, ...together(some) }));
    return [by, own.toSorted((a, b) => compareTexts(sortedBy(a), sortedBy(b)))] as const;
  });
  return { ...of, all: together(places), groups: new Map(groups) };
}

const sortedBy = ({ label }: CountedGroup): string | undefined =>
  label === missingValueMarks.unanswered ? undefined : label;

/** The counts of each cell. */
async function countCells(
  register: Register,
  { instrument }: RoundPartners,
  cells: readonly (readonly PartnerStatus[])[],
  canCount: boolean,
): Promise<readonly Counts[]> {
  const now = fingerprint(instrument);
  const isPlain = ({ counting }: PartnerStatus): boolean =>
    canCount && counting?.wording === now && (counting.corrected ?? 0) === 0;
  const plain = cells.flatMap((cell, place) =>
    cell.filter(isPlain).flatMap(({ counting }) => (counting === undefined ? [] : [[counting.id, place] as const])),
  );
  const inDatabase = plain.length === 0 ? undefined : await countInDatabase(register, instrument, new Map(plain));
  const all: Counts[] = [];
  for (const [place, cell] of cells.entries()) {
    let counts = inDatabase?.get(place) ?? noCounts(instrument);
    const others = cell.filter((status) => status.counting !== undefined && !isPlain(status));
    for await (const one of eachResult(register, instrument, others)) {
      counts = sumOfCounts(instrument, [counts, countsOf(instrument, one)]);
    }
    all.push(counts);
  }
  return all;
}
