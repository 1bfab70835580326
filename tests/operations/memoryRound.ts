import type { Instrument } from '../../src/instrument/model/schema.ts';
import {
  type GeneratedWorkbooks,
  type GenerateRequest,
  generateWorkbooks,
} from '../../src/operations/generateWorkbooks.ts';
import { type ImportedReturns, importReturns } from '../../src/operations/importReturns.ts';
import type { OperationContext } from '../../src/operations/rounds/operationContext.ts';
import type { Folder } from '../../src/operations/workbooks/folder.ts';
import type { Partner } from '../../src/partners/partner.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { emptyRegister } from '../tools/emptyRegister.ts';
import { fillIn, type TypedCell } from '../tools/fillIn.ts';
import { sampleReturn } from '../tools/sampleReturns.ts';

/** A folder in memory. */
export interface MemoryFolder extends Folder {
  readonly files: Map<string, Uint8Array>;
}

export function memoryFolder(): MemoryFolder {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    pathOf: (name) => `folder/${name}`,
    read: (name) => files.get(name),
    save: (name, bytes) => void files.set(name, bytes),
  };
}

/** Two partners of one area, and one of another region. */
export const partners: readonly Partner[] = [
  {
    ...{ code: 'X01', name: 'Ashmere PCT', email: 'a@ashmere.example', kind: 'PCT' },
    ...{ regionCode: 'XN', regionName: 'North', areaCode: 'XA', areaName: 'Ashmere' },
  },
  {
    ...{ code: 'X02', name: 'Bramblewick PCT', email: 'b@bramblewick.example', kind: 'PCT' },
    ...{ regionCode: 'XN', regionName: 'North', areaCode: 'XA', areaName: 'Ashmere' },
  },
  {
    ...{ code: 'X03', name: 'Coldharbour PCT', email: 'c@coldharbour.example' },
    ...{ regionCode: 'XS', regionName: 'South' },
  },
];

/** What a partner types who gives, for one score, something that is no level. */
export const withSlip = (typed: readonly TypedCell[]): readonly TypedCell[] =>
  typed.map((cell, index) => (index === 0 ? { ...cell, value: 'see below' } : cell));

/** A round in a register in memory. */
export interface MemoryRound {
  readonly context: OperationContext;
  /** The time at which operations run; it can be changed. */
  readonly clock: { now: Date };
  /** The workbooks that went out. */
  readonly folder: MemoryFolder;
  /** Sends out round 2026 of the sample instrument to the three partners, with changes. */
  readonly generate: (changes?: Partial<GenerateRequest>) => Promise<GeneratedWorkbooks>;
  /** What a partner types who chooses the same level everywhere, and adds everything that is asked for. */
  readonly complete: (level: 1 | 2 | 3) => readonly TypedCell[];
  /** The workbook of a partner, filled in. */
  readonly filledIn: (partner: string, typed: readonly TypedCell[]) => Uint8Array;
  /** The workbook of a partner, filled in, comes back. */
  readonly comeBack: (partner: string, typed: readonly TypedCell[]) => Promise<ImportedReturns>;
  readonly close: () => Promise<void>;
}

/** Opens a register in memory, with round 2026 sent out on 20 November and due on 18 December. */
export async function openRound(instrument: Instrument = sampleInstrument): Promise<MemoryRound> {
  const register = await emptyRegister();
  const clock = { now: new Date('2026-11-20T10:00:00Z') };
  const context = { register, instruments: [instrument], now: () => clock.now };
  const folder = memoryFolder();
  const request: GenerateRequest = {
    ...{ instrument, round: '2026', due: new Date('2026-12-18T12:00:00Z'), returnTo: 'returns@region.example' },
    list: { name: 'partners.csv', partners },
  };
  const generate: MemoryRound['generate'] = (changes) =>
    generateWorkbooks(context, { ...request, ...changes }, () => folder);
  await generate();
  const nameOf = (partner: string): string => `${instrument.key}_2026_${partner}.xlsx`;
  const filledIn: MemoryRound['filledIn'] = (partner, typed) =>
    fillIn(folder.files.get(nameOf(partner)) ?? new Uint8Array(), typed);
  return {
    ...{ context, clock, folder, generate, filledIn },
    complete: (level) => {
      const levels = [1, 2, 3].map((other) => (other === level ? 1 : 0));
      return sampleReturn(instrument, { levels, notApplicable: 0, diligence: 1 }, 7);
    },
    comeBack: (partner, typed) => {
      const name = nameOf(partner);
      const returned = filledIn(partner, typed);
      return importReturns(context, { files: [{ path: `returns/${name}`, name, read: () => returned }] });
    },
    close: () => register.close(),
  };
}
