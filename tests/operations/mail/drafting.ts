import type { Posting } from '../../../src/operations/mail/mailRequest.ts';
import type { MemoryFolder } from '../memoryRound.ts';

/** Messages are saved as drafts. */
export const draftingTo = (drafts: MemoryFolder): Posting => ({
  ...{ server: undefined, from: undefined, perMinute: 20, maxBytes: 25 * 1024 * 1024, drafts },
});
