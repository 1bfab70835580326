/**
 * exceljs's zip library converts text to bytes in pieces of 16,384 units and breaks a character that is split between
 * two of them, as any emoji may be. So characters of two units pass through it as a hexadecimal number between two
 * marks.
 */

const mark = { open: '\ue000', close: '\ue001' } as const;
const inDanger = /[\u{10000}-\u{10ffff}\ue000\ue001]/gu;
const guarded = /\ue000([0-9a-f]+)\ue001/g;

export const guardSurrogatePairs = (text: string): string =>
  text.replace(inDanger, (character) => `${mark.open}${(character.codePointAt(0) ?? 0).toString(16)}${mark.close}`);

export const restoreSurrogatePairs = (xml: string): string =>
  xml.replace(guarded, (_guarded, number: string) => String.fromCodePoint(Number.parseInt(number, 16)));

/** Whether the bytes of a part contain a guarded character. */
export const hasGuardedCharacter = (part: Uint8Array): boolean =>
  Buffer.from(part.buffer, part.byteOffset, part.byteLength).includes(mark.open);
