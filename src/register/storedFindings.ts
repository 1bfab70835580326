import { z } from 'zod';
import { type Finding, FindingsError, finding, findingCodes } from '../finding.ts';
import type { Register } from './openRegister.ts';
import type { FindingTable } from './schema.ts';

/** The findings of a return when it was imported, in the order in which they were made. */
export async function storedFindings({ db }: Register, returnId: number): Promise<readonly Finding[]> {
  const rows = db.selectFrom('finding').selectAll().where('return_id', '=', returnId).orderBy('position');
  return (await rows.execute()).map(findingOf);
}

/** The same for what was made of the file with this SHA-256. */
export async function findingsOfFile({ db }: Register, sha256: string): Promise<readonly Finding[]> {
  const rows = db
    .selectFrom('finding')
    .innerJoin('return', 'return.id', 'finding.return_id')
    .selectAll('finding')
    .where('return.file', '=', sha256)
    .orderBy('position');
  return (await rows.execute()).map(findingOf);
}

/** @throws FindingsError when no version of the program up to this one wrote it. */
function findingOf({ return_id, code, severity, place, facts, message }: FindingTable): Finding {
  const known = findingCode.safeParse(code);
  if (!known.success) {
    const problem = `return ${return_id} has a finding of the kind "${code}", which this version of Scorebook does not know`;
    throw new FindingsError([finding('register.damaged', {}, { problem })]);
  }
  return {
    ...{ code: known.data, severity, message },
    place: placeSchema.parse(JSON.parse(place)),
    facts: factsSchema.parse(JSON.parse(facts)),
  };
}

const findingCode = z.enum(findingCodes);
const factsSchema = z.record(z.string(), z.unknown());
const placeSchema = z.object({
  file: z.string().exactOptional(),
  line: z.number().exactOptional(),
  sheet: z.string().exactOptional(),
  cell: z.string().exactOptional(),
  key: z.string().exactOptional(),
  section: z.string().exactOptional(),
  field: z.string().exactOptional(),
});
