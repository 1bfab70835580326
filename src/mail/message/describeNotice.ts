import { type Finding, finding } from '../../finding/index.ts';
import { classifyMessage, type Failure } from './classifyMessage.ts';
import type { Message } from './message.ts';

/** A message that is not an ordinary one, such as an automatic reply or a bounce. Only workbooks that partners filled in are imported from it. */
export interface Notice {
  readonly findings: readonly Finding[];
  /** The kind of message, as a clause for the finding about a return in it: "is a read receipt". */
  readonly mark: string;
  /** Whether a program may have passed on an ordinary message, so that a file that may be a damaged return is reported. */
  readonly mayBeOrdinary: boolean;
  /** Whether the findings are reported even if a return was found in it. */
  readonly isAlwaysShown: boolean;
  /** Addresses that a message sent from here did not reach. */
  readonly failures?: readonly Failure[];
}

/**
 * Describes a message that is not an ordinary one.
 *
 * @param isOwn Whether it has the Message-ID of a message that Scorebook sent.
 * @returns undefined for an ordinary message.
 */
export function describeNotice(message: Message, isOwn: boolean): Notice | undefined {
  const { subject } = message;
  const classified = classifyMessage(message);
  switch (classified.kind) {
    case 'ordinary':
      return isOwn
        ? notice('is a copy of one that Scorebook sent', [finding('message.own-message', {}, {})])
        : undefined;
    case 'automatic': {
      const { mark } = classified;
      const attached = namesOf(message);
      const found = finding('message.automatic-reply', {}, { subject, mark, attached });
      return { ...notice(`is marked as automatic (${mark})`, [found]), mayBeOrdinary: !isOwn };
    }
    case 'bounce': {
      const findings = classified.failures.map(({ recipient, isPermanent, detail }) =>
        finding('message.bounce', {}, { recipient, isPermanent, detail }),
      );
      const { failures } = classified;
      return { ...notice('reports that another did not arrive', findings), failures, isAlwaysShown: true };
    }
    case 'delivery-report':
      return notice('reports on the delivery of another', [finding('message.delivery-report', {}, { subject })]);
    case 'read-receipt':
      return notice('is a read receipt', [finding('message.read-receipt', {}, { subject })]);
    case 'encrypted': {
      const found = finding('message.encrypted', {}, { subject });
      return { ...notice('is encrypted in part', [found]), isAlwaysShown: true };
    }
  }
}

const notice = (mark: string, findings: readonly Finding[]): Notice => ({
  ...{ findings, mark },
  ...{ mayBeOrdinary: false, isAlwaysShown: false },
});

/** Names of attachments that are shown; a hostile message may have thousands. */
const maxNames = 10;

const namesOf = ({ attachments }: Message): readonly string[] =>
  attachments
    .filter(({ isInline, name }) => !isInline && name !== '')
    .slice(0, maxNames)
    .map(({ name }) => name.slice(0, 200));
