import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { pctSelfAssessment as instrument } from '../../../definitions/pct-self-assessment.ts';
import type { Response } from '../../../src/response/response.ts';
import { lastRoundOf } from '../../../src/scoring/plans/lastRound.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { readResponse } from '../../../src/workbook/read/readResponse.ts';
import { readStamp } from '../../../src/workbook/read/readStamp.ts';
import { writeWorkbook } from '../../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../../issued.ts';
import { withOpenpyxl } from '../../programs.ts';
import { responseArbitrary, typedCells } from '../../responses.ts';
import { savedByOpenpyxl } from '../../savedBy.ts';
import { fillIn } from '../../tools/fillIn.ts';

const details = issuedFor(instrument);
let blankWorkbook: Uint8Array;
beforeAll(async () => {
  blankWorkbook = await writeWorkbook(instrument, details);
});

const filled = (response: Response): Uint8Array => fillIn(blankWorkbook, typedCells(instrument, response));

function expectAnswers(bytes: Uint8Array, response: Response): void {
  const raw = readPackage(bytes);
  expect(readStamp(raw).stamp).toEqual(details.stamp);
  const read = readResponse(raw, instrument);
  // Random answers leave out what others make necessary, and a random text may be a level.
  const owed = ['answer.no-reason', 'entry.incomplete', 'answer.wrong-column'];
  expect(read.findings.filter(({ code }) => !owed.includes(code))).toEqual([]);
  expect(read.response).toEqual(response);
}

test('whatever a partner types comes back as it was typed', () => {
  fc.assert(
    fc.property(responseArbitrary(instrument), (response) => expectAnswers(filled(response), response)),
    { numRuns: 20 },
  );
});

test('answers that the workbook was written with come back', async () => {
  await fc.assert(
    fc.asyncProperty(responseArbitrary(instrument), async (response) => {
      expectAnswers(await writeWorkbook(instrument, details, response), response);
    }),
    { numRuns: 4 },
  );
});

test('what the column of the last round says is not taken for something typed', async () => {
  const predecessors = [
    { code: '5E1', name: 'Ashmere' },
    { code: '5E2', name: 'Brackley' },
  ];
  const before = { round: '2025', instrument, response: undefined };
  for (const lastRound of [lastRoundOf(instrument, before), lastRoundOf(instrument, { ...before, predecessors })]) {
    const issued = await writeWorkbook(instrument, { ...details, lastRound });
    expect(readResponse(readPackage(issued), instrument).findings).toEqual([]);
  }
});

withOpenpyxl('saved by openpyxl in between', () => {
  const seed = 20_261_218;
  const responses = fc.sample(responseArbitrary(instrument), { seed, numRuns: 5 });

  test(`the answers come back (seed ${seed})`, { timeout: 240_000 }, () => {
    const saved = savedByOpenpyxl(responses.map(filled));
    expect(saved).toHaveLength(responses.length);
    for (const [index, response] of responses.entries()) expectAnswers(saved[index] ?? new Uint8Array(), response);
  });
});
