import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pctSelfAssessment as instrument } from '../../definitions/pct-self-assessment.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { quotedCells } from '../spreadsheet/quotedCells.ts';
import { answerCells } from '../tools/answerCells.ts';
import { fillIn } from '../tools/fillIn.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** What a spreadsheet would work out, look up or run if it were typed there. */
const texts = [
  '=HYPERLINK("http://evil.example/","EVIL")',
  "=cmd|' /C EVIL'!A0",
  '+EVIL+1',
  '-EVIL-1',
  '@EVIL',
  '=1+1+EVIL',
];

let place: Workplace;
beforeAll(async () => {
  place = openWorkplace();
  await place.generate(1);
  const issued = readFileSync(place.at('workbooks', `${instrument.key}_2026_X01.xlsx`));
  // Every field gets such a text: scores and dates, too, where it is reported and repeated in findings.
  const typed = answerCells(layoutOf(instrument)).map(({ sheet, row, column, field }, index) => {
    const hostile = texts[index % texts.length] ?? '';
    return { sheet, row, column, value: field.kind === 'score' && row % 2 === 0 ? 1 : hostile };
  });
  await place.scorebook(
    'import',
    place.put('returns/X01.xlsx', fillIn(issued, typed)),
    '--findings',
    place.at('import-findings.xlsx'),
  );
}, 60_000);
afterAll(() => place.remove());

/**
 * Cells of a workbook that hold such a text, and whatever else in it mentions one where a program would act on it, or would
 * as soon as somebody opens the cell and presses Enter.
 */
function found(path: string): { readonly texts: number; readonly acting: readonly string[] } {
  const bytes = readFileSync(path);
  const cells = readPackage(bytes).sheets.flatMap(({ rows }) => [...rows.values()].flatMap((row) => [...row.values()]));
  const evil = cells.filter(({ value }) => String(value.value).includes('EVIL'));
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
  return {
    texts: evil.filter(({ value, formula }) => value.kind === 'text' && !formula).length,
    acting: [
      ...quotedCells(bytes).unquoted.filter((text) => /^[=+\-@]/.test(text)),
      ...parts.flatMap(([name, xml]) => [
        ...[...xml.matchAll(/<f\b[^>]*>[^<]*(?:EVIL|evil)[^<]*<\/f>/g)].map(([formula]) => `${name}: ${formula}`),
        ...[...xml.matchAll(/<(?:Relationship|hyperlink|definedName|formula\d?)\b[^<]*(?:EVIL|evil)[^<]*/g)].map(
          ([mark]) => `${name}: ${mark}`,
        ),
      ]),
    ],
  };
}

describe('text that begins with = + - @ stays text wherever it is written again', () => {
  test('beside the questions of the next round', async () => {
    const { code, err } = await place.scorebook(
      ...['generate', instrument.key, '--partners', place.at('partners.csv'), '--round', '2027', '--previous', '2026'],
      ...['--due', '2027-12-18 12:00', '--out', place.at('next')],
    );
    expect([code, err]).toEqual([0, expect.any(String)]);
    const path = place.at('next', `${instrument.key}_2027_X01.xlsx`);
    const { texts: cells, acting } = found(path);
    expect(acting).toEqual([]);
    // Last year's evidence is in the messages of the cells for this year's; no cell repeats it.
    const sheets = Object.entries(unzipSync(readFileSync(path))).filter(([name]) => name.startsWith('xl/worksheets/'));
    const messages = sheets.flatMap(
      ([, part]) => strFromU8(part).match(/ prompt="In 2026 you wrote: [^"]*EVIL/g) ?? [],
    );
    expect([cells, messages.length > 10]).toEqual([0, true]);
  });

  test('in the workbook for corrections', async () => {
    await place.scorebook('correct', '--round', '2026', '--out', place.at('corrections'), '--partner', 'X01');
    const { texts: cells, acting } = found(place.at('corrections', `${instrument.key}_2026_X01_correction.xlsx`));
    expect(acting).toEqual([]);
    expect(cells).toBeGreaterThan(100);
  });

  test('in the roll-up', async () => {
    await place.scorebook('rollup', '--round', '2026', '--out', place.at('roll-up.xlsx'));
    const { texts: cells, acting } = found(place.at('roll-up.xlsx'));
    expect(acting).toEqual([]);
    expect(cells).toBeGreaterThan(100);
  });

  test('as the name of a partner and of its region, in the tracker and its copy as written', async () => {
    const rows = texts.map((text, index) => {
      const quoted = `"${text.replaceAll('"', '""')}"`;
      return `E${index},${quoted},R${index},${quoted}`;
    });
    place.put('named.csv', ['code,name,region_code,region_name', ...rows].join('\n'));
    await place.scorebook(
      ...['generate', instrument.key, '--partners', place.at('named.csv'), '--round', '2028', '--due', '2028-12-18'],
      ...['--out', place.at('named')],
    );
    await place.scorebook('status', '--round', '2028', '--out', place.at('tracker.xlsx'));
    expect(found(place.at('tracker.xlsx'))).toEqual({ texts: 2 * 2 * texts.length, acting: [] });
  });

  test('in the list of findings', () => {
    const { texts: cells, acting } = found(place.at('import-findings.xlsx'));
    expect(acting).toEqual([]);
    expect(cells).toBeGreaterThan(10);
  });
});
