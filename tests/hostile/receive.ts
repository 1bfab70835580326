import { pctSelfAssessment as instrument } from '../../definitions/pct-self-assessment.ts';
import type { Imported } from '../../src/intake/imported.ts';
import { importReturn } from '../../src/intake/importReturn.ts';
import type { Register } from '../../src/register/tables/register.ts';

const received = new Date('2026-12-10T09:00:00Z');

export const receive = (register: Register, bytes: Uint8Array): Promise<Imported> =>
  importReturn(register, { instruments: [instrument] }, { name: 'return.xlsx', bytes, received });

/** The codes of findings that compare a return with the partner's other ones, and are not about the file itself. */
const beside: readonly string[] = [
  ...['return.supersedes', 'return.same-answers', 'return.differs', 'return.contradicts'],
  ...['answer.added', 'answer.changed', 'answer.emptied', 'entry.gone'],
];

/** The codes of the findings on a file itself, each once. */
export const reportedBy = ({ findings }: Imported): readonly string[] =>
  [...new Set(findings.map(({ code }) => code))].filter((code) => !beside.includes(code));
