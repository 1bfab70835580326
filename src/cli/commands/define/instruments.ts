import { instruments } from '../../../../definitions/index.ts';
import { countParts } from '../../../instrument/model/countParts.ts';
import type { AddCommand } from '../../options/common.ts';
import { formatTable } from '../../output/formatTable.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../terminal/context.ts';
import { printResult } from '../../terminal/print.ts';

export const instrumentsCommand: AddCommand = (program, action) =>
  program
    .command('instruments')
    .summary('list the instruments')
    .description('Lists the instruments that come with Scorebook. `scorebook show KEY` shows what one of them asks.')
    .option('--json', 'write the list to standard output as JSON')
    .action(action(list));

function list(surroundings: CommandContext, options: { readonly json?: boolean }): ExitCode {
  const all = instruments.map((instrument) => {
    const { key, edition, title } = instrument;
    return { key, edition, title, counts: countParts(instrument) };
  });
  const rows = all.map(({ key, edition, title, counts: { sections, questions, references } }) =>
    [key, edition, sections, questions, references, title].map(String),
  );
  const headings = ['Key', 'Edition', 'Sections', 'Questions', 'References', 'Title'];
  const lines = formatTable(headings, rows).map((line) => cut(line, surroundings.columns));
  printResult(surroundings, options, all, lines);
  return exitCodes.done;
}

/** A long title would break the table where the terminal ends. */
const cut = (line: string, width: number | undefined): string =>
  width === undefined || line.length <= width ? line : `${line.slice(0, width - 1)}…`;
