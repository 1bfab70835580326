import { type Finding, finding } from '../../finding/index.ts';
import type { OperationContext } from '../rounds/operationContext.ts';
import { countQueue } from './countQueue.ts';

/** What is to be known of a copy of a register: files that wait to be imported are not in it. */
export async function queueFindings(context: OperationContext): Promise<readonly Finding[]> {
  const { waiting, beingRead } = await countQueue(context);
  const files = waiting + beingRead;
  return files === 0 ? [] : [finding('register.queue-left-out', {}, { files })];
}
