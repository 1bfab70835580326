import type { RawSheet } from '../model/rawWorkbook.ts';
import { decodeText, readXml, type XmlAttributes } from '../xml/readXml.ts';
import { isTrue } from '../xml/xmlText.ts';
import type { ReadLimits } from '../zip/limits.ts';
import { moreThan, notAWorkbook } from '../zip/readErrors.ts';
import { other } from '../zip/signature.ts';

export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly definedNames: ReadonlyMap<string, string>;
  readonly date1904: boolean;
}

export interface SheetEntry {
  readonly name: string;
  readonly state: RawSheet['state'];
  /** Id of the relationship that leads to the sheet's part. */
  readonly relationship: string | undefined;
}

/**
 * Reads the part that lists the sheets and the defined names.
 *
 * @throws FindingsError with `return.not-a-workbook` when it is another part.
 */
export function readWorkbookPart(partName: string, bytes: Uint8Array, limits: ReadLimits): WorkbookPart {
  const sheets: SheetEntry[] = [];
  const definedNames = new Map<string, string>();
  let date1904 = false;
  let within = '';
  let definedName: string | undefined;
  let formula = '';

  const addName = (name: string, written: string): void => {
    if (definedNames.size < limits.definedNames && !definedNames.has(name))
      definedNames.set(name, written.trim().replace(/^=/, ''));
  };

  readXml(partName, bytes, limits, {
    take(xml, at) {
      if (within !== 'definedNames') return at;
      plainName.lastIndex = at;
      const [all = '', name = '', written = ''] = plainName.exec(xml) ?? [];
      if (all !== '') addName(name, decodeText(partName, written));
      return at + all.length;
    },
    open(name, attributes, depth) {
      if (depth === 1 && name !== 'workbook') throw notAWorkbook(other('an Office file of another kind'));
      if (depth === 2) {
        within = name;
        // Only at this depth: Excel writes another element of this name among the extensions.
        if (name === 'workbookPr') date1904 = isTrue(attributes.get('date1904'));
      } else if (depth === 3 && name === 'sheet' && within === 'sheets') {
        if (sheets.length >= limits.sheets) throw moreThan('number of sheets', limits.sheets);
        sheets.push(sheetEntry(attributes));
      } else if (depth === 3 && name === 'definedName' && within === 'definedNames') {
        // Sheet-level names may repeat those of the workbook.
        definedName = attributes.get('localSheetId') === undefined ? attributes.get('name') : undefined;
        formula = '';
      }
    },
    text(piece) {
      if (definedName !== undefined) formula += piece;
    },
    close(name) {
      if (name !== 'definedName' || definedName === undefined) return;
      addName(definedName, formula);
      definedName = undefined;
    },
  });
  return { sheets, definedNames, date1904 };
}

/** A name of the whole workbook, without other attributes. */
const plainName = /<definedName name="([\w.]+)">([^<]*)<\/definedName>/y;

/** Excel allows at most 31 characters for the name of a sheet. */
const longestName = 255;

function sheetEntry(attributes: XmlAttributes): SheetEntry {
  const state = attributes.get('state');
  return {
    name: (attributes.get('name') ?? '').slice(0, longestName),
    state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
    // The prefix of the relationships namespace is usually, but not always, `r`.
    relationship: attributes.getLocal('id'),
  };
}
