import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { dateSerial } from '../../../src/spreadsheet/model/daySerial.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { defaultLimits } from '../../../src/spreadsheet/zip/limits.ts';
import { tableOf } from '../../rollup/tableOf.ts';
import { fillIn } from '../../tools/fillIn.ts';
import type { Office } from './office.ts';

/**
 * A partner in the ledger: the answers are the levels of all questions in order, with a hyphen where there is none, and doubts the
 * number of warnings.
 */
export type Row = readonly [step: string, deadline: string, position: string, answers: string, doubts?: number];

/** What tracker and roll-up should say of one self-assessment, written by hand. */
export interface Page {
  readonly partners: Readonly<Record<string, Row>>;
  /** Deadline of the round, and of the partners that have one of their own, in UK time in winter. */
  readonly due: Readonly<Record<string, string>>;
  /** All partners: who returned, their position together, and how many answers are at each level, the worst first. */
  readonly all: readonly [returned: string, position?: string, levels?: string];
}

/** A page for each self-assessment, by its key. */
export type Ledger = Readonly<Record<string, Page>>;

/** Expects the tracker of a round, and the roll-ups of these self-assessments, to say what the ledger does. */
export async function expectAsWritten(
  office: Office,
  round: string,
  ledger: Ledger,
  rolledUpToo: readonly string[],
): Promise<void> {
  const pages = Object.entries(ledger);
  const some = pages.filter(([key]) => rolledUpToo.includes(key));
  const shown: Record<string, unknown> = {};
  for (const [key] of some) shown[key] = await rolledUp(office, round, key);
  expect(await tracked(office, round)).toEqual(Object.fromEntries(pages.map(([key, page]) => [key, trackerOf(page)])));
  expect(shown).toEqual(Object.fromEntries(some.map(([key, page]) => [key, rollUpOf(page)])));
}

/** The tracker says in words what is a mark in the roll-up. */
const trackerOf = ({ partners, due }: Page): unknown =>
  Object.fromEntries(
    Object.entries(partners).map(([code, [step, deadline, position, , doubts = 0]]) => {
      const figures = deadline === '[x]' ? Array(3).fill('No return') : [deadline, position, doubts];
      const at = due[code] ?? due['round'] ?? '';
      return [code, [step, ...figures, dateSerial(new Date(`${at.replace(' ', 'T')}Z`))]];
    }),
  );

const rollUpOf = ({ partners, all }: Page): unknown => ({
  all,
  partners: Object.fromEntries(
    Object.entries(partners).map(([code, [, deadline, position, answers]]) => [
      code,
      all.length === 1 ? [deadline] : [deadline, position, answers],
    ]),
  ),
});

type Cells = Readonly<Record<string, string | number | boolean | undefined>>;

/** Opens a workbook; gives the rows of the table on a sheet of it, by heading. */
export function openTables(path: string): (sheet: string) => readonly Cells[] {
  const workbook = readPackage(readFileSync(path), defaultLimits);
  return (sheet) => {
    const [headings = [], ...rows] = tableOf(workbook, sheet);
    return rows.map((row) => Object.fromEntries(headings.map((heading, index) => [String(heading), row[index]])));
  };
}

/** What the tracker says of each self-assessment and partner. */
async function tracked(office: Office, round: string): Promise<unknown> {
  const file = office.at('tracker.xlsx');
  await office.scorebook('status', '--round', round, '--out', file);
  const pages: Record<string, Record<string, unknown>> = {};
  for (const row of openTables(file)('Tracker')) {
    const key = String(row['Self-assessment'] ?? 'sample');
    const one = [row['Next step'], row['Deadline'], row['Position'], row['Warnings'], row['Due']];
    pages[key] = { ...pages[key], [String(row['Partner code'])]: one };
  }
  return pages;
}

/** What the roll-up of a self-assessment says of each partner, and of all together. */
async function rolledUp(office: Office, round: string, key: string): Promise<unknown> {
  const file = office.at(`roll-up_${key}.xlsx`);
  await office.scorebook('rollup', '--round', round, '--instrument', key, '--out', file);
  const rowsOf = openTables(file);
  const [response = {}] = rowsOf('Response');
  const returned = `${response['Returned']} of ${response['Partners']}`;
  const deadlines = byCode(rowsOf('Returns'), (row) => [row['Deadline']]);
  const [whole] = rowsOf('Summary');
  if (whole === undefined) return { all: [returned], partners: deadlines };
  const positions = byCode(rowsOf('Heat map'), (row) => [row['Overall']]);
  const answers = byCode(rowsOf('Answers'), (row) => [levelsOf(row).map(levelOrHyphen).join('')]);
  const levels = Object.entries(whole).flatMap(([heading, count]) => (/^\d /.test(heading) ? [count] : []));
  return {
    all: [returned, whole['Position'], levels.join(' ')],
    partners: Object.fromEntries(
      Object.entries(deadlines).map(([code, deadline]) => [
        code,
        [...deadline, ...(positions[code] ?? []), ...(answers[code] ?? [])],
      ]),
    ),
  };
}

const byCode = (
  rows: readonly Cells[],
  values: (row: Cells) => readonly unknown[],
): Readonly<Record<string, readonly unknown[]>> =>
  Object.fromEntries(
    rows.filter((row) => row['Partner code'] !== '[z]').map((row) => [row['Partner code'], values(row)]),
  );

const levelsOf = (row: Cells): readonly unknown[] =>
  Object.entries(row).flatMap(([heading, value]) =>
    ['Region', 'Partner code', 'Partner'].includes(heading) ? [] : [value],
  );

const levelOrHyphen = (value: unknown): string => (typeof value === 'number' ? String(value) : '-');

/** Types a value into the tracker, in every row of a partner, as an analyst does in Excel. */
export function editTracker(path: string, code: string, heading: string, value: string): void {
  const bytes = readFileSync(path);
  const [headings = [], ...rows] = tableOf(readPackage(bytes, defaultLimits), 'Tracker');
  const column = headings.indexOf(heading) + 1;
  const typed = rows.flatMap((row, index) =>
    row[headings.indexOf('Partner code')] === code ? [{ sheet: 'Tracker', row: firstRow + index, column, value }] : [],
  );
  writeFileSync(path, fillIn(bytes, typed));
}

/** The first row below the headings of a table. */
const firstRow = 6;
