/** How much of what comes by e-mail is read. Mail servers take 25 to 50 MB, and base64 makes a third more of a file. */
export interface MailLimits {
  /** Bytes of one message as it came. */
  readonly messageBytes: number;
  /** Messages inside one another, with archives between them. Each is in memory while what is in it is read. */
  readonly messageDepth: number;
  /** Parts of one message inside one another. Mail programs reach about five. */
  readonly partDepth: number;
  /** Lines that may begin a part (`--…`): parsers pay for each. */
  readonly partLines: number;
  /** Bytes of the headers of one message and its parts. */
  readonly headerBytes: number;
  /** Attachments, and files of archives, that are taken from one message and those inside it. */
  readonly files: number;
  /** Bytes of them together. */
  readonly unpackedBytes: number;
  /** Characters of a message's text in which links are looked for. */
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
