import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { sql } from 'kysely';
import { z } from 'zod';
import { isOnServer } from '../database/dialect.ts';
import type { OpenDatabase } from '../tables/openDatabase.ts';
import type { Register } from '../tables/register.ts';
import type { Encoding } from '../tables/schema.ts';

/** The content of a file in a row of the table `file`. */
export interface StoredContent {
  readonly encoding: Encoding;
  readonly bytes: Uint8Array;
  /** Bytes of the file as it came. */
  readonly size: number;
}

/** The content to be stored, in the smaller of both forms. Compressed content, such as a workbook, is not tried. */
export function storedContent(bytes: Uint8Array): StoredContent {
  const size = bytes.length;
  const plain: StoredContent = { encoding: 'plain', bytes, size };
  if (isCompressed(bytes)) return plain;
  const deflated = deflateRawSync(bytes);
  return deflated.length < size ? { encoding: 'deflate', bytes: deflated, size } : plain;
}

const sampleBytes = 4096;

/**
 * Whether samples of a file cannot be compressed further, by how evenly they use all bytes. The last eighth of an archive is the
 * list of its names. A small file is always tried.
 */
function isCompressed(bytes: Uint8Array): boolean {
  if (bytes.length < 8 * sampleBytes) return false;
  const starts = [1, 3, 5].map((eighth) => Math.floor((bytes.length * eighth) / 8));
  return starts.every((start) => bitsPerByte(bytes.subarray(start, start + sampleBytes)) > 0.9 * 8);
}

/** The entropy of some bytes: the least bits for each in which a code for single bytes could write them. */
function bitsPerByte(bytes: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  return (
    counts.reduce((sum, count) => (count === 0 ? sum : sum - count * Math.log2(count / bytes.length)), 0) / bytes.length
  );
}

/** The content of a refused file without stored bytes. */
export const unstoredContent = (size: number): StoredContent => ({
  ...{ encoding: 'unstored', bytes: new Uint8Array(), size },
});

/** The original bytes of a file, or why they are not available. `changed`: their digest has changed since they came. */
export type LoadedBytes = { readonly bytes: Uint8Array } | 'changed' | 'unstored' | 'pruned';

/** The one way to load stored bytes. @throws Error when the register does not have the file. */
export async function loadBytes({ db }: OpenDatabase, sha256: string): Promise<LoadedBytes> {
  const { encoding, ...stored } = await db
    .selectFrom('file')
    .select([(isOnServer(db) ? sql<Uint8Array>`bytes` : anyBytes).as('bytes'), 'size', knownEncoding.as('encoding')])
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow();
  if (encoding !== 'plain' && encoding !== 'deflate') return encoding;
  // The driver takes a Uint8Array and gives an ArrayBuffer.
  const bytes = decoded[encoding](new Uint8Array(stored.bytes), stored.size ?? 0);
  return bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === sha256 ? { bytes } : 'changed';
}

// The driver ends the program over a text that is not UTF-8, which a damaged disk or an edit by hand may leave in both columns.
const anyBytes = sql<Uint8Array>`cast(bytes as blob)`;
const knownEncoding = sql<Encoding | 'changed'>`case encoding when 'plain' then 'plain' when 'deflate' then 'deflate'
  when 'unstored' then 'unstored' when 'pruned' then 'pruned' else 'changed' end`;

/** The bytes of a file; undefined when they are missing or were changed. */
export async function loadFile(register: Register, sha256: string): Promise<Uint8Array | undefined> {
  const loaded = await loadBytes(register, sha256);
  return typeof loaded === 'string' ? undefined : loaded.bytes;
}

const decoded: Readonly<Record<'plain' | 'deflate', (bytes: Uint8Array, size: number) => Uint8Array | undefined>> = {
  plain: (bytes) => bytes,
  deflate: inflated,
};

/** Undefined if the bytes are damaged, or others were added to them. */
function inflated(bytes: Uint8Array, size: number): Uint8Array | undefined {
  try {
    const { buffer, engine } = withEngine.parse(
      inflateRawSync(bytes, { maxOutputLength: Math.max(1, size), info: true }),
    );
    return engine.bytesWritten === bytes.length ? buffer : undefined;
  } catch {
    return undefined;
  }
}

/** The result of zlib with `info`, which its types leave out: the content and the number of input bytes used. */
const withEngine = z.object({
  buffer: z.instanceof(Uint8Array),
  engine: z.object({ bytesWritten: z.number() }),
});
