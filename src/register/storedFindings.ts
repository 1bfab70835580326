import { z } from 'zod';
import { type Finding, findingCodes } from '../finding.ts';
import type { Register } from './openRegister.ts';

/** What was found in a return when it was imported, in the order in which it was found. */
export async function storedFindings({ db }: Register, returnId: number): Promise<readonly Finding[]> {
  const findings = await db
    .selectFrom('finding')
    .selectAll()
    .where('return_id', '=', returnId)
    .orderBy('position')
    .execute();
  return findings.map((found) => ({
    code: findingCode.parse(found.code),
    severity: found.severity,
    place: place.parse(JSON.parse(found.place)),
    facts: facts.parse(JSON.parse(found.facts)),
    message: found.message,
  }));
}

const findingCode = z.enum(findingCodes);
const facts = z.record(z.string(), z.unknown());
const place = z.object({
  file: z.string().exactOptional(),
  line: z.number().exactOptional(),
  sheet: z.string().exactOptional(),
  cell: z.string().exactOptional(),
  key: z.string().exactOptional(),
  section: z.string().exactOptional(),
  field: z.string().exactOptional(),
});
