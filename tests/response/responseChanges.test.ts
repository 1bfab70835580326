import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Response } from '../../src/response/response.ts';
import { filledIn, responseChanges } from '../../src/response/responseChanges.ts';
import { responseArbitrary } from '../responses.ts';
import { sampleInstrument } from '../sampleInstrument.ts';

const answersIn = ({ items, entries }: Response): number =>
  [...items.values(), ...[...entries.values()].flat().map(({ answers }) => answers)].reduce(
    (sum, answers) => sum + filledIn(answers),
    0,
  );

const two = [responseArbitrary(sampleInstrument), responseArbitrary(sampleInstrument)] as const;

describe('of any two responses', () => {
  test('what was there, what is new and what is gone add up to what is there', () => {
    fc.assert(
      fc.property(...two, (before, now) => {
        const { answeredBefore, added, emptied, removed: gone } = responseChanges(sampleInstrument, before, now);
        const lost = emptied.length + gone.reduce((sum, { answers }) => sum + filledIn(answers), 0);
        expect(answeredBefore).toBe(answersIn(before));
        expect(answeredBefore + added.length - lost).toBe(answersIn(now));
      }),
    );
  });

  test('nothing has changed in a response that says the same', () => {
    fc.assert(
      fc.property(two[0], (response) => {
        const {
          added,
          changed,
          emptied,
          removed: gone,
        } = responseChanges(sampleInstrument, response, structuredClone(response));
        expect([added, changed, emptied, gone]).toEqual([[], [], [], []]);
      }),
    );
  });

  test('changes of a question are the same both ways round', () => {
    fc.assert(
      fc.property(...two, (one, other) => {
        const there = responseChanges(sampleInstrument, one, other);
        const back = responseChanges(sampleInstrument, other, one);
        const ofItems = (changes: typeof there.changed): readonly string[] =>
          changes
            .filter(({ section }) => section.shape === 'items')
            .map(({ reference, field }) => `${reference} ${field.key}`);
        expect(ofItems(there.added)).toEqual(ofItems(back.emptied));
        expect(ofItems(there.changed)).toEqual(ofItems(back.changed));
      }),
    );
  });
});
