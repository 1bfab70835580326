import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Command, Option } from 'commander';
import { instruments } from '../../../../definitions/index.ts';
import { FindingsError, finding } from '../../../finding/index.ts';
import { fingerprint } from '../../../instrument/model/fingerprint.ts';
import type { Example, Instrument } from '../../../instrument/model/schema.ts';
import { exampleResponse } from '../../../response/exampleResponse.ts';
import { checkFit } from '../../../workbook/layout/checkFit.ts';
import { exampleIdentity, isExample, sealStamp, stampFromProperties } from '../../../workbook/layout/stamp.ts';
import { writeWorkbook } from '../../../workbook/writeWorkbook.ts';
import { propertiesAt } from '../../files/propertiesAt.ts';
import { writeFileWhole } from '../../files/writeFile.ts';
import { instrumentNamed, printJson } from '../../options/common.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';

interface ExampleOptions {
  readonly out?: string;
  readonly json?: boolean;
}

export function exampleCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  program
    .command('example')
    .usage('<instrument> [options]')
    .summary('write a workbook filled in with the worked example')
    .description(
      'Writes the workbook of an instrument, filled in with the worked example in its definition. It is not to be returned: an import refuses it.',
    )
    .argument('<instrument>', 'key of the instrument, such as needs-outcomes-options')
    .option('--out <file>', 'where it goes (default: output/examples/<instrument>.xlsx)')
    .addOption(new Option('--json', 'write the result to standard output as JSON, and nothing else there'))
    .action(async (key: string, options: ExampleOptions) => {
      done(await writeExample(surroundings, key, options));
    });
}

async function writeExample(surroundings: CommandContext, key: string, options: ExampleOptions): Promise<ExitCode> {
  const instrument = instrumentNamed(key);
  const { example } = instrument;
  if (example === undefined) {
    const others = instruments.filter((known) => known.example !== undefined).map((known) => known.key);
    throw new UsageError(
      `The instrument "${key}" has no worked example. ${others.length === 0 ? 'None has.' : `One is there for: ${others.join(', ')}.`}`,
    );
  }
  const file = options.out ?? join('output', 'examples', `${key}.xlsx`);
  checkPlace(file);
  const fit = checkFit(instrument);
  if (fit.length > 0) throw new FindingsError(fit);
  writeFileWhole(file, await exampleWorkbook(instrument, example, surroundings.now()));
  if (options.json === true) printJson(surroundings, { file, instrument: key });
  else surroundings.out(`${file}: worked example of ${key}\n`);
  return exitCodes.done;
}

function exampleWorkbook(instrument: Instrument, example: Example, now: Date): Promise<Uint8Array> {
  const stamp = {
    ...exampleIdentity,
    instrument: instrument.key,
    edition: instrument.edition,
    fingerprint: fingerprint(instrument),
    workbook: randomUUID(),
  };
  const details = {
    // A key that nobody keeps: no register takes the workbook for one that it issued.
    stamp: sealStamp(stamp, randomBytes(32)),
    partner: { code: exampleIdentity.partner, name: 'Worked example' },
    due: now,
    issued: now,
    marking: 'WORKED EXAMPLE: not for returning',
    workedExample: example.introduction,
  };
  return writeWorkbook(instrument, details, exampleResponse(instrument, example));
}

/** An example overwrites nothing but an example. */
function checkPlace(path: string): void {
  if (path.trim() === '') throw new UsageError('--out is empty. Give the path of a file, as in --out example.xlsx.');
  if (!/\.xlsx$/i.test(path)) {
    throw new UsageError(`--out ${path} does not end in .xlsx. The example is an Excel workbook: give it that ending.`);
  }
  if (existsSync(path) && !statSync(path).isDirectory() && !isExampleAt(path)) {
    throw new FindingsError([finding('output.not-an-example', { file: basename(path) }, {})]);
  }
}

function isExampleAt(path: string): boolean {
  const stamp = stampFromProperties(propertiesAt(path) ?? new Map());
  return stamp !== undefined && isExample(stamp);
}
