import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDateFormat } from '../../../src/spreadsheet/read/readStyles.ts';
import { type ShownValue, shownValue } from '../../../src/spreadsheet/read/shownValue.ts';
import { processorMs } from '../../tools/processorMs.ts';

/** A number as a cell of that format shows it. */
const shown = (value: number, format: string, date1904 = false): ShownValue =>
  shownValue({ kind: 'number', value, isDate: isDateFormat(format), format }, date1904);

const day = 46_112; // 31 March 2026, a Tuesday
const time = 14.5 / 24;

describe('what is seen says what the cell holds', () => {
  test.each<[number, string, string]>([
    [0.85, '0%', '85%'],
    [0.125, '0.0%', '12.5%'],
    [0.125, '0.00%', '12.50%'],
    [-0.05, '0%', '-5%'],
    [2 / 3, '0%', '67%'],
    [85, '0"%"', '85%'],
    [12.5, '0.0\\%', '12.5%'],
    [1_234_567, '#,##0', '1,234,567'],
    [1234.5, '"£"#,##0.00', '£1,234.50'],
    [1234.5, '[$£-809]#,##0.00', '£1,234.50'],
    [1234.5, '[$€-407] #,##0.00', '€ 1,234.50'],
    [1234.5, '_-£* #,##0.00_-;-£* #,##0.00_-;_-£* "-"??_-;_-@_-', '£1,234.50'],
    [1234.56, '£#,##0', '£1,235'],
    [-5, '#,##0.00_);[Red](#,##0.00)', '(5.00)'],
    [5, '+0;-0;0', '+5'],
    [123, '00000', '00123'],
    [1_234_567_890, '00000 000000', '01234 567890'],
    [1_234_567_890, '(0000) 000 000', '(1234) 567 890'],
    [21.5, '0.0"°C"', '21.5°C'],
    [12, '0 "children"', '12 children'],
    [1.5, '# ?/?', '1 1/2'],
    [1 / 3, '# ??/??', '1/3'],
    [12_000, '0.00E+00', '1.20E+04'],
    [0, '0.00', '0.00'],
    [2.666_666_666_666_67, '0.00', '2.67'],
    [12_345_678_901, 'General', '12345678901'],
    [1 / 3, 'General', '0.333333333'],
    [0.1 + 0.2, 'General', '0.3'],
    [1e15, 'General', '1E+15'],
    [-7.25, '@', '-7.25'],
    [0.5, '[<1]0%;0.0', '50%'],
    [time, 'h:mm', '14:30'],
    [0.4375, 'hh:mm:ss', '10:30:00'],
    [0.75, 'h:mm AM/PM', '6:00 PM'],
    [1.5625, '[h]:mm', '37:30'],
    [0.5, '[mm]', '720'],
    [day, 'dd/mm/yyyy', '31/03/2026'],
    [day, 'd mmmm yyyy', '31 March 2026'],
    [day, '[$-F800]dddd, mmmm dd, yyyy', '31 March 2026'],
    [day, '[$-40C]d mmmm yyyy', '31 mars 2026'],
    [day, 'yyyy\\-mm\\-dd', '2026-03-31'],
    [day, 'd-mmm-yy', '31-Mar-26'],
    [day + time, 'dd/mm/yyyy hh:mm', '31/03/2026 14:30'],
    [46_082, 'mmm-yy', 'Mar-26'],
    [46_023, 'yyyy', '2026'],
  ])('%d as %s is %s', (value, format, text) => {
    expect(shown(value, format)).toEqual({ text });
  });
});

describe('what is seen hides something', () => {
  test.each<[number, string, string, string]>([
    [0.125, '0%', '13%', '12.5%'],
    [0.004, '0%', '0%', '0.4%'],
    [2.6, '0', '3', '2.6'],
    [12_345, '0.00E+00', '1.23E+04', '12345'],
    [1_234_567, '#,##0,', '1,235', '1234567'],
    [12_345_678, '0.0,,"m"', '12.3m', '12345678'],
    [441_234_567_890, 'General', '4.41235E+11', '441234567890'],
    [441_234_567_890, '@', '4.41235E+11', '441234567890'],
    [0, '_-£* #,##0_-;-£* #,##0_-;_-£* "-"_-;_-@_-', '£-', '0'],
    [1, '[=1]"yes";[=0]"no";General', 'yes', '1'],
    [-5, '0;0', '5', '-5'],
    [5, '"-"0', '-5', '5'],
    [5, ';;;', '5', '5'],
    [0, '#', '0', '0'],
    [0.3, '# ?/?', '2/7', '0.3'],
    [time + 27 / 86_400, 'h:mm', '14:30', '14:30:27'],
    [1.5625, 'h:mm', '13:30', '37:30'],
    [day + time, 'h:mm', '14:30', '31/03/2026 14:30'],
    [day + time, 'dd/mm/yyyy', '31/03/2026', '31/03/2026 14:30'],
    [0.4375, 'mm:ss', '30:00', '10:30'],
    [day, 'mmm-yy', 'Mar-26', '31/03/2026'],
    [day, 'd-mmm', '31-Mar', '31/03/2026'],
    [day, 'ddd d mmm', 'Tue 31 Mar', '31/03/2026'],
    [day, 'dddd', 'Tuesday', '31/03/2026'],
    [day, 'yyyy', '2026', '31/03/2026'],
    [12_844, 'mmm-yy', 'Mar-35', '01/03/1935'],
    // 3 April, as Americans write it.
    [day + 3, 'm/d/yyyy', '4/3/2026', '03/04/2026'],
    [day + 3.5, 'mm-dd-yy h:mm', '04-03-26 12:00', '03/04/2026 12:00'],
  ])('%d as %s is %s, and %s', (value, format, text, held) => {
    expect(shown(value, format)).toEqual({ text, held });
  });
});

test('1904 workbooks show the same days, times and durations', () => {
  expect(shown(day - 1462, 'dd/mm/yyyy', true)).toEqual({ text: '31/03/2026' });
  expect(shown(time, 'h:mm', true)).toEqual({ text: '14:30' });
  expect(shown(1.5625, '[h]:mm', true)).toEqual({ text: '37:30' });
  expect(shown(-0.4375, 'h:mm', true)).toEqual({ text: '-10:30' });
});

test.each<[number, string, string]>([
  [46_112, '', '46112'],
  [5, '0"', '5'],
  [5, '[', '5'],
  [5, '\\', '5'],
  [5, '0;0;0;0;0;0', '5'],
  [5, '[$-FFFFFFFF]0', '5'],
  [-3, 'dd/mm/yyyy', '-3'],
  [3_000_000, 'dd/mm/yyyy', '3000000'],
  [1e308, 'General', '1E+308'],
])('%d shows in a format that cannot show it as it would in none: %j', (value, format, text) => {
  expect(shown(value, format)).toEqual({ text });
});

describe('any format that a file may have', () => {
  const pieces = ['0', '#', '?', ',', '.', '%', '/', 'E+', 'General', '@', ';', '"', '"x"', '\\', '_', '*', '[Red]'];
  const more = [
    '[h]',
    '[ss]',
    '[$£-809]',
    '[$-F800]',
    '[$-',
    '[>1]',
    '[<>2]',
    'd',
    'mmmm',
    'yy',
    'h',
    's',
    '.0',
    'AM/PM',
  ];
  const codes = fc
    .array(fc.constantFrom(...pieces, ...more, '[DBNum1]', 'e', 'g', '-', '(', '£', '年', '😀', '9'), {
      maxLength: 150,
    })
    .map((all) => all.join(''));
  const numbers = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: 0, max: 60_000, noNaN: true }),
  );

  test('shows something, and never throws', () => {
    fc.assert(
      fc.property(codes, numbers, fc.boolean(), fc.boolean(), (format, value, isDate, date1904) => {
        const { text } = shownValue({ kind: 'number', value, isDate, format }, date1904);
        expect(text).not.toBe('');
        expect(text.length).toBeLessThan(2_000);
      }),
      { numRuns: 3_000 },
    );
  });

  test('shows some text of a text, and never throws', () => {
    fc.assert(
      fc.property(codes, fc.string({ minLength: 1 }), (format, value) => {
        expect(shownValue({ kind: 'text', value, format }, false).text).toBeTypeOf('string');
      }),
    );
  });

  test('takes no time, however absurd', async () => {
    const absurd = [...pieces, ...more].map((piece) => piece.repeat(255).slice(0, 255));
    expect(await processorMs(() => absurd.map((format) => shown(46_112.5, format)))).toBeLessThan(1_000);
  });
});

test('a number that was shown before shows as its own format has it', () => {
  const numbers = [0, 1, 11, day, day + time];
  const formats = ['0', '0.0', '1 0', '0 "1"', 'dd/mm/yyyy', 'hh:mm', '[h]'];
  const all = () => numbers.flatMap((number) => formats.map((format) => shown(number, format).text));
  const first = all();
  expect(new Set(first.slice(0, formats.length)).size).toBe(formats.length - 1);
  for (let number = 0; number < 2_000; number += 1) shown(number + 0.5, '0.00');
  expect(all()).toEqual(first);
  expect(shownValue({ kind: 'text', value: '1', format: '"text "@' }, false).text).toBe('text 1');
});
