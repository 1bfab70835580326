import { Refusal, type RefusalCode } from '../../src/refusal.ts';

/**
 * The code of the Refusal with which work ends.
 *
 * @throws Error when it ends otherwise.
 */
export async function refusedWith(work: () => unknown): Promise<RefusalCode> {
  try {
    await work();
  } catch (failure) {
    if (failure instanceof Refusal) return failure.code;
    throw failure;
  }
  throw new Error('It was not refused');
}
