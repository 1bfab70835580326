import { type Finding, finding } from '../finding.ts';
import type { Field, Instrument, ItemsSection, Section } from './schema.ts';
import { isItems, itemsOf, itemsOfSection, scoreFieldOf } from './traverse.ts';

/** What the shape of the data cannot say: that keys are unique and that everything named is defined. */
export function checkInstrument(instrument: Instrument): readonly Finding[] {
  return [
    ...checkUniqueKeys(instrument),
    ...instrument.scales.flatMap(checkScale),
    ...instrument.sections.flatMap((section) => checkFields(instrument, section)),
    ...instrument.sections.filter(isItems).flatMap((section) => checkCriteria(instrument, section)),
    ...unknown(
      'scorecard',
      'scale',
      instrument.scorecard.scale,
      instrument.scales.map((scale) => scale.key),
    ),
    ...checkGroups(instrument),
  ];
}

function checkUniqueKeys(instrument: Instrument): Finding[] {
  const items = itemsOf(instrument).map(({ item }) => item);
  const activities = instrument.sections.filter(isItems).flatMap((section) => section.activities);
  return [
    ...duplicates('scales', instrument.scales),
    ...duplicates('sections', instrument.sections),
    ...duplicates('activities', activities),
    ...duplicates('items', items),
    ...duplicates('views', instrument.scorecard.views),
    ...duplicates('resource lists', instrument.resources),
    ...instrument.sections.flatMap((section) => duplicates('fields', section.fields, section.key)),
    ...instrument.scorecard.views.flatMap((view) =>
      view.by === 'group' ? duplicates('groups', view.groups, view.key) : [],
    ),
  ];
}

function duplicates(what: string, parts: readonly { readonly key: string }[], within?: string): Finding[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { key } of parts) (seen.has(key) ? twice : seen).add(key);
  return [...twice].map((key) => finding('definition.duplicate-key', { key: within ?? key }, { what, key }));
}

function checkScale(scale: Instrument['scales'][number]): Finding[] {
  const levels = scale.options.map((option) => option.level);
  const ascending = levels.every((level, index) => index === 0 || level > (levels[index - 1] ?? level));
  return ascending ? [] : [finding('definition.levels-out-of-order', { key: scale.key }, { levels })];
}

function checkFields(instrument: Instrument, section: Section): Finding[] {
  const place = { key: section.key };
  const scores = section.fields.filter((field) => field.kind === 'score');
  const several =
    scores.length > 1
      ? [finding('definition.two-score-fields', place, { fields: scores.map((field) => field.key) })]
      : [];
  return [...several, ...section.fields.flatMap((field) => checkField(instrument, section, field))];
}

function checkField(instrument: Instrument, section: Section, field: Field): Finding[] {
  if (field.kind !== 'score') return [];
  const place = { key: `${section.key} ${field.key}` };
  const scales = instrument.scales.map((scale) => scale.key);
  const texts = section.fields.filter((other) => other.kind === 'text').map((other) => other.key);
  const reasonIn = field.notApplicable?.reasonIn;
  return [
    ...unknown(place.key, 'scale', field.scale, scales),
    ...(reasonIn === undefined ? [] : unknown(place.key, 'text field for the reason', reasonIn, texts)),
  ];
}

function checkCriteria(instrument: Instrument, section: ItemsSection): Finding[] {
  const field = scoreFieldOf(section);
  const scale = instrument.scales.find((candidate) => candidate.key === field?.scale);
  const expected = scale?.options.map((option) => option.level) ?? [];
  if (field !== undefined && scale === undefined) return [];
  return itemsOfSection(section).flatMap(({ item }) => {
    const found = item.criteria.map((criterion) => criterion.level);
    const same = found.length === expected.length && found.every((level, index) => level === expected[index]);
    return same ? [] : [finding('definition.criteria-levels', { key: item.key }, { found, expected })];
  });
}

function checkGroups(instrument: Instrument): Finding[] {
  const views = instrument.scorecard.views.filter((view) => view.by === 'group');
  return itemsOf(instrument).flatMap(({ item }) => [
    ...Object.keys(item.groups).flatMap((named) =>
      unknown(
        item.key,
        'view',
        named,
        views.map((view) => view.key),
      ),
    ),
    ...views.flatMap((view) => {
      const groups = view.groups.map((group) => group.key);
      const named = item.groups[view.key];
      return named === undefined
        ? [finding('definition.ungrouped', { key: item.key }, { view: view.key, groups })]
        : unknown(item.key, `group of the view ${view.key}`, named, groups);
    }),
  ]);
}

function unknown(key: string, what: string, named: string, known: readonly string[]): Finding[] {
  return known.includes(named) ? [] : [finding('definition.unknown-reference', { key }, { what, named, known })];
}
