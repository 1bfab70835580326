import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPicture } from '../../../src/spreadsheet/style/picture.ts';
import { jpeg, png } from '../../pictures.ts';

test('the size of a PNG is read', () => {
  expect(readPicture(png(120, 45))).toEqual({ kind: 'png', width: 120, height: 45 });
});

test('the size of a JPEG is read', () => {
  expect(readPicture(jpeg)).toEqual({ kind: 'jpeg', width: 40, height: 20 });
});

test('what cameras and editors leave behind the end does no harm', () => {
  expect(readPicture(Buffer.concat([jpeg, Buffer.from([0, 0])]))).toMatchObject({ kind: 'jpeg' });
  expect(readPicture(Buffer.concat([png(3, 3), Buffer.from('\n')]))).toMatchObject({ kind: 'png' });
});

/** A PNG with other bytes in the middle. */
function spoilt(at: number, ...bytes: readonly number[]): Buffer {
  const copy = Buffer.from(png(30, 20));
  copy.set(bytes, at);
  return copy;
}

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a PNG with rubbish among its pixels', spoilt(60, 1, 2, 3, 4)],
  ['a PNG of a colour type that there is not', spoilt(25, 9)],
  ['a JPEG of nothing but its header', Buffer.concat([jpeg.subarray(0, 160), Buffer.alloc(50)])],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00;', 'latin1')],
  ['a web page', Buffer.from('<html></html>')],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a PNG that is cut off', png(120, 45).subarray(0, -1)],
  ['a JPEG that is cut off', jpeg.subarray(0, -1)],
  ['the beginning of a PNG only', png(1, 1).subarray(0, 12)],
  ['a PNG without width', png(0, 5)],
])('%s is no picture for a workbook', (_what, bytes) => {
  expect(readPicture(bytes)).toBeUndefined();
});

test('it ends on any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      readPicture(Uint8Array.from([0xff, 0xd8, 0xff, ...bytes, 0xff, 0xd9]));
      readPicture(bytes);
    }),
  );
});
