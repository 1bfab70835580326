import { createHash } from 'node:crypto';
import type { OperationContext } from '../../../../src/operations/rounds/operationContext.ts';
import type { Partner } from '../../../../src/partners/partner.ts';
import { correctedPartners } from '../../../../src/rounds/issue/correctedPartners.ts';
import { issueWorkbooks } from '../../../../src/rounds/issue/issueWorkbooks.ts';
import { type PartnerStatus, roundStatus, roundsNamed } from '../../../../src/rounds/round/roundStatus.ts';
import { sampleInstrument } from '../../../sampleInstrument.ts';
import { emptyRegister } from '../../../tools/emptyRegister.ts';

export const partners: readonly Partner[] = [
  { code: 'A1', name: 'Ash', email: 'a1@ash.example' },
  { code: 'A2', name: 'Birch', email: 'a2@birch.example' },
  { code: 'A3', name: 'Cedar', email: 'a3@cedar.example' },
  { code: 'A4', name: 'Damson', email: 'a4@damson.example' },
];

/** A round in a register in memory, of which no workbook is written. */
export interface IssuedRound {
  readonly context: OperationContext;
  /** The time at which operations run; it can be changed. */
  readonly clock: { now: Date };
  /** Issues workbooks of another round, or again. */
  readonly issue: (round: string, due: string, list?: readonly Partner[], instrument?: string) => Promise<void>;
  /** A return of a partner, without answers. */
  readonly cameBack: (partner: string, received: string, round?: string) => Promise<number>;
  readonly status: (round?: string) => Promise<readonly PartnerStatus[]>;
  readonly close: () => Promise<void>;
}

/** Opens a register in memory, with round 2026 issued on 20 November and due on 18 December at noon. */
export async function openIssued(): Promise<IssuedRound> {
  const register = await emptyRegister();
  const clock = { now: new Date('2026-11-20T10:00:00Z') };
  const context = { register, instruments: [sampleInstrument], now: () => clock.now, by: 'jo' };
  let files = 0;
  const issue: IssuedRound['issue'] = async (round, due, list = partners, key = sampleInstrument.key) => {
    const instrument = { ...sampleInstrument, key };
    const corrected = await correctedPartners(register, { round, instrument: key }, list);
    await issueWorkbooks(register, {
      instrument,
      round,
      due: new Date(due),
      partners: corrected.partners,
      now: clock.now,
    });
  };
  await issue('2026', '2026-12-18T12:00:00Z');
  return {
    ...{ context, clock, issue },
    cameBack: async (partner, received, round = '2026') => {
      const { id: workbook } = await register.db
        .selectFrom('workbook')
        .select('id')
        .where((where) => where.and({ round, partner }))
        .executeTakeFirstOrThrow();
      files += 1;
      const received_at = new Date(received).toISOString();
      const bytes = Buffer.from(`file ${files}`);
      const file = createHash('sha256').update(bytes).digest('hex');
      const row = {
        sha256: file,
        name: `${partner}.xlsx`,
        bytes,
        received_at,
        encoding: 'plain',
        size: bytes.length,
      } as const;
      await register.db.insertInto('file').values(row).execute();
      const { id } = await register.db
        .insertInto('return')
        .values({ file, status: 'accepted', workbook, received_at, coverage: 0, band: 'not-scored' })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },
    status: async (name = '2026') => {
      const [round] = await roundsNamed(register, name);
      return round === undefined ? [] : roundStatus(register, round);
    },
    close: () => register.close(),
  };
}
