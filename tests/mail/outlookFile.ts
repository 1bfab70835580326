import { compoundBytes, type Folder } from '../spreadsheet/compoundBytes.ts';

/** A message as Outlook saves it, as far as it matters here. */
export interface OutlookLetter {
  readonly subject?: string;
  readonly sender?: { readonly name: string; readonly address: string };
  readonly messageClass?: string;
  readonly body?: string;
  /** Headers with which it came over the internet. */
  readonly headers?: string;
  readonly delivered?: Date;
  readonly submitted?: Date;
  readonly attached?: readonly (
    | { readonly name: string; readonly bytes: Uint8Array }
    | { readonly name: string; readonly message: OutlookLetter }
  )[];
}

/** A file of streams and folders (MS-CFB) with the properties of a message (MS-OXMSG). */
export const outlookFile = (letter: OutlookLetter): Uint8Array => compoundBytes(storage(letter, 32));

/** Numbers of properties: their kind, then their type (001F text, 0040 a time, 0102 bytes, 000D a folder, 0003 a number). */
const delivery = 0x0e060040;
const submission = 0x00390040;

function storage(letter: OutlookLetter, headerBytes: number): Folder {
  const { sender } = letter;
  const texts: Readonly<Record<string, string | undefined>> = {
    '001A': letter.messageClass ?? 'IPM.Note',
    '0037': letter.subject ?? 'Our return',
    '0C1A': sender?.name,
    '5D01': sender?.address,
    '1000': letter.body ?? 'Please find attached.',
    '007D': letter.headers,
  };
  const times = [
    ...(letter.delivered === undefined ? [] : [timeProperty(delivery, letter.delivered)]),
    ...(letter.submitted === undefined ? [] : [timeProperty(submission, letter.submitted)]),
  ];
  return {
    '__properties_version1.0': Buffer.concat([Buffer.alloc(headerBytes), ...times]),
    '__nameid_version1.0': { '__substg1.0_00020102': new Uint8Array(0) },
    ...textStreams(texts),
    ...Object.fromEntries(
      (letter.attached ?? []).map((one, index) => [
        `__attach_version1.0_#${index.toString(16).padStart(8, '0').toUpperCase()}`,
        {
          '__properties_version1.0': Buffer.alloc(8),
          ...textStreams({ '3707': one.name, '3001': one.name }),
          ...('bytes' in one
            ? { '__substg1.0_37010102': one.bytes }
            : { '__substg1.0_3701000D': storage(one.message, 24) }),
        },
      ]),
    ),
  };
}

const textStreams = (texts: Readonly<Record<string, string | undefined>>): Folder =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([property, text]) =>
      text === undefined ? [] : [[`__substg1.0_${property}001F`, new Uint8Array(Buffer.from(text, 'utf16le'))]],
    ),
  );

/** Times are counted in tenths of microseconds since 1601. */
function timeProperty(property: number, time: Date): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(property, 0);
  bytes.writeUInt32LE(6, 4);
  bytes.writeBigUInt64LE((BigInt(time.getTime()) + 11_644_473_600_000n) * 10_000n, 8);
  return bytes;
}
