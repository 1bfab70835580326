/** The width of a text in one line. */
export type Measure = (text: string) => number;

/** A text that stays in one line, if a line is wide enough for it. */
interface Part {
  readonly text: string;
  readonly width: number;
  /** The width of the space before it. */
  readonly gap: number;
}

/** A paragraph with the widths of its parts: it is laid out in many widths, and measured once. */
export type Paragraph = readonly Part[];

/** Divides a paragraph where its lines may end: at spaces and after hyphens, as in spreadsheet programs. */
export function measureParagraph(paragraph: string, widthOf: Measure): Paragraph {
  const space = widthOf(' ');
  const part = (text: string, gap: number): Part => ({ text, width: widthOf(text), gap });
  return paragraph
    .split(' ')
    .flatMap((word) =>
      word.includes('-')
        ? word.split(afterHyphen).map((text, index) => part(text, index === 0 ? space : 0))
        : part(word, space),
    );
}

const afterHyphen = /(?<=\p{L}-)(?=\p{L})/u;

/**
 * The number of lines that a paragraph takes. Something longer than the line begins a new one: LibreOffice breaks it
 * after signs, as those of an address, or else anywhere.
 */
export function countLines(paragraph: Paragraph, available: number, widthOf: Measure): number {
  let lines = 1;
  let used = 0;
  const add = (text: string, width: number, gap: number): void => {
    if (used > 0 && used + gap + width > available) {
      lines += 1;
      used = 0;
    }
    if (width > available) lines += linesBetween(text, available, widthOf);
    used = used > 0 ? used + gap + width : Math.min(width, available);
  };
  for (const { text, width, gap } of paragraph) {
    if (width <= available) add(text, width, gap);
    else {
      if (used > 0) lines += 1;
      used = 0;
      for (const piece of text.match(pieces) ?? []) add(piece, widthOf(piece), 0);
    }
  }
  return lines;
}

const pieces = /[^/?&=-]*[/?&=-]+|[^/?&=-]+/g;

/** How often a line ends within a text without a place for it. */
function linesBetween(text: string, available: number, widthOf: Measure): number {
  let [ends, used] = [0, 0];
  for (const character of text) {
    const width = widthOf(character);
    if (used > 0 && used + width > available) {
      ends += 1;
      used = 0;
    }
    used += width;
  }
  return ends;
}
