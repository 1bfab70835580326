import { address } from '../../src/spreadsheet/model/address.ts';
import type { Content } from '../../src/spreadsheet/plan/content.ts';
import type { PlannedCell, SheetPlan, WorkbookPlan } from '../../src/spreadsheet/plan/sheetPlan.ts';
import { formatFormulas } from '../planned.ts';

/** A text that people see in a workbook, and where. */
export interface PlannedText {
  readonly place: string;
  readonly text: string;
}

/** Every text that a workbook shows: of its cells, messages, formats, charts and prints, and of the file. */
export const plannedTexts = (plan: WorkbookPlan): readonly PlannedText[] => [
  ...[plan.title, plan.subject, plan.description, plan.category].map((text) => ({ place: 'file', text })),
  ...plan.keywords.slice(1, 2).map((text) => ({ place: 'file', text })),
  ...plan.sheets.flatMap((sheet) =>
    sheetTexts(sheet).map(({ place, text }) => ({ place: `${sheet.name} ${place}`, text })),
  ),
];

function sheetTexts(sheet: SheetPlan): readonly PlannedText[] {
  const { name, cells, tables, formats, charts, print } = sheet;
  return [
    { place: 'name', text: name },
    ...cells.flatMap(cellTexts),
    ...tables.flatMap(({ headings }) => headings.map((text) => ({ place: 'heading', text }))),
    ...formatFormulas(sheet)
      .flatMap(literals)
      .map((text) => ({ place: 'format', text })),
    ...formats
      .flatMap((format) => ('colours' in format ? format.colours : []))
      .flatMap(({ numberFormat = '' }) => literals(numberFormat))
      .map((text) => ({ place: 'number format', text })),
    ...charts.flatMap(({ title, description, axisTitle }) =>
      [title, description, axisTitle].map((text) => ({ place: 'chart', text })),
    ),
    ...(print === undefined
      ? []
      : [print.footer, (print.page ?? 'page of').replace(/&[APN]/g, '')].map((text) => ({ place: 'footer', text }))),
  ];
}

function cellTexts({ row, column, content, validation, numberFormat = '', name }: PlannedCell): readonly PlannedText[] {
  if (name === 'stamp') return [];
  const { rule, prompt, refusal } = validation ?? {};
  const at = address(row, column);
  const choices = rule?.is === 'list' ? literals(rule.range) : rule?.is === 'formula' ? literals(rule.formula) : [];
  return [
    ...contentTexts(content).map((text) => ({ place: at, text })),
    ...literals(numberFormat).map((text) => ({ place: `number format of ${at}`, text })),
    ...choices.map((text) => ({ place: `rule of ${at}`, text })),
    ...[prompt, refusal].flatMap((message) =>
      message === undefined ? [] : [message.title, message.text].map((text) => ({ place: `message of ${at}`, text })),
    ),
  ];
}

function contentTexts(content: Content | undefined): readonly string[] {
  if (typeof content === 'string') return [content];
  if (typeof content !== 'object' || content instanceof Date) return [];
  if ('group' in content) return [content.group, content.text];
  if ('address' in content) return [content.text];
  return [...literals(content.formula), String(content.result)];
}

/** The texts in a formula. */
const literals = (formula: string): readonly string[] =>
  [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text = '']) => text.replaceAll('""', '"'));
