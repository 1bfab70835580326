import { strToU8 } from 'fflate';
import { cellText } from '../plan/cellText.ts';
import type { WorkbookPlan } from '../plan/sheetPlan.ts';
import { escapeXml } from '../xml/escapeXml.ts';
import { editPart, insertBefore, type PackageParts } from '../zip/packageParts.ts';

const customPart = 'docProps/custom.xml';

/** Declares the part with the custom document properties, which exceljs cannot write. */
export function declareCustomProperties(parts: PackageParts): void {
  editPart(parts, '[Content_Types].xml', (xml) =>
    insertBefore(
      xml,
      '</Types>',
      `<Override PartName="/${customPart}" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>`,
    ),
  );
  editPart(parts, '_rels/.rels', (xml) =>
    insertBefore(
      xml,
      '</Relationships>',
      `<Relationship Id="rIdCustom" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="${customPart}"/>`,
    ),
  );
}

/** The parts of the document's properties. Programs show them beside the file, and screen readers read them. */
export const propertyParts = (plan: WorkbookPlan): readonly (readonly [part: string, bytes: Uint8Array])[] => [
  ['docProps/core.xml', strToU8(coreProperties(plan))],
  [customPart, strToU8(customProperties(plan.properties))],
];

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** ECMA-376 part 2, 11.1. */
function coreProperties({ title, by = 'Scorebook', at, language, ...plan }: WorkbookPlan): string {
  const text = (value: string): string => escapeXml(cellText(value));
  const time = `xsi:type="dcterms:W3CDTF">${at.toISOString().replace(/\.\d+Z$/, 'Z')}`;
  return (
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${text(title)}</dc:title><dc:subject>${text(plan.subject)}</dc:subject>` +
    `<dc:creator>${text(by)}</dc:creator><cp:keywords>${text(plan.keywords.join(', '))}</cp:keywords>` +
    `<dc:description>${text(plan.description)}</dc:description><cp:category>${text(plan.category)}</cp:category><cp:lastModifiedBy>${text(by)}</cp:lastModifiedBy>` +
    `<dcterms:created ${time}</dcterms:created><dcterms:modified ${time}</dcterms:modified>` +
    `<dc:language>${escapeXml(language)}</dc:language></cp:coreProperties>`
  );
}

function customProperties(properties: ReadonlyMap<string, string>): string {
  const entries = [...properties].map(
    ([name, value], index) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${escapeXml(name)}">` +
      `<vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
  );
  return (
    `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ` +
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
    `${entries.join('')}</Properties>`
  );
}
