import { widthAcross } from '../plan/printedPage.ts';
import type { PrintSetup } from '../plan/sheetPlan.ts';
import { textWidth } from '../style/rowHeight.ts';

/**
 * The printed footer: organisation and round, marking, name of the sheet, and page. The first is cut where it would be
 * printed over the marking in the middle.
 */
export function footerOf(print: Pick<PrintSetup, 'footer' | 'marking' | 'page' | 'orientation'>): string {
  const { footer, marking = '', page = '&A, page &P of &N', orientation } = print;
  const middle = footerText(marking, 80);
  const besideMiddle = (widthAcross(orientation) - textWidth(marking, footerSize)) / 2 - footerSize;
  const start = marking === '' ? footer : cutToWidth(footer, besideMiddle);
  // The space separates the size from digits after it.
  const small = (text: string): string => `&"Arial"&${footerSize} ${text}`;
  return `&L${small(footerText(start, 115))}&C${small(middle)}&R${small(page)}`;
}

/** In points. */
const footerSize = 9;

/** What follows the last comma, such as the round, stays if there is room for it. */
function cutToWidth(text: string, width: number): string {
  if (textWidth(text, footerSize) <= width) return text;
  const comma = text.lastIndexOf(', ');
  const end = comma === -1 || textWidth(text.slice(comma), footerSize) > width / 2 ? '' : text.slice(comma);
  const shown = [...text.slice(0, text.length - end.length)];
  while (shown.length > 0 && textWidth(`${shown.join('')}…${end}`, footerSize) > width) shown.pop();
  return `${shown.join('').trimEnd()}…${end}`;
}

/**
 * Text for a footer: & begins a code there, and a literal one is written twice. Excel repairs a file with a footer of
 * more than 255 characters, codes included, so each part of it has its maximum; the whole text is on the sheet.
 */
function footerText(text: string, room: number): string {
  const escaped = (characters: string): string => characters.replaceAll('&', '&&');
  if (escaped(text).length <= room) return escaped(text);
  const shown = [...text];
  while (escaped(shown.join('')).length >= room) shown.pop();
  return `${escaped(shown.join(''))}…`;
}
