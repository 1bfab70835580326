import { fingerprint } from '../src/instrument/model/fingerprint.ts';
import type { Instrument } from '../src/instrument/model/schema.ts';
import { type IssuedContent, issuedCells, issuedContent } from '../src/workbook/compare/issuedContent.ts';
import type { IssueDetails } from '../src/workbook/layout/content.ts';
import { sealStamp } from '../src/workbook/layout/stamp.ts';

/** The key of a register that exists only in the tests. */
export const sealKey = Buffer.from('a key for the tests');

/** What a workbook for a fictional partner is issued with; nothing depends on the clock. */
export const issuedFor = (instrument: Instrument, changes: Partial<IssueDetails> = {}): IssueDetails => ({
  stamp: sealStamp(
    {
      instrument: instrument.key,
      edition: instrument.edition,
      fingerprint: fingerprint(instrument),
      round: '2026',
      partner: '8E1',
      workbook: '00000000-0000-4000-8000-000000000001',
    },
    sealKey,
  ),
  partner: { code: '8E1', name: 'Netherby & District "Teaching" PCT (fictional)', regionName: 'Sample Region' },
  due: new Date('2026-12-18T12:00:00Z'),
  issued: new Date('2026-11-02T09:00:00Z'),
  ...changes,
});

/** The content of such a workbook, common to all partners, as a register stores it. */
export function printedFor(instrument: Instrument, { stamp, partner, due, ...details }: IssueDetails): IssuedContent {
  const { lastRound } = details;
  const cells = issuedCells(instrument, {
    ...{ round: stamp.round, due, returnTo: details.returnTo, marking: details.marking },
    hasArea: partner.areaName !== undefined,
    hasRegion: partner.regionName !== undefined,
    lastRound: lastRound?.round,
    hasBranding: details.branding !== undefined,
  });
  return issuedContent(instrument, cells);
}
