import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { pctSelfAssessment } from '../../../definitions/pct-self-assessment.ts';
import type { Instrument, ScoreField } from '../../../src/instrument/model/schema.ts';
import { scaleOf } from '../../../src/instrument/model/traverse.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { inputTitle } from '../../../src/workbook/parts/inputMessage.ts';
import { writeWorkbook } from '../../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../../issued.ts';
import { type CellRule, rulesInLibreOffice, withUno } from '../../programs.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { type AnswerCell, answerCells } from '../../tools/answerCells.ts';

/** Many workbooks have lists that refuse nothing: a program says what it makes of them, cell by cell. */

interface Ruled {
  readonly cell: AnswerCell;
  readonly rule: CellRule | undefined;
}

async function rulesOf(instrument: Instrument): Promise<readonly Ruled[]> {
  const cells = answerCells(layoutOf(instrument));
  const rules = rulesInLibreOffice(await writeWorkbook(instrument, issuedFor(instrument)), cells);
  expect(rules).toHaveLength(cells.length);
  return cells.map((cell, index) => ({ cell, rule: rules[index] }));
}

/** The title of a cell's input message names the item, or the entry. */
const titleOf = (instrument: Instrument, { subject, entry, field }: AnswerCell): string => {
  const section = instrument.sections.find(({ key }) => key === subject);
  return section?.shape === 'entries' && entry !== undefined
    ? inputTitle(field.heading, { reference: String(entry), entry: section.entry })
    : inputTitle(field.heading, { reference: subject });
};

const allowed = (instrument: Instrument, field: ScoreField): readonly (number | string)[] => [
  ...scaleOf(instrument, field).options.map(({ level }) => level),
  ...(field.notApplicable === undefined ? [] : [field.notApplicable.label]),
];

/** Excel's list shows these. */
const describeAnswers = (instrument: Instrument, field: ScoreField): readonly string[] => [
  ...scaleOf(instrument, field).options.map(({ level, label }) => `${level} ${label}`),
  ...(field.notApplicable === undefined ? [] : [field.notApplicable.label]),
];

function sentenceOf(answers: readonly (number | string)[]): string {
  const quoted = answers.map((answer) => `"${answer}"`);
  return `Choose ${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)} from the list, or clear the cell.`;
}

withUno('the rules of answer cells, as LibreOffice gives them', () => {
  test.each([
    { instrument: pctSelfAssessment, scores: 44, dates: 45 },
    { instrument: sampleInstrument, scores: 5, dates: 5 },
  ])('scores and dates of $instrument.key refuse what is no answer', { timeout: 120_000 }, async (sample) => {
    const { instrument } = sample;
    const ruled = await rulesOf(instrument);
    const counts = { scores: 0, dates: 0 };
    for (const { cell, rule } of ruled) {
      const { field } = cell;
      const stops = { alert: 'STOP', errorShows: true, promptShows: true, blankAllowed: true };
      const promptTitle = titleOf(instrument, cell);
      switch (field.kind) {
        case 'score': {
          counts.scores += 1;
          const answers = allowed(instrument, field);
          expect(rule, cell.subject).toMatchObject({
            ...stops,
            type: 'LIST',
            listShows: true,
            entries: answers,
            shown: describeAnswers(instrument, field),
            errorTitle: 'Not one of the answers',
            error: sentenceOf(answers),
            promptTitle,
          });
          for (const { level, label } of scaleOf(instrument, field).options) {
            expect(rule?.prompt, cell.subject).toContain(`${level} ${label}`);
          }
          break;
        }
        case 'date':
          counts.dates += 1;
          expect(rule, cell.subject).toMatchObject({
            ...stops,
            type: 'DATE',
            operator: 'GREATER_EQUAL',
            // 1 January 2000.
            formula: '36526',
            errorTitle: 'Not a date',
            error: 'Enter a day, month and year, as in 31/03/2027, or clear the cell.',
            promptTitle,
            prompt: field.prompt,
          });
          break;
        case 'text':
          expect(rule, cell.subject).toMatchObject({
            type: 'TEXT_LEN',
            promptShows: true,
            promptTitle,
            prompt: field.prompt,
          });
      }
    }
    expect(counts).toEqual({ scores: sample.scores, dates: sample.dates });
  });

  test('a list that lets anything in is distinguished', { timeout: 60_000 }, async () => {
    const cells = answerCells(layoutOf(sampleInstrument)).filter(({ field }) => field.kind === 'score');
    const parts = unzipSync(await writeWorkbook(sampleInstrument, issuedFor(sampleInstrument)));
    for (const [name, part] of Object.entries(parts)) {
      if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
      parts[name] = strToU8(strFromU8(part).replace(/ (?:showErrorMessage="1"|errorStyle="stop")/g, ''));
    }
    const rules = rulesInLibreOffice(zipSync(parts), cells);
    expect(rules.map(({ errorShows }) => errorShows)).toEqual(cells.map(() => false));
  });
});
