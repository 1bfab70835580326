import type { RecordedFinding } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { findingsOfFile, storedFindings } from '../../register/rows/storedFindings.ts';
import type { Register } from '../../register/tables/register.ts';
import { compareReturn } from '../compare/compareReturn.ts';
import type { StoredReturn } from '../storedReturn.ts';
import type { ImportedFile, NoReturn } from './importFiles.ts';
import type { Received } from './received.ts';

/** An imported file without what the register has of it: answers and findings of thousands of files would fill the memory. */
export interface ImportRecord extends Omit<ImportedFile, 'name' | 'source' | 'imported'> {
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

export function importRecord({ name: _, source: __, imported, ...file }: ImportedFile): ImportRecord {
  // A clone is without the texts of which its strings are parts: V8 would hold whole worksheets for a partner's name.
  return structuredClone({ ...file, status: imported.status, ...whatIsLeft(imported) });
}

function whatIsLeft(imported: ImportedFile['imported']): Omit<ImportRecord, keyof Received | 'status'> {
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

/** The findings of an imported file, as the register has them now: how a return compares with others, later ones among them. */
export async function findingsOf(
  register: Register,
  installed: readonly Instrument[],
  { stored, refused, notes }: ImportRecord,
): Promise<readonly RecordedFinding[]> {
  if (refused !== undefined) return findingsOfFile(register, refused.sha256);
  if (stored === undefined) return notes;
  return [
    ...notes,
    ...(await compareReturn(register, installed, stored.id)),
    ...(await storedFindings(register, stored.id)),
  ];
}
