import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPackage } from '../../../../src/spreadsheet/read/readPackage.ts';
import { png } from '../../../pictures.ts';
import { sampleInstrument } from '../../../sampleInstrument.ts';
import { openWorkplace, type Ran, type Workplace } from '../../workplace.ts';

/** A round keeps what it was given, and what was issued last counts. */
let place: Workplace;
let now: Date;
beforeEach(() => {
  now = new Date('2026-11-20T10:00:00Z');
  place = openWorkplace({ now: () => now });
  place.put('small.json', JSON.stringify(sampleInstrument));
  place.put(
    'partners.csv',
    'code,name,email\nA1,Ash,a1@ash.example\nA2,Birch,a2@birch.example\nA3,Cedar,a3@cedar.example\n',
  );
});
afterEach(() => place.remove());

const back = ['--return-to', 'returns@region.example'];

/** `generate` with what it needs; options given again replace. */
const generate = (...more: readonly string[]): Promise<Ran> =>
  place.scorebook(
    ...['generate', place.at('small.json'), '--partners', place.at('partners.csv'), '--round', '2026'],
    ...['--due', '2026-12-18 12:00', ...more],
    ...(more.includes('--out') ? [] : ['--out', place.at('workbooks')]),
  );

const send = (...more: readonly string[]): Promise<Ran> =>
  place.scorebook('send', '--round', '2026', '--out', place.at('mail'), ...more);

/** What was reported; the progress is on the same stream. */
const findingsIn = ({ err }: Ran): readonly string[] =>
  err.split('\n').filter((line) => /^(?:error|warning): /.test(line));

/** The words of the Cover of a partner's workbook. */
function cover(code = 'A1', folder = 'workbooks'): string {
  const workbook = readPackage(readFileSync(place.at(folder, `sample_2026_${code}.xlsx`)));
  const sheet = workbook.sheets.find(({ name }) => name === 'Cover');
  return [...(sheet?.rows.values() ?? [])]
    .flatMap((row) => [...row.values()].map(({ value }) => String(value.value)))
    .join('\n');
}

const status = async (...more: readonly string[]): Promise<Ran> =>
  place.scorebook('status', '--round', '2026', ...more);

describe('what was issued last', () => {
  it('can be sent, also when it was issued before', async () => {
    await generate(...back);
    await generate('--return-to', 'other@region.example');
    const third = await generate(...back);
    expect(third.out).toContain('3 workbooks written (3 in place of others)');
    const sent = await send();
    expect([sent.code, findingsIn(sent)]).toEqual([0, []]);
    expect(sent.out).toContain('3 drafts written');
    expect((await generate(...back)).out).toContain('0 workbooks written, 3 unchanged');
    expect((await send()).out).toContain('3 drafts unchanged');
  });

  it('is the latest one even where the clock stops or goes back', async () => {
    await generate('--return-to', 'one@region.example');
    now = new Date('2026-11-19T10:00:00Z');
    await generate('--return-to', 'two@region.example');
    expect(findingsIn(await send())).toEqual([]);
    expect(readFileSync(place.at('mail', 'sample_2026_A1.eml'), 'utf8')).toContain('two@region.example');
  });

  it('goes out again when another workbook went to the partner since', async () => {
    await generate(...back);
    await send();
    await generate('--return-to', 'other@region.example', '--change-return-to');
    await send();
    await generate(...back, '--change-return-to');
    const again = await send();
    expect(again.out).toContain('3 drafts written');
    expect(readFileSync(place.at('mail', 'sample_2026_A1.eml'), 'utf8')).toContain('returns@region.example');
    expect((await send()).out).toContain('3 drafts unchanged');
  });

  it('is not what lies in another folder', async () => {
    await generate(...back, '--out', place.at('old'));
    place.put('branding.json', JSON.stringify({ name: 'Region' }));
    await generate('--branding', place.at('branding.json'), '--out', place.at('new'));
    const { code, err } = await send('--workbooks', place.at('old'));
    expect(code).toBe(1);
    expect(err).toContain('Generate again');
    expect((await send()).out).toContain('3 drafts written');
  });
});

describe('an option that is left out', () => {
  it('keeps its earlier value', async () => {
    mkdirSync(place.at('places'));
    place.put('logo.png', png(40, 40));
    place.put(
      'branding.json',
      JSON.stringify({ name: 'Sample Region', logo: { file: 'logo.png', alternative: 'Logo' } }),
    );
    await generate(...back, '--marking', 'OFFICIAL-SENSITIVE', '--branding', place.at('branding.json'));
    const again = await generate();
    expect(again.out).toContain('0 workbooks written, 3 unchanged');
    expect(findingsIn(again)).toEqual([]);
    expect(cover()).toContain('OFFICIAL-SENSITIVE');
    expect(cover()).toContain('returns@region.example');
    expect(cover()).toContain('Sample Region');
  });

  it('leaves the workbooks in their folder, where send finds them', async () => {
    await generate(...back, '--out', place.at('elsewhere'));
    const again = await place.scorebook(
      ...['generate', place.at('small.json'), '--partners', place.at('partners.csv'), '--round', '2026'],
      ...['--due', '2026-12-18 12:00'],
    );
    expect(again.out).toContain(`0 workbooks written, 3 unchanged in ${place.at('elsewhere')}`);
    expect((await send()).out).toContain('3 drafts written');
  });

  it('keeps the earlier round that is shown', async () => {
    await place.scorebook(
      ...['generate', place.at('small.json'), '--partners', place.at('partners.csv'), '--round', '2025'],
      ...['--due', '2025-12-18 12:00', '--out', place.at('workbooks')],
    );
    await generate(...back, '--previous', '2025');
    expect((await generate()).out).toContain('0 of 3 partners returned a workbook in round 2025');
    const without = await generate('--no-previous');
    expect(without.err).toContain('The earlier round of round "2026" was "2025" and has been removed.');
  });

  it('also applies to a correction workbook', async () => {
    const { scorebook, at } = place;
    place.put('partners.csv', 'code,name\nX01,Ash\n');
    const pct = (...more: readonly string[]): Promise<Ran> =>
      scorebook(
        ...['generate', 'pct-self-assessment', '--partners', at('partners.csv'), '--round', '2026'],
        ...['--due', '2026-12-18 12:00', '--out', at('workbooks'), ...more],
      );
    await pct(...back, '--marking', 'OFFICIAL');
    place.put('returns/x01.xlsx', place.filledIn('X01'));
    await scorebook('import', at('returns'));
    await pct('--return-to', 'new@region.example', '--change-return-to');
    const { out } = await scorebook('correct', '--round', '2026', '--all', '--out', at('corrections'));
    expect(out).toContain('1 correction workbook in');
    const [file = ''] = readdirSync(at('corrections'));
    const words = JSON.stringify(
      readPackage(readFileSync(at('corrections', file))).sheets.map(({ rows }) =>
        [...rows.values()].map((row) => [...row.values()]),
      ),
    );
    expect(words).toContain('new@region.example');
    expect((await pct()).out).toContain('0 workbooks written, 1 unchanged');
  });
});

describe('what changes of a round', () => {
  it('is named', async () => {
    await generate(...back, '--marking', 'OFFICIAL');
    const { code, err } = await generate(
      '--marking',
      'SECRET',
      '--return-to',
      'new@region.example',
      '--due',
      '2026-12-20',
      '--change-due',
    );
    expect(code).toBe(0);
    expect(err).toContain('The marking of round "2026" was "OFFICIAL" and is now "SECRET".');
    expect(err).toContain(
      'The return address of round "2026" was "returns@region.example" and is now "new@region.example".',
    );
    expect(err).toContain(
      'The deadline of round "2026" was "12:00 (UK time) on Friday 18 December 2026" and is now "23:59',
    );
  });

  it('can be removed on purpose', async () => {
    place.put('branding.json', JSON.stringify({ colour: '#5A2D82' }));
    await generate(...back, '--marking', 'OFFICIAL', '--branding', place.at('branding.json'));
    const { err } = await generate('--no-marking', '--no-branding');
    expect(err).toContain('The marking of round "2026" was "OFFICIAL" and has been removed.');
    expect(err).toContain('The branding of round "2026" was "#5A2D82" and has been removed.');
    const json = JSON.parse((await generate('--marking', 'OFFICIAL', '--json')).out);
    expect(json.findings).toMatchObject([
      { code: 'round.changed', facts: { what: 'marking', from: null, to: 'OFFICIAL' } },
    ]);
    await generate('--no-marking');
    expect(cover()).not.toContain('OFFICIAL');
    expect((await generate()).out).toContain('3 unchanged');
  });

  it('cannot be changed for one partner only', async () => {
    await generate(...back);
    const marking = await generate('--partner', 'A2', '--marking', 'OFFICIAL');
    expect(marking.code).toBe(2);
    expect(marking.err).toContain('would change the marking of the whole round 2026');
    place.put('small.json', JSON.stringify({ ...sampleInstrument, strapline: 'Another.' }));
    const edition = await generate('--partner', 'A2', '--change-edition');
    expect(edition.code).toBe(2);
    expect(edition.err).toContain('would change the wording of the whole round 2026');
    const { out } = await status('--json');
    expect(JSON.parse(out)).toMatchObject([{ due: '2026-12-18T12:00:00.000Z', returnTo: 'returns@region.example' }]);
  });

  it('is asked for where partners have workbooks already', async () => {
    await generate(...back, '--marking', 'OFFICIAL');
    await send();
    const refused = await generate('--marking', 'SECRET', '--no-return-to');
    expect([refused.code, refused.err]).toEqual([
      2,
      expect.stringContaining(
        'their return address ("returns@region.example", now none) and marking ("OFFICIAL", now "SECRET"). Leave these options out, or add --change-return-to and --change-marking',
      ),
    ]);
    expect((await generate()).out).toContain('3 unchanged');
    expect((await generate('--marking', 'SECRET', '--change-marking')).code).toBe(0);
  });

  it('is nothing where one partner is generated again', async () => {
    await generate(...back);
    const one = await generate('--partner', 'A2', '--out', place.at('one'));
    expect([one.code, findingsIn(one)]).toEqual([0, []]);
    expect((await generate()).out).toContain('3 unchanged');
  });
});

describe('a partner that is no longer in the list', () => {
  it('is named by generate and status, until the list has it again', async () => {
    await generate(...back);
    place.put('fewer.csv', 'code,name,email\nA1,Ash,a1@ash.example\nA2,Birch,a2@birch.example\n');
    const fewer = await generate('--partners', place.at('fewer.csv'));
    expect(fewer.code).toBe(0);
    expect(fewer.err).toContain(
      'In round "2026" but not in this list: A3 Cedar. This partner still counts and is reminded.',
    );
    const text = await status();
    expect(text.out).toContain('Not in the list any more: A3.');
    expect(text.out).toContain('Send the workbook (not in the list any more)');
    const json = JSON.parse((await status('--json')).out);
    expect(json[0].partners.map((one: { unlisted?: true }) => one.unlisted ?? false)).toEqual([false, false, true]);
    await generate();
    expect((await status()).out).not.toContain('Not in the list');
  });

  it('is not one that was left out by --partner', async () => {
    await generate(...back);
    await generate('--partner', 'A1');
    expect((await status()).out).not.toContain('Not in the list');
  });
});

describe('status', () => {
  it('says to send the workbooks before anything was sent', async () => {
    await generate(...back);
    expect((await status()).out.match(/Send the workbook/g)).toHaveLength(3);
    await send();
    expect((await status()).out.match(/Await the return/g)).toHaveLength(3);
  });
});

describe('addresses', () => {
  it('are checked when workbooks are made', async () => {
    place.put(
      'bad.csv',
      'code,name,email\nA1,Ash,not-an-email\nA2,Birch,b@x\nA3,Cedar,"c@cedar.example; ,d e@x.example"\n',
    );
    const { code, err } = await generate(...back, '--partners', place.at('bad.csv'));
    expect(code).toBe(0);
    expect(err).toContain('warning: bad.csv line 2: The e-mail address "not-an-email" cannot be used');
    expect(err).toContain('bad.csv line 3: The e-mail address "b@x"');
    expect(err).toContain('bad.csv line 4: The e-mail address "d e@x.example"');
  });

  it.each(['not-an-address', 'a@b', 'a@b.example, c@d.example', 'https://region.example/upload'])(
    'for returns cannot be %s',
    async (address) => {
      const { code, err } = await generate('--return-to', address);
      expect(code).toBe(2);
      expect(err).toContain(`--return-to "${address}" is not an e-mail address.`);
    },
  );

  it('for returns are reported as missing once, when workbooks are made and when they are sent', async () => {
    const made = await generate();
    expect(made.code).toBe(0);
    expect(findingsIn(made)).toEqual([expect.stringContaining('The workbooks do not say where to send them')]);
    for (const command of ['send', 'remind']) {
      const ran = await place.scorebook(command, '--round', '2026', '--out', place.at('mail'));
      expect(ran.code).toBe(1);
      expect(findingsIn(ran)).toEqual([expect.stringContaining('Round "2026" of sample has no return address')]);
    }
  });
});

describe("another round's workbook", () => {
  it('is reported, and the sums are by round', async () => {
    const pct = (name: string, list: string, folder: string): Promise<Ran> =>
      place.scorebook(
        ...['generate', 'pct-self-assessment', '--partners', place.at(list), '--round', name],
        ...['--due', `${name}-12-18 12:00`, '--out', place.at(folder)],
      );
    await place.generate(2);
    place.put('next.csv', 'code,name\nX01,Ash\n');
    await pct('2027', 'next.csv', 'next');
    place.put('returns/last.xlsx', place.filledIn('X01'));
    place.put('returns/x02.xlsx', place.filledIn('X02'));
    await pct('2026', 'partners.csv', 'workbooks');
    const asked = await place.scorebook('import', place.at('returns'), '--round', '2026');
    expect(asked.out).not.toContain('2027');
    expect(asked.out).toContain('2 files: 2 accepted, 0 refused, 0 already imported\n');

    const next = readFileSync(place.at('next', 'pct-self-assessment_2027_X01.xlsx'));
    place.put('workbooks/pct-self-assessment_2026_X01.xlsx', next);
    place.put('returns/next.xlsx', place.filledIn('X01', 8));
    const { out } = await place.scorebook('import', place.at('returns'));
    expect(out).toContain(
      'This is the workbook of round "2026" and counts in that round. The later round "2027" of the same self-assessment',
    );
    expect(out.match(/This is the workbook of round/g)).toHaveLength(1);
    const sums = [
      '3 files: 1 accepted, 0 refused, 2 already imported',
      '  Round 2026: 0 accepted, 2 already imported',
      '  Round 2027: 1 accepted, 0 already imported',
    ];
    expect(out).toContain(`${sums.join('\n')}\n`);
  });
});
