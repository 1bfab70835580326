import { FindingsError, finding } from '../../finding/index.ts';

/**
 * Reads a time as Scorebook writes it into rows, `2026-12-18T12:00:00.000Z`.
 *
 * @param what What has this time, as in `the deadline of round "2026" (probe)`.
 * @throws FindingsError with `register.damaged` when it is not a time.
 */
export function storedTime(text: string, what: string): Date {
  const time = new Date(text);
  if (isoTime.test(text) && !Number.isNaN(time.getTime())) return time;
  const problem = `${what} is ${JSON.stringify(text.slice(0, 80))}, which is not a time`;
  throw new FindingsError([finding('register.damaged', {}, { problem })]);
}

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/;
