import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { finding } from '../../src/finding/index.ts';
import { defineInstrument } from '../../src/instrument/defineInstrument.ts';
import { type FeedbackRequest, type FeedbackToSave, writeFeedback } from '../../src/operations/writeFeedback.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { type MemoryRound, openRound } from './memoryRound.ts';
import { refusedWith } from './refusedWith.ts';
import { unscoredInstrument } from './unscoredInstrument.ts';

const aboutPeople = defineInstrument({ ...unscoredInstrument, key: 'people', aboutPeople: true });

let round: MemoryRound;
let saved: FeedbackToSave[];
beforeEach(() => {
  saved = [];
});
beforeAll(async () => {
  round = await openRound();
  round.clock.now = new Date('2026-12-19T10:00:00Z');
  await round.comeBack('X01', round.complete(2));
  await round.comeBack('X02', round.complete(3));
  await round.generate({ instrument: aboutPeople, round: '2027' });
});
afterAll(() => round.close());

const feedback = (changes: Partial<FeedbackRequest> = {}, onProgress?: (done: string, total: number) => void) =>
  writeFeedback(
    round.context,
    { round: '2026', ...changes },
    (workbook) => {
      saved.push(workbook);
      return { file: `folder/${workbook.fileName}`, outcome: 'written', findings: [] };
    },
    onProgress === undefined ? {} : { onProgress },
  );

describe('feedback', () => {
  test('is saved for each partner that returned', async () => {
    expect(await feedback()).toEqual({
      files: ['X01', 'X02'].map((partner) => ({
        ...{ instrument: 'sample', partner, file: `folder/sample_2026_${partner}_feedback.xlsx`, outcome: 'written' },
      })),
      withoutReturn: ['X03'],
      left: [],
      findings: [],
    });
    expect(saved.map(({ partner, bytes }) => [partner, bytes.length > 1000])).toEqual([
      ['X01', true],
      ['X02', true],
    ]);
  });

  test('is a step for each partner for whom it is wanted', async () => {
    const steps: string[] = [];
    await feedback({ partner: ['X02'] }, (done, total) => steps.push(`${done} of ${total}`));
    expect(steps).toEqual(['X02 of 1']);
  });

  test('comes with what was found in saving it, and a warning while returns can still arrive', async () => {
    const context = { ...round.context, now: () => new Date('2026-12-17T10:00:00Z') };
    const left = finding('output.not-feedback', { file: 'mine.xlsx' }, {});
    const { findings } = await writeFeedback(context, { round: '2026', partner: ['X01'] }, () => ({
      ...{ file: 'mine.xlsx', outcome: 'left', findings: [left] },
    }));
    expect(findings.map(({ code }) => code)).toEqual(['output.not-feedback', 'output.before-deadline']);
  });

  test('leaves out instruments about people', async () => {
    for (const instrument of [sampleInstrument, aboutPeople]) await round.generate({ instrument, round: '2028' });
    const { withoutReturn, left } = await feedback({ round: '2028' });
    expect([withoutReturn, left]).toEqual([['X01', 'X02', 'X03'], [expect.stringContaining('"people"')]]);
  });

  test('of an instrument that scores nothing has the answers', async () => {
    await round.generate({ instrument: unscoredInstrument, round: '2029' });
    const { withoutReturn, left } = await feedback({ round: '2029' });
    expect([withoutReturn, left]).toEqual([['X01', 'X02', 'X03'], []]);
  });
});

describe('nothing is saved', () => {
  afterEach(() => expect(saved).toEqual([]));

  test('for an unknown partner or round', async () => {
    expect(await refusedWith(() => feedback({ partner: ['X09'] }))).toBe('partner.unknown');
    expect(await refusedWith(() => feedback({ round: '2062' }))).toBe('round.unknown');
  });

  test('where all instruments are about people', async () => {
    expect(await refusedWith(() => feedback({ round: '2027' }))).toBe('feedback.nothing-to-compare');
  });
});
