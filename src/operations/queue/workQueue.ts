import { finding, hasErrors } from '../../finding/index.ts';
import type { ImportedFile } from '../../intake/files/importFiles.ts';
import type { FileToImport } from '../../intake/files/receivedFiles.ts';
import { importReturn } from '../../intake/importReturn.ts';
import { syncAtEnd } from '../../register/database/syncAtEnd.ts';
import { maxWorkersEnded, type Queue, type TakenFile } from '../../register/queue/openQueue.ts';
import { importAll } from '../importReturns.ts';
import type { OperationContext } from '../rounds/operationContext.ts';
import { queueOf } from './queueOf.ts';

export interface WorkRequest {
  /** To end when nothing waits; otherwise the work goes on until `stopped`. */
  readonly untilEmpty?: boolean;
  /** To end after the present file. */
  readonly stopped?: AbortSignal;
}

export interface QueueWork {
  /** The number of files, and of messages, that were read, whatever the import said of them. */
  readonly imported: number;
  readonly hasErrors: boolean;
}

/** How often a worker without a file looks for one, in milliseconds. */
const lookEvery = 1000;

/**
 * Imports the files that wait in the queue, one after the other, in the order in which they came. Any number of workers do so at
 * once, on any number of machines. The file of a worker that ends goes to another; one that has ended three is recorded as
 * refused.
 *
 * @param onFile Called after each file, with what the import of it said.
 * @throws Refusal when the register is a file, which has no queue.
 */
export async function workQueue(
  context: OperationContext,
  { untilEmpty = false, stopped }: WorkRequest,
  onFile?: (file: ImportedFile) => void,
): Promise<QueueWork> {
  const queue = await queueOf(context.register);
  const work = { imported: 0, hasErrors: false };
  const report = (file: ImportedFile): void => {
    work.hasErrors ||= hasErrors(file.imported.findings);
    onFile?.(file);
  };
  const isStopped = (): boolean => stopped?.aborted === true;
  // A file is removed after it is recorded: if the disk of the server has neither, it still waits.
  await syncAtEnd(context.register, async () => {
    let finished: TakenFile | undefined;
    while (!isStopped()) {
      const taken = await queue.take(finished);
      finished = taken;
      if (taken !== undefined) {
        await importTaken(context, taken, report);
        work.imported += 1;
        continue;
      }
      const ended = await queue.recover();
      if (ended !== undefined) {
        report(await recordEnded(context, ended));
        await queue.done(ended);
      } else if (untilEmpty && (await isEmpty(queue))) break;
      else await pause(stopped);
    }
    if (finished !== undefined) await queue.done(finished);
  });
  return work;
}

/** A file that is somebody else's counts: it comes back if its worker ends. */
async function isEmpty(queue: Queue): Promise<boolean> {
  const { waiting, beingRead } = await queue.count();
  return waiting + beingRead === 0;
}

async function importTaken(
  context: OperationContext,
  { path, name, bytes, import: wanted }: TakenFile,
  onFile: (file: ImportedFile) => void,
): Promise<void> {
  const { queued, round, stated, message } = wanted;
  const times = {
    ...(message?.delivered === undefined ? {} : { delivered: new Date(message.delivered) }),
    ...(message?.separated === undefined ? {} : { separated: new Date(message.separated) }),
  };
  const file: FileToImport = {
    ...{ path, name, read: () => bytes },
    ...(message === undefined ? {} : { message: { name: message.name, ...times } }),
  };
  const request = {
    ...{ files: [file], came: new Date(queued) },
    ...(round === undefined ? {} : { round }),
    ...(stated === undefined ? {} : { received: new Date(stated) }),
  };
  await importAll(context, request, onFile);
}

/** Records a file that ended its workers as one that could not be read. */
async function recordEnded(
  { register, instruments }: OperationContext,
  { path, name, bytes, import: { queued } }: TakenFile,
): Promise<ImportedFile> {
  const problem = `${maxWorkersEnded} programs that were to read it ended without a word`;
  const findings = [finding('return.not-read', {}, { problem })];
  const received = { name, bytes, received: new Date(queued) };
  const imported = await importReturn(register, { instruments }, received, { findings });
  return { path, name, source: path, following: 0, imported };
}

/** Waits for some time, or until the work is to stop. */
const pause = (stopped: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      stopped?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, lookEvery);
    stopped?.addEventListener('abort', end);
  });
