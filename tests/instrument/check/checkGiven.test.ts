import { describe, expect, test } from 'vitest';
import type { Field, Given, Item } from '../../../src/instrument/model/schema.ts';
import { reviewInstrument } from '../../../src/instrument/reviewInstrument.ts';
import { carriedInstrument, givenInstrument } from '../../givenInstrument.ts';
import { changed, faultsOf, findingsIn, warningsOf, withItem, withItems, withSections } from '../changedSample.ts';

const list: Given = { from: 'partner-list', column: 'Population' };
const lastRound: Given = { from: 'last-round' };

/** A field of every section with questions that says from where its facts are. */
const withFact = (key: string, given: Given) =>
  withSections((section) => ({
    ...section,
    fields: section.fields.map((field) => (field.key === key ? ({ ...field, given } as Field) : field)),
  }));

describe('facts that are given', () => {
  test('are sound from the last round for fields of every kind but scores, and from the list for one question each', () => {
    expect(faultsOf(carriedInstrument)).toEqual([]);
    expect(faultsOf(givenInstrument)).toEqual([]);
    expect(faultsOf(withFact('evidence', lastRound))).toEqual([]);
  });

  test('are not for scores, which are judgements', () => {
    expect(faultsOf(withItem('1.1.1', { given: { score: lastRound } }))).toEqual(['definition.given-kind 1.1.1']);
    const [first, ...others] = faultsOf(withFact('score', lastRound));
    expect([first, others.every((fault) => fault.startsWith('definition.given-kind '))]).toEqual([
      'definition.given-kind 1.1.1',
      true,
    ]);
  });

  test('are for fields that the section has', () => {
    const [found] = findingsIn(withItem('1.1.1', { given: { poeple: list } }));
    expect(found).toMatchObject({ code: 'definition.unknown-reference', place: { key: '1.1.1' } });
  });

  test('from one column are not the answer to several questions', () => {
    const [found] = findingsIn(withFact('evidence', list));
    expect(found).toMatchObject({ code: 'definition.given-shared', facts: { column: 'Population' } });
  });

  test('are reported where they answer the question themselves, unless it may be left blank', () => {
    const people: Field = { kind: 'number', key: 'people', heading: 'People', prompt: 'How many.', as: 'integer' };
    const note: Field = { kind: 'text', key: 'note', heading: 'Note', prompt: 'Why.' };
    const warned = (fields: readonly Field[], optional = false): readonly string[] => {
      const { scorecard: _scorecard, ...unscored } = withSections((section) => ({
        ...section,
        fields,
        activities: section.activities.map((activity) => ({
          ...activity,
          items: activity.items.map((item) => ({ ...item, criteria: [], groups: {}, optional })),
        })),
      }));
      return warningsOf(unscored);
    };
    const given: Field = { ...people, given: lastRound };
    expect(warned([given, note])).toEqual(['definition.given-answer 1', 'definition.given-answer 2']);
    expect(warned([note, given])).toEqual([]);
    expect(warned([given, note], true)).toEqual([]);
  });

  test.each([
    [{ from: 'list' }],
    [{ from: 'partner-list' }],
    [{ from: 'partner-list', column: ' ' }],
    [{ from: 'last-round', column: 'Population' }],
  ])('have a source that is known: %j', (given) => {
    const item: unknown = { given: { evidence: given } };
    expect(faultsOf(withItem('1.1.1', item as Partial<Item>)).length).toBeGreaterThan(0);
  });

  test('are not part of a second opinion', () => {
    const reviewed = reviewInstrument(changed(withItems((item) => ({ ...item, given: { evidence: lastRound } }))));
    expect(JSON.stringify(reviewed)).not.toContain('last-round');
  });
});
