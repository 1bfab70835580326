import { counted } from '../../finding/wording/quote.ts';
import { numberedOptions } from '../../instrument/model/answerForms.ts';
import { countParts, describeCounts } from '../../instrument/model/countParts.ts';
import { type ByKind, byKind } from '../../instrument/model/fieldKinds.ts';
import { describeComputed, describeNumber } from '../../instrument/model/numbers.ts';
import { quoteEach } from '../../instrument/model/quoteEach.ts';
import type { Check, Field, Instrument, Item, Scale, Section, View } from '../../instrument/model/schema.ts';
import { describeOption, figureOf, viewsOf } from '../../instrument/model/traverse.ts';
import { describeComparison, describeLimit } from '../../scoring/figures/describeCheck.ts';
import { partsOf } from '../../scoring/scorecard.ts';

/** A line of an outline, however long. */
export interface OutlineLine {
  /** Number of levels of indentation. */
  readonly depth: number;
  /** The beginning of the line, such as a key; empty for text alone. */
  readonly label: string;
  readonly text: string;
}

/**
 * Outlines an instrument: its sections, activities, questions, fields, scales and views, and what is not from its source.
 * Lines that belong together are in one block.
 */
export function outlineInstrument(instrument: Instrument): readonly (readonly OutlineLine[])[] {
  const { key, title, edition, publisher, published, references = [] } = instrument;
  const blocks = [
    [
      line(0, '', `${title} (${key}, edition ${edition})`),
      line(0, '', `${publisher}, ${published}: ${describeCounts(countParts(instrument))}.`),
    ],
    ...instrument.scales.map(scaleLines),
    ...instrument.sections.map(sectionLines),
    viewsOf(instrument).flatMap((view) => viewLines(instrument, view)),
    references.map((table) =>
      line(0, `Reference ${table.key}`, `${table.title} (${counted(table.rows.length, 'row')})`),
    ),
    sourceLines(instrument),
  ];
  return blocks.filter((block) => block.length > 0);
}

const line = (depth: number, label: string, text: string): OutlineLine => ({ depth, label, text });

const scaleLines = (scale: Scale): readonly OutlineLine[] => [
  line(0, `Scale ${scale.key}`, scale.title),
  ...scale.options.map((option) => line(1, '', `${describeOption(scale, option)}: ${option.meaning}`)),
];

function sectionLines(section: Section): readonly OutlineLine[] {
  const shape =
    section.shape === 'items' ? '' : `, up to ${counted(section.rows, 'row')}, one for each ${section.entry}`;
  const activities = section.shape === 'items' ? section.activities : [];
  return [
    line(0, `Section ${section.key}`, `${section.title}${shape}`),
    line(1, 'Fields', section.fields.map(fieldText).join('; ')),
    ...(section.checks ?? []).map((check) => line(1, 'Check', describeCheck(section, check))),
    ...activities.flatMap(({ key, title, items }) => [line(1, key, title), ...items.flatMap(itemLines)]),
  ];
}

const itemLines = ({ key, question, optional, fields }: Item): readonly OutlineLine[] => [
  line(2, key, `${question}${optional === true ? ' (optional)' : ''}`),
  ...(fields === undefined ? [] : [line(3, 'Also', fields.map(fieldText).join('; '))]),
];

function describeCheck(section: Section, check: Check): string {
  if (check.is !== 'jump') {
    const { when } = check;
    return `${describeComparison(section, check)}${when === undefined ? '' : ` if ${when.field} is ${when.is.join(' or ')}`}`;
  }
  const { figure, reasonIn } = check;
  return `${figureOf(section, figure).heading} needs a reason in ${reasonIn} if it changed by more than ${describeLimit(section, check)} since the last round`;
}

const fieldText = (field: Field): string => `${field.heading} (${field.key}, ${byKind(answers, field)})`;

const answers: ByKind<[], string> = {
  score: ({ scale }) => `scale ${scale}`,
  text: ({ kind }) => kind,
  date: ({ kind }) => kind,
  'yes-no': () => 'Yes or No',
  link: () => 'web address',
  choices: (field) => `some of ${numberedOptions(field)}`,
  number: describeNumber,
  computed: describeComputed,
  choice: ({ options }) => `one of ${quoteEach(options).join(', ')}`,
};

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
