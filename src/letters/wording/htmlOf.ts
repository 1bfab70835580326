import { escapeXml } from '../../spreadsheet/xml/escapeXml.ts';

/** The HTML of a message: a paragraph for each block between empty lines, a list for lines that begin with "- ". */
export function htmlOf(text: string, language: string): string {
  const body = text
    .split(/\n{2,}/)
    .flatMap((block) => runsOf(block.split('\n')))
    .map(({ isList, lines }) =>
      isList
        ? `<ul>${lines.map((line) => `<li>${escapeXml(line.slice(2))}</li>`).join('')}</ul>`
        : `<p>${lines.map(escapeXml).join('<br>')}</p>`,
    );
  return `<!DOCTYPE html>
<html lang="${escapeXml(language)}"><head><meta charset="utf-8"></head>
<body style="font-family: Arial, sans-serif; font-size: 11pt; max-width: 45em">
${body.join('\n')}
</body></html>
`;
}

interface Run {
  readonly isList: boolean;
  readonly lines: readonly string[];
}

/** Splits a block into runs of lines that are all points of a list, or all not. */
function runsOf(lines: readonly string[]): readonly Run[] {
  const isPoint = (line: string | undefined): boolean => line?.startsWith('- ') === true;
  const starts = lines.flatMap((line, index) =>
    index === 0 || isPoint(line) !== isPoint(lines[index - 1]) ? [index] : [],
  );
  return starts.map((start, index) => ({
    isList: isPoint(lines[start]),
    lines: lines.slice(start, starts[index + 1]),
  }));
}
