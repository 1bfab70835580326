import { type Kysely, sql } from 'kysely';
import { parseInstrument } from '../../instrument/defineInstrument.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { returnCoverage } from '../../scoring/answeredQuestions.ts';
import { carryOver } from '../../scoring/editions/carryOver.ts';
import { responseFromRows } from '../rows/answerRows.ts';
import type { AnswerRow, RegisterTables } from '../tables/schema.ts';

/**
 * Until now the coverage of a return counted the questions of the scorecard only. Calculates it again over all questions, by
 * the round's present wording. Returns to a definition that the register does not hold stay unchanged.
 */
export async function coverAllQuestions(db: Kysely<RegisterTables>): Promise<void> {
  const definitions = await definitionsOf(db);
  const { rows: returns } = await sql<AcceptedReturn>`
    select "return".id, workbook.instrument || ' ' || workbook.fingerprint as sent,
      workbook.instrument || ' ' || coalesce(round.fingerprint, (
        select last.fingerprint from workbook as last
        where last.round = round.round and last.instrument = round.instrument and last.edition = round.edition
        order by last.issued_at desc limit 1), workbook.fingerprint) as now
    from "return" join workbook on workbook.id = "return".workbook
      join round on round.round = workbook.round and round.instrument = workbook.instrument
    where "return".status = 'accepted'`.execute(db);
  for (const { id, sent, now } of returns) {
    const [before, after] = [definitions(sent), definitions(now)];
    if (before === undefined || after === undefined) continue;
    const { rows } = await sql<AnswerRow>`select * from answer where return_id = ${id}`.execute(db);
    const read = responseFromRows(before, rows);
    const coverage = returnCoverage(after, before === after ? read : carryOver(before, after, read));
    await sql`update "return" set coverage = ${coverage ?? null} where id = ${id}`.execute(db);
  }
}

interface AcceptedReturn {
  readonly id: number;
  /** Instrument and fingerprint of the wording that went out. */
  readonly sent: string;
  /** The same of the round's present wording. */
  readonly now: string;
}

/** The definitions in the register, read on demand, by instrument and fingerprint. */
async function definitionsOf(db: Kysely<RegisterTables>): Promise<(wording: string) => Instrument | undefined> {
  const { rows } = await sql<{ wording: string; json: string }>`
    select instrument || ' ' || fingerprint as wording, json from definition`.execute(db);
  const texts = new Map(rows.map(({ wording, json }) => [wording, json]));
  const read = new Map<string, Instrument>();
  return (wording) => {
    const text = texts.get(wording);
    const known = read.get(wording) ?? (text === undefined ? undefined : parseInstrument(JSON.parse(text)));
    if (known !== undefined) read.set(wording, known);
    return known;
  };
}
