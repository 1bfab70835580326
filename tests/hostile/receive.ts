import { pctSelfAssessment as instrument } from '../../definitions/pct-self-assessment.ts';
import { type Imported, importReturn } from '../../src/register/importReturn.ts';
import type { Register } from '../../src/register/openRegister.ts';

const received = new Date('2026-12-10T09:00:00Z');

export const receive = (register: Register, bytes: Uint8Array): Promise<Imported> =>
  importReturn(register, { instruments: [instrument] }, { name: 'return.xlsx', bytes, received });

/** The codes of the findings on a file, each once; of other returns of the partner nothing is said. */
export const told = ({ findings }: Imported): readonly string[] =>
  [...new Set(findings.map(({ code }) => code))].filter((code) => code !== 'return.supersedes');
