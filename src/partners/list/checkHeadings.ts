import { type Finding, finding } from '../../finding/index.ts';
import type { Place } from '../../finding/place.ts';
import { columnLetters } from '../../spreadsheet/model/address.ts';
import type { ChosenList } from './chooseSource.ts';
import { columnNames, type ListColumns } from './headings.ts';
import type { ListRow } from './listSource.ts';

/** Reports what the headings of a list lack, what each was taken for, and what is not used. */
export function checkHeadings<Column extends string>(
  { file, source, headings }: ChosenList<Column>,
  columns: ListColumns<Column>,
): readonly Finding[] {
  const { row, above, named, missing } = headings;
  const { sheet } = source;
  const place: Place = sheet === undefined ? { file, line: row.number } : { file, sheet, cell: `A${row.number}` };
  const headingOf = (index: number): string => row.cells.get(index)?.text ?? '';
  if (missing.length > 0) {
    const found = [...row.cells.values()].slice(0, 20).map(({ text }) => text);
    return [finding('list.no-header', place, { missing, found })];
  }
  const twice = [...named].flatMap(([column, places]) =>
    places.length > 1 ? [finding('list.duplicate-column', place, { column, headings: places.map(headingOf) })] : [],
  );
  const taken = [...named].flatMap(([column, [first = 0]]) => {
    const heading = headingOf(first);
    return heading.toLowerCase() === column ? [] : [{ heading, column }];
  });
  return [
    ...(above.length > 0 ? [titleLines(above, place, sheet)] : []),
    ...twice,
    ...(twice.length === 0 && taken.length > 0 ? [finding('list.headings-taken', place, { taken })] : []),
    ...ignored(headings, source.rows, columns, place),
  ];
}

function titleLines(above: readonly ListRow[], place: Place, sheet: string | undefined): Finding {
  const [first, last] = [above[0]?.number ?? 1, above.at(-1)?.number ?? 1];
  const title = [...(above[0]?.cells.values() ?? [])].map(({ text }) => text).join(' ');
  const unit = sheet === undefined ? 'line' : 'row';
  const lines = first === last ? `${unit} ${first}` : `${unit}s ${first} to ${last}`;
  return finding('list.title-skipped', place, { lines, title });
}

/** Columns that are not used: those with another heading and, in a workbook, those with values and no heading. */
function ignored<Column extends string>(
  { row, named }: ChosenList<Column>['headings'],
  rows: readonly ListRow[],
  columns: ListColumns<Column>,
  place: Place,
): readonly Finding[] {
  const used = new Set([...named.values()].flat());
  const others = [...row.cells].flatMap(([index, { text }]) => (used.has(index) ? [] : [text]));
  const unnamed = new Set(
    place.sheet === undefined
      ? []
      : rows.flatMap(({ cells }) => [...cells.keys()].filter((index) => !row.cells.has(index))),
  );
  const letters = [...unnamed].toSorted((a, b) => a - b).map((index) => `column ${columnLetters(index + 1)}`);
  if (others.length + letters.length === 0) return [];
  const unused = columnNames(columns).filter((name) => !named.has(name));
  return [finding('list.ignored-columns', place, { columns: [...others, ...letters], unused })];
}
