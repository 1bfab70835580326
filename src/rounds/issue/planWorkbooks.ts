import type { Partner } from '../../partners/partner.ts';
import { type StoredDetail, storedDetail } from '../../register/rows/storedDetails.ts';
import { factsAsResponse } from '../../scoring/plans/givenFacts.ts';
import { extendEntryRows } from '../../workbook/layout/extendEntryRows.ts';
import { factsDetail } from './givenFacts.ts';
import type { Issue } from './issue.ts';
import { lastRoundDetail } from './issueDetails.ts';
import { issuedCellsFor } from './loadIssuedContent.ts';

/** A partner's workbook, and the register's record of it. */
export interface IssuePlan {
  readonly partner: Partner;
  /** The partner's deadline. */
  readonly due: Date;
  readonly branding: StoredDetail | undefined;
  readonly lastRound: StoredDetail | undefined;
  readonly given: StoredDetail | undefined;
  /** The contents of its sheets. */
  readonly content: StoredDetail;
}

/** Plans the contents of each partner's workbook besides the definition. */
export function planWorkbooks(issue: Issue): readonly IssuePlan[] {
  const { instrument, round, returnTo, marking, lastRounds } = issue;
  const branding = issue.branding && storedDetail(issue.branding);
  return issue.partners.map((partner) => {
    const lastRound = lastRounds?.get(partner.code);
    const due = issue.dues?.get(partner.code) ?? issue.due;
    const facts = issue.facts?.get(partner.code);
    const answers = issue.known?.get(partner.code) ?? factsAsResponse(instrument, facts);
    const content = issuedCellsFor(extendEntryRows(instrument, answers), {
      ...{ round, due, returnTo, marking, lastRound: lastRound?.round },
      hasArea: partner.areaName !== undefined,
      hasRegion: partner.regionName !== undefined,
      hasBranding: branding !== undefined,
    });
    const given = factsDetail(facts);
    return { partner, due, branding, lastRound: lastRound && lastRoundDetail(instrument, lastRound), given, content };
  });
}
