import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type GenerateRequest, generateWorkbooks } from '../../src/operations/generateWorkbooks.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { readStamp } from '../../src/workbook/read/readStamp.ts';
import { changed } from '../instrument/changedSample.ts';
import { type MemoryFolder, type MemoryRound, memoryFolder, openRound, partners } from './memoryRound.ts';

let round: MemoryRound;
beforeEach(async () => {
  round = await openRound();
});
afterEach(() => round.close());

const outcomes = async (changes: Partial<GenerateRequest> = {}) =>
  (await round.generate(changes)).files.map(({ partner, outcome }) => `${partner} ${outcome}`);

describe('a workbook for each partner of the list', () => {
  test('is saved with a stamp of its own', () => {
    const stamps = [...round.folder.files.values()].map((bytes) => readStamp(readPackage(bytes)).stamp);
    expect(stamps).toMatchObject(partners.map(({ code }) => ({ round: '2026', instrument: 'sample', partner: code })));
  });

  test('is left unchanged when nothing is different, and replaced when something is', async () => {
    expect(await outcomes()).toEqual(['X01 unchanged', 'X02 unchanged', 'X03 unchanged']);
    expect(await outcomes({ marking: 'SAMPLE DATA' })).toEqual(['X01 replaced', 'X02 replaced', 'X03 replaced']);
  });

  test('is left alone when somebody has worked in it', async () => {
    const mine = round.filledIn('X02', round.complete(2));
    round.folder.files.set('sample_2026_X02.xlsx', mine);
    const { files, findings } = await round.generate({ marking: 'SAMPLE DATA' });
    expect(files.map(({ outcome }) => outcome)).toEqual(['replaced', 'left', 'replaced']);
    expect(findings.map(({ code }) => code)).toEqual(['round.changed', 'output.changed-since-issue']);
    expect(round.folder.files.get('sample_2026_X02.xlsx')).toBe(mine);
  });

  test('may be written for one partner alone', async () => {
    round.folder.files.clear();
    expect(await outcomes({ partner: ['X02'] })).toEqual(['X02 written']);
  });

  test('shows the last round, and says how many returned in it', async () => {
    await round.comeBack('X01', round.complete(2));
    const next = { round: '2027', due: new Date('2027-12-17T12:00:00Z'), previous: '2026' };
    expect((await round.generate(next)).previous).toEqual({ round: '2026', returned: 1 });
  });

  test('of another edition scores the returns anew', async () => {
    await round.comeBack('X01', round.complete(2));
    const instrument = changed({ edition: '2' });
    expect((await round.generate({ instrument, changeEdition: true })).rescored).toBe(1);
    expect((await round.generate({ instrument })).rescored).toBeUndefined();
  });
});

describe('the folder', () => {
  const asked: (string | undefined)[] = [];
  let other: MemoryFolder;
  beforeEach(() => {
    asked.length = 0;
    other = memoryFolder();
  });

  const generateInto = (folder?: string, partner?: readonly string[]) =>
    generateWorkbooks(
      round.context,
      {
        ...{ instrument: changed({}), round: '2026', due: new Date('2026-12-18T12:00:00Z') },
        list: { name: 'list', partners },
        ...(folder === undefined ? {} : { folder }),
        ...(partner === undefined ? {} : { partner }),
      },
      (known) => {
        asked.push(known);
        return other;
      },
    );

  test('is remembered, unless workbooks of some partners are saved elsewhere', async () => {
    await generateInto('one');
    await generateInto();
    await generateInto('two', ['X01']);
    await generateInto();
    expect(asked).toEqual(['one', 'one', 'two', 'one']);
  });
});

describe('what is noticed', () => {
  test('comes before the first workbook, and each workbook is a step', async () => {
    const seen: string[] = [];
    await generateWorkbooks(
      round.context,
      {
        ...{ instrument: changed({}), round: '2027', due: new Date('2026-11-01T12:00:00Z') },
        list: { name: 'list', partners },
      },
      () => memoryFolder(),
      {
        onFindings: (findings) => seen.push(...findings.map(({ code }) => code)),
        onProgress: (done, total) => seen.push(`${done} of ${total}`),
      },
    );
    expect(seen).toEqual([
      ...['round.due-past', 'round.no-return-address'],
      ...partners.map(({ code }) => `${code} sample_2027_${code}.xlsx of 3`),
    ]);
  });

  test('is a deadline more than two years ahead', async () => {
    const { findings } = await round.generate({ round: '2029', due: new Date('2029-01-19T12:00:00Z') });
    expect(findings.map(({ code }) => code)).toEqual(['round.due-far']);
  });

  test('is who has no e-mail address, once for all of them', async () => {
    const without = partners.map(({ email, ...partner }) =>
      partner.code === 'X03' ? { ...partner, email: email ?? '' } : partner,
    );
    const { findings } = await round.generate({ round: '2027', list: { name: 'list', partners: without } });
    expect(findings).toMatchObject([{ code: 'round.no-addresses', facts: { partners: ['X01', 'X02'], of: 3 } }]);
  });

  test('is an address that the register has and that cannot be used, without a list', async () => {
    const list = { name: 'list', partners: partners.map((partner) => ({ ...partner, email: 'jo at ashmere' })) };
    await round.generate({ list });
    const { findings } = await generateWorkbooks(round.context, { round: '2026' }, () => round.folder);
    const addresses = ['X01', 'X02', 'X03'].map((code) => `${code} (jo at ashmere)`);
    expect(findings).toMatchObject([{ code: 'round.bad-addresses', facts: { addresses } }]);
  });

  test('is that no e-mail can be written at all, and then nothing of addresses', async () => {
    const bare = partners.map(({ email: _email, ...partner }) => partner);
    const given = { instrument: changed({}), round: '2027', due: new Date('2026-12-18T12:00:00Z') };
    const list = { name: 'list', partners: bare };
    const { findings } = await generateWorkbooks(round.context, { ...given, list }, () => memoryFolder());
    expect(findings.map(({ code }) => code)).toEqual(['round.no-return-address']);
  });

  test('is a partner that is no longer in the list', async () => {
    const { findings } = await round.generate({ list: { name: 'list', partners: partners.slice(1) } });
    expect(findings).toMatchObject([{ code: 'round.not-in-list', facts: { partners: ['X01 Ashmere PCT'] } }]);
  });
});
