import { strFromU8, unzipSync } from 'fflate';
import { openWritten } from '../tools/lint/openWritten.ts';

/** The text cells of a workbook, without formulas, by whether Excel keeps them text when somebody opens them and presses Enter. */
export function quotedCells(bytes: Uint8Array): Readonly<Record<'quoted' | 'unquoted', readonly string[]>> {
  const formats = cellFormats(bytes);
  const texts = openWritten(bytes).sheets.flatMap(({ cells }) =>
    cells.filter(({ formula, type }) => formula === undefined && (type === 's' || type === 'inlineStr')),
  );
  const shown = (isQuoted: boolean): readonly string[] =>
    texts
      .filter(({ style }) => formats[style]?.includes(' quotePrefix="1"') === isQuoted)
      .map(({ content }) => content ?? '');
  return { quoted: shown(true), unquoted: shown(false) };
}

/** The cell formats of a workbook, as the XML of each. */
export function cellFormats(bytes: Uint8Array): readonly string[] {
  const styles = strFromU8(
    unzipSync(bytes, { filter: ({ name }) => name === 'xl/styles.xml' })['xl/styles.xml'] ?? new Uint8Array(),
  );
  return /<cellXfs\b[^>]*>(.*)<\/cellXfs>/s.exec(styles)?.[1]?.match(/<xf\b[^>]*?(?:\/>|>.*?<\/xf>)/gs) ?? [];
}
