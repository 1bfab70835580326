import { fingerprint } from '../../instrument/model/fingerprint.ts';
import { storeDetails } from '../../register/rows/storedDetails.ts';
import type { Register } from '../../register/tables/register.ts';
import { rescoreReturns } from '../returns/rescoreReturns.ts';
import type { Issue, IssuedWorkbook } from './issue.ts';
import { issueOne } from './issueOne.ts';
import { planWorkbooks } from './planWorkbooks.ts';
import { checkCase, markUnlisted, namePlaces, savePartner } from './savePartners.ts';
import { hasOtherWordings, saveExtensions, saveRound, storeDefinition } from './saveRound.ts';

/**
 * Registers a workbook for each partner, in one transaction. A partner who has one with the same wording and details
 * keeps it, so that running again changes nothing; otherwise another is issued, and both can be returned. One that was
 * issued before others counts as the last again.
 *
 * @throws FindingsError when a code differs only in capitals from one of the round.
 */
export async function issueWorkbooks(register: Register, issue: Issue): Promise<readonly IssuedWorkbook[]> {
  const issued: IssuedWorkbook[] = [];
  const plans = planWorkbooks(issue);
  await register.db.transaction().execute(async (transaction) => {
    const wording = fingerprint(issue.instrument);
    await checkCase(transaction, issue);
    const inside = { ...register, db: transaction };
    if (issue.correction === undefined) await saveRound(inside, issue, wording);
    await saveExtensions(inside, issue);
    await storeDefinition(transaction, issue.instrument, wording);
    await storeDetails(
      { db: transaction },
      plans.flatMap(({ branding, lastRound, given, content }) =>
        [branding ?? [], lastRound ?? [], given ?? [], content].flat(),
      ),
    );
    for (const plan of plans) {
      await savePartner(inside, issue, plan.partner);
      issued.push(await issueOne(inside, issue, wording, plan));
    }
    await namePlaces(inside, issue);
    if (issue.list !== undefined) await markUnlisted(inside, issue, issue.list);
    if (await hasOtherWordings(transaction, issue, wording)) {
      await rescoreReturns(inside, issue.round, issue.instrument, issue.now);
    }
  });
  return issued;
}
