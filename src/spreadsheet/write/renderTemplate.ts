import { strFromU8, unzipSync } from 'fflate';
import { placedCharts } from '../plan/placedCharts.ts';
import type { WorkbookPlan } from '../plan/sheetPlan.ts';
import { repairPackage } from '../repair/repairPackage.ts';
import type { PackageParts } from '../zip/packageParts.ts';
import type { Deflated } from '../zip/packZip.ts';
import { addCharts } from './addCharts.ts';
import { declareCustomProperties } from './documentProperties.ts';
import { addSheet } from './exceljsSheet.ts';
import { deflateLongSheet } from './longRows.ts';
import { quoteFormulaLikeTexts } from './quotePrefix.ts';
import { type SheetSlots, slotsOf } from './sheetSlots.ts';

/** The package of a workbook with open places for what belongs to a partner or is an answer. */
export interface Template {
  /** All parts in the order of the package. Those of sheets are filled in, or replaced by their compressed form. */
  readonly parts: PackageParts;
  /** In the order of the plan. */
  readonly sheets: readonly TemplateSheet[];
  /** Names of the parts of charts, in the order of the plan. */
  readonly charts: readonly string[];
}

export interface TemplateSheet extends SheetSlots {
  /** Name of the part. */
  readonly part: string;
  /** The whole part, if the sheet has a long table. */
  readonly long: Deflated | undefined;
}

/**
 * Renders a workbook through exceljs. It can be filled in with every plan that differs from this one in the content of
 * cells of origin partner or answer, in the heights of their rows, in footers, charts and document properties only.
 * exceljs is loaded on first use: most commands write no workbook, and need not wait for it.
 */
export async function renderTemplate(plan: WorkbookPlan): Promise<Template> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  if (plan.calculateOnOpening) workbook.calcProperties = { fullCalcOnLoad: true };
  for (const sheet of plan.sheets) addSheet(workbook, sheet);
  // Stored uncompressed: the package is compressed once, at the end.
  const written = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } })));
  const parts: PackageParts = new Map(Object.entries(written).filter(([name]) => !name.endsWith('/')));
  // exceljs numbers the parts of sheets in the order in which they were added.
  const names = plan.sheets.map((_sheet, index) => `xl/worksheets/sheet${index + 1}.xml`);
  repairPackage(parts, names, plan);
  declareCustomProperties(parts);
  const charts = addCharts(parts, placedCharts(plan));
  const sheets: TemplateSheet[] = [];
  quoteFormulaLikeTexts(parts, names, (quoted) => {
    plan.sheets.forEach((sheet, index) => {
      const part = names[index] ?? '';
      const long = deflateLongSheet(parts, part, sheet, quoted);
      const slots =
        long === undefined ? slotsOf(strFromU8(parts.get(part) ?? new Uint8Array()), sheet, quoted) : noSlots;
      sheets.push({ part, long, ...slots });
    });
  });
  return { parts, sheets, charts };
}

const noSlots: SheetSlots = { pieces: [], slots: [], end: '' };
