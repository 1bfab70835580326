import { expect, test } from 'vitest';
import { type Print, printsOf } from '../../../src/intake/compare/prints.ts';
import { answered, emptyResponse } from '../../../src/response/response.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

const sentence = 'Buy care for the needs of people who live in the area';
const instrument = { ...sampleInstrument, title: sentence };

/** The prints of a response with one piece of evidence. */
function printsWith(evidence: string): readonly Print[] {
  const { items, entries } = emptyResponse(instrument);
  const answers = new Map(items.get('1.1.1')).set('evidence', answered(evidence));
  return printsOf(instrument, { entries, items: new Map([...items, ['1.1.1', answers]]) });
}

const ownParts = (evidence: string): readonly string[] => printsWith(evidence).map(({ part }) => part);

test('a long text of the partner is compared by itself and with its section', () => {
  expect(ownParts('Accounts that nobody else has typed in this way')).toEqual(['1', '1 1.1.1 evidence']);
});

test("a text of the instrument, or a part of one, is not the partner's own, wherever it is cut", () => {
  for (const [from, to] of [
    [0, sentence.length],
    [0, 33],
    [1, 34],
    [3, 36],
    [sentence.length - 31, sentence.length],
  ] as const) {
    const text = sentence.slice(from, to);
    expect([text, ownParts(text)]).toEqual([text, ['1']]);
  }
});

test("a text with words of the instrument in another order is the partner's own", () => {
  const turned = sentence.split(' ').toReversed().join(' ');
  expect(ownParts(turned)).toEqual(['1', '1 1.1.1 evidence']);
});
