import { describe, expect, test } from 'vitest';
import { pictureHeader } from '../../../src/spreadsheet/model/pictureHeader.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

describe('the size of a picture', () => {
  test.each([
    ['PNG', bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 1, 44, 0, 0, 0, 120]), 300, 120],
    ['GIF', bytes('GIF89a', [44, 1, 120, 0]), 300, 120],
    ['BMP', bytes('BM', new Array(16).fill(0), [44, 1, 0, 0, 136, 255, 255, 255]), 300, 120],
    ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 17, 8, 0, 120, 1, 44, 3]), 300, 120],
  ])('%s', (format, picture, width, height) => {
    expect(pictureHeader(picture)).toMatchObject({ format, width, height });
  });

  test('is not given where the file ends before it, or where it is zero', () => {
    expect(pictureHeader(bytes('GIF89a', [44, 1]))).toEqual({ format: 'GIF', ending: 'gif' });
    expect(pictureHeader(bytes('GIF89a', [0, 0, 120, 0]))).toEqual({ format: 'GIF', ending: 'gif' });
    expect(pictureHeader(bytes([0xff, 0xd8, 0xff, 0xe0, 0, 200, 0, 0, 0, 0, 0, 0]))).toEqual({
      format: 'JPEG',
      ending: 'jpg',
    });
  });
});

test('formats are recognised by their first bytes, wherever these are', () => {
  expect(pictureHeader(bytes(new Array(8).fill(0), 'WEBP'))?.ending).toBe('webp');
  expect(pictureHeader(bytes('<?xml version="1.0"?><svg/>'))?.ending).toBe('svg');
  expect(pictureHeader(bytes('MM\x00*'))?.ending).toBe('tif');
});

test('anything else is no picture', () => {
  expect(pictureHeader(bytes('PK\x03\x04'))).toBeUndefined();
  expect(pictureHeader(bytes('<html/>'))).toBeUndefined();
  expect(pictureHeader(new Uint8Array())).toBeUndefined();
});
