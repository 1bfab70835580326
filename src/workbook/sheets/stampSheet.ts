import { planHiddenSheet } from '../../spreadsheet/plan/planSheet.ts';
import { cell } from '../../spreadsheet/plan/sheetParts.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { sheetNames, stampCell } from '../layout/layout.ts';
import { type SealedStamp, stampText } from '../layout/stamp.ts';

/**
 * The sheet with the stamp, which is in the document's properties as well: some programs preserve only one of them.
 */
export const stampSheet = (stamp: SealedStamp): SheetPlan =>
  planHiddenSheet(
    {
      name: sheetNames.stamp,
      title: 'Stamp',
      note: 'Identifies this workbook, so that it can be read when it is returned. Do not change it.',
      widths: [],
      isProtected: false,
    },
    'veryHidden',
    [
      {
        cells: [
          {
            ...cell(stampCell.row, stampCell.column, stampText(stamp), 'value'),
            name: stampCell.name,
            origin: 'partner',
          },
        ],
      },
    ],
  );
