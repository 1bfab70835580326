import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWorkplace, type Workplace } from '../../cli/workplace.ts';
import { zipParts } from '../../spreadsheet/parts.ts';
import { altered, fields } from '../../spreadsheet/zipBytes.ts';

let place: Workplace;
beforeEach(async () => {
  place = openWorkplace();
  await place.generate(3);
});
afterEach(() => place.remove());

/** What was said of each file, by its path from the folder of the place. */
const outcomes = (out: string): readonly string[] =>
  [...out.matchAll(/^(\S.*?): (accepted|refused|already imported)(?:: (\w+))?/gm)].map(
    ([, path = '', outcome, partner]) => [path.replace(`${place.at()}/`, ''), outcome, partner].join(' ').trim(),
  );

describe('import of an archive', () => {
  test('takes in the returns in it, in its folders and in archives inside it', async () => {
    const inner = zipParts({ 'X02.xlsx': place.filledIn('X02') });
    const archive = zipParts({
      'returns/X01.xlsx': place.filledIn('X01'),
      'inner.zip': inner,
      '__MACOSX/returns/._X01.xlsx': 'x',
      'returns/.DS_Store': 'x',
      'returns/~$X01.xlsx': 'x',
    });
    const path = place.put('all.zip', archive);
    const { code, out, err } = await place.scorebook('import', path, place.put('X03.xlsx', place.filledIn('X03')));
    expect([code, err]).toEqual([
      0,
      '1/3 all.zip > inner.zip > X02.xlsx\n2/3 all.zip > returns/X01.xlsx\n3/3 X03.xlsx\n',
    ]);
    expect(outcomes(out)).toEqual([
      'all.zip > inner.zip > X02.xlsx accepted X02',
      'all.zip > returns/X01.xlsx accepted X01',
      'X03.xlsx accepted X03',
    ]);
    expect(out).toContain('\n3 files: 3 accepted, 0 refused, 0 already imported\n');
  });

  test('and of the same file outside it is one import', async () => {
    const workbook = place.filledIn('X01');
    place.put('returns/a.zip', zipParts({ 'X01.xlsx': workbook }));
    place.put('returns/b.xlsx', workbook);
    const { out } = await place.scorebook('import', place.at('returns'));
    expect(outcomes(out)).toEqual(['returns/a.zip > X01.xlsx accepted X01']);
    expect(out).toContain('\nKnown: returns of X01\n2 files: 1 accepted, 0 refused, 1 already imported\n');
  });

  test('goes by its content, not by its name', async () => {
    place.put('returns/a.xlsx', zipParts({ 'X01.xlsx': place.filledIn('X01') }));
    place.put('returns/b.zip', place.filledIn('X02'));
    const { out } = await place.scorebook('import', place.at('returns'));
    expect(outcomes(out)).toEqual(['returns/a.xlsx > X01.xlsx accepted X01', 'returns/b.zip accepted X02']);
  });

  test('reports each file that cannot be used, and goes on', async () => {
    const archive = zipSync({
      '../X03.xlsx': place.filledIn('X03'),
      'X01.xlsx': place.filledIn('X01'),
      'a\u001b[2J.csv': Buffer.from('1,2\n3,4\n'),
      'empty.xlsx': Buffer.alloc(0),
    });
    place.put('returns/a.zip', archive);
    place.put('returns/b.zip', altered(zipParts({ 'a.xlsx': 'x' }), 0, ...fields.flags, 1));
    place.put('returns/c.zip', zipParts({ 'folder/': '' }));
    place.put('returns/d.zip', archive.subarray(0, 5_000));
    place.put('returns/e.xlsx', place.filledIn('X02'));
    const { code, out } = await place.scorebook('import', place.at('returns'));
    expect(code).toBe(1);
    expect(outcomes(out)).toEqual([
      'returns/a.zip > ../X03.xlsx refused',
      'returns/a.zip > X01.xlsx accepted X01',
      'returns/a.zip > a?[2J.csv refused',
      'returns/a.zip > empty.xlsx refused',
      'returns/b.zip > a.xlsx refused',
      'returns/c.zip refused',
      'returns/d.zip refused',
      'returns/e.xlsx accepted X02',
    ]);
    const { files } = JSON.parse((await place.scorebook('import', place.at('returns'), '--json')).out);
    expect(files.map(({ findings }: { findings: { code: string }[] }) => findings.map((found) => found.code))).toEqual([
      ['archive.unsafe-name'],
      [],
      ['return.csv'],
      ['return.empty'],
      ['archive.encrypted'],
      ['archive.empty'],
      ['return.damaged'],
      [],
    ]);
  });
});
