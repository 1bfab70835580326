import { setTimeout } from 'node:timers/promises';
import { type Finding, FindingsError } from '../../finding/index.ts';
import { subjectOf } from '../../letters/composeMessage.ts';
import type { MailServer } from '../../letters/mailServer.ts';
import type { OutgoingMessages } from '../../letters/outgoingMessage.ts';
import { sendLetter } from '../../letters/sendLetter.ts';
import type { MessageKey } from '../../register/rows/messages.ts';
import type { OperationContext, Watcher } from '../rounds/operationContext.ts';
import type { MailRequest, Posting } from './mailRequest.ts';
import { type PreparedMessage, prepareMessages } from './prepareMessages.ts';
import { saveDraft } from './saveDraft.ts';

export interface DeliveredMessage {
  /** Key of the instrument. */
  readonly instrument: string;
  /** Code of the partner. */
  readonly partner: string;
  readonly kind: MessageKey['kind'];
  /** Addresses, with commas between them. */
  readonly recipient: string;
  readonly outcome: 'written' | 'unchanged' | 'left' | 'sent' | 'refused' | 'to be sent';
  /** Path of a draft. */
  readonly file?: string;
  readonly messageId?: string;
}

/** A message as its reader sees it. */
export interface MessagePreview {
  readonly to: readonly string[];
  readonly replyTo: string;
  readonly subject: string;
  /** Name of the file. */
  readonly attachment: string | undefined;
  readonly text: string;
}

export interface Delivered {
  readonly messages: readonly DeliveredMessage[];
  /** How many could go: more than there are messages where sending was stopped. */
  readonly ready: number;
  /** Bytes of all that could go. */
  readonly size: number;
  /** How many were sent before. */
  readonly sentBefore: number;
  /** The first that could go. */
  readonly first: MessagePreview | undefined;
  readonly findings: readonly Finding[];
}

type Done = Pick<Delivered, 'messages' | 'findings'>;

/** Saves letters as drafts, or sends them. */
export async function deliverMessages(
  context: OperationContext,
  request: MailRequest,
  posting: Posting,
  { letters, findings: before }: OutgoingMessages,
  watcher: Watcher = {},
): Promise<Delivered> {
  const { ready, sentBefore, findings: left } = await prepareMessages(context.register, request, posting, letters);
  const first = [...before, ...left];
  watcher.onFindings?.(first);
  const deliver = (): Promise<Done> =>
    posting.server === undefined
      ? draftAll(context, ready, posting, request, watcher)
      : sendAll(context, ready, { ...posting, server: posting.server }, watcher);
  const { messages, findings } =
    request.dryRun === true
      ? { messages: ready.map((one) => delivered(one, { outcome: 'to be sent' })), findings: [] }
      : await deliver();
  return {
    messages,
    ready: ready.length,
    size: ready.reduce((sum, one) => sum + one.size, 0),
    sentBefore,
    first: ready[0] && previewOf(ready[0]),
    findings: [...first, ...findings],
  };
}

async function draftAll(
  { register, now }: OperationContext,
  ready: readonly PreparedMessage[],
  { drafts }: Posting,
  { again = false }: MailRequest,
  watcher: Watcher = {},
): Promise<Done> {
  const messages: DeliveredMessage[] = [];
  const findings: Finding[] = [];
  for (const one of ready) {
    try {
      const manner = { folder: drafts, again: again || one.anew, now: now() };
      const { findings: found, ...drafted } = await saveDraft(register, one.letter, one.to, one.last, manner);
      messages.push(delivered(one, drafted));
      findings.push(...found);
    } catch (failure) {
      if (!(failure instanceof FindingsError)) throw failure;
      messages.push(delivered(one, { outcome: 'left' }));
      findings.push(...failure.findings);
    }
    watcher.onProgress?.(one.letter.draft, ready.length);
  }
  return { messages, findings };
}

async function sendAll(
  { register, now }: OperationContext,
  ready: readonly PreparedMessage[],
  { server, from, perMinute }: Posting & { readonly server: MailServer },
  watcher: Watcher = {},
): Promise<Done> {
  const messages: DeliveredMessage[] = [];
  const findings: Finding[] = [];
  for (const [index, one] of ready.entries()) {
    if (index > 0) await setTimeout(60_000 / perMinute);
    const { letter, to, last } = one;
    const { outcome, messageId, findings: found } = await sendLetter(register, { server, from, now }, letter, to, last);
    findings.push(...found);
    if (outcome === 'stopped') break;
    messages.push(delivered(one, { outcome, messageId }));
    watcher.onProgress?.(`${letter.partner.code} ${outcome}`, ready.length);
  }
  return { messages, findings };
}

const delivered = (
  { letter: { key }, to }: PreparedMessage,
  done: Pick<DeliveredMessage, 'outcome' | 'file' | 'messageId'>,
): DeliveredMessage => ({
  ...{ instrument: key.instrument, partner: key.partner, kind: key.kind, recipient: to.join(', ') },
  ...done,
});

const previewOf = ({ letter, to }: PreparedMessage): MessagePreview => ({
  to,
  replyTo: letter.replyTo,
  subject: subjectOf({ ...letter, subject: letter.words.subject }),
  attachment: letter.attachment?.name,
  text: letter.words.text,
});
