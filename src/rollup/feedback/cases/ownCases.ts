import type { SheetPlan, WorkbookPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { renderWorkbook } from '../../../spreadsheet/write/renderWorkbook.ts';
import { sheetNameProblem } from '../../../workbook/layout/checkFit.ts';
import { type RollUp, returned } from '../../load/rollUp.ts';
import { planTableSheet, type SheetMarks } from '../../sheets/parts/content.ts';
import { linkTo } from '../../sheets/parts/formulas.ts';
import { feedbackMarks, feedbackWorkbook } from '../feedbackWorkbook.ts';
import { type CaseForm, caseForms, caseSections } from './caseForms.ts';
import { caseSheet, type NamedForm, type OwnCases, titleOf } from './caseSheet.ts';

/** The cases of every partner that returned; none if the instrument has no form for a case. */
export function ownCasesOf(rollUp: RollUp): readonly OwnCases[] {
  const { instrument, round } = rollUp;
  const { priorities } = instrument;
  if (priorities?.form === undefined) return [];
  return returned(rollUp).map((own) => ({ instrument, priorities, round, own }));
}

/**
 * The workbook of one partner with a page for each of its cases, as the bytes of an .xlsx file. Equal input gives equal
 * bytes.
 */
export const writeOwnCases = (cases: OwnCases, made: Date): Promise<Uint8Array> =>
  renderWorkbook(ownCasesPlan(cases, made));

/** The same workbook as data. */
export function ownCasesPlan(cases: OwnCases, made: Date): WorkbookPlan {
  const { instrument, priorities, round, own } = cases;
  const marks = feedbackMarks(cases);
  const taken = new Set(['contents']);
  const forms = caseForms(instrument, priorities, own.result.response).map((form, index) => ({
    ...{ form, name: sheetNameOf(form, index, taken), number: index + 1 },
  }));
  return feedbackWorkbook(cases, made, {
    title: `Cases of ${own.partner.name} in round ${round.round}: ${instrument.title}`,
    subject: 'A page for each case',
    description: `What ${own.partner.name} returned about each of its cases.`,
    sheets: [contentsSheet(marks, cases, forms), ...forms.map((one) => caseSheet(marks, cases, one))],
  });
}

function contentsSheet(
  marks: SheetMarks,
  { instrument, priorities, own, round }: OwnCases,
  forms: readonly NamedForm[],
): SheetPlan {
  const { section, owner } = caseSections(instrument, priorities);
  const counted = owner === undefined ? [section] : [owner, section];
  return planTableSheet(marks, {
    ...{ name: 'Contents', table: 'contents', tabColour: 'read' },
    title: `Your cases: ${own.partner.name}`,
    note: `A page for each case in your return of round ${round.round}. Click a case to go to its page.`,
    columns: [
      { heading: 'Case', role: 'link', width: 40 },
      ...counted.map(({ shortTitle }) => ({ heading: shortTitle, role: 'number' as const, width: 14 })),
    ],
    rows: forms.map(({ form: { reference, blocks }, name }) => [
      linkTo(name, 1, 1, titleOf(reference)),
      ...(owner === undefined ? [] : [blocks.filter((block) => block.owner !== undefined).length]),
      blocks.reduce((sum, { rows }) => sum + rows.length, 0),
    ]),
  });
}

/** The reference, if it can be the name of a sheet. */
function sheetNameOf({ reference }: CaseForm, index: number, taken: Set<string>): string {
  const isUsable = reference !== undefined && sheetNameProblem(reference, taken) === undefined;
  const wanted = isUsable ? reference : `Case ${index + 1}`;
  let name = wanted;
  // A partner may have a reference such as Case 2 for another case.
  for (let more = 2; taken.has(name.toLowerCase()); more += 1) name = `${wanted} (${more})`;
  taken.add(name.toLowerCase());
  return name;
}
