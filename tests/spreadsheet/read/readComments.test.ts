import { expect, test } from 'vitest';
import { readComments } from '../../../src/spreadsheet/read/readComments.ts';
import { defaultLimits } from '../../../src/spreadsheet/zip/limits.ts';

const read = (xml: string) => readComments('comments1.xml', Buffer.from(xml), defaultLimits);

test('the runs of a note are joined', () => {
  expect(
    read(
      '<comments><comment ref="H6"><text><r><t>Ask </t></r><r><rPr/><t>Jo_x000D_</t></r></text></comment></comments>',
    ),
  ).toEqual([{ cell: 'H6', text: 'Ask Jo' }]);
});

test('each reply of a thread is a comment', () => {
  const replies = ['which?', 'this'].map((text) => `<threadedComment ref="I5"><text>${text}</text></threadedComment>`);
  expect(read(`<ThreadedComments>${replies.join('')}</ThreadedComments>`)).toEqual([
    { cell: 'I5', text: 'which?' },
    { cell: 'I5', text: 'this' },
  ]);
});

test('what Excel writes before a thread for its older versions is left out', () => {
  const text = '[Threaded comment]\n\nYour version of Excel …\n\nComment:\n    which?';
  expect(read(`<comments><comment ref="I5"><text><t>${text}</t></text></comment></comments>`)).toEqual([
    { cell: 'I5', text: 'which?' },
  ]);
});

test('a comment on no cell is left out, and so are those after the thousandth', () => {
  expect(read('<comments><comment ref="nowhere"><text><t>a</t></text></comment></comments>')).toEqual([]);
  const many = Array.from(
    { length: 1_001 },
    (_one, index) => `<comment ref="A${index + 1}"><text><t>a</t></text></comment>`,
  );
  expect(read(`<comments>${many.join('')}</comments>`)).toHaveLength(1_000);
});
