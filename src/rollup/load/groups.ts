import type { Partner } from '../../partners/partner.ts';
import { areaNames, regionNames } from './areaNames.ts';
import { compareTexts } from './compareTexts.ts';
import { missingValueMarks } from './missingValueMarks.ts';

/** The ways of grouping partners for comparison. */
export const groupings = ['region', 'area', 'kind'] as const;
export type Grouping = (typeof groupings)[number];

export const groupingHeadings: Readonly<Record<Grouping, string>> = { region: 'Region', area: 'Area', kind: 'Kind' };

export interface PartnerGroup<T> {
  /** `[w]` for partners without a group in the list of partners. */
  readonly label: string;
  readonly partners: readonly T[];
}

/** Returns a function that names the group of a partner. */
export function groupLabels(partners: readonly Partner[], by: Grouping): (partner: Partner) => string {
  const names: Readonly<Record<Grouping, (partner: Partner) => string | undefined>> = {
    region: regionNames(partners),
    area: areaNames(partners),
    kind: ({ kind }) => kind,
  };
  return (partner) => names[by](partner) ?? missingValueMarks.unanswered;
}

/** Groups partners by region, area or kind, sorted by name; partners without a group come last. */
export function groupsOf<T extends { readonly partner: Partner }>(
  results: readonly T[],
  by: Grouping,
): readonly PartnerGroup<T>[] {
  const labelOf = groupLabels(
    results.map(({ partner }) => partner),
    by,
  );
  const groups = new Map<string, T[]>();
  for (const result of results) {
    const label = labelOf(result.partner);
    const known = groups.get(label);
    if (known === undefined) groups.set(label, [result]);
    else known.push(result);
  }
  const place = (label: string): string | undefined => (label === missingValueMarks.unanswered ? undefined : label);
  return [...groups]
    .map(([label, partners]) => ({ label, partners }))
    .toSorted((a, b) => compareTexts(place(a.label), place(b.label)));
}
