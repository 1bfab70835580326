import { editPart, type PackageParts } from '../zip/packageParts.ts';

/**
 * Splits the address of a link to a cell of another workbook, `return.xlsx#'1 Needs'!G14`, as Excel does: the file as
 * the target of a relationship, the cell as the link's location. exceljs takes the whole for a place in its own
 * workbook.
 *
 * @param sheet Name of the part of a worksheet.
 */
export function splitLinks(parts: PackageParts, sheet: string): void {
  const relations = sheet.replace('xl/worksheets/', 'xl/worksheets/_rels/').concat('.rels');
  if (!parts.has(relations)) return;
  const split = new Set<string>();
  editPart(parts, sheet, (xml) =>
    xml.replace(
      /(<hyperlink ref="[A-Z]+\d+" r:id="([^"]+)" location=")[^"#]+#([^"]+")/g,
      (_link, start: string, id: string, location: string) => {
        split.add(id);
        return start + location;
      },
    ),
  );
  if (split.size === 0) return;
  editPart(parts, relations, (xml) =>
    xml.replace(/<Relationship Id="([^"]+)"[^>]*>/g, (relation, id: string) =>
      split.has(id) ? relation.replace(/( Target="[^"#]+)#[^"]*"/, '$1"') : relation,
    ),
  );
}
