import { expect, test } from 'vitest';
import { commissioningStrategyFramework as strategy } from '../../../definitions/commissioning-strategy-framework.ts';
import { answered, emptyResponse, type Response, typedValue } from '../../../src/response/response.ts';
import { itemActions } from '../../../src/scoring/plans/itemActions.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

const actionsOf = (...given: Parameters<typeof itemActions>): readonly string[] =>
  [...itemActions(...given)].map(
    ([
      key,
      {
        given: { action },
        entry,
      },
    ]) => {
      const from = entry === undefined ? 'its own row' : `row ${entry.entry}`;
      return `${key}: ${typedValue(action) ?? 'none'} (${from})`;
    },
  );

test('the action for a question is that of its own row', () => {
  const items = new Map([['1.1.2', new Map([['action', answered('Train staff')]])]]);
  expect(actionsOf(sampleInstrument, { ...emptyResponse(sampleInstrument), items })).toEqual([
    '1.1.2: Train staff (its own row)',
  ]);
});

test('or that of the first row of a list that names it', () => {
  const named = (entry: number, area: string, action: string) => ({
    entry,
    answers: new Map([
      ['area', answered(area)],
      ['action', answered(action)],
    ]),
  });
  const rows = [named(1, 'Needs', 'Survey families'), named(2, 'Finance', 'Pool a budget'), named(3, 'Needs', 'Count')];
  const response: Response = { ...emptyResponse(strategy), entries: new Map([['actions', rows]]) };
  expect(actionsOf(strategy, response)).toEqual(['2.1: Survey families (row 1)', '4.2: Pool a budget (row 2)']);
});
