import type { WorkbookPlan } from '../spreadsheet/plan/sheetPlan.ts';
import { renderWorkbook } from '../spreadsheet/write/renderWorkbook.ts';
import { refuseIdentifying } from './disclosure/identifying.ts';
import type { TermRollUp } from './load/byTerm.ts';
import type { TermContent } from './sheets/parts/content.ts';
import { byTermSheet } from './sheets/terms/byTerm.ts';
import { byTermNotesSheet } from './sheets/terms/byTermNotes.ts';
import { sideBySideSheet } from './sheets/terms/sideBySide.ts';
import type { RollUpOptions } from './writeRollUp.ts';

/** Options of a roll-up by term. */
export type TermOptions = Pick<RollUpOptions, 'forPublication'>;

/**
 * Writes the workbook that compares different instruments, term by term. Returns the bytes of an .xlsx file. Equal input
 * gives equal bytes.
 *
 * @param made The time shown on the sheet Notes and in the document's properties.
 * @throws Refusal for anonymous roll-ups.
 */
export async function writeByTerm(rollUp: TermRollUp, made: Date, options: TermOptions = {}): Promise<Uint8Array> {
  return renderWorkbook(byTermPlan(rollUp, made, options));
}

/**
 * The same workbook as data.
 *
 * @throws Refusal for anonymous roll-ups.
 */
export function byTermPlan(rollUp: TermRollUp, made: Date, { forPublication }: TermOptions = {}): WorkbookPlan {
  const { round, vocabulary, title, rollUps } = rollUp;
  refuseIdentifying({ by: rollUps.some(({ anonymous }) => anonymous === true) });
  const markings = new Set(rollUps.flatMap(({ round: { marking } }) => marking ?? []));
  const content: TermContent = {
    rollUp,
    made,
    marking: markings.size === 0 ? undefined : [...markings].join(' / '),
    footer: `By ${vocabulary}, round ${round}`,
    forPublication: forPublication === true ? true : undefined,
  };
  return {
    title: `Roll-up of round ${round} by term: ${title}`,
    subject: 'Self-assessed, not validated',
    description: 'Answers to different instruments, compared by terms that they share.',
    keywords: [vocabulary, `round ${round}`],
    category: 'Roll-up by term',
    at: made,
    // The text around the figures is English, whatever the language of the instruments.
    language: 'en-GB',
    properties: new Map([
      ['Scorebook kind', 'roll-up'],
      ['Scorebook vocabulary', vocabulary],
      ['Scorebook round', round],
    ]),
    sheets: [sideBySideSheet(content), byTermSheet(content), byTermNotesSheet(content)],
    lockStructure: false,
    calculateOnOpening: false,
  };
}
