import { counted } from '../../finding/wording/quote.ts';
import { ownProperty } from '../../instrument/model/ownProperty.ts';
import type { Instrument, Item, ItemsSection, OnlyIf, Section } from '../../instrument/model/schema.ts';
import { fieldScale, fieldsOfItem, isItems, scoreFieldOf } from '../../instrument/model/traverse.ts';
import { describeConditions, describeSheet } from '../../scoring/conditions/describeConditions.ts';
import { english } from '../../words/english/english.ts';
import { describeChecks, describeRows } from './describeDemands.ts';
import { givenLine, outlineFields } from './outlineField.ts';
import { describeLevel, line, type OutlineLine, targetHeading } from './outlineLine.ts';

/** The lines of a section: its fields, what it demands, and its questions. */
export function outlineSection(instrument: Instrument, section: Section): readonly OutlineLine[] {
  const { key, title, fields } = section;
  const checks = describeChecks(instrument, section).map((check) => line(1, 'Check', check));
  if (isItems(section))
    return [
      line(0, `Section ${key}`, title),
      ...askedLines(instrument, 1, section),
      ...outlineFields({ instrument, section }, 1, 'Fields', fields),
      ...checks,
      ...section.activities.flatMap((activity) => [
        line(1, activity.key, activity.title),
        ...askedLines(instrument, 2, activity),
        ...activity.items.flatMap((item) => itemLines(instrument, section, item)),
      ]),
    ];
  const { rows, entry, onlyIf, optional } = section;
  return [
    line(0, `Section ${key}`, `${title}, up to ${counted(rows, 'row')}, one for each ${entry}`),
    ...(onlyIf === undefined ? [] : [line(1, 'Asked', describeSheet(instrument, onlyIf, english))]),
    ...outlineFields({ instrument, section }, 1, 'Fields', fields, optional),
    ...describeRows(instrument, section).map((row) => line(1, 'Rows', row)),
    ...checks,
  ];
}

const askedLines = (
  instrument: Instrument,
  depth: number,
  { onlyIf }: { readonly onlyIf?: OnlyIf | undefined },
): readonly OutlineLine[] =>
  onlyIf === undefined ? [] : [line(depth, 'Asked', describeConditions(instrument, [onlyIf]))];

function itemLines(instrument: Instrument, section: ItemsSection, item: Item): readonly OutlineLine[] {
  const { key, question, optional, weight, under, target, fields } = item;
  const score = scoreFieldOf(section);
  const scale = score && fieldScale(instrument, score);
  const notes = [
    ...(optional === true ? ['optional'] : []),
    ...(weight === undefined ? [] : [`weight ${weight}`]),
    ...(under === undefined ? [] : [`under ${english.levels.inSentence(under)}`]),
  ];
  return [
    line(2, key, `${question}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`),
    ...askedLines(instrument, 3, item),
    ...(fields === undefined ? [] : outlineFields({ instrument, section }, 3, 'Also', fields)),
    ...(item.given === undefined ? [] : givenLines(section, item)),
    ...(target === undefined || scale === undefined ? [] : [line(3, targetHeading, describeLevel(scale, target))]),
  ];
}

/** The facts of one question alone. */
const givenLines = (section: ItemsSection, item: Item): readonly OutlineLine[] =>
  fieldsOfItem({ section, item }).flatMap((field) => {
    const given = ownProperty(item.given ?? {}, field.key);
    return given === undefined ? [] : [givenLine(3, field, given)];
  });
