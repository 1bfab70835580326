import { createHash } from 'node:crypto';
import type { Register } from './openRegister.ts';

/** The bytes of a kept file; undefined when they are not those any more that came. @throws Error when none is kept. */
export async function keptBytes({ db }: Register, sha256: string): Promise<Uint8Array | undefined> {
  const kept = await db.selectFrom('file').select('bytes').where('sha256', '=', sha256).executeTakeFirstOrThrow();
  // The driver takes a Uint8Array and gives an ArrayBuffer.
  const bytes = new Uint8Array(kept.bytes);
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
}
