import { describe, expect, test } from 'vitest';
import { instruments } from '../../definitions/index.ts';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import type { Response } from '../../src/response/response.ts';
import { lastRoundOf } from '../../src/scoring/plans/lastRound.ts';
import type { SheetPlan, WorkbookPlan } from '../../src/spreadsheet/plan/sheetPlan.ts';
import type { IssueDetails } from '../../src/workbook/layout/content.ts';
import { correctionsOf } from '../../src/workbook/read/correctionsOf.ts';
import { issuedFor } from '../issued.ts';
import { planFor } from '../planned.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { brokenLaws } from '../tools/planLaws.ts';
import { casesFor } from './recalculation.ts';

const answersTo = (instrument: Instrument): Response | undefined =>
  casesFor(instrument, 20_261_129, 6).at(-1)?.response;

describe.each(instruments.map((instrument) => [instrument.key, instrument] as const))(
  'the laws of plans: %s',
  (_key, instrument) => {
    const response = answersTo(instrument);
    const broken = (changes: Partial<IssueDetails>, known?: Response): readonly string[] =>
      brokenLaws(planFor(instrument, issuedFor(instrument, changes), known));

    test('a blank workbook', () => {
      expect(broken({})).toEqual([]);
    });

    test('one with answers, marking and branding', () => {
      const branding = { name: 'South & North SHA', strapline: 'Better <together>' };
      expect(broken({ marking: 'SAMPLE DATA', branding }, response)).toEqual([]);
    });

    test('one with the answers of the last round', () => {
      const lastRound = lastRoundOf(instrument, { round: '2025', instrument, response });
      expect(broken({ lastRound })).toEqual([]);
    });

    test('one to be corrected', () => {
      if (response === undefined) throw new Error('There are no answers');
      expect(broken({ corrections: correctionsOf(instrument, response, []) }, response)).toEqual([]);
    });
  },
);

describe('a plan that breaks a law is found', () => {
  const plan = planFor(sampleInstrument);
  /** The plan with another sheet of questions. */
  const withSheet = (change: (sheet: SheetPlan) => Partial<SheetPlan>): WorkbookPlan => ({
    ...plan,
    sheets: plan.sheets.map((sheet) => (sheet.name === '1 Needs' ? { ...sheet, ...change(sheet) } : sheet)),
  });
  /** With a change of the cell in which 1.1.1 is scored, C5. */
  const withScore = (change: Partial<SheetPlan['cells'][number]>): WorkbookPlan =>
    withSheet(({ cells }) => ({
      cells: cells.map((cell) => (cell.name === 'answer_1_1_1_score' ? { ...cell, ...change } : cell)),
    }));
  const list = (range: string): WorkbookPlan =>
    withScore({ validation: { rule: { is: 'list', range }, prompt: { title: '', text: '' } } });

  test.each([
    ['none', plan, []],
    [
      'a cell twice',
      withSheet(({ cells }) => ({
        cells: [...cells, ...cells.filter(({ row, column }) => row === 1 && column === 1)],
      })),
      ['1 Needs: A1 is planned twice'],
    ],
    ['a name twice', withScore({ name: 'Answer_1_1_2_score' }), ['The name answer_1_1_2_score is given twice']],
    [
      'tables that overlap',
      withSheet(({ tables }) => ({ tables: [...tables, { name: 'other', row: 3, headings: ['SAMPLE'], rows: 2 }] })),
      [
        '1 Needs: the tables questions_1 and other overlap',
        '1 Needs: the heading "SAMPLE" of the table other is in no cell',
      ],
    ],
    [
      'a heading in no cell',
      withSheet(({ tables }) => ({
        tables: tables.map((table) => ({ ...table, headings: ['No', ...table.headings.slice(1)] })),
      })),
      ['1 Needs: the heading "No" of the table questions_1 is in no cell'],
    ],
    [
      'long rows beside their table',
      withSheet(() => ({ long: { table: 'questions_1', firstRow: 6, columns: [], rows: [] } })),
      ['1 Needs: the long rows do not fill the table questions_1'],
    ],
    [
      'a link as an answer',
      withScore({ content: { text: 'x', address: 'https://example.org/' } }),
      ['1 Needs: C5 is a link of origin answer'],
    ],
    [
      'a formula of no sheet',
      withScore({ content: { formula: `HYPERLINK("#'No ""one""'!A1","Go")`, result: 'Go' } }),
      ['1 Needs: there is no sheet No "one"'],
    ],
    ['a list with nothing in it', list("'Lists'!$A$4:$A$99"), ["1 Needs: the list 'Lists'!$A$4:$A$99 has empty cells"]],
    [
      'a height without content',
      withSheet(({ heights }) => ({ heights: new Map([...heights, [50, 20]]) })),
      ['1 Needs: row 50 has a height and no content'],
    ],
    [
      'a format outside of the sheet',
      withSheet(() => ({ formats: [{ range: 'A6:Z8', boxedWhen: '$A6<>""' }] })),
      ['1 Needs: A6:Z8 is formatted and not in use'],
    ],
    [
      'colours over lines',
      withSheet(() => ({
        formats: [
          { range: 'C5:C6', colours: [{ formula: 'C5=1', colour: 'red' }] },
          { range: 'B6:C7', boxedWhen: '$B6<>""' },
        ],
      })),
      ['1 Needs: the colours of C5:C6 hide its lines'],
    ],
  ])('%s', (_what, broken, found) => {
    expect(brokenLaws(broken)).toEqual(found);
  });
});
