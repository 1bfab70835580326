import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { base64In, uuencodedIn } from '../../../src/mail/message/textEncoded.ts';

const archive = zipSync({ 'xl/workbook.xml': new Uint8Array([60, 97, 47, 62]) });
const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('base64', () => {
  test('of an archive is decoded, on one line or many', () => {
    const text = Buffer.from(archive).toString('base64');
    const lines = text.match(/.{1,76}/g)?.join('\r\n') ?? '';
    expect(base64In(bytes(text))).toEqual(Buffer.from(archive));
    expect(base64In(bytes(`${lines}\r\n`))).toEqual(Buffer.from(archive));
  });

  test('of anything else is left, as are other texts', () => {
    expect(base64In(bytes(Buffer.from('Dear Jo, see below.').toString('base64')))).toBeUndefined();
    expect(base64In(bytes('Dear Jo, see below.'))).toBeUndefined();
    expect(base64In(new Uint8Array())).toBeUndefined();
  });
});

describe('uuencoded files', () => {
  const cat = 'begin 644 cat.txt\n#0V%T\n`\nend\n';

  test('are decoded with their names', () => {
    expect(uuencodedIn(`Hello\n${cat}${cat.replace('cat.txt', 'other.txt')}`)).toEqual([
      { name: 'cat.txt', bytes: Buffer.from('Cat') },
      { name: 'other.txt', bytes: Buffer.from('Cat') },
    ]);
  });

  test('may end their lines as Windows does', () => {
    expect(uuencodedIn(cat.replaceAll('\n', '\r\n'))).toEqual([{ name: 'cat.txt', bytes: Buffer.from('Cat') }]);
  });

  test('are skipped where they are incomplete or have a line of other text', () => {
    expect(uuencodedIn('begin 644 cat.txt\n#0V%T\n')).toEqual([]);
    expect(uuencodedIn(cat.replace('#0V%T', '#0V%T and more'))).toEqual([]);
  });
});
