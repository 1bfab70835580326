import { z } from 'zod';
import { tidyText } from '../../../response/tidyText.ts';
import { dateSerial } from '../../../spreadsheet/model/daySerial.ts';
import type { RawValue } from '../../../spreadsheet/model/rawWorkbook.ts';
import { cellText } from '../../../spreadsheet/plan/cellText.ts';
import { type Content, wrappingText } from '../../../spreadsheet/plan/content.ts';
import { planHiddenSheet } from '../../../spreadsheet/plan/planSheet.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import { cell } from '../../../spreadsheet/plan/sheetParts.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import type { TrackerTable } from './trackerTable.ts';

export const asWrittenName = 'As written';

/** The cell with the stamp. Headings and rows are where the tracker has them. */
export const stampPlace = { row: 3, column: 1 } as const;

const stampSchema = z
  .strictObject({
    round: z.string(),
    /** Keys of its instruments. */
    instruments: z.array(z.string()).readonly(),
    /** The register that wrote it, as `Tracker` has it. */
    register: z.string(),
    written: z.iso.datetime(),
  })
  .readonly();

/** Which tracker this is, and when it was written. */
export type TrackerStamp = z.infer<typeof stampSchema>;

/** Undefined for a text that is no stamp. */
export function trackerStampFrom(text: string): TrackerStamp | undefined {
  try {
    return stampSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * The hidden sheet with the tracker as it was written. When a tracker is read back, it shows which cells were changed in it, and
 * what was changed in the register since.
 */
export const asWrittenSheet = ({ columns, rows }: TrackerTable, stamp: TrackerStamp): SheetPlan =>
  planHiddenSheet(
    {
      name: asWrittenName,
      title: asWrittenName,
      note: 'The tracker as it was written, with which its cells are compared when it is read back. Do not change it.',
      widths: [],
      isProtected: false,
    },
    'veryHidden',
    [
      {
        cells: [
          cell(stampPlace.row, stampPlace.column, JSON.stringify(stamp), 'value'),
          ...columns.map(({ heading }, index) => cell(headerRow, index + 1, heading, 'header')),
          ...rows.flatMap(({ cells }, index) =>
            cells.map((content, column) =>
              cell(headerRow + 1 + index, column + 1, content, columns[column]?.role ?? 'text'),
            ),
          ),
        ],
      },
    ],
  );

/** What a cell says, to be compared: a number, also that of a time, by ten digits: those of a time of this century make out a second. */
export function comparableValue(value: RawValue | undefined): string {
  if (value === undefined) return '';
  return value.kind === 'number' ? value.value.toPrecision(10) : tidyText(String(value.value));
}

/** The same of content that is to be written. */
export function comparableContent(content: Content | undefined): string {
  if (content instanceof Date) return dateSerial(content).toPrecision(10);
  return typeof content === 'number' ? content.toPrecision(10) : tidyText(cellText(wrappingText(content)));
}
