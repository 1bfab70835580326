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
      "anonymous.too-few": "error: 2 partners have returned, and where fewer than 3 have, each could be recognised by its answers. Nothing was written: wait for more returns, or leave --anonymous out.",
      "output.already-there": "error: A file of this name is there already. It was left alone: give another name, or move the file away.",
      "output.before-deadline": "warning: Returns can still come in time until 12:00 (UK time) on Friday 18 December 2026. Whoever compares what is written now with what is written later can see what a partner that returned in between added to it. Pass on only what is made when all are in.",
      "output.changed-since-issue": "error: A file of this name is there already and is not the workbook that was issued (someone may have filled it in). It was left alone: move it away and run the command again.",
      "output.not-a-roll-up": "error: A file of this name is there already and is not a roll-up of ours. It was left alone: give --out another name, or move the file away.",
      "output.not-a-tracker": "error: A file of this name is there already and is not a tracker of ours. It was left alone: give --out another name, or move the file away.",
      "output.not-an-example": "error: A file of this name is there already and is not a worked example of ours. It was left alone: give --out another name, or move the file away.",
      "output.not-data": "error: A file of this name is there already and is none of the data or dictionaries that this command writes. It was left alone: give --out another name, or move the file away.",
      "output.not-feedback": "error: A file of this name is there already and is not feedback of ours for this partner. It was left alone: move it away, or give --out another folder.",
      "output.not-findings": "error: A file of this name is there already and is not a workbook of findings of ours. It was left alone: give --findings another name, or move the file away.",
      "output.not-written": "error: The file could not be written: the disk is full. Nothing was left half-written; put that right and run the command again.",
    }
  `);
});

test.each(examples)('$code is a whole sentence without a hole', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
