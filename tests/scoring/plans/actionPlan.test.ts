import { describe, expect, test } from 'vitest';
import { ccgFramework } from '../../../definitions/ccg-framework.ts';
import { commissioningStrategyFramework as strategy } from '../../../definitions/commissioning-strategy-framework.ts';
import { defineInstrument } from '../../../src/instrument/defineInstrument.ts';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import {
  type Answer,
  answered,
  blank,
  emptyResponse,
  type Response,
  typedValue,
} from '../../../src/response/response.ts';
import { actionPlanOf } from '../../../src/scoring/plans/actionPlan.ts';
import { sampleDefinition, sampleInstrument } from '../../sampleInstrument.ts';

type Row = Readonly<Record<string, string | number>>;

/** A response with some answers, by the item's key, or by the section's for rows that partners add. */
function response(
  instrument: Instrument,
  items: Readonly<Record<string, Row>>,
  entries: Readonly<Record<string, readonly Row[]>> = {},
): Response {
  const empty = emptyResponse(instrument);
  const answers = (row: Row): ReadonlyMap<string, Answer> =>
    new Map(Object.entries(row).map(([field, value]) => [field, answered(value)]));
  return {
    items: new Map([...empty.items, ...Object.entries(items).map(([key, row]) => [key, answers(row)] as const)]),
    entries: new Map([
      ...empty.entries,
      ...Object.entries(entries).map(
        ([key, rows]) => [key, rows.map((row, index) => ({ entry: index + 1, answers: answers(row) }))] as const,
      ),
    ]),
  };
}

/** The lines of a plan: what each is about, the action, and whether another line has one. */
const linesOf = (instrument: Instrument, given: Response): readonly string[] =>
  actionPlanOf(instrument, given).map(({ item, part, entry, given: { action }, isCovered }) => {
    const about = item?.item.key ?? part?.title ?? `${entry?.list.shortTitle} ${entry?.entry}`;
    return `${about}: ${typedValue(action) ?? (isCovered ? 'elsewhere' : 'none')}`;
  });

test('a question that has reached its target needs no action', () => {
  const { scorecard } = sampleDefinition;
  const aimed = scorecard && defineInstrument({ ...sampleDefinition, scorecard: { ...scorecard, target: 2 } });
  const answers = { '1.1.1': { score: 1 }, '1.1.2': { score: 2 } };
  expect(linesOf(sampleInstrument, response(sampleInstrument, answers))).toEqual(['1.1.1: none', '1.1.2: none']);
  expect(aimed && linesOf(aimed, response(aimed, answers))).toEqual(['1.1.1: none', '1.1.2: elsewhere']);
});

describe('the action plan of the strategy framework', () => {
  const actions = [
    { area: 'Needs', action: 'Survey families', lead: 'A', due: '2027-03-01' },
    { area: 'Finance', action: 'Pool a budget' },
    { area: 'Needs', action: 'Count children' },
    { action: 'Inform everybody' },
  ];

  test('has the actions beside the areas that they name, and no gap where one is named', () => {
    const given = response(strategy, { '2.1': { score: 1 }, '3.1': { score: 1 }, '4.2': { score: 4 } }, { actions });
    expect(linesOf(strategy, given)).toEqual([
      '2.1: Survey families',
      '2.1: Count children',
      '3.1: none',
      '4.2: Pool a budget',
      'SMART actions 4: Inform everybody',
    ]);
  });

  test('names the areas below the highest level without an action, lowest level first', () => {
    const given = response(strategy, { '2.1': { score: 3 }, '3.1': { score: 1 }, '4.2': { score: 4 } });
    expect(linesOf(strategy, given)).toEqual(['3.1: none', '2.1: none']);
  });
});

test('the action plan of the CCG has what is outstanding in section 3 by its level, as the scorecard counts it', () => {
  const given = response(ccgFramework, {
    '2.1': { available: 0 },
    '3.7': { status: 1, outstanding: 'Open a hospice' },
    '3.8': { status: 1 },
    '5.2': { confidence: 1 },
    '5.3': { confidence: 3, action: 'Keep it up' },
  });
  expect(linesOf(ccgFramework, given)).toEqual(['3.7: Open a hospice', '3.8: none', '5.2: none', '5.3: Keep it up']);
});

describe('a list of actions', () => {
  const withList = (options?: readonly string[]): Instrument => ({
    ...sampleDefinition,
    sections: [
      ...sampleDefinition.sections.map((section) =>
        section.key === '2'
          ? { ...section, fields: section.fields.filter(({ key }) => key === 'score' || key === 'evidence') }
          : section,
      ),
      {
        shape: 'entries',
        key: 'plan',
        title: 'Plan',
        shortTitle: 'Plan',
        introduction: 'What is planned.',
        entry: 'action',
        required: 0,
        rows: 5,
        fields: [
          { kind: 'text', key: 'what', heading: 'What', prompt: 'What is done.', purpose: 'action' },
          ...(options === undefined
            ? []
            : [
                {
                  kind: 'choice',
                  key: 'about',
                  heading: 'About',
                  prompt: 'What for.',
                  options,
                  purpose: 'about',
                } as const,
              ]),
        ],
      },
    ],
  });

  test('may name questions, activities and sections, by key, title or both', () => {
    const instrument = defineInstrument(withList(['1.1.2', '1.2 Plan', 'Assess', '2 Supply']));
    const given = response(
      instrument,
      {
        '1.1.1': { score: 1 },
        '1.1.2': { score: 2 },
        '1.2.1': { score: 3 },
        '2.1.1': { score: 1 },
        '2.1.2': { score: 1 },
      },
      {
        plan: ['1.1.2', '1.2 Plan', 'Assess', '2 Supply'].map((about, index) => ({
          about,
          what: `Action ${index + 1}`,
        })),
      },
    );
    expect(linesOf(instrument, given)).toEqual([
      '1.1.1: elsewhere',
      '2.1.1: elsewhere',
      '2.1.2: elsewhere',
      '1.1.2: Action 1',
      '1.2.1: Action 2',
      'Assess: Action 3',
      'Supply: Action 4',
    ]);
  });

  test('says nothing about questions for which no action can be given', () => {
    const instrument = defineInstrument(withList());
    const given = response(
      instrument,
      { '1.1.1': { score: 2 }, '2.1.1': { score: 1 } },
      { plan: [{ what: 'Ask them' }] },
    );
    expect(linesOf(instrument, given)).toEqual(['1.1.1: none', 'Plan 1: Ask them']);
  });

  test('cannot name what is not there', () => {
    expect(() => defineInstrument(withList(['1.1.2', '1.1.9']))).toThrow(
      expect.objectContaining({
        findings: [expect.objectContaining({ code: 'definition.unknown-reference', place: { key: 'plan about' } })],
      }),
    );
  });
});

test('a lead or a date without an action is a line, too', () => {
  const given = response(sampleInstrument, { '1.1.1': { score: 3, lead: 'Somebody' } });
  expect(linesOf(sampleInstrument, given)).toEqual(['1.1.1: none']);
  expect(actionPlanOf(sampleInstrument, given)[0]?.given['due']).toEqual(blank);
});
