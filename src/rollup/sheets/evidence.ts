import { isItems, scoreFieldOf } from '../../instrument/model/traverse.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { valuesOf } from '../../spreadsheet/plan/tableRows.ts';
import type { CitedEvidence } from '../figures/evidence.ts';
import { planTableSheet, type RollUpContent } from './parts/content.ts';

/** The sheet of evidence that partners cite, question by question. */
export function evidenceSheet(content: RollUpContent, evidence: Iterable<CitedEvidence>): SheetPlan {
  const isScored = content.rollUp.instrument.sections
    .filter(isItems)
    .some((section) => scoreFieldOf(section) !== undefined);
  return planTableSheet(content, {
    name: 'Evidence',
    title: 'Evidence that partners cite, by question',
    note: 'In the words of partners; if a question does not apply, their reason. Ctrl+F searches, and Ctrl+Shift+L adds filters to the table.',
    table: 'evidence',
    nameColumns: 2,
    columns: [
      { heading: 'Ref', role: 'reference', width: 9 },
      { heading: 'Question', role: 'text', width: 40 },
      { heading: 'Partner code', role: 'reference', width: 9 },
      { heading: 'Partner', role: 'text', width: 24 },
      ...(isScored ? [{ heading: 'Score', role: 'number' as const, width: 9 }] : []),
      { heading: 'Evidence', role: 'text', width: 74 },
    ],
    rows: valuesOf(evidence, ({ item, question, partner, scoreShown, evidence: text }) => [
      item,
      question,
      partner.code,
      partner.name,
      ...(isScored ? [scoreShown] : []),
      text,
    ]),
  });
}
