import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FindingsError } from '../../src/finding/index.ts';
import { loadTracker } from '../../src/rollup/load/tracker.ts';
import { readTracker } from '../../src/rollup/readTracker.ts';
import { trackerPlan } from '../../src/rollup/writeTracker.ts';
import { roundsNamed } from '../../src/rounds/round/roundStatus.ts';
import type { WorkbookPlan } from '../../src/spreadsheet/plan/sheetPlan.ts';
import { renderWorkbook } from '../../src/spreadsheet/write/renderWorkbook.ts';
import { packZip } from '../../src/spreadsheet/zip/packZip.ts';
import { type IssuedRound, openIssued } from '../operations/rounds/changes/issuedRound.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { savedByGnumeric, savedByLibreOffice } from '../savedBy.ts';
import { editedTracker, type TrackerGrid } from './editedTracker.ts';

let round: IssuedRound;
let plan: WorkbookPlan;
beforeAll(async () => {
  round = await openIssued();
  const { register, now } = round.context;
  const [own] = await roundsNamed(register, '2026');
  if (own === undefined) throw new Error('There is no round');
  const tracker = await loadTracker(register, { round: own, instrument: sampleInstrument }, now());
  plan = trackerPlan([tracker], now());
});
afterAll(() => round.close());

/** The cells that differ from what was written, as `A1 Due`. */
const changesIn = (bytes: Uint8Array): readonly string[] =>
  readTracker(bytes, 'tracker.xlsx').rows.flatMap(({ code, cells }) =>
    [...cells].filter(([, { text, before }]) => text !== before).map(([heading]) => `${code} ${heading}`),
  );

const findingsIn = (bytes: Uint8Array): readonly string[] => {
  try {
    readTracker(bytes, 'tracker.xlsx');
  } catch (failure) {
    if (failure instanceof FindingsError) {
      return failure.findings.map(({ code, place }) => [code, place.cell ?? place.sheet ?? place.file].join(' '));
    }
    throw failure;
  }
  return [];
};

const after = async (edit: (grid: TrackerGrid) => void) => findingsIn(await editedTracker(plan, edit));

describe('a tracker', () => {
  test('says which it is and, unchanged, nothing new', async () => {
    const bytes = await renderWorkbook(plan);
    expect(changesIn(bytes)).toEqual([]);
    const { stamp, rows } = readTracker(bytes, 'tracker.xlsx');
    expect(stamp).toMatchObject({ round: '2026', instruments: ['sample'], written: '2026-11-20T10:00:00.000Z' });
    expect(rows.map(({ code }) => code)).toEqual(['A1', 'A2', 'A3', 'A4']);
  });

  test('says the same when LibreOffice or Gnumeric saved it', async () => {
    const bytes = await renderWorkbook(plan);
    for (const saved of [...savedByLibreOffice([bytes]), ...savedByGnumeric([bytes])]) {
      expect(changesIn(saved)).toEqual([]);
    }
  }, 120_000);

  test('shows what was changed in it, also where its rows were sorted otherwise or others are above it', async () => {
    const bytes = await editedTracker(plan, ({ put, rows }) => {
      put('A2', 'E-mail', 'new@birch.example');
      put('A3', 'Due', new Date('2026-12-23T12:00:00Z'));
      put('A4', 'Contact', undefined);
      rows.reverse();
    });
    expect(changesIn(bytes)).toEqual(['A4 Contact', 'A3 Due', 'A2 E-mail']);
  });
});

describe('a tracker in which more was changed is refused, with the place', () => {
  test.each<[string, (grid: TrackerGrid) => void, readonly string[]]>([
    ['a row removed', ({ rows }) => void rows.splice(1, 1), ['tracker.rows-missing Tracker']],
    [
      'a code changed',
      ({ put }) => put('A2', 'Partner code', 'A9'),
      ['tracker.code-unknown F7', 'tracker.rows-missing Tracker'],
    ],
    ['a row copied', ({ rows }) => void rows.push([...(rows[0] ?? [])]), ['tracker.code-twice F10']],
    ['a note below the table', ({ rows }) => void rows.push([undefined, 'a note']), ['tracker.row-without-code F10']],
    [
      'a column added',
      ({ headings, rows }) => {
        headings.splice(2, 0, 'My notes');
        for (const row of rows) row.splice(2, 0, 'mine');
      },
      ['tracker.column-added C5'],
    ],
    [
      'a column removed',
      ({ headings, rows }) => {
        headings.splice(9, 1);
        for (const row of rows) row.splice(9, 1);
      },
      ['tracker.heading-missing J5'],
    ],
    [
      'a column moved',
      ({ headings, rows }) => {
        for (const row of [headings, ...rows]) row.push(...row.splice(7, 1));
      },
      ['tracker.column-moved H5'],
    ],
    ['a heading changed', ({ headings }) => void headings.splice(10, 1, 'Until'), ['tracker.heading-missing K5']],
    ['no headings', ({ headings }) => void headings.fill('?'), ['tracker.no-headings Tracker']],
    ['something beside the table', ({ rows }) => void rows[1]?.push('mine'), ['tracker.column-added AA7']],
    ['a column that is not read', ({ put }) => put('A1', 'Next step', 'Call them'), ['tracker.not-read-back B6']],
    [
      'a formula',
      ({ put }) => put('A1', 'E-mail', { formula: 'H7', result: 'a2@birch.example' }),
      ['tracker.formula H6'],
    ],
  ])('%s', async (_what, edit, findings) => {
    expect(await after(edit)).toEqual(findings);
  });
});

describe('a file that is no tracker is refused', () => {
  const without = (name: string) => renderWorkbook({ ...plan, sheets: plan.sheets.filter((one) => one.name !== name) });
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);

  test('as what it is', async () => {
    expect(findingsIn(text(''))).toEqual(['tracker.unreadable tracker.xlsx']);
    expect(findingsIn(text('code,name\nA1,Ash\n'))).toEqual(['tracker.unreadable tracker.xlsx']);
    expect(findingsIn(packZip(new Map([['a.txt', text('nothing')]])))).toEqual(['tracker.unreadable tracker.xlsx']);
    expect(findingsIn(await without('Tracker'))).toEqual(['tracker.no-sheet tracker.xlsx']);
    expect(findingsIn(await without('As written'))).toEqual(['tracker.not-as-written tracker.xlsx']);
    const other = new Map([['Scorebook kind', 'roll-up']]);
    const sheets = plan.sheets.filter(({ name }) => name === 'Notes');
    const rollUp = await renderWorkbook({ ...plan, properties: other, sheets });
    expect(findingsIn(rollUp)).toEqual(['tracker.not-a-tracker tracker.xlsx']);
  });

  test.each([
    ['{}', 'no stamp at all'],
    ['{"__proto__":{"round":"2026"}}', 'a stamp that is none'],
    ['x'.repeat(30_000), 'something else'],
  ])('where the hidden sheet has %.20s', async (stamp) => {
    const sheets = plan.sheets.map((sheet) =>
      sheet.name === 'As written'
        ? {
            ...sheet,
            cells: sheet.cells.map((one) => (one.row === 3 && one.column === 1 ? { ...one, content: stamp } : one)),
          }
        : sheet,
    );
    expect(findingsIn(await renderWorkbook({ ...plan, sheets }))).toEqual(['tracker.not-as-written tracker.xlsx']);
  });

  test('where the hidden sheet has no column to compare with', async () => {
    const sheets = plan.sheets.map((sheet) =>
      sheet.name === 'As written' ? { ...sheet, cells: sheet.cells.filter(({ content }) => content !== 'Due') } : sheet,
    );
    expect(findingsIn(await renderWorkbook({ ...plan, sheets }))).toEqual(['tracker.not-as-written tracker.xlsx']);
  });
});
