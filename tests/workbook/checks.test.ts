import { describe, expect, test } from 'vitest';
import { findingLine } from '../../src/finding/findingLine.ts';
import { type Answer, answered, emptyResponse } from '../../src/response/response.ts';
import { withComputed } from '../../src/scoring/figures/withComputed.ts';
import { comparedWith, lastRoundOf } from '../../src/scoring/plans/lastRound.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { readResponse } from '../../src/workbook/read/readResponse.ts';
import { workbookWriter, writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { kindsInstrument as instrument } from '../kindsInstrument.ts';
import { formatFormulas, planFor, plannedSheet, textAt } from '../planned.ts';
import { responseWith } from '../tools/responseWith.ts';

/** In the last round, health paid £100 for the first service, which was half of it. */
const before = withComputed(
  instrument,
  responseWith(instrument, { '2.1.1 health': answered(100), '2.1.1 council': answered(100) }),
);
const lastRound = lastRoundOf(instrument, { round: '2025', instrument, response: before });
const details = issuedFor(instrument, { lastRound });
const partner = { lastFigures: comparedWith(instrument, lastRound) };

const response = (answers: Readonly<Record<string, Answer>>) => responseWith(instrument, answers);
const amounts = (health: number, council: number) => ({
  '2.1.1 health': answered(health),
  '2.1.1 council': answered(council),
});

/** What the Checklist says is to be done about the first service. */
function toDo(answers: Readonly<Record<string, Answer>>): string {
  const plan = planFor(instrument, details, response(answers));
  const row = layoutOf(instrument, { lastRound: true }).checklist.needed.firstRow + 2;
  return textAt(plannedSheet(plan, 'Checklist'), row, 3);
}

/** What an import says of the answers. */
async function found(answers: Readonly<Record<string, Answer>>): Promise<readonly string[]> {
  const raw = readPackage(await writeWorkbook(instrument, details, response(answers)));
  return readResponse(raw, instrument, partner).findings.map(findingLine);
}

describe('numbers that are not to each other as they must be', () => {
  test('are to be corrected, by the Checklist', () => {
    expect(toDo(amounts(100, 100))).toBe('');
    expect(toDo(amounts(100, 101))).toBe('Correct: Council must not be more than Health');
    expect(toDo({ ...amounts(100, 100), '2.1.1 places': answered(9) })).toBe(
      'Correct: Places must be at least 10 places',
    );
  });

  test('are found on import, with both numbers', async () => {
    expect(await found({ ...amounts(100, 101), '2.1.1 places': answered(9) })).toEqual([
      `warning: '2 Sums'!E5 (2.1.1): "Council" is £101, and must not be more than "Health", which is £100. Correct the number that is wrong.`,
      `warning: '2 Sums'!F5 (2.1.1): "Places" is 9 places, and must be at least 10 places. Correct the number that is wrong.`,
    ]);
  });

  test('are found in rows that partners add, where another answer asks for it', async () => {
    const row = { 'costs 1 name': answered('A'), 'costs 1 people': answered(1), 'costs 1 wages': answered(3) };
    const whole = { 'costs 1 rooms': answered(2), 'costs 1 whole': answered(6) };
    expect(await found({ ...row, ...whole })).toEqual([]);
    expect(await found({ ...row, ...whole, 'costs 1 known': answered('Yes') })).toEqual([
      `warning: 'Costs'!C5 (1): "Wages" and "Rooms" together are £5, and must equal "Whole", which is £6. Correct the number that is wrong.`,
    ]);
  });

  test('are marked in their row', () => {
    const formulas = formatFormulas(plannedSheet(planFor(instrument, details, response({})), '2 Sums'));
    expect(formulas.filter((formula) => formula.includes('$E5-$C5'))).toHaveLength(2);
    expect(formulas).toContain(
      'IFERROR(AND(AND(ISNUMBER($F5),$F5>=0,$F5<=999999999999999,INT($F5)=$F5),ROUND($F5-10,2)<0),FALSE)',
    );
  });
});

describe('a number that changed much since the last round', () => {
  const sheet = (answers: Readonly<Record<string, Answer>>) =>
    plannedSheet(planFor(instrument, details, response(answers)), '2 Sums');

  test('is beside the one of the last round', () => {
    const { cells } = sheet({});
    const shown = cells.filter(({ row, column }) => row === 4 && (column === 4 || column === 10));
    expect(shown.map(({ content }) => content)).toEqual(['Health, last round', 'Share of health, last round']);
    expect(cells.find(({ row, column }) => row === 5 && column === 4)?.content).toBe(100);
    expect(cells.find(({ row, column }) => row === 6 && column === 4)?.content).toBeUndefined();
  });

  test('needs a reason, by the Checklist and on import', async () => {
    const halves = (one: number) => ({ ...amounts(one, one), '2.1.1 places': answered(10) });
    expect([80, 120].map((health) => toDo(halves(health)))).toEqual(['', '']);
    expect(toDo(halves(121))).toBe('Say in Note why Health changed by more than 20%');
    expect(await found(halves(121))).toEqual([
      `warning: '2 Sums'!C5 (2.1.1): "Health" was £100 in the last round and is £121 now, a change by more than 20%. Correct it, or give the reason under "Note".`,
    ]);
    expect(await found({ ...halves(121), '2.1.1 note': answered('A new clinic.') })).toEqual([]);
  });

  test('may be computed, and a percentage changes by points', async () => {
    expect(toDo(amounts(100, 80))).toBe('Say in Note why Share of health changed by more than 5 points');
    const lines = await found(amounts(100, 80));
    expect(lines[0]).toContain('"Share of health" was 50% in the last round and is 55.6% now');
  });

  test('is marked at its reason, and only where the last round is shown', () => {
    const marks = (one: ReturnType<typeof sheet>) => formatFormulas(one).filter((formula) => formula.includes('ABS('));
    expect(marks(sheet({}))).toHaveLength(2);
    const without = planFor(instrument, issuedFor(instrument), response({}));
    expect(marks(plannedSheet(without, '2 Sums'))).toEqual([]);
  });

  test('is another for each partner', async () => {
    const write = workbookWriter(instrument);
    await write(details);
    const others = lastRoundOf(instrument, {
      ...{ round: '2025', instrument },
      response: responseWith(instrument, { '2.1.2 health': answered(7) }),
    });
    const raw = readPackage(await write({ ...details, lastRound: others }));
    const { rows } = raw.sheets.find(({ name }) => name === '2 Sums') ?? { rows: new Map() };
    expect([5, 6].map((row) => rows.get(row)?.get(4)?.value.value)).toEqual([undefined, 7]);
    const blank = readPackage(await write({ ...details, lastRound: { ...others, numbers: new Map() } }));
    expect(readResponse(blank, instrument)).toMatchObject({ response: emptyResponse(instrument), findings: [] });
  });
});
