import { escapeXml } from '../xml/escapeXml.ts';

/** Font sizes in a chart, in points. */
export const fontSizes = { title: 11, small: 9 } as const;

export const solid = (rgb: string): string => `<a:solidFill><a:srgbClr val="${rgb}"/></a:solidFill>`;

/** The look of texts that a chart makes itself, such as labels. */
export const labelText = (colour?: string): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${fontSizes.small * 100}" b="${colour === undefined ? 0 : 1}">${colour === undefined ? '' : solid(colour)}</a:defRPr></a:pPr></a:p></c:txPr>`;

/** The title of a chart or an axis. */
export function titleXml(title: string, kind: keyof typeof fontSizes): string {
  const look = `sz="${fontSizes[kind] * 100}" b="${kind === 'title' ? 1 : 0}"`;
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${look}/></a:pPr>` +
    `<a:r><a:rPr ${look}/><a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  );
}
