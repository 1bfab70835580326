import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { pctSelfAssessment } from '../../../definitions/pct-self-assessment.ts';
import type { Instrument, ScoreField } from '../../../src/instrument/model/schema.ts';
import { scaleOf } from '../../../src/instrument/model/traverse.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { inputTitle } from '../../../src/workbook/parts/inputMessage.ts';
import { writeWorkbook } from '../../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../../issued.ts';
import { type CellRule, type CellsIn, rulesInLibreOffice, withUno } from '../../programs.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { type AnswerCell, answerCells } from '../../tools/answerCells.ts';

/** Many workbooks have lists that refuse nothing: a program says what it makes of them, cell by cell. */

const samples = [
  { instrument: pctSelfAssessment, scores: 44, dates: 45 },
  { instrument: sampleInstrument, scores: 5, dates: 5 },
];

const cellsOf = (instrument: Instrument): readonly AnswerCell[] => answerCells(layoutOf(instrument));
const scoreCells = cellsOf(sampleInstrument).filter(({ field }) => field.kind === 'score');

/** The sample with lists that refuse nothing. */
function lettingIn(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  for (const [name, part] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    parts[name] = strToU8(strFromU8(part).replace(/ (?:showErrorMessage="1"|errorStyle="stop")/g, ''));
  }
  return zipSync(parts);
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
  /** Of each sample, and of the scores in the one that lets anything in. */
  let rules: readonly (readonly CellRule[])[];
  beforeAll(async () => {
    const all: CellsIn[] = [];
    for (const { instrument } of samples)
      all.push({ workbook: await writeWorkbook(instrument, issuedFor(instrument)), cells: cellsOf(instrument) });
    const [, sample = new Uint8Array()] = all.map(({ workbook }) => workbook);
    rules = rulesInLibreOffice([...all, { workbook: lettingIn(sample), cells: scoreCells }]);
  }, 120_000);

  test.each(samples.map((sample, index) => ({ ...sample, index })))(
    'scores and dates of $instrument.key refuse what is no answer',
    ({ instrument, index, ...sample }) => {
      const counts = { scores: 0, dates: 0 };
      const cells = cellsOf(instrument);
      expect(rules[index]).toHaveLength(cells.length);
      for (const [place, cell] of cells.entries()) {
        const { field } = cell;
        const rule = rules[index]?.[place];
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
    },
  );

  test('a list that lets anything in is distinguished', () => {
    expect(rules.at(-1)?.map(({ errorShows }) => errorShows)).toEqual(scoreCells.map(() => false));
  });
});
