import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { alikeLine } from '../../../src/finding/index.ts';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import type { Imported } from '../../../src/intake/imported.ts';
import { importReturn } from '../../../src/intake/importReturn.ts';
import type { Register } from '../../../src/register/tables/register.ts';
import { issueWorkbooks } from '../../../src/rounds/issue/issueWorkbooks.ts';
import { roundStatus, roundsNamed } from '../../../src/rounds/round/roundStatus.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { writeWorkbook } from '../../../src/workbook/writeWorkbook.ts';
import { sampleDefinition, sampleInstrument } from '../../sampleInstrument.ts';
import { answerCells } from '../../tools/answerCells.ts';
import { emptyRegister } from '../../tools/emptyRegister.ts';
import { fillIn, type TypedCell } from '../../tools/fillIn.ts';

/** A partner sends a second file. */

const due = new Date('2026-12-18T12:00:00Z');
const first = '2026-12-10T09:00:00Z';
const second = '2026-12-11T09:00:00Z';

let register: Register;
beforeEach(async () => {
  register = await emptyRegister();
});
afterEach(() => register.close());

/** What is typed, by question or row and field, as `1.1.1 score` and `participants 2 name`. */
type Typed = Readonly<Record<string, TypedCell['value']>>;

/** The workbook that was issued. Issued again, it is the same. */
async function blankWorkbook(instrument: Instrument, mayChangeEdition = false): Promise<Uint8Array> {
  const [issued] = await issueWorkbooks(register, {
    instrument,
    round: '2026',
    due,
    partners: [{ code: 'X01', name: 'Ashmere PCT (fictional)' }],
    now: new Date('2026-11-02T09:00:00Z'),
    ...(mayChangeEdition ? { mayChangeEdition } : {}),
  });
  if (issued === undefined) throw new Error('Nothing was issued');
  return writeWorkbook(instrument, { ...issued, due });
}

function filledIn(blankBytes: Uint8Array, instrument: Instrument, typed: Typed): Uint8Array {
  const cells = answerCells(layoutOf(instrument)).map((cell) => ({
    ...cell,
    id: [cell.subject, ...(cell.entry === undefined ? [] : [cell.entry]), cell.field.key].join(' '),
  }));
  return fillIn(
    blankBytes,
    Object.entries(typed).map(([id, value]) => {
      const cell = cells.find((candidate) => candidate.id === id);
      if (cell === undefined) throw new Error(`There is no ${id}`);
      return { sheet: cell.sheet, row: cell.row, column: cell.column, value };
    }),
  );
}

const send = (bytes: Uint8Array, received: string): Promise<Imported> =>
  importReturn(
    register,
    { instruments: [sampleInstrument] },
    { name: 'return.xlsx', bytes, received: new Date(received) },
  );

const codes = (imported: Imported): readonly string[] => imported.findings.map(({ code }) => code);
const lines = (imported: Imported): readonly string[] => imported.findings.map((found) => alikeLine([found]));

/** Sends two workbooks, and gives what is said of the second. */
async function sendTwo(one: Typed, other: Typed, received = second): Promise<Imported> {
  const workbook = await blankWorkbook(sampleInstrument);
  await send(filledIn(workbook, sampleInstrument, one), first);
  return send(filledIn(workbook, sampleInstrument, other), received);
}

/** The same parts in other bytes, as when a file is opened and saved again. */
function saved(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  parts['docProps/app.xml'] = strToU8(`${strFromU8(parts['docProps/app.xml'] ?? new Uint8Array())} `);
  return zipSync(parts);
}

async function countingCoverage(): Promise<number | undefined> {
  const [round] = await roundsNamed(register, '2026');
  const [status] = round === undefined ? [] : await roundStatus(register, round);
  return status?.counting?.coverage;
}

const scores: Typed = {
  '1.1.1 score': 3,
  '1.1.2 score': 1,
  '1.2.1 score': 2,
  '2.1.1 score': 2,
  '2.1.2 score': 3,
};

describe('findings on a second return', () => {
  test.each<[what: string, one: Typed, other: Typed, found: readonly string[]]>([
    [
      'has something that is no answer where a level was',
      scores,
      { ...scores, '1.1.1 score': 'see below' },
      ['return.differs', 'answer.changed', 'answer.not-an-option'],
    ],
    [
      'has a row less, and the next moved up',
      { ...scores, 'participants 1 name': 'Sample person A', 'participants 2 name': 'Sample person B' },
      { ...scores, 'participants 1 name': 'Sample person B' },
      ['return.differs', 'entry.gone', 'entry.incomplete'],
    ],
  ])('that %s', async (_what, one, other, found) => {
    const imported = await sendTwo(one, other);
    expect(imported.status).toBe('accepted');
    const standing = found.includes('return.same-answers') ? [] : ['return.supersedes'];
    expect(codes(imported)).toEqual([...standing, ...found]);
  });

  test('names each answer with its question and cell, and says what it was', async () => {
    const imported = await sendTwo(
      { ...scores, '1.1.2 due': { day: '2027-03-31' }, 'participants 1 name': 'Sample person A' },
      { ...scores, '1.1.1 score': '', '2.1.2 score': 'Not applicable', '1.1.2 due': { day: '2027-04-30' } },
    );
    expect(lines(imported)).toEqual(
      expect.arrayContaining([
        `warning: '1 Needs'!C5 (1.1.1): "Score" was "3" in the return of 2026-12-10 09:00 and is unanswered here. Ask which is meant.`,
        `warning: '2 Supply'!C6 (2.1.2): "Score" was "3" in the return of 2026-12-10 09:00 and is not applicable here. Ask if this looks wrong.`,
        `warning: '1 Needs'!J6 (1.1.2): "By when" was "31/03/2027" in the return of 2026-12-10 09:00 and is "30/04/2027" here. Ask if this looks wrong.`,
        `warning: 'Participants': Row 1 of the return of 2026-12-10 09:00, with "Sample person A", is missing here. Ask which is meant.`,
      ]),
    );
  });

  test('gives the cells of that file, where rows were moved', async () => {
    const workbook = await blankWorkbook(sampleInstrument);
    await send(filledIn(workbook, sampleInstrument, scores), first);
    const parts = unzipSync(filledIn(workbook, sampleInstrument, { ...scores, '1.2.1 score': 3 }));
    const sheet = 'xl/worksheets/sheet4.xml';
    const xml = strFromU8(parts[sheet] ?? new Uint8Array());
    const down = xml.replace(/(<(?:row|c) [^>]*?r="[A-Z]*)7"/g, '$120"');
    expect(down).not.toBe(xml);
    parts[sheet] = strToU8(down);
    const [changed] = (await send(zipSync(parts), second)).findings.filter(({ code }) => code === 'answer.changed');
    expect(changed?.place).toMatchObject({ sheet: '1 Needs', cell: 'C20', key: '1.2.1' });
  });
});

describe('a second return', () => {
  test('that was only saved again counts, with one warning', async () => {
    const bytes = filledIn(await blankWorkbook(sampleInstrument), sampleInstrument, scores);
    await send(bytes, first);
    expect(codes(await send(saved(bytes), second))).toEqual(['return.same-answers']);
    expect(codes(await send(saved(bytes), second))).toEqual(['return.same-answers']);
  });

  test('that was only saved again and came late makes no difference either', async () => {
    const bytes = filledIn(await blankWorkbook(sampleInstrument), sampleInstrument, scores);
    await send(bytes, first);
    expect(codes(await send(saved(bytes), '2026-12-19T09:00:00Z'))).toEqual(['return.same-answers']);
  });

  test('that comes late is stored and does not count, and its differences are reported', async () => {
    const late = '2026-12-18T12:00:01Z';
    const imported = await sendTwo(scores, { '1.1.1 score': 1 }, late);
    expect(codes(imported).slice(0, 2)).toEqual(['return.does-not-count', 'return.contradicts']);
    expect(await countingCoverage()).toBe(1);
  });

  test('that nobody has filled in is refused and displaces none', async () => {
    const workbook = await blankWorkbook(sampleInstrument);
    await send(filledIn(workbook, sampleInstrument, scores), first);
    expect(codes(await send(saved(workbook), second))).toEqual(['return.not-filled-in']);
    expect(await countingCoverage()).toBe(1);
  });

  test('is reported in the same way when it is imported again', async () => {
    const workbook = await blankWorkbook(sampleInstrument);
    await send(filledIn(workbook, sampleInstrument, scores), first);
    const bytes = filledIn(workbook, sampleInstrument, { ...scores, '1.1.1 score': '' });
    const accepted = await send(bytes, second);
    expect(lines(await send(bytes, '2026-12-12T09:00:00Z'))).toEqual(lines(accepted));
  });

  test('is compared with the one that counted when it came, not with those that came later', async () => {
    const workbook = await blankWorkbook(sampleInstrument);
    const changed = filledIn(workbook, sampleInstrument, { ...scores, '1.1.1 score': 2 });
    await send(filledIn(workbook, sampleInstrument, scores), first);
    await send(changed, second);
    await send(filledIn(workbook, sampleInstrument, { ...scores, '1.1.1 score': '' }), '2026-12-12T09:00:00Z');
    const again = await send(changed, second);
    expect(codes(again)).toEqual(['return.does-not-count', 'return.differs', 'answer.changed']);
    expect(again.findings.at(-1)?.facts).toMatchObject({ from: { value: '3' }, to: { value: '2' } });
  });

  test('of a later edition distinguishes what was not asked before from what was blank', async () => {
    await send(filledIn(await blankWorkbook(sampleInstrument), sampleInstrument, scores), first);
    const newer: Instrument = {
      ...sampleInstrument,
      edition: '2',
      sections: sampleDefinition.sections.map((section) =>
        section.shape === 'items' && section.key === '1'
          ? {
              ...section,
              fields: [
                ...section.fields,
                { kind: 'text', key: 'risk', heading: 'Risk', prompt: 'What may fail.' } as const,
              ],
            }
          : section,
      ),
    };
    const workbook = await blankWorkbook(newer, true);
    const left = await send(filledIn(workbook, newer, scores), second);
    expect(codes(left)).toEqual(['return.same-answers']);
    const answered = await send(
      filledIn(workbook, newer, { ...scores, '1.1.1 risk': 'Money' }),
      '2026-12-12T09:00:00Z',
    );
    expect(codes(answered)).toEqual(['return.supersedes', 'return.differs', 'answer.added']);
    // The old workbook again, with one answer less: the new question was answered, and is not asked here.
    const older = await blankWorkbook(sampleInstrument, true);
    await blankWorkbook(newer, true);
    const back = await send(
      filledIn(older, sampleInstrument, { ...scores, '1.1.2 score': '' }),
      '2026-12-13T09:00:00Z',
    );
    expect(codes(back)).toEqual(
      expect.arrayContaining(['return.differs', 'answer.emptied', 'answer.changed', 'return.other-edition']),
    );
    expect(back.findings.find(({ code }) => code === 'answer.changed')?.facts).toMatchObject({
      from: { state: 'answered', value: 'Money' },
      to: { state: 'not asked' },
    });
  });
});
