import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Imported } from '../../src/intake/imported.ts';
import { importReturn } from '../../src/intake/importReturn.ts';
import type { ImportContext } from '../../src/intake/readReturn.ts';
import { lookUpFile } from '../../src/intake/record/incomingFile.ts';
import { recordReturn } from '../../src/intake/record/recordReturn.ts';
import type { Partner } from '../../src/partners/partner.ts';
import { returnedFile } from '../../src/register/rows/returnedFile.ts';
import type { Register } from '../../src/register/tables/register.ts';
import type { RegisterTables } from '../../src/register/tables/schema.ts';
import { answered, answerOf, blank, notApplicable } from '../../src/response/response.ts';
import type { IssuedWorkbook } from '../../src/rounds/issue/issue.ts';
import { issueWorkbooks } from '../../src/rounds/issue/issueWorkbooks.ts';
import { recordWrittenFile } from '../../src/rounds/issue/recordWrittenFile.ts';
import { loadResponses } from '../../src/rounds/returns/loadResponses.ts';
import { type PartnerStatus, roundStatus, roundsNamed } from '../../src/rounds/round/roundStatus.ts';
import { returnCoverage } from '../../src/scoring/answeredQuestions.ts';
import { scorecardOf } from '../../src/scoring/scorecard.ts';
import { stampCell } from '../../src/workbook/layout/layout.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { type SealedStamp, sealStamp } from '../../src/workbook/layout/stamp.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { responseArbitrary } from '../responses.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { answerCells } from '../tools/answerCells.ts';
import { emptyRegister } from '../tools/emptyRegister.ts';
import { fillIn, type TypedCell } from '../tools/fillIn.ts';
import { placeNamed } from '../tools/placeNamed.ts';

const due = new Date('2026-12-18T12:00:00Z');
const ashmere: Partner = { code: 'X01', name: 'Ashmere PCT (fictional)' };

let register: Register;
beforeEach(async () => {
  register = await emptyRegister();
});
afterEach(() => register.close());

/** Issues a workbook to Ashmere. */
async function issue(round = '2026', partner = ashmere): Promise<IssuedWorkbook> {
  const now = new Date('2026-11-02T09:00:00Z');
  const [issued] = await issueWorkbooks(register, {
    instrument: sampleInstrument,
    round,
    due,
    partners: [partner],
    now,
  });
  if (issued === undefined) throw new Error('Nothing was issued');
  return issued;
}

/** The file of an issued workbook, blank, or with another stamp than it was issued with. */
const write = (issued: IssuedWorkbook, stamp: SealedStamp = issued.stamp): Promise<Uint8Array> =>
  writeWorkbook(sampleInstrument, { ...issued, stamp, due });

/** A cell of the sample, typed into: `typed('1.1.1', 'score', 2)`; entries are subjects as `participants 1`. */
function typed(subject: string, field: string, value: TypedCell['value']): TypedCell {
  const cell = answerCells(layoutOf(sampleInstrument)).find(
    (candidate) =>
      candidate.field.key === field &&
      subject === (candidate.entry === undefined ? candidate.subject : `${candidate.subject} ${candidate.entry}`),
  );
  if (cell === undefined) throw new Error(`The sample has no ${subject} ${field}`);
  return { sheet: cell.sheet, row: cell.row, column: cell.column, value };
}

/** All five questions scored, and a little more. */
const completed: readonly TypedCell[] = [
  typed('1.1.1', 'score', 3),
  typed('1.1.1', 'evidence', 'Minutes of May & June'),
  typed('1.1.2', 'score', 1),
  typed('1.1.2', 'action', 'Write a plan'),
  typed('1.1.2', 'due', { day: '2027-03-31' }),
  typed('1.2.1', 'score', 2),
  typed('2.1.1', 'score', 'Not applicable'),
  typed('2.1.1', 'evidence', 'Commissioned by others'),
  typed('2.1.2', 'score', 3),
  typed('participants 1', 'name', 'Sample person A'),
  typed('participants 1', 'role', 'Chair'),
];

/** A workbook's parts with some of them changed; a part is removed where its change gives undefined. */
function edited(bytes: Uint8Array, changes: Readonly<Record<string, (xml: string) => string | undefined>>): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, change] of Object.entries(changes)) {
    const part = parts[name];
    if (part === undefined) throw new Error(`There is no part ${name}`);
    const before = strFromU8(part);
    const after = change(before);
    if (after === before) throw new Error(`Nothing was changed in ${name}`);
    if (after === undefined) delete parts[name];
    else parts[name] = strToU8(after);
  }
  return zipSync(parts);
}

interface Sent {
  readonly received?: string;
  readonly context?: Partial<ImportContext>;
}

const send = (bytes: Uint8Array, { received = '2026-12-10T09:00:00Z', context = {} }: Sent = {}): Promise<Imported> =>
  importReturn(
    register,
    { instruments: [sampleInstrument], ...context },
    { name: 'return.xlsx', bytes, received: new Date(received) },
  );

/** Makes the register one from before definitions were stored. */
async function forgetDefinitions(): Promise<void> {
  await register.db.deleteFrom('definition').execute();
}

/** What became of a file, as its status and the codes of its findings. */
function outcome(imported: Imported): readonly string[] {
  return [imported.status, ...('findings' in imported ? imported.findings.map(({ code }) => code) : [])];
}

function accepted(imported: Imported): Extract<Imported, { status: 'accepted' }> {
  if (imported.status !== 'accepted') throw new Error(`It was not accepted: ${outcome(imported).join(' ')}`);
  return imported;
}

async function statusOf(round = '2026'): Promise<PartnerStatus> {
  const [found] = await roundsNamed(register, round);
  const [status] = found === undefined ? [] : await roundStatus(register, found);
  if (status === undefined) throw new Error('There is no such round');
  return status;
}

const tables: readonly (keyof RegisterTables)[] = [
  'setting',
  'round',
  'partner',
  'workbook',
  'definition',
  'file',
  'return',
  'answer',
  'finding',
  'log',
];

/** Everything that the register holds. */
async function contents(): Promise<unknown> {
  const all: unknown[] = [];
  for (const table of tables) all.push([table, await register.db.selectFrom(table).selectAll().execute()]);
  return all;
}

describe('a completed workbook', () => {
  test('is accepted, read and scored', async () => {
    const imported = accepted(await send(fillIn(await write(await issue()), completed)));
    expect(imported.findings).toEqual([]);
    expect(imported).toMatchObject({ round: '2026', partner: ashmere, instrument: { key: 'sample' } });
    expect(answerOf(imported.response, '1.1.1', 'evidence')).toEqual(answered('Minutes of May & June'));
    expect(answerOf(imported.response, '1.1.2', 'due')).toEqual(answered('2027-03-31'));
    expect(answerOf(imported.response, '2.1.1', 'score')).toEqual(notApplicable);
    expect(answerOf(imported.response, '2.1.2', 'action')).toEqual(blank);
    expect(imported.response.entries.get('participants')).toEqual([
      {
        entry: 1,
        answers: new Map([
          ['name', answered('Sample person A')],
          ['role', answered('Chair')],
        ]),
      },
    ]);
    expect(imported.scorecard.overall).toMatchObject({ coverage: 1, band: 'amber' });
  });

  test('is stored whole, with its answers and its score', async () => {
    const bytes = fillIn(await write(await issue()), completed);
    const { response } = accepted(await send(bytes));
    const { counting } = await statusOf();
    expect(counting).toMatchObject({ late: false, coverage: 1, band: 'amber', errors: 0, warnings: 0 });
    const id = counting?.id ?? 0;
    expect((await loadResponses(register, sampleInstrument, [id])).get(id)).toEqual(response);
    const stored = await returnedFile(register, id);
    expect(Buffer.from(stored?.bytes ?? [])).toEqual(Buffer.from(bytes));
  });

  test('changes nothing when it is imported again', async () => {
    const bytes = fillIn(await write(await issue()), completed);
    await send(bytes);
    const before = await contents();
    expect(await send(bytes, { received: '2026-12-11T09:00:00Z' })).toMatchObject({
      status: 'already-imported',
      partner: ashmere,
      round: '2026',
      received: new Date('2026-12-10T09:00:00Z'),
      findings: [],
    });
    expect(await contents()).toEqual(before);
  });

  test('has the coverage of what is answered when it is half-finished', async () => {
    const imported = accepted(await send(fillIn(await write(await issue()), completed.slice(0, 6))));
    expect(imported.scorecard.overall).toMatchObject({ coverage: 0.6, band: 'not-scored' });
    expect((await statusOf()).counting).toMatchObject({ coverage: 0.6, band: 'not-scored' });
  });

  test('is accepted with findings where answers are none', async () => {
    const bytes = fillIn(await write(await issue()), [
      typed('1.1.1', 'score', 4),
      typed('1.1.2', 'score', 'see below'),
      typed('1.2.1', 'score', '2 '),
      typed('2.1.1', 'due', 'end of March'),
      typed('2.1.2', 'due', 3),
      typed('2.1.2', 'score', 'Not applicable'),
    ]);
    const imported = accepted(await send(bytes));
    expect(imported.findings.map(({ code, place }) => `${code} ${place.sheet} ${place.cell} ${place.key}`)).toEqual([
      'answer.not-an-option 1 Needs C5 1.1.1',
      'answer.not-an-option 1 Needs C6 1.1.2',
      'answer.read-as 1 Needs C7 1.2.1',
      'answer.not-a-date 2 Supply J5 2.1.1',
      'answer.not-a-date 2 Supply J6 2.1.2',
      'answer.no-reason 2 Supply G6 2.1.2',
    ]);
    expect(imported.scorecard.overall.coverage).toBe(0.25);
    expect((await statusOf()).counting).toMatchObject({ errors: 4, warnings: 2 });
  });

  test('reports another organisation on the cover', async () => {
    const written = await write(await issue());
    const cover: TypedCell = { ...placeNamed(written, 'partner_name'), value: 'Bramblewick PCT' };
    const imported = await send(fillIn(written, [...completed, cover]));
    expect(outcome(imported)).toEqual(['accepted', 'return.partner-name-changed']);
    expect(accepted(imported).partner).toEqual(ashmere);
  });

  test('is read by the definition that went out, whatever is installed now', async () => {
    const bytes = fillIn(await write(await issue()), completed);
    const reworded = { ...sampleInstrument, title: 'Reworded' };
    for (const instruments of [[reworded], []]) {
      const imported = await send(bytes, { context: { instruments } });
      expect(['accepted', 'already-imported']).toContain(imported.status);
      expect('findings' in imported && imported.findings).toEqual([]);
    }
  });

  test('reports a changed definition in a register that does not have the old one, and is read by question number', async () => {
    const bytes = fillIn(await write(await issue()), completed);
    await forgetDefinitions();
    const reworded = { ...sampleInstrument, title: 'Reworded' };
    const imported = await send(bytes, { context: { instruments: [reworded] } });
    expect(outcome(imported)).toEqual(['accepted', 'return.definition-changed']);
    expect(accepted(imported).scorecard.overall.coverage).toBe(1);
  });
});

describe('a file that is refused', () => {
  /** A compound file with one name in it, as far as anything looks. */
  const compoundFile = (stream: string): Uint8Array =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')]);

  test.each([
    ['an empty file', new Uint8Array(), 'return.empty'],
    ['a covering note', strToU8('Sorry, it will be late.'), 'return.not-a-workbook'],
    ['a list', strToU8('code,name\n5E1,North Tees\n'), 'return.csv'],
    ['a PDF', strToU8('%PDF-1.4\n'), 'return.not-a-workbook'],
    ['a zip archive', zipSync({ 'return.xlsx': strToU8('x') }), 'return.not-a-workbook'],
    ['half a zip archive', zipSync({ a: strToU8('x'.repeat(100)) }).subarray(0, 60), 'return.damaged'],
    ['an encrypted workbook', compoundFile('EncryptedPackage'), 'return.encrypted'],
    ['an old .xls', compoundFile('Workbook'), 'return.old-excel'],
  ])('may be %s', async (_what, bytes, code) => {
    await issue();
    expect(outcome(await send(bytes))).toEqual(['refused', code]);
  });

  test('may be a workbook of somebody else', async () => {
    await issue();
    const other = new ExcelJS.Workbook();
    other.addWorksheet('1 Needs').getCell('A1').value = 'Ref';
    expect(outcome(await send(new Uint8Array(await other.xlsx.writeBuffer())))).toEqual(['refused', 'return.not-ours']);
  });

  test('may be of another round than the one asked for', async () => {
    const bytes = fillIn(await write(await issue('2025')), completed);
    expect(outcome(await send(bytes, { context: { round: '2026' } }))).toEqual(['refused', 'return.other-round']);
    expect(outcome(await send(bytes, { context: { round: '2025' } }))).toEqual(['accepted']);
  });

  test('may be the workbook as it was sent out', async () => {
    const issued = await issue();
    const bytes = await write(issued);
    const file = await lookUpFile(register, { name: 'sent.xlsx', bytes, received: due });
    await recordWrittenFile(register, issued, file.sha256);
    expect(outcome(await send(bytes))).toEqual(['refused', 'return.not-filled-in']);
    expect((await statusOf()).counting).toBeUndefined();
  });

  test('may be one that was opened and saved again with nothing filled in, and displaces no good return', async () => {
    const blankBytes = await write(await issue());
    await send(fillIn(blankBytes, completed));
    const sent = await send(edited(blankBytes, { 'docProps/app.xml': (xml) => `${xml} ` }));
    expect(outcome(sent)).toEqual(['refused', 'return.not-filled-in']);
    expect(await statusOf()).toMatchObject({ refused: 1, counting: { coverage: 1 } });
  });

  test('may be issued by another register', async () => {
    const bytes = fillIn(await write(await issue()), completed);
    await register.close();
    register = await emptyRegister();
    expect(outcome(await send(bytes))).toEqual(['refused', 'return.not-issued']);
    await issue();
    expect(outcome(await send(bytes))).toEqual(['refused', 'return.not-issued']);
  });

  test.each(['partner', 'round', 'workbook', 'instrument'] as const)(
    'may have a stamp with another %s, even one that this register sealed',
    async (part) => {
      const { seal: _seal, ...stamp } = (await issue()).stamp;
      await issue('2025', { code: 'X02', name: 'Bramblewick PCT (fictional)' });
      const other = { ...stamp, [part]: part === 'partner' ? 'X02' : '2025' };
      const bytes = await write(await issue(), sealStamp(other, register.sealKey));
      expect(outcome(await send(bytes))).toEqual(['refused', 'return.not-issued']);
    },
  );

  test('may be sealed with another key', async () => {
    const issued = await issue();
    const { seal: _seal, ...stamp } = issued.stamp;
    const bytes = await write(issued, sealStamp(stamp, Buffer.from('the key of another register')));
    expect(outcome(await send(bytes))).toEqual(['refused', 'return.bad-stamp']);
  });

  test.each(['edition', 'fingerprint'] as const)(
    'may have its %s edited, in the cell and in the properties',
    async (part) => {
      const issued = await issue();
      const bytes = await write(issued, { ...issued.stamp, [part]: '2' });
      expect(outcome(await send(bytes))).toEqual(['refused', 'return.bad-stamp']);
    },
  );

  test('may have two stamps that differ', async () => {
    const bytes = await write(await issue());
    const mixed = edited(bytes, { 'docProps/custom.xml': (xml) => xml.replace('>X01<', '>X02<') });
    expect(outcome(await send(mixed))).toEqual(['refused', 'return.stamps-disagree']);
  });

  test('may be of an instrument that is not known', async () => {
    const bytes = fillIn(await write(await issue()), completed);
    await forgetDefinitions();
    const newer = { ...sampleInstrument, edition: '2' };
    expect(outcome(await send(bytes, { context: { instruments: [] } }))).toEqual([
      'refused',
      'return.unknown-instrument',
    ]);
    expect(outcome(await send(bytes, { context: { instruments: [newer] } }))).toEqual([
      'refused',
      'return.unknown-instrument',
    ]);
  });

  test('is stored and counted, and displaces no good return', async () => {
    const issued = await issue();
    await send(fillIn(await write(issued), completed));
    await send(await write(issued, { ...issued.stamp, edition: '2' }), { received: '2026-12-11T09:00:00Z' });
    await send(strToU8('no workbook'));
    expect(await statusOf()).toMatchObject({ refused: 1, returns: [{ coverage: 1 }], counting: { coverage: 1 } });
    expect(await register.db.selectFrom('file').select('name').execute()).toHaveLength(3);
  });

  test('is judged anew when it is imported again, and keeps the date on which it first came', async () => {
    const bytes = fillIn(await write(await issue()), completed);
    await forgetDefinitions();
    await send(bytes, { context: { instruments: [] } });
    expect(await statusOf()).toMatchObject({ refused: 1, returns: [] });
    expect(outcome(await send(bytes, { received: '2026-12-24T09:00:00Z' }))).toEqual(['accepted']);
    expect(await statusOf()).toMatchObject({
      refused: 0,
      returns: [{ received: new Date('2026-12-10T09:00:00Z'), late: false, errors: 0 }],
    });
  });

  test('has one set of findings however often it is imported', async () => {
    const bytes = strToU8('no workbook');
    await send(bytes);
    await send(bytes);
    expect(await register.db.selectFrom('return').selectAll().execute()).toHaveLength(1);
    expect(await register.db.selectFrom('finding').selectAll().execute()).toHaveLength(1);
  });
});

describe('which return counts', () => {
  const onTime = '2026-12-10T09:00:00Z';
  const later = '2026-12-18T12:00:00Z';
  const late = '2026-12-18T12:00:01Z';
  const later2 = '2027-01-05T09:00:00Z';

  /** Sends returns with so many questions answered, and gives the coverage of the one that counts. */
  async function countingOf(...returns: readonly (readonly [string, number])[]): Promise<number | undefined> {
    const bytes = await write(await issue());
    for (const [received, answers] of returns) {
      await send(fillIn(bytes, completed.filter(({ column }) => column === 3).slice(0, answers)), { received });
    }
    const { counting, returns: stored } = await statusOf();
    expect(stored).toHaveLength(returns.length);
    return counting?.coverage;
  }

  test('is the later of two on time; a moment on the deadline is on time', async () => {
    expect(await countingOf([onTime, 1], [later, 2])).toBe(0.4);
  });

  test('is the later on time, whichever was imported first', async () => {
    expect(await countingOf([later, 2], [onTime, 1])).toBe(0.4);
  });

  test('is the one on time, not a late one', async () => {
    expect(await countingOf([onTime, 1], [late, 2])).toBe(0.2);
  });

  test('is the last of those that are all late', async () => {
    expect(await countingOf([late, 1], [later2, 2])).toBe(0.4);
  });

  test('is reported when there is another return of the partner', async () => {
    const bytes = await write(await issue());
    const scores = completed.filter(({ column }) => column === 3);
    const sent = async (received: string, answers: number) =>
      outcome(await send(fillIn(bytes, scores.slice(0, answers)), { received }));
    expect(await sent(onTime, 1)).toEqual(['accepted']);
    expect(await sent(later, 2)).toEqual([...['accepted', 'return.supersedes', 'return.differs', 'answer.added']]);
    expect(await sent(late, 3)).toEqual([...['accepted', 'return.does-not-count', 'return.differs', 'answer.added']]);
  });

  test('is marked as late', async () => {
    await send(fillIn(await write(await issue()), completed), { received: late });
    expect((await statusOf()).counting).toMatchObject({ late: true });
  });
});

describe('a workbook in which somebody has changed more than the answers', () => {
  /** Column letters of "Our evidence" and "Action" on the sheets of sections. */
  const [evidence, action] = ['I', 'J'];
  const sheetOne = 'xl/worksheets/sheet4.xml';

  async function filled(): Promise<Uint8Array> {
    return fillIn(await write(await issue()), completed);
  }

  test('is read when a sheet is renamed', async () => {
    const bytes = edited(await filled(), {
      'xl/workbook.xml': (xml) => xml.replace('name="1 Needs"', 'name="Needs (2)"'),
    });
    const imported = accepted(await send(bytes));
    expect(outcome(imported)).toEqual(['accepted', 'sheet.renamed']);
    expect(imported.scorecard.overall.coverage).toBe(1);
  });

  test('is read without a deleted sheet, which is listed as lost', async () => {
    const bytes = edited(await filled(), {
      'xl/workbook.xml': (xml) => xml.replace(/<sheet [^>]*name="1 Needs"[^>]*>/, ''),
    });
    const imported = accepted(await send(bytes));
    expect(imported.findings).toMatchObject([
      { code: 'sheet.missing', severity: 'error', facts: { sheet: '1 Needs', answers: 15 } },
    ]);
    expect(answerOf(imported.response, '1.1.1', 'score')).toEqual(blank);
    expect(answerOf(imported.response, '2.1.2', 'score')).toEqual(answered(3));
  });

  test('is read by its headings when columns have changed places', async () => {
    const swapped = (letter: string): string => (letter === evidence ? action : evidence);
    const bytes = edited(await filled(), {
      [sheetOne]: (xml) => xml.replace(/ r="([IJ])(\d+)"/g, (_all, letter, row) => ` r="${swapped(letter)}${row}"`),
    });
    const imported = accepted(await send(bytes));
    expect(outcome(imported)).toEqual(['accepted', 'answer.anchors-part']);
    expect(answerOf(imported.response, '1.1.1', 'evidence')).toEqual(answered('Minutes of May & June'));
    expect(answerOf(imported.response, '1.1.2', 'action')).toEqual(answered('Write a plan'));
  });

  test('is read by the names of its cells when a heading is overwritten', async () => {
    const heading: TypedCell = { sheet: '1 Needs', row: 4, column: 3, value: 'Punkte' };
    const imported = accepted(await send(fillIn(await filled(), [heading])));
    expect(outcome(imported)).toEqual(['accepted', 'printed.changed', 'sheet.heading-missing']);
    expect(imported.scorecard.overall.coverage).toBe(1);
  });

  const question: TypedCell = { sheet: '1 Needs', row: 5, column: 2, value: 'How good is it?' };

  test('is taken with its answers when a question was reworded, and that is reported and stored', async () => {
    const imported = accepted(await send(fillIn(await filled(), [question])));
    expect(outcome(imported)).toEqual(['accepted', 'question.changed']);
    expect(imported.scorecard.overall.coverage).toBe(1);
    const stored = await register.db.selectFrom('finding').select('code').execute();
    expect(stored).toEqual([{ code: 'question.changed' }]);
  });

  test('is not compared with sheets that another version wrote and did not store', async () => {
    const bytes = fillIn(await filled(), [question]);
    await register.db.updateTable('workbook_content').set({ digest: 'unknown' }).execute();
    expect(outcome(await send(bytes))).toEqual(['accepted', 'sheet.not-read']);
  });

  test('is read by its headings when the names of cells are gone', async () => {
    const bytes = edited(await filled(), {
      'xl/workbook.xml': (xml) => xml.replace(/<definedNames>.*<\/definedNames>/s, ''),
    });
    const imported = accepted(await send(bytes));
    expect(outcome(imported)).toEqual(['accepted']);
    expect(imported.scorecard.overall.coverage).toBe(1);
  });

  test('is known by its hidden sheet when the properties are gone', async () => {
    const bytes = edited(await filled(), { 'docProps/custom.xml': () => undefined });
    expect(outcome(await send(bytes))).toEqual(['accepted']);
  });

  const clearedStamp: TypedCell = { sheet: 'Stamp', row: stampCell.row, column: stampCell.column, value: '' };

  test('is known by its properties when the hidden sheet is cleared', async () => {
    expect(outcome(await send(fillIn(await filled(), [clearedStamp])))).toEqual(['accepted']);
  });

  test('is known by its properties when the hidden sheet is deleted', async () => {
    const bytes = edited(await filled(), {
      'xl/workbook.xml': (xml) => xml.replace(/<sheet [^>]*name="Stamp"[^>]*>/, ''),
    });
    expect(outcome(await send(bytes))).toEqual(['accepted']);
  });

  test('is recognised, and not identified, when both are gone', async () => {
    const bytes = edited(fillIn(await filled(), [clearedStamp]), { 'docProps/custom.xml': () => undefined });
    expect(outcome(await send(bytes))).toEqual(['refused', 'return.no-stamp']);
  });

  test('is not known when the properties are gone and the hidden sheet says something else', async () => {
    const scribbled = fillIn(await filled(), [{ ...clearedStamp, value: '{"partner":"X01"}' }]);
    const bytes = edited(scribbled, { 'docProps/custom.xml': () => undefined });
    expect(outcome(await send(bytes))).toEqual(['refused', 'return.bad-stamp']);
  });
});

test('a file that two commands take in at once is recorded once', async () => {
  const { stamp } = await issue();
  const file = { name: 'return.xlsx', bytes: strToU8('x'), received: due };
  const stored = [await lookUpFile(register, file), await lookUpFile(register, file)];
  const [response] = fc.sample(responseArbitrary(sampleInstrument), 1);
  if (response === undefined) throw new Error('There is no response');
  const { overall } = scorecardOf(sampleInstrument, response);
  const scored = { coverage: returnCoverage(sampleInstrument, response), band: overall.band };
  const ids = [];
  for (const one of stored) {
    const judgement = {
      status: 'accepted',
      workbook: stamp.workbook,
      response,
      ...scored,
      isByHand: false,
      prints: [],
      findings: [],
    } as const;
    ids.push(await recordReturn(register, one, judgement));
  }
  expect(ids).toEqual([expect.any(Number), undefined]);
});

test('any response comes back from the register as it went in', async () => {
  const { stamp } = await issue();
  let files = 0;
  await fc.assert(
    fc.asyncProperty(responseArbitrary(sampleInstrument), async (response) => {
      files += 1;
      const file = await lookUpFile(register, { name: 'return.xlsx', bytes: strToU8(String(files)), received: due });
      const { overall } = scorecardOf(sampleInstrument, response);
      await recordReturn(register, file, {
        status: 'accepted',
        workbook: stamp.workbook,
        response,
        coverage: returnCoverage(sampleInstrument, response),
        band: overall.band,
        prints: [],
        findings: [],
      });
      const id = (await statusOf()).returns.at(-1)?.id ?? 0;
      expect((await loadResponses(register, sampleInstrument, [id])).get(id)).toEqual(response);
    }),
    { numRuns: 100 },
  );
});
