import { expect, test } from 'vitest';
import { planSheet } from '../../../src/spreadsheet/plan/planSheet.ts';
import { planTableSheet } from '../../../src/spreadsheet/plan/planTableSheet.ts';
import { cell } from '../../../src/spreadsheet/plan/sheetParts.ts';
import type { SheetPlan } from '../../../src/spreadsheet/plan/sheetPlan.ts';
import { openWritten } from '../../tools/lint/openWritten.ts';
import { allNamed, childOf, type XmlElement } from '../../tools/lint/xmlTree.ts';
import { rendered } from '../../tools/rendered.ts';

interface Styled {
  /** Name of the cell's style. */
  readonly name: string | undefined;
  readonly format: XmlElement | undefined;
  /** The format that the named style has. */
  readonly ofStyle: XmlElement | undefined;
}

/** The formats of cells of a rendered sheet, by their addresses. */
async function styledCells(sheet: SheetPlan): Promise<(place: string) => Styled> {
  const { sheets, styles } = openWritten(await rendered(sheet));
  const list = (name: string): readonly XmlElement[] => childOf(styles, name)?.children ?? [];
  const names = new Map(allNamed(styles, 'cellStyle').map((style) => [style.get('xfId'), style.get('name')]));
  return (place) => {
    const format = list('cellXfs')[sheets[0]?.cells.find(({ address }) => address === place)?.style ?? -1];
    const number = format?.get('xfId');
    return { name: names.get(number), format, ofStyle: list('cellStyleXfs')[Number(number)] };
  };
}

const sheet = planSheet({ name: 'One', title: 'Title', note: 'A note.', widths: [20, 20, 20], footer: 'X01' }, [
  {
    cells: [
      cell(4, 1, 'Part', 'heading'),
      cell(5, 1, undefined, 'input'),
      cell(5, 2, undefined, 'inputDate'),
      cell(5, 3, undefined, 'inputMarked'),
      { ...cell(6, 1, undefined, 'input'), unboxed: true },
      cell(7, 1, '=1', 'text'),
      cell(7, 2, '1', 'text'),
    ],
  },
]);

test('cells have the named style of their purpose', async () => {
  const styled = await styledCells(sheet);
  const named = ['A1', 'A2', 'A4', 'A5', 'B5', 'C5', 'A6', 'A7', 'B7'].map((place) => [place, styled(place).name]);
  expect(Object.fromEntries(named)).toEqual({
    ...{ A1: 'Heading 1', A2: 'Note', A4: 'Heading 2', A5: 'Input', B5: 'Input', C5: 'To put right', A6: 'Input' },
    // A text that begins like a formula has a format of its own, of the same style.
    ...{ A7: 'Text', B7: 'Text' },
  });
});

test('font, fill and borders are those of the style, and change with it; others are the cell’s own', async () => {
  const styled = await styledCells(sheet);
  for (const place of ['A1', 'A4', 'A5', 'B5', 'A7']) {
    const { format, ofStyle } = styled(place);
    for (const [part, flag] of [
      ['fontId', 'applyFont'],
      ['fillId', 'applyFill'],
      ['borderId', 'applyBorder'],
    ] as const) {
      expect(format?.get(part), `${place} ${part}`).toBe(ofStyle?.get(part));
      expect(format?.get(flag), `${place} ${flag}`).toBeUndefined();
    }
  }
  expect(styled('B5').format?.get('applyNumberFormat')).toBe('1');
  expect(styled('A5').format?.get('applyProtection')).toBe('1');
  expect(childOf(styled('A5').format, 'protection')?.get('locked')).toBe('0');
});

test('a cell with other borders than those of its style keeps them when the style changes', async () => {
  const { format, ofStyle } = (await styledCells(sheet))('A6');
  expect(format?.get('borderId')).not.toBe(ofStyle?.get('borderId'));
  expect(format?.get('fillId')).toBe(ofStyle?.get('fillId'));
});

test('so do the rows of a long table, of which some are links', async () => {
  const styled = await styledCells(
    planTableSheet(
      { marking: undefined, footer: 'X01' },
      {
        ...{ name: 'Long', title: 'Long', note: 'A note.', table: 'long' },
        columns: [
          { heading: 'Where', role: 'link', width: 20 },
          { heading: 'How many', role: 'number', width: 20 },
        ],
        rows: [
          [{ text: 'there', address: 'a.xlsx' }, 1],
          ['nowhere', 2],
          ['nowhere', 3],
        ],
      },
    ),
  );
  expect(['A5', 'A6', 'B6', 'A7', 'A8', 'B8'].map((place) => styled(place).name)).toEqual([
    ...['Table heading', 'Hyperlink', 'Figure', 'Text', 'Text', 'Figure'],
  ]);
});
