/** The width of a text in one line. */
export type Measure = (text: string) => number;

/**
 * The number of lines that a paragraph takes. They end at spaces and after hyphens, as in spreadsheet programs. Something
 * longer than the line begins a new one: LibreOffice breaks it after signs, as those of an address, or else anywhere.
 */
export function countLines(paragraph: string, available: number, widthOf: Measure): number {
  const space = widthOf(' ');
  let lines = 1;
  let used = 0;
  const add = (part: string, width: number, gap: number): void => {
    if (used > 0 && used + gap + width > available) {
      lines += 1;
      used = 0;
    }
    if (width > available) lines += linesBetween(part, available, widthOf);
    used = used > 0 ? used + gap + width : Math.min(width, available);
  };
  for (const word of paragraph.split(' ')) {
    let gap = space;
    for (const part of word.split(afterHyphen)) {
      const width = widthOf(part);
      if (width <= available) add(part, width, gap);
      else {
        if (used > 0) lines += 1;
        used = 0;
        for (const piece of part.match(pieces) ?? []) add(piece, widthOf(piece), 0);
      }
      gap = 0;
    }
  }
  return lines;
}

const afterHyphen = /(?<=\p{L}-)(?=\p{L})/u;
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
