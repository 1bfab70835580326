import { describe, expect, test } from 'vitest';
import { defineInstrument } from '../../../src/instrument/defineInstrument.ts';
import type { Instrument, Reference } from '../../../src/instrument/model/schema.ts';
import { checkFit } from '../../../src/workbook/layout/checkFit.ts';
import { answerName, entryName } from '../../../src/workbook/layout/layout.ts';
import {
  changed,
  findingsIn,
  option,
  withEntries,
  withItem,
  withScale,
  withSections,
} from '../../instrument/changedSample.ts';
import { sampleDefinition } from '../../sampleInstrument.ts';

describe('whether it fits into a workbook', () => {
  const fitOf = (definition: Instrument): readonly string[] =>
    checkFit(defineInstrument(definition)).map(({ code, place }) => `${code} ${place.key}`);

  const called = (key: string, shortTitle: string): Instrument =>
    withSections((section) => (section.key === key ? { ...section, shortTitle } : section));

  test('the sample does', () => {
    expect(fitOf(sampleDefinition)).toEqual([]);
  });

  test('a sheet name has at most 31 characters, the number of the section among them', () => {
    expect(fitOf(called('1', 'x'.repeat(29)))).toEqual([]);
    expect(fitOf(called('1', 'x'.repeat(30)))).toEqual(['definition.sheet-name 1']);
  });

  test.each(['a[b', 'a]b', 'a:b', 'a*b', 'a?b', 'a/b', 'a\\b', "a'b"])('no sheet is called %j', (title) => {
    expect(fitOf(called('2', title))).toEqual(['definition.sheet-name 2']);
  });

  test.each(['Cover', 'scorecard', 'STAMP', 'History'])(
    'a section of entries is not called %j, as another sheet is',
    (shortTitle) => {
      expect(fitOf(withEntries((section) => ({ ...section, shortTitle })))).toEqual([
        'definition.sheet-name participants',
      ]);
    },
  );

  test('two sheets with one name are reported, even when the case differs', () => {
    const shortTitle = '1 NEEDS';
    expect(fitOf(withEntries((section) => ({ ...section, shortTitle })))).toEqual([
      'definition.sheet-name participants',
    ]);
  });

  test('two columns with one heading are reported, even where the workbook brings one of them', () => {
    const fields = [{ kind: 'text', key: 'number', heading: 'no.', prompt: 'Any number.' }] as const;
    expect(fitOf(withEntries((section) => ({ ...section, fields })))).toEqual([
      'definition.heading-clash participants',
    ]);
  });

  test('keys that make the same cell name are reported', () => {
    expect(fitOf(withItem('1.1.2', { key: '1-1.1' }))).toEqual(Array(5).fill('definition.name-clash 1-1.1'));
  });

  test('a cell name has at most 255 characters', () => {
    const key = 'x'.repeat(243);
    // Of the five fields, score, evidence and action have the longest keys.
    expect(fitOf(withItem('1.1.2', { key }))).toEqual(Array(3).fill(`definition.too-long ${key}`));
  });

  const withReferences = (...references: readonly Partial<Reference>[]): Instrument =>
    changed({
      references: references.map((reference, index) => ({
        key: `table-${index + 1}`,
        title: 'A table',
        shortTitle: `Table ${index + 1}`,
        introduction: 'To look up.',
        columns: ['Term', 'Meaning'],
        rows: [['PCT', 'Primary care trust']],
        ...reference,
      })),
    });

  test('a table for reference does', () => {
    expect(fitOf(withReferences({}, {}))).toEqual([]);
  });

  test.each([
    ['too long', [{ shortTitle: 'x'.repeat(32) }], 'definition.sheet-name table-1'],
    ['with a forbidden character', [{ shortTitle: 'a/b' }], 'definition.sheet-name table-1'],
    ['that a sheet of every workbook has', [{ shortTitle: 'resources' }], 'definition.sheet-name table-1'],
    ['that a section has', [{ shortTitle: '1 needs' }], 'definition.sheet-name table-1'],
    ['that another table has', [{ shortTitle: 'Terms' }, { shortTitle: 'terms' }], 'definition.sheet-name table-2'],
  ])('the sheet of a table for reference has no name %s', (_what, references, expected) => {
    expect(fitOf(withReferences(...references))).toEqual([expected]);
  });

  test('two like headings of a table for reference are reported', () => {
    const columns = ['Term', 'TERM'];
    expect(fitOf(withReferences({ columns }))).toEqual(['definition.heading-clash table-1']);
  });

  test('a level that is chosen by its label is not called as another column of the scorecard', () => {
    const called = (label: string): Instrument =>
      withScale({ chosenBy: 'label', options: [option(1), option(2), { ...option(3), label }] });
    expect(['Good', 'Blank'].flatMap((label) => fitOf(called(label)))).toEqual([]);
    expect(fitOf(called('position'))).toEqual(['definition.heading-clash achievement']);
    expect(
      fitOf({
        ...called('Position'),
        ...withScale({ options: [option(1), option(2), { ...option(3), label: 'Position' }] }),
      }),
    ).toEqual([]);
  });

  test('the key of a view or of a table for reference leaves room for the name of its table', () => {
    const key = 'x'.repeat(246);
    expect(fitOf(withReferences({ key }))).toEqual([`definition.too-long ${key}`]);
    expect(fitOf(withReferences({ key: key.slice(1) }))).toEqual([]);
  });

  test('two tables for reference with keys that make the same name are reported', () => {
    expect(fitOf(withReferences({ key: 'a.b' }, { key: 'a-b' }))).toEqual(['definition.name-clash a-b']);
  });

  test.each(['A1', 'xfd1048576', 'R1C1', 'RC'])('no sheet is called %s, as a cell is', (shortTitle) => {
    expect(fitOf(withEntries((section) => ({ ...section, shortTitle })))).toEqual([
      'definition.sheet-name participants',
    ]);
  });

  test.each(['a1', 'r1c1', '1', 'xfd-1', 'c'])('the names of cells that the key %s makes are no addresses', (key) => {
    for (const name of [answerName(key, 'a1'), entryName(key, 1, 'c')]) expect(name).toMatch(/^answer_\w+$/);
  });

  test('a list in one cell has at most 32,767 characters, with its bullets', () => {
    const half = 'x'.repeat(16_381);
    // Two bullets, two spaces and a line break.
    expect(fitOf(withItem('1.1.2', { evidence: [half, half] }))).toEqual([]);
    expect(fitOf(withItem('1.1.2', { evidence: [half, `${half}x`] }))).toEqual(['definition.too-long 1.1.2']);
    const guidance = [half, half, 'x'];
    expect(fitOf(withItem('1.1.2', { guidance }))).toEqual(['definition.too-long 1.1.2']);
  });

  test('texts are named with their limits: 32,767 characters of a cell, 255 of a prompt', () => {
    const evidence = ['x'.repeat(32_768)];
    const [text] = findingsIn(withItem('1.1.2', { evidence }));
    expect(text?.message).toContain('32,767');
    expect(text?.place.key).toBe('1.1.2');
    const [prompt] = findingsIn(
      withEntries((section) => ({
        ...section,
        fields: section.fields.map((field) => ({ ...field, prompt: 'x'.repeat(256) })),
      })),
    );
    expect(prompt?.message).toContain('255');
    expect(prompt?.place.key).toBe('name');
  });

  test('more than 2,000 questions do, with a warning', () => {
    const section = withEntries((one) => one).sections[0];
    const [activity] = section?.shape === 'items' ? section.activities : [];
    const [first] = activity?.items ?? [];
    if (section?.shape !== 'items' || activity === undefined || first === undefined) throw new Error('No such item');
    const of = (count: number): Instrument => ({
      ...sampleDefinition,
      sections: [
        {
          ...section,
          activities: [
            { ...activity, items: Array.from({ length: count }, (_, index) => ({ ...first, key: `q${index}` })) },
          ],
        },
      ],
    });
    expect(fitOf(of(2000))).toEqual([]);
    const found = checkFit(defineInstrument(of(5000)));
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([['definition.many-items', 'warning']]);
  });
});

test('a language of which Scorebook has no words is reported', () => {
  const codes = (language: string): readonly string[] =>
    checkFit(defineInstrument({ ...sampleDefinition, language })).map(({ code, severity }) => `${severity} ${code}`);
  expect(codes('cy')).toEqual(['warning definition.other-language']);
  expect([...codes('en'), ...codes('en-GB')]).toEqual([]);
});
