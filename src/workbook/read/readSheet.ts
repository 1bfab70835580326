import { type Finding, finding, type Place } from '../../finding/index.ts';
import type { Field, Instrument } from '../../instrument/model/schema.ts';
import { fieldOf, fieldsIn, isItems, scoreFieldOf } from '../../instrument/model/traverse.ts';
import { readAnswer } from '../../response/readAnswer.ts';
import { type Answer, type Answers, answered, blank } from '../../response/response.ts';
import type { RawWorkbook } from '../../spreadsheet/model/rawWorkbook.ts';
import type { ExpectedSheet, LocatedAnswer } from '../layout/expectedSheet.ts';
import type { EntriesSheet, ItemsSheet } from '../layout/layout.ts';
import type { ReadRows } from '../layout/readRows.ts';
import { repeatableText } from './checkPersonal.ts';
import { locateAnswers } from './locateAnswers.ts';

/** What is read on the sheet of one section, and where. */
export interface ReadSheet {
  /** By the row's reference, then by field key. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, Answer>>;
  readonly located: readonly LocatedAnswer[];
  /** Words after "not applicable" in the same cell, by the row's reference. */
  readonly reasons: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

export function readSheet(
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

/** An answer for each field: blank where none was found. */
export const answersOf = (
  fields: readonly Field[],
  found: ReadonlyMap<string, Answer> | undefined,
): ReadonlyMap<string, Answer> => new Map(fields.map(({ key }) => [key, found?.get(key) ?? blank]));

export const isFilledIn = (answers: ReadonlyMap<string, Answer>): boolean =>
  [...answers.values()].some((answer) => answer.state !== 'blank');

/** If answers are about people, a sheet's new name is not reported: somebody typed it. */
export const placesOf = (
  instrument: Instrument,
  { name }: ItemsSheet | EntriesSheet,
  { located }: ReadSheet,
): Place[] =>
  located.map(({ place }) => ({
    ...place,
    sheet: instrument.aboutPeople === true ? name : repeatableText(instrument, place.sheet ?? name),
  }));

/**
 * Every row with at least one answer or, of a question, a figure, with the places of its answers.
 *
 * @param derived The answers with what follows from them.
 */
export function rowsOf(
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
export function withReasons({ section }: ItemsSheet, read: ReadSheet): ReadSheet {
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

export const placeOf = ({ located }: ReadSheet, reference: string, field: Field): Place =>
  located.find((answer) => answer.reference === reference && answer.field.key === field.key)?.place ?? {
    key: reference,
  };
