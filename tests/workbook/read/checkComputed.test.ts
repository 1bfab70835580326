import { beforeAll, describe, expect, test } from 'vitest';
import { findingLine } from '../../../src/finding/findingLine.ts';
import { answered, answerOf } from '../../../src/response/response.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { mergeFindings } from '../../../src/workbook/compare/changesSinceIssue.ts';
import type { IssuedContent } from '../../../src/workbook/compare/issuedContent.ts';
import { readResponse } from '../../../src/workbook/read/readResponse.ts';
import { writeWorkbook } from '../../../src/workbook/writeWorkbook.ts';
import { issuedFor, printedFor } from '../../issued.ts';
import { kindsInstrument as instrument } from '../../kindsInstrument.ts';
import { responseWith } from '../../tools/responseWith.ts';
import { EditedWorkbook } from '../editedWorkbook.ts';
import { evidenceIn } from '../evidenceIn.ts';

const details = issuedFor(instrument);

/** The total of the first service is in F5, and the cost of the first row in E5. */
const response = responseWith(instrument, {
  '2.1.1 health': answered(600),
  '2.1.1 council': answered(200),
  'costs 1 name': answered('Clinic'),
  'costs 1 wages': answered(30),
  'costs 1 rooms': answered(12),
  'costs 1 people': answered(2),
});

let written: Uint8Array;
let printed: IssuedContent;
beforeAll(async () => {
  written = await writeWorkbook(instrument, details, response);
  printed = printedFor(instrument, details);
});

/** What an import finds in the workbook, changed; and the total that it stores. */
function imported(change: (workbook: EditedWorkbook) => void) {
  const workbook = new EditedWorkbook(written);
  change(workbook);
  const raw = readPackage(workbook.bytes());
  const { response: read, findings } = readResponse(raw, instrument);
  return {
    lines: mergeFindings(findings, evidenceIn(raw, printed, instrument)).map(findingLine),
    total: answerOf(read, '2.1.1', 'total'),
  };
}

const formula = (text: string, result: string) => ({ type: '', content: `<f>${text}</f>${result}` });

describe('the cell of a computed figure', () => {
  test('says nothing of its own as long as it agrees with the answers', () => {
    expect(imported(() => undefined)).toEqual({ lines: [], total: answered(800) });
  });

  test('is found typed over, with the figure that follows from the answers', () => {
    const { lines, total } = imported((workbook) => workbook.type('2 Sums', 'F5', 500));
    expect(lines).toEqual([
      'warning: \'2 Sums\'!F5 (2.1.1): "£500.00" is typed over the formula of "Total", which is worked out from other answers as £800. The typed value is not used. Correct the answers from which it follows, if they are wrong.',
    ]);
    expect(total).toEqual(answered(800));
  });

  test('is found typed over with words, and in a row that was added', () => {
    const { lines } = imported((workbook) => workbook.type('Costs', 'E5', 'about 40'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"about 40" is typed over the formula of "Cost"');
  });

  test('is found with another formula that gives another figure', () => {
    const { lines, total } = imported((workbook) => workbook.type('2 Sums', 'F5', formula('C5*2', '<v>1200</v>')));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('shows "£1,200.00", but by the answers from which it is worked out it is £800');
    expect(total).toEqual(answered(800));
  });

  test('is found with another formula that gives the same, where formulas are compared', () => {
    const { lines } = imported((workbook) => workbook.type('2 Sums', 'F5', formula('SUM(C5:D5)', '<v>800</v>')));
    expect(lines.join()).toContain('The formula in F5 is not the one that was issued');
  });

  test('is found with a figure where a part is missing', () => {
    const { lines, total } = imported((workbook) => workbook.clear('2 Sums', 'D5'));
    expect(lines[0]).toContain('shows "£800.00", but by the answers from which it is worked out it is blank');
    expect(total).toEqual({ state: 'blank' });
  });

  test('says nothing if the program that saved it calculated nothing, and is not lost with its column', () => {
    const uncalculated = imported((workbook) => workbook.type('2 Sums', 'F5', formula('IFERROR(1,2)', '')));
    expect(uncalculated.lines.join()).not.toContain('shows');
    const cleared = imported((workbook) => workbook.clear('2 Sums', 'F4', 'F5', 'F6'));
    expect(cleared.lines.join()).not.toContain('Ask for the answers');
    expect(cleared.total).toEqual(answered(800));
  });
});
