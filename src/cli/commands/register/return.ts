import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { type Finding, FindingsError, finding, placeText } from '../../../finding/index.ts';
import { type ReturnedFile, returnedFile } from '../../../register/rows/returnedFile.ts';
import { returnSenders } from '../../../register/rows/returnSenders.ts';
import { printable } from '../../../spreadsheet/model/printable.ts';
import { attachmentsOf } from '../../../spreadsheet/read/attachments.ts';
import { isRegister } from '../../files/isRegister.ts';
import { writeFileWhole } from '../../files/writeFile.ts';
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
  const { returned, message } = await withExistingRegister(
    surroundings,
    options.register,
    'read',
    async ({ register }) => ({
      returned: await returnedFile(register, Number(text)),
      message: (await returnSenders(register)).get(Number(text)),
    }),
  );
  if (returned === undefined) {
    throw new UsageError(`The register has no return ${text}. import --json and status --json show the numbers.`);
  }
  const { bytes, ...details } = returned;
  if (options.attachments !== undefined) {
    if (options.out !== undefined && !isThere(options.out, bytes)) writeFileWhole(options.out, bytes);
    return getAttachments(surroundings, returned, options.attachments, options);
  }
  const file = options.out ?? join('output', `return-${returned.id}_${fileNameOf(returned)}`);
  if (!isThere(file, bytes)) writeFileWhole(file, bytes);
  if (options.json === true)
    printJson(surroundings, { file, ...details, bytes: bytes.length, message: message ?? null });
  else {
    const by = message === undefined ? '' : `, from ${message.sender ?? 'nobody named'}, "${message.subject}"`;
    const came = printable(`${details.name}${by}`);
    surroundings.out(`${file}: return ${returned.id} (${returned.status}), which came as ${came}\n`);
  }
  return exitCodes.done;
}

/** Writes the pictures and embedded files of a return into a folder. What is there under a name already is left alone. */
function getAttachments(
  surroundings: CommandContext,
  { id, bytes }: ReturnedFile,
  folder: string,
  { json }: GetOptions,
): ExitCode {
  const written: { readonly file: string; readonly sheet?: string; readonly cell?: string; readonly bytes: number }[] =
    [];
  const findings: Finding[] = [];
  for (const { name, sheet, cell, content } of attachmentsOf(bytes)) {
    const file = join(folder, name);
    const problems = 'findings' in content ? content.findings : placeWhole(file, content.bytes);
    findings.push(...problems.map((found) => ({ ...found, place: { ...found.place, file: name } })));
    if ('findings' in content || problems.length > 0) continue;
    const place = { ...(sheet === undefined ? {} : { sheet }), ...(cell === undefined ? {} : { cell }) };
    written.push({ file, ...place, bytes: content.bytes.length });
    if (json !== true) surroundings.out(`${file}${sheet === undefined ? '' : `: ${printable(placeText(place))}`}\n`);
  }
  if (json === true) printJson(surroundings, { id, folder, attachments: written, findings });
  else {
    surroundings.out(`Return ${id}: ${counted(written.length, 'attachment')}.\n`);
    printFindings(surroundings, findings);
  }
  return exitCodeFor(findings);
}

function placeWhole(file: string, bytes: Uint8Array): readonly Finding[] {
  try {
    if (!isThere(file, bytes)) writeFileWhole(file, bytes);
    return [];
  } catch (failure) {
    if (failure instanceof FindingsError) return failure.findings;
    throw failure;
  }
}

/** Whether the very file is there already. @throws FindingsError when another is. */
function isThere(path: string, bytes: Uint8Array): boolean {
  if (!existsSync(path)) return false;
  if (statSync(path).isFile() && readFileSync(path).equals(bytes)) return true;
  throw new FindingsError([finding('output.already-there', { file: basename(path) }, {})]);
}

/** The file's own name, without archives and folders, and without what systems forbid in names. */
const fileNameOf = ({ name }: ReturnedFile): string =>
  (name.split(/[\\/]| > /).at(-1) ?? '').replace(/[<>:"|?*\p{C}]/gu, '-').slice(-100);
