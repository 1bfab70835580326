import { describe, expect, test } from 'vitest';
import { outlineInstrument } from '../../src/operations/definitions/outlineInstrument.ts';
import { answered } from '../../src/response/response.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { readResponse } from '../../src/workbook/read/readResponse.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { withOptional } from '../optionalItems.ts';
import { formatFormulas, planFor, plannedSheet, textAt } from '../planned.ts';
import { typedCells } from '../responses.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { fillIn } from '../tools/fillIn.ts';
import { responseWith } from '../tools/responseWith.ts';

const instrument = withOptional(sampleInstrument, ['1.1.2']);
const details = issuedFor(instrument);

describe('a question that may be left blank', () => {
  test('is called optional beside it, and the others are to be answered', () => {
    const sheet = plannedSheet(planFor(instrument, details), '1 Needs');
    const column = layoutOf(instrument).items[0]?.columns.find(({ content }) => content.is === 'asked')?.column ?? 0;
    expect([4, 5, 6, 7].map((row) => textAt(sheet, row, column))).toEqual(['Answer this?', 'Yes', 'Optional', 'Yes']);
    expect(formatFormulas(sheet)[0]).toBe('AND($B5<>"Yes",$B5<>"Optional")');
    expect(layoutOf(instrument).items[1]?.columns.some(({ content }) => content.is === 'asked')).toBe(false);
  });

  test('is on the checklist as optional while it is blank', () => {
    const response = responseWith(instrument, { '1.1.1 score': answered(3), '1.2.1 score': answered(3) });
    const checklist = plannedSheet(planFor(instrument, details, response), 'Checklist');
    expect(textAt(checklist, 1, 2)).toBe('Incomplete. Answered 2 of 4 questions that apply. 3 things to do.');
    expect([5, 6].map((row) => [1, 3, 4, 5].map((column) => textAt(checklist, row, column)))).toEqual([
      ['Sheet', 'Things to do', 'State', 'Needed'],
      ['1 Needs', '0', 'Done', '2'],
    ]);
    const states = checklist.cells.filter(({ column, row }) => column === 4 && row > 10).map(({ row }) => row);
    expect(states.slice(0, 4).map((row) => textAt(checklist, row, 4))).toEqual(['State', 'Done', 'Optional', 'Done']);
  });

  test('comes back as it was, blank or answered, without a finding', async () => {
    for (const answers of [{}, { '1.1.2 score': answered(2) }]) {
      const returned = fillIn(
        await writeWorkbook(instrument, details),
        typedCells(instrument, responseWith(instrument, answers)),
      );
      const read = readResponse(readPackage(returned), instrument);
      expect(read.findings).toEqual([]);
      expect(read.response.items.get('1.1.2')?.get('score')).toEqual(
        '1.1.2 score' in answers ? answered(2) : { state: 'blank', optional: true },
      );
      const again = readResponse(readPackage(await writeWorkbook(instrument, details, read.response)), instrument);
      expect(again.response).toEqual(read.response);
    }
  });

  test('is marked in the outline', () => {
    const lines = outlineInstrument(instrument).flat();
    expect(lines.find(({ label }) => label === '1.1.2')?.text).toBe('How good is 1.1.2? (optional)');
  });
});
