import { type Finding, finding } from '../finding/index.ts';
import { ukTime } from '../time.ts';
import type { ReceivedFile } from './record/incomingFile.ts';

/** Warnings about the e-mail with which a return came (rule E29); the return is accepted nevertheless. */
export function checkMessage({ message, stated }: ReceivedFile, email: string | null): readonly Finding[] {
  if (message === undefined) return [];
  const { sender, forwardedBy, sent, clock, mark } = message;
  const senders = [...(sender === undefined ? [] : [sender.address]), ...forwardedBy];
  const known = domainsIn(email ?? '');
  const isKnown = senders.some((address) =>
    domainsIn(address).some((own) => known.some((other) => areOne(own, other))),
  );
  return [
    ...(mark === undefined ? [] : [finding('return.automatic-message', {}, { mark })]),
    ...(known.length > 0 && senders[0] !== undefined && !isKnown
      ? [finding('return.other-sender', {}, { sender: senders[0], known: email ?? '' })]
      : []),
    ...(clock === 'sender' && stated === undefined
      ? [
          finding(
            'return.sender-clock',
            {},
            { sent: message.arrived === undefined || sent === undefined ? null : ukTime(sent) },
          ),
        ]
      : []),
  ];
}

/** A list may have several addresses for one partner, and names beside them. */
const domainsIn = (text: string): readonly string[] =>
  [...text.matchAll(/@([^\s@,;<>"]+)/g)].map(([, domain = '']) => domain.toLowerCase().replace(/\.$/, ''));

/** Departments have domains of their own, of which the organisation's is a part. */
const areOne = (one: string, other: string): boolean =>
  one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
