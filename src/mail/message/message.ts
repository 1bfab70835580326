import type { Correspondent } from '../../register/rows/receivedMessage.ts';

/** An e-mail, whatever form it came in, as far as returns are concerned. */
export interface Message {
  readonly sender: Correspondent | undefined;
  readonly subject: string;
  /** When it was sent, by the sender's own clock. */
  readonly sent: Date | undefined;
  /** When it came, as the last mail server wrote into it. */
  readonly delivered: Date | undefined;
  /** With its angle brackets. */
  readonly messageId: string | undefined;
  /** The first of each header, by its name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Outlook's own word for what a message is: `IPM.Note`, `REPORT.IPM.Note.NDR`. */
  readonly messageClass: string | undefined;
  /** Plain text and HTML, cut at the limit. */
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** Whether what is attached may have been left out when the message was saved. */
  readonly isWithoutContent?: boolean;
}

export interface Attachment {
  /** Empty where it has none. */
  readonly name: string;
  /** As declared, in lower case: a hint, no more. */
  readonly type: string;
  /** Shown within the text, as the pictures of signatures are. */
  readonly isInline: boolean;
  readonly bytes: Uint8Array;
}
