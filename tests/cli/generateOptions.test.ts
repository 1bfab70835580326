import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { png } from '../pictures.ts';
import { fillIn } from '../tools/fillIn.ts';
import { openWritten } from '../tools/lint/openWritten.ts';
import { allNamed } from '../tools/lint/xmlTree.ts';
import { filledOnce } from './filledOnce.ts';
import { smallRound } from './smallRound.ts';
import type { Ran } from './workplace.ts';

const { at, scorebook, register, generate, workbook, fillInReturn, files } = smallRound();

describe('generate after an earlier round', () => {
  const next = (...more: readonly string[]): Promise<Ran> =>
    generate('--round', '2027', '--due', '2027-12-17 12:00', '--previous', '2026', ...more);
  const nextWorkbook = (code = 'X01'): string => at('workbooks', `pct-self-assessment_2027_${code}.xlsx`);

  /** The texts below a heading of the first section, and the heading's column. */
  function below(heading: string, code = 'X01'): { readonly column: number; readonly texts: readonly string[] } {
    const sheet = readPackage(readFileSync(nextWorkbook(code))).sheets.find(({ name }) => name === '1 Assessing need');
    const headers = [...(sheet?.rows.get(4) ?? [])];
    const column = headers.find(([, { value }]) => value.value === heading)?.[0] ?? 0;
    const texts = [...(sheet?.rows ?? [])].flatMap(([row, cells]) =>
      row > 4 ? [String(cells.get(column)?.value.value)] : [],
    );
    return { column, texts };
  }

  beforeEach(() =>
    filledOnce('a small round with a return', at(), async () => {
      await generate();
      await scorebook(['import', fillInReturn(), ...register()]);
    }),
  );

  /** The messages of the cells in which a section's evidence is given. */
  const evidenceMessages = (code = 'X01'): readonly string[] =>
    openWritten(readFileSync(nextWorkbook(code)))
      .sheets.filter(({ name }) => name === '1 Assessing need')
      .flatMap(({ root }) => allNamed(root, 'dataValidation'))
      .filter((rule) => rule.get('promptTitle')?.startsWith('Our evidence') === true)
      .map((rule) => rule.get('prompt') ?? '');

  test('shows what the partner answered then beside each question', async () => {
    expect((await next()).code).toBe(0);
    const { texts } = below('Last round');
    expect(texts).toHaveLength(11);
    expect(texts.filter((text) => /^was (?:[123]|not answered|n\/a)$/.test(text))).toHaveLength(11);
    expect(below('Last round', 'X02').texts[0]).toBe('was not returned');
  });

  test('shows the evidence of then where the present one is given, to its partner alone', async () => {
    await next();
    const then = evidenceMessages().filter((message) => message.startsWith('In 2026 you wrote: '));
    expect(then.length).toBeGreaterThan(3);
    for (const message of evidenceMessages()) expect(message.length).toBeLessThanOrEqual(255);
    expect(evidenceMessages('X02')).toHaveLength(11);
    expect(evidenceMessages('X02').join()).not.toContain('you wrote');
  });

  test('does not take earlier answers for present ones', async () => {
    await next();
    const { column } = below('Score');
    mkdirSync(at('returns'), { recursive: true });
    writeFileSync(
      at('returns', 'next.xlsx'),
      fillIn(readFileSync(nextWorkbook()), [{ sheet: '1 Assessing need', row: 5, column, value: 3 }]),
    );
    const imported = await scorebook(['import', at('returns', 'next.xlsx'), '--json', ...register()]);
    const { files: read } = JSON.parse(imported.out);
    expect(read).toMatchObject([{ partner: { code: 'X01' }, round: '2027', coverage: 1 / 44, findings: [] }]);
  });

  test('writes nothing when repeated, and writes anew when another earlier return counts', async () => {
    await next();
    expect((await next()).out).toContain('0 workbooks written, 2 unchanged');
    await scorebook(['import', fillInReturn('other.xlsx', 'X01', true), ...register()]);
    expect((await next()).out).toContain('1 workbook written (1 in place of others), 1 unchanged');
  });

  test('is refused for an unknown round, and for the round itself', async () => {
    const unknown = await generate('--round', '2027', '--due', '2027-12-17 12:00', '--previous', '2025');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('The register has no round "2025"');
    const itself = await generate('--previous', '2026');
    expect(itself).toMatchObject({ code: 2, out: '' });
    expect(itself.err).toContain('--previous 2026 is this round itself');
  });
});

describe('generate with branding', () => {
  const branded = (branding: unknown, ...more: readonly string[]): Promise<Ran> => {
    writeFileSync(at('branding.json'), typeof branding === 'string' ? branding : JSON.stringify(branding));
    return generate('--branding', at('branding.json'), ...more);
  };

  test('puts name, strapline, colour and logo of a body on the workbooks', async () => {
    writeFileSync(at('logo.png'), png(200, 80));
    const { code } = await branded({
      name: 'Sample CCG',
      strapline: 'Well together',
      colour: '#5A2D82',
      logo: { file: 'logo.png', alternative: 'Sample CCG' },
    });
    expect(code).toBe(0);
    const { sheets } = readPackage(readFileSync(workbook()));
    const line = (sheet: string, row: number): readonly unknown[] =>
      [
        ...(sheets
          .find(({ name }) => name === sheet)
          ?.rows.get(row)
          ?.values() ?? []),
      ].map(({ value }) => value.value);
    const text = (sheet: string, row: number): unknown => line(sheet, row)[0];
    expect(text('Cover', 1)).toBe('Sample CCG: self-assessment workbook');
    expect(text('Cover', 3)).toBe('Well together');
    const named = sheets.filter(({ name }) => [...line(name, 1), ...line(name, 3)].includes('Sample CCG'));
    expect(named.length).toBeGreaterThan(8);
    expect((await branded({ name: 'Sample CCG' })).out).toContain('2 workbooks written');
    expect((await branded({ name: 'Sample CCG' })).out).toContain('0 workbooks written, 2 unchanged');
  });

  test('reports all faults of the file, and writes nothing', async () => {
    const { code, err } = await branded({ name: '', colour: 'purple', logo: { file: 'logo.png' }, font: 'Arial' });
    expect(code).toBe(1);
    expect(err).toContain('branding.json: name is ""');
    expect(err).toContain('branding.json: colour is "purple": write a colour as # and six hexadecimal digits');
    expect(err).toContain('branding.json: logo.alternative is missing');
    expect(err).toContain('branding.json: font is "Arial": no property of that name belongs there');
    expect(files()).toEqual(['branding.json', 'partners.csv']);
  });

  test.each<[string, unknown, string]>([
    ['white text cannot be read on the colour', { colour: '#FFCC00' }, 'has a contrast of 1.5 to 1'],
    ['the file is no JSON', '{ name: "Sample" }', 'The file is not JSON'],
    ['the picture is missing', { logo: { file: 'no.png', alternative: 'x' } }, 'cannot be read: there is no such file'],
    ['the picture is none', { logo: { file: 'text.png', alternative: 'x' } }, 'is not a PNG or JPEG picture'],
    ['the picture is cut off', { logo: { file: 'cut.png', alternative: 'x' } }, 'or is incomplete'],
    ['the picture is huge', { logo: { file: 'huge.png', alternative: 'x' } }, '500000 at most are allowed'],
    ['the picture is too wide', { logo: { file: 'wide.png', alternative: 'x' } }, '5000 by 1 pixels: 4000 at most'],
  ])('is refused when %s', async (_what, branding, message) => {
    writeFileSync(at('text.png'), 'This is a text.');
    writeFileSync(at('cut.png'), png(20, 20).subarray(0, -5));
    writeFileSync(at('huge.png'), Buffer.concat([png(20, 20), Buffer.alloc(500_001)]));
    writeFileSync(at('wide.png'), png(5000, 1));
    const { code, err } = await branded(branding);
    expect(code).toBe(1);
    expect(err).toContain(message);
    expect(existsSync(at('workbooks'))).toBe(false);
  });

  test('is refused when the file is not there', async () => {
    expect(await generate('--branding', at('none.json'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be read: there is no such file'),
    });
  });
});
