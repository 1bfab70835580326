import { type Catalogue, error, warning } from '../wording/entry.ts';
import { counted, quoted } from '../wording/quote.ts';

const differing = ({ differences, more }: { differences: readonly string[]; more: number }): string =>
  `${differences.join('; ')}${more === 0 ? '' : `; and ${more} more`}`;

/** What can be wrong with the register. */
export const registerFindings = {
  'register.failed': error(
    (f: { problem: string }) =>
      `The command stopped because of a problem with the register: ${f.problem}. Everything that was imported before is stored. Correct the problem and run the same command again.`,
  ),
  'register.damaged': error(
    (f: { problem: string }) =>
      `The register is damaged: ${f.problem}. Stop using it and make a copy of the file. Continue with the last backup in which "scorebook register check" finds nothing wrong.`,
  ),
  'register.unknown-finding': error(
    (f: { id: number; code: string }) =>
      `Return ${f.id} has a finding with the code ${quoted(f.code)}, which this version of Scorebook does not know. A newer version has used the register. Use that version, or a later one.`,
  ),
  'register.seal-key-lost': error(
    () =>
      'The key for the seals is missing or damaged, and returned workbooks cannot be checked without it. Nothing was changed. Use the last backup of the register (see "scorebook register backup").',
  ),
  'register.file-changed': error(
    (f: { name: string; sha256: string }) =>
      `The stored bytes of ${quoted(f.name)} are not those that were received (SHA-256 ${f.sha256}). Take the file from a backup of the register, or ask for it again.`,
  ),
  'register.bytes-missing': error(
    (f: { id: number; name: string; size: string; sha256: string; isPruned: boolean }) =>
      `The register does not contain the file of return ${f.id}, ${quoted(f.name)} (${f.size}, SHA-256 ${f.sha256}). The return was refused, and its file ${f.isPruned ? 'was removed by "register prune"' : 'was not stored'}. Get the file from its sender.`,
  ),
  'register.incomplete': error(
    (f: { id: number; problem: string }) =>
      `Return ${f.id} is incomplete: ${f.problem}. Use a backup of the register, or get the file with "scorebook return get ${f.id}" and import it into a backup.`,
  ),
  'register.wrong-seal': error(
    (f: { id: number; name: string }) =>
      `Return ${f.id}, ${quoted(f.name)}, does not have the seal of the workbook for which it counts: the register was changed by hand. Use a backup of the register, and find out who changed it.`,
  ),
  'register.changed': error(
    (f: { what: string; at: string }) =>
      `${f.what} differs from what was recorded on ${f.at}: it was changed by hand. Use a backup of the register, and find out who changed it.`,
  ),
  'register.removed': error(
    (f: { what: string; at: string }) =>
      `${f.what}, recorded on ${f.at}, is missing: it was removed by hand. Use a backup of the register, and find out who changed it.`,
  ),
  'register.not-in-log': error(
    (f: { what: string }) =>
      `${f.what} is not in the log: it was added by hand. Use a backup of the register, and find out who changed it.`,
  ),
  'register.log-broken': error(
    (f: { entry: number; to: number; removed: number }) =>
      `${f.removed > 0 ? `Before entry ${f.entry} of the log ${f.removed === 1 ? '1 entry is' : `${f.removed} entries are`} missing` : f.to > f.entry ? `Entries ${f.entry} to ${f.to} of the log differ from what was written` : `Entry ${f.entry} of the log differs from what was written`}: the log or the key for the seals was changed by hand. Use a backup of the register, and find out who changed it.`,
  ),
  'register.log-cut': error(
    (f: { last: number; written: number | null }) =>
      `The log ends at entry ${f.last}, and ${f.written === null ? 'the record of its last entry is missing' : `entry ${f.written} was written last`}: it was changed by hand. Use a backup of the register, and find out who changed it.`,
  ),
  'register.definition-changed': error(
    (f: { instrument: string; edition: string; problem: string }) =>
      `The stored definition of ${f.instrument}, edition ${f.edition}, is not the one that was issued: ${f.problem}. Use a backup of the register, and find out who changed it.`,
  ),
  'register.mismatch': error(
    (f: { id: number; differences: readonly string[]; more: number }) =>
      `Return ${f.id} does not match its file: ${differing(f)}. The register was changed by hand. Use a backup of it. The file itself is unchanged ("scorebook return get ${f.id}").`,
  ),
  'register.read-differently': warning(
    (f: { id: number; differences: readonly string[]; more: number; isProved: boolean }) =>
      `This version of Scorebook reads the file of return ${f.id} differently: ${differing(f)}. ${
        f.isProved
          ? 'The register is as it was recorded.'
          : 'It was recorded by a version that stored no digests, so a change by hand cannot be ruled out. Compare it with the file ("scorebook return get").'
      }`,
  ),
  'register.queue-left-out': warning(
    (f: { files: number }) =>
      `${counted(f.files, 'file')} that ${f.files === 1 ? 'waits' : 'wait'} to be imported ${f.files === 1 ? 'is' : 'are'} not in the copy. Run "scorebook work --until-empty" first, and copy again.`,
  ),
  'register.not-proved': warning(
    (f: { what: string; count: number }) =>
      `${f.count} ${f.what} ${f.count === 1 ? 'was' : 'were'} recorded before the log stored digests. Changes made by hand before then cannot be detected.`,
  ),
  'register.not-judged': warning(
    (f: { name: string }) =>
      `The file ${quoted(f.name)} is stored but was not read, as after an interrupted import. Run that import again.`,
  ),
} as const satisfies Catalogue<'register'>;
