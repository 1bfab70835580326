import { parentPort, workerData } from 'node:worker_threads';
import { openRegister } from '../../register/openRegister.ts';
import { type ReadOutcome, readReturn } from '../readReturn.ts';
import type { FileToRead, Reply, ThreadData } from './readers.ts';

/**
 * A thread that reads returned files for an import, one after the other. It has a connection of its own to the register,
 * which cannot write.
 */
if (parentPort === null) throw new Error('This module is the program of a thread');
const port = parentPort;
// `openReaders` starts this program, with nothing else.
const { address, context } = workerData as ThreadData;
const register = await openRegister(address, 'results');

const send = (reply: Reply): void => port.postMessage(reply);

// It sends nothing else. The next file may come while one is read: answers have the order of the files.
let before: Promise<void> = Promise.resolve();
port.on('message', (file: FileToRead | 'end') => {
  before = before.then(() => answer(file));
});
send('ready');

async function answer(file: FileToRead | 'end'): Promise<void> {
  if (file === 'end') {
    await register.close();
    port.close();
    return;
  }
  // The importing thread reads a file that cannot be read here, and meets the same failure with a stack of its own.
  send(await readReturn(register, context, file).then(replyOf, () => 'failed' as const));
}

function replyOf(read: ReadOutcome): Reply {
  if (!('response' in read)) return { read };
  const { instrument: _, ...others } = read;
  return { read: others };
}
