import { expect, test } from 'vitest';
import { defineInstrument } from '../../src/instrument/defineInstrument.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { checkFit } from '../../src/workbook/layout/checkFit.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { sampleDefinition } from '../sampleInstrument.ts';
import { lintPackage } from '../tools/lint.ts';

/** What a definition may say, its workbook can hold. */

test('a group without questions has its row', async () => {
  const { scorecard } = sampleDefinition;
  const views = scorecard.views.map((view) =>
    view.by === 'group'
      ? { ...view, groups: [...view.groups, { key: 'time', title: 'Time', meaning: 'About time.' }] }
      : view,
  );
  const instrument = defineInstrument({ ...sampleDefinition, scorecard: { ...scorecard, views } });
  expect(lintPackage(await writeWorkbook(instrument, issuedFor(instrument)))).toEqual([]);
});

test('double quotes in titles, labels and headings are in no formula unless they are doubled', async () => {
  const awkward = `The "q" part`;
  const sections = sampleDefinition.sections.map((section) => ({
    ...section,
    title: `${section.title}, ${awkward}`,
    shortTitle: `${awkward} ${section.key}`,
    ...(section.shape === 'entries' ? { entry: `"entry"` } : {}),
    fields: section.fields.map((field) => ({ ...field, heading: `"${field.heading}"` })),
  }));
  const scales = sampleDefinition.scales.map((scale) => ({
    ...scale,
    options: scale.options.map((option) => ({ ...option, label: `"${option.label}"` })),
  }));
  const instrument = defineInstrument({ ...sampleDefinition, scales, sections });
  expect(checkFit(instrument)).toEqual([]);
  const bytes = await writeWorkbook(instrument, issuedFor(instrument));
  expect(lintPackage(bytes)).toEqual([]);
  expect(readPackage(bytes).sheets.map(({ name }) => name)).toContain('1 The "q" part 1');
});
