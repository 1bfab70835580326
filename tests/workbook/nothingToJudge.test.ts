import { describe, expect, test } from 'vitest';
import { reviewInstrument } from '../../src/instrument/reviewInstrument.ts';
import {
  type Answer,
  answered,
  answerOf,
  emptyResponse,
  type Response,
  unreadable,
} from '../../src/response/response.ts';
import { judgedBy, type LastRound, lastRoundOf } from '../../src/scoring/plans/lastRound.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { readResponse } from '../../src/workbook/read/readResponse.ts';
import { workbookWriter, writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { planFor, plannedSheet, textAt } from '../planned.ts';
import { typedCells } from '../responses.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { hasGnumeric, savedInTurn } from '../savedBy.ts';
import { fillIn } from '../tools/fillIn.ts';
import { hasLibreOffice } from '../tools/libreOffice.ts';
import { conditionalInstrument } from './conditional.ts';
import { casesFor, compareFormulas, filledWith } from './recalculation.ts';

const reviewing = reviewInstrument(sampleInstrument);

/** Answers by item and field. */
type Given = Readonly<Record<string, Readonly<Record<string, Answer>>>>;

const responding = (given: Given, instrument = reviewing): Response => {
  const { items, entries } = emptyResponse(instrument);
  return {
    items: new Map([...items].map(([key, all]) => [key, new Map([...all, ...Object.entries(given[key] ?? {})])])),
    entries,
  };
};

/** What a partner answered about itself, as its review shows it. */
const shown = (given: Given, instrument = sampleInstrument): LastRound =>
  lastRoundOf(reviewInstrument(instrument), { round: '2026', instrument, response: responding(given, instrument) });

const level = (value: number) => ({ score: answered(value) });
/** 1.1.2 was left blank, 1.2.1 has evidence without a level, and 2.1.1 cannot be read. */
const selfAssessed = shown({
  '1.1.1': level(2),
  '1.2.1': { evidence: answered('Minutes') },
  '2.1.1': { score: { state: 'unreadable', text: 'see above' } },
  '2.1.2': { score: { state: 'not-applicable' } },
});
const details = issuedFor(reviewing, { lastRound: selfAssessed });

test('there is nothing to judge where the partner gave neither an answer nor evidence', () => {
  expect(judgedBy(reviewing, selfAssessed)).toEqual({ nothingToJudge: ['1.1.2', '2.1.1'] });
  expect(judgedBy(sampleInstrument, selfAssessed)).toEqual({});
});

test('there is nothing to judge where a question was not asked of the partner, and the review asks all others', () => {
  const review = reviewInstrument(conditionalInstrument);
  const asked = shown({ '1.1.1': level(1), '1.2.1': level(2) }, conditionalInstrument);
  expect(review.sections.flatMap((section) => ('onlyIf' in section ? section.onlyIf : []))).toEqual([]);
  expect(judgedBy(review, asked).nothingToJudge).toEqual(['1.1.2', '2.1.1', '2.1.2']);
});

describe('a question on which there is nothing to judge', () => {
  const reviewed = responding({ '1.1.1': level(1), '1.2.1': level(2), '2.1.2': level(3) });
  const sheets = (response: Response) => planFor(reviewing, details, response);
  const states = (response: Response) => {
    const { needed } = layoutOf(reviewing, { lastRound: true }).checklist;
    const checklist = plannedSheet(sheets(response), 'Checklist');
    return [0, 1, 2, 3, 4].map((index) => textAt(checklist, needed.firstRow + index, 4));
  };

  test('is not open on the checklist, and in no count', () => {
    expect(states(reviewed)).toEqual(['Done', 'Not needed', 'Done', 'Not needed', 'Done']);
    const checklist = plannedSheet(sheets(reviewed), 'Checklist');
    expect(textAt(checklist, 1, 2)).toBe('Incomplete. Answered 3 of 3 questions that apply. 1 thing to do.');
  });

  test('counts as soon as the assessor gives a level all the same', () => {
    const judged = responding({ '1.1.1': level(1), '1.1.2': level(1) });
    expect(states(judged)).toEqual(['Done', 'Done', 'To do', 'Not needed', 'To do']);
  });

  test('keeps what is recommended, and is reported by nothing', async () => {
    const typed = typedCells(
      reviewing,
      responding({ '1.1.2': { recommendation: answered('Answer this question.') } }),
      layoutOf(reviewing, { lastRound: true }),
    );
    const file = readPackage(fillIn(await writeWorkbook(reviewing, details), typed));
    const { response, findings } = readResponse(file, reviewing, judgedBy(reviewing, selfAssessed));
    expect(findings).toEqual([]);
    expect(answerOf(response, '1.1.2', 'score')).toEqual({ state: 'does-not-apply' });
    expect(answerOf(response, '1.1.2', 'recommendation')).toEqual(answered('Answer this question.'));
  });

  test('is in the workbook on one partner and not in that on another, by the same writer', async () => {
    const write = workbookWriter(reviewing);
    const whole = issuedFor(reviewing, {
      lastRound: shown(Object.fromEntries(['1.1.1', '1.1.2', '1.2.1', '2.1.1', '2.1.2'].map((key) => [key, level(1)]))),
    });
    for (const one of [details, whole, details]) {
      expect(Buffer.from(await write(one)).equals(await writeWorkbook(reviewing, one))).toBe(true);
    }
  });
});

test.skipIf(!hasLibreOffice() || !hasGnumeric())(
  'the formulas of a review come to the same as the rules',
  { timeout: 120_000 },
  async () => {
    const layout = layoutOf(reviewing, { lastRound: true });
    // What cannot be read is an answer that is to be corrected, also where there is nothing to judge.
    const unread = responding({ '1.1.2': { score: unreadable('see below') } });
    const cases = [
      ...casesFor(reviewing, 7, 6, layout).filter(({ mistyped }) => !mistyped),
      { typed: typedCells(reviewing, unread, layout), response: unread, mistyped: false },
    ];
    const saved = savedInTurn(filledWith(await writeWorkbook(reviewing, details), cases));
    for (const [index, { response }] of cases.entries()) {
      const { formulas, differences } = await compareFormulas(
        reviewing,
        details,
        response,
        saved[index] ?? new Uint8Array(),
      );
      expect(formulas).toBeGreaterThan(100);
      expect(differences).toEqual([]);
    }
  },
);
