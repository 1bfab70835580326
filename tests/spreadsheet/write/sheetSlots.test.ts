import { describe, expect, test } from 'vitest';
import { planSheet } from '../../../src/spreadsheet/plan/planSheet.ts';
import { cell } from '../../../src/spreadsheet/plan/sheetParts.ts';
import type { PlannedCell, SheetPlan } from '../../../src/spreadsheet/plan/sheetPlan.ts';
import { beginningOf, endOf, slotsOf } from '../../../src/spreadsheet/write/sheetSlots.ts';

const start = { name: 'One', title: 'One', note: '', widths: [20], footer: 'X01 & Co' };

/** A sheet with one answer in A5. */
const answerIn = (content: PlannedCell['content']): SheetPlan =>
  planSheet(start, [{ cells: [{ ...cell(5, 1, content, 'input'), origin: 'answer' }] }]);

/** What exceljs writes for it: the cell of the answer has its style only. */
const xml =
  '<sheetData><row r="4"><c r="A4" s="7"/></row><row r="5" spans="1:1" ht="99"><c r="A5" s="3"/></row></sheetData>' +
  '<headerFooter><oddFooter>&amp;Lold</oddFooter></headerFooter><rowBreaks count="1"><brk id="4"/></rowBreaks><tableParts/>';

const filledWith = (plan: SheetPlan): string => {
  const slots = slotsOf(xml, answerIn(undefined), (style) => `${style}00`);
  return beginningOf(slots, plan) + endOf(slots, plan);
};

describe('the XML of a sheet is filled in', () => {
  test('with an answer, its row then as high as its text needs', () => {
    const plan = answerIn('One & <other>');
    expect(filledWith(plan)).toContain(
      `<row r="5" spans="1:1" ht="${plan.heights.get(5)}"><c r="A5" s="3" t="inlineStr"><is><t>One &amp; &lt;other&gt;</t></is></c></row>`,
    );
  });

  test('with nothing, where there is no answer: the row has no height of its own then', () => {
    expect(filledWith(answerIn(undefined))).toContain('<row r="5" spans="1:1"><c r="A5" s="3"/></row>');
  });

  test('with a formula and its result', () => {
    expect(filledWith(answerIn({ formula: '1&"a"', result: '1a' }))).toContain(
      '<c r="A5" s="3" t="str"><f>1&amp;&quot;a&quot;</f><v>1a</v></c>',
    );
  });

  test('in the style of texts that begin like formulas, for such a text', () => {
    expect(filledWith(answerIn('=1+1'))).toContain('<c r="A5" s="300" t="inlineStr">');
  });

  test('with the footer and the page breaks of the plan, and what follows them', () => {
    const plan = answerIn(undefined);
    expect(filledWith({ ...plan, print: { footer: 'X02', area: { rows: 5, columns: 1 }, breaks: [2, 4] } })).toMatch(
      /<oddFooter>&amp;L[^<]*X02[^<]*<\/oddFooter><\/headerFooter><rowBreaks count="2" manualBreakCount="2"><brk id="2" max="16383" man="1"\/><brk id="4" [^>]*><\/rowBreaks><tableParts\/>$/,
    );
    expect(filledWith(plan)).not.toContain('rowBreaks');
  });
});

test('other cells stay as they are', () => {
  expect(filledWith(answerIn('a'))).toContain('<row r="4"><c r="A4" s="7"/></row>');
});

test('a cell to fill in that was not written is a fault of the renderer', () => {
  const plan = planSheet(start, [{ cells: [{ ...cell(9, 1, 'a', 'input'), origin: 'answer' }] }]);
  expect(() => slotsOf(xml, plan, (style) => style)).toThrow('lacks cells');
});

test('a link cannot be an answer: its target would be missing', () => {
  expect(() => filledWith(answerIn({ text: 'a', address: 'https://a.example' }))).toThrow('A5');
});
