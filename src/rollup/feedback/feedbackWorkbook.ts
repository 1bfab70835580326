import type { Instrument } from '../../instrument/model/schema.ts';
import type { Partner } from '../../partners/partner.ts';
import type { Round } from '../../rounds/round/roundStatus.ts';
import type { WorkbookPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import type { SheetMarks } from '../sheets/parts/content.ts';

/** What is sent back to one partner. */
export interface SentBack {
  readonly instrument: Instrument;
  readonly round: Round;
  readonly own: { readonly partner: Partner };
}

/** What is on every sheet of it. */
export const feedbackMarks = ({ round, own }: SentBack): SheetMarks => ({
  marking: round.marking,
  footer: `${own.partner.code}: ${round.instrument}, round ${round.round}`,
});

/** A workbook that is sent back to one partner. */
export const feedbackWorkbook = (
  { instrument, round, own }: SentBack,
  at: Date,
  said: Pick<WorkbookPlan, 'title' | 'subject' | 'description' | 'sheets'>,
): WorkbookPlan => ({
  ...said,
  keywords: [instrument.key, `round ${round.round}`, own.partner.code],
  category: 'Feedback',
  at,
  language: instrument.language,
  properties: new Map([
    ['Scorebook kind', 'feedback'],
    ['Scorebook instrument', instrument.key],
    ['Scorebook round', round.round],
    ['Scorebook partner', own.partner.code],
  ]),
  lockStructure: false,
  calculateOnOpening: false,
});
