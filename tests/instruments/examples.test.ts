import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import { factFields, isEntries, isItems, itemsOf } from '../../src/instrument/model/traverse.ts';
import { readDefinition } from '../../src/instrument/readDefinition.ts';
import { type Answer, answered, blank, emptyResponse, type Response } from '../../src/response/response.ts';
import { withDerived } from '../../src/scoring/conditions/withDerived.ts';
import { checklistOf } from '../../src/scoring/plans/checklist.ts';
import type { UnmetRequirement } from '../../src/scoring/plans/unmetRequirement.ts';
import { scorecardOf } from '../../src/scoring/scorecard.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { checkFit } from '../../src/workbook/layout/checkFit.ts';
import { readResponse } from '../../src/workbook/read/readResponse.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { responseArbitrary, typedCells } from '../responses.ts';
import { fillIn } from '../tools/fillIn.ts';
import { responseWith } from '../tools/responseWith.ts';

/** Forms of other bodies, written as definitions: what they ask, when, and how it is scored. */

const load = (name: string): Instrument =>
  readDefinition(readFileSync(join(import.meta.dirname, `${name}.yaml`), 'utf8'), `${name}.yaml`);

const betterCareFund = load('better-care-fund');
const whoSpar = load('who-spar');
const householdWater = load('household-water');

/** The kinds of the fields that an instrument asks for, own fields of questions among them. */
function kindsOf(instrument: Instrument): ReadonlySet<string> {
  const own = itemsOf(instrument).flatMap(({ item }) => item.fields ?? []);
  return new Set([...instrument.sections.flatMap(({ fields }) => fields), ...own].map(({ kind }) => kind));
}

/** What is still to do about questions and rows: `1.1 answered consent`. */
function openIn(instrument: Instrument, answers: Readonly<Record<string, Answer>>): readonly string[] {
  const { items, entries } = checklistOf(instrument, withDerived(instrument, responseWith(instrument, answers), {}));
  const named = (place: string, unmet: readonly UnmetRequirement[]): readonly string[] =>
    unmet.map(({ requirement: { kind, field } }) => `${place} ${kind} ${field.key}`);
  return [
    ...items.flatMap(({ item, unmet }) => named(item.key, unmet)),
    ...entries.flatMap(({ section, rows }) =>
      rows.flatMap(({ entry, unmet }) => named(`${section.key} ${entry}`, unmet)),
    ),
  ];
}

const seed = 20_261_130;

describe.each([
  ['better-care-fund', betterCareFund],
  ['who-spar', whoSpar],
  ['household-water', householdWater],
] as const)('%s', (_name, instrument) => {
  test('fits into a workbook', () => {
    expect(checkFit(instrument)).toEqual([]);
  });

  test('what is typed into its workbook comes back', { timeout: 60_000 }, async () => {
    const blank = await writeWorkbook(instrument, issuedFor(instrument));
    fc.assert(
      fc.property(responseArbitrary(instrument), (response) => {
        const bytes = fillIn(blank, typedCells(instrument, response));
        expect(readResponse(readPackage(bytes), instrument).response).toEqual(withDerived(instrument, response, {}));
      }),
      { numRuns: 5, seed },
    );
  });
});

describe('the return on a pooled fund', () => {
  test('has conditions, metrics, income, expenditure, feedback, lessons and a sign-off', () => {
    expect(betterCareFund.sections.map(({ title }) => title)).toEqual([
      ...['National conditions', 'Metrics', 'Income', 'Expenditure in all', 'Schemes', 'Year-end feedback'],
      ...['Successes and challenges', 'Sign-off'],
    ]);
    expect(betterCareFund.sections.filter(isEntries).map(({ required }) => required)).toEqual([1, 4, 1]);
  });

  test('asks in every kind of its own', () => {
    expect([...kindsOf(betterCareFund)].sort()).toEqual(
      ['yes-no', 'text', 'date', 'choice', 'number', 'computed', 'choices', 'link', 'score'].sort(),
    );
  });

  test('gives each metric the unit of its own figures', () => {
    const metrics = betterCareFund.sections.filter(isItems)[1]?.activities.flatMap(({ items }) => items) ?? [];
    expect(metrics.map(({ fields = [] }) => fields.map(({ heading }) => heading).join(', '))).toEqual([
      'Planned rate, Actual rate',
      'Planned share, Actual share',
      'Planned rate, Actual rate',
      'Planned rate, Actual rate',
      'Planned share, Actual share',
    ]);
  });

  test('has the planned figures in its cells, from the list of partners, and asks for the actual ones', () => {
    expect(factFields(betterCareFund).map(({ item, field }) => `${item?.key} ${field.heading}`)).toEqual([
      ...['2.1 Planned rate', '2.2 Planned share', '2.3 Planned rate', '2.4 Planned rate', '2.5 Planned share'],
      ...['3.1 Planned', '3.2 Planned', '3.3 Planned', '3.4 Planned', '3.5 Planned', '3.6 Planned'],
      '4.1 Planned expenditure',
    ]);
    expect(openIn(betterCareFund, {}).filter((open) => open.startsWith('3'))).toEqual([
      ...['3.1 answered actual', '3.2 answered actual', '3.3 answered actual', '3.4 answered actual'],
    ]);
  });

  test('needs the figures of a metric once its progress is known, and the date of an agreement', () => {
    const answers = {
      '1.5 met': answered('Yes'),
      '2.1 progress': answered('On track to meet the plan'),
      '2.2 progress': answered('Not on track to meet the plan'),
    };
    expect(openIn(betterCareFund, answers).filter((open) => /^(1\.5|2\.1|2\.2) /.test(open))).toEqual([
      '1.5 needed signed',
      '2.1 needed planned-rate',
      '2.1 needed actual-rate',
      '2.2 needed challenges',
      '2.2 needed planned-share',
      '2.2 needed actual-share',
    ]);
  });

  test('compares the schemes with the plan, and what was spent with the income', () => {
    const scheme = (entry: number, planned: number, spent: number) => ({
      [`schemes ${entry} name`]: answered('Reablement'),
      [`schemes ${entry} planned`]: answered(planned),
      [`schemes ${entry} spent`]: answered(spent),
    });
    const income = ['3.1', '3.2', '3.3', '3.4'].map((key) => [`${key} actual`, answered(100)] as const);
    const checked = (answers: Readonly<Record<string, Answer>>): readonly string[] =>
      openIn(betterCareFund, { ...Object.fromEntries(income), '4.1 budget': answered(400), ...answers }).filter(
        (open) => open.startsWith('4.1 compared'),
      );
    expect(checked({ ...scheme(1, 300, 300), ...scheme(2, 100, 100) })).toEqual([]);
    expect(checked({ ...scheme(1, 300, 300), ...scheme(2, 101, 100) })).toEqual(['4.1 compared budget']);
    expect(checked({ ...scheme(1, 300, 300), ...scheme(2, 100, 101) })).toEqual(['4.1 compared spent']);
  });

  test('asks for units of the types of schemes that have some', () => {
    const statesOf = (type: string): string | undefined => {
      const answers = responseWith(betterCareFund, { 'schemes 1 type': answered(type) });
      const [first] = withDerived(betterCareFund, answers, {}).entries.get('schemes') ?? [];
      return first?.answers.get('units')?.state;
    };
    expect(['Reablement at home', 'Housing'].map(statesOf)).toEqual(['blank', 'does-not-apply']);
  });
});

describe('the self-assessment of states', () => {
  test('has 15 capacities with 35 indicators at five levels of 20 to 100 per cent', () => {
    const capacities = whoSpar.sections.filter(isItems);
    expect(capacities.map(({ activities }) => activities.flatMap(({ items }) => items).length)).toEqual([
      2, 3, 2, 5, 2, 2, 3, 3, 3, 3, 3, 1, 1, 1, 1,
    ]);
    expect(itemsOf(whoSpar)).toHaveLength(35);
    expect(whoSpar.scales.map(({ options }) => options.map(({ level }) => level))).toEqual([[20, 40, 60, 80, 100]]);
  });

  test('is scored by the mean of the capacities, each the mean of its indicators', () => {
    // One capacity of one indicator at 100, one of five with a single 100, all else at 20.
    const items = itemsOf(whoSpar).map(({ item: { key } }) => {
      const level = key === '12.1' || key === '4.1' ? 100 : 20;
      return [key, new Map([['level', answered(level)]])] as const;
    });
    const response: Response = { ...emptyResponse(whoSpar), items: new Map(items) };
    const { overall, views } = scorecardOf(whoSpar, response);
    const figures = views[0]?.parts.map(({ figure }) => figure) ?? [];
    expect([figures[3], figures[11], figures[0]]).toEqual([36, 100, 20]);
    expect(overall.figure).toBeCloseTo((13 * 20 + 36 + 100) / 15, 12);
  });
});

describe('the household survey', () => {
  test('asks in every type of a form', () => {
    for (const kind of ['yes-no', 'text', 'date', 'number', 'choice', 'choices', 'computed', 'link'])
      expect(kindsOf(householdWater)).toContain(kind);
  });

  test('asks nothing of those who do not agree but why, and counts containers in any case', () => {
    const asked = householdWater.sections.filter((section) => section.onlyIf === undefined);
    expect(asked.map(({ title }) => title)).toEqual(['Consent', 'Containers']);
    expect(openIn(householdWater, {})).toEqual(['1.1 answered consent']);
    expect(openIn(householdWater, { '1.1 consent': answered('No') })).toEqual([]);
  });

  test('asks each question for what answers it', () => {
    expect(openIn(householdWater, { '1.1 consent': answered('Yes') })).toEqual([
      ...['2.1 answered day', '2.2 answered asked', '2.3 answered source', '2.5 answered how', '2.6 answered pays'],
      '3.1 answered used',
    ]);
  });

  test('asks for minutes and for companions only where water is fetched', () => {
    const from = (source: string): readonly string[] =>
      openIn(householdWater, { '1.1 consent': answered('Yes'), '2.3 source': answered(source) });
    expect(from('Well')).toContain('2.4 answered minutes');
    expect(from('Piped into the dwelling')).not.toContain('2.4 answered minutes');
    const children = householdWater.sections.find(({ key }) => key === 'children')?.fields ?? [];
    expect(children.filter(({ onlyIf }) => onlyIf !== undefined).map(({ key }) => key)).toEqual(['fetches']);
  });

  test('asks for days of illness of those children only who were ill', () => {
    const child = (ill: string, days: Answer): readonly string[] =>
      openIn(householdWater, {
        ...{ '1.1 consent': answered('Yes'), 'children 1 age': answered(2) },
        ...{ 'children 1 ill': answered(ill), 'children 1 days': days },
      }).filter((open) => open.startsWith('children'));
    expect(child('Yes', blank)).toEqual(['children 1 needed days']);
    expect(child('Yes', answered(3))).toEqual([]);
    expect(child('No', blank)).toEqual([]);
    expect(child('No', answered(3))).toEqual(['children 1 allowed days']);
  });

  test('adds up what all containers hold, of which no more can be used', () => {
    const used = (litres: number): readonly string[] =>
      openIn(householdWater, {
        ...{ '1.1 consent': answered('Yes'), '3.1 used': answered(litres) },
        ...{ 'containers 1 litres': answered(20), 'containers 2 litres': answered(40) },
      }).filter((open) => open.startsWith('3.1'));
    expect(used(60)).toEqual([]);
    expect(used(61)).toEqual(['3.1 compared used']);
  });
});
