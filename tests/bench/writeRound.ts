import { createHash } from 'node:crypto';
import { pctSelfAssessment as instrument } from '../../definitions/pct-self-assessment.ts';
import { recordInside } from '../../src/intake/recordReturn.ts';
import { openRegister } from '../../src/register/openRegister.ts';
import type { Register } from '../../src/register/tables/register.ts';
import type { PartnerResult } from '../../src/rollup/load/rollUp.ts';
import { issueWorkbooks } from '../../src/rounds/issue/issueWorkbooks.ts';
import { eachPartner } from '../rollup/largeRegion.ts';

export const round = '2026';
const due = new Date('2026-12-18T12:00:00Z');

/** Returns recorded in one transaction: writing them is not measured, and nothing has to survive a failure. */
const atOnce = 500;

/**
 * Writes a round of as many partners into a new register, and what those that have returned answered. Their files are a few
 * bytes: no command that is measured reads them.
 *
 * @param place Path of its file, or address of its database.
 */
export async function writeRound(place: string, size: number): Promise<null> {
  const register = await openRegister(place);
  const issued = await issueWorkbooks(register, {
    instrument,
    round,
    due,
    now: new Date('2026-11-02T09:00:00Z'),
    partners: Array.from(eachPartner(instrument, size), ({ partner }) => partner),
  });
  const workbooks = new Map(issued.map(({ partner, stamp }) => [partner.code, stamp.workbook]));
  let batch: PartnerResult[] = [];
  for (const partner of eachPartner(instrument, size)) {
    batch.push(partner);
    if (batch.length < atOnce) continue;
    await recordAll(register, workbooks, batch);
    batch = [];
  }
  await recordAll(register, workbooks, batch);
  await register.close();
  return null;
}

const recordAll = (
  register: Register,
  workbooks: ReadonlyMap<string, string>,
  partners: readonly PartnerResult[],
): Promise<void> =>
  register.db.transaction().execute(async (db) => {
    for (const { partner, counting, result } of partners) {
      const workbook = workbooks.get(partner.code);
      if (workbook === undefined || counting === undefined || result === undefined) continue;
      const bytes = Buffer.from(partner.code);
      const { received, band, coverage } = counting;
      await recordInside(
        { ...register, db },
        {
          name: `${partner.code}.xlsx`,
          ...{ bytes, sha256: createHash('sha256').update(bytes).digest('hex'), message: undefined },
          ...{ received, isStated: false, importedAt: received, accepted: false, refusedBefore: false },
        },
        { status: 'accepted', workbook, response: result.response, prints: [], coverage, band, findings: [] },
      );
    }
  });
