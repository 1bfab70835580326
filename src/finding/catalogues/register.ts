import { type Catalogue, error, warning } from '../wording/entry.ts';
import { quoted } from '../wording/quote.ts';

const differing = ({ differences, more }: { differences: readonly string[]; more: number }): string =>
  `${differences.join('; ')}${more === 0 ? '' : `; and ${more} more`}`;

/** What can be wrong with the register. */
export const registerFindings = {
  'register.failed': error(
    (f: { problem: string }) =>
      `The register could not be used to the end: ${f.problem}. What was imported before is kept whole; put that right and run the same command again.`,
  ),
  'register.damaged': error(
    (f: { problem: string }) =>
      `The register is damaged: ${f.problem}. Stop using it, keep a copy of the file, and go on with the last backup that "scorebook register check" finds nothing wrong with.`,
  ),
  'register.unknown-finding': error(
    (f: { id: number; code: string }) =>
      `Return ${f.id} has a finding of the kind ${quoted(f.code)}, which this version of Scorebook does not know. A newer version has used the register: use that version, or a later one.`,
  ),
  'register.seal-key-lost': error(
    () =>
      'The key of the seals is missing or damaged, and returned workbooks cannot be checked without it. Nothing was changed. Use the last backup of the register (see "scorebook register backup").',
  ),
  'register.file-changed': error(
    (f: { name: string; sha256: string }) =>
      `The bytes kept of ${quoted(f.name)} are not those that came (SHA-256 ${f.sha256}). Take the file from a backup of the register, or ask for it again.`,
  ),
  'register.bytes-missing': error(
    (f: { id: number; name: string; size: string; sha256: string; isPruned: boolean }) =>
      `The register does not hold the contents of return ${f.id}, ${quoted(f.name)} (${f.size}, SHA-256 ${f.sha256}): it was refused, and ${f.isPruned ? '"register prune" has removed them' : 'they were not stored'}. Get the file from where it came.`,
  ),
  'register.incomplete': error(
    (f: { id: number; problem: string }) =>
      `Return ${f.id} is not whole: ${f.problem}. Take the register from a backup; or get its file with "scorebook return get ${f.id}" and import it into one.`,
  ),
  'register.wrong-seal': error(
    (f: { id: number; name: string }) =>
      `Return ${f.id}, ${quoted(f.name)}, counts for a workbook whose seal it does not carry: the register was changed by hand. Take the register from a backup, and find out who changed it.`,
  ),
  'register.changed': error(
    (f: { what: string; at: string }) =>
      `${f.what} is not as it was recorded on ${f.at}: it was changed by hand. Take the register from a backup, and find out who changed it.`,
  ),
  'register.removed': error(
    (f: { what: string; at: string }) =>
      `${f.what}, recorded on ${f.at}, is missing: it was removed by hand. Take the register from a backup, and find out who changed it.`,
  ),
  'register.not-in-log': error(
    (f: { what: string }) =>
      `${f.what} is not in the log: it was added by hand. Take the register from a backup, and find out who changed it.`,
  ),
  'register.log-broken': error(
    (f: { entry: number; to: number; removed: number }) =>
      `${f.removed > 0 ? `Before entry ${f.entry} of the log ${f.removed === 1 ? '1 entry is' : `${f.removed} entries are`} missing` : f.to > f.entry ? `The entries ${f.entry} to ${f.to} of the log are not as they were written` : `Entry ${f.entry} of the log is not as it was written`}: the log or the key of the seals was changed by hand. Take the register from a backup, and find out who changed it.`,
  ),
  'register.log-cut': error(
    (f: { last: number; written: number | null }) =>
      `The log ends at entry ${f.last}, and ${f.written === null ? 'the note of its last entry is missing' : `entry ${f.written} was written last`}: it was changed by hand. Take the register from a backup, and find out who changed it.`,
  ),
  'register.definition-changed': error(
    (f: { instrument: string; edition: string; problem: string }) =>
      `The stored definition of ${f.instrument}, edition ${f.edition}, is not the one that went out: ${f.problem}. Take the register from a backup, and find out who changed it.`,
  ),
  'register.mismatch': error(
    (f: { id: number; differences: readonly string[]; more: number }) =>
      `Return ${f.id} does not match its file: ${differing(f)}. The register was changed by hand. Take it from a backup; the file itself is unchanged ("scorebook return get ${f.id}").`,
  ),
  'register.read-differently': warning(
    (f: { id: number; differences: readonly string[]; more: number; isProved: boolean }) =>
      `This version of Scorebook reads the file of return ${f.id} differently: ${differing(f)}. ${
        f.isProved
          ? 'What is stored is as it was recorded.'
          : 'It was recorded by a version that stored no digests, so a change by hand cannot be ruled out: compare it with the file ("scorebook return get").'
      }`,
  ),
  'register.not-proved': warning(
    (f: { what: string; count: number }) =>
      `${f.count} ${f.what} ${f.count === 1 ? 'was' : 'were'} recorded before the log stored digests: changes made by hand before then cannot be detected.`,
  ),
  'register.not-judged': warning(
    (f: { name: string }) =>
      `The file ${quoted(f.name)} is kept, and nothing was made of it yet, as when an import was broken off. Run that import again.`,
  ),
} as const satisfies Catalogue<'register'>;
