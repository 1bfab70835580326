import { finding } from '../../finding/index.ts';
import type { Register } from '../../register/tables/register.ts';
import { sentInstrument } from '../../rounds/round/sentInstrument.ts';
import type { ImportContext, ReadOutcome } from '../readReturn.ts';
import { lookUpFile, type ReceivedFile } from '../record/incomingFile.ts';
import { openReaders, type Readers, type ThreadOutcome } from './readers.ts';
import type { Received } from './received.ts';

/** Files from which on threads are worth their start: each loads the program, and is slow at first. */
const minFiles = 50;

/** Files in memory for each thread: one that it reads, the next, and one that it has read. */
const filesPerThread = 3;

/**
 * Lets threads read the files that follow while earlier ones are recorded, and yields all of them in their order. Few files,
 * and those for a register in memory, are yielded without being read.
 *
 * @param threads The number of threads.
 * @param program The module that they run.
 */
export async function* readAhead(
  register: Register,
  context: ImportContext,
  files: AsyncIterable<Received>,
  times: Pick<ReceivedFile, 'received' | 'stated'>,
  threads: number,
  program: URL = new URL('./readerThread.js', import.meta.url),
): AsyncGenerator<Received> {
  const { address } = register;
  const ahead: Received[] = [];
  let readers: Readers | undefined;
  try {
    try {
      for await (const file of files) {
        if (address !== undefined && file.following + 1 >= minFiles) {
          readers ??= openReaders(threads, program, { address, context });
        }
        ahead.push(readers === undefined ? file : await startReading(register, readers, file, times));
        if (ahead.length > (readers === undefined ? 0 : threads * filesPerThread)) yield* ahead.splice(0, 1);
      }
    } catch (failure) {
      // These came before the one that cannot be had.
      yield* ahead.splice(0);
      throw failure;
    }
    yield* ahead.splice(0);
  } finally {
    await readers?.close();
  }
}

/** A file that was accepted before needs no reading. */
async function startReading(
  register: Register,
  readers: Readers,
  { content, ...file }: Received,
  times: Pick<ReceivedFile, 'received' | 'stated'>,
): Promise<Received> {
  if (!('bytes' in content)) return { ...file, content };
  const { name, message } = file;
  const received = { name, bytes: content.bytes, ...times, ...(message && { message }) };
  const { accepted, sha256 } = await lookUpFile(register, received);
  return { ...file, content, sha256, ...(accepted ? {} : { reading: readers.read(received) }) };
}

/** What reading a file would give here, by what a thread made of it; undefined where the file has to be read here. */
export async function readByThread(
  register: Register,
  { instruments }: ImportContext,
  outcome: ThreadOutcome,
): Promise<ReadOutcome | undefined> {
  if (outcome === 'unread') return undefined;
  if ('stopped' in outcome) return { findings: [finding('return.not-read', {}, { problem: outcome.stopped })] };
  const { read } = outcome;
  if (!('response' in read)) return read;
  const instrument = await sentInstrument(register, instruments, read.stamp);
  return instrument && { ...read, instrument };
}
