import { expect, test } from 'vitest';
import { answered, emptyResponse } from '../../../src/response/response.ts';
import { lastRoundOf } from '../../../src/scoring/plans/lastRound.ts';
import { issuedFor } from '../../issued.ts';
import { kindsInstrument } from '../../kindsInstrument.ts';
import { planFor, plannedSheet } from '../../planned.ts';
import { responseWith } from '../../tools/responseWith.ts';

const before = responseWith(kindsInstrument, {
  '1.1.1 budget': answered(1_200_000),
  '1.1.1 share': answered(12.5),
});

/** The input message of a field of the first question, after a round with these answers. */
function messageOf(field: string, instrument = kindsInstrument): string | undefined {
  const lastRound = lastRoundOf(kindsInstrument, { round: '2025', instrument, response: before });
  const plan = planFor(kindsInstrument, issuedFor(kindsInstrument, { lastRound }), emptyResponse(kindsInstrument));
  const cells = plannedSheet(plan, '1 Figures').cells.filter(({ validation }) => validation !== undefined);
  const fields = kindsInstrument.sections[0]?.fields.map(({ key }) => key) ?? [];
  return cells[fields.indexOf(field)]?.validation?.prompt.text;
}

test('the number of the last round is in the message of the cell', () => {
  expect(messageOf('budget')).toMatch(/^In 2025 you gave £1,200,000\. The budget of this year\./);
  expect(messageOf('share')).toMatch(/^In 2025 you gave 12\.5%\./);
});

test('nothing is said where there was none, or where it counted something else', () => {
  expect(messageOf('people')).toMatch(/^How many/);
  const inEuros = {
    ...kindsInstrument,
    sections: kindsInstrument.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => (field.key === 'budget' ? { ...field, unit: '€' } : field)),
    })),
  };
  expect(messageOf('budget', inEuros)).toMatch(/^The budget/);
});
