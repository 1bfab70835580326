import fc from 'fast-check';
import type { FieldKind, Instrument } from '../../src/instrument/model/schema.ts';
import { scaleOf } from '../../src/instrument/model/traverse.ts';
import {
  type Answer,
  type Answers,
  answered,
  blank,
  emptyResponse,
  notApplicable,
  type Response,
  unreadable,
} from '../../src/response/response.ts';
import { withComputed } from '../../src/scoring/figures/withComputed.ts';
import { address } from '../../src/spreadsheet/model/address.ts';
import type { RawWorkbook } from '../../src/spreadsheet/model/rawWorkbook.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import type { ReadLimits } from '../../src/spreadsheet/zip/limits.ts';
import type { IssueDetails } from '../../src/workbook/layout/content.ts';
import type { Layout } from '../../src/workbook/layout/layout.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { responseArbitrary, typedCells } from '../responses.ts';
import { type AnswerCell, answerCells } from '../tools/answerCells.ts';
import { fillIn, type TypedCell } from '../tools/fillIn.ts';
import { ownLimits } from '../tools/lint/xmlTree.ts';

/**
 * The rules of positions exist twice, as formulas and in `scoring/`. The writer stores what `scoring/` says with each
 * formula; a program that works the formulas out afresh from what a partner typed must come to the same.
 */

/** One set of answers. */
export interface Case {
  readonly typed: readonly TypedCell[];
  /** What the typed cells say to `scoring/`. */
  readonly response: Response;
  /** Whether something was typed that the lists and dates do not take. */
  readonly mistyped: boolean;
}

/** What is no answer to the drop-down list is none to the formulas: they count it as unanswered. */
const wrong = ['3', ' 3', 'Good to best practice', 4, 0, 2.5, 'n/a'] as const;

/** Sets of answers, the most different first: every kind occurs among five. The same seed gives the same. */
export function casesFor(
  instrument: Instrument,
  seed: number,
  count: number,
  layout: Layout = layoutOf(instrument),
): readonly Case[] {
  const random = fc.sample(responseArbitrary(instrument), { seed, numRuns: count });
  const [first = emptyResponse(instrument), second = first] = random;
  const plain = (response: Response): Case => ({
    typed: typedCells(instrument, response, layout),
    response,
    mistyped: false,
  });
  return [
    plain(emptyResponse(instrument)),
    plain(
      withScores(instrument, second, (index, last, levels) =>
        index === last ? blank : answered(levels[index % levels.length] ?? 0),
      ),
    ),
    plain(withScores(instrument, first, () => notApplicable)),
    withWrongScores(instrument, emptyResponse(instrument), 1, layout),
    withWrongAnswers(instrument, second, layout),
    plain(withScores(instrument, emptyResponse(instrument), () => notApplicable)),
    plain(
      withScores(instrument, second, (index, _last, levels) => (index === 0 ? answered(levels.at(-1) ?? 0) : blank)),
    ),
    // Among random ones, every fifth has wrong text in every fourth of its scores.
    ...random.map((response, index) =>
      index % 5 === 4 ? withWrongScores(instrument, response, 4, layout) : plain(response),
    ),
  ]
    .slice(0, count)
    .map((one) => ({ ...one, response: withComputed(instrument, one.response) }));
}

const scoreCells = (layout: Layout): readonly AnswerCell[] =>
  answerCells(layout).filter(({ field }) => field.kind === 'score');

/** The response with other scores of its items, which are counted from 0. */
function withScores(
  instrument: Instrument,
  response: Response,
  scoreAt: (index: number, last: number, levels: readonly number[]) => Answer,
): Response {
  const items = new Map(response.items);
  const cells = scoreCells(layoutOf(instrument)).filter(({ entry }) => entry === undefined);
  for (const [index, { subject, field }] of cells.entries()) {
    if (field.kind !== 'score') continue;
    const levels = scaleOf(instrument, field).options.map(({ level }) => level);
    const score = scoreAt(index, cells.length - 1, levels);
    const possible = score.state === 'not-applicable' && field.notApplicable === undefined ? blank : score;
    items.set(subject, new Map(items.get(subject)).set(field.key, possible));
  }
  return { ...response, items };
}

/** What is no answer to a field that is no score of an item; anything is an answer to a text. */
const wrongIn: Readonly<Record<FieldKind, string | undefined>> = {
  score: 'about 7',
  choice: 'None of these',
  date: 'end of March',
  number: 'about 40',
  'yes-no': 'Perhaps',
  link: 'on the intranet',
  choices: '1; 10',
  text: undefined,
  computed: undefined,
};

/** The case of somebody who types what lists and dates do not take, into every second cell that is no score of an item. */
function withWrongAnswers(instrument: Instrument, response: Response, layout: Layout): Case {
  const mistyped = answerCells(layout).filter(
    ({ entry, field }, index) =>
      wrongIn[field.kind] !== undefined && (entry !== undefined || field.kind !== 'score') && index % 2 === 0,
  );
  const items = new Map(response.items);
  const entries = new Map([...response.entries].map(([key, rows]) => [key, [...rows]]));
  for (const { subject, entry, field } of mistyped) {
    const answer = unreadable(wrongIn[field.kind] ?? '');
    if (entry === undefined) {
      items.set(subject, new Map(items.get(subject)).set(field.key, answer));
      continue;
    }
    const rows = entries.get(subject) ?? [];
    const before = rows.find((row) => row.entry === entry)?.answers ?? blankRow(instrument, subject);
    const row = { entry, answers: new Map(before).set(field.key, answer) };
    entries.set(
      subject,
      [...rows.filter((one) => one.entry !== entry), row].toSorted((a, b) => a.entry - b.entry),
    );
  }
  const all = { items, entries };
  return { typed: typedCells(instrument, all, layout), response: all, mistyped: true };
}

const blankRow = ({ sections }: Instrument, key: string): Answers =>
  new Map(sections.find((section) => section.key === key)?.fields.map((field) => [field.key, blank]));

/** The case of somebody who types what the list does not offer, into every nth score. */
function withWrongScores(instrument: Instrument, response: Response, every: number, layout: Layout): Case {
  const mistyped = scoreCells(layout).filter(({ entry }, index) => entry === undefined && index % every === 0);
  const items = new Map(response.items);
  const typed = mistyped.map(({ sheet, row, column, subject, field }, index) => {
    const answers = field.kind === 'score' ? scaleOf(instrument, field).options.map(({ level }) => level) : [];
    const none = wrong.filter((value) => typeof value === 'string' || !answers.includes(value));
    const value = none[index % none.length] ?? '';
    items.set(subject, new Map(items.get(subject)).set(field.key, unreadable(String(value))));
    return { sheet, row, column, value };
  });
  const all = { ...response, items };
  const places = new Set(typed.map((one) => JSON.stringify([one.sheet, one.row, one.column])));
  const others = typedCells(instrument, all, layout).filter(
    (one) => !places.has(JSON.stringify([one.sheet, one.row, one.column])),
  );
  return { typed: [...others, ...typed], response: all, mistyped: true };
}

/** The workbooks that partners send who answer so. */
export const filledWith = (blankWorkbook: Uint8Array, cases: readonly Case[]): readonly Uint8Array[] =>
  cases.map(({ typed }) => fillIn(blankWorkbook, typed));

export interface Comparison {
  /** How many cells with a formula the workbook has. */
  readonly formulas: number;
  readonly differences: readonly Difference[];
}

export interface Difference {
  readonly place: string;
  /** What the writer stores; undefined where it has no formula. */
  readonly stored: unknown;
  /** What the program worked out; undefined where its file has no formula. */
  readonly found: unknown;
}

/** Compares what a program worked out with what the writer stores for the same response. */
export async function compareFormulas(
  instrument: Instrument,
  details: IssueDetails,
  response: Response,
  recalculated: Uint8Array,
): Promise<Comparison> {
  return compareStored(await writeWorkbook(instrument, details, response), recalculated);
}

/** Compares what a program worked out with what is stored in the file that it was given. */
export const compareStored = (written: Uint8Array, recalculated: Uint8Array): Comparison =>
  compareValues(formulaValues(readPackage(written, unlimited)), formulaValues(readPackage(recalculated, unlimited)));

/** Compares the values of all formulas: those that are stored, and those that a program worked out. */
export function compareValues(stored: FormulaValues, found: FormulaValues): Comparison {
  const places = new Set([...stored.keys(), ...found.keys()]);
  return {
    formulas: stored.size,
    differences: [...places]
      .filter((place) => !stored.has(place) || !found.has(place) || stored.get(place) !== found.get(place))
      .map((place) => ({ place, stored: stored.get(place), found: found.get(place) })),
  };
}

/** A roll-up of many partners is larger than any return may be. */
const unlimited: ReadLimits = {
  ...ownLimits,
  cells: Number.MAX_SAFE_INTEGER,
  sharedStrings: Number.MAX_SAFE_INTEGER,
  textCharacters: Number.MAX_SAFE_INTEGER,
  fileBytes: Number.MAX_SAFE_INTEGER,
};

/** Values of all formula cells, by sheet and address. */
export type FormulaValues = ReadonlyMap<string, unknown>;

/** The values of a workbook's formulas. Numbers are rounded where programs store fewer figures. */
export function formulaValues({ sheets }: RawWorkbook): FormulaValues {
  return new Map(
    sheets.flatMap((sheet) =>
      [...sheet.rows].flatMap(([row, cells]) =>
        [...cells.values()]
          .filter(({ formula }) => formula)
          .map(({ column, value }) => [
            `'${sheet.name}'!${address(row, column)}`,
            typeof value.value === 'number' ? Number(value.value.toPrecision(12)) : value.value,
          ]),
      ),
    ),
  );
}
