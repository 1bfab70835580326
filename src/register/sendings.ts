import type { Message } from './messages.ts';
import type { PartnerProgress } from './roundProgress.ts';

const isSending = ({ kind }: Message): boolean => kind === 'sending';

/** Whether workbooks of a round went out by e-mail of ours at all. */
export const wasMailed = (partners: readonly PartnerProgress[]): boolean =>
  partners.some(({ messages }) => messages.some(isSending));

/** Whether a workbook may have reached a partner by e-mail: a draft may have been sent. */
export const mayHaveArrived = ({ messages }: PartnerProgress): boolean =>
  messages.some((message) => isSending(message) && message.state !== 'refused' && message.state !== 'bounced');
