import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { isRegister } from '../../../disk/files/isRegister.ts';
import { writeFileWhole } from '../../../disk/files/writeFile.ts';
import { FindingsError, finding, placeText } from '../../../finding/index.ts';
import { getReturn, type StoredFile, saveAttachments } from '../../../operations/register/getReturn.ts';
import { printable } from '../../../spreadsheet/model/printable.ts';
import {
  type CommonOptions,
  counted,
  exitCodeFor,
  printFindings,
  printJson,
  withCommonOptions,
} from '../../options/common.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';

interface GetOptions extends CommonOptions {
  readonly out?: string;
  readonly attachments?: string;
}

export function returnCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  const command = program
    .command('return')
    .summary('get back a file as it came')
    .description('Gives back what the register keeps of a return.')
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
    .action(async (id: string, options: GetOptions) => {
      done(await get(surroundings, id, options));
    });
}

async function get(surroundings: CommandContext, text: string, options: GetOptions): Promise<ExitCode> {
  if (!/^[1-9]\d{0,14}$/.test(text)) {
    throw new UsageError(`"${text}" is not the number of a return, as 12 is. import --json and status --json show it.`);
  }
  if (options.out?.trim() === '') throw new UsageError('--out is empty. Give the path of a file.');
  if (options.out !== undefined && isRegister(options.out, options.register)) {
    throw new UsageError(`--out ${options.out} is the register, which would be lost. Give the file another name.`);
  }
  if (options.attachments?.trim() === '') throw new UsageError('--attachments is empty. Give the path of a folder.');
  const returned = await withExistingRegister(surroundings, options.register, 'read', (context) =>
    getReturn(context, Number(text)),
  );
  if (options.attachments !== undefined) {
    if (options.out !== undefined) writeUnlessThere(options.out, returned.bytes);
    return getAttachments(surroundings, returned, options.attachments, options);
  }
  const { bytes, fileName, message, ...details } = returned;
  const file = options.out ?? join('output', `return-${returned.id}_${fileName}`);
  writeUnlessThere(file, bytes);
  if (options.json === true) {
    printJson(surroundings, { file, ...details, bytes: bytes.length, message: message ?? null });
  } else {
    const by = message === undefined ? '' : `, from ${message.sender ?? 'nobody named'}, "${message.subject}"`;
    const came = printable(`${details.name}${by}`);
    surroundings.out(`${file}: return ${returned.id} (${returned.status}), which came as ${came}\n`);
  }
  return exitCodes.done;
}

/** Writes the pictures and embedded files of a return into a folder. What is there under a name already is left alone. */
function getAttachments(
  surroundings: CommandContext,
  returned: StoredFile,
  folder: string,
  { json }: GetOptions,
): ExitCode {
  const { id } = returned;
  const at = (name: string): string => join(folder, name);
  const { attachments, findings } = saveAttachments(returned, (name, bytes) => writeUnlessThere(at(name), bytes));
  if (json === true) {
    const written = attachments.map(({ name, place, bytes }) => ({ file: at(name), ...place, bytes }));
    printJson(surroundings, { id, folder, attachments: written, findings });
  } else {
    for (const { name, place } of attachments) {
      surroundings.out(`${at(name)}${place.sheet === undefined ? '' : `: ${printable(placeText(place))}`}\n`);
    }
    surroundings.out(`Return ${id}: ${counted(attachments.length, 'attachment')}.\n`);
    printFindings(surroundings, findings);
  }
  return exitCodeFor(findings);
}

/** @throws FindingsError when another file is there, or it cannot be written. */
function writeUnlessThere(path: string, bytes: Uint8Array): void {
  if (!isThere(path, bytes)) writeFileWhole(path, bytes);
}

/** Whether the very file is there already. @throws FindingsError when another is. */
function isThere(path: string, bytes: Uint8Array): boolean {
  if (!existsSync(path)) return false;
  if (statSync(path).isFile() && readFileSync(path).equals(bytes)) return true;
  throw new FindingsError([finding('output.already-there', { file: basename(path) }, {})]);
}
