import type { ReceivedMessage } from '../../register/rows/receivedMessage.ts';
import type { Message } from './message.ts';

/** Returns the facts to be stored of a message with a file in it, and of the messages around it, outermost first. */
export function receivedMessage(
  message: Message,
  {
    around,
    separated,
    mark,
  }: { readonly around: readonly Message[]; readonly separated?: Date; readonly mark?: string },
  { now, delivered }: { readonly now: Date; readonly delivered?: Date },
): ReceivedMessage {
  const outermost = around[0] ?? message;
  const received = notLater(delivered ?? outermost.delivered ?? separated, now);
  const arrived = received ?? notLater(outermost.sent, now);
  return {
    ...(message.sender === undefined ? {} : { sender: message.sender }),
    subject: message.subject,
    ...(message.sent === undefined ? {} : { sent: message.sent }),
    ...(message.messageId === undefined ? {} : { messageId: message.messageId }),
    forwardedBy: around.toReversed().flatMap(({ sender }) => sender?.address ?? []),
    ...(arrived === undefined ? {} : { arrived }),
    ...(mark === undefined ? {} : { mark }),
    clock: received === undefined ? 'sender' : 'receiver',
  };
}

/** Milliseconds. Clocks of machines differ by minutes; a date further in the future is wrong. */
const tolerance = 24 * 60 * 60 * 1000;

function notLater(date: Date | undefined, now: Date): Date | undefined {
  if (date === undefined || date.getTime() > now.getTime() + tolerance) return undefined;
  return date > now ? now : date;
}
