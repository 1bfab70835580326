import { instruments } from '../../../../definitions/index.ts';
import { readInstrument } from '../../../disk/read/readInstrument.ts';
import type { Instrument } from '../../../instrument/model/schema.ts';
import { outlineInstrument } from '../../../operations/definitions/outlineInstrument.ts';
import type { OutlineLine } from '../../../operations/definitions/outlineLine.ts';
import type { AddCommand } from '../../options/common.ts';
import { wrapText } from '../../output/wrapText.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../terminal/context.ts';
import { printResult } from '../../terminal/print.ts';

/** Characters of a line where the terminal does not say how many it has. */
const usualWidth = 80;

export const showCommand: AddCommand = (program, action) =>
  program
    .command('show')
    .usage('<instrument> [options]')
    .summary('what an instrument asks')
    .description(
      'Outlines an instrument: its sections, activities, questions and fields, what is asked when, what is checked and given, scales, positions and views, and what is not from its source.',
    )
    .argument('<instrument>', 'its key, or a file that defines it: .json, .yaml, .js')
    .option('--json', 'write the whole definition to standard output as JSON')
    .action(action(show));

async function show(
  surroundings: CommandContext,
  keyOrFile: string,
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  const instrument = await readInstrument(keyOrFile, instruments);
  printResult(surroundings, options, instrument, [outline(instrument, surroundings.columns ?? usualWidth)]);
  return exitCodes.done;
}

/** The outline, wrapped, with an empty line between its blocks. */
const outline = (instrument: Instrument, width: number): string =>
  outlineInstrument(instrument)
    .map((block) => block.flatMap((line) => inLines(line, width)).join('\n'))
    .join('\n\n');

function inLines({ depth, label, text }: OutlineLine, width: number): readonly string[] {
  const first = `${' '.repeat(2 * depth)}${label}${label === '' ? '' : '  '}`;
  // A long label would leave no room beside it.
  return wrapText(first, text, Math.min(first.length, 2 * depth + 8), width);
}
