import { type Finding, hasErrors } from '../../finding/index.ts';
import type { Failure } from '../../mail/message/classifyMessage.ts';
import { type MessageKey, recordBounce } from '../../register/rows/messages.ts';
import type { Register } from '../../register/tables/register.ts';
import type { Imported } from '../imported.ts';
import { importReturn } from '../importReturn.ts';
import type { ImportContext } from '../readReturn.ts';
import type { ReceivedFile } from '../record/incomingFile.ts';
import { defaultRefusedLimits, type RefusedRoom, refusedRoom } from '../refusedRoom.ts';
import { readByThread } from './readAhead.ts';
import type { FileOrigin, Received } from './received.ts';

/** A file and the outcome of its import, without its bytes: those of many files would fill the memory. */
export interface ImportedFile extends FileOrigin {
  readonly imported: Imported | NoReturn;
}

/** A message without anything to import, or a part of one. */
export interface NoReturn {
  readonly status: 'no-return';
  readonly findings: readonly Finding[];
  /** Messages from Scorebook that it reports as not delivered. */
  readonly bounced: readonly MessageKey[];
}

/** Imports files in the order in which they come, and yields the outcome of each before it asks for the next. */
export async function* importFiles(
  register: Register,
  context: ImportContext,
  files: AsyncIterable<Received>,
  times: Pick<ReceivedFile, 'received' | 'stated'>,
  room: RefusedRoom = refusedRoom(defaultRefusedLimits),
): AsyncGenerator<ImportedFile> {
  for await (const { content, failures = [], reading, sha256, ...file } of files) {
    const { name, message, source } = file;
    if ('bytes' in content) {
      const { bytes } = content;
      const known = { ...(message && { message }), ...(sha256 && { sha256 }) };
      const received = { name, bytes, ...times, ...known, refusedRoom: room.left(source) };
      const read = reading && (await readByThread(register, context, await reading));
      const imported = await importReturn(register, context, received, read);
      if (imported.status === 'refused') room.use(source, imported.stored ?? 0);
      yield { ...file, imported };
    } else if (hasErrors(content.findings)) {
      yield { ...file, imported: { status: 'refused', findings: content.findings } };
    } else {
      const bounced = await recordBounces(register, failures, message?.arrived ?? times.received);
      yield { ...file, imported: { status: 'no-return', findings: content.findings, bounced } };
    }
  }
}

async function recordBounces(
  register: Register,
  failures: readonly Failure[],
  at: Date,
): Promise<readonly MessageKey[]> {
  const bounced: MessageKey[] = [];
  for (const { messageId, recipient, detail } of failures) {
    const bounce = { ...(messageId === undefined ? {} : { messageId }), recipient, detail, at };
    const known = await recordBounce(register, bounce);
    if (known !== undefined) bounced.push(known);
  }
  return bounced;
}
