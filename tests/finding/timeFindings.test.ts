import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWorkplace, type Ran, type Workplace } from '../cli/workplace.ts';
import { sampleInstrument } from '../sampleInstrument.ts';

let place: Workplace;
beforeEach(() => {
  place = openWorkplace({ now: () => new Date('2027-11-20T10:00:00Z') });
  place.put('small.json', JSON.stringify(sampleInstrument));
  place.put('partners.csv', 'code,name,email\nA1,Ash,a1@ash.example\n');
});
afterEach(() => place.remove());

const generate = (due: string): Promise<Ran> =>
  place.scorebook(
    ...['generate', place.at('small.json'), '--partners', place.at('partners.csv'), '--round', '2027', '--due', due],
    ...['--out', place.at('workbooks')],
  );

it('says which instant it took of a deadline that does not exist, or that occurs twice', async () => {
  const skipped = await generate('2028-03-26 01:30');
  expect(skipped.err).toContain('--due "2028-03-26 01:30" does not exist in UK time');
  expect(skipped.out).toContain('due 02:30 (UK time) on Sunday 26 March 2028');
  const repeated = await place.scorebook(
    ...['generate', place.at('small.json'), '--partners', place.at('partners.csv'), '--round', '2028', '--json'],
    ...['--due', '2028-10-29 01:30', '--return-to', 'returns@region.example', '--out', place.at('workbooks')],
  );
  expect(JSON.parse(repeated.out)).toMatchObject({
    due: '2028-10-29T01:30:00.000Z',
    findings: [
      { code: 'time.repeated', facts: { time: '2028-10-29 01:30', taken: '2028-10-29 01:30 GMT' } },
      { code: 'round.due-day-off' },
    ],
  });
});

it('does the same for the time at which returns were received', async () => {
  await generate('2028-01-10 12:00');
  place.put('returns/notes.txt', 'nothing');
  const { err } = await place.scorebook('import', place.at('returns'), '--received', '2027-10-31 01:30');
  expect(err).toContain('warning: --received "2027-10-31 01:30" occurs twice in UK time');
  const json = await place.scorebook('import', place.at('returns'), '--received', '2027-03-28 01:15', '--json');
  expect(JSON.parse(json.out).findings).toMatchObject([{ code: 'time.skipped' }]);
});

it('takes the time that is named, shows which it is, and says why another cannot be taken', async () => {
  const { code, out, err } = await generate('2028-10-29 01:30 BST');
  expect([code, err]).toEqual([0, expect.not.stringContaining('occurs twice')]);
  expect(out).toContain('due 01:30 BST (UK time) on Sunday 29 October 2028');
  const summer = await generate('2028-07-03 12:00 GMT');
  expect(summer.code).toBe(2);
  expect(summer.err).toContain(
    '--due "2028-07-03 12:00 GMT" is not a time that UK clocks show. Give the time that they show then, without GMT.',
  );
});

it('says what it took of a time of which people mean different ones', async () => {
  const { code, out, err } = await generate('18 December 2028 midnight');
  expect(code).toBe(0);
  expect(err).toContain(
    'warning: People mean different times by --due "18 December 2028 midnight". It was taken as 23:59 (UK time) on Monday 18 December 2028.',
  );
  expect(out).toContain('due 23:59 (UK time) on Monday 18 December 2028');
});

it.each([
  ['18/12/2028 12:00', '12:00 (UK time) on Monday 18 December 2028'],
  ['18 December 2028', '23:59 (UK time) on Monday 18 December 2028'],
  ['18.12.2028 5pm', '17:00 (UK time) on Monday 18 December 2028'],
  ['Monday 18 Dec 2028, 12 noon', '12:00 (UK time) on Monday 18 December 2028'],
])('takes %s without a word', async (due, taken) => {
  const { code, out, err } = await generate(due);
  expect([code, out]).toEqual([0, expect.stringContaining(`due ${taken}`)]);
  expect(err).not.toContain('--due');
});
