import { namingField } from '../../instrument/model/namedPart.ts';
import type { Section } from '../../instrument/model/schema.ts';
import { itemOrder, lastPlace, partOrder } from '../../scoring/plans/plannedRows.ts';
import { developmentPlaces } from '../../scoring/scorecard.ts';
import { address, sheetColumn } from '../../spreadsheet/model/address.ts';
import { cell, resultCell } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { PlannedNames } from '../layout/layout.ts';
import { itemSubject } from './plannedLines.ts';

/** What rows can name: a question by its own row, a larger part in words. */
export function plannedNameCells(content: WorkbookContent): readonly PlannedCell[] {
  const { instrument, layout, response } = content;
  const { names, columns, items } = layout.planned;
  const { level, reference, about } = columns.nameSubject;
  const places = developmentPlaces(instrument, response);
  return names.flatMap(({ firstRow, names: own }) =>
    own.flatMap(({ option, part }, index) => {
      const row = firstRow + index;
      const [only] = part.items.length === 1 ? part.items : [];
      const at = items.findIndex((item) => item.item.key === only?.item.key);
      const item = items[at];
      const named = [cell(row, columns.name, option, 'text'), cell(row, columns.nameNumber, index + 1, 'number')];
      if (item === undefined) {
        return [
          ...named,
          cell(row, columns.nameBase, partOrder(instrument, part), 'number'),
          cell(row, level, { formula: '""', result: '' }, 'text'),
          cell(row, reference, part.key, 'reference'),
          cell(row, about, part.title, 'text'),
        ];
      }
      const place = places.get(item.item.key) ?? lastPlace(instrument);
      const base = { formula: address(item.row, columns.base), result: itemOrder(place, at) };
      const subject = itemSubject(content, item);
      const itemLevel = { formula: address(item.row, columns.subject.level), result: subject.level };
      return [
        ...named,
        resultCell(row, columns.nameBase, base, 'number'),
        resultCell(row, level, itemLevel, 'text'),
        cell(row, reference, subject.reference, 'reference'),
        cell(row, about, subject.about, 'text'),
      ];
    }),
  );
}

/** The number of the part that a row names, 0 for none; undefined if the rows of its list name nothing. */
export function namedFormula(
  { layout }: WorkbookContent,
  own: PlannedNames | undefined,
  section: Section,
  cellOf: (field: string) => string,
): string | undefined {
  const { columns } = layout.planned;
  const field = namingField(section);
  if (own === undefined || field === undefined) return undefined;
  const run = (column: number): string =>
    sheetColumn(layout.words.sheets.planned, column, own.firstRow, own.firstRow + own.names.length - 1);
  return `IFERROR(SUMPRODUCT((${run(columns.name)}=${cellOf(field.key)})*${run(columns.nameNumber)}),0)`;
}
