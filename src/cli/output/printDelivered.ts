import type { Delivered, MessagePreview } from '../../operations/mail/deliverMessages.ts';
import { bytesText } from '../../spreadsheet/zip/readErrors.ts';
import { counted, exitCodeFor, printJson } from '../options/common.ts';
import { draftFolder, type MailOptions } from '../options/mailOptions.ts';
import type { CommandContext, ExitCode } from '../terminal/context.ts';

/** Prints what became of e-mails. @param server Name of the server that sent them; undefined for drafts. */
export function printDelivered(
  surroundings: CommandContext,
  options: MailOptions,
  server: string | undefined,
  delivered: Delivered,
): ExitCode {
  const { messages, size, sentBefore, findings, first, ready } = delivered;
  const folder = draftFolder(options);
  if (options.json === true) {
    const place = server === undefined ? { folder } : { server };
    printJson(surroundings, { round: options.round, ...place, size, sentBefore, messages, findings });
    return exitCodeFor(findings);
  }
  const place = server === undefined ? `in ${folder}` : `by ${server}`;
  if (options.dryRun !== true) surroundings.out(`${summary(delivered)} ${place}.\n`);
  else if (first === undefined) surroundings.out(`There would be no messages ${place}.\n`);
  else surroundings.out(trial(first, `${counted(ready, 'message')} ${place}, ${bytesText(size)} in all`));
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

/** What would be done, with the first message in full. */
const trial = ({ to, replyTo, subject, attachment, text }: MessagePreview, what: string): string =>
  `There would be ${what}. Nothing was written or sent. The first:

To: ${to.join(', ')}
Reply-To: ${replyTo}
Subject: ${subject}
Attachment: ${attachment ?? 'none'}

${text}
`;
