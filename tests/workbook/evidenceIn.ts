import type { Finding } from '../../src/finding/index.ts';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import type { RawWorkbook } from '../../src/spreadsheet/model/rawWorkbook.ts';
import { wordsIn } from '../../src/words/wordsIn.ts';
import { changesSinceIssue } from '../../src/workbook/compare/changesSinceIssue.ts';
import { pairSheets } from '../../src/workbook/compare/findSheet.ts';
import type { IssuedContent } from '../../src/workbook/compare/issuedContent.ts';
import { objectFindings } from '../../src/workbook/compare/objectFindings.ts';
import { namedCell, rawText } from '../../src/workbook/read/cells/rawCells.ts';
import { readResponse } from '../../src/workbook/read/readResponse.ts';

/** What differs in a returned workbook from the one that was issued, besides the answers. */
export function evidenceIn(raw: RawWorkbook, printed: IssuedContent, instrument: Instrument): readonly Finding[] {
  const { response, places } = readResponse(raw, instrument);
  const partner = rawText(namedCell(raw, 'partner_code'));
  return [
    ...changesSinceIssue(raw, printed, instrument, response),
    ...objectFindings(raw.sheets, pairSheets(raw, printed), places, {
      partner,
      round: '2026',
      words: wordsIn(instrument, raw.sheets),
      logo: instrument.branding?.logo,
    }),
  ];
}
