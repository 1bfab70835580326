import { expect, test } from 'vitest';
import { answered, emptyResponse, type Response } from '../../../src/response/response.ts';
import type { RawCell, RawSheet } from '../../../src/spreadsheet/model/rawWorkbook.ts';
import { english } from '../../../src/words/english/english.ts';
import { checkFigures } from '../../../src/workbook/compare/checkFigures.ts';
import { unmoved } from '../../../src/workbook/compare/compareSheet.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

type Shown = string | number;

/** A part of a Scorecard of the first version: label, three levels, not applicable, unanswered, coverage, position. */
type PartRow = readonly [string, number, number, number, number, number, Shown, string];

const headings = ['Part', '1 Weak', '2 Fair', '3 Good', 'Not applicable', 'Unanswered', 'Coverage', 'Position'];

/** As that version wrote it: tables one below the other, and the rule below them. */
function firstVersion(parts: readonly PartRow[]): RawSheet['rows'] {
  const [overall, needs, supply, people, money] = parts;
  const rows = new Map<number, readonly (Shown | undefined)[]>([
    [1, ['Scorecard']],
    [4, ['Overall position']],
    [5, headings],
    [6, overall ?? []],
    [8, ['Parts']],
    [9, headings],
    [10, needs ?? []],
    [11, supply ?? []],
    [13, ['Subjects']],
    [14, headings],
    [15, people ?? []],
    [16, money ?? []],
    [31, ['Rule, in the order in which it is applied', 'Threshold']],
    [32, ['Not scored: too few answers for a position.', 0.75]],
  ]);
  const isPart = new Set([6, 10, 11, 15, 16]);
  return new Map(
    [...rows].map(([row, shown]) => [
      row,
      new Map(shown.map((value, index) => [index + 1, rawCell(row, index + 1, value ?? '', isPart.has(row))])),
    ]),
  );
}

const rawCell = (row: number, column: number, value: Shown, isPart: boolean): RawCell => ({
  ...{ row, column, formula: isPart && column > 1 },
  value: typeof value === 'number' ? { kind: 'number', value, isDate: false } : { kind: 'text', value },
});

const sheetOf = (rows: RawSheet['rows']): RawSheet => ({
  ...{ name: 'Scorecard', state: 'visible', rows },
  ...{ merges: [], comments: [], objects: [] },
});

const blank: readonly PartRow[] = [
  ['Overall', 0, 0, 0, 0, 5, 0, 'Not scored'],
  ['1 Needs', 0, 0, 0, 0, 3, 0, 'Not scored'],
  ['2 Supply', 0, 0, 0, 0, 2, 0, 'Not scored'],
  ['People', 0, 0, 0, 0, 3, 0, 'Not scored'],
  ['Money', 0, 0, 0, 0, 2, 0, 'Not scored'],
];

/** All answered with level 3. */
const good: readonly PartRow[] = [
  ['Overall', 0, 0, 5, 0, 0, 1, 'Green'],
  ['1 Needs', 0, 0, 3, 0, 0, 1, 'Green'],
  ['2 Supply', 0, 0, 2, 0, 0, 1, 'Green'],
  ['People', 0, 0, 3, 0, 0, 1, 'Green'],
  ['Money', 0, 0, 2, 0, 0, 1, 'Green'],
];

const allGood: Response = {
  ...emptyResponse(sampleInstrument),
  items: new Map(['1.1.1', '1.1.2', '1.2.1', '2.1.1', '2.1.2'].map((key) => [key, new Map([['score', answered(3)]])])),
};

const issued = { name: 'Scorecard', rows: firstVersion(blank), own: [], objects: [], answered: undefined };

const found = (shown: readonly PartRow[]): readonly string[] =>
  checkFigures(english, issued, sheetOf(firstVersion(shown)), unmoved, sampleInstrument, allGood).flatMap(
    ({ code, place, facts }) =>
      code === 'scorecard.differs'
        ? [
            `${code} ${place.cell}`,
            ...facts.differences.map(({ part, figure, shown: was }) => `${part}, ${figure}: ${was}`),
          ]
        : [`${code} ${place.cell}`],
  );

test('a Scorecard of the first version that agrees with the answers is accepted', () => {
  expect(found(good)).toEqual([]);
});

test('a figure of it that differs is reported by its own part and heading', () => {
  const differing = good.map((row): PartRow => (row[0] === 'People' ? ['People', 0, 1, 2, 0, 0, 1, 'Amber'] : row));
  expect(found(differing)).toEqual([
    'scorecard.differs C15',
    'People, Level 2: 1',
    'People, Level 3: 2',
    'People, Position: Amber',
  ]);
});

test('one that was never recalculated is recognised', () => {
  expect(found(blank)).toEqual(['scorecard.not-recalculated D6']);
});
