import type { RawCell, RawValue } from '../spreadsheet/model/rawWorkbook.ts';
import { type ShownValue, shownValue } from '../spreadsheet/read/shownValue.ts';
import { withAddress } from './withAddress.ts';

/** A cell's value as displayed, followed in brackets by the stored value if that means something else. */
export const showValue = (value: RawValue, date1904: boolean): string => quoteBoth(shownValue(value, date1904));

/** The same for a cell, with the address of its link. */
export const showCell = ({ value, link }: RawCell, date1904: boolean): string =>
  withAddress(showValue(value, date1904), link);

export const quoteBoth = ({ text, held }: ShownValue): string =>
  held === undefined || held === text ? text : `${text} (${held})`;
