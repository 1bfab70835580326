import type { Command } from 'commander';
import { allLetters, type OutgoingMessages } from '../../../letters/outgoingMessage.ts';
import { receiptLetters, type ToAcknowledge } from '../../../letters/receiptLetters.ts';
import { returnSenders } from '../../../register/rows/returnSenders.ts';
import { storedFindings } from '../../../register/rows/storedFindings.ts';
import type { Register } from '../../../register/tables/register.ts';
import { loadResponses } from '../../../rounds/returns/loadResponses.ts';
import { readWordings } from '../../input/readWordings.ts';
import { type MailOptions, postingOf, withMailOptions } from '../../options/mailOptions.ts';
import { type MailRound, mailRounds } from '../../options/mailRounds.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { deliverMessages } from '../../output/deliverMessages.ts';
import type { CommandContext, ExitCode } from '../../terminal/context.ts';

export function receiptCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  withMailOptions(program.command('receipt'))
    .summary('write an e-mail that acknowledges each return, or send it')
    .description(
      'Writes an e-mail for each return that is not acknowledged yet: when it came, how complete it is, where each part stands, and what was found in it.',
    )
    .action(async (options: MailOptions) => {
      done(await receipt(surroundings, options));
    });
}

function receipt(surroundings: CommandContext, options: MailOptions): Promise<ExitCode> {
  const posting = postingOf(surroundings, options);
  const { receipt: wording } = readWordings(options.wording);
  return withExistingRegister(surroundings, options.register, 'write', async (opened) => {
    const { register } = opened;
    const all: OutgoingMessages[] = [];
    for (const context of await mailRounds(opened, options)) {
      all.push(receiptLetters(context, await toAcknowledge(register, context), wording));
    }
    return deliverMessages(surroundings, register, options, posting, allLetters(all));
  });
}

async function toAcknowledge(
  register: Register,
  { instrument, partners }: MailRound,
): Promise<readonly ToAcknowledge[]> {
  const returns = partners.flatMap(({ partner, returns: own }) => own.map((summary) => ({ partner, summary })));
  const responses = await loadResponses(
    register,
    instrument,
    returns.map(({ summary }) => summary.id),
  );
  const bringers = await returnSenders(register);
  const all: ToAcknowledge[] = [];
  for (const { partner, summary } of returns) {
    const response = responses.get(summary.id);
    if (response === undefined) throw new Error(`Return ${summary.id} has no answers`);
    const { messageId } = bringers.get(summary.id) ?? {};
    const findings = await storedFindings(register, summary.id);
    all.push({ partner, summary, response, findings, ...(messageId ? { inReplyTo: messageId } : {}) });
  }
  return all;
}
