import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { instruments } from '../../definitions/index.ts';
import { cellHeight } from '../../src/spreadsheet/plan/rowHeights.ts';
import type { PlannedCell, SheetPlan } from '../../src/spreadsheet/plan/sheetPlan.ts';
import { styleOf } from '../../src/spreadsheet/style/theme.ts';
import { renderWorkbook } from '../../src/spreadsheet/write/renderWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { planFor } from '../planned.ts';
import { hasLibreOffice, saveInLibreOffice } from '../tools/libreOffice.ts';
import { openWritten } from '../tools/lint/openWritten.ts';
import { allNamed } from '../tools/lint/xmlTree.ts';
import { casesFor } from './recalculation.ts';

/** LibreOffice substitutes Liberation Sans for Arial, which has its widths. */

const folder = mkdtempSync(join(tmpdir(), 'scorebook-heights-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plans = instruments.map((instrument) => ({
  key: instrument.key,
  plan: planFor(instrument, issuedFor(instrument), casesFor(instrument, 20_261_129, 6).at(-1)?.response),
}));

/** The heights that LibreOffice gives to rows without one, by workbook, sheet and row, in points. */
async function fittedHeights(): Promise<ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<number, number>>>> {
  const fitted = join(folder, 'fitted');
  mkdirSync(fitted);
  for (const { key, plan } of plans) {
    const parts = unzipSync(await renderWorkbook(plan));
    for (const [name, part] of Object.entries(parts)) {
      if (name.startsWith('xl/worksheets/sheet')) parts[name] = strToU8(strFromU8(part).replace(/ ht="[^"]*"/g, ''));
    }
    writeFileSync(join(folder, `${key}.xlsx`), zipSync(parts));
  }
  const files = (kind: string): readonly string[] => plans.map(({ key }) => join(folder, `${key}.${kind}`));
  saveInLibreOffice(files('xlsx'), folder, 'fods');
  // It fits rows on opening only in a file of another program, in which they have no height.
  for (const file of files('fods')) {
    const text = readFileSync(file, 'utf8')
      .replace(/ style:row-height="[^"]*"/g, '')
      .replaceAll('style:use-optimal-row-height="false"', 'style:use-optimal-row-height="true"')
      .replace(/<meta:generator>[^<]*/, '<meta:generator>Another program');
    writeFileSync(file, text);
  }
  saveInLibreOffice(files('fods'), fitted, 'xlsx');
  return new Map(
    plans.map(({ key }) => {
      const { sheets } = openWritten(readFileSync(join(fitted, `${key}.xlsx`)));
      return [
        key,
        new Map(
          sheets.map(({ name, root }) => [
            name,
            new Map(allNamed(root, 'row').map((row) => [Number(row.get('r')), Number(row.get('ht'))])),
          ]),
        ),
      ];
    }),
  );
}

/** LibreOffice's pitch of lines by font size, and what it adds to a row, in points. */
const pitches: ReadonlyMap<number, number> = new Map([
  [10, 11.2],
  [11, 12.68],
]);
const added = 1.45;

/** The height of a row of the plan's lines at LibreOffice's pitch. */
function atItsPitch(cells: readonly PlannedCell[], { widths }: SheetPlan): number {
  const heights = cells.map((cell) => {
    const { size = 10 } = styleOf(cell.role).font ?? {};
    const lines = Math.round((cellHeight(cell, widths) - 3) / (size * 1.28));
    return lines * (pitches.get(size) ?? size * 1.15) + added;
  });
  return Math.max(...heights);
}

describe.runIf(hasLibreOffice())('every row has the lines that LibreOffice gives it, or one more', async () => {
  const fitted = await fittedHeights();

  test.each(plans)('$key', ({ key, plan }) => {
    const rows = plan.sheets
      .filter(({ state }) => state === undefined)
      .flatMap((sheet) => {
        const byRow = new Map<number, PlannedCell[]>();
        for (const cell of sheet.cells) {
          if (cell.content !== undefined) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
        }
        return [...byRow].map(([row, cells]) => {
          const height = fitted.get(key)?.get(sheet.name)?.get(row) ?? 0;
          const more = Math.round((atItsPitch(cells, sheet) - height) / 11.2);
          return { place: `${sheet.name}, row ${row}`, height, more };
        });
      });
    expect(rows.length).toBeGreaterThan(150);
    expect(rows.filter(({ more }) => more < 0 || more > 1)).toEqual([]);
  });
});
