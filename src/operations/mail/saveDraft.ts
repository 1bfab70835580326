import { type Finding, finding } from '../../finding/index.ts';
import { composeMessage } from '../../letters/composeMessage.ts';
import { contentOf, newMessageId, type OutgoingMessage } from '../../letters/outgoingMessage.ts';
import { forgetMessage, type Message, messagesOf, recordMessage, recordState } from '../../register/rows/messages.ts';
import type { Register } from '../../register/tables/register.ts';
import type { Folder } from '../workbooks/folder.ts';
import { fileDigest, sha256 } from '../workbooks/saveWorkbook.ts';

export interface Drafted {
  readonly outcome: 'written' | 'unchanged' | 'left';
  readonly file: string;
  readonly messageId: string;
  readonly findings: readonly Finding[];
}

/**
 * Writes a letter as a file that opens ready to be sent. The same draft again changes nothing, and one that somebody has
 * changed is left alone.
 *
 * @param last The last earlier message on the same matter.
 * @throws FindingsError when the file cannot be written.
 */
export async function saveDraft(
  register: Register,
  letter: OutgoingMessage,
  to: readonly string[],
  last: Message | undefined,
  { folder, again, now }: { readonly folder: Folder; readonly again: boolean; readonly now: Date },
): Promise<Drafted> {
  const file = folder.pathOf(letter.draft);
  const recipient = to.join(', ');
  const same = !again && last?.state === 'drafted' && last.recipient === recipient ? last : undefined;
  const messageId = same?.message_id ?? newMessageId(letter.replyTo);
  const at = same === undefined ? now : new Date(same.at);
  const bytes = await composeMessage({ ...contentOf(letter, to), messageId, date: at, manner: 'draft' });
  const digest = sha256(bytes);
  const present = fileDigest(folder, letter.draft);
  if (present === digest) return { outcome: 'unchanged', file, messageId, findings: [] };
  if (present !== undefined && !(await isOwn(register, letter, present))) {
    return {
      outcome: 'left',
      file,
      messageId,
      findings: [finding('mail.draft-changed', { file: letter.draft }, {})],
    };
  }
  // The register comes first, so that a draft that it does not know is always one that somebody has changed.
  const state = { state: 'drafted', at, detail: null, draft: digest } as const;
  const id = same?.id ?? (await recordMessage(register, letter.key, { message_id: messageId, recipient }, state));
  if (same !== undefined) await recordState(register, id, state);
  try {
    folder.save(letter.draft, bytes);
  } catch (failure) {
    if (same === undefined) await forgetMessage(register, id, at);
    else await recordState(register, id, { ...state, draft: same.draft });
    throw failure;
  }
  return { outcome: 'written', file, messageId, findings: [] };
}

/** Whether Scorebook wrote the draft. */
async function isOwn(register: Register, { key }: OutgoingMessage, digest: string): Promise<boolean> {
  return (await messagesOf(register, key)).some(({ draft }) => draft === digest);
}
