import type { EntriesSection, Instrument, Priorities } from '../../../instrument/model/schema.ts';
import type { Round } from '../../../rounds/round/roundStatus.ts';
import { planSheet } from '../../../spreadsheet/plan/planSheet.ts';
import { heightOf, keepTogether, pageHeight, type RowRange } from '../../../spreadsheet/plan/printedPage.ts';
import { cell, type SheetPart } from '../../../spreadsheet/plan/sheetParts.ts';
import type { SheetPlan, WorkbookPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { renderWorkbook } from '../../../spreadsheet/write/renderWorkbook.ts';
import { sheetNameProblem } from '../../../workbook/layout/checkFit.ts';
import { type ReturnedResult, type RollUp, returned } from '../../load/rollUp.ts';
import { planTableSheet, type SheetMarks } from '../../sheets/parts/content.ts';
import { linkTo } from '../../sheets/parts/formulas.ts';
import { smallTable } from '../../sheets/parts/smallTable.ts';
import { feedbackMarks, feedbackWorkbook } from '../feedbackWorkbook.ts';
import { type CaseForm, caseForms, caseSections, hasLongText, partText } from './caseForms.ts';

/** What one partner returned about its own cases. Nothing of any other partner is in it. */
export interface OwnCases {
  readonly instrument: Instrument;
  readonly priorities: Priorities;
  readonly round: Round;
  readonly own: ReturnedResult;
}

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

/** A case with the name of its sheet and its number. */
interface NamedForm {
  readonly form: CaseForm;
  readonly name: string;
  readonly number: number;
}

const titleOf = (reference: string | undefined): string =>
  reference === undefined ? 'Rows without a case reference' : `Case ${reference}`;

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

/** Characters of all columns together that are legible on A4. */
const allWidths = 156;
/** The first row below title, note and marking. */
const firstRow = 5;
/** The share of its size at which a page is still printed whole. */
const smallestPrint = 0.9;
const notFilledIn = 'Not filled in';

/** The page of one case: for each row that others belong to, a table of its parts and a table of those of the others. */
function caseSheet(
  marks: SheetMarks,
  { instrument, priorities, own, round }: OwnCases,
  { form: { reference, blocks }, name, number }: NamedForm,
): SheetPlan {
  const { section, owner } = caseSections(instrument, priorities);
  const partsOf = ({ key }: EntriesSection): NonNullable<Priorities['form']> =>
    (priorities.form ?? []).filter((part) => part.section === key);
  const widths = widthsOf((owner === undefined ? [section] : [owner, section]).map((of) => [of, partsOf(of)]));
  const parts: SheetPart[] = [];
  const ranges: RowRange[] = [];
  let row = firstRow;
  const add = (heading: string, of: EntriesSection, rows: CaseForm['blocks'][number]['rows']): void => {
    const form = partsOf(of);
    if (rows.length === 0 || form.length === 0) return;
    const table = {
      ...{ name: `case_${number}_${ranges.length + 1}`, row: row + 1 },
      columns: form.map(({ title }, index) => ({ heading: title, role: 'text' as const, width: widths[index] ?? 9 })),
      rows: rows.map(({ answers }) =>
        form.map(({ fields }) => partText(instrument, of, fields, answers) ?? notFilledIn),
      ),
    };
    parts.push({ cells: [cell(row, 1, heading, 'heading')] }, ...smallTable(table));
    ranges.push({ firstRow: row, lastRow: row + 1 + rows.length });
    row += rows.length + 3;
  };
  blocks.forEach(({ owner: one, rows }, index) => {
    if (one !== undefined && owner !== undefined) add(`${owner.title} ${index + 1}`, owner, [one]);
    const belongs = one === undefined && owner !== undefined ? ` without a row on the sheet ${owner.shortTitle}` : '';
    add(`${section.title}${belongs}`, section, rows);
  });
  const title = titleOf(reference);
  const plan = planSheet(
    {
      ...{ name, title, widths, zoom: 100, tabColour: 'result' },
      note: `What ${own.partner.name} returned in round ${round.round}. It is about one child: store it like the record of the child.`,
      ...marks,
    },
    parts,
  );
  const { print } = plan;
  // Text of 10 points is printed at 9 at least.
  if (print !== undefined && heightOf(plan, 1, row) <= pageHeight(plan) / smallestPrint)
    return { ...plan, print: { ...print, pages: 1 } };
  return keepTogether(plan, undefined, [{ firstRow: 1, lastRow: firstRow - 1 }, ...ranges]);
}

/** The tables share their columns; one that has long text in any of them is twice as wide as the others. */
function widthsOf(tables: readonly (readonly [EntriesSection, NonNullable<Priorities['form']>])[]): readonly number[] {
  const columns = Math.max(...tables.map(([, form]) => form.length));
  const shares = Array.from({ length: columns }, (_, index) =>
    tables.some(([of, form]) => hasLongText(of, form[index]?.fields ?? [])) ? 2 : 1,
  );
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((allWidths * share) / all));
}
