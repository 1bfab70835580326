import { type Finding, type FindingCode, FindingsError, finding } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { loadBytes } from '../../register/rows/storedBytes.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { Register } from '../../register/tables/register.ts';
import { hadName } from '../../rounds/changes/presentName.ts';
import { readPackage } from '../../spreadsheet/read/readPackage.ts';
import { type SealedStamp, sealStamp } from '../../workbook/layout/stamp.ts';
import { readStamp } from '../../workbook/read/readStamp.ts';
import { rereadReturn } from './rereadReturn.ts';

/**
 * Checks that every stored file is unchanged since it came and has an outcome; that an accepted one carries the seal of its
 * workbook, unless it was identified by hand; and that it reads as it was recorded. Files are loaded one at a time.
 *
 * @param onFile Called after each with its name and how many there are.
 */
export async function checkFiles(
  register: Register,
  installed: readonly Instrument[],
  onFile: (name: string, all: number) => void = () => {},
): Promise<readonly Finding[]> {
  const { db } = register;
  const files = await db
    .selectFrom('file')
    .leftJoin('return', 'return.file', 'file.sha256')
    .select(['file.sha256', 'file.name'])
    .select(['return.id', 'return.status', 'return.workbook', 'return.coverage', 'return.band'])
    .orderBy('return.id')
    .orderBy('file.sha256')
    .execute();
  const findings: Finding[] = [];
  for (const { sha256, name, id, status, workbook, coverage, band } of files) {
    onFile(name, files.length);
    const loaded = await loadBytes(register, sha256);
    if (loaded === 'changed') {
      findings.push(finding('register.file-changed', {}, { name, sha256 }));
    } else if (typeof loaded === 'string') {
      if (id !== null && status === 'accepted') {
        findings.push(finding('register.incomplete', {}, { id, problem: 'it was accepted, and its file is missing' }));
      }
    } else if (id === null) {
      findings.push(finding('register.not-judged', {}, { name }));
    } else if (
      status === 'accepted' &&
      !(await isByHand(register, id)) &&
      !(await isSealedFor(register, workbook, loaded.bytes))
    ) {
      findings.push(finding('register.wrong-seal', {}, { id, name }));
    } else if (status !== null) {
      const stored = { id, file: sha256, status, workbook, coverage, band };
      findings.push(...(await rereadReturn(register, installed, stored, loaded.bytes)));
    }
  }
  return findings;
}

async function isByHand({ db }: OpenDatabase, id: number): Promise<boolean> {
  const code: FindingCode = 'return.identified-by-hand';
  const found = await db
    .selectFrom('finding')
    .select('position')
    .where('return_id', '=', id)
    .where('code', '=', code)
    .executeTakeFirst();
  return found !== undefined;
}

/** The round may have been renamed since: the file says the name that it had. */
async function isSealedFor(register: Register, workbook: string | null, bytes: Uint8Array): Promise<boolean> {
  const issued = await register.db
    .selectFrom('workbook')
    .select(['instrument', 'edition', 'fingerprint', 'round', 'partner', 'id as workbook'])
    .where('id', '=', workbook ?? '')
    .executeTakeFirst();
  const stamp = stampIn(bytes);
  if (issued === undefined || stamp === undefined) return false;
  const { round } = stamp;
  if (stamp.seal !== sealStamp({ ...issued, round }, register.sealKey).seal) return false;
  return round === issued.round || hadName(register, issued, round);
}

function stampIn(bytes: Uint8Array): SealedStamp | undefined {
  try {
    return readStamp(readPackage(bytes)).stamp;
  } catch (failure) {
    if (failure instanceof FindingsError) return undefined;
    throw failure;
  }
}
