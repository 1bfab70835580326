import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { writeRollUp } from '../../src/rollup/writeRollUp.ts';
import { withGnumeric, withLibreOffice } from '../programs.ts';
import { savedByGnumeric, savedByLibreOffice } from '../savedBy.ts';
import { compareStored } from '../workbook/recalculation.ts';
import { rollUpCases } from './rollUpCases.ts';

/** Figures of a roll-up are worked out twice: in TypeScript, which stores them, and by formulas over the sheet Data. */

const made = new Date('2027-01-04T09:00:00Z');

const written = new Map<string, Uint8Array>();
beforeAll(async () => {
  for (const [name, [rollUp, , options]] of Object.entries(rollUpCases))
    written.set(name, await writeRollUp(rollUp, made, options));
}, 60_000);
const bytesOf = (name: string): Uint8Array => written.get(name) ?? new Uint8Array();

function expectAsStored(name: string, saved: Uint8Array | undefined): void {
  const { formulas, differences } = compareStored(bytesOf(name), saved ?? new Uint8Array());
  expect(differences, name).toEqual([]);
  expect(formulas, name).toBeGreaterThan(rollUpCases[name]?.[1] ?? Number.POSITIVE_INFINITY);
}

withGnumeric('worked out afresh by Gnumeric', () => {
  test('every formula of a roll-up gives what is stored', { timeout: 300_000 }, () => {
    const names = Object.keys(rollUpCases);
    for (const [index, saved] of savedByGnumeric(names.map(bytesOf)).entries())
      expectAsStored(names[index] ?? '', saved);
  });
});

/** LibreOffice takes two seconds for each; `npm run prove` gives it all. */
const forLibreOffice = [
  ...['12 partners', 'answers that are words', 'three phases', 'the rule weighted-mean', 'the rule all-below-met'],
  ...['two scales, 2', 'targets', 'no partner', 'kinds of partner, areas and an earlier round'],
];

withLibreOffice('worked out afresh by LibreOffice', () => {
  let saved: readonly Uint8Array[];
  beforeAll(() => {
    saved = savedByLibreOffice([withOneMoreAtLowest(bytesOf('12 partners')), ...forLibreOffice.map(bytesOf)]);
  }, 300_000);

  test.each(forLibreOffice.map((name, index) => [name, index + 1] as const))(
    'every formula of a roll-up gives what is stored: %s',
    (name, index) => {
      expectAsStored(name, saved[index]);
    },
  );

  test('an answer that is changed on the sheet Data changes the figures', () => {
    const { differences } = compareStored(bytesOf('12 partners'), saved[0] ?? new Uint8Array());
    const sheets = new Set(differences.map(({ place }) => place.split('!')[0]));
    expect(sheets).toEqual(new Set(["'Board summary'", "'Questions'", "'Summary'"]));
  });
});

/** The first question of the first section counted once more at the lowest level, and once less at another. */
function withOneMoreAtLowest(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const counted = /1\.1\.1 is [23] [^<]+/;
  const lowest = /1\.1\.1 is 1 [^<]+/;
  for (const [name, part] of Object.entries(parts)) {
    const xml = strFromU8(part);
    if (!name.startsWith('xl/worksheets/') || !counted.test(xml)) continue;
    parts[name] = strToU8(xml.replace(counted, lowest.exec(xml)?.[0] ?? ''));
  }
  return zipSync(parts);
}
