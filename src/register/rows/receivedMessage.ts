/** The e-mail with which a file came. */
export interface ReceivedMessage {
  /** The sender: of a message that was forwarded as an attachment, its author. Absent if it has none. */
  readonly sender?: Correspondent;
  readonly subject: string;
  /** The time at which it was sent, by the sender's clock. */
  readonly sent?: Date;
  /** With its angle brackets. */
  readonly messageId?: string;
  /** Addresses of those who forwarded it as an attachment, the last of them first. */
  readonly forwardedBy: readonly string[];
  /** The time at which it was received: of nested messages, the outermost. Absent if unknown. */
  readonly arrived?: Date;
  /** Its kind, or that of a message around it, if it is automatic, as a clause: "is marked as automatic (precedence: bulk)". */
  readonly mark?: string;
  /** The source of the time: a mail server or mailbox that received it, or only the sender. */
  readonly clock: 'receiver' | 'sender';
}

export interface Correspondent {
  /** Empty if only the address is known. */
  readonly name: string;
  readonly address: string;
}
