import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Finding, FindingsError } from '../../finding/index.ts';
import { subjectOf } from '../../letters/composeMessage.ts';
import type { OutgoingMessage, OutgoingMessages } from '../../letters/outgoingMessage.ts';
import { sendLetter } from '../../letters/sendLetter.ts';
import type { Register } from '../../register/tables/register.ts';
import { bytesText } from '../../spreadsheet/zip/readErrors.ts';
import { counted, exitCodeFor, printFindings, printJson } from '../options/common.ts';
import type { MailOptions, Posting } from '../options/mailOptions.ts';
import type { CommandContext, ExitCode } from '../terminal/context.ts';
import { startProgress } from '../terminal/progress.ts';
import { type PreparedMessage, prepareMessages } from './prepareMessages.ts';
import { saveDraft } from './saveDraft.ts';

interface Posted {
  readonly instrument: string;
  readonly partner: string;
  readonly kind: OutgoingMessage['key']['kind'];
  readonly recipient: string;
  readonly outcome: 'written' | 'unchanged' | 'left' | 'sent' | 'refused' | 'to be sent';
  /** Of a draft. */
  readonly file?: string;
  readonly messageId?: string;
}

interface Done {
  readonly messages: readonly Posted[];
  readonly findings: readonly Finding[];
}

/** Writes letters as drafts, or sends them, and says what was done. */
export async function deliverMessages(
  surroundings: CommandContext,
  register: Register,
  options: MailOptions,
  posting: Posting,
  { letters, findings: before }: OutgoingMessages,
): Promise<ExitCode> {
  const { ready, gone, findings: left } = await prepareMessages(register, options, posting, letters);
  const first = [...before, ...left];
  if (options.json !== true) printFindings(surroundings, first);
  const folder = options.out ?? join('output', options.round, 'mail');
  const { messages, findings } =
    options.dryRun === true
      ? { messages: ready.map((one) => posted(one, { outcome: 'to be sent' })), findings: [] }
      : posting.server === undefined
        ? await draftAll(surroundings, register, ready, { folder, again: options.again === true })
        : await sendAll(surroundings, register, ready, posting);
  const all = [...first, ...findings];
  const size = ready.reduce((sum, one) => sum + one.size, 0);
  if (options.json === true) {
    const place = posting.server === undefined ? { folder } : { server: posting.server.name };
    printJson(surroundings, { round: options.round, ...place, size, sentBefore: gone, messages, findings: all });
    return exitCodeFor(all);
  }
  printFindings(surroundings, findings);
  const place = posting.server === undefined ? `in ${folder}` : `by ${posting.server.name}`;
  if (options.dryRun === true) surroundings.out(trial(ready, size, place));
  else surroundings.out(`${summary(messages, ready.length, gone)} ${place}.\n`);
  return exitCodeFor(all);
}

async function draftAll(
  surroundings: CommandContext,
  register: Register,
  ready: readonly PreparedMessage[],
  { folder, again }: { readonly folder: string; readonly again: boolean },
): Promise<Done> {
  const progress = startProgress(surroundings, ready.length);
  const messages: Posted[] = [];
  const findings: Finding[] = [];
  for (const one of ready) {
    try {
      const now = surroundings.now();
      const { findings: told, ...drafted } = await saveDraft(register, one.letter, one.to, one.last, {
        folder,
        again: again || one.anew,
        now,
      });
      messages.push(posted(one, drafted));
      findings.push(...told);
    } catch (failure) {
      if (!(failure instanceof FindingsError)) throw failure;
      messages.push(posted(one, { outcome: 'left' }));
      findings.push(...failure.findings);
    }
    progress.step(one.letter.draft);
  }
  progress.end();
  return { messages, findings };
}

async function sendAll(
  surroundings: CommandContext,
  register: Register,
  ready: readonly PreparedMessage[],
  { server, from, perMinute }: Posting,
): Promise<Done> {
  if (server === undefined) throw new Error('There is no server to send by');
  const progress = startProgress(surroundings, ready.length);
  const messages: Posted[] = [];
  const findings: Finding[] = [];
  for (const [index, one] of ready.entries()) {
    if (index > 0) await setTimeout(60_000 / perMinute);
    const { letter, to, last } = one;
    const sender = { server, from, now: surroundings.now };
    const { outcome, messageId, findings: told } = await sendLetter(register, sender, letter, to, last);
    findings.push(...told);
    if (outcome === 'stopped') break;
    messages.push(posted(one, { outcome, messageId }));
    progress.step(`${letter.partner.code} ${outcome}`);
  }
  progress.end();
  return { messages, findings };
}

const posted = (
  { letter: { key }, to }: PreparedMessage,
  done: Pick<Posted, 'outcome' | 'file' | 'messageId'>,
): Posted => ({
  ...{ instrument: key.instrument, partner: key.partner, kind: key.kind, recipient: to.join(', ') },
  ...done,
});

function summary(messages: readonly Posted[], expected: number, gone: number): string {
  const count = (outcome: Posted['outcome']): number => messages.filter((one) => one.outcome === outcome).length;
  const parts = [
    ...(count('written') > 0 ? [`${counted(count('written'), 'draft')} written`] : []),
    ...(count('unchanged') > 0 ? [`${counted(count('unchanged'), 'draft')} unchanged`] : []),
    ...(count('left') > 0 ? [`${count('left')} left alone`] : []),
    ...(count('sent') > 0 ? [`${counted(count('sent'), 'message')} sent`] : []),
    ...(count('refused') > 0 ? [`${count('refused')} refused`] : []),
    ...(expected > messages.length ? [`${expected - messages.length} not sent yet`] : []),
    ...(gone > 0 ? [`${gone} sent before`] : []),
  ];
  return parts.length === 0 ? 'No messages' : parts.join(', ');
}

/** What would be done, with the first message in full. */
function trial([first, ...others]: readonly PreparedMessage[], size: number, place: string): string {
  if (first === undefined) return `There would be no messages ${place}.\n`;
  const { letter, to } = first;
  const { words, attachment } = letter;
  return `There would be ${counted(others.length + 1, 'message')} ${place}, ${bytesText(size)} in all. Nothing was written or sent. The first:

To: ${to.join(', ')}
Reply-To: ${letter.replyTo}
Subject: ${subjectOf({ ...letter, subject: words.subject })}
Attachment: ${attachment?.name ?? 'none'}

${words.text}
`;
}
