import type { Field, Instrument, Section } from '../../instrument/model/schema.ts';
import { factFieldsOf } from '../../instrument/model/traverse.ts';
import { tidyText } from '../../response/tidyText.ts';
import { type FactPlace, factIn, type GivenFacts } from '../../scoring/plans/givenFacts.ts';
import { address } from '../../spreadsheet/model/address.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { colourWhen, type SheetPart } from '../../spreadsheet/plan/sheetParts.ts';
import type { Column } from '../columns/column.ts';
import { describeFact } from '../parts/describeLastAnswer.ts';
import { columnRange } from '../parts/listCells.ts';

/** Characters of a fact: the whole of a long text is in its cell. */
const longestFact = 200;

/** The facts that the cells of a row have when the workbook goes out: a line for each, with the heading of its column. */
export const givenText = (
  instrument: Instrument,
  facts: GivenFacts,
  place: FactPlace,
  fields: readonly Field[],
): string =>
  fields
    .flatMap((field) => {
      const fact = factIn(facts, place, field.key);
      return fact === undefined ? [] : [`${beginningFor(field)}${shown(describeFact(instrument, field, fact))}`];
    })
    .join('\n');

const beginningFor = ({ heading }: Field): string => `${tidyText(heading)}: `;

function shown(fact: string): string {
  const line = tidyText(fact);
  return line.length <= longestFact ? line : `${line.slice(0, longestFact).toWellFormed().trimEnd()}…`;
}

/** Tints the cells that had a fact and are not blank: the column beside them says so in words. */
export function givenColours(
  section: Section,
  columns: readonly Column[],
  { first, last }: { readonly first: number; readonly last: number },
): readonly SheetPart[] {
  const given = columns.find(({ content }) => content.is === 'given');
  if (given === undefined) return [];
  const fields = new Set(factFieldsOf(section).map(({ field }) => field.key));
  const lines = `CHAR(10)&$${address(first, given.column)}`;
  return columns.flatMap(({ column, content }) => {
    if (content.is !== 'field' || !fields.has(content.field.key)) return [];
    const found = `ISNUMBER(FIND(CHAR(10)&${quotedText(beginningFor(content.field))},${lines}))`;
    const formula = `AND(${address(first, column)}<>"",${found})`;
    return [colourWhen(columnRange(column, first, last), [{ formula, colour: 'given' }])];
  });
}
