import type { Partner } from '../../partners/partner.ts';
import { type StoredDetail, storedDetail } from '../../register/rows/storedDetails.ts';
import type { Issue } from './issue.ts';
import { lastRoundDetail } from './issueDetails.ts';
import { issuedCellsFor } from './loadIssuedContent.ts';

/** A partner's workbook, and the register's record of it. */
export interface WorkbookPlan {
  readonly partner: Partner;
  readonly branding: StoredDetail | undefined;
  readonly lastRound: StoredDetail | undefined;
  /** The contents of its sheets. */
  readonly content: StoredDetail;
}

/** Plans the contents of each partner's workbook besides the definition. */
export function planWorkbooks(issue: Issue): Promise<readonly WorkbookPlan[]> {
  const { instrument, round, due, returnTo, marking, lastRounds } = issue;
  const branding = issue.branding && storedDetail(issue.branding);
  return Promise.all(
    issue.partners.map(async (partner) => {
      const lastRound = lastRounds?.get(partner.code);
      const content = await issuedCellsFor(instrument, {
        ...{ round, due, returnTo, marking },
        hasArea: partner.areaName !== undefined,
        hasRegion: partner.regionName !== undefined,
        hasLastRound: lastRound !== undefined,
        hasBranding: branding !== undefined,
      });
      return { partner, branding, lastRound: lastRound && lastRoundDetail(lastRound), content };
    }),
  );
}
