import { type Finding, finding } from '../../finding/index.ts';
import { fingerprint } from '../../instrument/model/fingerprint.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { responseRows } from '../../register/rows/answerRows.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { Register } from '../../register/tables/register.ts';
import { emptyResponse } from '../../response/response.ts';
import { type SentWording, sentInstrument } from '../../rounds/round/sentInstrument.ts';

/**
 * Checks that the outcome of each file is complete: an accepted return has an answer, possibly blank, for every field of
 * every item of the instrument that went out, and a refused one has none; findings are numbered without a gap.
 */
export async function checkReturns(register: Register, installed: readonly Instrument[]): Promise<readonly Finding[]> {
  const returns = await register.db
    .selectFrom('return')
    .leftJoin('workbook', 'workbook.id', 'return.workbook')
    .select(['return.id', 'return.status', 'return.workbook', 'return.band'])
    .select(['workbook.instrument', 'workbook.edition', 'workbook.fingerprint'])
    .orderBy('return.id')
    .execute();
  const findings: Finding[] = [];
  const expected = new Map<string, ReadonlySet<string>>();
  for (const { id, status, workbook, band, instrument, edition, fingerprint: wording } of returns) {
    const answers = await answersOf(register, id);
    const sent = { instrument: instrument ?? '', edition: edition ?? '', fingerprint: wording ?? '' };
    const asked = expected.get(sent.fingerprint) ?? (await answersAsked(register, installed, sent));
    expected.set(sent.fingerprint, asked);
    const missing = [...asked].filter((answer) => !answers.has(answer)).length;
    const incomplete = (problem: string): number => findings.push(finding('register.incomplete', {}, { id, problem }));
    if (status === 'refused' && answers.size > 0) incomplete(`it was refused, and has answers (${answers.size})`);
    if (status === 'accepted' && workbook === null) incomplete('it was accepted, and belongs to no workbook');
    if (status === 'accepted' && band === null) incomplete('it was accepted, and has no position');
    if (status === 'accepted' && answers.size === 0) incomplete('it was accepted, and has no answers');
    else if (status === 'accepted' && missing > 0) incomplete(`answers are missing: ${missing} of ${asked.size}`);
    if (await hasGap(register, id)) incomplete('some of its findings are missing');
  }
  return findings;
}

/** The keys of a return's answers to the items that it was asked, as `answersOf` gives them; none if they are unknown. */
async function answersAsked(
  register: Register,
  installed: readonly Instrument[],
  sent: SentWording,
): Promise<ReadonlySet<string>> {
  const instrument = await sentInstrument(register, installed, sent);
  if (instrument === undefined || fingerprint(instrument) !== sent.fingerprint) return new Set();
  return new Set(responseRows(0, emptyResponse(instrument)).map(placeOf));
}

const placeOf = ({ section, subject, field }: { section: string; subject: string; field: string }): string =>
  JSON.stringify([section, subject, field]);

async function answersOf({ db }: OpenDatabase, id: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('answer')
    .select(['section', 'subject', 'field'])
    .where('return_id', '=', id)
    .execute();
  return new Set(rows.map(placeOf));
}

/** The finding for another edition has a number below 0. It comes and goes as the round changes its edition. */
const firstNumbers: ReadonlySet<number> = new Set([-1, 0, 1]);

async function hasGap({ db }: OpenDatabase, id: number): Promise<boolean> {
  const { count, first, last } = await db
    .selectFrom('finding')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.min('position').as('first'),
      fn.max('position').as('last'),
    ])
    .where('return_id', '=', id)
    .executeTakeFirstOrThrow();
  return last !== null && !(firstNumbers.has(first) && last - first + 1 === count);
}
