import { describe, expect, test } from 'vitest';
import { outlineInstrument } from '../../../src/operations/definitions/outlineInstrument.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

/** The blocks with each line as `depth label: text`. */
const outline = (changes: Partial<typeof sampleInstrument> = {}): readonly (readonly string[])[] =>
  outlineInstrument({ ...sampleInstrument, ...changes }).map((block) =>
    block.map(({ depth, label, text }) => `${depth} ${label}: ${text}`),
  );

describe('the outline of an instrument', () => {
  test('has a block each for the title, scales, sections and views', () => {
    expect(outline().map(([first]) => first)).toEqual([
      '0 : Sample self-assessment (sample, edition 1)',
      '0 Scale achievement: Achievement',
      '0 Section 1: Needs',
      '0 Section 2: Supply',
      '0 Section participants: Participants, up to 3 rows, one for each participant',
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

  test('gives the meaning of each part of a view that has one', () => {
    expect(outline()[5]?.slice(1)).toEqual([
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
