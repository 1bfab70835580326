import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Partner } from '../../partners/partner.ts';
import { writeLog } from '../../register/log/log.ts';
import { addWorkbookContent } from '../../register/rows/workbookContent.ts';
import type { Register } from '../../register/tables/register.ts';
import type { RegisterTables } from '../../register/tables/schema.ts';
import { storedTime } from '../../register/tables/storedTime.ts';
import { partnerConditions } from '../../scoring/conditions/withConditions.ts';
import { comparedWith, judgedBy } from '../../scoring/plans/lastRound.ts';
import { sealStamp } from '../../workbook/layout/stamp.ts';
import type { Issue, IssuedWorkbook } from './issue.ts';
import type { IssuePlan } from './planWorkbooks.ts';
import { workbookFileName } from './workbookFileName.ts';

/** Issues the workbook of one partner; one with the same wording and details is issued again. */
export async function issueOne(
  register: Register,
  issue: Issue,
  wording: string,
  plan: IssuePlan,
): Promise<IssuedWorkbook> {
  const { partner, content } = plan;
  const { db, sealKey } = register;
  const { instrument, round } = issue;
  const identity = {
    round,
    instrument: instrument.key,
    partner: partner.code,
    fingerprint: wording,
    details: detailsOf(issue, plan),
  };
  const known = await db
    .selectFrom('workbook')
    .select(['id', 'issued_at', 'file_name', 'sha256'])
    .where((where) => where.and(identity))
    .executeTakeFirst();
  const workbook = known ?? {
    id: randomUUID(),
    issued_at: issue.now.toISOString(),
    file_name: workbookFileName(
      ...[instrument.key, round, partner.code, ...(issue.correction === undefined ? [] : ['correction'])],
    ),
    sha256: null,
  };
  if (known === undefined) {
    const issue_order = await nextInOrder(db);
    await db
      .insertInto('workbook')
      .values({ ...identity, ...workbook, edition: instrument.edition, issue_order })
      .execute();
    await addWorkbookContent(register, workbook.id, content.digest);
    await logIssue(register, issue, 'issued', workbook.id, partner);
  } else if (!(await isLast(db, identity, workbook))) {
    const issue_order = await nextInOrder(db);
    await db.updateTable('workbook').set({ issue_order }).where('id', '=', workbook.id).execute();
    await logIssue(register, issue, 'issued again', workbook.id, partner);
  }
  const stamp = {
    instrument: instrument.key,
    edition: instrument.edition,
    fingerprint: identity.fingerprint,
    round,
    partner: partner.code,
    workbook: workbook.id,
  };
  return {
    partner,
    due: plan.due,
    stamp: sealStamp(stamp, sealKey),
    issued: storedTime(workbook.issued_at, `the time at which a workbook was issued to ${partner.code}`),
    fileName: workbook.file_name,
    sha256: workbook.sha256 ?? undefined,
    content: content.digest,
    lastRound: issue.lastRounds?.get(partner.code),
    given: issue.facts?.get(partner.code),
  };
}

async function nextInOrder(db: Kysely<RegisterTables>): Promise<number> {
  const { last } = await db
    .selectFrom('workbook')
    .select(({ fn }) => fn.max('issue_order').as('last'))
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** Whether no other workbook has replaced this one since. */
async function isLast(
  db: Kysely<RegisterTables>,
  { round, instrument, partner }: { readonly round: string; readonly instrument: string; readonly partner: string },
  { id, file_name }: { readonly id: string; readonly file_name: string },
): Promise<boolean> {
  const last = await db
    .selectFrom('workbook')
    .select('id')
    .where((where) => where.and({ round, instrument, partner, file_name }))
    .orderBy('issue_order', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.id === id;
}

const logIssue = (
  register: Register,
  { now }: Issue,
  what: string,
  workbook: string,
  { code }: Partner,
): Promise<void> =>
  writeLog(register, { at: now, what, details: `${code} ${workbook}`, about: ['workbook', workbook] });

/** The contents of the workbook besides the definition. */
const detailsOf = (issue: Issue, { partner, due, lastRound, given, branding }: IssuePlan): string =>
  JSON.stringify({
    due: due.toISOString(),
    returnTo: issue.returnTo,
    marking: issue.marking,
    name: partner.name,
    areaName: partner.areaName,
    regionName: partner.regionName,
    ...(partnerConditions(issue.instrument).length === 0 ? {} : { kind: partner.kind, regionCode: partner.regionCode }),
    nothingToJudge: nothingToJudgeIn(issue, partner),
    lastFigures: comparedWith(issue.instrument, issue.lastRounds?.get(partner.code)),
    lastRound: lastRound?.digest,
    given: given?.digest,
    branding: branding?.digest,
    correction: issue.correction,
  });

/** Undefined for none, as workbooks of earlier versions have it. */
function nothingToJudgeIn({ instrument, lastRounds }: Issue, { code }: Partner): readonly string[] | undefined {
  const { nothingToJudge = [] } = judgedBy(instrument, lastRounds?.get(code));
  return nothingToJudge.length === 0 ? undefined : nothingToJudge;
}
