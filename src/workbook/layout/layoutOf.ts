import { itemFiguresIn, totalsIn } from '../../instrument/figures/compared.ts';
import { rowsTotalled } from '../../instrument/figures/totals.ts';
import { namedPart, namingField } from '../../instrument/model/namedPart.ts';
import type { Instrument, Section } from '../../instrument/model/schema.ts';
import {
  fieldsIn,
  isChoiceField,
  isChosenByLabel,
  isEntries,
  isItems,
  itemsOf,
  scoreFieldOf,
} from '../../instrument/model/traverse.ts';
import { plannedRows } from '../../scoring/plans/plannedRows.ts';
import { demandsOf, relationsOf, requirementsOn } from '../../scoring/plans/requirements.ts';
import type { Words } from '../../words/words.ts';
import { wordsOf } from '../../words/wordsOf.ts';
import type {
  BlockRows,
  ChecklistSheet,
  ChoiceColumn,
  CollectedSheet,
  EntriesSheet,
  ItemsSheet,
  Layout,
  ListColumn,
  PlannedSheet,
} from './layout.ts';
import { answersSheet, areasSheet, perspectivesSheet, scorecardSheet, workingsSheet } from './scorecardSheets.ts';
import { entriesSheet, itemsSheet } from './sectionSheets.ts';

export interface LayoutOptions {
  /** The words of a language; those of the instrument's language when absent. */
  readonly words?: Words | undefined;
  /** Whether to add room for the partner's answers in an earlier round. */
  readonly lastRound: boolean;
}

/** Lays out the workbook of an instrument. The same definition and options always give the same layout. */
export function layoutOf(instrument: Instrument, options: LayoutOptions = { lastRound: false }): Layout {
  const { words = wordsOf(instrument) } = options;
  const items = instrument.sections.flatMap((section) =>
    section.shape === 'items' ? [itemsSheet(words, instrument, section, options)] : [],
  );
  const entries = instrument.sections.flatMap((section) =>
    section.shape === 'entries' ? [entriesSheet(words, section)] : [],
  );
  const collected = collectedSheet(instrument, items, entries);
  const planned = plannedSheet(instrument, collected, entries);
  const answers = answersSheet(instrument, collected, planned, options);
  return {
    words,
    items,
    entries,
    scorecard: scorecardSheet(instrument, options),
    perspectives: perspectivesSheet(instrument, answers),
    areas: areasSheet(instrument),
    answers,
    workings: workingsSheet(instrument, items, options),
    collected,
    planned,
    checklist: checklistSheet(instrument, items, entries),
    actionPlan: { deadlineRow: 4, ...blockAt(5, planned.rows) },
    lists: listColumns(instrument),
    choices: choiceColumns(instrument),
    references: (instrument.references ?? []).map((reference) => ({ name: reference.shortTitle, reference })),
  };
}

/** Below title, note and the name of each list. */
const firstListRow = 4;

function listColumns(instrument: Instrument): readonly ListColumn[] {
  let next = 1;
  return instrument.scales.map((scale) => {
    const column = next;
    const levelColumn = isChosenByLabel(scale) ? column + 1 : column;
    next = levelColumn + 1;
    const labels = instrument.sections
      .map((section) => scoreFieldOf(section))
      .filter((field) => field?.scale === scale.key);
    const notApplicable = labels.find((field) => field?.notApplicable !== undefined)?.notApplicable?.label;
    const words = notApplicable === undefined ? {} : { notApplicable };
    return { scale, column, levelColumn, firstRow: firstListRow, ...words };
  });
}

function choiceColumns(instrument: Instrument): readonly ChoiceColumn[] {
  const first = 1 + Math.max(0, ...listColumns(instrument).map(({ levelColumn }) => levelColumn));
  return instrument.sections
    .flatMap((section) =>
      fieldsIn(section)
        .filter(isChoiceField)
        .map((field) => ({ section: section.key, field, firstRow: firstListRow })),
    )
    .map((choice, index) => ({ ...choice, column: first + index }));
}

function collectedSheet(
  instrument: Instrument,
  sheets: readonly ItemsSheet[],
  entries: readonly EntriesSheet[],
): CollectedSheet {
  const headerRow = 3;
  const rows = sheets.flatMap((items) => items.rows.map((row) => ({ ...row, items, itemRow: row.row })));
  // One column stays empty between the blocks.
  const [firstEntryColumn, firstRelation] = [9, 16];
  const relations = relationsOf(instrument).map((relation, index) => ({ relation, column: firstRelation + index }));
  const firstDemand = firstRelation + relations.length;
  const demands = demandsOf(instrument).map((demand, index) => ({ demand, column: firstDemand + index }));
  const firstRequirement = firstDemand + demands.length + 1;
  const partsOf = (some: readonly Section[], first: number): readonly number[] => {
    const maxRequirements = Math.max(0, ...some.map((section) => requirementsOn(instrument, section).length));
    const parts = Math.ceil(maxRequirements / requirementsInFormula);
    return Array.from({ length: parts > 1 ? parts : 0 }, (_, index) => first + index);
  };
  const itemParts = partsOf(instrument.sections.filter(isItems), firstRequirement + 3);
  const entryParts = partsOf(instrument.sections.filter(isEntries), firstRequirement + 3 + itemParts.length);
  const firstFigure = firstRequirement + 3 + itemParts.length + entryParts.length;
  const collectedRows = rows.map((row, index) => ({ ...row, row: headerRow + 1 + index }));
  const collectedEntries = stacked(entries, headerRow + 1, ({ rows: { length } }) => length).map(
    ({ of, firstRow }) => ({ sheet: of, firstRow }),
  );
  const totals = totalsIn(instrument).flatMap((total, index) => {
    const rowsOf = rowsTotalled(instrument, total.in);
    if (rowsOf === undefined) return [];
    const { title, section, items } = rowsOf;
    const meant = new Set(items.map(({ item }) => item.key));
    return [
      {
        ...{ total, title, section, row: headerRow + 1 + index, column: firstFigure + 1 + index },
        items: collectedRows.filter(({ item }) => meant.has(item.key)),
        entries: collectedEntries.find(({ sheet }) => sheet.section.key === section.key),
      },
    ];
  });
  return {
    headerRow,
    rows: collectedRows,
    entries: collectedEntries,
    requirements: stacked(
      instrument.sections.map((section) => ({
        section: section.key,
        requirements: requirementsOn(instrument, section),
      })),
      headerRow + 1,
      // A row stays empty below each: Gnumeric fails to find the only row of a range.
      ({ requirements: { length } }) => length + 1,
    ).map(({ of, firstRow }) => ({ ...of, firstRow })),
    totals,
    figures: itemFiguresIn(instrument).flatMap((figure, index) => {
      const of = collectedRows.find(({ item }) => item.key === figure.item);
      return of === undefined ? [] : [{ figure, of, row: headerRow + 1 + totals.length + index }];
    }),
    columns: {
      number: 1,
      question: 2,
      state: 3,
      items: { requirement: 4, parts: itemParts, toDo: 5, cell: 6, open: 7 },
      entrySheet: firstEntryColumn,
      entryNumber: firstEntryColumn + 1,
      entryOrder: firstEntryColumn + 2,
      entries: { requirement: 12, parts: entryParts, toDo: 13, cell: 14, open: 15 },
      relations,
      demands,
      toDo: firstRequirement,
      letter: firstRequirement + 1,
      figure: firstFigure,
    },
  };
}

function plannedSheet(
  instrument: Instrument,
  collected: CollectedSheet,
  entries: readonly EntriesSheet[],
): PlannedSheet {
  const headerRow = 3;
  const { items, lists, purposes } = plannedRows(instrument);
  const planned = new Map(items.map(({ item }) => [item.key, item]));
  const rows = collected.rows
    .filter(({ item }) => planned.has(item.key))
    .map((row, index) => ({ ...row, row: headerRow + 1 + index }));
  const sheets = entries.filter(({ section }) => lists.some(({ key }) => key === section.key));
  const firstPurpose = 4;
  const afterPurposes = firstPurpose + purposes.length;
  const naming = sheets.flatMap((list) => {
    const names = (namingField(list.section)?.options ?? []).flatMap((option) => {
      const part = namedPart(instrument, option);
      return part === undefined ? [] : [{ option, part }];
    });
    return names.length === 0 ? [] : [{ list, names }];
  });
  return {
    headerRow,
    firstRow: headerRow + 1,
    items: rows,
    lists: stacked(sheets, headerRow + 1 + rows.length, (sheet) => sheet.rows.length).map(({ of, firstRow }) => ({
      sheet: of,
      firstRow,
    })),
    names: stacked(naming, headerRow + 1, ({ names }) => names.length + 1).map(({ of, firstRow }) => ({
      ...of,
      firstRow,
    })),
    rows: sheets.reduce((sum, sheet) => sum + sheet.rows.length, rows.length),
    purposes,
    columns: {
      subject: { level: 1, reference: 2, about: 3 },
      firstPurpose,
      mark: afterPurposes,
      base: afterPurposes + 1,
      order: afterPurposes + 2,
      shown: afterPurposes + 3,
      giver: afterPurposes + 4,
      // One column stays empty between the blocks.
      name: afterPurposes + 6,
      nameNumber: afterPurposes + 7,
      nameBase: afterPurposes + 8,
      nameSubject: { level: afterPurposes + 9, reference: afterPurposes + 10, about: afterPurposes + 11 },
      deadline: afterPurposes + 13,
    },
  };
}

/**
 * Requirements that one formula checks: with long sheet names, more would exceed the 8,192 characters of a formula.
 */
export const requirementsInFormula = 16;

/** Stacks parts one below the other. */
function stacked<Part>(
  parts: readonly Part[],
  first: number,
  rowsOf: (part: Part) => number,
): readonly { readonly of: Part; readonly firstRow: number }[] {
  let next = first;
  return parts.map((of) => {
    const firstRow = next;
    next += rowsOf(of);
    return { of, firstRow };
  });
}

/** Rows of the list of rows to complete or correct; further ones appear when these are done. */
const maxOpenRows = 12;

function checklistSheet(
  instrument: Instrument,
  items: readonly ItemsSheet[],
  entries: readonly EntriesSheet[],
): ChecklistSheet {
  const required = instrument.sections
    .filter(isEntries)
    .map((section) => (section.required > 0 ? 1 : 0) + (section.mustInclude ?? []).length);
  const sheets = blockAt(4, items.length + entries.length);
  const questions = itemsOf(instrument).length;
  const needed = blockAt(
    sheets.lastRow + 2,
    required.reduce((sum, rows) => sum + rows, questions),
  );
  const rows = entries.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  return {
    sheets,
    needed,
    rows: rows === 0 ? undefined : blockAt(needed.lastRow + 2, Math.min(maxOpenRows, rows)),
  };
}

const blockAt = (titleRow: number, rows: number): BlockRows => ({
  titleRow,
  headerRow: titleRow + 1,
  firstRow: titleRow + 2,
  lastRow: titleRow + 1 + rows,
});
