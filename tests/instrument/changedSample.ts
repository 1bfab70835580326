import { type Finding, FindingsError } from '../../src/finding/index.ts';
import { checkInstrument } from '../../src/instrument/check/checkInstrument.ts';
import { parseInstrument } from '../../src/instrument/defineInstrument.ts';
import type { EntriesSection, Instrument, Item, ItemsSection, Scale } from '../../src/instrument/model/schema.ts';
import { sampleDefinition } from '../sampleInstrument.ts';

/** A fault as `code key`, with what distinguishes it from others of its code. */
export const faultsOf = (definition: unknown): readonly string[] =>
  findingsIn(definition).map(({ code, place }) => `${code} ${place.key ?? '-'}`);

/** The same of what is wrong, and of what is only warned of. */
export const errorsOf = (definition: unknown): readonly string[] => namesOf(findingsIn(definition), 'error');
export const warningsOf = (definition: Instrument): readonly string[] =>
  namesOf(checkInstrument(definition), 'warning');

const namesOf = (findings: readonly Finding[], wanted: Finding['severity']): readonly string[] =>
  findings.filter(({ severity }) => severity === wanted).map(({ code, place }) => `${code} ${place.key ?? '-'}`);

export function findingsIn(definition: unknown): readonly Finding[] {
  try {
    parseInstrument(definition);
  } catch (failure) {
    if (!(failure instanceof FindingsError)) throw failure;
    return failure.findings;
  }
  return [];
}

/** The sample with some of its parts changed. */
export const changed = (changes: Partial<Instrument>): Instrument => ({ ...sampleDefinition, ...changes });

export const withItems = (change: (item: Item) => Item): Instrument =>
  withSections((section) => ({
    ...section,
    activities: section.activities.map((activity) => ({ ...activity, items: activity.items.map(change) })),
  }));

export const withSections = (change: (section: ItemsSection) => ItemsSection): Instrument =>
  changed({
    sections: sampleDefinition.sections.map((section) => (section.shape === 'items' ? change(section) : section)),
  });

export const withEntries = (change: (section: EntriesSection) => EntriesSection): Instrument =>
  changed({
    sections: sampleDefinition.sections.map((section) => (section.shape === 'entries' ? change(section) : section)),
  });

export const withItem = (key: string, changes: Partial<Item>): Instrument =>
  withItems((item) => (item.key === key ? { ...item, ...changes } : item));

export const withScale = (changes: Partial<Scale>): Instrument =>
  changed({ scales: sampleDefinition.scales.map((scale) => ({ ...scale, ...changes })) });

export const option = (level: number) => ({ level, label: `Level ${level}`, meaning: 'It means something.' });
