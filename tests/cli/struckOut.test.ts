import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pctSelfAssessment as instrument } from '../../definitions/pct-self-assessment.ts';
import { address } from '../../src/spreadsheet/model/address.ts';
import { withLibreOffice, withOpenpyxl } from '../programs.ts';
import { savedByLibreOffice } from '../savedBy.ts';
import { fillIn } from '../tools/fillIn.ts';
import { cells, typed } from './completeReturn.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** A partner who strikes out what no longer counts, instead of deleting it. */

const sheet = cells[0]?.sheet ?? '';
const places = ['evidence', 'score'].flatMap((key) =>
  cells
    .filter((cell) => cell.sheet === sheet && cell.field.key === key)
    .slice(0, 2)
    .map(({ row, column }) => address(row, column)),
);
const [part = '', whole = '', score = ''] = places;

const strike = `
import sys, openpyxl
from copy import copy
path, sheet, part, whole, score = sys.argv[1:]
book = openpyxl.load_workbook(path)
cells = book[sheet]
cells[part] = 'Board paper of May Plan of June'
cells[whole] = 'Minutes of May'
for place in (whole, score):
    font = copy(cells[place].font)
    font.strike = True
    cells[place].font = font
book.save(path)
`;

let place: Workplace;
beforeAll(async () => {
  place = openWorkplace();
  await place.generate(1);
});
afterAll(() => place.remove());

function struck(): Uint8Array {
  const issued = readFileSync(place.at('workbooks', `${instrument.key}_2026_X01.xlsx`));
  const path = place.put('returns/struck.xlsx', fillIn(issued, typed));
  const done = spawnSync('/usr/bin/python3', ['-W', 'ignore', '-c', strike, path, sheet, part, whole, score], {
    encoding: 'utf8',
  });
  expect(done.stderr).toBe('');
  // openpyxl writes no runs: a part of a text is struck out as Excel does it.
  const runs = '<r><rPr><strike/></rPr><t>Board paper of May</t></r><r><t xml:space="preserve"> Plan of June</t></r>';
  let edited = 0;
  const parts = Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]): [string, Uint8Array] => {
    const xml = strFromU8(bytes);
    const [before, after] = xml.split('<t>Board paper of May Plan of June</t>');
    if (after === undefined) return [name, bytes];
    edited += 1;
    return [name, strToU8(before + runs + after)];
  });
  expect(edited).toBe(1);
  return zipSync(Object.fromEntries(parts));
}

async function findingsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { out } = await place.scorebook('import', place.put('returns/X01.xlsx', bytes), '--json');
  const [file] = JSON.parse(out).files;
  return file.findings
    .filter(({ code }: { code: string }) => code === 'answer.struck-out')
    .map(({ place: at, facts }: { place: { cell: string }; facts: { struck: string } }) => `${at.cell} ${facts.struck}`)
    .toSorted();
}

const expected = (level: string): readonly string[] =>
  [`${part} Board paper of May`, `${whole} Minutes of May`, `${score} ${level}`].toSorted();

const levelTyped = String(typed.find((one) => one.sheet === sheet && address(one.row, one.column) === score)?.value);

withOpenpyxl('struck out by openpyxl', () => {
  test('is stored with the answer, and reported', { timeout: 120_000 }, async () => {
    expect(await findingsOf(struck())).toEqual(expected(levelTyped));
    await place.scorebook('export', '--round', '2026', '--format', 'json', '--out', place.at('data.json'));
    expect(readFileSync(place.at('data.json'), 'utf8')).toContain('Board paper of May Plan of June');
  });

  withLibreOffice('and saved again by LibreOffice', () => {
    test('is reported as before', { timeout: 120_000 }, async () => {
      const [saved = new Uint8Array()] = savedByLibreOffice([struck()]);
      expect(await findingsOf(saved)).toEqual(expected(levelTyped));
    });
  });
});
