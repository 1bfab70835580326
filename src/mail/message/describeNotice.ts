import { type Finding, finding } from '../../finding/index.ts';
import { classifyMessage, type Failure } from './classifyMessage.ts';
import type { Message } from './message.ts';

/** What there is to say of a message that is no letter. Only files that partners filled in are taken from it. */
export interface Notice {
  readonly findings: readonly Finding[];
  /** What the message is, as a clause about a return in it: "is a read receipt". */
  readonly mark: string;
  /** Whether a program passed it on that may as well have passed on a letter, so that what may be a damaged return is reported. */
  readonly mayBeLetter: boolean;
  /** Whether the findings are reported even where a return was taken from it. */
  readonly isAlwaysShown: boolean;
  /** Addresses that a message sent from here did not reach. */
  readonly failures?: readonly Failure[];
}

/**
 * @param isOwn Whether it has the Message-ID of a message that was sent from here.
 * @returns undefined for a letter.
 */
export function describeNotice(message: Message, isOwn: boolean): Notice | undefined {
  const { subject } = message;
  const nature = classifyMessage(message);
  switch (nature.kind) {
    case 'letter':
      return isOwn
        ? notice('is a copy of one that was sent from here', [finding('message.own-message', {}, {})])
        : undefined;
    case 'automatic': {
      const { mark } = nature;
      const attached = namesOf(message);
      const found = finding('message.automatic-reply', {}, { subject, mark, attached });
      return { ...notice(`is marked as automatic (${mark})`, [found]), mayBeLetter: !isOwn };
    }
    case 'bounce': {
      const findings = nature.failures.map(({ recipient, isPermanent, detail }) =>
        finding('message.bounce', {}, { recipient, isPermanent, detail }),
      );
      const { failures } = nature;
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
  ...{ mayBeLetter: false, isAlwaysShown: false },
});

/** Names that are shown; a hostile message has thousands. */
const maxNames = 10;

const namesOf = ({ attachments }: Message): readonly string[] =>
  attachments
    .filter(({ isInline, name }) => !isInline && name !== '')
    .slice(0, maxNames)
    .map(({ name }) => name.slice(0, 200));
