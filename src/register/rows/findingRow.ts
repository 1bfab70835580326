import type { Finding } from '../../finding/index.ts';
import type { FindingTable } from '../tables/schema.ts';

/** A finding as a row of its table. */
export const findingRow = (returnId: number, position: number, found: Finding): FindingTable => ({
  return_id: returnId,
  position,
  code: found.code,
  severity: found.severity,
  place: JSON.stringify(found.place),
  facts: JSON.stringify(found.facts),
  message: found.message,
});
