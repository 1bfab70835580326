import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint } from '../../../src/instrument/model/fingerprint.ts';
import { importReturn } from '../../../src/intake/importReturn.ts';
import type { Register } from '../../../src/register/tables/register.ts';
import type { Issue, IssuedWorkbook } from '../../../src/rounds/issue/issue.ts';
import { issueWorkbooks } from '../../../src/rounds/issue/issueWorkbooks.ts';
import { roundStatus, roundsNamed } from '../../../src/rounds/round/roundStatus.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { isSealed } from '../../../src/workbook/layout/stamp.ts';
import { writeWorkbook } from '../../../src/workbook/writeWorkbook.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { answerCells } from '../../tools/answerCells.ts';
import { emptyRegister } from '../../tools/emptyRegister.ts';
import { fillIn } from '../../tools/fillIn.ts';

const issue: Issue = {
  instrument: sampleInstrument,
  round: '2026',
  due: new Date('2026-12-18T12:00:00Z'),
  partners: [
    { code: 'X01', name: 'Ashmere PCT (fictional)', regionName: 'Sample Region', email: 'a@ashmere.example' },
    { code: '5E1', name: 'Bramblewick PCT (fictional)' },
  ],
  now: new Date('2026-11-02T09:00:00Z'),
};
const again = { ...issue, now: new Date('2026-11-03T09:00:00Z') };

let register: Register;
beforeEach(async () => {
  register = await emptyRegister();
});
afterEach(() => register.close());

const idsOf = (issued: readonly IssuedWorkbook[]): readonly string[] => issued.map(({ stamp }) => stamp.workbook);

describe('issuing', () => {
  test('gives every partner a sealed workbook of its own', async () => {
    const issued = await issueWorkbooks(register, issue);
    expect(issued.map(({ partner, fileName }) => [partner.code, fileName])).toEqual([
      ['X01', 'sample_2026_X01.xlsx'],
      ['5E1', 'sample_2026_5E1.xlsx'],
    ]);
    for (const { stamp } of issued) expect(isSealed(stamp, register.sealKey)).toBe(true);
    expect(issued[1]).toMatchObject({
      stamp: {
        instrument: 'sample',
        edition: '1',
        fingerprint: fingerprint(sampleInstrument),
        round: '2026',
        partner: '5E1',
      },
      issued: issue.now,
      sha256: undefined,
    });
    expect(new Set(idsOf(issued)).size).toBe(2);
  });

  test('again changes nothing and gives the same workbooks', async () => {
    const first = await issueWorkbooks(register, issue);
    const tables = ['round', 'partner', 'workbook', 'definition', 'log'] as const;
    const contents = () => Promise.all(tables.map((table) => register.db.selectFrom(table).selectAll().execute()));
    const before = await contents();
    expect(await issueWorkbooks(register, again)).toEqual(first);
    expect(await contents()).toEqual(before);
  });

  test('to more partners leaves the others their workbooks', async () => {
    const first = await issueWorkbooks(register, issue);
    const partners = [...issue.partners, { code: 'X03', name: 'Coldharbour PCT (fictional)' }];
    const more = await issueWorkbooks(register, { ...again, partners });
    expect(idsOf(more).slice(0, 2)).toEqual(idsOf(first));
    expect(more.map((workbook) => workbook.issued)).toEqual([issue.now, issue.now, again.now]);
  });

  test.each<[string, Partial<Issue>]>([
    ['the deadline', { due: new Date('2027-01-15T12:00:00Z') }],
    ['where to return it', { returnTo: 'returns@region.example' }],
    ['the marking', { marking: 'OFFICIAL' }],
    ['the wording', { instrument: { ...sampleInstrument, title: 'Reworded' } }],
    ['the name of the partner', { partners: issue.partners.map((partner) => ({ ...partner, name: 'Another PCT' })) }],
    ['the round', { round: '2027' }],
  ])('with a change of %s issues other workbooks', async (_what, change) => {
    const first = idsOf(await issueWorkbooks(register, issue));
    const second = idsOf(await issueWorkbooks(register, { ...again, ...change }));
    expect(new Set([...first, ...second]).size).toBe(4);
    expect(idsOf(await issueWorkbooks(register, issue))).toEqual(first);
  });

  test('with a change of what the workbook does not show keeps the workbooks, and the change', async () => {
    const first = await issueWorkbooks(register, issue);
    const partners = issue.partners.map((partner) => ({ ...partner, email: 'new@partner.example' }));
    expect(idsOf(await issueWorkbooks(register, { ...again, partners }))).toEqual(idsOf(first));
    const emails = await register.db.selectFrom('partner').select('email').execute();
    expect(emails).toEqual([{ email: 'new@partner.example' }, { email: 'new@partner.example' }]);
  });

  test('nothing is issued when something goes wrong', async () => {
    // The database refuses a partner without a name; the list of partners is checked before it comes to that.
    const nameless: unknown = null;
    const partners = [...issue.partners, { code: 'X03', name: nameless as string }];
    await expect(issueWorkbooks(register, { ...issue, partners })).rejects.toThrow();
    expect(await roundsNamed(register, '2026')).toEqual([]);
    expect(await register.db.selectFrom('workbook').selectAll().execute()).toEqual([]);
  });
});

test('workbooks with the old deadline and with the new one can both be returned', async () => {
  const partners = issue.partners.slice(0, 1);
  const moved = { ...again, due: new Date('2027-01-15T12:00:00Z') };
  const answer = answerCells(layoutOf(sampleInstrument)).filter(({ field }) => field.kind === 'score');
  for (const [index, sending] of [issue, moved].entries()) {
    const [issued] = await issueWorkbooks(register, { ...sending, partners });
    if (issued === undefined) throw new Error('Nothing was issued');
    const blank = await writeWorkbook(sampleInstrument, { ...issued, due: sending.due });
    const bytes = fillIn(
      blank,
      answer.slice(0, index + 1).map((cell) => ({ ...cell, value: 2 })),
    );
    const received = new Date(`2027-01-0${index + 1}T09:00:00Z`);
    const imported = await importReturn(
      register,
      { instruments: [sampleInstrument] },
      { name: 'a.xlsx', bytes, received },
    );
    expect(imported.status).toBe('accepted');
  }
  const [round] = await roundsNamed(register, '2026');
  expect(round?.due).toEqual(moved.due);
  const [status] = round === undefined ? [] : await roundStatus(register, round);
  expect(status).toMatchObject({ returns: [{ late: false }, { late: false }], counting: { coverage: 0.4 } });
});

describe('file names', () => {
  const namesFor = async (round: string, ...codes: readonly string[]): Promise<readonly string[]> => {
    const partners = codes.map((code) => ({ code, name: 'A partner' }));
    return (await issueWorkbooks(register, { ...issue, round, partners })).map(({ fileName }) => fileName);
  };

  test.each(['2026 spring', '2026/27', 'a:b*c?', 'né|e<>"', '..', 'CON'])(
    'are safe on Windows for the round %j',
    async (round) => {
      const [name = ''] = await namesFor(round, '5E1');
      expect(name).toMatch(/^sample_[A-Za-z0-9._-]+_5E1\.xlsx$/);
    },
  );

  test('differ where codes differ', async () => {
    expect(await namesFor('2026', 'A-B', 'A_B')).toEqual(['sample_2026_A-B.xlsx', 'sample_2026_A_B.xlsx']);
  });
});
