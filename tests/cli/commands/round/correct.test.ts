import { existsSync, readFileSync } from 'node:fs';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pctSelfAssessment as instrument } from '../../../../definitions/pct-self-assessment.ts';
import { readPackage } from '../../../../src/spreadsheet/read/readPackage.ts';
import { english } from '../../../../src/words/english/english.ts';
import { layoutOf } from '../../../../src/workbook/layout/layoutOf.ts';
import { rawText, sheetNamed } from '../../../../src/workbook/read/cells/rawCells.ts';
import { answerCells } from '../../../tools/answerCells.ts';
import { fillIn } from '../../../tools/fillIn.ts';
import { cells, complete, date, scores, slip, slips, typed } from '../../completeReturn.ts';
import { openWorkplace, type Ran, type Workplace } from '../../workplace.ts';

let place: Workplace;
beforeEach(async () => {
  place = openWorkplace();
  await place.generate(3);
});
afterEach(() => place.remove());

const issued = (partner: string): Uint8Array =>
  readFileSync(place.at('workbooks', `${instrument.key}_2026_${partner}.xlsx`));
const correctionOf = (partner: string): string =>
  place.at('corrections', `${instrument.key}_2026_${partner}_correction.xlsx`);
const correct = (...args: readonly string[]): Promise<Ran> =>
  place.scorebook('correct', '--round', '2026', '--out', place.at('corrections'), ...args);
const importFile = async (path: string): Promise<{ readonly status: string; readonly codes: readonly string[] }> => {
  const { files } = JSON.parse((await place.scorebook('import', path, '--json')).out);
  return { status: files[0].status, codes: files[0].findings.map(({ code }: { code: string }) => code) };
};

describe('correct', () => {
  beforeEach(async () => {
    await importFile(place.put('returns/X01.xlsx', fillIn(issued('X01'), [...typed, ...slips])));
    await importFile(place.put('returns/X02.xlsx', fillIn(issued('X02'), typed)));
  });

  test('writes a workbook that, once corrected and returned, counts and has no findings left', async () => {
    const ran = await correct('--partner', 'X01');
    expect([ran.code, ran.out]).toEqual([
      0,
      `X01: ${correctionOf('X01')}, 4 things to look at, written\n1 correction workbook in ${place.at('corrections')}. Round 2026.\n`,
    ]);
    const written = readFileSync(correctionOf('X01'));
    const filled = fillIn(written, [...scores, date].map(complete));
    const imported = await importFile(place.put('returns/X01-again.xlsx', filled));
    const changed = [...scores, date].map(() => 'answer.changed');
    expect(imported).toEqual({ status: 'accepted', codes: ['return.supersedes', 'return.differs', ...changed] });
    const [{ partners }] = JSON.parse((await place.scorebook('status', '--round', '2026', '--json')).out);
    expect(partners[0]).toMatchObject({
      code: 'X01',
      counting: { id: 3, errors: 0, warnings: 0 },
    });
    expect((await correct('--partner', 'X01')).out).toContain('X01: nothing to correct\n');
  });

  test('keeps all answers, those that are wrong as they were typed', async () => {
    await correct('--partner', 'X01');
    const raw = readPackage(readFileSync(correctionOf('X01')));
    const before = readPackage(readFileSync(place.at('returns/X01.xlsx')));
    const shown = (workbook: typeof raw) =>
      cells.map(({ sheet, row, column }) => rawText(sheetNamed(workbook, sheet)?.rows.get(row)?.get(column)));
    expect(shown(raw)).toEqual(shown(before));
    const unchanged = await importFile(correctionOf('X01'));
    expect(unchanged.codes.toSorted()).toEqual(
      ['answer.not-a-date', 'answer.not-an-option', 'answer.not-an-option', 'return.same-answers'].toSorted(),
    );
  });

  test('lists findings without a link to the cell where an older register does not record their answer', async () => {
    const database = new Database(place.at('register.db'));
    database.exec(`update finding set place = json_remove(place, '$.section', '$.field')`);
    database.close();
    await correct('--partner', 'X01');
    const list = sheetNamed(readPackage(readFileSync(correctionOf('X01'))), 'Corrections');
    expect([2, 4].map((column) => rawText(list?.rows.get(5)?.get(column)))).toEqual([
      'Cell C5 of the workbook that came back',
      `Go to ${scores[0]?.sheet}`,
    ]);
  });

  test('lists for --all only the partners whose return needs a correction', async () => {
    const { files } = JSON.parse((await correct('--all', '--json')).out);
    expect(files).toEqual([
      { instrument: instrument.key, partner: 'X01', outcome: 'written', file: correctionOf('X01'), corrections: 4 },
    ]);
    expect(existsSync(correctionOf('X02'))).toBe(false);
  });

  test('says of named partners that there is nothing to correct, or that they returned nothing', async () => {
    const { code, out } = await correct('--partner', 'X02', 'X03');
    expect([code, out]).toEqual([
      0,
      `X02: nothing to correct\nX03: has returned nothing yet\n0 correction workbooks in ${place.at('corrections')}. Round 2026.\n`,
    ]);
  });

  test('changes nothing when it is run again, and never a file that somebody has filled in', async () => {
    await correct('--all');
    const first = readFileSync(correctionOf('X01'));
    expect((await correct('--all')).out).toContain('unchanged');
    expect(readFileSync(correctionOf('X01')).equals(first)).toBe(true);
    const filled = fillIn(first, [...scores, date].map(complete));
    place.put(`corrections/${instrument.key}_2026_X01_correction.xlsx`, filled);
    const { code, err, out } = await correct('--all');
    expect([code, out]).toEqual([1, expect.stringContaining('not written')]);
    expect(err).toContain('Somebody may have filled it in.');
    expect(readFileSync(correctionOf('X01')).equals(Buffer.from(filled))).toBe(true);
  });

  test('leaves deadline and marking of the round, and the workbooks that went out, as they were', async () => {
    const before = await place.scorebook('status', '--round', '2026', '--json');
    await correct('--all');
    expect(await place.scorebook('status', '--round', '2026', '--json')).toEqual(before);
    const late = await importFile(place.put('returns/X03.xlsx', fillIn(issued('X03'), typed)));
    expect(late).toEqual({ status: 'accepted', codes: [] });
    expect(await place.scorebook('register', 'check')).toMatchObject({ code: 0 });
  });

  test.each([
    ['neither --partner nor --all', [], 'For whom? Give either --partner'],
    ['both', ['--all', '--partner', 'X01'], 'For whom? Give either --partner'],
    ['an unknown partner', ['--partner', 'X99'], '--partner X99: the round has no such partner.'],
    ['an empty folder', ['--all', '--out', ' '], '--out is empty.'],
    [
      'another instrument',
      ['--all', '--instrument', 'nonsense'],
      'Round "2026" has no instrument "nonsense". It has: pct-self-assessment.',
    ],
  ])('refuses %s', async (_what, args, message) => {
    const { code, err } = await correct(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('what the correction workbook shows', () => {
  /** A round with the answers of the one before and a body's own look, and a return in it that has a slip. */
  async function secondRound(): Promise<void> {
    place.put('branding.json', JSON.stringify({ name: 'A body', colour: '#5a2d82' }));
    const generated = await place.scorebook(
      ...['generate', instrument.key, '--partners', place.at('partners.csv'), '--round', 'second'],
      ...['--due', '2026-12-18 12:00', '--out', place.at('second'), '--return-to', 'returns@region.example'],
      ...['--marking', 'OFFICIAL', '--previous', '2026', '--branding', place.at('branding.json')],
    );
    expect(generated.code).toBe(0);
    const path = place.at('second', `${instrument.key}_second_X01.xlsx`);
    const layout = layoutOf(instrument, { lastRound: true });
    const answers = answerCells(layout).map(complete);
    const [score] = answerCells(layout).filter(({ field }) => field.kind === 'score');
    const wrong = score === undefined ? [] : [slip(score, 'see below')];
    await importFile(place.put('returns/second.xlsx', fillIn(readFileSync(path), [...answers, ...wrong])));
  }

  async function correctSecond(): Promise<{ codes: string[]; file: string; texts: (sheet: string) => string }> {
    const { out } = await place.scorebook('correct', '--round', 'second', '--all', '--out', place.at('put'), '--json');
    const { files, findings } = JSON.parse(out);
    const workbook = readPackage(readFileSync(files[0].file));
    return {
      file: files[0].file,
      codes: findings.map(({ code }: { code: string }) => code),
      texts: (sheet) =>
        [...(sheetNamed(workbook, sheet)?.rows.values() ?? [])]
          .flatMap((row) => [...row.values()].map(rawText))
          .join('\n'),
    };
  }

  test('is what the issued workbook showed', async () => {
    await importFile(place.put('returns/first.xlsx', fillIn(issued('X01'), cells.map(complete))));
    await secondRound();
    const { codes, file, texts } = await correctSecond();
    expect(codes).toEqual([]);
    expect((await importFile(file)).codes).toEqual(['return.same-answers', 'answer.not-an-option']);
    const issuedText = ['returns@region.example', 'OFFICIAL', 'A body', '12:00 (UK time) on Friday 18 December 2026'];
    for (const shown of issuedText) expect(texts('Cover')).toContain(shown);
    const [section] = layoutOf(instrument, { lastRound: true }).items;
    const went = readPackage(readFileSync(place.at('second', `${instrument.key}_second_X01.xlsx`)));
    const column = section?.columns.find(({ heading }) => heading === english.earlier.lastRound)?.column ?? 0;
    const [row] = section?.rows ?? [];
    const last = rawText(
      sheetNamed(went, section?.name ?? '')
        ?.rows.get(row?.row ?? 0)
        ?.get(column),
    );
    expect(last).not.toBe('');
    expect(texts(section?.name ?? '')).toContain(last);
  });

  test('leaves out what an older version stored only as a digest, and reports it', async () => {
    await secondRound();
    const database = new Database(place.at('register.db'));
    database.exec('delete from detail');
    database.close();
    const { codes, texts } = await correctSecond();
    expect(codes).toEqual(['correction.left-out']);
    expect(texts('Cover')).not.toContain('A body');
  });

  test('is reported as too late after the deadline', async () => {
    await place.scorebook(
      ...['generate', instrument.key, '--partners', place.at('partners.csv'), '--round', 'past'],
      ...['--due', '2026-11-01 12:00', '--out', place.at('past')],
    );
    const bytes = readFileSync(place.at('past', `${instrument.key}_past_X01.xlsx`));
    await importFile(place.put('returns/past.xlsx', fillIn(bytes, slips)));
    const { out } = await place.scorebook('correct', '--round', 'past', '--all', '--out', place.at('put'), '--json');
    expect(JSON.parse(out).findings.map(({ code }: { code: string }) => code)).toEqual(['correction.due-past']);
  });
});

describe('a slip that is repeated', () => {
  test('is one line on the terminal, with the first cells, and has every cell in --json', async () => {
    const all = cells.filter(({ field }) => field.kind === 'score');
    const wrong = all.map((cell) => slip(cell, 'see below'));
    const path = place.put('returns/X01.xlsx', fillIn(issued('X01'), [...typed, ...wrong]));
    const { out } = await place.scorebook('import', path);
    const lines = out.split('\n').filter((line) => line.startsWith('  '));
    // The last sheet has two questions: so few are not taken together.
    expect(lines.map((line) => /\((.*?)\):/.exec(line)?.[1])).toEqual([
      ...[11, 7, 8, 10, 6].map((count) => `${count} cells alike`),
      ...['6.1.1', '6.1.2'],
    ]);
    expect(lines[0]).toMatch(
      /^ {2}error: '[^']+'!\w+(?:, \w+){4} and \d+ more \(\d+ cells alike\): "see below" is not/,
    );
    const { codes } = await importFile(path);
    expect(codes.filter((code) => code === 'answer.not-an-option')).toHaveLength(all.length);
  });

  test('of different kinds fits a screen of 20 lines, and the rest is counted', async () => {
    const texts = cells.filter(({ field }) => field.kind === 'score');
    const wrong = texts.map((cell, index) => slip(cell, `see ${index}`));
    const path = place.put('returns/X01.xlsx', fillIn(issued('X01'), [...typed, ...wrong]));
    const [summary, ...lines] = (await place.scorebook('import', path)).out.split('\n1 file: ')[0]?.split('\n') ?? [];
    expect(summary).toContain('accepted: X01');
    expect(lines).toHaveLength(19);
    expect(lines.at(-1)).toBe(
      `  and ${texts.length - 18} more: the workbook named below has all of them, and --json shows them.`,
    );
  });
});
