import { describe, expect, test } from 'vitest';
import { defineInstrument } from '../../../src/instrument/defineInstrument.ts';
import { isItems } from '../../../src/instrument/model/traverse.ts';
import { type Answer, answered } from '../../../src/response/response.ts';
import { feedbackOf } from '../../../src/rollup/feedback/feedback.ts';
import { feedbackPlan } from '../../../src/rollup/feedback/writeFeedbackWorkbook.ts';
import type { PartnerResult, RollUp } from '../../../src/rollup/load/rollUp.ts';
import { withComputed } from '../../../src/scoring/figures/withComputed.ts';
import { scorecardOf } from '../../../src/scoring/scorecard.ts';
import { printScale } from '../../../src/spreadsheet/plan/printedPage.ts';
import { sampleDefinition } from '../../sampleInstrument.ts';
import { responseWith } from '../../tools/responseWith.ts';
import { plannedTable } from '../planned.ts';

/** The sample, of which the questions ask for numbers and choices as well. */
const instrument = defineInstrument({
  ...sampleDefinition,
  sections: sampleDefinition.sections.map((section) =>
    isItems(section)
      ? {
          ...section,
          fields: [
            ...section.fields,
            { kind: 'number', key: 'spent', heading: 'Spent', prompt: 'Spent.', as: 'money', least: 0 },
            { kind: 'number', key: 'planned', heading: 'Planned', prompt: 'Planned.', as: 'money', least: 1 },
            {
              ...{ kind: 'computed', key: 'part', heading: 'Part', prompt: 'Of it.', as: 'percentage' },
              ...{ by: 'share', of: ['spent', 'planned'] },
            },
            { kind: 'yes-no', key: 'known', heading: 'Known', prompt: 'Is it known?' },
          ],
        }
      : section,
  ),
});

const due = new Date('2026-12-18T12:00:00Z');

function partner(
  code: string,
  regionName: string,
  spent: number | undefined,
  known: Answer | undefined,
): PartnerResult {
  const response = withComputed(
    instrument,
    responseWith(instrument, {
      ...(spent === undefined ? {} : { '1.1.1 spent': answered(spent), '1.1.1 planned': answered(300) }),
      ...(known === undefined ? {} : { '1.1.1 known': known }),
    }),
  );
  const result = { response, scorecard: scorecardOf(instrument, response) };
  return {
    partner: { code, name: code, regionName },
    issued: due,
    returns: [],
    refused: 0,
    counting: undefined,
    result,
  };
}

/** Four partners in the North, three in the South of which one gave no number. */
const rollUp: RollUp = {
  instrument,
  round: { round: '2026', instrument: instrument.key, edition: instrument.edition, due, marking: undefined },
  partners: [
    ...[100, 200, 300, 400].map((spent, index) =>
      partner(`N${index}`, 'North', spent, answered(index < 3 ? 'Yes' : 'No')),
    ),
    ...[500, 600, undefined].map((spent, index) => partner(`S${index}`, 'South', spent, undefined)),
  ],
};

function rowsFor(code: string, sheet: string, field: string): readonly (readonly unknown[])[] {
  const feedback = feedbackOf(rollUp).find(({ own }) => own.partner.code === code);
  if (feedback === undefined) throw new Error(`No feedback for ${code}`);
  const rows = plannedTable(feedbackPlan(feedback, due), sheet);
  return rows.filter(([ref, , heading]) => ref === '1.1.1' && heading === field).map((row) => row.slice(3));
}

describe('the feedback', () => {
  test('has a number beside the median and the quartiles of all', () => {
    const [row] = rowsFor('N0', 'Numbers', 'Spent (£)');
    expect(row?.slice(0, 5)).toEqual([100, 6, 225, 350, 475]);
  });

  test('has computed figures as their cells show them', () => {
    const [row] = rowsFor('N0', 'Numbers', 'Part (%)');
    expect(row?.slice(0, 1)).toEqual([33.3]);
  });

  test('has medians and quartiles with one decimal more, as programs do not shorten long ones', () => {
    const [row] = rowsFor('N0', 'Numbers', 'Part (%)');
    expect(row?.slice(1, 5)).toEqual([6, 75, 116.67, 158.33]);
  });

  test('is printed on A4 in nine points or more', () => {
    const [feedback] = feedbackOf(rollUp);
    if (feedback === undefined) throw new Error('seven returned');
    for (const sheet of feedbackPlan(feedback, due).sheets)
      expect([sheet.name, 10 * printScale(sheet)]).toEqual([sheet.name, expect.toSatisfy((size) => size >= 9)]);
  });

  test('suppresses the figures of a region outside of which few gave a number, or in which few did', () => {
    const suppressed = ['[c]', '[c]'];
    expect(rowsFor('N0', 'Numbers', 'Spent (£)')[0]?.slice(5)).toEqual(suppressed);
    expect(rowsFor('S2', 'Numbers', 'Spent (£)')[0]?.slice(0, 1)).toEqual(['[w]']);
    expect(rowsFor('S0', 'Numbers', 'Spent (£)')[0]?.slice(5)).toEqual(suppressed);
  });

  test('has a choice beside how many chose each answer', () => {
    expect(rowsFor('N3', 'Choices', 'Known').map((row) => row.slice(0, 4))).toEqual([
      ['Yes', 'Not chosen', 4, 3],
      ['No', 'Chosen', 4, 1],
    ]);
    expect(rowsFor('S0', 'Choices', 'Known').map((row) => row[1])).toEqual(['[w]', '[w]']);
  });
});
