#!/usr/bin/env node
import { writingProblemOf } from '../disk/files/fileProblem.ts';
import { exitCodes } from './terminal/context.ts';
import { userName } from './terminal/userName.ts';

/** Whether something that was to be shown could not be. */
let isLost = false;

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (failure: NodeJS.ErrnoException) => {
    // A reader that has seen enough, such as `head`, closes the pipe: the command is carried out all the same.
    if (failure.code === 'EPIPE' || isLost) return;
    isLost = true;
    process.exitCode = Math.max(Number(process.exitCode ?? exitCodes.done), exitCodes.errorsInData);
    process.stderr.write(
      `error: What the command prints cannot be written (${writingProblemOf(failure)}). It was carried out otherwise: let it print elsewhere.\n`,
    );
  });
}

// Before the commands are loaded: stack traces of bugs name places in the sources, and users hear nothing of outdated calls in packages.
process.setSourceMapsEnabled(true);
process.noDeprecation = true;
const { run } = await import('./run.ts');
const code = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  ...(process.stdout.isTTY === true ? { columns: process.stdout.columns } : {}),
  now: () => new Date(),
  stopped: () => {
    const stopping = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
    return stopping.signal;
  },
  environment: process.env,
  ...userName(),
});
// As with a file that cannot be written: done, with an error.
process.exitCode = isLost ? Math.max(code, exitCodes.errorsInData) : code;
