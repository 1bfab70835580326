import { afterEach, describe, expect, test, vi } from 'vitest';
import { writeRollUp } from '../../src/rollup/writeRollUp.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { regionOf } from '../rollup/region.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { outlineOf } from './outline.ts';

/** Of five questions: one at each level, one that does not apply, one blank. */
const region = regionOf(
  [
    {
      code: '5E1',
      name: 'Harbour & Hills',
      scores: '1 2 3 z -',
      fields: {
        '1.1.1 evidence': '=not a formula\nMinutes of "May"',
        '1.1.1 action': 'Write a plan.',
        '1.1.1 lead': 'A. N. Other',
        '1.1.1 due': '2027-03-31',
        '1.1.2 action': 'Agree it with the council.',
        '2.1.1 evidence': 'Our neighbours provide it.',
      },
      participants: ['Sample person A'],
    },
    { code: '8E1', name: 'Netherby', scores: '3 3 3 2 3', late: true },
    { code: 'X03', name: 'Still to return' },
  ],
  'SAMPLE DATA',
);
const partial = region.partners[0]?.result?.response;

const workbook = () =>
  writeWorkbook(sampleInstrument, issuedFor(sampleInstrument, { marking: 'SAMPLE DATA' }), partial);
const rollUp = () => writeRollUp(region, new Date('2026-12-21T09:00:00Z'));

describe('what is written is, cell by cell, what it was when somebody last read it', () => {
  test('a workbook with some answers that are already known', async () => {
    await expect(outlineOf(await workbook())).toMatchFileSnapshot('workbook.txt');
  });

  test('a roll-up of two returns, one of them late, and a partner without one', async () => {
    await expect(outlineOf(await rollUp())).toMatchFileSnapshot('roll-up.txt');
  });
});

describe('equal input gives equal bytes, whatever the clock says', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    ['workbook', workbook],
    ['roll-up', rollUp],
  ])('%s', async (_what, write) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-02T09:00:00Z') });
    const first = await write();
    vi.setSystemTime(new Date('2031-06-15T17:42:13Z'));
    const second = await write();
    expect(Buffer.from(second).equals(first)).toBe(true);
  });
});
