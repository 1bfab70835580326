import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pctSelfAssessment } from '../../../../definitions/pct-self-assessment.ts';
import { readPackage } from '../../../../src/spreadsheet/read/readPackage.ts';
import { tableOf } from '../../../rollup/tableOf.ts';
import { sampleDefinition } from '../../../sampleInstrument.ts';
import { fillIn } from '../../../tools/fillIn.ts';
import { sampleReturn } from '../../../tools/sampleReturns.ts';
import { filledOnce } from '../../filledOnce.ts';
import { openWorkplace, type Ran, type Workplace } from '../../workplace.ts';

/** An instrument that means something else by phase 2. */
const other = {
  ...sampleDefinition,
  key: 'other',
  vocabularies: [{ key: 'phase', title: 'Phase', terms: [{ key: '2', title: 'Buying' }] }],
};

let place: Workplace;
beforeEach(() => {
  place = openWorkplace();
  writeFileSync(
    at('partners.csv'),
    'code,name,area_code,area_name\nX01,Ashmere PCT,XA1,Ashmere\nX02,Bramblewick PCT,XA2,Bramblewick\n',
  );
});
afterEach(() => place.remove());

const at: Workplace['at'] = (...parts) => place.at(...parts);

const scorebook: Workplace['scorebook'] = (...args) => place.scorebook(...args);

/** Sends instruments out to both partners, in round 2026. */
const generate = (...instruments: readonly string[]): Promise<void> =>
  filledOnce(`side by side: ${instruments.join(' ')}`, at(), async () => {
    writeFileSync(at('other.json'), JSON.stringify(other));
    for (const instrument of instruments) {
      const { code, err } = await scorebook(
        ...['generate', instrument === 'other' ? at('other.json') : instrument],
        ...['--partners', at('partners.csv'), '--round', '2026'],
        ...['--due', '2026-12-18 12:00', '--out', at(instrument)],
      );
      expect([code, err]).toEqual([0, expect.stringContaining('2/2')]);
    }
  });

/** One partner sends the PCT self-assessment back, with every question at level 3. */
async function importReturn(): Promise<void> {
  const issued = readFileSync(at('pct-self-assessment', 'pct-self-assessment_2026_X01.xlsx'));
  const typed = sampleReturn(pctSelfAssessment, { levels: [0, 0, 1], notApplicable: 0, diligence: 0 }, 7);
  writeFileSync(at('return.xlsx'), fillIn(issued, typed));
  expect((await scorebook('import', at('return.xlsx'))).code).toBe(0);
}

const rollUp = (...more: readonly string[]): Promise<Ran> =>
  scorebook('rollup', '--round', '2026', '--by', 'phase', '--out', at('by.xlsx'), ...more);

const sideBySide = () => tableOf(readPackage(readFileSync(at('by.xlsx'))), 'Side by side');

// Every test sends out several instruments.
describe('rollup --by', { timeout: 30_000 }, () => {
  test('sets all instruments of the round that share the vocabulary side by side', async () => {
    await generate('pct-self-assessment', 'staffordshire-commissioning-practice', 'needs-outcomes-options');
    await importReturn();
    expect(await rollUp()).toEqual({
      code: 0,
      err: '',
      out: `${at('by.xlsx')}: partners returned: pct-self-assessment 1 of 2, staffordshire-commissioning-practice 0 of 2\n`,
    });
    const [headings, ...rows] = sideBySide();
    expect(headings?.slice(0, 3)).toEqual([
      'Area or partner',
      'Phase of commissioning',
      `${pctSelfAssessment.title} (1 of 2 returned)`,
    ]);
    expect(rows.map(([place, term, ...positions]) => [place, String(term).split(' ')[0], ...positions])).toEqual([
      ['Ashmere', 'Needs', 'Green', '[x]'],
      ['Ashmere', 'Shaping', 'Green', '[x]'],
      ['Ashmere', 'Improving', 'Green', '[x]'],
      ['Bramblewick', 'Needs', '[x]', '[x]'],
      ['Bramblewick', 'Shaping', '[x]', '[x]'],
      ['Bramblewick', 'Improving', '[x]', '[x]'],
    ]);
    const levels = tableOf(readPackage(readFileSync(at('by.xlsx'))), 'By phase').map((row) => row[6]);
    expect(levels[1]).toBe(
      '0 at 1 Needs significant improvement; 0 at 2 Meets minimum standards; 11 at 3 Good to best practice',
    );
  });

  test('is limited to an instrument that is named, and reports the result as JSON', async () => {
    await generate('pct-self-assessment', 'staffordshire-commissioning-practice');
    const { code, out, err } = await rollUp('--instrument', 'pct-self-assessment', '--json');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({
      file: at('by.xlsx'),
      round: '2026',
      by: 'phase',
      instruments: [{ instrument: 'pct-self-assessment', returned: 0, issued: 2 }],
    });
    expect(sideBySide()[0]).toHaveLength(3);
  });

  test('overwrites a roll-up, and no other file', async () => {
    await generate('pct-self-assessment');
    expect([(await rollUp()).code, (await rollUp()).code]).toEqual([0, 0]);
    writeFileSync(at('mine.xlsx'), 'mine');
    expect((await rollUp('--out', at('mine.xlsx'))).code).toBe(1);
    expect(readFileSync(at('mine.xlsx'), 'utf8')).toBe('mine');
  });

  test.each([
    [
      'a vocabulary that no instrument of the round has',
      ['--by', 'colour'],
      'No instrument of round "2026" has a vocabulary "colour". There are: phase, competency.',
    ],
    [
      'a vocabulary that the named instrument lacks',
      ['--by', 'aim', '--instrument', 'pct-self-assessment'],
      'The instrument "pct-self-assessment" has no vocabulary "aim". There are: phase, competency.',
    ],
    [
      'an instrument without any',
      ['--instrument', 'needs-outcomes-options'],
      'The instrument "needs-outcomes-options" has no vocabulary "phase". There is none at all: leave --by out.',
    ],
    ['no name', ['--by', ''], 'has a vocabulary "". There are: phase, competency.'],
    ['a round that there is not', ['--round', '2062'], 'The register has no round "2062"'],
  ])('is refused for %s', async (_what, more, message) => {
    await generate('pct-self-assessment', 'world-class-commissioning', 'needs-outcomes-options');
    const { code, out, err } = await rollUp(...more);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(existsSync(at('by.xlsx'))).toBe(false);
  });

  test('is refused where two instruments give one term different titles, naming both', async () => {
    await generate('pct-self-assessment', 'other');
    const { code, out, err } = await rollUp();
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('2 is "Buying" in other and "Shaping and managing the market" in pct-self-assessment.');
    expect(existsSync(at('by.xlsx'))).toBe(false);
    expect((await rollUp('--instrument', 'other')).code).toBe(0);
  });

  test('goes to the folder of the round where no file is named', async () => {
    await generate('pct-self-assessment');
    const before = process.cwd();
    process.chdir(at());
    try {
      const { out } = await scorebook('rollup', '--round', '2026', '--by', 'phase');
      const file = join('output', '2026', 'roll-up_by-phase_2026.xlsx');
      expect(out).toContain(`${file}: `);
      expect(existsSync(at(file))).toBe(true);
    } finally {
      process.chdir(before);
    }
  });
});
