import { expect, test } from 'vitest';
import { commissioningStrategyFramework } from '../../../definitions/commissioning-strategy-framework.ts';
import { defineInstrument } from '../../../src/instrument/defineInstrument.ts';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { type Answer, answered } from '../../../src/response/response.ts';
import { styleOf } from '../../../src/spreadsheet/style/theme.ts';
import { issuedFor } from '../../issued.ts';
import { planFor, plannedSheet, textAt } from '../../planned.ts';
import { sampleDefinition } from '../../sampleInstrument.ts';
import { responseWith } from '../../tools/responseWith.ts';

const withList = defineInstrument({
  ...sampleDefinition,
  sections: [
    ...sampleDefinition.sections,
    {
      shape: 'entries',
      key: 'plan',
      title: 'Other actions',
      shortTitle: 'Other actions',
      introduction: 'What else is planned.',
      entry: 'action',
      required: 0,
      rows: 4,
      fields: [
        {
          kind: 'choice',
          key: 'about',
          heading: 'For',
          prompt: 'What for.',
          options: ['1.1.1', '2'],
          purpose: 'about',
        },
        { kind: 'text', key: 'what', heading: 'What', prompt: 'What is done.', purpose: 'action' },
      ],
    },
  ],
});

/** Level, reference, subject and action of each line in use. */
function linesOf(instrument: Instrument, answers: Readonly<Record<string, Answer>>): readonly string[] {
  const sheet = plannedSheet(
    planFor(instrument, issuedFor(instrument), responseWith(instrument, answers)),
    'Action plan',
  );
  const { row = 0, rows = 0 } = sheet.tables[0] ?? {};
  return Array.from({ length: rows }, (_, index) =>
    [1, 2, 3, 4].map((column) => textAt(sheet, row + 1 + index, column)).join(' | '),
  ).filter((line) => line !== ' |  |  | ');
}

test('an action plan shows the level, the reference and the subject of each line in columns of their own', () => {
  const answers = {
    '1.1.1 score': answered(1),
    '1.1.2 score': answered(2),
    '1.1.2 action': answered('Agree it'),
    '2.1.1 action': answered('Begin'),
    'plan 1 what': answered('Tidy up'),
    'plan 2 about': answered('2'),
    'plan 2 what': answered('Train all'),
    'plan 3 about': answered('1.1.1'),
    'plan 3 what': answered('Ask people'),
  };
  expect(linesOf(withList, answers)).toEqual([
    'Level 1 | 1.1.1 | How good is 1.1.1? | Ask people',
    'Level 2 | 1.1.2 | How good is 1.1.2? | Agree it',
    'Unanswered | 2.1.1 | How good is 2.1.1? | Begin',
    ' | 2 | Supply | Train all',
    ' |  | Other actions 1 | Tidy up',
  ]);
});

test('the dates that an action plan flags are named in words, which a narrow column does not hide', () => {
  const sheet = plannedSheet(planFor(commissioningStrategyFramework), 'Action plan');
  const line = sheet.cells.find(({ row, column }) => row === 4 && column === 1);
  expect(line?.content).toBe('Dates earlier than 18 December 2026 are flagged.');
  expect(styleOf(line?.role ?? 'text').alignment?.wrapText).toBeUndefined();
});
