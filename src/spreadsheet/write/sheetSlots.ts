import { address } from '../model/address.ts';
import { cellText } from '../plan/cellText.ts';
import type { PlannedCell, SheetPlan } from '../plan/sheetPlan.ts';
import { escapeXml } from '../xml/escapeXml.ts';
import { cellXml, isFormulaLike } from './cellXml.ts';
import { isFilledIn } from './exceljsSheet.ts';
import { footerOf } from './footer.ts';
import type { QuotedStyles } from './quotePrefix.ts';

/** The XML of a sheet, with places for what belongs to a partner or is an answer. */
export interface SheetSlots {
  /** The beginning, in pieces with slots between them: one slot fewer than pieces. */
  readonly pieces: readonly string[];
  readonly slots: readonly Slot[];
  /** Follows the footer and the page breaks, which are between the beginning and this. */
  readonly end: string;
}

/** A place for the content of a cell, for the message shown with it, or for the height of its row. */
type Slot =
  | {
      readonly is: 'cell';
      readonly key: number;
      readonly place: string;
      readonly style: string;
      readonly quoted: string;
    }
  | { readonly is: 'message'; readonly key: number }
  | { readonly is: 'height'; readonly row: number };

/** A cell's place as one number. A sheet has 16,384 columns. */
const keyOf = (row: number, column: number): number => row * 16_384 + column;

const footer = /<oddFooter>[^<]*<\/oddFooter><\/headerFooter>(?:<rowBreaks.*?<\/rowBreaks>)?/s;
const places =
  /<row r="(\d+)"([^>]*)>|<c r="([A-Z]+\d+)"(?: s="(\d+)")?\/>|( prompt="[^"]*")(?=[^>]* sqref="([A-Z]+\d+)")/g;

/** Splits the XML of a sheet at the places that are filled in. */
export function slotsOf(xml: string, plan: SheetPlan, quoted: QuotedStyles): SheetSlots {
  const filled = plan.cells.filter(isFilledIn);
  const keys = new Map(filled.map(({ row, column }) => [address(row, column), keyOf(row, column)]));
  const rows = new Set(filled.map(({ row }) => row));
  const messages = new Map(
    plan.cells.filter(hasOwnMessage).map(({ row, column }) => [address(row, column), keyOf(row, column)]),
  );
  const foot = footer.exec(xml);
  const beginning = xml.slice(0, foot?.index);
  const pieces: string[] = [];
  const slots: Slot[] = [];
  let from = 0;
  const cut = (start: number, length: number, slot: Slot): void => {
    pieces.push(beginning.slice(from, start));
    slots.push(slot);
    from = start + length;
  };
  for (const match of beginning.matchAll(places)) {
    const { 0: text, 1: row, 2: attributes = '', 3: place, 4: style = '0', 5: message, 6: cell = '', index } = match;
    const own = message === undefined ? undefined : messages.get(cell);
    if (own !== undefined) cut(index, text.length, { is: 'message', key: own });
    if (row !== undefined && rows.has(Number(row))) {
      const height = / ht="[^"]*"/.exec(attributes);
      const start = index + `<row r="${row}"`.length + (height?.index ?? 0);
      cut(start, height?.[0].length ?? 0, { is: 'height', row: Number(row) });
    }
    const key = place === undefined ? undefined : keys.get(place);
    if (place === undefined || key === undefined) continue;
    keys.delete(place);
    cut(index, text.length, { is: 'cell', key, place, style, quoted: quoted(style) });
  }
  if (keys.size > 0) throw new Error(`The sheet ${plan.name} lacks cells that are to be filled in`);
  return {
    pieces: [...pieces, beginning.slice(from)],
    slots,
    end: foot === null ? '' : xml.slice(foot.index + foot[0].length),
  };
}

const hasOwnMessage = ({ validation }: PlannedCell): boolean => validation?.prompt.isOwn === true;

/** The XML up to the footer, filled in with the plan's cells, their messages, and heights. */
export function beginningOf({ pieces, slots }: SheetSlots, { cells, heights }: SheetPlan): string {
  const filled = new Map<number, PlannedCell>();
  for (const cell of cells) if (isFilledIn(cell)) filled.set(keyOf(cell.row, cell.column), cell);
  const contentOf = (slot: Slot): string => {
    switch (slot.is) {
      case 'cell':
        return filledCell(slot, filled.get(slot.key));
      case 'message':
        return ` prompt="${escapeXml(cellText(filled.get(slot.key)?.validation?.prompt.text ?? ''))}"`;
      case 'height':
        return heightOf(heights.get(slot.row));
    }
  };
  let xml = pieces[0] ?? '';
  slots.forEach((slot, index) => {
    xml += contentOf(slot);
    xml += pieces[index + 1];
  });
  return xml;
}

/** The footer and the page breaks, and the XML that follows them. */
export const endOf = ({ end }: SheetSlots, { print }: SheetPlan): string =>
  print === undefined
    ? end
    : `<oddFooter>${escapeXml(footerOf(print))}</oddFooter></headerFooter>${rowBreaks(print.breaks)}${end}`;

/** Page breaks across all columns (ECMA-376 part 1, 18.3.1.74). They depend on the heights of rows. */
const rowBreaks = (rows: readonly number[]): string =>
  rows.length === 0
    ? ''
    : `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${rows
        .map((row) => `<brk id="${row}" max="16383" man="1"/>`)
        .join('')}</rowBreaks>`;

const heightOf = (height: number | undefined): string => (height === undefined ? '' : ` ht="${height}"`);

function filledCell({ place, style, quoted }: Extract<Slot, { is: 'cell' }>, cell: PlannedCell | undefined): string {
  const content = cell?.content;
  if (content === undefined) return `<c r="${place}" s="${style}"/>`;
  if (typeof content === 'object' && 'address' in content) {
    throw new Error(`The link in ${place} has no target in the package: only those of a definition or round do`);
  }
  return `<c r="${place}" s="${isFormulaLike(content) ? quoted : style}"${cellXml(content)}`;
}
