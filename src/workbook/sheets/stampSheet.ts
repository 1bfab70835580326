import { planHiddenSheet } from '../../spreadsheet/plan/planSheet.ts';
import { cell } from '../../spreadsheet/plan/sheetParts.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { stampCell } from '../layout/layout.ts';
import { stampText } from '../layout/stamp.ts';

/**
 * The sheet with the stamp, which is in the document's properties as well: some programs preserve only one of them.
 */
export const stampSheet = ({ words, stamp }: Pick<WorkbookContent, 'words' | 'stamp'>): SheetPlan =>
  planHiddenSheet(
    {
      name: words.sheets.stamp,
      title: words.sheets.stamp,
      note: words.stamp.note,
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
