import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pctSelfAssessment as instrument } from '../../definitions/pct-self-assessment.ts';
import { address } from '../../src/spreadsheet/model/address.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { fillIn } from '../tools/fillIn.ts';
import { EditedWorkbook } from '../workbook/editedWorkbook.ts';
import { cells, typed } from './completeReturn.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

const { sheet } = cells[0] ?? { sheet: '' };
const evidence = cells.filter((cell) => cell.sheet === sheet && cell.field.key === 'evidence');

/** A number or a link in an answer, and what is to be stored. */
const numbers: readonly (readonly [number, string, string])[] = [
  [0.85, '0%', '85%'],
  [0.4375, 'hh:mm', '10:30'],
  [1.5625, '[h]:mm', '37:30'],
  [46_082, 'mmm-yy', 'Mar-26'],
  [0.125, '0%', '13% (12.5%)'],
];
const linked = 'As minuted. (https://a.example/plan?a=1&b=2)';

/** The places of numbers, and after them that of a link. */
const places = evidence.map(({ row, column }) => address(row, column));
const linkPlace = places[numbers.length] ?? '';
const expected = [...numbers.map(([, , seen]) => seen), linked];

function withSeenAnswers(bytes: Uint8Array): Uint8Array {
  const book = new EditedWorkbook(bytes);
  numbers.forEach(([value, code], index) => {
    book.typeAs(sheet, places[index] ?? '', value, code);
  });
  book.link(sheet, linkPlace, 'https://a.example/plan?a=1&b=2');
  return book.bytes();
}

let place: Workplace;
beforeAll(async () => {
  place = openWorkplace();
  await place.generate(1);
}, 60_000);
afterAll(() => place.remove());

const issued = (): Uint8Array => readFileSync(place.at('workbooks', `${instrument.key}_2026_X01.xlsx`));

async function importFile(path: string): Promise<readonly string[]> {
  const { files } = JSON.parse((await place.scorebook('import', path, '--json')).out);
  return files[0].findings.map(({ code, place: at }: { code: string; place: { cell?: string } }) =>
    `${code} ${at.cell ?? ''}`.trim(),
  );
}

const textsIn = (path: string): readonly string[] =>
  readPackage(readFileSync(path)).sheets.flatMap(({ rows }) =>
    [...rows.values()].flatMap((cells) => [...cells.values()].map(({ value }) => String(value.value))),
  );

test('numbers and links in answers are stored as people saw them, shown everywhere, and stay as they are', {
  timeout: 120_000,
}, async () => {
  const first = withSeenAnswers(fillIn(issued(), typed));
  expect(await importFile(place.put('returns/X01.xlsx', first))).toEqual([`answer.shown-otherwise ${places[4]}`]);

  await place.scorebook('export', '--round', '2026', '--format', 'json', '--out', place.at('data.json'));
  const data = readFileSync(place.at('data.json'), 'utf8');
  expect(expected.filter((text) => !data.includes(JSON.stringify(text)))).toEqual([]);

  await place.scorebook('rollup', '--round', '2026', '--out', place.at('roll-up.xlsx'));
  expect(textsIn(place.at('roll-up.xlsx'))).toEqual(expect.arrayContaining(expected));

  await place.scorebook('correct', '--round', '2026', '--out', place.at('corrections'), '--partner', 'X01');
  const correction = place.at('corrections', `${instrument.key}_2026_X01_correction.xlsx`);
  expect(textsIn(correction)).toEqual(expect.arrayContaining(expected));
  expect(await importFile(correction)).toEqual(['return.same-answers']);
  // The same answers in another file: archives have the time at which they were made.
  const again = place.put('returns/X01-again.xlsx', zipSync(unzipSync(first), { mtime: '2027-01-01' }));
  expect(await importFile(again)).toEqual(['return.same-answers', `answer.shown-otherwise ${places[4]}`]);
});
