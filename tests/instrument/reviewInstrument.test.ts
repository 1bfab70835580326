import { describe, expect, test } from 'vitest';
import { instruments } from '../../definitions/index.ts';
import { itemsOf } from '../../src/instrument/model/traverse.ts';
import { isReview, reviewInstrument, reviewKey } from '../../src/instrument/reviewInstrument.ts';
import { scoredItems } from '../../src/scoring/scorecard.ts';
import { sampleInstrument } from '../sampleInstrument.ts';

const scored = instruments.filter(({ scorecard }) => scorecard !== undefined);

describe('the review of an instrument', () => {
  test.each(scored)('$key asks its scored questions, with the same criteria and guidance', (instrument) => {
    const review = reviewInstrument(instrument);
    expect(isReview(instrument)).toBe(false);
    expect(isReview(review)).toBe(true);
    expect(review.reviews).toBe(instrument.key);
    expect(scoredItems(review).map(({ item }) => item)).toEqual(scoredItems(instrument).map(({ item }) => item));
    expect(itemsOf(review)).toHaveLength(scoredItems(instrument).length);
    expect(review.scorecard).toEqual(instrument.scorecard);
  });

  test('asks for a level, the quality of the evidence, a recommendation and the agreed level', () => {
    const [section] = reviewInstrument(sampleInstrument).sections;
    expect(section?.fields.map(({ key, kind }) => [key, kind])).toEqual([
      ['score', 'score'],
      ['quality', 'choice'],
      ['recommendation', 'text'],
      ['agreed', 'score'],
    ]);
  });

  test('has its own words on how to score: those of the instrument are for partners', () => {
    expect(reviewInstrument(sampleInstrument).scoring.map(({ heading }) => heading)).toEqual(['How to review']);
  });

  test('leaves out what is about people and cases, and the worked example', () => {
    const { priorities, example, aboutPeople } = reviewInstrument(sampleInstrument);
    expect([priorities, example, aboutPeople]).toEqual([undefined, undefined, undefined]);
  });

  test('has a key and a title that fit, however long those of the instrument are', () => {
    for (const long of [`a${'-b'.repeat(29)}c`, `ab${'-b'.repeat(29)}`]) {
      const { key, title } = reviewInstrument({ ...sampleInstrument, key: long, title: 'T'.repeat(200) });
      expect(key).toBe(reviewKey(long));
      expect(key.length).toBeLessThanOrEqual(60);
      expect(title).toHaveLength(200);
    }
    // A character of two units is not cut in half.
    const title = `${'T'.repeat(183)}👩${'T'.repeat(15)}`;
    expect(reviewInstrument({ ...sampleInstrument, title }).title).toHaveLength(199);
  });
});
