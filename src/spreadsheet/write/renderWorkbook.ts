import type { WorkbookPlan } from '../plan/sheetPlan.ts';
import { templateFiller } from './fillTemplate.ts';
import { renderTemplate } from './renderTemplate.ts';

/** Renders a planned workbook as the bytes of an .xlsx file. Equal plans give equal bytes on one version of Node. */
export const renderWorkbook = async (plan: WorkbookPlan): Promise<Uint8Array> =>
  templateFiller(await renderTemplate(plan))(plan);
