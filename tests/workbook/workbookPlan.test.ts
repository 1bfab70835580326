import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { instruments } from '../../definitions/index.ts';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import { lastRoundOf } from '../../src/scoring/plans/lastRound.ts';
import type { IssueDetails } from '../../src/workbook/layout/content.ts';
import { workbookWriter, writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { casesFor } from './recalculation.ts';

const names = [
  'Netherby',
  `=SUM(1) & <PCT> "quoted" ${'long '.repeat(34)}name`,
  "Emoji 👩‍👧 and _x0041_ 'PCT'",
] as const;

/** A pixel, as a logo. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Details of one round with these properties, for several partners. */
function partnersWith(instrument: Instrument, changes: Partial<IssueDetails>): readonly IssueDetails[] {
  const plain = issuedFor(instrument, changes);
  return names.map((name, index) => ({
    ...plain,
    stamp: { ...plain.stamp, partner: `X${index}`, workbook: `workbook ${index}`, seal: `seal ${index}` },
    partner: { ...plain.partner, code: `X${index}`, name },
    issued: new Date(Date.UTC(2026, 10, 2 + index, 9)),
  }));
}

/** For each partner another set of answers of the last round; the second returned nothing. */
function withLastRounds(instrument: Instrument, partners: readonly IssueDetails[]): readonly IssueDetails[] {
  const cases = casesFor(instrument, 20261129, partners.length + 4).slice(-partners.length);
  return partners.map((details, index) => ({
    ...details,
    lastRound: lastRoundOf(instrument, {
      ...{ round: '2025', instrument },
      response: index === 1 ? undefined : cases[index]?.response,
    }),
  }));
}

const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString('utf8')]),
  );

/** The parts that differ, each with the texts around the first difference. */
function differing(one: Uint8Array, other: Uint8Array): readonly string[] {
  const [parts, others] = [partsOf(one), partsOf(other)];
  return [...new Set([...Object.keys(parts), ...Object.keys(others)])].flatMap((name) => {
    const [a = '', b = ''] = [parts[name], others[name]];
    if (a === b) return [];
    const at = [...a].findIndex((character, index) => character !== b[index]);
    return [`${name} at ${at}: ${a.slice(at - 60, at + 60)} | ${b.slice(at - 60, at + 60)}`];
  });
}

describe.each(instruments.map((instrument) => [instrument.key, instrument] as const))(
  'workbooks of many partners: %s',
  (_key, instrument) => {
    test.each([
      ['plain', partnersWith(instrument, {})],
      [
        'with marking, address and branding',
        partnersWith(instrument, {
          ...{ marking: 'OFFICIAL & so on', returnTo: 'returns@sha.example' },
          branding: {
            ...{ name: 'South & North SHA', strapline: 'Better <together>', colour: '#005EB8' },
            logo: { picture: pixel, alternative: 'A "dot"' },
          },
        }),
      ],
      ['with the last round', withLastRounds(instrument, partnersWith(instrument, {}))],
    ])('have the parts that each has when it is written alone: %s', async (_what, partners) => {
      const write = workbookWriter(instrument);
      for (const details of partners) {
        const [many, alone] = [await write(details), await writeWorkbook(instrument, details)];
        if (!Buffer.from(many).equals(alone)) expect(differing(many, alone)).toEqual(['the order of the parts']);
      }
    });
  },
);

test('partners with and without an area or a region have workbooks of their own', async () => {
  const [instrument] = instruments;
  if (instrument === undefined) throw new Error('There are no instruments');
  const [first, second] = partnersWith(instrument, {});
  if (first === undefined || second === undefined) throw new Error('There are no partners');
  const write = workbookWriter(instrument);
  const inArea = { ...second, partner: { ...second.partner, areaName: 'Sample area' } };
  await write(first);
  expect(differing(await write(inArea), await writeWorkbook(instrument, inArea))).toEqual([]);
});
