import { escapeXml } from '../xml/escapeXml.ts';
import type { Chart, ChartCorner } from './chart.ts';

/** The drawing of a sheet that places its charts; the nth chart has the relationship `rId` and n. */
export function drawingPart(charts: readonly Chart[]): string {
  const anchors = charts.map(({ from, to, title, description }, index) => {
    const id = index + 1;
    return (
      `<xdr:twoCellAnchor editAs="oneCell">${cornerXml('from', from)}${cornerXml('to', to)}` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id + 1}" name="${escapeXml(title)}" descr="${escapeXml(description)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rId${id}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
    );
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ' +
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
    `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${anchors.join('')}</xdr:wsDr>`
  );
}

/** English Metric Units, in which drawings are measured. */
const unitsPerPoint = 12_700;

const cornerXml = (name: 'from' | 'to', { row, column, right = 0 }: ChartCorner): string =>
  `<xdr:${name}><xdr:col>${column - 1}</xdr:col><xdr:colOff>${Math.round(right * unitsPerPoint)}</xdr:colOff>` +
  `<xdr:row>${row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
