import { type Finding, finding } from '../../finding/index.ts';
import { unknownReference } from '../figures/unknownReference.ts';
import type { Instrument, View } from '../model/schema.ts';
import { type ItemInContext, isScored, itemsOf, scoreFieldOf, tagsOf, viewsOf } from '../model/traverse.ts';
import { checkRule } from './checkRule.ts';

/** Checks that the scorecard counts by a defined scale, and that each of its views has something to count. */
export function checkScorecard(instrument: Instrument): readonly Finding[] {
  const { scorecard, vocabularies = [] } = instrument;
  if (scorecard === undefined) return [];
  const scales = instrument.scales.map(({ key }) => key);
  const scored = itemsOf(instrument).filter(({ section }) => isScored(instrument, section));
  const misnamed = instrument.sections.some(
    (section) => !scales.includes(scoreFieldOf(section)?.scale ?? scorecard.scale),
  );
  const known = vocabularies.map(({ key }) => key);
  return [
    ...unknownReference('scorecard', 'scale', scorecard.scale, scales),
    // A section that names an undefined scale may mean this one.
    ...(scales.includes(scorecard.scale) && scored.length === 0 && !misnamed
      ? [finding('definition.scorecard-empty', { key: 'scorecard' }, { scale: scorecard.scale })]
      : []),
    ...checkRule(instrument, scorecard.rule),
    ...checkOverall(scorecard),
    ...checkTargets(instrument),
    ...viewsOf(instrument).flatMap((view) => (view.by === 'tag' ? checkTagView(view, known, scored) : [])),
  ];
}

function checkTagView(
  { key, vocabulary }: Extract<View, { by: 'tag' }>,
  known: readonly string[],
  scored: readonly ItemInContext[],
): readonly Finding[] {
  if (!known.includes(vocabulary)) return unknownReference(key, 'vocabulary', vocabulary, known);
  // An instrument without any scored items is reported elsewhere.
  return scored.length === 0 || scored.some((context) => tagsOf(context, vocabulary).length > 0)
    ? []
    : [finding('definition.view-empty', { key }, { vocabulary })];
}

/** Only figures have a mean. */
const checkOverall = ({ overall, rule }: NonNullable<Instrument['scorecard']>): readonly Finding[] =>
  overall === 'mean' && !('bands' in rule) ? [finding('definition.overall-mean', { key: 'scorecard' }, {})] : [];

/** Targets are levels of the scales that they are about. */
function checkTargets(instrument: Instrument): readonly Finding[] {
  const levelsOf = (scale: string | undefined): readonly number[] =>
    instrument.scales.find(({ key }) => key === scale)?.options.map(({ level }) => level) ?? [];
  const check = (key: string, target: number | undefined, scale: string | undefined): readonly Finding[] => {
    const known = levelsOf(scale);
    return target === undefined || known.length === 0 || known.includes(target)
      ? []
      : [finding('definition.unknown-level', { key }, { named: target, known })];
  };
  const { target, scale } = instrument.scorecard ?? {};
  return [
    ...check('scorecard', target, scale),
    ...itemsOf(instrument).flatMap(({ section, item }) => {
      if (item.target !== undefined && !isScored(instrument, section))
        return [finding('definition.no-effect', { key: item.key }, { what: 'target', rule: 'a scored section' })];
      return check(item.key, item.target, scoreFieldOf(section)?.scale);
    }),
  ];
}
