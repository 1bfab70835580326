import type { Command } from 'commander';
import { instruments } from '../../../../definitions/index.ts';
import { countParts } from '../../../instrument/model/countParts.ts';
import { printJson } from '../../options/common.ts';
import { formatTable } from '../../output/formatTable.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../terminal/context.ts';

export function instrumentsCommand(
  program: Command,
  surroundings: CommandContext,
  done: (code: ExitCode) => void,
): void {
  program
    .command('instruments')
    .summary('list the instruments')
    .description('Lists the instruments that come with Scorebook. `scorebook show KEY` shows what one of them asks.')
    .option('--json', 'write the list to standard output as JSON')
    .action(({ json }: { readonly json?: boolean }) => {
      const all = instruments.map((instrument) => {
        const { key, edition, title } = instrument;
        return { key, edition, title, counts: countParts(instrument) };
      });
      if (json === true) printJson(surroundings, all);
      else {
        const rows = all.map(({ key, edition, title, counts: { sections, questions, references } }) =>
          [key, edition, sections, questions, references, title].map(String),
        );
        const headings = ['Key', 'Edition', 'Sections', 'Questions', 'References', 'Title'];
        const lines = formatTable(headings, rows).map((line) => cut(line, surroundings.columns));
        surroundings.out(`${lines.join('\n')}\n`);
      }
      done(exitCodes.done);
    });
}

/** A long title would break the table where the terminal ends. */
const cut = (line: string, width: number | undefined): string =>
  width === undefined || line.length <= width ? line : `${line.slice(0, width - 1)}…`;
