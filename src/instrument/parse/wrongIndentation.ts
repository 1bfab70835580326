import { LineCounter, parseDocument } from 'yaml';

export interface WrongIndentation {
  readonly line: number;
  readonly spaces: number;
  /** The indentation with which the file can be read beyond this line. */
  readonly expected: number;
}

/** A line that begins a property or an item of a list. Other lines may continue a text and have any indentation. */
const beginning = /^ *(?:-(?: |$)|(?:[^\s"'#{[&*-][^:#]*|"[^"]*"|'[^']*'):(?: |$))/;

/**
 * Lines before and after the fault that may be its cause: to the parser, a line that is too deep continues the text
 * before it.
 */
const nearby = { before: 2, after: 3 } as const;

/** Lines before and after a line that show how it may be meant to be indented; a cure is tried on that many lines. */
const neighbours = { before: 40, after: 12 } as const;

/**
 * Finds the wrongly indented line near the first fault of a YAML file: with a neighbour's indentation, the file can be
 * read further than with any other such change. Of lines that are equally likely, it is the one with the rarest
 * indentation. The parser itself usually takes such a line for part of a text.
 *
 * @param fault Number of the line in which the parser found the fault.
 */
export function wrongIndentation(text: string, fault: number): WrongIndentation | undefined {
  const lines = text.split('\n').slice(0, fault + neighbours.after);
  const indents = lines.filter((line) => beginning.test(line)).map(indentOf);
  const step = Math.min(...indents.filter((indent) => indent > 0));
  const alike = (spaces: number): number =>
    spaces % step === 0 ? indents.filter((indent) => indent === spaces).length : 0;
  const from = Math.max(fault - nearby.before, 1);
  const cures = Array.from({ length: fault + nearby.after + 1 - from }, (_, index) => from + index)
    .filter((number) => beginning.test(lines[number - 1] ?? ''))
    .flatMap((number) =>
      likely(lines, number).map((expected) => {
        const line = lines[number - 1] ?? '';
        const cured = lines.with(number - 1, ' '.repeat(expected) + line.trimStart()).join('\n');
        return {
          line: number,
          spaces: indentOf(line),
          expected,
          reached: firstFault(cured),
          alike: alike(indentOf(line)),
        };
      }),
    )
    .filter(({ line, reached }) => reached > Math.max(fault, line));
  const [best] = cures.sort((a, b) => b.reached - a.reached || a.alike - b.alike);
  return best;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Indentations of neighbours that differ from a line's, the least different first. */
function likely(lines: readonly string[], number: number): readonly number[] {
  const around = [
    ...lines.slice(Math.max(0, number - 1 - neighbours.before), number - 1),
    ...lines.slice(number, number + neighbours.after),
  ];
  const current = indentOf(lines[number - 1] ?? '');
  // A property of a list item begins after the hyphen.
  const indents = around
    .filter((line) => beginning.test(line))
    .flatMap((line) => [indentOf(line), /^[ -]*/.exec(line)?.[0].length ?? 0]);
  return [...new Set(indents)]
    .filter((indent) => indent !== current)
    .sort((a, b) => Math.abs(a - current) - Math.abs(b - current))
    .slice(0, 4);
}

/** Number of the line of the first fault; beyond all lines if there is none. */
function firstFault(text: string): number {
  const counter = new LineCounter();
  const { errors } = parseDocument(text, {
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
    lineCounter: counter,
  });
  return Math.min(...errors.map(({ pos }) => counter.linePos(pos[0]).line));
}
