import { parseInstrument } from '../../instrument/defineInstrument.ts';
import { fingerprint } from '../../instrument/model/fingerprint.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { lruCache } from '../../register/database/lruCache.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { Register } from '../../register/tables/register.ts';

/** Identifies an issued wording of an instrument. */
export interface SentWording {
  /** Key of the instrument. */
  readonly instrument: string;
  readonly edition: string;
  readonly fingerprint: string;
}

/**
 * Loads the instrument as it was issued. The installed one is used instead if it is the same, or if the register has no
 * definition, as in early versions.
 *
 * @throws FindingsError when the stored definition is no longer a valid instrument.
 */
export async function sentInstrument(
  register: Register,
  installed: readonly Instrument[],
  sent: SentWording,
): Promise<Instrument | undefined> {
  const sameEdition = installed.filter(({ key, edition }) => key === sent.instrument && edition === sent.edition);
  const same = sameEdition.find((instrument) => fingerprint(instrument) === sent.fingerprint);
  return same ?? (await storedDefinition(register, sent)) ?? sameEdition.at(-1);
}

async function storedDefinition({ db }: OpenDatabase, sent: SentWording): Promise<Instrument | undefined> {
  const stored = await db
    .selectFrom('definition')
    .select('json')
    .where('instrument', '=', sent.instrument)
    .where('edition', '=', sent.edition)
    .where('fingerprint', '=', sent.fingerprint)
    .executeTakeFirst();
  return stored && definitions(stored.json, () => parseInstrument(JSON.parse(stored.json)));
}

/** All returns of a round are read by one definition, and what is prepared for reading is cached with it. */
const definitions = lruCache<Instrument>(8);
