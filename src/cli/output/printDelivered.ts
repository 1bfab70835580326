import { counted } from '../../finding/wording/quote.ts';
import type { Delivered, MessagePreview } from '../../operations/mail/deliverMessages.ts';
import { bytesText } from '../../spreadsheet/zip/readErrors.ts';
import { draftFolder, type MailOptions } from '../options/mailOptions.ts';
import type { CommandContext, ExitCode } from '../terminal/context.ts';
import { exitCodeFor, printResult } from '../terminal/print.ts';

/**
 * Prints what became of e-mails.
 *
 * @param server Name of the server that sent them; undefined for drafts.
 * @param more What else the result has as JSON.
 */
export function printDelivered(
  surroundings: CommandContext,
  options: MailOptions,
  server: string | undefined,
  delivered: Delivered,
  more: Readonly<Record<string, unknown>> = {},
): ExitCode {
  const { messages, size, sentBefore, findings } = delivered;
  const folder = draftFolder(options);
  const place = server === undefined ? { folder } : { server };
  const result = { round: options.round, ...place, size, sentBefore, messages, findings, ...more };
  const where = server === undefined ? `in ${folder}` : `by ${server}`;
  const text = options.dryRun === true ? trial(delivered, where) : `${summary(delivered)} ${where}.`;
  printResult(surroundings, options, result, [text]);
  return exitCodeFor(findings);
}

function summary({ messages, ready, sentBefore }: Delivered): string {
  const count = (outcome: Delivered['messages'][number]['outcome']): number =>
    messages.filter((one) => one.outcome === outcome).length;
  const parts = [
    ...(count('written') > 0 ? [`${counted(count('written'), 'draft')} written`] : []),
    ...(count('unchanged') > 0 ? [`${counted(count('unchanged'), 'draft')} unchanged`] : []),
    ...(count('left') > 0 ? [`${count('left')} left alone`] : []),
    ...(count('sent') > 0 ? [`${counted(count('sent'), 'message')} sent`] : []),
    ...(count('refused') > 0 ? [`${count('refused')} refused`] : []),
    ...(ready > messages.length ? [`${ready - messages.length} not sent yet`] : []),
    ...(sentBefore > 0 ? [`${sentBefore} sent before`] : []),
  ];
  return parts.length === 0 ? 'No messages' : parts.join(', ');
}

/** The result of a trial run: the number of messages, and the first. */
function trial({ first, ready, size }: Delivered, where: string): string {
  if (first === undefined) return `There would be no messages ${where}.`;
  const what = `${counted(ready, 'message')} ${where}, ${bytesText(size)} in all`;
  return `There would be ${what}. Nothing was written or sent. The first:\n\n${describeMessage(first)}`;
}

/** A message in full. */
const describeMessage = ({ to, replyTo, subject, attachment, text }: MessagePreview): string =>
  `To: ${to.join(', ')}
Reply-To: ${replyTo}
Subject: ${subject}
Attachment: ${attachment ?? 'none'}

${text}`;
