import { basename } from 'node:path';
import { type Finding, FindingsError } from '../finding.ts';
import { defaultMailLimits } from '../mail/limits.ts';
import { mailTooLarge } from '../mail/mailRefusals.ts';
import { splitMbox } from '../mail/splitMbox.ts';
import { type UnpackContext, type Unpacked, unpackMail } from '../mail/unpackMail.ts';
import { type Found, mboxPieces, type Pieces, readReturn } from './returnFiles.ts';

/** A file as it is imported, from a folder, or from archives and messages there; or what there is to say of one. */
export interface Received extends Omit<Unpacked, 'path'> {
  /** `returns/archive.zip > folder/name.xlsx`, `mail.mbox > message 3 "RE: return" > name.xlsx`. */
  readonly path: string;
  /** The same without the folder around it all. */
  readonly name: string;
}

/** The files that were found, archives and messages unpacked; read one at a time, as they are asked for. */
export async function* receivedFiles(found: readonly Found[], unpacking: UnpackContext): AsyncGenerator<Received> {
  for (const [index, one] of found.entries()) {
    const left = found.length - index - 1;
    for await (const file of filesIn(one, unpacking)) {
      const inside = (name: string): string => (file.path === '' ? name : `${name} > ${file.path}`);
      const following = file.following + left;
      yield { ...file, path: inside(one.path), name: inside(basename(one.path)), following };
    }
  }
}

async function* filesIn(one: Found, unpacking: UnpackContext): AsyncGenerator<Unpacked> {
  const refused = (findings: readonly Finding[]): Unpacked => ({ path: '', content: { findings }, following: 0 });
  if (one.finding !== undefined) {
    yield refused([one.finding]);
    return;
  }
  try {
    const pieces = mboxPieces(one.path);
    if (pieces === undefined) yield* unpackMail(readReturn(one.path), unpacking);
    else yield* mailsIn(pieces, unpacking);
  } catch (failure) {
    if (!(failure instanceof FindingsError)) throw failure;
    yield refused(failure.findings);
  }
}

/** The messages of an mbox, which may be larger than memory. */
async function* mailsIn({ pieces, size: all }: Pieces, unpacking: UnpackContext): AsyncGenerator<Unpacked> {
  const { messageBytes } = defaultMailLimits;
  let count = 0;
  let bytes = 0;
  for (const { content, delivered } of splitMbox(pieces, messageBytes)) {
    count += 1;
    const name = `message ${count}`;
    const size = 'size' in content ? content.size : content.bytes.length;
    bytes += size;
    // Nobody knows how many there are before the end: as many as there were in as many bytes.
    const following = Math.round((Math.max(0, all - bytes) / bytes) * count);
    if ('size' in content) {
      yield { path: name, content: mailTooLarge('size', size, messageBytes), following };
      continue;
    }
    const separated = delivered === undefined ? {} : { separated: delivered };
    for await (const file of unpackMail(content.bytes, { ...unpacking, name, ...separated }, {}, true)) {
      yield { ...file, following: file.following + following };
    }
  }
}
