import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instruments } from '../../definitions/index.ts';
import { finding } from '../../src/finding/index.ts';
import { defineInstrument } from '../../src/instrument/defineInstrument.ts';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import { reviewInstrument } from '../../src/instrument/reviewInstrument.ts';
import { lastRoundOf } from '../../src/scoring/plans/lastRound.ts';
import type { WorkbookPlan } from '../../src/spreadsheet/plan/sheetPlan.ts';
import type { IssueDetails } from '../../src/workbook/layout/content.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { anyInstrument } from '../anyInstrument.ts';
import { issuedFor } from '../issued.ts';
import { kindsInstrument } from '../kindsInstrument.ts';
import { withOptional } from '../optionalItems.ts';
import { ownFields, withFields } from '../ownFields.ts';
import { planFor } from '../planned.ts';
import { choicesOfOverall, figureRules, ruledArbitrary, withTargets } from '../ruledInstruments.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { conditionalInstrument } from '../workbook/conditional.ts';
import { casesFor } from '../workbook/recalculation.ts';
import { plannedTexts } from './plannedTexts.ts';
import { defined, inPseudoLanguage, speakPseudoLanguage } from './pseudoLanguage.ts';

speakPseudoLanguage();

/** Instruments with every kind of field and every rule. */
const all: readonly Instrument[] = [
  ...instruments,
  { ...withOptional(sampleInstrument, ['1.1.2', '2.1.1']), key: 'optional' },
  { ...conditionalInstrument, key: 'conditional' },
  { ...withFields(sampleInstrument, { '1.1.1': Object.values(ownFields) }), key: 'own' },
  kindsInstrument,
  ...[withTargets(), ...choicesOfOverall.slice(3)],
  ...figureRules.flatMap((by) => fc.sample(ruledArbitrary(by), { seed: 7, numRuns: 1 })),
  ...fc.sample(anyInstrument, { seed: 11, numRuns: 1 }),
];

/** For a partner with a name in letters that English does not have. */
const issued = (instrument: Instrument, changes: Partial<IssueDetails> = {}): IssueDetails => {
  const details = issuedFor(instrument, changes);
  return {
    ...details,
    stamp: { ...details.stamp, round: '2026', partner: '81' },
    partner: { code: '81', name: defined('Netherby'), regionName: defined('North'), areaName: defined('Area') },
  };
};

/** Words in letters of English, besides addresses of cells and of pages. */
function englishIn(plan: WorkbookPlan): readonly string[] {
  const found = plannedTexts(plan).filter(({ text }) =>
    /[a-z]/i.test(text.replace(/https?:\/\/\S*|mailto:\S*|\b[A-Z]{1,3}\d+\b|^[A-Z]{1,3}$/g, '')),
  );
  const byText = new Map(found.map(({ place, text }) => [text, place]));
  return [...byText].map(([text, place]) => `${place}: ${text}`);
}

describe.each(all.map((instrument) => [instrument.key, instrument] as const))('a workbook of %s', (_key, original) => {
  const instrument = defineInstrument({ ...inPseudoLanguage(original), edition: '1' });
  // The sixth set has no texts that people type, which are English.
  const response = casesFor(instrument, 20_261_129, 6).at(-1)?.response;
  const lastRound = lastRoundOf(instrument, { round: '2025', instrument, response });

  test('has no English word when it is blank', () => {
    const none = lastRoundOf(instrument, { round: '2025', instrument, response: undefined });
    expect(englishIn(planFor(instrument, issued(instrument, { lastRound: none })))).toEqual([]);
  });

  test('has none with answers, and those of the last round', () => {
    expect(englishIn(planFor(instrument, issued(instrument, { lastRound }), response))).toEqual([]);
  });

  test('has none in one to be corrected', () => {
    const { items, entries } = layoutOf(instrument);
    const findings = [...items, ...entries].map(({ name, section }, index) => ({
      ...finding(
        'answer.formula',
        { sheet: name, section: section.key, key: '1', field: section.fields[0]?.key ?? '' },
        { field: '' },
      ),
      severity: index === 0 ? ('error' as const) : ('warning' as const),
      message: defined('Something is wrong.'),
    }));
    const about = items.flatMap(({ rows }) =>
      rows.slice(0, 1).map(({ item, section }) => ({ key: item.key, section: section.key })),
    );
    const corrections = findings.map((found) => ({
      ...found,
      place: { ...found.place, ...about.find(({ section }) => section === found.place.section) },
    }));
    expect(englishIn(planFor(instrument, issued(instrument, { corrections }), response))).toEqual([]);
  });

  test('has none in a worked example', () => {
    const workedExample = defined('A place that there is not.');
    expect(englishIn(planFor(instrument, issued(instrument, { workedExample }), response))).toEqual([]);
  });

  test.skipIf(original.scorecard === undefined)('has none in a second opinion', () => {
    const review = reviewInstrument(instrument);
    expect(englishIn(planFor(review, issued(review, { lastRound })))).toEqual([]);
  });
});
