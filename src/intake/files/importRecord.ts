import type { RecordedFinding } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { findingsOfFile, storedFindings } from '../../register/rows/storedFindings.ts';
import type { Register } from '../../register/tables/register.ts';
import { findingsAsDecided } from '../../rounds/returns/findingsAsDecided.ts';
import { roundsNamed } from '../../rounds/round/roundStatus.ts';
import { compareRound } from '../compare/compareReturn.ts';
import { differencesOfStored } from '../compare/differences.ts';
import { rememberDifferences, rememberedDifferences } from '../compare/rememberedDifferences.ts';
import type { StoredReturn } from '../storedReturn.ts';
import type { ImportedFile, NoReturn } from './importFiles.ts';
import type { FileOrigin } from './received.ts';

/** An imported file without its answers and findings: those of thousands of files would fill the memory. */
export interface ImportRecord extends Omit<FileOrigin, 'name' | 'source'> {
  readonly status: ImportedFile['imported']['status'];
  /** Only of a file that was refused: its number and SHA-256, where the register has it. */
  readonly refused?: { readonly id: number; readonly sha256: string };
  /** Only of a file that was accepted, now or before. */
  readonly stored?: Pick<StoredReturn, 'id' | 'partner' | 'round' | 'instrument' | 'coverage' | 'band'>;
  /** Only of a message without a return. */
  readonly bounced?: NoReturn['bounced'];
  /** Findings that are about this import alone, and so are not stored. */
  readonly notes: readonly RecordedFinding[];
}

/** Makes the record of an imported file. How it differs from an earlier one is remembered by the register until it is closed. */
export async function importRecord(
  register: Register,
  { name: _, source: __, imported, ...file }: ImportedFile,
): Promise<ImportRecord> {
  if ('differences' in imported && imported.differences !== undefined) {
    await rememberDifferences(register, imported.id, imported.differences);
  }
  // A clone is without the texts of which its strings are parts: V8 would hold whole worksheets for a partner's name.
  return structuredClone({ ...file, status: imported.status, ...storedPart(imported) });
}

function storedPart(imported: ImportedFile['imported']): Omit<ImportRecord, keyof FileOrigin | 'status'> {
  switch (imported.status) {
    case 'accepted': {
      const { id, partner, round, instrument, scorecard, coverage, notes } = imported;
      const { band } = scorecard.overall;
      return { stored: { id, partner, round, instrument: instrument.key, coverage, band }, notes };
    }
    case 'already-imported': {
      const { id, partner, round, instrument, coverage, band, notes } = imported;
      return { stored: { id, partner, round, instrument, coverage, band }, notes };
    }
    case 'refused': {
      const { id, sha256, findings } = imported;
      return id === undefined || sha256 === undefined ? { notes: findings } : { refused: { id, sha256 }, notes: [] };
    }
    case 'no-return':
      return { bounced: imported.bounced, notes: imported.findings };
  }
}

/** Loads the findings of an imported file. */
export type FindingsOfImport = (record: ImportRecord) => Promise<readonly RecordedFinding[]>;

/**
 * Loads the findings of imported files, as the register has them when the first is asked for. The returns of a round are
 * compared once, all together: those that came later in the import count as well.
 *
 * @param installed The instruments that are installed.
 */
export function findingsOfImport(register: Register, installed: readonly Instrument[]): FindingsOfImport {
  const rounds = new Map<string, ReturnType<typeof comparedRound>>();
  return async ({ stored, refused, notes }) => {
    if (refused !== undefined) return findingsOfFile(register, refused.sha256);
    if (stored === undefined) return notes;
    const key = JSON.stringify([stored.round, stored.instrument]);
    const compared = rounds.get(key) ?? comparedRound(register, stored);
    rounds.set(key, compared);
    const { id } = stored;
    const comparison = await (await compared)(
      id,
      async (earlier) =>
        (await rememberedDifferences(register, id, earlier)) ?? differencesOfStored(register, installed, id, earlier),
    );
    return findingsAsDecided(register, id, [...notes, ...comparison, ...(await storedFindings(register, id))]);
  };
}

async function comparedRound(
  register: Register,
  { round: name, instrument }: Pick<StoredReturn, 'round' | 'instrument'>,
): ReturnType<typeof compareRound> {
  const round = (await roundsNamed(register, name)).find((one) => one.instrument === instrument);
  if (round === undefined) throw new Error(`There is no round ${name} of ${instrument}`);
  return compareRound(register, round);
}
