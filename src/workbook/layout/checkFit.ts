import { type Finding, finding } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { describeOption, fieldsOfItem, itemsOf, scoredScaleOf, viewsOf } from '../../instrument/model/traverse.ts';
import { partsOf } from '../../scoring/scorecard.ts';
import { english } from '../../words/english/english.ts';
import type { Words } from '../../words/words.ts';
import { hasWords } from '../../words/wordsOf.ts';
import { guidanceText, suggestionsText } from '../columns/itemTexts.ts';
import { checkBranding } from './checkBranding.ts';
import { answerName, entryName, type Layout, partLabel, plainName } from './layout.ts';
import { layoutOf } from './layoutOf.ts';

/** Excel's limits (Microsoft, "Excel specifications and limits", and ECMA-376 part 1, 18.3.1.32). */
const limits = { sheetName: 31, definedName: 255, tableHeading: 255, cellText: 32_767 } as const;

/** With more, writing and opening a workbook takes long. */
const manyItems = 2000;

/** Checks that an instrument fits into a workbook that Excel opens without repairing it. Without errors, it does. */
export function checkFit(instrument: Instrument): readonly Finding[] {
  // With the last round there are more headings, and a field must not have the same heading as one of them.
  const layout = layoutOf(instrument, { lastRound: true });
  return [
    ...checkSheetNames(layout),
    ...checkHeadings(layout),
    ...checkCellTexts(instrument),
    ...checkParts(instrument),
    ...checkScorecardHeadings(layout.words, instrument),
    ...checkNames(layout),
    ...checkTables(instrument),
    ...(instrument.branding === undefined ? [] : checkBranding(instrument.branding)),
    ...checkSize(instrument),
    ...checkLanguage(instrument),
  ];
}

/** The words of sheets are in the language of an instrument if there is a catalogue of it; messages are in English. */
function checkLanguage({ language }: Instrument): readonly Finding[] {
  return hasWords(language) ? [] : [finding('definition.other-language', {}, { language })];
}

function checkSheetNames(layout: Layout): readonly Finding[] {
  const taken = new Set<string>(Object.values(layout.words.sheets).map((name) => name.toLowerCase()));
  const sheets = [
    ...[...layout.items, ...layout.entries].map(({ name, section }) => ({ name, key: section.key })),
    ...layout.references.map(({ name, reference }) => ({ name, key: reference.key })),
  ];
  return sheets.flatMap(({ name, key }) => {
    const problem = sheetNameProblem(name, taken);
    taken.add(name.toLowerCase());
    return problem === undefined ? [] : [finding('definition.sheet-name', { key }, { name, problem })];
  });
}

/** Why a worksheet cannot have a name; undefined if it can. */
export function sheetNameProblem(name: string, taken: ReadonlySet<string>): string | undefined {
  if (name.length > limits.sheetName) return `it has ${name.length} characters, and Excel allows ${limits.sheetName}`;
  // Excel allows an apostrophe inside a name, but exceljs writes print titles wrongly for it.
  if (/[[\]:*?/\\']/.test(name)) return "a sheet name must not contain [ ] : * ? / \\ '";
  if (/^(?:[a-z]{1,3}\d+|r\d*c\d*)$/i.test(name)) return 'Excel takes it for a cell address';
  if (name.toLowerCase() === 'history') return 'Excel reserves that name';
  return taken.has(name.toLowerCase()) ? 'another sheet has the same name' : undefined;
}

function checkHeadings(layout: Layout): readonly Finding[] {
  const sheets = [
    ...[...layout.items, ...layout.entries].map(({ section, columns }) => ({
      key: section.key,
      headings: columns.map(({ heading }) => heading),
    })),
    ...layout.references.map(({ reference: { key, columns } }) => ({ key, headings: columns })),
  ];
  return sheets.flatMap(({ key, headings }) => {
    const twice = headings.filter((heading, index) => headings.findIndex((other) => same(heading, other)) < index);
    const long = headings.filter(({ length }) => length > limits.tableHeading);
    return [
      ...twice.map((heading) => finding('definition.heading-clash', { key }, { heading })),
      ...long.map(({ length }) =>
        finding('definition.too-long', { key }, { what: 'heading', length, limit: limits.tableHeading }),
      ),
    ];
  });
}

/** Lists in one cell: each of their texts fits, but together they may not. */
function checkCellTexts(instrument: Instrument): readonly Finding[] {
  return itemsOf(instrument).flatMap(({ item }) =>
    [
      { what: 'guidance, as one cell shows it,', length: guidanceText(item).length },
      { what: 'suggested evidence, as one cell shows it,', length: suggestionsText(item).length },
    ]
      .filter(({ length }) => length > limits.cellText)
      .map((facts) => finding('definition.too-long', { key: item.key }, { ...facts, limit: limits.cellText })),
  );
}

function checkSize(instrument: Instrument): readonly Finding[] {
  const items = itemsOf(instrument).length;
  return items > manyItems
    ? [finding('definition.many-items', { key: instrument.key }, { items, limit: manyItems })]
    : [];
}

/** Headings of a roll-up's heat map besides the parts, which are side by side there. */
const heatMapHeadings = ['Region', 'Partner code', 'Partner', 'Overall'];

function checkParts(instrument: Instrument): readonly Finding[] {
  const taken = new Set(heatMapHeadings.map((heading) => heading.toLowerCase()));
  return viewsOf(instrument).flatMap((view) =>
    partsOf(instrument, view).flatMap((part) => {
      const heading = partLabel(view, part);
      const twice = taken.has(heading.toLowerCase());
      taken.add(heading.toLowerCase());
      return twice ? [finding('definition.heading-clash', { key: part.key }, { heading })] : [];
    }),
  );
}

/** Headings of the tables of a scorecard, and of a roll-up's table of questions, besides the levels. */
const scorecardHeadings = ({ scorecard, states }: Words): readonly string[] => [
  ...['Part', scorecard.notApplicable, scorecard.unanswered, states.optional, scorecard.coverage, scorecard.position],
  ...['Ref', 'Question', 'Answered'],
];

/** The scorecard's tables have a column for each level, beside those of every workbook. */
function checkScorecardHeadings(words: Words, instrument: Instrument): readonly Finding[] {
  if (instrument.scorecard === undefined) return [];
  const scale = scoredScaleOf(instrument);
  const taken = new Set([words, english].flatMap(scorecardHeadings).map((heading) => heading.toLowerCase()));
  return scale.options
    .map((option) => describeOption(scale, option))
    .filter((heading) => taken.has(heading.toLowerCase()))
    .map((heading) => finding('definition.heading-clash', { key: scale.key }, { heading }));
}

/** Tables are named after sections, views and reference tables. */
function checkTables(instrument: Instrument): readonly Finding[] {
  return [instrument.sections, viewsOf(instrument), instrument.references ?? []].flatMap((parts) => {
    const taken = new Set<string>();
    return parts.flatMap(({ key }) => {
      const name = plainName(key);
      const twice = taken.has(name);
      taken.add(name);
      const { length } = `${longestPrefix}${name}`;
      const facts = { what: 'name of its table', length, limit: limits.definedName };
      return [
        ...(twice ? [finding('definition.name-clash', { key }, { name })] : []),
        ...(length > limits.definedName ? [finding('definition.too-long', { key }, facts)] : []),
      ];
    });
  });
}

/** The longest prefix of a key in the name of a table. */
const longestPrefix = 'questions_';

function checkNames(layout: Layout): readonly Finding[] {
  const taken = new Set<string>();
  const names = [
    ...layout.items.flatMap(({ rows }) =>
      rows.flatMap((row) =>
        fieldsOfItem(row).map(({ key }) => ({ key: row.item.key, name: answerName(row.item.key, key) })),
      ),
    ),
    ...layout.entries.flatMap(({ section, rows }) =>
      rows.flatMap((_row, index) =>
        section.fields.map(({ key }) => ({ key: section.key, name: entryName(section.key, index + 1, key) })),
      ),
    ),
  ];
  return names.flatMap(({ key, name }) => {
    const twice = taken.has(name);
    taken.add(name);
    return [
      ...(twice ? [finding('definition.name-clash', { key }, { name })] : []),
      ...(name.length > limits.definedName
        ? [
            finding(
              'definition.too-long',
              { key },
              { what: 'cell name', length: name.length, limit: limits.definedName },
            ),
          ]
        : []),
    ];
  });
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
