import { hasErrors } from '../finding/index.ts';
import { fileInNotice } from '../intake/fileInNotice.ts';
import { type ImportedFile, importFiles } from '../intake/files/importFiles.ts';
import { type ImportRecord, importRecord } from '../intake/files/importRecord.ts';
import { type MailboxInUse, mailboxFiles } from '../intake/files/mailboxFiles.ts';
import { readAhead } from '../intake/files/readAhead.ts';
import type { Received } from '../intake/files/received.ts';
import { type FileToImport, receivedFiles } from '../intake/files/receivedFiles.ts';
import type { HandIdentity } from '../intake/identify.ts';
import type { UnpackContext } from '../mail/unpackMail.ts';
import { Refusal } from '../refusal.ts';
import { syncAtEnd } from '../register/database/syncAtEnd.ts';
import { isOwnMessage } from '../register/rows/seenMessages.ts';
import { roundStatus } from '../rounds/round/roundStatus.ts';
import type { OperationContext } from './rounds/operationContext.ts';
import { roundsInUse } from './rounds/roundsInUse.ts';

export interface ImportRequest {
  /** Returns of this round only are accepted; those of any round when absent. */
  readonly round?: string;
  /** The partner to whom the one file belongs that does not say so itself. */
  readonly as?: HandIdentity;
  /** When the files came; as the e-mail says, or now, when absent. */
  readonly received?: Date;
  /** When they came by the clock, if that was before now. */
  readonly came?: Date;
  readonly files: readonly FileToImport[];
  /** A mailbox of which new messages are imported, too. */
  readonly mailbox?: MailboxInUse;
  /**
   * The number of threads that read files where there are many, besides the one that records them. None when absent: files
   * are read as they are recorded. The result is the same.
   */
  readonly workers?: number;
}

export interface ImportedReturns {
  /** What became of each file, in order. Their findings are read from the register: `findingsOf`. */
  readonly files: readonly ImportRecord[];
  readonly hasFindings: boolean;
  readonly hasErrors: boolean;
}

/**
 * Imports returned workbooks: reads, checks and scores them, and stores them in the register. Importing the same file again
 * changes nothing. A file that cannot be used is refused with findings, and the others go on.
 *
 * @param onFile Called after each file, with its findings and the number of those that follow.
 * @throws Refusal when `as` names no partner of the round, or there are several files for it.
 */
export const importReturns = (
  context: OperationContext,
  request: ImportRequest,
  onFile?: (file: ImportedFile) => void,
): Promise<ImportedReturns> => syncAtEnd(context.register, () => importAll(context, request, onFile));

/** The same as part of a longer work, at the end of which everything is on the disk. */
export async function importAll(
  context: OperationContext,
  { files, mailbox, as, round, received: stated, came, workers }: ImportRequest,
  onFile?: (file: ImportedFile) => void,
): Promise<ImportedReturns> {
  const { register, instruments } = context;
  if (as !== undefined) await checkPartner(context, as);
  const now = context.now();
  const accepted = {
    instruments,
    ...(round === undefined ? {} : { round }),
    ...(as === undefined ? {} : { as }),
  };
  const unpacking: UnpackContext = {
    now,
    isOwn: (messageId) => isOwnMessage(register, messageId),
    fileIn: (bytes) => fileInNotice(register, accepted, bytes),
  };
  const times = { received: came ?? now, ...(stated === undefined ? {} : { stated }) };
  const received = async function* (): AsyncGenerator<Received> {
    const found = receivedFiles(files, unpacking);
    if (as !== undefined) yield* onlyOne(found);
    else yield* workers === undefined ? found : readAhead(register, accepted, found, times, workers);
    // Not ahead: a message counts as seen when the next one is asked for.
    if (mailbox !== undefined) yield* mailboxFiles(register, mailbox, unpacking);
  };
  const records: ImportRecord[] = [];
  const seen = { findings: false, errors: false };
  for await (const file of importFiles(register, accepted, received(), times)) {
    records.push(await importRecord(register, file));
    seen.findings ||= file.imported.findings.length > 0;
    seen.errors ||= hasErrors(file.imported.findings);
    onFile?.(file);
  }
  return { files: records, hasFindings: seen.findings, hasErrors: seen.errors };
}

async function checkPartner(context: OperationContext, identity: HandIdentity): Promise<void> {
  const { partner, round } = identity;
  for (const { round: one } of await roundsInUse(context, identity)) {
    const all = await roundStatus(context.register, one);
    if (all.some(({ partner: { code } }) => code === partner)) return;
  }
  throw new Refusal(
    'partner.unknown',
    (input) =>
      `${input('as')} ${partner}: round ${round} has no such partner. Codes are written exactly as status shows them, as in 5E1.`,
  );
}

/** Refuses several files before anything is imported, where an archive or a message brings them. */
async function* onlyOne(files: AsyncIterable<Received>): AsyncGenerator<Received> {
  for await (const file of files) {
    if (file.following > 0) {
      throw new Refusal(
        'files.several',
        (input) => `${input('as')} is for one file, and this one holds several. Unpack it, and import them one by one.`,
      );
    }
    yield file;
  }
}
