import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { fillIn } from './fillIn.ts';

/** The height of a row of the sheet of participants. */
async function heightWith(name: string): Promise<number> {
  const blank = await writeWorkbook(sampleInstrument, issuedFor(sampleInstrument));
  const parts = unzipSync(fillIn(blank, [{ sheet: 'Participants', row: 5, column: 2, value: name }]));
  const xml = Object.values(parts).map((part) => strFromU8(part));
  const [, height] = /<row r="5"[^>]* ht="([\d.]+)"/.exec(xml.find((text) => text.includes(name)) ?? '') ?? [];
  return Number(height);
}

test('a row grows with what is typed into it', async () => {
  const short = await heightWith('Sample person');
  expect(await heightWith('Sample person, '.repeat(12))).toBeGreaterThan(3 * short);
});
