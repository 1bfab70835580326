import type { Instrument } from '../../instrument/model/schema.ts';
import { type Message, messagesOf } from '../../register/rows/messages.ts';
import { storedFindings } from '../../register/rows/storedFindings.ts';
import type { Register } from '../../register/tables/register.ts';
import type { Response } from '../../response/response.ts';
import { type Checklist, checklistOf } from '../../scoring/plans/checklist.ts';
import { correctionsOf } from '../../workbook/read/correctionsOf.ts';
import { findingsAsDecided } from '../returns/findingsAsDecided.ts';
import { loadResponses } from '../returns/loadResponses.ts';
import type { PartnerStatus, ReturnSummary, Round } from '../round/roundStatus.ts';

/** How far one partner has come in a round. */
export interface PartnerProgress extends PartnerStatus {
  /** With errors: something in the counting return could not be read. Incomplete: only answers are missing. */
  readonly progress: 'not returned' | 'with errors' | 'incomplete' | 'done';
  /** The counting return, and what is open in it. */
  readonly counted: { readonly response: Response; readonly checklist: Checklist } | undefined;
  /** The e-mails to this partner, earliest first. */
  readonly messages: readonly Message[];
}

/** The progress of partners of a round, in their order. */
export async function roundProgress(
  register: Register,
  round: Round,
  instrument: Instrument,
  statuses: readonly PartnerStatus[],
): Promise<readonly PartnerProgress[]> {
  const messages = await messagesOf(register, round);
  const ids = statuses.flatMap(({ counting }) => counting?.id ?? []);
  const responses = await loadResponses(register, instrument, ids);
  const all: PartnerProgress[] = [];
  for (const status of statuses) {
    const { counting, partner } = status;
    const response = responses.get(counting?.id ?? -1);
    const counted = response === undefined ? undefined : { response, checklist: checklistOf(instrument, response) };
    all.push({
      ...status,
      counted,
      messages: messages.filter((message) => message.partner === partner.code),
      progress:
        counting === undefined || counted === undefined
          ? 'not returned'
          : (await hasErrors(register, instrument, counting, counted.response))
            ? 'with errors'
            : counted.checklist.open > 0
              ? 'incomplete'
              : 'done',
    });
  }
  return all;
}

/** Only what the partner has to correct: not, for example, that a return is of another edition. */
async function hasErrors(
  register: Register,
  instrument: Instrument,
  { id, errors }: ReturnSummary,
  response: Response,
): Promise<boolean> {
  if (errors === 0) return false;
  const findings = await findingsAsDecided(register, id, await storedFindings(register, id));
  const corrections = correctionsOf(instrument, response, findings);
  return corrections.some(({ severity }) => severity === 'error');
}
