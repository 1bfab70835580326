import { parseUkTime, type UkTime } from '../../time.ts';
import { UsageError } from '../terminal/context.ts';

/**
 * The UK time that an option gives.
 *
 * @param example a time as it should be written
 * @throws UsageError when it is none
 */
export function timeGiven(option: string, text: string, example: string): UkTime {
  const time = parseUkTime(text);
  if (time !== undefined) return time;
  const [, written = '', clock = ''] = /^(.*\S) *(GMT|BST)$/i.exec(text.trim()) ?? [];
  throw new UsageError(
    parseUkTime(written) === undefined
      ? `${option} "${text}" is not a date and time. Write year, month, day and UK time, as in ${option} "${example}".`
      : `${option} "${text}" is not a time that UK clocks show. Give the time that they show then, without ${clock}.`,
  );
}
