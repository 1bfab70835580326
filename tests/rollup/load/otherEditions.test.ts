import { expect, test } from 'vitest';
import { fingerprint } from '../../../src/instrument/model/fingerprint.ts';
import { notAsked, type Response } from '../../../src/response/response.ts';
import type { PartnerResult, RollUp } from '../../../src/rollup/load/rollUp.ts';
import { rollUpPlan } from '../../../src/rollup/writeRollUp.ts';
import { scorecardOf } from '../../../src/scoring/scorecard.ts';
import { sampleInstrument as instrument } from '../../sampleInstrument.ts';
import { plannedTable } from '../planned.ts';
import { regionOf } from '../region.ts';

/** Ashmere answered edition 0, which had no question 2.1.2; Coldharbour another wording; Dunmarsh left 2.1.2 blank. */
const whole = regionOf([
  { code: '5E1', name: 'Ashmere', scores: '3 3 3 3 -' },
  { code: '0012', name: 'Bramblewick', scores: '3 3 3 3 3' },
  { code: 'X03', name: 'Coldharbour', scores: '1 2 2 2 3' },
  { code: 'X04', name: 'Dunmarsh', scores: '3 3 3 3 -' },
]);
const mixed: RollUp = {
  ...whole,
  partners: whole.partners.map((partner) => {
    if (partner.partner.code === '5E1') return answering(partner, '0', without212);
    return partner.partner.code === 'X03' ? answering(partner, instrument.edition, (same) => same) : partner;
  }),
};

function answering(partner: PartnerResult, edition: string, change: (response: Response) => Response): PartnerResult {
  const { counting, result } = partner;
  if (counting === undefined || result === undefined) throw new Error('Nothing was returned');
  const response = change(result.response);
  const scorecard = scorecardOf(instrument, response);
  const { coverage, band } = scorecard.overall;
  const wording = fingerprint({ ...instrument, edition: `${edition} otherwise` });
  return { ...partner, counting: { ...counting, edition, wording, coverage, band }, result: { response, scorecard } };
}

function without212({ items, entries }: Response): Response {
  const unasked = [...(items.get('2.1.2')?.keys() ?? [])].map((field) => [field, notAsked] as const);
  return { items: new Map([...items, ['2.1.2', new Map(unasked)]]), entries };
}

const workbook = rollUpPlan(mixed, new Date('2027-01-04T09:00:00Z'));

const table = (sheet: string): ReturnType<typeof plannedTable> => plannedTable(workbook, sheet);

/** A column by its heading. */
function column(sheet: string, heading: string): readonly unknown[] {
  const [headings, ...rows] = table(sheet);
  const index = headings?.indexOf(heading) ?? -1;
  if (index < 0) throw new Error(`${sheet} has no column ${heading}`);
  return rows.map((row) => row[index]);
}

test('the notes say which edition the round has, how many answered others, and what [n] is', () => {
  const notes = new Map(table('Notes').map(([topic, note]) => [topic, note]));
  expect(notes.get('Editions')).toMatch(
    /^The round has edition 1 now; 1 of the returns answered another edition, and 1 of the returns answered another wording of it\./,
  );
  expect(notes.get('[n]')).toBe('Not asked: the question was not in the edition that the partner answered.');
});

test('returns name the edition that was answered, and what was not asked does not lower coverage', () => {
  expect(column('Returns', 'Edition answered')).toEqual(['0', '1', '1, other wording', '1']);
  expect(column('Returns', 'Coverage')).toEqual([1, 1, 1, 0.8]);
});

test('questions: what was not asked is not blank', () => {
  expect(column('Questions', 'Unanswered')).toEqual([0, 0, 0, 0, 1]);
  expect(column('Questions', 'Not asked')).toEqual([0, 0, 0, 0, 1]);
  expect(column('Questions', 'Answered')).toEqual([4, 4, 4, 4, 2]);
});

test('data: what was not asked is [n], and what was left blank [w]', () => {
  const rows = table('Data').filter(([, question, field]) => question === '2.1.2' && field === 'Score');
  expect(rows.map(([code, , , answer, state]) => [code, answer, state])).toEqual([
    ['5E1', '[n]', 'Not asked'],
    ['0012', 3, 'Answered'],
    ['X03', 3, 'Answered'],
    ['X04', '[w]', 'Unanswered'],
  ]);
});
