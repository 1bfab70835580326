/** Limits for reading e-mail. Mail servers accept 25 to 50 MB, and base64 adds a third to a file. */
export interface MailLimits {
  /** Bytes of one message, before decoding. */
  readonly messageBytes: number;
  /** Messages nested in one another, with archives between them. Each is in memory while its content is read. */
  readonly messageDepth: number;
  /** MIME parts of one message nested in one another. Mail programs reach about five. */
  readonly partDepth: number;
  /** Lines that may begin a part (`--…`): each costs a parser time. */
  readonly partLines: number;
  /** Bytes of the headers of one message and its parts. */
  readonly headerBytes: number;
  /** Attachments and files of archives in one message and those nested in it. */
  readonly files: number;
  /** Bytes of all these files together. */
  readonly unpackedBytes: number;
  /** Characters of a message's text that are searched for links. */
  readonly textCharacters: number;
}

const megabyte = 1024 * 1024;

export const defaultMailLimits: MailLimits = {
  messageBytes: 60 * megabyte,
  messageDepth: 10,
  partDepth: 64,
  partLines: 10_000,
  headerBytes: megabyte,
  files: 2_000,
  unpackedBytes: 500 * megabyte,
  textCharacters: 1_000_000,
};
