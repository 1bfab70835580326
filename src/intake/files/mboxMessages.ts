import type { Finding } from '../../finding/index.ts';
import { type MboxMessage, splitMbox } from '../../mail/files/splitMbox.ts';
import { defaultMailLimits } from '../../mail/limits/limits.ts';
import { mailTooLarge } from '../../mail/limits/readErrors.ts';

/** The messages of an mbox, each named by its place. */
export function* mboxMessages(pieces: Iterable<Uint8Array>): Generator<MboxMessage & { readonly name: string }> {
  let count = 0;
  for (const message of splitMbox(pieces, defaultMailLimits.messageBytes)) {
    count += 1;
    yield { ...message, name: `message ${count}` };
  }
}

/** What is said of a message of so many bytes. */
export const messageTooLarge = (size: number): { readonly findings: readonly Finding[] } =>
  mailTooLarge('size', size, defaultMailLimits.messageBytes);
