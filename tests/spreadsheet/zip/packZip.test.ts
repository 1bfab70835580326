import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { defaultLimits } from '../../../src/spreadsheet/zip/limits.ts';
import { deflateOnce, deflatePieces, packZip, type ZipPart } from '../../../src/spreadsheet/zip/packZip.ts';
import { readZip } from '../../../src/spreadsheet/zip/readZip.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('parts come out of the archive as they went in: whole, with a compressed beginning, or compressed piece by piece', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), fc.uint8Array({ maxLength: 2000 }), (beginning, rest) => {
      const archive = packZip(
        new Map<string, ZipPart>([
          ['whole.bin', beginning],
          ['joined.bin', { beginning: deflateOnce(beginning, 6), rest }],
          ['ended.bin', { beginning: deflateOnce(beginning, 6), rest: new Uint8Array() }],
          ['pieces.bin', { beginning: deflatePieces([beginning, new Uint8Array(), rest, rest]), rest }],
        ]),
      );
      const joined = Buffer.concat([beginning, rest]);
      const expected = {
        'whole.bin': beginning,
        'joined.bin': new Uint8Array(joined),
        'ended.bin': beginning,
        'pieces.bin': new Uint8Array(Buffer.concat([joined, rest, rest])),
      };
      const zip = readZip(archive, defaultLimits);
      for (const [name, content] of Object.entries(expected)) {
        expect(Buffer.from(zip.read(name) ?? []).equals(content)).toBe(true);
      }
      expect(Object.keys(unzipSync(archive))).toEqual(Object.keys(expected));
    }),
  );
});

test('another program finds no fault in the archive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scorebook-zip-'));
  try {
    const path = join(folder, 'a.zip');
    const joined = { beginning: deflateOnce(bytes('constant '.repeat(1000)), 6), rest: bytes('own') };
    writeFileSync(
      path,
      packZip(
        new Map<string, ZipPart>([
          ['a/é.xml', bytes('<a/>')],
          ['b.xml', joined],
        ]),
      ),
    );
    const script =
      'import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nprint(z.testzip(), z.namelist(), len(z.read("b.xml")))';
    const { stdout, stderr } = spawnSync('python3', ['-c', script, path], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toBe("None ['a/é.xml', 'b.xml'] 9003\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('equal parts make equal bytes', () => {
  const archive = (): Uint8Array =>
    packZip(new Map([['a', { beginning: deflateOnce(bytes('a'), 6), rest: bytes('b') }]]));
  expect(Buffer.from(archive()).equals(archive())).toBe(true);
});

test('each piece is compressed before the next is made', () => {
  function* pieces(): Generator<Uint8Array> {
    for (const name of ['a', 'b']) {
      const piece = bytes(name.repeat(1000));
      yield piece;
      // A piece may be used again for the next, because nothing holds it.
      piece.fill(0);
    }
  }
  const archive = packZip(new Map([['a', { beginning: deflatePieces(pieces()), rest: bytes('c') }]]));
  expect(Buffer.from(readZip(archive, defaultLimits).read('a') ?? []).toString()).toBe(
    `${'a'.repeat(1000)}${'b'.repeat(1000)}c`,
  );
});
