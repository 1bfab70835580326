import { expect, test } from 'vitest';
import { outputFindings } from '../../../src/finding/catalogues/output.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('anonymous.too-few', {}, { returned: 2, fewest: 3 }),
  finding('output.before-deadline', {}, { due: '12:00 (UK time) on Friday 18 December 2026' }),
  finding('output.already-there', {}, {}),
  finding('output.not-written', {}, { problem: 'the disk is full' }),
  finding('output.not-a-roll-up', {}, {}),
  finding('output.not-findings', {}, {}),
  finding('output.not-data', {}, {}),
  finding('output.too-many-rows', {}, { rows: 1_200_000, limit: 1_048_575 }),
  finding('output.not-feedback', {}, {}),
  finding('output.not-a-tracker', {}, {}),
  finding('output.not-an-example', {}, {}),
  finding('output.changed-since-issue', {}, {}),
];

test('every code has an example here', () => {
  expect(examples.map(({ code }) => code).toSorted()).toEqual(Object.keys(outputFindings).toSorted());
});

test('each code says what is wrong, by which rule, and what to do', () => {
  expect(describeMessages(examples)).toMatchInlineSnapshot(`
    {
      "anonymous.too-few": "error: 2 partners have returned. With fewer than 3, each could be identified by its answers. Nothing was written. Wait for more returns, or leave out --anonymous.",
      "output.already-there": "error: A file with this name already exists. It was not overwritten. Give another name, or move the file away.",
      "output.before-deadline": "warning: Returns can still arrive in time until 12:00 (UK time) on Friday 18 December 2026. A comparison of this output with a later one can show the answers of a partner that returned in between. Pass on only output made after the deadline.",
      "output.changed-since-issue": "error: A file with this name already exists and is not the workbook that was issued. Somebody may have filled it in. It was not overwritten. Move it away and run the command again.",
      "output.not-a-roll-up": "error: A file with this name already exists and is not a roll-up created by Scorebook. It was not overwritten. Give --out another name, or move the file away.",
      "output.not-a-tracker": "error: A file with this name already exists and is not a tracker created by Scorebook. It was not overwritten. Give --out another name, or move the file away.",
      "output.not-an-example": "error: A file with this name already exists and is not a worked example created by Scorebook. It was not overwritten. Give --out another name, or move the file away.",
      "output.not-data": "error: A file with this name already exists and is not data or a dictionary created by this command. It was not overwritten. Give --out another name, or move the file away.",
      "output.not-feedback": "error: A file with this name already exists and is not feedback for this partner created by Scorebook. It was not overwritten. Move it away, or give --out another folder.",
      "output.not-findings": "error: A file with this name already exists and is not a workbook of findings created by Scorebook. It was not overwritten. Give --findings another name, or move the file away.",
      "output.not-written": "error: The file could not be written: the disk is full. No incomplete file was left behind. Correct the problem and run the command again.",
      "output.too-many-rows": "error: The data have 1,200,000 rows, and Excel has room for 1,048,575 below the headings. Nothing was written. Export them as csv or parquet.",
    }
  `);
});

test.each(examples)('$code is a complete sentence', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
