import { join } from 'node:path';
import { checkPlace } from '../../../disk/files/checkPlace.ts';
import { writeUnlessThere } from '../../../disk/files/newFile.ts';
import { placeText } from '../../../finding/index.ts';
import { counted } from '../../../finding/wording/quote.ts';
import { getReturn, type StoredFile, saveAttachments } from '../../../operations/register/getReturn.ts';
import { printable } from '../../../spreadsheet/model/printable.ts';
import { type AddCommand, type CommonOptions, refuseEmpty, withCommonOptions } from '../../options/common.ts';
import { returnNumber } from '../../options/returnNumber.ts';
import { withRegister } from '../../options/withRegister.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../terminal/context.ts';
import { exitCodeFor, printFindings, printResult } from '../../terminal/print.ts';
import { addDecisions } from './decisions.ts';
import { addEnterPaper } from './enterPaper.ts';

interface GetOptions extends CommonOptions {
  readonly out?: string;
  readonly attachments?: string;
}

export const returnCommand: AddCommand = (program, action) => {
  const command = program
    .command('return')
    .summary('get back a file as it came, or decide about a return')
    .description('Gives back what the register keeps of a return, or records a decision about it.')
    .helpCommand(false);
  withCommonOptions(command.command('get'))
    .usage('<id> [options]')
    .summary('get back a file as it came')
    .description('Writes the file of a return, accepted or refused, byte for byte as it came.')
    .argument('<id>', 'the number of the return, as shown by import, import --json and status --json')
    .option('--out <file>', 'where it goes (default: output/return-<id>_<name>)')
    .option(
      '--attachments <folder>',
      'write its pictures and embedded files there instead, named after their sheets and cells (with --out, the file too)',
    )
    .action(action(get));
  addDecisions(command, action);
  addEnterPaper(command, action);
};

async function get(surroundings: CommandContext, id: string, options: GetOptions): Promise<ExitCode> {
  const { register, out, attachments } = options;
  const number = returnNumber(id);
  if (out !== undefined) checkPlace(out, { input: 'out', noun: 'file', example: 'return.xlsx', register });
  refuseEmpty('--attachments', attachments, 'Give the path of a folder.');
  const returned = await withRegister(surroundings, options, 'files', (context) => getReturn(context, number));
  if (attachments !== undefined) {
    if (out !== undefined) writeUnlessThere(out, returned.bytes);
    return getAttachments(surroundings, returned, attachments, options);
  }
  const { bytes, fileName, message, ...details } = returned;
  const file = out ?? join('output', `return-${returned.id}_${fileName}`);
  writeUnlessThere(file, bytes);
  const by = message === undefined ? '' : `, from ${message.sender ?? 'nobody named'}, "${message.subject}"`;
  const came = printable(`${details.name}${by}`);
  printResult(surroundings, options, { file, ...details, bytes: bytes.length, message: message ?? null }, [
    `${file}: return ${returned.id} (${returned.status}), which came as ${came}`,
  ]);
  return exitCodes.done;
}

/** Writes the pictures and embedded files of a return into a folder. What is there under a name already is left alone. */
function getAttachments(
  surroundings: CommandContext,
  returned: StoredFile,
  folder: string,
  options: GetOptions,
): ExitCode {
  const { id } = returned;
  const at = (name: string): string => join(folder, name);
  const { attachments, findings } = saveAttachments(returned, (name, bytes) => writeUnlessThere(at(name), bytes));
  const written = attachments.map(({ name, place, bytes }) => ({ file: at(name), ...place, bytes }));
  printResult(surroundings, options, { id, folder, attachments: written, findings }, [
    ...attachments.map(({ name, place }) =>
      place.sheet === undefined ? at(name) : `${at(name)}: ${printable(placeText(place))}`,
    ),
    `Return ${id}: ${counted(attachments.length, 'attachment')}.`,
  ]);
  printFindings(surroundings, findings, options);
  return exitCodeFor(findings);
}
