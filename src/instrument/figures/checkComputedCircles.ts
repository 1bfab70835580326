import { type Finding, finding } from '../../finding/index.ts';
import type { ComputedField, Instrument, Section } from '../model/schema.ts';
import { fieldsIn, isComputedField } from '../model/traverse.ts';
import { rowsTotalled, totalShown } from './totals.ts';

/**
 * Figures that are computed from themselves, alone or through others, also of other sections. Each circle is reported once,
 * at its first figure, with the way on which it comes back.
 */
export function checkComputedCircles(instrument: Instrument): readonly Finding[] {
  const reported = new Set<string>();
  return instrument.sections.flatMap((section) =>
    fieldsIn(section)
      .filter(isComputedField)
      .flatMap((field) => {
        const start = { section, field };
        const circle = wayBack(instrument, start, [start]);
        if (circle === undefined || circle.some((one) => reported.has(nameOf(one)))) return [];
        for (const one of circle) reported.add(nameOf(one));
        const chain = circle.map((one) => (one.section === section ? one.field.key : nameOf(one)));
        return [finding('definition.computed-circular', { key: nameOf(start) }, { chain })];
      }),
  );
}

interface Computed {
  readonly section: Section;
  readonly field: ComputedField;
}

const nameOf = ({ section, field }: Computed): string => `${section.key} ${field.key}`;

/** The figures from the first of a way back to it; undefined if there is no such way. */
function wayBack(instrument: Instrument, from: Computed, way: readonly Computed[]): readonly Computed[] | undefined {
  for (const next of partsOf(instrument, from)) {
    const isAt = (one: Computed): boolean => nameOf(one) === nameOf(next);
    if (way.findIndex(isAt) === 0) return [...way, next];
    const found = way.some(isAt) ? undefined : wayBack(instrument, next, [...way, next]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The figures, computed themselves, from which one is computed. */
function partsOf(instrument: Instrument, { section, field }: Computed): readonly Computed[] {
  const total = totalShown(field);
  const from = total === undefined ? section : rowsTotalled(instrument, total.in)?.section;
  if (from === undefined) return [];
  return fieldsIn(from)
    .filter(isComputedField)
    .filter(({ key }) => field.of.includes(key))
    .map((part) => ({ section: from, field: part }));
}
