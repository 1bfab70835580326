import { Refusal } from '../../refusal.ts';
import { openQueue, type Queue } from '../../register/queue/openQueue.ts';
import type { Register } from '../../register/tables/register.ts';

/** The queue of a register. @throws Refusal when it is a file. */
export async function queueOf(register: Register): Promise<Queue> {
  const queue = await openQueue(register, 'use');
  if (queue !== undefined) return queue;
  throw new Refusal(
    'register.unusable',
    (input) =>
      `A register in a file has no queue: import reads files at once. For a queue, ${input('register')} is the address of a PostgreSQL database, as in postgres://user@host/database.`,
  );
}
