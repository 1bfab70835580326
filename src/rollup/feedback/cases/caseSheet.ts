import type { EntriesSection, Instrument, Priorities } from '../../../instrument/model/schema.ts';
import type { Round } from '../../../rounds/round/roundStatus.ts';
import { balanceWidths, type ColumnNeeds } from '../../../spreadsheet/plan/balanceWidths.ts';
import { planSheet } from '../../../spreadsheet/plan/planSheet.ts';
import {
  heightOf,
  keepTogether,
  pageHeight,
  printScale,
  type RowRange,
} from '../../../spreadsheet/plan/printedPage.ts';
import { cell, type SheetPart } from '../../../spreadsheet/plan/sheetParts.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { highestRow, lineWidth } from '../../../spreadsheet/style/rowHeight.ts';
import type { ReturnedResult } from '../../load/rollUp.ts';
import type { SheetMarks } from '../../sheets/parts/content.ts';
import { smallTable } from '../../sheets/parts/smallTable.ts';
import { type CaseForm, caseSections, partText } from './caseForms.ts';

/** What one partner returned about its own cases. Nothing of any other partner is in it. */
export interface OwnCases {
  readonly instrument: Instrument;
  readonly priorities: Priorities;
  readonly round: Round;
  readonly own: ReturnedResult;
}

/** A case with the name of its sheet and its number. */
export interface NamedForm {
  readonly form: CaseForm;
  readonly name: string;
  readonly number: number;
}

export const titleOf = (reference: string | undefined): string =>
  reference === undefined ? 'Rows without a case reference' : `Case ${reference}`;

/** The first row below title, note and marking. */
const firstRow = 5;
/** The share of its size at which text of 10 points is still legible in print: at 8. */
const smallestPrint = 0.8;
/** The pages that are tried: the characters of all columns together, which are legible so. */
const pages: readonly Page[] = [
  { characters: 156 },
  { characters: 176 },
  { characters: 188 },
  { orientation: 'portrait', characters: 120 },
  { orientation: 'portrait', characters: 128 },
];
const notFilledIn = 'Not filled in';

interface Page {
  /** Landscape if absent. */
  readonly orientation?: 'portrait';
  readonly characters: number;
}

/** A table of the page: the parts of rows of one section. */
interface CaseTable {
  readonly heading: string;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The page of one case: on one side of paper, if it can be read so, and otherwise on several. */
export function caseSheet(marks: SheetMarks, cases: OwnCases, named: NamedForm): SheetPlan {
  const tables = tablesOf(cases, named.form);
  const [first, ...others] = pages.map((page) => planCase(marks, cases, named, tables, page));
  if (first === undefined) throw new Error('There are pages');
  const best = others.reduce((one, other) => (wholeScale(other) > wholeScale(one) ? other : one), first);
  const { print } = best.plan;
  if (print !== undefined && wholeScale(best) >= smallestPrint) return { ...best.plan, print: { ...print, pages: 1 } };
  return minPages(onSeveral(first), others.map(onSeveral));
}

const onSeveral = ({ plan, ranges }: PlannedCase): SheetPlan =>
  keepTogether(plan, undefined, [{ firstRow: 1, lastRow: firstRow - 1 }, ...ranges]);

function minPages(first: SheetPlan, others: readonly SheetPlan[]): SheetPlan {
  const breaksOf = ({ print }: SheetPlan): number => print?.breaks.length ?? 0;
  return others.reduce((one, other) => (breaksOf(other) < breaksOf(one) ? other : one), first);
}

/** The share of its size at which the whole case is printed on one side. */
const wholeScale = ({ plan, lastRow }: PlannedCase): number =>
  Math.min(printScale(plan), (pageHeight(plan) * printScale(plan)) / heightOf(plan, 1, lastRow));

/** For each row that others belong to, a table of its parts and a table of those of the others. */
function tablesOf({ instrument, priorities }: OwnCases, { blocks }: CaseForm): readonly CaseTable[] {
  const { section, owner } = caseSections(instrument, priorities);
  const table = (heading: string, of: EntriesSection, rows: CaseForm['blocks'][number]['rows']): CaseTable[] => {
    const form = (priorities.form ?? []).filter((part) => part.section === of.key);
    if (rows.length === 0 || form.length === 0) return [];
    const texts = rows.map(({ answers }) =>
      form.map(({ fields }) => partText(instrument, of, fields, answers) ?? notFilledIn),
    );
    return [{ heading, titles: form.map(({ title }) => title), rows: texts }];
  };
  return blocks.flatMap(({ owner: one, rows }, index) => {
    const belongs = one === undefined && owner !== undefined ? ` without a row on the sheet ${owner.shortTitle}` : '';
    return [
      ...(one === undefined || owner === undefined ? [] : table(`${owner.title} ${index + 1}`, owner, [one])),
      ...table(`${section.title}${belongs}`, section, rows),
    ];
  });
}

/** Tables below each other share their columns, in which no word of a heading is broken. */
function columnsOf(tables: readonly CaseTable[], max: number): readonly ColumnNeeds[] {
  const count = Math.max(0, ...tables.map(({ titles }) => titles.length));
  return Array.from({ length: count }, (_, index) => {
    const words = tables.flatMap(({ titles }) => titles[index]?.split(/[\s-]+/) ?? []);
    return {
      min: Math.max(narrowest, ...words.map((word) => Math.ceil(lineWidth(word, 10) * boldness))),
      max,
      texts: tables.flatMap(({ titles, rows }) => [titles, ...rows].map((row) => row[index] ?? '')),
    };
  });
}

/** In characters. */
const narrowest = 11;
/** Headings are bold. */
const boldness = 1.08;

interface PlannedCase {
  readonly plan: SheetPlan;
  /** The rows of each table with its heading. */
  readonly ranges: readonly RowRange[];
  readonly lastRow: number;
}

function planCase(
  marks: SheetMarks,
  { own, round }: OwnCases,
  { form: { reference }, name, number }: NamedForm,
  tables: readonly CaseTable[],
  { characters, ...orientation }: Page,
): PlannedCase {
  const widths = balanceWidths(columnsOf(tables, characters), characters, highestRow);
  const parts: SheetPart[] = [];
  const ranges: RowRange[] = [];
  let row = firstRow;
  for (const { heading, titles, rows } of tables) {
    const table = {
      ...{ name: `case_${number}_${ranges.length + 1}`, row: row + 1 },
      columns: titles.map((title, index) => ({ heading: title, role: 'text' as const, width: widths[index] ?? 9 })),
      rows,
    };
    parts.push({ cells: [cell(row, 1, heading, 'heading')] }, ...smallTable(table));
    ranges.push({ firstRow: row, lastRow: row + 1 + rows.length });
    row += rows.length + 3;
  }
  const plan = planSheet(
    {
      ...{ name, title: titleOf(reference), widths, zoom: 100, tabColour: 'result', ...orientation },
      note: `What ${own.partner.name} returned in round ${round.round}. It is about one child: store it like the record of the child.`,
      ...marks,
    },
    parts,
  );
  return { plan, ranges, lastRow: ranges.at(-1)?.lastRow ?? firstRow };
}
