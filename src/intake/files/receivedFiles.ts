import { type Finding, FindingsError } from '../../finding/index.ts';
import { type UnpackContext, type Unpacked, unpackMail } from '../../mail/unpackMail.ts';
import { mboxMessages, messageTooLarge } from './mboxMessages.ts';
import type { Received } from './received.ts';

/** A file that is read in pieces, as it may be larger than memory. */
export interface Pieces {
  readonly pieces: Iterable<Uint8Array>;
  /** Bytes in all. */
  readonly size: number;
}

/** A workbook, an archive of them, or a message. */
export interface FileToImport {
  /** As it is reported, with its folder. */
  readonly path: string;
  /** Without its folder. */
  readonly name: string;
  /** Its bytes; of an mbox in pieces. @throws FindingsError for what cannot be read, or is no file. */
  readonly read: () => Uint8Array | Pieces;
  /** For one message of a mailbox or of an mbox: how it is named, and when it arrived there. */
  readonly message?: { readonly name: string; readonly delivered?: Date; readonly separated?: Date };
}

/** The files that were found, archives and messages unpacked; read one at a time, as they are asked for. */
export async function* receivedFiles(
  found: readonly FileToImport[],
  unpacking: UnpackContext,
): AsyncGenerator<Received> {
  for (const [index, one] of found.entries()) {
    const left = found.length - index - 1;
    for await (const file of filesIn(one, unpacking)) {
      const inside = (name: string): string => (file.path === '' ? name : `${name} > ${file.path}`);
      const following = file.following + left;
      const source = file.source === '' ? one.path : `${one.path} > ${file.source}`;
      yield { ...file, path: inside(one.path), name: inside(one.name), source, following };
    }
  }
}

/** With the message of an mbox in which it came; empty where the file came by itself. */
type Sourced = Unpacked & { readonly source: string };

async function* filesIn(one: FileToImport, unpacking: UnpackContext): AsyncGenerator<Sourced> {
  const refused = (findings: readonly Finding[]): Sourced => ({
    ...{ path: '', source: '', content: { findings }, following: 0 },
  });
  try {
    const content = one.read();
    if ('pieces' in content) yield* mailsIn(content, unpacking);
    else {
      const { message } = one;
      const isMessage = message !== undefined;
      const source = message?.name ?? '';
      for await (const file of unpackMail(content, { ...unpacking, ...message }, {}, isMessage))
        yield { ...file, source };
    }
  } catch (failure) {
    if (!(failure instanceof FindingsError)) throw failure;
    yield refused(failure.findings);
  }
}

/** The messages of an mbox, which may be larger than memory. */
async function* mailsIn({ pieces, size: all }: Pieces, unpacking: UnpackContext): AsyncGenerator<Sourced> {
  let count = 0;
  let bytes = 0;
  for (const { name, content, delivered } of mboxMessages(pieces)) {
    count += 1;
    const size = 'size' in content ? content.size : content.bytes.length;
    bytes += size;
    // Nobody knows how many there are before the end: as many as there were in as many bytes.
    const following = Math.round((Math.max(0, all - bytes) / bytes) * count);
    if ('size' in content) {
      yield { path: name, source: name, content: messageTooLarge(size), following };
      continue;
    }
    const separated = delivered === undefined ? {} : { separated: delivered };
    for await (const file of unpackMail(content.bytes, { ...unpacking, name, ...separated }, {}, true)) {
      yield { ...file, source: name, following: file.following + following };
    }
  }
}
