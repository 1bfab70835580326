import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defineInstrument } from '../../src/instrument/defineInstrument.ts';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import type { Imported } from '../../src/intake/imported.ts';
import { importReturn } from '../../src/intake/importReturn.ts';
import { openRegister } from '../../src/register/openRegister.ts';
import type { Register } from '../../src/register/tables/register.ts';
import { answered, answerOf, emptyResponse, notAsked, unreadable } from '../../src/response/response.ts';
import { loadRollUp, returned } from '../../src/rollup/load/rollUp.ts';
import type { IssuedWorkbook } from '../../src/rounds/issue/issue.ts';
import { issueWorkbooks } from '../../src/rounds/issue/issueWorkbooks.ts';
import { roundInstrument } from '../../src/rounds/round/roundInstrument.ts';
import { type Round, roundStatus, roundsNamed } from '../../src/rounds/round/roundStatus.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { sampleDefinition, sampleInstrument } from '../sampleInstrument.ts';
import { answerCells } from '../tools/answerCells.ts';
import { emptyRegister } from '../tools/emptyRegister.ts';
import { fillIn, type TypedCell } from '../tools/fillIn.ts';

/** The sample as somebody revises it: a question reworded, one retired, one added, one moved; participants' role gone. */
const edition1 = sampleInstrument;
const edition2 = revised('2', (text) =>
  text
    .replace('"question":"How good is 1.1.1?"', '"question":"How good is it now?"')
    .replaceAll('1.1.2', '1.1.3')
    .replaceAll('{"kind":"text","key":"role"', '{"kind":"text","key":"post"'),
);

function revised(edition: string, change: (json: string) => string): Instrument {
  return defineInstrument({ ...JSON.parse(change(JSON.stringify(sampleDefinition))), edition });
}

const due = new Date('2026-12-18T12:00:00Z');

let register: Register;
beforeEach(async () => {
  register = await emptyRegister();
});
afterEach(() => register.close());

let day = 1;
/** Issues a workbook of an edition, each on a later day. */
async function issue(instrument: Instrument): Promise<IssuedWorkbook> {
  day += 1;
  const now = new Date(Date.UTC(2026, 9, day));
  const partners = [{ code: 'X01', name: 'Ashmere PCT (fictional)' }];
  const [issued] = await issueWorkbooks(register, { instrument, round: '2026', due, partners, now });
  if (issued === undefined) throw new Error('Nothing was issued');
  return issued;
}

/** The workbook of an edition with answers by subject and field: `{ '1.1.1 score': 3 }`. */
async function filled(
  instrument: Instrument,
  issued: IssuedWorkbook,
  answers: Readonly<Record<string, TypedCell['value']>>,
): Promise<Uint8Array> {
  const cells = answerCells(layoutOf(instrument));
  const typed = Object.entries(answers).map(([where, value]) => {
    const cell = cells.find(({ subject, field, entry = 1 }) => where === `${subject} ${field.key}` && entry === 1);
    if (cell === undefined) throw new Error(`There is no ${where}`);
    return { sheet: cell.sheet, row: cell.row, column: cell.column, value };
  });
  return fillIn(await writeWorkbook(instrument, { ...issued, due }), typed);
}

/** All five questions of edition 1, a piece of evidence and a participant. */
const answers = {
  '1.1.1 score': 3,
  '1.1.2 score': 1,
  '1.1.2 evidence': 'Accounts',
  '1.2.1 score': 2,
  '2.1.1 score': 3,
  '2.1.2 score': 3,
  'participants name': 'Sample person A',
  'participants role': 'Lead',
};

const send = (bytes: Uint8Array, instruments: readonly Instrument[] = []): Promise<Imported> =>
  importReturn(register, { instruments }, { name: 'return.xlsx', bytes, received: new Date('2026-12-10T09:00:00Z') });

function accepted(imported: Imported): Extract<Imported, { status: 'accepted' }> {
  if (imported.status !== 'accepted') throw new Error(`It was ${imported.status}`);
  return imported;
}

async function theRound(): Promise<Round> {
  const [round] = await roundsNamed(register, '2026');
  if (round === undefined) throw new Error('There is no round');
  return round;
}

describe('a return of edition 1, after edition 2 went out in the same round', () => {
  test('is read by edition 1 and counted by edition 2, with a finding on what is retired, added and reworded', async () => {
    const bytes = await filled(edition1, await issue(edition1), answers);
    await issue(edition2);
    const imported = accepted(await send(bytes));
    expect(imported.findings).toMatchObject([
      {
        code: 'return.other-edition',
        severity: 'warning',
        facts: {
          edition: '1',
          now: '2',
          retired: ['1.1.2', 'participants role'],
          added: ['1.1.3'],
          reworded: ['1.1.1'],
        },
      },
    ]);
    expect(imported.instrument.edition).toBe('2');
    expect(answerOf(imported.response, '1.1.1', 'score')).toEqual(answered(3));
    expect(answerOf(imported.response, '1.1.3', 'score')).toEqual(notAsked);
    expect(imported.response.items.has('1.1.2')).toBe(false);
    expect(imported.scorecard.overall.coverage).toBe(1);
  });

  test('loses nothing: what is no longer asked stays in the register', async () => {
    const bytes = await filled(edition1, await issue(edition1), answers);
    await issue(edition2);
    await send(bytes);
    const stored = await register.db.selectFrom('answer').select(['subject', 'field', 'value']).execute();
    expect(stored).toContainEqual({ subject: '1.1.2', field: 'evidence', value: 'Accounts' });
  });

  test('is shown in the roll-up by the edition of the round', async () => {
    const bytes = await filled(edition1, await issue(edition1), answers);
    await issue(edition2);
    await send(bytes);
    const round = await theRound();
    const instrument = await roundInstrument(register, [], round);
    expect(instrument).toEqual(edition2);
    const [partner] = returned(await loadRollUp(register, instrument ?? edition1, round));
    expect([...(partner?.result.response.items.keys() ?? [])]).toEqual(['1.1.1', '1.1.3', '1.2.1', '2.1.1', '2.1.2']);
    expect(partner?.result.scorecard.overall.coverage).toBe(1);
    expect(partner?.counting).toMatchObject({
      edition: '1',
      coverage: 1,
      band: partner?.result.scorecard.overall.band,
    });
  });

  test('is scored anew when it came before edition 2 went out', async () => {
    const bytes = await filled(edition1, await issue(edition1), { ...answers, '1.2.1 score': '' });
    expect(accepted(await send(bytes)).scorecard.overall.coverage).toBe(0.8);
    await issue(edition2);
    const [status] = await roundStatus(register, await theRound());
    expect(status?.counting).toMatchObject({ coverage: 0.75 });
  });

  test('and one of edition 2 meet in one round, and the later counts', async () => {
    const first = await filled(edition1, await issue(edition1), answers);
    const second = await filled(edition2, await issue(edition2), {
      '1.1.3 score': 2,
      'participants name': 'Sample person A',
      'participants post': 'Lead',
    });
    await send(first);
    const codes = accepted(await send(second)).findings.map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith('return.'))).toEqual(['return.supersedes', 'return.differs']);
  });

  test('is reported as another wording where the edition was not raised', async () => {
    const bytes = await filled(edition1, await issue(edition1), answers);
    await issue(revised('1', (text) => text.replace('How good is 1.1.1?', 'How good is it now?')));
    const [found] = accepted(await send(bytes)).findings;
    expect(found).toMatchObject({
      code: 'return.other-edition',
      facts: { retired: [], added: [], reworded: ['1.1.1'] },
    });
  });
});

describe('a return of edition 1, when the options of edition 2 differ', () => {
  /** Levels from 0, as a scale is renumbered; Fair is spelled otherwise, and Good has become two options. */
  const renumbered = (text: string): string =>
    [1, 2, 3]
      .reduce((json, level) => json.replaceAll(`{"level":${level},`, `{"level":${level - 1},`), text)
      .replace('"label":"Fair"', '"label":" FAIR"')
      .replace('"label":"Good"', '"label":"Very good"');

  test('has its levels counted by their labels, never by number, also after the register is read again', async () => {
    const bytes = await filled(edition1, await issue(edition1), answers);
    const other = revised('2', renumbered);
    await issue(other);
    const { response, findings } = accepted(await send(bytes));
    const expected = { '1.1.1': unreadable('Good'), '1.1.2': answered(0), '1.2.1': answered(1) };
    for (const [key, answer] of Object.entries(expected)) expect(answerOf(response, key, 'score')).toEqual(answer);
    expect(findings).toMatchObject([
      {
        code: 'return.other-edition',
        facts: { reworded: [], rescaled: [{ scale: 'Achievement', carried: 2, lost: 3 }] },
      },
    ]);
    const [partner] = returned(await loadRollUp(register, other, await theRound()));
    const { items, entries } = partner?.result.response ?? emptyResponse(other);
    expect(new Map([...items].map(([key, given]) => [key, new Map(given)]))).toEqual(response.items);
    expect(entries).toEqual(response.entries);
    expect(partner?.counting).toMatchObject({ coverage: 0.4 });
  });

  test('loses no level for good: back on edition 1, all count again', async () => {
    const bytes = await filled(edition1, await issue(edition1), answers);
    await send(bytes);
    await issue(revised('2', renumbered));
    await issue(edition1);
    const [partner] = returned(await loadRollUp(register, edition1, await theRound()));
    expect(answerOf(partner?.result.response ?? emptyResponse(edition1), '1.1.1', 'score')).toEqual(answered(3));
    expect(partner?.counting).toMatchObject({ coverage: 1, warnings: 0 });
  });
});

describe('a return that came before the edition changed', () => {
  const codesOf = ({ findings }: Imported): readonly string[] => findings.map(({ code }) => code);

  test('has the finding that says so, in the status and when it is imported again', async () => {
    const bytes = await filled(edition1, await issue(edition1), answers);
    expect(accepted(await send(bytes)).findings).toEqual([]);
    await issue(edition2);
    const [status] = await roundStatus(register, await theRound());
    expect(status?.counting).toMatchObject({ warnings: 1, errors: 0 });
    const again = await send(bytes);
    expect([again.status, again.findings]).toMatchObject([
      'already-imported',
      [{ code: 'return.other-edition', facts: { edition: '1', now: '2', retired: ['1.1.2', 'participants role'] } }],
    ]);
  });

  test('has it once, however often edition 2 is generated, and before what else was found', async () => {
    const bytes = await filled(edition1, await issue(edition1), { ...answers, '2.1.1 score': 'see below' });
    await send(bytes);
    for (const _again of [1, 2]) await issue(edition2);
    expect(codesOf(await send(bytes))).toEqual(['return.other-edition', 'answer.not-an-option']);
  });

  test('loses it when the round goes back, and returns of edition 2 have it then', async () => {
    const first = await filled(edition1, await issue(edition1), answers);
    await send(first);
    const second = await filled(edition2, await issue(edition2), { '1.1.3 score': 2 });
    await send(second);
    await issue(edition1);
    expect(codesOf(await send(first))).not.toContain('return.other-edition');
    expect(codesOf(await send(second))).toContain('return.other-edition');
  });
});

describe('the definition by which a return is read', () => {
  test('is the one that went out, not one of the same edition that was changed since', async () => {
    const bytes = await filled(edition1, await issue(edition1), answers);
    const changed = revised('1', (text) => text.replaceAll('1.1.2', '1.1.9'));
    const { response, findings } = accepted(await send(bytes, [changed]));
    expect(answerOf(response, '1.1.2', 'score')).toEqual(answered(1));
    expect(findings).toEqual([]);
  });

  test('is the installed one in a register without any', async () => {
    const bytes = await filled(edition1, await issue(edition1), answers);
    await register.db.deleteFrom('definition').execute();
    expect((await send(bytes)).status).toBe('refused');
    expect((await send(bytes, [edition1])).status).toBe('accepted');
  });

  test('is the installed one in a register of a version that stored no definitions', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'scorebook-editions-'));
    const path = join(folder, 'register.db');
    try {
      const made = new Database(path);
      made.exec(readFileSync(join(import.meta.dirname, '..', 'register', 'earlier', '1-0c66eff.sql'), 'utf8'));
      made.close();
      const opened = await openRegister(path, 'read');
      const round = { round: '2026', instrument: 'sample', edition: '1' };
      expect(await roundInstrument(opened, [edition1], round)).toBe(edition1);
      expect(await roundInstrument(opened, [], round)).toBeUndefined();
      await opened.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
