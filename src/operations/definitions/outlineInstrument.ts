import { counted } from '../../finding/wording/quote.ts';
import { countParts, describeCounts } from '../../instrument/model/countParts.ts';
import type { Instrument, Scale, View } from '../../instrument/model/schema.ts';
import { describeOption, scoredScaleOf, viewsOf } from '../../instrument/model/traverse.ts';
import { hasFigure } from '../../scoring/bands.ts';
import { describeBands, describeOverall } from '../../scoring/describeRule.ts';
import { partsOf } from '../../scoring/scorecard.ts';
import { english } from '../../words/english/english.ts';
import { describeLevel, line, type OutlineLine, targetHeading } from './outlineLine.ts';
import { outlineSection } from './outlineSection.ts';

/**
 * Outlines an instrument: its sections, activities, questions, fields, scales, positions and views, and what is not from
 * its source. Lines that belong together are in one block.
 */
export function outlineInstrument(instrument: Instrument): readonly (readonly OutlineLine[])[] {
  const { key, title, edition, publisher, published, references = [] } = instrument;
  const blocks = [
    [
      line(0, '', `${title} (${key}, edition ${edition})`),
      line(0, '', `${publisher}, ${published}: ${describeCounts(countParts(instrument))}.`),
    ],
    ...instrument.scales.map(scaleLines),
    ...instrument.sections.map((section) => outlineSection(instrument, section)),
    scorecardLines(instrument),
    viewsOf(instrument).flatMap((view) => viewLines(instrument, view)),
    references.map((table) =>
      line(0, `Reference ${table.key}`, `${table.title} (${counted(table.rows.length, 'row')})`),
    ),
    sourceLines(instrument),
  ];
  return blocks.filter((block) => block.length > 0);
}

const scaleLines = (scale: Scale): readonly OutlineLine[] => [
  line(0, `Scale ${scale.key}`, scale.title),
  ...scale.options.map((option) => line(1, '', `${describeOption(scale, option)}: ${option.meaning}`)),
];

/** How positions follow from answers, as the scorecard says it, and what every question is to reach. */
function scorecardLines(instrument: Instrument): readonly OutlineLine[] {
  const { scorecard } = instrument;
  if (scorecard === undefined) return [];
  const { scorecard: words } = english;
  const { rule, target } = scorecard;
  const overall = describeOverall(instrument);
  const scale = scoredScaleOf(instrument);
  return [
    line(0, '', hasFigure(rule) ? words.ruleTitle : words.ruleTitleOfShares),
    ...describeBands(instrument).map(({ word, meaning }) => line(1, word, meaning)),
    ...(overall === '' ? [] : [line(1, words.overall, overall)]),
    ...(target === undefined
      ? []
      : [line(1, targetHeading, `${describeLevel(scale, target)}, if a question has no other`)]),
  ];
}

function viewLines(instrument: Instrument, view: View): readonly OutlineLine[] {
  const parts = partsOf(instrument, view);
  const titles = parts.map(({ title }) => title).join('; ');
  return [
    line(0, `View ${view.key}`, `${view.title}, by ${view.by}: ${titles}`),
    ...parts.flatMap(({ title, meaning }) => (meaning === undefined ? [] : [line(1, title, meaning)])),
  ];
}

const sourceLines = ({ sourceNote }: Instrument): readonly OutlineLine[] =>
  sourceNote.length === 0 ? [] : [line(0, '', 'About the source'), ...sourceNote.map((note) => line(1, '-', note))];
