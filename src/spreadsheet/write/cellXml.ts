import { dateSerial } from '../model/daySerial.ts';
import { cellText, formulaStart } from '../plan/cellText.ts';
import { type Content, plainText } from '../plan/content.ts';
import { escapeXml } from '../xml/escapeXml.ts';

/** Writes the XML of one cell after its address and style, `>…</c>` with the attributes that belong to the content. */
export function cellXml(content: Content): string {
  if (typeof content === 'number') return `><v>${figure(content)}</v></c>`;
  if (content instanceof Date) return `><v>${figure(dateSerial(content))}</v></c>`;
  if (typeof content === 'string') return textCell(content);
  if ('address' in content) return textCell(content.text);
  if ('group' in content) return textCell(plainText(content));
  const formula = escapeXml(content.formula);
  if (typeof content.result === 'number') return `><f>${formula}</f><v>${figure(content.result)}</v></c>`;
  return ` t="str"><f>${formula}</f><v>${textXml(content.result)}</v></c>`;
}

const textXml = (text: string): string => escapeXml(cellText(text));

/** Whether a cell is text that begins like a formula, for which it needs a style of its own. */
export function isFormulaLike(content: Content): boolean {
  if (typeof content === 'string') return formulaStart.test(content);
  return typeof content === 'object' && 'address' in content && formulaStart.test(content.text);
}

function textCell(text: string): string {
  const space = edged.test(text) ? ' xml:space="preserve"' : '';
  return ` t="inlineStr"><is><t${space}>${textXml(text)}</t></is></c>`;
}

/** White space that is lost unless it is marked to be preserved. */
const edged = /^\s|\s$|\s\s|[\n\t]/;

function figure(value: number): number {
  if (!Number.isFinite(value)) throw new Error(`A cell cannot hold ${value}`);
  return value;
}
