/** The e-mail with which a file came. */
export interface ReceivedMessage {
  /** Who sent it: of a message that was forwarded as an attachment, whoever wrote that. Absent where it does not say. */
  readonly sender?: Correspondent;
  readonly subject: string;
  /** When it was sent, by the sender's own clock. */
  readonly sent?: Date;
  /** With its angle brackets. */
  readonly messageId?: string;
  /** Addresses of those who passed it on as an attachment, the last of them first. */
  readonly forwardedBy: readonly string[];
  /** When it came to us: of messages inside one another, the outermost. Absent where nothing says so. */
  readonly arrived?: Date;
  /** What it is, or one around it, where that is no letter, as a clause: "is marked as automatic (precedence: bulk)". */
  readonly mark?: string;
  /** Who says so: a mail server or mailbox that received it, or nobody but the sender. */
  readonly clock: 'receiver' | 'sender';
}

export interface Correspondent {
  /** Empty where only the address is known. */
  readonly name: string;
  readonly address: string;
}
