import type { AgreedScore } from '../../partners/agreedScore.ts';
import { answered, blank, notApplicable } from '../../response/response.ts';
import { writeLog } from '../log/log.ts';
import type { OpenDatabase } from '../tables/openDatabase.ts';
import type { Register } from '../tables/register.ts';
import type { RegisterTables } from '../tables/schema.ts';

type AgreementRow = Omit<RegisterTables['agreement'], 'id'>;
type RoundKey = Pick<AgreementRow, 'round' | 'instrument'>;

/** The changes by a list that was recorded, as numbers of scores. */
export interface RecordedScores {
  readonly recorded: number;
  /** Replacing an earlier score, which stays in the register. */
  readonly changed: number;
  readonly withdrawn: number;
  /** Already recorded, word for word. */
  readonly unchanged: number;
}

/** Records agreed scores in one transaction. Recording the same again changes nothing. */
export async function recordAgreedScores(
  register: Register,
  { round, instrument }: RoundKey,
  scores: readonly AgreedScore[],
  now: Date,
): Promise<RecordedScores> {
  const counts = { recorded: 0, changed: 0, withdrawn: 0, unchanged: 0 };
  await register.db.transaction().execute(async (db) => {
    const inside = { ...register, db };
    const before = new Map((await agreedScores(inside, { round, instrument })).map((last) => [keyOf(last), last]));
    for (const score of scores) {
      const last = before.get(keyOf(score));
      const outcome = outcomeOf(score, last);
      counts[outcome] += 1;
      if (outcome === 'unchanged') continue;
      const row = { round, instrument, ...rowOf(score), recorded_at: now.toISOString() };
      const { id } = await db.insertInto('agreement').values(row).returning('id').executeTakeFirstOrThrow();
      const details = `${round} ${instrument} ${score.area} ${score.item}`;
      const what = outcome === 'withdrawn' ? 'agreement withdrawn' : 'agreed';
      await writeLog(inside, { at: now, what, details, about: ['agreement', id] });
    }
  });
  return counts;
}

/** For each area and question of a round, the score recorded last, unless it was withdrawn. */
export async function agreedScores(
  { db }: OpenDatabase,
  { round, instrument }: RoundKey,
): Promise<readonly AgreedScore[]> {
  const rows = await db
    .selectFrom('agreement')
    .selectAll()
    .where('round', '=', round)
    .where('instrument', '=', instrument)
    .orderBy('id')
    .execute();
  const last = new Map(rows.map(scoreOf).map((score) => [keyOf(score), score]));
  return [...last.values()].filter(({ answer }) => answer.state !== 'blank');
}

const keyOf = ({ area, item }: AgreedScore): string => JSON.stringify([area, item]);

function outcomeOf(score: AgreedScore, last: AgreedScore | undefined): keyof RecordedScores {
  if (score.answer.state === 'blank') return last === undefined ? 'unchanged' : 'withdrawn';
  if (last === undefined) return 'recorded';
  return JSON.stringify(rowOf(score)) === JSON.stringify(rowOf(last)) ? 'unchanged' : 'changed';
}

function rowOf({ area, item, answer, on, present }: AgreedScore): Omit<AgreementRow, keyof RoundKey | 'recorded_at'> {
  return {
    area,
    item,
    state: answer.state === 'answered' || answer.state === 'not-applicable' ? answer.state : 'withdrawn',
    level: answer.state === 'answered' ? Number(answer.value) : null,
    agreed_on: on,
    present,
  };
}

function scoreOf({ area, item, state, level, agreed_on: on, present }: AgreementRow): AgreedScore {
  const given = state === 'answered' ? answered(level ?? 0) : blank;
  return { area, item, answer: state === 'not-applicable' ? notApplicable : given, on, present };
}
