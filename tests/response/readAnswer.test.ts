import { describe, expect, test, vi } from 'vitest';
import type { Field } from '../../src/instrument/model/schema.ts';
import { readAnswer } from '../../src/response/readAnswer.ts';
import { type Answer, answered, blank, notApplicable, unreadable } from '../../src/response/response.ts';
import type { RawValue } from '../../src/spreadsheet/model/rawWorkbook.ts';
import { isDateFormat } from '../../src/spreadsheet/read/readStyles.ts';
import { sampleInstrument } from '../sampleInstrument.ts';

const field = (key: string): Field => {
  const found = sampleInstrument.sections[0]?.fields.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`The sample has no field ${key}`);
  return found;
};

const text = (value: string): RawValue => ({ kind: 'text', value });
const number = (value: number): RawValue => ({ kind: 'number', value, isDate: false });
const date = (value: number): RawValue => ({ kind: 'number', value, isDate: true });
const shownAs = (value: number, format: string): RawValue => ({
  kind: 'number',
  value,
  isDate: isDateFormat(format),
  format,
});
const boolean = (value: boolean): RawValue => ({ kind: 'boolean', value });
const error = (value: string): RawValue => ({ kind: 'error', value });

/** As a finding quotes it. */
const shown = ({ kind, value }: RawValue): string => (kind === 'text' ? value : String(value).toUpperCase());

interface Options {
  readonly formula?: boolean;
  readonly date1904?: boolean;
}

/** What a cell of the sample's field is read as: the answer, and the codes of what was noticed. */
function read(
  key: string,
  value: RawValue,
  { formula = false, date1904 = false }: Options = {},
): [Answer, ...string[]] {
  const cell = { row: 5, column: 8, value, formula };
  const { answer, findings } = readAnswer(
    sampleInstrument,
    field(key),
    cell,
    { sheet: '1 Needs', cell: 'H5' },
    date1904,
  );
  return [answer, ...findings.map(({ code }) => code)];
}

describe.each(['score', 'evidence', 'due'])('any field, such as %s', (key) => {
  test('is blank without a cell', () => {
    expect(readAnswer(sampleInstrument, field(key), undefined, {}, false)).toEqual({ answer: blank, findings: [] });
  });

  test.each(['', ' ', '\n', '\t\r\n', '\u00a0', '\u200b', '\ufeff', ' \u00ad\u2060 ', '\u3000'])(
    'is blank when it shows nothing: %j',
    (value) => {
      expect(read(key, text(value))).toEqual([blank]);
    },
  );

  test.each(['#REF!', '#N/A', '#NAME?', '#VALUE!'])('is not read from an error: %s', (value) => {
    expect(read(key, error(value))).toEqual([unreadable(value), 'answer.error-value']);
  });

  test('is not read from a formula without a result', () => {
    expect(read(key, text(''), { formula: true })).toEqual([blank, 'answer.formula-without-value']);
  });

  test('is not read from a formula with a result that is an error', () => {
    expect(read(key, error('#DIV/0!'), { formula: true })).toEqual([unreadable('#DIV/0!'), 'answer.error-value']);
  });
});

describe('a score', () => {
  test('that Excel has turned into a day is reported as that day', () => {
    expect(read('score', date(46_083))).toEqual([unreadable('02/03/2026'), 'answer.not-an-option']);
    expect(read('score', date(46_083 - 1_462), { date1904: true })).toEqual([
      unreadable('02/03/2026'),
      'answer.not-an-option',
    ]);
    expect(read('score', date(3))).toEqual([answered(3), 'answer.shown-otherwise']);
  });

  test.each([1, 2, 3])('is a level: %i', (level) => {
    expect(read('score', number(level))).toEqual([answered(level)]);
  });

  test.each(['2', ' 2 ', '2\u200b', '\u00a02', 'Fair', 'fair', ' FAIR ', '2 Fair', '2. Fair', '2  fair'])(
    'typed as %j is read as the level, with a warning',
    (value) => {
      expect(read('score', text(value))).toEqual([answered(2), 'answer.read-as']);
    },
  );

  test('may be not applicable, chosen from the list', () => {
    expect(read('score', text('Not applicable'))).toEqual([notApplicable]);
  });

  test.each(['not applicable', ' Not applicable ', 'N/A', 'n/a', 'NA', 'n.a.', 'Not relevant', 'not\napplicable'])(
    'typed as %j is read as not applicable, with a warning',
    (value) => {
      expect(read('score', text(value))).toEqual([notApplicable, 'answer.read-as']);
    },
  );

  test.each([
    number(4),
    number(0),
    number(-1),
    number(2.5),
    number(1e21),
    text('4'),
    text('2/3'),
    text('see below'),
    text('1 or 2'),
    text('Fair enough'),
    text('?'),
    boolean(true),
    boolean(false),
  ])('is not %j, which is stored as typed', (value) => {
    expect(read('score', value)).toEqual([unreadable(shown(value)), 'answer.not-an-option']);
  });

  test('that is left out is reported with its value and what is allowed', () => {
    const cell = { row: 5, column: 8, value: number(4), formula: false };
    const place = { sheet: '1 Needs', cell: 'H5', key: '1.1.1' };
    expect(readAnswer(sampleInstrument, field('score'), cell, place, false).findings).toMatchObject([
      {
        code: 'answer.not-an-option',
        place,
        facts: { field: 'Score', value: '4', allowed: ['1 (Weak)', '2 (Fair)', '3 (Good)', 'Not applicable'] },
      },
    ]);
  });

  test('computed by a formula is read, with a warning', () => {
    expect(read('score', number(2), { formula: true })).toEqual([answered(2), 'answer.formula']);
    expect(read('score', number(7), { formula: true })).toEqual([
      unreadable('7'),
      'answer.not-an-option',
      'answer.formula',
    ]);
  });

  test('is not "not applicable" where the definition does not allow it', () => {
    const score = field('score');
    if (score.kind !== 'score') throw new Error('The sample has no score');
    const { notApplicable: _none, ...strict } = score;
    const cell = { row: 5, column: 8, value: text('n/a'), formula: false };
    const { answer, findings } = readAnswer(sampleInstrument, strict, cell, {}, false);
    expect([answer.state, ...findings.map(({ code }) => code)]).toEqual(['unreadable', 'answer.not-an-option']);
  });
});

describe('a text', () => {
  test.each([
    'Minutes of the steering group',
    '  spaces around  ',
    'first line\nsecond line',
    '=SUM(A1:A9)',
    '5E1',
    'n/a',
    '👩‍👧 – “quoted”',
  ])('is stored as typed: %j', (value) => {
    expect(read('evidence', text(value))).toEqual([answered(value)]);
  });

  test.each([
    [number(2026), '2026'],
    [number(0), '0'],
    [number(0.5), '0.5'],
    [boolean(true), 'TRUE'],
    [boolean(false), 'FALSE'],
  ])('is made of %j as Excel shows it', (value, shown) => {
    expect(read('evidence', value)).toEqual([answered(shown)]);
  });

  test('is made of a date that Excel took it for', () => {
    expect(read('evidence', date(46_112))).toEqual([answered('31/03/2026')]);
    expect(read('evidence', date(44_650), { date1904: true })).toEqual([answered('31/03/2026')]);
  });

  test('is stored whole when it is longer than a cell holds, with a warning', () => {
    const long = 'x'.repeat(32_768);
    expect(read('evidence', text(long.slice(1)))).toEqual([answered(long.slice(1))]);
    expect(read('evidence', text(long))).toEqual([answered(long), 'answer.too-long']);
  });

  test('that a formula shows is read, with a warning', () => {
    expect(read('evidence', text('see the plan'), { formula: true })).toEqual([
      answered('see the plan'),
      'answer.formula',
    ]);
  });
});

describe('a date', () => {
  test('is a day as Excel stores it', () => {
    expect(read('due', date(46_477))).toEqual([answered('2027-03-31')]);
  });

  test('counts from 1904 where the workbook says so', () => {
    expect(read('due', date(45_015), { date1904: true })).toEqual([answered('2027-03-31')]);
  });

  test('loses its time of day', () => {
    expect(read('due', date(46_477.99))).toEqual([answered('2027-03-31')]);
  });

  test('is read from a number without a format for dates, as pasting leaves it', () => {
    expect(read('due', number(46_477))).toEqual([answered('2027-03-31')]);
  });

  test.each([
    '31/03/2027',
    '31/3/2027',
    '31/3/27',
    '31-03-2027',
    '31-3-27',
    '31.03.2027',
    '31.3.27',
    '31 March 2027',
    '31 march 2027',
    '31st March 2027',
    '31 Mar 2027',
    '31 Mar 27',
    '31-Mar-2027',
    '31-Mar-27',
    '31 March, 2027',
    '31 March 2027.',
    ' 31 March\u00a02027 ',
    '31/03/2027\u200b',
    '３１/０３/２０２７',
    '31/03/2027 00:00',
    '2027-03-31',
    '2027/03/31',
    '2027-03-31T00:00:00',
    '2027-03-31T00:00:00Z',
    '2027-03-31T00:00:00.000Z',
    '2027-03-31T09:30',
    '2027-03-31 00:00:00',
  ])('may be written %j', (value) => {
    expect(read('due', text(value))).toEqual([answered('2027-03-31')]);
  });

  test.each(['Pacific/Apia', 'Australia/Lord_Howe', 'Europe/Berlin', 'America/Santiago'])(
    'is the same in every zone, on days that had no midnight there too: %s',
    (zone) => {
      vi.stubEnv('TZ', zone);
      try {
        // Samoa had no such day; Chile put its clocks forward at midnight.
        for (const day of ['2011-12-30', '2022-09-11', '2026-03-29', '2026-10-04']) {
          const [year, month, date] = day.split('-');
          expect(read('due', text(`${date}.${month}.${year} 00:00`)).at(0)).toEqual(answered(day));
        }
      } finally {
        vi.unstubAllEnvs();
      }
    },
  );

  test.each([
    ['1st Sept 2027', '2027-09-01'],
    ['2 sep 27', '2027-09-02'],
    ['3 September 2027', '2027-09-03'],
    ['29/02/2028', '2028-02-29'],
    ['01/01/99', '1999-01-01'],
  ])('puts the day before the month: %s', (value, day) => {
    expect(read('due', text(value))).toEqual([answered(day)]);
  });

  test.each([
    ['3/4/27', '2027-04-03'],
    ['46477', '2027-03-31'],
  ])('that may be another is reported: %s', (value, day) => {
    expect(read('due', text(value))).toEqual([answered(day), 'answer.date-read-as']);
  });

  test.each([
    '31/02/2027',
    '29/02/2027',
    '30 February 2027',
    '2027-02-30',
    '32/01/2027',
    '0/1/2027',
    '3/31/2027',
    '31/03',
    '03/2027',
    'March 2027',
    '2027',
    '1.2.3',
    '31/03/027',
    '31/03/20270',
    '01/01/1850',
    '01/01/2150',
    'end of March',
    'by 31/03/2027',
    '31/03/2027 or later',
    'TBC',
    'n/a',
    '-',
  ])('is not %j, which is stored as typed', (value) => {
    expect(read('due', text(value))).toEqual([unreadable(value), 'answer.not-a-date']);
  });

  test.each([
    [3, '03/01/1900 (3)'],
    [0, '00/01/1900 (0)'],
    [-1, '-1'],
    [2027, '19/07/1905 (2027)'],
    [31_032_027, '31032027'],
    [1e300, '1E+300'],
    [0.5, '00/01/1900 (0.5)'],
  ])('is not the number %d, which somebody typed into the cell', (value, quoted) => {
    expect(read('due', date(value))).toEqual([unreadable(quoted), 'answer.not-a-date']);
  });

  test('is not a truth value', () => {
    expect(read('due', boolean(true))).toEqual([unreadable('TRUE'), 'answer.not-a-date']);
  });

  test('that a formula shows is read, with a warning', () => {
    expect(read('due', date(46_477), { formula: true })).toEqual([answered('2027-03-31'), 'answer.formula']);
  });
});

describe('a number is the answer that people see', () => {
  test.each<[number, string, string]>([
    [0.85, '0%', '85%'],
    [0.4375, 'h:mm', '10:30'],
    [46_082, 'mmm-yy', 'Mar-26'],
    [123, '00000', '00123'],
  ])('in a text: %d as %s', (value, format, seen) => {
    expect(read('evidence', shownAs(value, format))).toEqual([answered(seen)]);
  });

  test.each<[number, string, string]>([
    [0.125, '0%', '13% (12.5%)'],
    [46_112.604_166_666_664, 'dd/mm/yyyy', '31/03/2026 (31/03/2026 14:30)'],
    [46_115, 'd-mmm', '3-Apr (03/04/2026)'],
    [5, ';;;', '5'],
  ])('in a text, with what the cell holds beside it where that differs: %d as %s', (value, format, both) => {
    expect(read('evidence', shownAs(value, format))).toEqual([answered(both), 'answer.shown-otherwise']);
  });

  test('in a text of twelve digits, which Excel cuts', () => {
    expect(read('evidence', number(441_234_567_890))).toEqual([
      answered('4.41235E+11 (441234567890)'),
      'answer.shown-otherwise',
    ]);
  });

  test('in a text that the format changes', () => {
    expect(read('evidence', { kind: 'text', value: '5E1', format: '"Ref "@' })).toEqual([
      answered('Ref 5E1 (5E1)'),
      'answer.shown-otherwise',
    ]);
    expect(read('evidence', { kind: 'text', value: ' 5E1 ', format: '_-@_-' })).toEqual([answered(' 5E1 ')]);
  });

  test.each<[string, string]>([
    ['0.00', '2.00'],
    ['00', '02'],
    ['"level "0', 'level 2'],
    ['[=2]"Fair";General', 'Fair'],
  ])('in a score that shows the same level: %s', (format) => {
    expect(read('score', shownAs(2, format))).toEqual([answered(2)]);
  });

  test.each(['0%', ';;;', '0.0E+0', '"3"', '[=2]"Good";General'])(
    'in a score that shows something else, which is reported: %s',
    (format) => {
      expect(read('score', shownAs(2, format))).toEqual([answered(2), 'answer.shown-otherwise']);
    },
  );

  test('in a score that is none, and is quoted with both', () => {
    expect(read('score', shownAs(2.6, '0'))).toEqual([unreadable('3 (2.6)'), 'answer.not-an-option']);
    expect(read('score', shownAs(0.02, '0%'))).toEqual([unreadable('2%'), 'answer.not-an-option']);
  });

  test.each(['dd/mm/yyyy', 'd mmmm yyyy', 'dddd d mmmm yyyy', 'yyyy-mm-dd', 'd.m.yy', 'dd/mm/yyyy hh:mm AM/PM'])(
    'in a date that shows the same day: %s',
    (format) => {
      expect(read('due', shownAs(46_115, format))).toEqual([answered('2026-04-03')]);
    },
  );

  test.each(['mm/dd/yyyy', 'mmm-yy', 'd mmmm', 'h:mm', '0.00', '#,##0', ';;;'])(
    'in a date that shows another day or none, which is reported: %s',
    (format) => {
      expect(read('due', shownAs(46_115, format))).toEqual([answered('2026-04-03'), 'answer.shown-otherwise']);
    },
  );

  test('in a choice', () => {
    const choice: Field = { kind: 'choice', key: 'share', heading: 'Share', prompt: 'Choose.', options: ['50%', '2'] };
    const readChoice = (value: RawValue) => {
      const read = readAnswer(sampleInstrument, choice, { row: 5, column: 8, value, formula: false }, {}, false);
      return [read.answer, ...read.findings.map(({ code }) => code)];
    };
    expect(readChoice(shownAs(0.5, '0%'))).toEqual([answered('50%')]);
    expect(readChoice(number(2))).toEqual([answered('2')]);
    expect(readChoice(shownAs(2, '0.00'))).toEqual([answered('2'), 'answer.shown-otherwise']);
    expect(readChoice(shownAs(1.6, '0'))).toEqual([answered('2')]);
    expect(readChoice(shownAs(3, '0.00'))).toEqual([unreadable('3.00'), 'answer.not-an-option']);
  });
});

test.each([
  ['evidence', text('Our plan'), answered('Our plan (https://a.example/plan)'), []],
  ['evidence', text(''), blank, ['answer.link-alone']],
  ['score', number(2), answered(2), ['answer.link']],
  ['score', text(' '), blank, ['answer.link-alone']],
] as const)('a link on the cell of a field, such as %s, is stored or reported', (key, value, answer, codes) => {
  const cell = { row: 5, column: 8, value, formula: false, link: 'https://a.example/plan' };
  const read = readAnswer(sampleInstrument, field(key), cell, {}, false);
  expect([read.answer, read.findings.map(({ code }) => code)]).toEqual([answer, codes]);
});

test('a choice that is not one is reported with each option in quotation marks: an option may have a comma', () => {
  const choice: Field = {
    kind: 'choice',
    key: 'how',
    heading: 'How',
    prompt: 'Choose.',
    options: ['Alone', 'With others, formally', 'Not yet'],
  };
  const cell = { row: 5, column: 8, value: text('Together'), formula: false };
  const [found] = readAnswer(sampleInstrument, choice, cell, {}, false).findings;
  expect(found?.message).toContain('Allowed: "Alone", "With others, formally", "Not yet".');
});
