import { describe, expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { storeDetails, storedDetail } from '../../../src/register/rows/storedDetails.ts';
import type { Issue } from '../../../src/rounds/issue/issue.ts';
import { issueWorkbooks } from '../../../src/rounds/issue/issueWorkbooks.ts';
import { loadIssuedContent } from '../../../src/rounds/issue/loadIssuedContent.ts';
import { recordWrittenFile } from '../../../src/rounds/issue/recordWrittenFile.ts';
import { lastRoundOf } from '../../../src/scoring/plans/lastRound.ts';
import { issuedFor, printedFor } from '../../issued.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { emptyRegister } from '../../tools/emptyRegister.ts';

const due = new Date('2026-12-18T12:00:00Z');
const partner = { code: '8E1', name: 'Netherby (fictional)', regionName: 'Sample Region' };

async function issued(instrument: Instrument, changes: Partial<Issue> = {}) {
  const register = await emptyRegister();
  const issue = { instrument, round: '2026', due, partners: [partner], now: new Date('2026-11-02T09:00:00Z') };
  const [workbook] = await issueWorkbooks(register, { ...issue, ...changes });
  if (workbook === undefined) throw new Error('No workbook was issued');
  return { register, workbook };
}

test.each(instruments.map((instrument) => [instrument.key, instrument] as const))(
  'the content of a workbook of %s as issued is known when it comes back',
  async (_key, instrument) => {
    const { register, workbook } = await issued(instrument);
    const [known] = await loadIssuedContent(register, workbook.stamp, instrument);
    expect(known?.sheets.length).toBeGreaterThan(5);
    expect(known).toEqual(printedFor(instrument, issuedFor(instrument, { partner, due })));
  },
);

test('the same holds with the answers of the last round and branding', async () => {
  const lastRound = lastRoundOf(sampleInstrument, { round: '2025', instrument: sampleInstrument, response: undefined });
  const branding = { name: 'A body', colour: '#5a2d82' };
  const changes = { lastRounds: new Map([[partner.code, lastRound]]), branding };
  const { register, workbook } = await issued(sampleInstrument, changes);
  const details = issuedFor(sampleInstrument, { partner, due, lastRound, branding });
  expect(await loadIssuedContent(register, workbook.stamp, sampleInstrument)).toEqual([
    printedFor(sampleInstrument, details),
  ]);
});

test('it is stored once for all partners with the same content in their workbooks', async () => {
  const partners = ['8E1', '8E2', '8E3'].map((code) => ({ ...partner, code }));
  const other = { ...partner, code: '8E4', areaName: 'Sample Area' };
  const { register } = await issued(sampleInstrument, { partners: [...partners, other] });
  const stored = await register.db
    .selectFrom('workbook_content')
    .innerJoin('workbook', 'workbook.id', 'workbook_content.workbook')
    .select('digest')
    .orderBy('partner')
    .execute();
  const digests = stored.map(({ digest }) => digest);
  expect(digests).toEqual([digests[0], digests[0], digests[0], expect.not.stringMatching(digests[0] ?? '')]);
  expect(await register.db.selectFrom('detail').select('digest').execute()).toHaveLength(2);
});

describe('a workbook that another version wrote', () => {
  test('is known as it was then and as it is now, once it was written anew', async () => {
    const { register, workbook } = await issued(sampleInstrument);
    const before = storedDetail([{ name: 'Cover', cells: [] }]);
    await storeDetails(register, [before]);
    await register.db.updateTable('workbook_content').set({ digest: before.digest }).execute();
    await recordWrittenFile(register, workbook, 'digest of the file');
    await recordWrittenFile(register, workbook, 'digest of the file');
    const known = await loadIssuedContent(register, workbook.stamp, sampleInstrument);
    expect(known.map(({ sheets }) => sheets.length)).toEqual([1, expect.any(Number)]);
  });

  test.each(['49af734efb5782bf', 'unknown'])(
    'is not known when its content was not stored (%s), whatever was written since',
    async (digest) => {
      const { register, workbook } = await issued(sampleInstrument);
      await register.db.updateTable('workbook_content').set({ digest }).execute();
      expect(await loadIssuedContent(register, workbook.stamp, sampleInstrument)).toEqual([]);
      await recordWrittenFile(register, workbook, 'digest of the file');
      expect(await loadIssuedContent(register, workbook.stamp, sampleInstrument)).toEqual([]);
    },
  );
});
