import type { Message } from '../../register/rows/messages.ts';
import type { PartnerProgress } from './roundProgress.ts';

const isSending = ({ kind }: Message): boolean => kind === 'sending';

/** Whether any workbook of a round was sent by Scorebook's e-mail. */
export const wasMailed = (partners: readonly PartnerProgress[]): boolean =>
  partners.some(({ messages }) => messages.some(isSending));

export type SendingMethod = 'e-mail' | 'another way' | 'unknown';

/** How the workbooks of a round are sent, judging by messages and returns. */
export function sendingMethodOf(partners: readonly PartnerProgress[]): SendingMethod {
  if (wasMailed(partners)) return 'e-mail';
  const isOut = partners.some(
    ({ messages, returns, refused, sentByHand }) =>
      messages.length + returns.length + refused > 0 || sentByHand !== undefined,
  );
  return isOut ? 'another way' : 'unknown';
}

/** Whether a workbook may have reached a partner; a draft may have been sent by hand. */
export const mayHaveArrived = ({ messages, sentByHand }: PartnerProgress): boolean =>
  sentByHand !== undefined ||
  messages.some((message) => isSending(message) && message.state !== 'refused' && message.state !== 'bounced');
