import { GCProfiler, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * The most bytes of objects and buffers that work held at any time beyond what there was before, as each full collection of
 * garbage found it. Garbage is not counted, but for some 20 MB of buffers that are freed beside the work: how much of it waits
 * depends on the machine, and so does the memory of a process.
 */
export async function maxBytesHeld(work: () => unknown): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  // The second time waits for the buffers of the first, which are freed beside.
  collect();
  collect();
  const { used_heap_size, external_memory } = getHeapStatistics();
  const profiler = new GCProfiler();
  profiler.start();
  await work();
  collect();
  const held = profiler
    .stop()
    .statistics.filter(({ gcType }) => gcType === 'MarkSweepCompact')
    .map(({ afterGC: { heapStatistics } }) => heapStatistics.usedHeapSize + heapStatistics.externalMemory);
  return Math.max(...held) - used_heap_size - external_memory;
}
