import { parentPort, workerData } from 'node:worker_threads';
import { openRegister } from '../../register/openRegister.ts';
import { readReturn } from '../readReturn.ts';
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
  before = before.then(() => (file === 'end' ? end() : read(file)));
});

async function end(): Promise<void> {
  await register.close();
  port.close();
}

async function read(file: FileToRead): Promise<void> {
  try {
    const read = await readReturn(register, context, file);
    if (!('response' in read)) {
      send({ read });
      return;
    }
    const { instrument: _, ...others } = read;
    send({ read: others });
  } catch {
    // The importing thread reads it as well, and meets the same failure with a stack of its own.
    send('failed');
  }
}

send('ready');
