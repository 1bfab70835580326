/** A fault of a file that is not YAML, in plain English. */
export interface SyntaxFault {
  readonly problem: string;
  /** A sentence without its full stop; absent if there is no particular one. */
  readonly cure?: string;
}

/**
 * What the parser's error code means.
 *
 * @param line The line of the fault as it is written.
 */
export function syntaxFault(code: string, message: string, line: string): SyntaxFault {
  const fault = faults[code] ?? { problem: message };
  if (!mayBeQuotes.has(code)) return fault;
  if (/[“”‘’]/.test(line.replaceAll(/\w’\w/g, ''))) return curly;
  return insideQuotes.has(code) && /\w'\w/.test(line) ? apostrophe : fault;
}

const faults: Readonly<Record<string, SyntaxFault>> = {
  MULTIPLE_DOCS: {
    problem: 'a line of three hyphens begins a second document',
    cure: 'Remove that line, or put what follows it into a file of its own',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    problem: 'a second colon on the line begins a value inside a value',
    cure: 'Put text that contains a colon followed by a space into quotation marks',
  },
  BAD_SCALAR_START: {
    problem: 'a text begins with a character that has a special meaning',
    cure: 'Put the text into quotation marks',
  },
  BAD_INDENT: { problem: 'a line is not indented like the lines that it belongs with, or a bracket is not closed' },
  MISSING_CHAR: { problem: 'a quotation mark, a bracket or a colon is missing' },
  TAB_AS_INDENT: {
    problem: 'there is a tab where spaces are needed',
    cure: 'Replace each tab at the beginning of a line with spaces',
  },
  UNEXPECTED_TOKEN: { problem: 'something is in the wrong place' },
};

const mayBeQuotes: ReadonlySet<string> = new Set(['BLOCK_AS_IMPLICIT_KEY', 'MISSING_CHAR', 'UNEXPECTED_TOKEN']);
const insideQuotes: ReadonlySet<string> = new Set(['MISSING_CHAR', 'UNEXPECTED_TOKEN']);

const curly: SyntaxFault = {
  problem: 'curly quotation marks do not enclose a text',
  cure: `Enclose it in straight ones, ' or ". Word processors change them, so use a plain text editor`,
};

const apostrophe: SyntaxFault = {
  problem: 'an apostrophe ends a text in single quotation marks',
  cure: `Enclose the text in double quotation marks, as in "the child's plan"`,
};
