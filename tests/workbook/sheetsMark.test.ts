import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ccgFramework } from '../../definitions/ccg-framework.ts';
import { needsOutcomesOptions } from '../../definitions/needs-outcomes-options.ts';
import { pctSelfAssessment } from '../../definitions/pct-self-assessment.ts';
import { cellToken } from '../../src/workbook/cellToken.ts';
import { printedMatter } from '../../src/workbook/printedMatter.ts';
import { sheetsMark } from '../../src/workbook/sheetsMark.ts';
import { issuedFor, printedFor } from '../issued.ts';
import { sampleInstrument } from '../sampleInstrument.ts';

test('the mark is that of what the writer puts on the sheets now: when this fails, put the new mark into sheetsMark.ts', async () => {
  const hash = createHash('sha256');
  const wordings = [
    { instrument: sampleInstrument, hasLastRound: false },
    { instrument: pctSelfAssessment, hasLastRound: true },
    { instrument: needsOutcomesOptions, hasLastRound: false },
    { instrument: ccgFramework, hasLastRound: false },
  ];
  for (const { instrument, hasLastRound } of wordings) {
    const { sheets } = await printedMatter(instrument, { ...printedFor(issuedFor(instrument)), hasLastRound });
    for (const { name, rows } of sheets) {
      for (const cell of [...rows.values()].flatMap((cells) => [...cells.values()])) {
        hash.update(`${name} ${cell.row} ${cell.column} ${cellToken(cell)}\n`);
      }
    }
  }
  expect(sheetsMark).toBe(hash.digest('hex').slice(0, 16));
}, 60_000);
