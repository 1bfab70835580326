/**
 * Text in lines of at most so many characters, the further ones indented. A word that is longer has a line to itself.
 *
 * @param first What the first line begins with.
 * @param indent Spaces before the further lines.
 */
export function wrapped(first: string, text: string, indent: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const begun = line.trim() !== '' && line !== first;
    const longer = begun ? `${line} ${word}` : `${line}${word}`;
    if (begun && longer.length > width) {
      lines.push(line);
      line = `${' '.repeat(indent)}${word}`;
    } else line = longer;
  }
  return [...lines, line.trimEnd()];
}
