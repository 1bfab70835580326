import { describe, expect, test } from 'vitest';
import { type Answer, blank, doesNotApply } from '../../../../src/response/response.ts';
import { numberFigures } from '../../../../src/rollup/figures/fields/numbers.ts';
import { rollUpPlan } from '../../../../src/rollup/writeRollUp.ts';
import { kindsInstrument } from '../../../kindsInstrument.ts';
import { responseWith } from '../../../tools/responseWith.ts';
import { plannedTable } from '../../planned.ts';
import { due, rollUp } from './numbersRegion.ts';

const figuresOf = (item: string | undefined, field: string, group?: string) =>
  numberFigures(rollUp, 'region').find(
    (one) => one.subject.item?.key === item && one.field.key === field && one.group === group,
  );

describe('the figures of a number', () => {
  test('leave out partners without one, and never take them for zero', () => {
    expect(figuresOf('1.1.1', 'budget')).toMatchObject({
      ...{ returned: 4, partners: 3, count: 3 },
      figures: { sum: 900, lowerQuartile: 150, median: 200, upperQuartile: 400, weighted: undefined },
    });
    expect(figuresOf('1.1.2', 'budget')).toMatchObject({ returned: 4, partners: 0, count: 0, figures: '[w]' });
  });

  test('of a percentage are weighted by the field that it names, where there is one', () => {
    // (10 × 10,000 + 30 × 30,000) ÷ 40,000; C gave no number of people.
    expect(figuresOf('1.1.1', 'share')?.figures).toEqual({
      ...{ sum: undefined, lowerQuartile: 20, median: 30, upperQuartile: 60, weighted: 25 },
    });
  });

  test('do not apply where the question applies to none of those who returned, or are optional', () => {
    const where = (answer: Answer) => ({
      ...rollUp,
      partners: rollUp.partners.map((one) => ({
        ...one,
        result: one.result && {
          ...one.result,
          response: responseWith(kindsInstrument, { '1.1.2 budget': answer, '1.1.2 plan': answer }),
        },
      })),
    });
    const shown = (answer: Answer) => {
      const plan = rollUpPlan(where(answer), due);
      const of = (name: string, field: string) =>
        plannedTable(plan, name).find(([ref, , heading]) => ref === '1.1.2' && heading === field);
      return [of('Numbers', 'Budget')?.[9], of('Choices', 'Plan')?.[8]];
    };
    expect(shown(doesNotApply)).toEqual(['[z]', '[z]']);
    expect(shown({ state: 'blank', optional: true })).toEqual(['[o]', '[o]']);
    expect(shown(blank)).toEqual(['[w]', '[w]']);
  });

  test('are the same by region, and none where nobody returned', () => {
    expect(figuresOf('1.1.1', 'budget', 'North')?.figures).toMatchObject({ sum: 900 });
    expect(figuresOf('1.1.1', 'budget', 'South')).toMatchObject({ returned: 0, figures: '[x]' });
  });

  test('are those of computed figures as well, with shares weighted by what they are shares of', () => {
    expect(figuresOf('2.1.1', 'total')).toMatchObject({ partners: 2, count: 2, figures: { sum: 500, median: 250 } });
    // (60% of 100 + 25% of 400) ÷ 500
    expect(figuresOf('2.1.1', 'part')?.figures).toMatchObject({ sum: undefined, median: 42.5, weighted: 32 });
    expect(figuresOf('2.1.1', 'each')).toMatchObject({ returned: 4, count: 0, figures: '[w]' });
  });

  test('count every row that partners added', () => {
    expect(figuresOf(undefined, 'budget')).toMatchObject({ partners: 1, count: 2, figures: { sum: 120, median: 60 } });
  });
});

describe('the sheet Numbers', () => {
  const plan = rollUpPlan(rollUp, due);
  const rows = plannedTable(plan, 'Numbers');
  const rowOf = (...key: readonly string[]) =>
    rows.find(([ref, , field, , group]) => ref === key[0] && field === key[1] && group === key[2])?.slice(5);

  test('shows sums and quartiles, or why there are none', () => {
    expect(rowOf('1.1.1', 'Budget', 'All')).toEqual([4, 3, 3, 900, 150, 200, 400, '[z]', '[z]']);
    expect(rowOf('1.1.1', 'Share', 'North')).toEqual([4, 3, 3, '[z]', 20, 30, 60, 25, 'People']);
    expect(rowOf('2.1.1', 'Share of health', 'All')).toEqual([4, 2, 2, '[z]', 33.75, 42.5, 51.25, 32, 'Total']);
    expect(rowOf('1.1.2', 'Budget', 'All')).toEqual([4, 0, 0, '[w]', '[w]', '[w]', '[w]', '[w]', '[z]']);
    expect(rowOf('1.1.1', 'Budget', 'South')).toEqual([0, 0, 0, '[x]', '[x]', '[x]', '[x]', '[x]', '[z]']);
  });

  test('adds up the sheet Data by formulas', () => {
    const { long } = plan.sheets.find(({ name }) => name === 'Numbers') ?? {};
    const formulas = [...(long?.rows ?? [])].flatMap((row) =>
      row.flatMap((cell) => (typeof cell === 'object' && 'formula' in cell ? [cell.formula] : [])),
    );
    expect(formulas).toContain(`SUMIFS('Data'!$D$6:$D$161,'Data'!$B$6:$B$161,"1.1.1",'Data'!$C$6:$C$161,"Budget")`);
    expect(formulas).toContain(
      `SUMIFS('Data'!$D$6:$D$161,'Data'!$B$6:$B$161,"1.1.1",'Data'!$C$6:$C$161,"Budget",'Data'!$G$6:$G$161,E10)`,
    );
  });

  test('is not made of answers about people, which it could disclose', () => {
    const about = { ...rollUp, instrument: { ...kindsInstrument, aboutPeople: true } };
    expect(rollUpPlan(about, due).sheets.map(({ name }) => name)).not.toContain('Numbers');
  });
});

describe('the sheet Choices', () => {
  const rows = plannedTable(rollUpPlan(rollUp, due), 'Choices');
  const rowOf = (...key: readonly string[]) =>
    rows.find(([ref, , ...rest]) => [ref, ...rest.slice(0, 3)].join() === key.join())?.slice(5);

  test('counts each option among those who answered', () => {
    expect(rowOf('1.1.1', 'Plan', 'Yes', 'All')).toEqual([4, 2, 1, 0.5]);
    expect(rowOf('1.1.1', 'Places', 'Home', 'North')).toEqual([4, 2, 2, 1]);
    expect(rowOf('1.1.1', 'Places', 'Clinic', 'All')).toEqual([4, 2, 1, 0.5]);
    expect(rowOf('1.1.1', 'Places', 'School, or college', 'All')).toEqual([4, 2, 0, 0]);
  });

  test('says why there is no share', () => {
    expect(rowOf('1.1.2', 'Plan', 'Yes', 'All')).toEqual([4, 0, 0, '[w]']);
    expect(rowOf('1.1.1', 'Plan', 'Yes', 'South')).toEqual([0, 0, 0, '[x]']);
  });
});
