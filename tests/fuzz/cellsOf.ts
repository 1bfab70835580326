/**
 * What a sheet's XML says of its cells, read in the simplest way, independent of our reader: the style and the content
 * by address, with shared texts in place of their numbers. A cell that is there twice has both.
 */
export function cellsOf(sheetXml: string, stringsXml: string): ReadonlyMap<string, string> {
  const strings = [...stringsXml.matchAll(/<si\b[^>]*?(?:\/>|>(.*?)<\/si>)/gs)].map(([, text = '']) => text);
  const cells = new Map<string, string>();
  for (const [, attributes = '', content = ''] of sheetXml.matchAll(/<c\b((?:[^>"]|"[^"]*")*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const place = /\br="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const shared = /\bt="s"/.test(attributes) ? /<v>(\d+)<\/v>/.exec(content)?.[1] : undefined;
    const text = shared === undefined ? `${attributes} ${content}` : `${attributes} ${strings[Number(shared)] ?? ''}`;
    cells.set(place, (cells.get(place) ?? '') + text);
  }
  return cells;
}
