import { givenTo, isScoreField } from '../../instrument/model/traverse.ts';
import { blank } from '../../response/response.ts';
import { noFacts } from '../../scoring/plans/givenFacts.ts';
import { address, fixed } from '../../spreadsheet/model/address.ts';
import { withMinHeight, withRoomFor } from '../../spreadsheet/plan/rowHeights.ts';
import { cell, colourWhen, resultCell, type SheetPart, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import type { Words } from '../../words/words.ts';
import {
  fieldColours,
  fieldConditionCells,
  longestFieldConditions,
  sheetConditionCells,
} from '../calculations/askedFields.ts';
import { fieldNotAsked } from '../calculations/fieldNotAsked.ts';
import { entriesWidths } from '../columns/columnWidths.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type EntriesSheet, entryName, plainName } from '../layout/layout.ts';
import { sectionLinks } from '../layout/sectionLinks.ts';
import { levelRules } from '../parts/bands.ts';
import { opensAt } from '../parts/firstOpen.ts';
import { inputCell } from '../parts/inputCell.ts';
import { linksLine } from '../parts/linksLine.ts';
import { columnRange, listOf } from '../parts/listCells.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
import { checkMarks, requiredMarks } from '../parts/requiredMarks.ts';
import { type SheetHeader, sheetHeader } from '../parts/sheetHeader.ts';
import { givenColours, givenText } from './givenColumn.ts';

/** Empty rows that are printed for people who write by hand. */
const printedRows = 10;

/** The sheet of a section with rows that the partner adds. */
export function entriesSheet(content: WorkbookContent, layout: EntriesSheet): SheetPlan {
  const { section, linksRow, headerRow, columns, rows } = layout;
  const widths = entriesWidths(section, columns);
  const cells = entryCells(content, layout);
  const plan = planSheetFor(
    content,
    {
      name: layout.name,
      ...entriesHead(content.words, layout),
      widths,
      headerRow,
      corner: { row: 1, column: columns.length },
      frozen: { rows: headerRow, columns: 1 },
      zoom: 100,
      tabColour: 'fill in',
      ...opensAt(cells),
      ...(rows.length <= printedRows
        ? {}
        : { filled: { column: 2, lastColumn: columns.length, fromRow: headerRow + printedRows + 1 } }),
    },
    [
      tableHeadings({
        name: plainName(`entries_${section.key}`),
        row: headerRow,
        headings: columns.map((column) => column.heading),
        rows: rows.length,
      }),
      { cells: [...cells, ...sheetConditionCells(content, layout), ...fieldConditionCells(content, layout)] },
      ...rowColours(content, layout),
      { cells: linksLine(sectionLinks(content.layout, layout.name), linksRow, widths, 0) },
    ],
  );
  const roomy = withRoomFor(plan, longestFieldConditions(content, layout));
  return withMinHeight(roomy, headerRow + 1, headerRow + rows.length, lowestRow);
}

/** Points in which people write by hand. */
const lowestRow = 20;

function entryCells(content: WorkbookContent, { section, columns, rows }: EntriesSheet): readonly PlannedCell[] {
  const { instrument, given = noFacts } = content;
  const known = new Map(content.response.entries.get(section.key)?.map(({ entry, answers }) => [entry, answers]));
  return rows.flatMap((row, index) => {
    const entry = index + 1;
    return columns.map(({ column, content: shown }): PlannedCell => {
      if (shown.is === 'given') {
        const text = givenText(instrument, given, { section: section.key, entry }, section.fields);
        return resultCell(row, column, text, 'text');
      }
      if (shown.is !== 'field') return cell(row, column, String(entry), 'reference');
      return inputCell(content, shown.field, known.get(entry)?.get(shown.field.key) ?? blank, {
        row,
        column,
        name: entryName(section.key, entry, shown.field.key),
        section,
        columns,
        subject: { reference: String(entry), entry: section.entry },
        hasWords: false,
        source: givenTo(shown.field),
      });
    });
  });
}

/** Levels colour their cells, and fields that another answer makes required are marked until they are filled in. */
function rowColours(content: WorkbookContent, sheet: EntriesSheet): readonly SheetPart[] {
  const { layout } = content;
  const { section, columns, rows } = sheet;
  const [first = 0, last = 0] = [rows.at(0), rows.at(-1)];
  return [
    ...fieldColours(layout, sheet, { first, last }),
    ...columns.flatMap(({ column, content }) => {
      if (content.is !== 'field' || !isScoreField(content.field)) return [];
      const { scale, notApplicable } = listOf(layout, content.field.scale);
      return [
        colourWhen(
          columnRange(column, first, last),
          levelRules(layout.words, address(first, column), scale, notApplicable, false),
        ),
      ];
    }),
    ...requiredMarks(layout, section, columns, () => [{ first, last }]),
    ...checkMarks(
      content,
      sheet,
      () => [{ first, last }],
      (field, cellOf) => fieldNotAsked(layout, sheet, field, cellOf, fixed),
    ),
    ...givenColours(section, columns, { first, last }),
  ];
}

export const entriesHead = (words: Words, layout: EntriesSheet): SheetHeader =>
  sheetHeader(words, layout.section, entriesWidths(layout.section, layout.columns));
