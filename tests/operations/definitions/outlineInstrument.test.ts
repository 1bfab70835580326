import { describe, expect, test } from 'vitest';
import { outlineInstrument } from '../../../src/operations/definitions/outlineInstrument.ts';
import { sampleDefinition, sampleInstrument } from '../../sampleInstrument.ts';

/** The blocks with each line as `depth label: text`. */
const outline = (changes: Partial<typeof sampleInstrument> = {}): readonly (readonly string[])[] =>
  outlineInstrument({ ...sampleInstrument, ...changes }).map((block) =>
    block.map(({ depth, label, text }) => `${depth} ${label}: ${text}`),
  );

describe('the outline of an instrument', () => {
  test('has a block each for the title, scales, sections, positions and views', () => {
    expect(outline().map(([first]) => first)).toEqual([
      '0 : Sample self-assessment (sample, edition 1)',
      '0 Scale achievement: Achievement',
      '0 Section 1: Needs',
      '0 Section 2: Supply',
      '0 Section participants: Participants, up to 3 rows, one for each participant',
      '0 : How positions are worked out (otherwise Amber)',
      '0 View cycle: Parts, by section: Needs; Supply',
    ]);
  });

  test('begins with what there is in the instrument', () => {
    expect(outline()[0]?.[1]).toBe('0 : Nobody, 2026: 3 sections, 5 questions, 0 tables for reference.');
  });

  test('lists fields, activities and questions of a section, the deeper the smaller', () => {
    expect(outline()[2]?.slice(1, 4)).toEqual([
      '1 Fields: Score (score, scale achievement); Our evidence (evidence, text); Action (action, text); Lead (lead, text); By when (due, date)',
      '1 1.1: Assess',
      '2 1.1.1: How good is 1.1.1?',
    ]);
  });

  test('says how positions are worked out, and what every question is to reach', () => {
    const { scorecard } = sampleDefinition;
    expect(outline({ scorecard: { ...scorecard, target: 2, overall: 'lowest' } })[5]?.slice(1)).toEqual([
      '1 Not scored: Fewer than 75% of the questions that apply have been answered, or none applies: too few answers for a position.',
      '1 Red: 50% or more of the answered questions are at level 1 (Weak).',
      '1 Green: More than 50% of the answered questions are at level 3 (Good), and none is at level 1 (Weak).',
      '1 Amber: Fewer than 50% of the answered questions are at level 1 (Weak), but the part is not Green: some of it is sound, some still needs work.',
      '1 Overall: The position of the whole is the worst of those under "Parts".',
      '1 Target: 2 Fair, if a question has no other',
    ]);
  });

  test('gives the meaning of each part of a view that has one', () => {
    expect(outline()[6]?.slice(1)).toEqual([
      '0 View subject: Subjects, by group: People; Money',
      '1 People: About people.',
      '1 Money: About money.',
    ]);
  });

  test('ends with tables for reference and the notes on the source, where there are any', () => {
    const table = { key: 'costs', title: 'Costs', shortTitle: 'Costs', introduction: '', columns: [], rows: [[]] };
    expect(outline({ references: [table], sourceNote: ['The scale is our own.'] }).slice(-2)).toEqual([
      ['0 Reference costs: Costs (1 row)'],
      ['0 : About the source', '1 -: The scale is our own.'],
    ]);
  });
});
