import { describe, expect, test } from 'vitest';
import { FindingsError } from '../../src/finding/index.ts';
import { parseAgreedScores } from '../../src/partners/parseAgreedScores.ts';
import { sharedAreas } from '../../src/partners/sharedAreas.ts';
import { sampleInstrument } from '../sampleInstrument.ts';

const areas = sharedAreas([
  { partner: { code: '5E1', name: 'Ashmere PCT', areaCode: 'XA1' } },
  { partner: { code: 'X02', name: 'Ashmere council', areaCode: 'xa1 ' } },
  { partner: { code: 'X03', name: 'Coldharbour PCT', areaCode: 'XA2' } },
  { partner: { code: 'X04', name: 'No area' } },
  { partner: { code: 'X05', name: 'No area either' } },
]);

const parse = (content: string) =>
  parseAgreedScores(Buffer.from(content), 'agreed.csv', { instrument: sampleInstrument, areas, today: '2027-01-31' });

function codesIn(content: string): readonly string[] {
  try {
    return parse(content).findings.map(({ code }) => code);
  } catch (failure) {
    if (!(failure instanceof FindingsError)) throw failure;
    return failure.findings.map(({ code, place }) => `${place.line} ${code}`);
  }
}

const line = (level: string, date: string, present: string): string =>
  `area,question,level,date,present\nXA1,1.1.1,"${level}",${date},"${present}"\n`;

test('areas of several partners are identified by their code, whatever its case', () => {
  expect([...areas.values()].map(({ code, members }) => [code, members.length])).toEqual([['XA1', 2]]);
});

describe('the level', () => {
  test.each([
    ['2', { state: 'answered', value: 2 }],
    ['Good', { state: 'answered', value: 3 }],
    ['3 - Good', { state: 'answered', value: 3 }],
    ['not applicable', { state: 'not-applicable' }],
    ['Withdrawn', { state: 'blank' }],
  ])('may be written %s', (level, answer) => {
    expect(parse(line(level, '2027-01-20', 'chair')).scores).toEqual([
      { area: 'XA1', item: '1.1.1', answer, on: '2027-01-20', present: 'chair' },
    ]);
  });

  test.each(['0', '4', '2.5', '2 or 3', 'Splendid', '[z]'])('is not %s', (level) => {
    expect(codesIn(line(level, '2027-01-20', 'chair'))).toEqual(['2 agreed.not-a-level']);
  });
});

describe('the day', () => {
  test.each(['2027-01-20', '20/01/2027', '20 January 2027', '20-Jan-27'])('may be written %s', (date) => {
    expect(parse(line('2', date, 'chair')).scores[0]?.on).toBe('2027-01-20');
  });

  test('may be today, and not tomorrow', () => {
    expect(codesIn(line('2', '2027-01-31', 'chair'))).toEqual([]);
    expect(codesIn(line('2', '2027-02-01', 'chair'))).toEqual(['2 agreed.not-a-day']);
    expect(codesIn(line('2', '01/20/2027', 'chair'))).toEqual(['2 agreed.not-a-day']);
  });
});

describe('who was present', () => {
  test.each([
    "Director of Children's Services, Ashmere Council; PCT Head of Commissioning",
    'Chief Executive (PCT), Lead Member for Children, Chair of the LSCB',
    'Designated Nurse; Parent Carer Forum',
    'Assistant Director Public Health; Voluntary Sector Forum Chair',
  ])('are roles and organisations: %s', (present) => {
    expect(codesIn(line('2', '2027-01-20', present))).toEqual([]);
  });

  test.each(['Mrs J Smith, PCT', 'Dr A Patel', 'chair@council.example', 'chair, 020 7946 0000'])(
    'are no people: %s',
    (present) => {
      expect(codesIn(line('2', '2027-01-20', present))).toEqual(['2 agreed.personal-data']);
    },
  );
});

test('a list without one of the columns is not read on', () => {
  expect(codesIn('area,question,level\nXA1,1.1.1,2\n')).toEqual(['1 list.no-header']);
  expect(codesIn('area,question,level,date,present\n')).toEqual(['undefined list.empty']);
  expect(codesIn('area,question,level,date,present,notes\nXA1,1.1.1,2,2027-01-20,chair,long\n')).toEqual([
    'list.ignored-columns',
  ]);
});
