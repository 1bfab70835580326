import { describe, expect, test } from 'vitest';
import { widthAcross } from '../../../src/spreadsheet/plan/printedPage.ts';
import { textWidth } from '../../../src/spreadsheet/style/rowHeight.ts';
import { footerOf } from '../../../src/spreadsheet/write/footer.ts';

const long = 'W02 Öxmoor and Fenny, a very long name of a partnership that goes on (fictional), round ready-2026';

/** The parts of a footer as they are printed. */
function partsOf(footer: string): readonly string[] {
  const [, left = '', middle = '', right = ''] = /^&L(.*)&C(.*)&R(.*)$/.exec(footer) ?? [];
  return [left, middle, right].map((part) => part.replace('&"Arial"&9 ', '').replaceAll('&&', '&'));
}

describe('the printed footer', () => {
  test('has organisation and round, marking, sheet and page', () => {
    expect(footerOf({ footer: 'A & B, round 2026', marking: 'OFFICIAL' })).toBe(
      '&L&"Arial"&9 A && B, round 2026&C&"Arial"&9 OFFICIAL&R&"Arial"&9 &A, page &P of &N',
    );
  });

  test.each(['landscape', 'portrait'] as const)(
    'leaves room for the marking in the middle of a %s page',
    (orientation) => {
      const marking = 'OFFICIAL-SENSITIVE';
      const print = { footer: long, marking, ...(orientation === 'portrait' ? { orientation } : {}) };
      const [left = '', middle = ''] = partsOf(footerOf(print));
      expect(middle).toBe(marking);
      expect(left).toMatch(/^W02 Öxmoor and Fenny.*…, round ready-2026$/);
      expect(textWidth(left, 9) + textWidth(marking, 9) / 2).toBeLessThan(widthAcross(orientation) / 2);
    },
  );

  test('is whole where nothing is in the middle', () => {
    expect(partsOf(footerOf({ footer: long }))[0]).toBe(long);
  });

  test('has at most the 255 characters that Excel takes, whatever is in it', () => {
    const most = footerOf({ footer: '&'.repeat(300), marking: 'i&'.repeat(300) });
    expect(most.length).toBeLessThanOrEqual(255);
  });
});
