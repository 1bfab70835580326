import { strToU8 } from 'fflate';
import { chartPart } from '../charts/chartPart.ts';
import { drawingPart } from '../charts/drawingPart.ts';
import type { PlacedChart } from '../plan/placedCharts.ts';
import { sheetParts } from '../repair/sheetParts.ts';
import { editPart, insertBefore, type PackageParts } from '../zip/packageParts.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const emptyRelationships =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
const contentTypes = {
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
} as const;

/**
 * Adds charts to a package: their parts, one drawing for each sheet with charts, and the relationships between them.
 * Screen readers read the charts of a sheet in the order in which they are given.
 *
 * @param charts Those of one sheet follow each other.
 * @returns the names of their parts, in the same order.
 * @throws Error when a chart's sheet is not there or already has a drawing.
 */
export function addCharts(parts: PackageParts, charts: readonly PlacedChart[]): readonly string[] {
  if (charts.length === 0) return [];
  const partOf = sheetParts(parts);
  return [...new Set(charts.map(({ chart }) => chart.sheet))].flatMap((sheet) => {
    const part = partOf.get(sheet);
    if (part === undefined) throw new Error(`A chart is for a sheet ${sheet}, which does not exist`);
    const own = charts.filter(({ chart }) => chart.sheet === sheet);
    const drawing = addPart(parts, 'drawing', 'xl/drawings/drawing', drawingPart(own.map(({ chart }) => chart)));
    relate(parts, part, 'rIdDrawing', 'drawing', `/${drawing}`);
    editPart(parts, part, (xml) => placeDrawing(xml, sheet));
    return own.map(({ chart, size }, index) => {
      const name = addPart(parts, 'chart', 'xl/charts/chart', chartPart(chart, size));
      relate(parts, drawing, `rId${index + 1}`, 'chart', `/${name}`);
      return name;
    });
  });
}

/** Adds a part under the first free number: exceljs numbers the drawings of pictures in the same way. */
function addPart(parts: PackageParts, kind: keyof typeof contentTypes, stem: string, xml: string): string {
  let number = 1;
  while (parts.has(`${stem}${number}.xml`)) number += 1;
  const name = `${stem}${number}.xml`;
  parts.set(name, strToU8(xml));
  editPart(parts, '[Content_Types].xml', (types) =>
    insertBefore(types, '</Types>', `<Override PartName="/${name}" ContentType="${contentTypes[kind]}"/>`),
  );
  return name;
}

function relate(parts: PackageParts, source: string, id: string, type: string, target: string): void {
  const cut = source.lastIndexOf('/') + 1;
  const name = `${source.slice(0, cut)}_rels/${source.slice(cut)}.rels`;
  if (!parts.has(name)) parts.set(name, strToU8(emptyRelationships));
  editPart(parts, name, (xml) =>
    insertBefore(xml, '</Relationships>', `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`),
  );
}

/** Elements that may follow a drawing in a worksheet (ECMA-376 part 1, 18.3.1.99), and the end of it. */
const followers =
  /<(?:legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/;

function placeDrawing(xml: string, sheet: string): string {
  if (/<drawing\b/.test(xml)) throw new Error(`The sheet ${sheet} has a drawing already`);
  // Extensions also occur within conditional formats, which come earlier.
  const formats = Math.max(0, xml.lastIndexOf('</conditionalFormatting>'));
  const at = formats + xml.slice(formats).search(followers);
  if (at < formats) throw new Error(`The part of the sheet ${sheet} has no end`);
  return `${xml.slice(0, at)}<drawing xmlns:r="${office}" r:id="rIdDrawing"/>${xml.slice(at)}`;
}
