import { type Finding, finding, type Place } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { fieldsOfItem } from '../../instrument/model/traverse.ts';
import { isReview } from '../../instrument/reviewInstrument.ts';
import {
  type Answer,
  type Answers,
  type EntryAnswers,
  isSectionTakenAway,
  isTakenAway,
  type Response,
} from '../../response/response.ts';
import type { PartnerFacts } from '../../scoring/conditions/askedBy.ts';
import { withDerived } from '../../scoring/conditions/withDerived.ts';
import { type GivenFacts, noFacts } from '../../scoring/plans/givenFacts.ts';
import type { RawWorkbook } from '../../spreadsheet/model/rawWorkbook.ts';
import { wordsIn } from '../../words/wordsIn.ts';
import type { ReadRows } from '../layout/readRows.ts';
import { answeredAllTheSame, missingReasons, scoresElsewhere } from './answerFindings.ts';
import { checkComputed } from './checkComputed.ts';
import { checkPersonal, withoutPersonalData } from './checkPersonal.ts';
import { checkRows } from './checkRows.ts';
import { expectedOf } from './expectedSheets.ts';
import { answersOf, isFilledIn, placesOf, readSheet, rowsOf, withReasons } from './readSheet.ts';

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
