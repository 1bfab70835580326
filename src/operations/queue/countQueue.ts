import { openQueue, type WaitingCounts } from '../../register/queue/openQueue.ts';
import type { OperationContext } from '../rounds/operationContext.ts';

/** How many files wait to be imported. There are none where nothing was ever queued, and in a register in a file. */
export async function countQueue({ register }: OperationContext): Promise<WaitingCounts> {
  const queue = await openQueue(register, 'read');
  return queue === undefined ? { waiting: 0, beingRead: 0, oldest: undefined } : queue.count();
}
