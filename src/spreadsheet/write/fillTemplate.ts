import { strToU8 } from 'fflate';
import type { SheetPlan, WorkbookPlan } from '../plan/sheetPlan.ts';
import { chartPart } from '../style/chart.ts';
import { type Deflated, deflateOnce, packZip, type ZipPart } from '../zip/packZip.ts';
import { propertyParts } from './documentProperties.ts';
import type { Template, TemplateSheet } from './renderTemplate.ts';
import { beginningOf, endOf } from './sheetSlots.ts';

/** The compressed beginning of a sheet, and what it was filled in with. */
interface Beginning {
  readonly cells: SheetPlan['cells'];
  readonly heights: SheetPlan['heights'];
  readonly deflated: Deflated;
}

/**
 * Fills in a template with one plan after the other. Parts that do not change are compressed once, and so is a sheet up
 * to its footer as long as the plans have the same objects as its cells and heights.
 *
 * @returns a function from a plan to the bytes of its workbook, which do not depend on the plans before it
 */
export function templateFiller(template: Template): (plan: WorkbookPlan) => Uint8Array {
  const fixed = new Map([...template.parts].map(([name, bytes]) => [name, fixedPart(template, name, bytes)]));
  const beginnings = new Map<TemplateSheet, Beginning>();
  return (plan) => {
    const parts = new Map(fixed);
    template.sheets.forEach((sheet, index) => {
      const planned = plan.sheets[index];
      if (planned === undefined || planned.long !== undefined) return;
      const { cells, heights } = planned;
      const known = beginnings.get(sheet);
      const isKnown = sheet.slots.length === 0 || (known?.cells === cells && known.heights === heights);
      const beginning =
        known !== undefined && isKnown
          ? known
          : { cells, heights, deflated: deflateOnce(strToU8(beginningOf(sheet, planned))) };
      beginnings.set(sheet, beginning);
      parts.set(sheet.part, { beginning: beginning.deflated, rest: strToU8(endOf(sheet, planned)) });
    });
    for (const [name, bytes] of changingParts(template, plan)) parts.set(name, bytes);
    return packZip(parts);
  };
}

function fixedPart({ sheets }: Template, name: string, bytes: Uint8Array): ZipPart {
  const long = sheets.find(({ part }) => part === name)?.long;
  return { beginning: long ?? deflateOnce(bytes), rest: new Uint8Array() };
}

/** Charts store the values that they show, and document properties name the partner. */
function changingParts(
  { charts }: Template,
  plan: WorkbookPlan,
): readonly (readonly [part: string, bytes: Uint8Array])[] {
  const shown = plan.sheets.flatMap((sheet) => sheet.charts);
  return [
    ...charts.flatMap((name, index) => {
      const chart = shown[index];
      return chart === undefined ? [] : [[name, strToU8(chartPart(chart))] as const];
    }),
    ...propertyParts(plan),
  ];
}
