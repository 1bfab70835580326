import { pctSelfAssessment as instrument } from '../../definitions/pct-self-assessment.ts';
import type { Register } from '../../src/register/tables/register.ts';
import { issueWorkbooks } from '../../src/rounds/issue/issueWorkbooks.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { fillIn } from '../tools/fillIn.ts';
import { sampleReturn } from '../tools/sampleReturns.ts';

const due = new Date('2026-12-18T12:00:00Z');
const manner = { levels: [0.15, 0.5, 0.3], notApplicable: 0.03, diligence: 0.7 };

/** The return of a partner to whom the register has sent a workbook. */
export async function ordinaryReturn(register: Register): Promise<Uint8Array> {
  const [issued] = await issueWorkbooks(register, {
    instrument,
    round: '2026',
    due,
    now: new Date('2026-11-02T09:00:00Z'),
    partners: [{ code: 'X01', name: 'Ashmere PCT (fictional)' }],
  });
  if (issued === undefined) throw new Error('Nothing was issued');
  return fillIn(await writeWorkbook(instrument, { ...issued, due }), sampleReturn(instrument, manner, 1));
}
