import { Worker } from 'node:worker_threads';
import type { ImportContext, ReadReturn, Refusal } from '../readReturn.ts';
import type { ReceivedFile } from '../record/incomingFile.ts';

/** Threads that read files at the same time. */
export interface Readers {
  /** Reads a file as soon as a thread is free. A thread that reads one takes the next as well, so that it need not wait. */
  readonly read: (file: FileToRead) => Promise<ThreadOutcome>;
  /** Ends the threads. */
  readonly close: () => Promise<void>;
}

export type FileToRead = Omit<ReceivedFile, 'refusedRoom'>;

/** A file as a thread has read it. The instrument is not handed over: it is large, and the same in most files. */
export type ReadByThread = Refusal | Omit<ReadReturn, 'instrument'>;

/**
 * What came of a file. `stopped`: two threads stopped over it, and why. `unread`: no thread could read it, for a reason that
 * has nothing to do with the file or that the importing thread will meet as well.
 */
export type ThreadOutcome = { readonly read: ReadByThread } | { readonly stopped: string } | 'unread';

/** What the program of a thread is started with. */
export interface ThreadData {
  /** Path of the register. */
  readonly address: string;
  readonly context: ImportContext;
}

/** A message from the program of a thread. */
export type Reply = 'ready' | 'failed' | { readonly read: ReadByThread };

/** Hostile files take seconds at most, and on a busy machine ten times as long. */
const usualSeconds = 120;

/**
 * Starts threads that read files.
 *
 * @param program The module that they run. Where it cannot be run, files are `unread`.
 * @param seconds The time after which a thread that reads one file is stopped.
 */
export function openReaders(count: number, program: URL, data: ThreadData, seconds = usualSeconds): Readers {
  const threads = Array.from({ length: count }, () => new Reader(program, data, seconds));
  // Every thread takes a first file before any takes a second.
  const free = [...threads, ...threads];
  const waiting: ((thread: Reader) => void)[] = [];
  const freeThread = (): Promise<Reader> =>
    new Promise((resolve) => {
      const thread = free.pop();
      if (thread === undefined) waiting.push(resolve);
      else resolve(thread);
    });
  return {
    async read(file) {
      const thread = await freeThread();
      try {
        return await thread.read(file);
      } finally {
        const next = waiting.shift();
        if (next === undefined) free.push(thread);
        else next(thread);
      }
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

/** A thread, which is replaced when it stops. */
class Reader {
  private readonly start: () => Thread;
  private thread: Thread;
  private isClosed = false;

  constructor(program: URL, data: ThreadData, seconds: number) {
    this.start = () => new Thread(program, data, seconds);
    this.thread = this.start();
  }

  /** A thread may stop by chance, as when memory is short or the machine was asleep: a second one tries as well. */
  async read(file: FileToRead): Promise<ThreadOutcome> {
    const first = await this.attempt(file);
    return isStopped(first) ? this.attempt(file) : first;
  }

  private async attempt(file: FileToRead): Promise<ThreadOutcome> {
    for (;;) {
      if (this.isClosed) return 'unread';
      const { thread } = this;
      const outcome = await thread.read(file);
      if (outcome !== 'not begun' && !isStopped(outcome)) return outcome;
      if (thread === this.thread && !this.isClosed) this.thread = this.start();
      if (outcome !== 'not begun') return outcome;
    }
  }

  /** Nobody waits any more for what is being read. */
  close(): Promise<void> {
    this.isClosed = true;
    return this.thread.close();
  }
}

const isStopped = (outcome: ThreadOutcome): boolean => typeof outcome === 'object' && 'stopped' in outcome;

/** What a thread says, or why it says nothing more. `not begun`: it stopped over the file before. */
type Heard = Reply | { readonly stopped: string } | 'not begun';

class Thread {
  private readonly worker: Worker | undefined;
  /** The time that it has for a file; until it is ready it has the usual one. */
  private readonly seconds: number;
  private hasStarted = false;
  private readonly isReady: Promise<boolean>;
  /** Those who wait for what it says, in order. */
  private readonly waiting: ((heard: Heard) => void)[] = [];
  private timer: NodeJS.Timeout | undefined;
  private stopped: { readonly stopped: string } | undefined;

  constructor(program: URL, data: ThreadData, seconds: number) {
    this.seconds = seconds;
    this.worker = this.start(program, data);
    this.isReady = this.next().then((heard) => heard === 'ready');
  }

  async read(file: FileToRead): Promise<ThreadOutcome | 'not begun'> {
    if (!(await this.isReady) || this.worker === undefined) return 'unread';
    if (this.stopped !== undefined) return 'not begun';
    // The importing thread records the bytes, also where this one stops: this one gets a copy, handed over whole.
    const bytes = new Uint8Array(file.bytes);
    this.worker.postMessage({ ...file, bytes }, [bytes.buffer]);
    const heard = await this.next();
    return heard === 'ready' || heard === 'failed' ? 'unread' : heard;
  }

  async close(): Promise<void> {
    const { worker } = this;
    if (worker === undefined || this.stopped !== undefined) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    const timer = setTimeout(() => void worker.terminate(), closingSeconds * 1000);
    worker.postMessage('end');
    await ended;
    clearTimeout(timer);
  }

  private start(program: URL, data: ThreadData): Worker | undefined {
    try {
      const worker = new Worker(program, { workerData: data, resourceLimits: { maxOldGenerationSizeMb } });
      // The program sends nothing else.
      worker.on('message', (reply: Reply) => this.hear(reply));
      worker.on('error', (failure: unknown) => this.stop(describeFailure(failure)));
      worker.on('exit', () => this.stop('the program that reads it ended'));
      return worker;
    } catch (failure) {
      // A program that uses the library may have instruments that are more than data.
      this.stop(describeFailure(failure));
      return undefined;
    }
  }

  /** The next thing that is heard of the thread. */
  private next(): Promise<Heard> {
    return new Promise((resolve) => {
      if (this.stopped !== undefined) resolve(this.stopped);
      else if (this.waiting.push(resolve) === 1) this.watch();
    });
  }

  /** What is said is about the first file. */
  private hear(heard: Heard): void {
    clearTimeout(this.timer);
    this.hasStarted = true;
    this.waiting.shift()?.(heard);
    if (this.waiting.length > 0) this.watch();
  }

  private watch(): void {
    const seconds = this.hasStarted ? this.seconds : usualSeconds;
    this.timer = setTimeout(() => {
      this.stop(`reading it takes longer than ${seconds} seconds`);
      void this.worker?.terminate();
    }, seconds * 1000);
  }

  private stop(problem: string): void {
    clearTimeout(this.timer);
    this.stopped ??= { stopped: problem };
    this.waiting.shift()?.(this.stopped);
    for (const resolve of this.waiting.splice(0)) resolve('not begun');
  }
}

/** Ten times what the most costly file that is known needs. The process would end with a thread that takes all memory. */
const maxOldGenerationSizeMb = 512;

/** The time that a thread gets to end, after which it is ended. */
const closingSeconds = 10;

function describeFailure(failure: unknown): string {
  if (failure instanceof Error && 'code' in failure && failure.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return 'reading it takes more memory than there is';
  }
  return `the program that reads it failed (${failure instanceof Error ? failure.message : String(failure)})`;
}
