/** The content of a cell. Text is always a string cell, never a formula, whatever it begins with. */
export type Content = string | number | Date | Link | Formula | GroupedText;

export interface Link {
  readonly text: string;
  readonly address: string;
}

export interface Formula {
  /** Without the leading equals sign. */
  readonly formula: string;
  /** Its result, stored with it: Protected View and previewers show nothing else (practice T14). */
  readonly result: string | number;
}

/** A text below a line in lighter type, which names the group that it belongs to. */
export interface GroupedText {
  readonly group: string;
  readonly text: string;
}

/** The same as one text. */
export const plainText = ({ group, text }: GroupedText): string => `${group}\n${text}`;

/** Excel's limit for the text of one cell, in UTF-16 units. */
export const cellTextLimit = 32_767;

/** The text that a cell shows, if it may need several lines. Numbers and dates take one, whatever their format. */
export function wrappingText(content: Content | undefined): string {
  if (typeof content === 'string') return content;
  if (content === undefined || typeof content === 'number' || content instanceof Date) return '';
  if ('address' in content) return content.text;
  if ('group' in content) return plainText(content);
  return typeof content.result === 'string' ? content.result : '';
}
