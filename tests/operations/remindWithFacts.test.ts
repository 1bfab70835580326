import { afterEach, beforeEach, expect, test } from 'vitest';
import { remind } from '../../src/operations/remind.ts';
import { parsePartnerList } from '../../src/partners/parsePartnerList.ts';
import { answered } from '../../src/response/response.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { readResponse } from '../../src/workbook/read/readResponse.ts';
import { givenInstrument as instrument } from '../givenInstrument.ts';
import { answerCells } from '../tools/answerCells.ts';
import type { TypedCell } from '../tools/fillIn.ts';
import { draftingTo } from './mail/drafting.ts';
import { type MemoryFolder, type MemoryRound, memoryFolder, openRound, withSlip } from './memoryRound.ts';

const list = (...lines: readonly string[]) => ({
  name: 'partners.csv',
  ...parsePartnerList(
    Buffer.from(['code,name,email,Population,Lead code,Share,Has a plan,Since', ...lines].join('\n')),
    'partners.csv',
  ),
});
const [first, second] = ['X01,Ashmere PCT,a@ashmere.example', 'X02,Bramblewick PCT,b@bramblewick.example'];

let round: MemoryRound;
let drafts: MemoryFolder;
let corrections: MemoryFolder;
beforeEach(async () => {
  round = await openRound(instrument);
  await round.generate({ list: list(`${first},12300,5E1,12.5%,Yes,13/04/2009`, `${second},1250,0012,,,`) });
  drafts = memoryFolder();
  corrections = memoryFolder();
});
afterEach(() => round.close());

/** Reminds one partner of round 2026, or of another, and reads the workbook that is attached. */
async function reminded(partner: string, name = '2026') {
  const { messages, first: message } = await remind(
    round.context,
    { round: name, partner: [partner] },
    draftingTo(drafts),
    { corrections, workbooksIn: () => ({ folder: 'workbooks', read: (file) => round.folder.files.get(file) }) },
  );
  const { text = '', attachment } = message ?? {};
  const draft = Buffer.from(drafts.files.get(messages[0]?.file?.replace('folder/', '') ?? '') ?? []).toString();
  const attached = draft.split(/\r\n--\S+\r\n/).find((part) => part.includes(`filename=${attachment}`)) ?? '';
  const bytes = Buffer.from(attached.split('\r\n\r\n')[1]?.split('\r\n--')[0] ?? '', 'base64');
  return { text, attachment, response: bytes.length === 0 ? undefined : responseIn(bytes) };
}

const responseIn = (bytes: Uint8Array) => readResponse(readPackage(bytes), instrument).response;

function typed(field: string, subject: string, value: TypedCell['value']): TypedCell {
  const cell = answerCells(layoutOf(instrument)).find((one) => one.subject === subject && one.field.key === field);
  if (cell === undefined) throw new Error(`There is no cell for ${field} of ${subject}`);
  return { sheet: cell.sheet, row: cell.row, column: cell.column, value };
}

/** What a partner types who leaves all facts as they are. */
const scored = (): readonly TypedCell[] =>
  round.complete(2).filter(({ sheet }) => sheet !== '9 Figures' && sheet !== 'Organisation');

test('a partner who returned nothing gets its workbook with the facts of the latest list', async () => {
  await round.generate({ list: list(`${first},12400,5E1,,,`, `${second},1250,0012,,,`) });
  const { attachment, response } = await reminded('X01');
  expect(attachment).toBe('given_2026_X01.xlsx');
  expect(response?.items.get('9.1.1')?.get('people')).toEqual(answered(12_400));
  expect(response?.entries.get('body')?.[0]?.answers.get('lead')).toEqual(answered('5E1'));
});

test('a partner who returned the facts alone has returned nothing, and is sent them again', async () => {
  await round.comeBack('X01', []);
  const { text, response } = await reminded('X01');
  expect(text).toContain('We have not yet received your completed workbook');
  expect(text).toContain(
    'What we received at 10:00 (UK time) on Friday 20 November 2026 was not filled in. Your workbook is attached',
  );
  expect(response?.items.get('9.1.1')?.get('people')).toEqual(answered(12_300));
});

test('facts are not open, whether confirmed or changed; what has no fact and no answer is', async () => {
  await round.comeBack('X02', [...scored(), typed('people', '9.1.1', 1300)]);
  const { text } = await reminded('X02');
  expect(text).toContain('9.1.2');
  expect(text).not.toContain('9.1.1');
});

test('a workbook to correct has the facts as they came back', async () => {
  await round.comeBack('X01', [...withSlip(scored()), typed('people', '9.1.1', 12_500)]);
  const { attachment, response } = await reminded('X01');
  expect(attachment).toBe('given_2026_X01_correction.xlsx');
  expect(response?.items.get('9.1.1')?.get('people')).toEqual(answered(12_500));
  expect(response?.entries.get('body')?.[0]?.answers.get('lead')).toEqual(answered('5E1'));
});

test('facts of the last round are in the workbook of a partner who has returned nothing in this one', async () => {
  await round.comeBack('X01', [...scored(), typed('people', '9.1.2', 700)]);
  const due = new Date('2027-12-18T12:00:00Z');
  await round.generate({ round: '2027', due, previous: '2026', list: list(`${first},12600,,,,`) });
  const { attachment, response } = await reminded('X01', '2027');
  expect(attachment).toBe('given_2027_X01.xlsx');
  const people = ['9.1.1', '9.1.2'].map((item) => response?.items.get(item)?.get('people'));
  expect(people).toEqual([answered(12_600), answered(700)]);
});
