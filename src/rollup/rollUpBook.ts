import type { Instrument } from '../instrument/model/schema.ts';
import type { Round } from '../rounds/round/roundStatus.ts';
import type { SheetPlan, WorkbookPlan } from '../spreadsheet/plan/sheetPlan.ts';
import { contentsSheet } from './sheets/contents.ts';
import type { SheetMarks } from './sheets/parts/content.ts';

interface RollUpBook extends SheetMarks {
  readonly rollUp: { readonly instrument: Instrument; readonly round: Round };
  /** The time at which the roll-up is made. */
  readonly made: Date;
  readonly scope: string | undefined;
}

/** What is printed below each sheet of a roll-up. */
export const footerOf = ({ instrument, round }: Round, scope: string | undefined): string =>
  `${instrument}, round ${round}${scope === undefined ? '' : `, ${scope}`}`;

/**
 * The workbook of a roll-up: the board's page, a list of the sheets, the notes, then the figures.
 *
 * @param description What the figures show, for the properties of the document.
 */
export function rollUpBook(
  content: RollUpBook,
  description: string,
  board: SheetPlan,
  notes: SheetPlan,
  figures: readonly SheetPlan[],
): WorkbookPlan {
  const { made, scope } = content;
  const { instrument, round } = content.rollUp;
  return {
    title: `Roll-up of round ${round.round}: ${instrument.title}`,
    subject: 'Self-assessed, not validated',
    description,
    keywords: [instrument.key, `round ${round.round}`, ...(scope === undefined ? [] : [scope])],
    category: 'Roll-up',
    at: made,
    language: instrument.language,
    properties: new Map([
      ['Scorebook kind', 'roll-up'],
      ['Scorebook instrument', instrument.key],
      ['Scorebook round', round.round],
    ]),
    sheets: [board, contentsSheet(content, [board, notes, ...figures]), notes, ...figures],
    lockStructure: false,
    calculateOnOpening: false,
  };
}
