import type { Instrument } from '../../src/instrument/model/schema.ts';
import { recordReturn } from '../../src/intake/record/recordReturn.ts';
import type { Partner } from '../../src/partners/partner.ts';
import type { Register } from '../../src/register/tables/register.ts';
import type { Answer } from '../../src/response/response.ts';
import { issueWorkbooks } from '../../src/rounds/issue/issueWorkbooks.ts';
import { scorecardOf } from '../../src/scoring/scorecard.ts';
import { responseWith } from '../tools/responseWith.ts';

/**
 * Sends out round 2026, and records what partners answered, without their workbooks. Every third partner is late.
 *
 * @param answers In the order of the partners, as `responseWith` takes them; undefined for those that returned nothing.
 */
export async function answerRound(
  register: Register,
  instrument: Instrument,
  partners: readonly Partner[],
  answers: readonly (Readonly<Record<string, Answer>> | undefined)[],
): Promise<void> {
  const now = new Date('2026-11-02T09:00:00Z');
  const due = new Date('2026-12-18T12:00:00Z');
  const issued = await issueWorkbooks(register, { instrument, round: '2026', due, now, partners });
  for (const [index, { stamp }] of issued.entries()) {
    const own = answers[index];
    if (own === undefined) continue;
    const response = responseWith(instrument, own);
    const { band, coverage } = scorecardOf(instrument, response).overall;
    const received = new Date(index % 3 === 0 ? '2026-12-19T10:00:00Z' : '2026-12-17T10:00:00Z');
    await recordReturn(
      register,
      {
        ...{ name: `${index}.xlsx`, bytes: Buffer.from(`${index}`), sha256: `${instrument.edition} ${index}` },
        ...{ received, isStated: false, importedAt: received, accepted: false, refusedBefore: false },
        message: undefined,
      },
      { status: 'accepted', workbook: stamp.workbook, response, prints: [], coverage, band, findings: [] },
    );
  }
}
