/** Characters of a line of sentences, where a terminal is wider or there is none. */
export const usualWidth = 79;

/**
 * Text in lines of at most so many characters, the further ones indented. A word that is longer has a line to itself.
 *
 * @param first What the first line begins with.
 * @param indent Spaces before the further lines.
 */
export function wrapText(first: string, text: string, indent: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === first || line.trim() === '' ? `${line}${word}` : `${line} ${word}`;
    if (longer.length > width && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = `${' '.repeat(indent)}${word}`;
    } else line = longer;
  }
  return [...lines, line.trimEnd()];
}

/** A line in pieces of at most so many characters: between words where it can be, and within a word that is longer. */
export const foldText = (line: string, width: number): readonly string[] =>
  line.length <= width
    ? [line]
    : wrapText('', line, 0, width).flatMap((piece) => piece.match(new RegExp(`.{1,${width}}`, 'g')) ?? [piece]);
