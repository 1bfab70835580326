import { z } from 'zod';
import { FindingsError, finding, findingCodes, type RecordedFinding } from '../../finding/index.ts';
import type { OpenDatabase } from '../tables/openDatabase.ts';
import type { FindingTable } from '../tables/schema.ts';

/**
 * The findings of a return when it was imported, in the order in which they were made.
 *
 * @throws FindingsError when a newer version of the program wrote some of them, or they are damaged.
 */
export async function storedFindings({ db }: OpenDatabase, returnId: number): Promise<readonly RecordedFinding[]> {
  const rows = db.selectFrom('finding').selectAll().where('return_id', '=', returnId).orderBy('position');
  return findingsOfRows(await rows.execute());
}

/** The same for the file with this SHA-256. */
export async function findingsOfFile({ db }: OpenDatabase, sha256: string): Promise<readonly RecordedFinding[]> {
  const rows = db
    .selectFrom('finding')
    .innerJoin('return', 'return.id', 'finding.return_id')
    .selectAll('finding')
    .where('return.file', '=', sha256)
    .orderBy('position');
  return findingsOfRows(await rows.execute());
}

/** The findings in rows of the table `finding`, or of one like it. @throws FindingsError as `storedFindings` does. */
export function findingsOfRows(rows: readonly FindingTable[]): readonly RecordedFinding[] {
  const unknown = new Map(
    rows.filter(({ code }) => !findingCode.safeParse(code).success).map((row) => [row.code, row]),
  );
  if (unknown.size > 0) {
    throw new FindingsError(
      [...unknown.values()].map(({ return_id, code }) =>
        finding('register.unknown-finding', {}, { id: return_id, code }),
      ),
    );
  }
  return rows.map(findingOf);
}

function findingOf({ return_id, position, code, severity, place, facts, message }: FindingTable): RecordedFinding {
  try {
    return {
      ...{ code: findingCode.parse(code), severity: severitySchema.parse(severity), message },
      place: placeSchema.parse(JSON.parse(place)),
      facts: factsSchema.parse(JSON.parse(facts)),
    };
  } catch {
    const problem = `finding ${position + 1} of return ${return_id} cannot be read`;
    throw new FindingsError([finding('register.damaged', {}, { problem })]);
  }
}

const findingCode = z.enum(findingCodes);
const severitySchema = z.enum(['error', 'warning']);
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
