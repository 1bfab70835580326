import type { Instrument, Section } from '../../instrument/model/schema.ts';
import { fieldsIn, itemsOfSection } from '../../instrument/model/traverse.ts';
import type { RawCell } from '../../spreadsheet/model/rawWorkbook.ts';
import { layoutOf } from '../layout/layoutOf.ts';
import { readGrid, tidy } from '../read/cells/answerGrid.ts';

/**
 * Where the questions and the answers of a section were on its sheet when it was issued. It follows from the texts of
 * that sheet: the version that issued it may have laid it out differently.
 */
export interface IssuedGrid {
  readonly section: Section;
  readonly headerRow: number | undefined;
  /** Keys of the questions by row. Rows that partners add are not part of the issued content. */
  readonly questions: ReadonlyMap<number, string>;
  readonly questionColumn: number | undefined;
  readonly answerColumns: ReadonlySet<number>;
}

/** Gives the grid of a sheet by its name and cells; undefined if nothing is answered on it. */
export function issuedGrids(
  instrument: Instrument,
): (name: string, rows: ReadonlyMap<number, ReadonlyMap<number, RawCell>>) => IssuedGrid | undefined {
  const { items, entries } = layoutOf(instrument);
  const sheets = new Map([...items, ...entries].map((sheet) => [sheet.name, sheet]));
  return (name, rows) => {
    const sheet = sheets.get(name);
    if (sheet === undefined) return undefined;
    const { section, columns } = sheet;
    const asked = section.shape === 'items' ? itemsOfSection(section).map(({ item }) => item) : [];
    const headings = columns.map(({ heading }) => heading);
    const grid = readGrid({ rows }, { headings, rows: asked.map(({ key }) => ({ reference: key })) });
    const question = columns.find(({ content }) => content.is === 'question')?.heading ?? '';
    return {
      section,
      headerRow: grid.headerRow,
      questions: new Map([...grid.rows].flatMap(([reference, found]) => found.map((row) => [row, reference] as const))),
      questionColumn: grid.columns.get(tidy(question)),
      answerColumns: new Set(fieldsIn(section).flatMap(({ heading }) => grid.columns.get(tidy(heading)) ?? [])),
    };
  };
}
