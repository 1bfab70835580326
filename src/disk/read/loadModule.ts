import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Finding, FindingsError, finding } from '../../finding/index.ts';

/** What a module with a definition exports. */
export interface ModuleExports {
  readonly names: readonly string[];
  /** The default export, or else the first that looks like an instrument. */
  readonly definition: unknown;
}

type Reply = ModuleExports | { readonly problem: string } | { readonly findings: readonly Finding[] };

/** A definition is data, and loads in milliseconds. */
const usualSeconds = 20;

/**
 * Loads a JavaScript module in a thread of its own, as any program that one starts oneself: it may run for ever, end the
 * process or wait for something that never comes, and the command goes on. What it prints is not shown.
 *
 * @throws FindingsError when it cannot be loaded or does not end, or with the faults that `defineInstrument` found in it.
 */
export async function loadModule(path: string, seconds = usualSeconds): Promise<ModuleExports> {
  const worker = new Worker(program, { eval: true, workerData: pathToFileURL(path).href, stdout: true, stderr: true });
  try {
    const reply = await replyOf(worker, seconds);
    if ('definition' in reply) return reply;
    if ('findings' in reply) throw new FindingsError(reply.findings);
    throw new FindingsError([finding('file.not-loaded', {}, { problem: reply.problem })]);
  } finally {
    await worker.terminate();
  }
}

function replyOf(worker: Worker, seconds: number): Promise<Reply> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ problem: `it was not loaded after ${seconds} seconds` }), seconds * 1000);
    const end = (reply: Reply): void => {
      clearTimeout(timer);
      resolve(reply);
    };
    // The program below sends nothing else.
    worker.once('message', (reply: Reply) => end(reply));
    worker.once('error', (failure: unknown) =>
      end({ problem: failure instanceof Error ? failure.message : String(failure) }),
    );
    worker.once('exit', () =>
      end({ problem: 'it ends before it is loaded, by process.exit or an await that waits for ever' }),
    );
  });
}

/** What the thread does: plain JavaScript, because it has to run from the sources, from the build and from the bundle. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const isInstrument = (value) => typeof value === 'object' && value !== null && 'key' in value && 'sections' in value;
import(workerData).then(
  (exported) => {
    const definition = [exported.default, ...Object.values(exported)].find(isInstrument);
    try {
      parentPort.postMessage({ names: Object.keys(exported), definition });
    } catch (failure) {
      parentPort.postMessage({ problem: 'its instrument is not plain data (' + failure.message + ')' });
    }
  },
  (failure) => {
    if (failure?.name === 'FindingsError') parentPort.postMessage({ findings: failure.findings });
    else parentPort.postMessage({ problem: String(failure?.message ?? failure) });
  },
);
`;
