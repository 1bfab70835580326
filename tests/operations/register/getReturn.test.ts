import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FindingsError, finding } from '../../../src/finding/index.ts';
import { importReturns } from '../../../src/operations/importReturns.ts';
import { getReturn, saveAttachments } from '../../../src/operations/register/getReturn.ts';
import { EditedWorkbook } from '../../workbook/editedWorkbook.ts';
import { type MemoryRound, openRound } from '../memoryRound.ts';
import { refusedWith } from '../refusedWith.ts';

let round: MemoryRound;
let returned: Uint8Array;
beforeAll(async () => {
  round = await openRound();
  const workbook = new EditedWorkbook(round.filledIn('X01', round.complete(2)));
  workbook.draw('1 Needs', [{ kind: 'picture', from: 'G5', to: 'G5' }]);
  workbook.part('xl/embeddings/plan.docx', () => 'PK\u0003\u0004 a document');
  returned = workbook.bytes();
  const file = (name: string, bytes: Uint8Array) => ({ path: name, name, read: () => bytes });
  await importReturns(round.context, {
    files: [
      file('all.zip > north/X01?.xlsx', returned),
      file('X02.xlsx', new TextEncoder().encode('PK\u0003\u0004 torn')),
    ],
  });
});
afterAll(() => round.close());

describe('a return is got back', () => {
  test('byte for byte, under a name that every system takes', async () => {
    const { bytes, ...details } = await getReturn(round.context, 1);
    expect(Buffer.from(bytes).equals(returned)).toBe(true);
    expect(details).toMatchObject({
      ...{ id: 1, name: 'all.zip > north/X01?.xlsx', fileName: 'X01-.xlsx', status: 'accepted', message: undefined },
    });
  });

  test('also one that was refused', async () => {
    const { bytes, status } = await getReturn(round.context, 2);
    expect([new TextDecoder().decode(bytes), status]).toEqual(['PK\u0003\u0004 torn', 'refused']);
  });

  test('not by an unknown number', async () => {
    expect(await refusedWith(() => getReturn(round.context, 3))).toBe('return.unknown');
  });
});

describe('the attachments of a return', () => {
  test('are saved with the place that shows them in their names', () => {
    const saved = new Map<string, number>();
    const { attachments, findings } = saveAttachments({ bytes: returned }, (name, { length }) =>
      saved.set(name, length),
    );
    expect(findings).toEqual([]);
    expect(attachments).toEqual([
      { name: '1-Needs_G5.png', place: { sheet: '1 Needs', cell: 'G5' }, bytes: saved.get('1-Needs_G5.png') },
      { name: 'file_1.docx', place: {}, bytes: saved.get('file_1.docx') },
    ]);
  });

  test('that cannot be saved are reported by name, and the others go on', () => {
    const { attachments, findings } = saveAttachments({ bytes: returned }, (name) => {
      if (name.endsWith('.png')) throw new FindingsError([finding('output.already-there', {}, {})]);
    });
    expect(attachments.map(({ name }) => name)).toEqual(['file_1.docx']);
    expect(findings).toMatchObject([{ code: 'output.already-there', place: { file: '1-Needs_G5.png' } }]);
  });

  test('of a file that is no workbook are none', () => {
    expect(() => saveAttachments({ bytes: new Uint8Array() }, () => {})).toThrow(FindingsError);
  });
});
