import { type Finding, finding, type Place } from '../../finding/index.ts';
import { isFreeText } from '../../instrument/model/fieldKinds.ts';
import type { Field, Instrument, Section } from '../../instrument/model/schema.ts';
import {
  conditionsOn,
  fieldOf,
  fieldsIn,
  fieldsOfItem,
  figureOf,
  hasOptionalItems,
  type ItemInContext,
  isConditional,
  isItems,
  itemsOfSection,
  jumpsOn,
  scaleOf,
  scoreFieldOf,
} from '../../instrument/model/traverse.ts';
import { isReview } from '../../instrument/reviewInstrument.ts';
import { readAnswer } from '../../response/readAnswer.ts';
import { readLevel } from '../../response/readLevel.ts';
import {
  type Answer,
  type Answers,
  answered,
  blank,
  type EntryAnswers,
  isSectionTakenAway,
  isTakenAway,
  type Response,
} from '../../response/response.ts';
import { isSameAnswer } from '../../response/responseChanges.ts';
import { tidyText } from '../../response/tidyText.ts';
import type { PartnerFacts } from '../../scoring/conditions/askedBy.ts';
import {
  conditionTexts,
  describeConditions,
  describeFieldCondition,
} from '../../scoring/conditions/describeConditions.ts';
import { withDerived } from '../../scoring/conditions/withDerived.ts';
import { factIn, type GivenFacts, noFacts } from '../../scoring/plans/givenFacts.ts';
import type { RawWorkbook } from '../../spreadsheet/model/rawWorkbook.ts';
import type { Words } from '../../words/words.ts';
import { wordsIn } from '../../words/wordsIn.ts';
import { lastFigureHeading } from '../columns/column.ts';
import { guidanceText, questionText, suggestionsText } from '../columns/itemTexts.ts';
import {
  type ExpectedRow,
  type ExpectedSheet,
  earlierColumns,
  type LocatedAnswer,
  type SetAside,
} from '../layout/expectedSheet.ts';
import { answerName, type EntriesSheet, entryName, type ItemsSheet } from '../layout/layout.ts';
import { layoutOf } from '../layout/layoutOf.ts';
import type { ReadRows } from '../layout/readRows.ts';
import { sectionLinks } from '../layout/sectionLinks.ts';
import { checkComputed } from './checkComputed.ts';
import { checkPersonal, repeatableText, withoutPersonalData } from './checkPersonal.ts';
import { checkRows } from './checkRows.ts';
import { locateAnswers } from './locateAnswers.ts';

export interface ReadResponse {
  readonly response: Response;
  readonly findings: readonly Finding[];
  /** Where each answer is, or would be. */
  readonly places: readonly Place[];
}

/**
 * Reads every readable answer of a returned workbook; the findings list the others, cell by cell.
 *
 * @param partner What decided which questions its workbook asks.
 * @param given The facts that were in its cells when it went out.
 */
export function readResponse(
  raw: RawWorkbook,
  instrument: Instrument,
  partner: PartnerFacts = {},
  given: GivenFacts = noFacts,
): ReadResponse {
  const { known, items: itemsSheets, entries: entriesSheets } = expectedOf(instrument, wordsIn(instrument, raw.sheets));
  const items = new Map<string, ReadonlyMap<string, Answer>>();
  const entries = new Map<string, readonly EntryAnswers[]>();
  // Joined at the end: a call takes some hundred thousand arguments at most, and a hostile sheet has more findings.
  const found: (readonly Finding[])[] = [];
  const places: Place[] = [];
  const ofItems = itemsSheets.map(({ sheet, expected }) => ({
    sheet,
    read: withReasons(sheet, readSheet(raw, instrument, expected, known)),
  }));
  const ofEntries = entriesSheets.map(({ sheet, expected }) => ({
    sheet,
    read: readSheet(raw, instrument, expected, known),
  }));
  for (const { sheet, read } of ofItems) {
    places.push(...placesOf(instrument, sheet, read));
    for (const row of sheet.rows) items.set(row.item.key, answersOf(fieldsOfItem(row), read.answers.get(row.item.key)));
  }
  for (const { sheet, read } of ofEntries) {
    places.push(...placesOf(instrument, sheet, read));
    entries.set(
      sheet.section.key,
      [...read.answers].flatMap(([reference, own]) => {
        const answers = answersOf(sheet.section.fields, own);
        return isFilledIn(answers) ? [{ entry: Number(reference), answers }] : [];
      }),
    );
  }
  const response = withDerived(instrument, { items, entries }, partner);
  const rows: ReadRows[] = [];
  /** The same with what was answered though it is not asked. */
  const personal: ReadRows[] = [];
  // An assessor may say something of a question on which there is nothing to judge.
  const isAsked = (reference: string): boolean => isReview(instrument) || !isTakenAway(response.items.get(reference));
  for (const { sheet, read } of ofItems) {
    const counting = { ...read, answers: new Map([...read.answers].filter(([reference]) => isAsked(reference))) };
    const decided = (reference: string): Answers | undefined => response.items.get(reference);
    found.push(
      read.findings,
      missingReasons(sheet, counting),
      scoresElsewhere(instrument, sheet, counting),
      answeredAllTheSame(instrument, sheet, read, given, decided),
      checkComputed(read.located, decided, raw.date1904),
    );
    rows.push(rowsOf(sheet, counting, decided));
    personal.push(rowsOf(sheet, read));
  }
  for (const { sheet, read } of ofEntries) {
    const own = new Map(response.entries.get(sheet.section.key)?.map(({ entry, answers }) => [String(entry), answers]));
    const decided = (reference: string): Answers | undefined => own.get(reference);
    found.push(
      read.findings,
      answeredAllTheSame(instrument, sheet, read, given, decided),
      checkComputed(read.located, decided, raw.date1904),
    );
    if (!isSectionTakenAway(response, sheet.section.key)) rows.push(rowsOf(sheet, read, decided));
    personal.push(rowsOf(sheet, read));
  }
  found.push(
    cutSheets(raw),
    commentsOf(raw),
    checkRows(instrument, rows, response),
    checkPersonal(instrument, personal),
  );
  return { response, findings: withoutPersonalData(instrument, found.flat()), places };
}

/** Sheets that exceeded a limit, and were read up to it. */
const cutSheets = ({ sheets }: RawWorkbook): readonly Finding[] =>
  sheets.flatMap(({ name, cut }) =>
    cut === undefined ? [] : [finding('sheet.cut-short', { sheet: name }, { ...cut })],
  );

/** On any sheet: the Cover is where people explain themselves. */
const commentsOf = ({ sheets }: RawWorkbook): readonly Finding[] =>
  sheets.flatMap(({ name, comments }) =>
    comments.map(({ cell, text }) => finding('sheet.comment', { sheet: name, cell }, { text })),
  );

interface ReadSheet {
  /** By the row's reference, then by field key. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, Answer>>;
  readonly located: readonly LocatedAnswer[];
  /** Words after "not applicable" in the same cell, by the row's reference. */
  readonly reasons: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

function readSheet(
  raw: RawWorkbook,
  instrument: Instrument,
  expected: ExpectedSheet,
  knownSheets: ReadonlySet<string>,
): ReadSheet {
  const { answers: located, findings } = locateAnswers(raw, expected, knownSheets);
  const answers = new Map<string, Map<string, Answer>>();
  const reasons = new Map<string, string>();
  const all: Finding[] = [...findings];
  for (const { reference, field, cell, place } of located) {
    const read = readAnswer(instrument, field, cell, place, raw.date1904);
    const row = answers.get(reference) ?? new Map<string, Answer>();
    answers.set(reference, row.set(field.key, read.answer));
    if (read.reason !== undefined) reasons.set(reference, read.reason);
    all.push(...read.findings);
  }
  return { answers, located, reasons, findings: all };
}

const answersOf = (
  fields: readonly Field[],
  found: ReadonlyMap<string, Answer> | undefined,
): ReadonlyMap<string, Answer> => new Map(fields.map(({ key }) => [key, found?.get(key) ?? blank]));

const isFilledIn = (answers: ReadonlyMap<string, Answer>): boolean =>
  [...answers.values()].some((answer) => answer.state !== 'blank');

/** If answers are about people, a sheet's new name is not reported: somebody typed it. */
const placesOf = (instrument: Instrument, { name }: ItemsSheet | EntriesSheet, { located }: ReadSheet): Place[] =>
  located.map(({ place }) => ({
    ...place,
    sheet: instrument.aboutPeople === true ? name : repeatableText(instrument, place.sheet ?? name),
  }));

/**
 * Every row with at least one answer or, of a question, a figure, with the places of its answers.
 *
 * @param derived The answers with what follows from them.
 */
function rowsOf(
  { name, section }: ItemsSheet | EntriesSheet,
  { answers, located }: ReadSheet,
  derived: (reference: string) => Answers | undefined = () => undefined,
): ReadRows {
  const places = new Map<string, Map<string, Place>>();
  for (const { reference, field, place } of located) {
    places.set(reference, (places.get(reference) ?? new Map()).set(field.key, place));
  }
  const all = [...places.values()];
  const found = section.fields.filter(({ key }) => all.length > 0 && all.every((row) => row.has(key)));
  return {
    section,
    sheet: located[0]?.place.sheet ?? name,
    rows: [...places].flatMap(([reference, own]) => {
      const given = answersOf(fieldsIn(section), answers.get(reference));
      const whole = derived(reference) ?? given;
      // A figure that is computed from other rows starts no row that a partner adds.
      return isFilledIn(isItems(section) ? whole : given) ? [{ answers: whole, places: own }] : [];
    }),
    found: new Set(found.map(({ key }) => key)),
  };
}

/** Moves reasons from the score's cell to the field for reasons, if that is blank. */
function withReasons({ section }: ItemsSheet, read: ReadSheet): ReadSheet {
  const score = scoreFieldOf(section);
  const reasonIn = score?.notApplicable?.reasonIn;
  if (score === undefined || reasonIn === undefined || read.reasons.size === 0) return read;
  const answers = new Map(read.answers);
  const moved: Finding[] = [];
  for (const [reference, reason] of read.reasons) {
    const given = answers.get(reference);
    if (given === undefined || given.get(reasonIn)?.state !== 'blank') continue;
    answers.set(reference, new Map([...given, [reasonIn, answered(reason)]]));
    const place = placeOf(read, reference, score);
    moved.push(finding('answer.reason-kept', place, { reason, field: fieldOf(section, reasonIn).heading }));
  }
  return { ...read, answers, findings: [...read.findings, ...moved] };
}

/** Texts that consist only of a level, in rows without a score: they were typed into the wrong column. */
function scoresElsewhere(instrument: Instrument, { section }: ItemsSheet, read: ReadSheet): readonly Finding[] {
  const score = scoreFieldOf(section);
  if (score === undefined) return [];
  const scale = scaleOf(instrument, score);
  return [...read.answers].flatMap(([reference, given]) =>
    given.get(score.key)?.state !== 'blank'
      ? []
      : fieldsIn(section).flatMap((field) => {
          const answer = given.get(field.key);
          if (!isFreeText(field) || answer?.state !== 'answered') return [];
          const value = String(answer.value);
          if (readLevel(scale, value) === undefined) return [];
          const facts = { value, field: field.heading, score: score.heading };
          return [finding('answer.wrong-column', placeOf(read, reference, field), facts)];
        }),
  );
}

const placeOf = ({ located }: ReadSheet, reference: string, field: Field): Place =>
  located.find((answer) => answer.reference === reference && answer.field.key === field.key)?.place ?? {
    key: reference,
  };

/** "Not applicable" needs a reason in the field that the definition names (practice T7). */
function missingReasons({ section, rows }: ItemsSheet, { answers, located }: ReadSheet): readonly Finding[] {
  const score = scoreFieldOf(section);
  const reasonIn = score?.notApplicable?.reasonIn;
  if (score === undefined || reasonIn === undefined) return [];
  return rows.flatMap(({ item }) => {
    const given = answers.get(item.key);
    if (given?.get(score.key)?.state !== 'not-applicable' || given.get(reasonIn)?.state === 'answered') return [];
    const place = located.find(({ reference, field }) => reference === item.key && field.key === reasonIn)?.place;
    return [
      finding('answer.no-reason', place ?? { key: item.key }, { reasonField: fieldOf(section, reasonIn).heading }),
    ];
  });
}

/**
 * Answers to what is not asked: they are stored, and count nowhere. Nobody gave those that are still as given.
 *
 * @param decided The answers of a row by its reference, as far as they count.
 */
function answeredAllTheSame(
  instrument: Instrument,
  { section }: ItemsSheet | EntriesSheet,
  read: ReadSheet,
  beforehand: GivenFacts,
  decided: (reference: string) => Answers | undefined,
): readonly Finding[] {
  const report = (reference: string, fields: readonly Field[], condition: string): readonly Finding[] => {
    const [first] = fields;
    if (first === undefined) return [];
    const facts = { fields: fields.map(({ heading }) => heading), condition };
    return [finding('answer.not-asked', placeOf(read, reference, first), facts)];
  };
  const ofItems = new Map(
    isItems(section) ? itemsOfSection(section).map((context) => [context.item.key, conditionsOn(context)]) : [],
  );
  const ofSection = section.onlyIf === undefined ? [] : [section.onlyIf];
  return [...read.answers].flatMap(([reference, given]) => {
    const answers = decided(reference);
    const place = isItems(section) ? { item: reference } : { section: section.key, entry: Number(reference) };
    const filled = fieldsIn(section).filter(({ key }) => {
      const answer = given.get(key) ?? blank;
      const isGiven = isSameAnswer(answer, factIn(beforehand, place, key) ?? blank);
      return answers?.get(key)?.state === 'does-not-apply' && answer.state !== 'blank' && !isGiven;
    });
    return isTakenAway(answers)
      ? report(reference, filled, describeConditions(instrument, ofItems.get(reference) ?? ofSection))
      : filled.flatMap((field) =>
          field.onlyIf === undefined
            ? []
            : report(reference, [field], describeFieldCondition(instrument, section, field.onlyIf)),
        );
  });
}

interface Expected {
  /** Names of all sheets, in small letters. */
  readonly known: ReadonlySet<string>;
  readonly items: readonly { readonly sheet: ItemsSheet; readonly expected: ExpectedSheet }[];
  readonly entries: readonly { readonly sheet: EntriesSheet; readonly expected: ExpectedSheet }[];
}

/** Definitions are immutable, and all returns of a round are searched for the same. */
const expectedByInstrument = new WeakMap<Instrument, Map<Words, Expected>>();

function expectedOf(instrument: Instrument, words: Words): Expected {
  const known = expectedByInstrument.get(instrument) ?? new Map<Words, Expected>();
  const expected = known.get(words) ?? expectedBy(instrument, words);
  expectedByInstrument.set(instrument, known.set(words, expected));
  return expected;
}

function expectedBy(instrument: Instrument, words: Words): Expected {
  const layout = layoutOf(instrument, { lastRound: false, words });
  const { items, entries, references } = layout;
  const linksOn = ({ name }: ItemsSheet | EntriesSheet): readonly string[] =>
    sectionLinks(layout, name).map(({ text }) => text);
  const names = [...Object.values(words.sheets), ...[...items, ...entries, ...references].map(({ name }) => name)];
  const namesBeside = (sheet: ItemsSheet): ReadonlySet<string> =>
    new Set(items.filter((other) => other !== sheet).map(({ name }) => name.toLowerCase()));
  return {
    known: new Set(names.map((name) => name.toLowerCase())),
    items: items.map((sheet) => ({
      sheet,
      expected: expectedItems(words, instrument, sheet, namesBeside(sheet), linksOn(sheet)),
    })),
    entries: entries.map((sheet) => ({
      sheet,
      expected: expectedEntries(words, instrument, sheet, linksOn(sheet)),
    })),
  };
}

/** Numbers of the last round, as cells hold them. */
const figures = /^-?\d+(?:\.\d+)?(?:e[+-]\d+)?$/;

/** What was given says so after the heading of a field; what is typed over it does not. */
function givenColumn({ sections }: Words, section: Section): SetAside {
  const headings = fieldsIn(section).map(({ heading }) => tidyText(heading).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { heading: sections.given, texts: new RegExp(`^(?:${headings.join('|')}): `) };
}

function expectedItems(
  words: Words,
  instrument: Instrument,
  { name, section, rows, columns }: ItemsSheet,
  siblings: ReadonlySet<string>,
  links: readonly string[],
): ExpectedSheet {
  const conditions = isConditional(section) || hasOptionalItems(section);
  return {
    name,
    section: section.key,
    titles: tidySet([name, `${section.key} ${section.title}`]),
    headings: columns.map(({ heading }) => heading),
    setAside: [
      ...earlierColumns(words),
      givenColumn(words, section),
      ...jumpsOn(section).map(({ figure }) => ({
        heading: tidyText(lastFigureHeading(words, figureOf(section, figure))),
        texts: figures,
      })),
    ],
    fields: fieldsIn(section),
    rows: rows.map(({ activity, item }) => ({
      reference: item.key,
      texts: [item.question, questionText(section, { activity, item })],
      nameOf: namesOf(fieldsIn(section), (field) => answerName(item.key, field)),
      ...(item.fields === undefined && fieldsIn(section) === section.fields
        ? {}
        : { fields: new Set(fieldsOfItem({ section, item }).map(({ key }) => key)) }),
    })),
    printed: tidySet([
      ...links,
      ...conditionTexts(instrument, section, words),
      ...columns.map(({ heading }) => heading),
      ...rows.flatMap(({ activity, item }) => [
        // Earlier versions showed the activity in a column of its own.
        activity.title,
        item.question,
        questionText(section, { activity, item }),
        ...(conditions ? askedTexts(instrument, { section, activity, item }, words) : []),
        ...item.criteria.map(({ text }) => text),
        guidanceText(item),
        suggestionsText(item),
      ]),
    ]),
    siblings,
    takesMoreRows: false,
  };
}

/** What may be said of whether a question is to be answered. */
const askedTexts = (instrument: Instrument, item: ItemInContext, words: Words): readonly string[] => [
  ...[words.sections.isAsked, words.sections.isOptional],
  describeConditions(instrument, conditionsOn(item), words),
];

function expectedEntries(
  words: Words,
  instrument: Instrument,
  { name, section, rows, columns }: EntriesSheet,
  links: readonly string[],
): ExpectedSheet {
  return {
    name,
    section: section.key,
    titles: tidySet([section.shortTitle, section.title]),
    headings: columns.map(({ heading }) => heading),
    setAside: [givenColumn(words, section)],
    fields: section.fields,
    rows: rows.map((_row, index) => ({
      reference: String(index + 1),
      nameOf: namesOf(section.fields, (field) => entryName(section.key, index + 1, field)),
    })),
    printed: tidySet([
      ...links,
      ...conditionTexts(instrument, section, words),
      ...columns.map(({ heading }) => heading),
    ]),
    // Rows of several such sections have the same numbers, and prove nothing.
    siblings: new Set(),
    takesMoreRows: true,
  };
}

function namesOf(fields: readonly Field[], nameOf: (field: string) => string): ExpectedRow['nameOf'] {
  const names = new Map(fields.map(({ key }) => [key, nameOf(key)]));
  return ({ key }) => names.get(key) ?? nameOf(key);
}

const tidySet = (texts: readonly string[]): ReadonlySet<string> => new Set(texts.map(tidyText));
