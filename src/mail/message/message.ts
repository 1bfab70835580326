import type { Correspondent } from '../../register/rows/receivedMessage.ts';

/** An e-mail read from any format, as far as returns are concerned. */
export interface Message {
  readonly sender: Correspondent | undefined;
  readonly subject: string;
  /** The time of sending, by the sender's own clock. */
  readonly sent: Date | undefined;
  /** The time of arrival, as recorded by the last mail server. */
  readonly delivered: Date | undefined;
  /** With its angle brackets. */
  readonly messageId: string | undefined;
  /** The first of each header, by its name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Outlook's message class: `IPM.Note`, `REPORT.IPM.Note.NDR`. */
  readonly messageClass: string | undefined;
  /** Plain text and HTML, each cut at the limit. */
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** Whether attachments may have been left out when the message was saved. */
  readonly isWithoutContent?: boolean;
}

export interface Attachment {
  /** Empty if it has none. */
  readonly name: string;
  /** The declared media type in lower case: only a hint. */
  readonly type: string;
  /** Shown within the text, as the pictures of signatures are. */
  readonly isInline: boolean;
  readonly bytes: Uint8Array;
}
