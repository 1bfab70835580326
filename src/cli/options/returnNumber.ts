import { UsageError } from '../terminal/context.ts';

/** The number of a return as it was typed. @throws UsageError for a text that is none. */
export function returnNumber(id: string): number {
  if (/^[1-9]\d{0,14}$/.test(id)) return Number(id);
  throw new UsageError(`"${id}" is not the number of a return, as 12 is. import --json and status --json show it.`);
}
