import type { RawValue } from '../spreadsheet/rawWorkbook.ts';
import { readDate } from './readDate.ts';

/**
 * What stands in a cell as people see it there: a day, into which Excel turns what looks like one, such as 2/3, and not
 * the number by which it counts days.
 */
export function showValue(value: RawValue, date1904: boolean): string {
  if (value.kind === 'boolean') return value.value ? 'TRUE' : 'FALSE';
  const day = value.kind === 'number' && value.isDate ? readDate(value, date1904) : undefined;
  return day?.split('-').toReversed().join('/') ?? String(value.value);
}
