import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { planSheet } from '../../../src/spreadsheet/plan/planSheet.ts';
import { cell } from '../../../src/spreadsheet/plan/sheetParts.ts';
import type { WorkbookPlan } from '../../../src/spreadsheet/plan/sheetPlan.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { templateFiller } from '../../../src/spreadsheet/write/fillTemplate.ts';
import { renderTemplate } from '../../../src/spreadsheet/write/renderTemplate.ts';
import { renderWorkbook } from '../../../src/spreadsheet/write/renderWorkbook.ts';
import { lintPackage } from '../../tools/lint.ts';
import { workbookOf } from '../../tools/rendered.ts';

/** Two sheets, of which the first names the partner and the second has an answer. */
const planFor = (partner: string, answer: string | undefined): WorkbookPlan => {
  const start = { title: 'Title', note: 'Note', widths: [20, 30], footer: `${partner}, round 2026` };
  return workbookOf(
    [
      planSheet({ ...start, name: 'Cover' }, [{ cells: [{ ...cell(5, 1, partner, 'value'), origin: 'partner' }] }]),
      planSheet({ ...start, name: 'Needs' }, [{ cells: [{ ...cell(5, 2, answer, 'input'), origin: 'answer' }] }]),
    ],
    { title: `Workbook of ${partner}`, properties: new Map([['Partner', partner]]) },
  );
};

const names = ['Netherby', 'A & B <PCT>', '=SUM(1)', '👩‍👧 _x0041_', 'x'.repeat(200)];

test('a template filled in with a plan is the workbook that is rendered from that plan, whatever was filled in before', async () => {
  const fill = templateFiller(await renderTemplate(planFor('First', 'an answer')));
  for (const name of names) {
    for (const answer of [undefined, name, 'other']) {
      const plan = planFor(name, answer);
      expect(Buffer.from(fill(plan)).equals(await renderWorkbook(plan))).toBe(true);
    }
  }
});

test('what is filled in is read again, and the package is sound', async () => {
  const fill = templateFiller(await renderTemplate(planFor('First', undefined)));
  for (const name of names) {
    const bytes = fill(planFor(name, `answer of ${name}`));
    const { sheets, properties } = readPackage(bytes);
    expect(sheets[0]?.rows.get(5)?.get(1)?.value.value).toBe(name);
    expect(sheets[1]?.rows.get(5)?.get(2)?.value.value).toBe(`answer of ${name}`);
    expect(properties.get('Partner')).toBe(name);
    expect(lintPackage(bytes)).toEqual([]);
  }
});

test('sheets that plans share as objects are still given each plan’s own footer', async () => {
  const first = planFor('First', 'same');
  const fill = templateFiller(await renderTemplate(first));
  const footers = ['One', 'Two', 'Three'].map((name) => {
    const own = planFor(name, 'same');
    const sheets = first.sheets.map((sheet, index) => {
      const print = own.sheets[index]?.print;
      return print === undefined ? sheet : { ...sheet, print };
    });
    const part = unzipSync(fill({ ...own, sheets }))['xl/worksheets/sheet2.xml'] ?? new Uint8Array();
    return /&amp;9 (\w+), round/.exec(Buffer.from(part).toString())?.[1];
  });
  expect(footers).toEqual(['One', 'Two', 'Three']);
});
