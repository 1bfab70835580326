import type { Selectable, Updateable } from 'kysely';
import { logChange } from '../../register/log/log.ts';
import type { Register } from '../../register/tables/register.ts';
import type { RegisterTables } from '../../register/tables/schema.ts';
import { loadChanges } from './loadChanges.ts';
import { renameRound } from './renameRound.ts';
import type { ChangedValue, Listed, ListKind, RoundChangeKind } from './roundChange.ts';
import { listNow, valueNow } from './valueNow.ts';

/** A round of one instrument. */
export interface RoundKey {
  readonly round: string;
  /** Key of the instrument. */
  readonly instrument: string;
}

/** What can change: of the round, or of a partner in it. */
export interface Changing<Kind extends RoundChangeKind> {
  /** Code of the partner; undefined for the whole round. */
  readonly partner: string | undefined;
  readonly what: Kind;
}

/**
 * The present value of what can change.
 *
 * @throws Error for a round or partner that does not exist.
 */
export function presentValue<Kind extends RoundChangeKind>(
  register: Register,
  key: RoundKey,
  { partner, what }: Changing<Kind>,
): Promise<ChangedValue<Kind>> {
  const place: Place<Kind> = places[what];
  return place.read(register, keyOnly(key), partner ?? '');
}

/** Writes the value after a change, and reports in the log what it changes. */
export function writeValue<Kind extends RoundChangeKind>(
  register: Register,
  key: RoundKey,
  { partner, what, value }: Changing<Kind> & { readonly value: ChangedValue<Kind> },
  now: Date,
): Promise<void> {
  const place: Place<Kind> = places[what];
  return place.write(register, keyOnly(key), partner ?? '', value, now);
}

/** A whole round is a key too, and has more than a condition may name. */
const keyOnly = ({ round, instrument }: RoundKey): RoundKey => ({ round, instrument });

/** Where the register has a value. */
interface Place<Kind extends RoundChangeKind> {
  readonly read: (register: Register, key: RoundKey, partner: string) => Promise<ChangedValue<Kind>>;
  readonly write: (
    register: Register,
    key: RoundKey,
    partner: string,
    value: ChangedValue<Kind>,
    now: Date,
  ) => Promise<void>;
}

type RoundRow = Selectable<RegisterTables['round']>;
type PartnerRow = Selectable<RegisterTables['partner']>;

const inRound = <Kind extends RoundChangeKind>(
  read: (row: RoundRow) => ChangedValue<Kind>,
  columns: (value: ChangedValue<Kind>) => Updateable<RoundRow>,
): Place<Kind> => ({
  read: async ({ db }, key) => {
    const rows = db
      .selectFrom('round')
      .selectAll()
      .where((where) => where.and({ ...key }));
    return read(await rows.executeTakeFirstOrThrow());
  },
  write: async (register, key, _partner, value, now) => {
    const round = register.db.updateTable('round').set(columns(value));
    await round.where((where) => where.and({ ...key })).execute();
    const { round: name, instrument } = key;
    const details = `${name} ${instrument}`;
    await logChange(register, { at: now, what: 'round', details, about: ['round', name, instrument] });
  },
});

const inPartner = <Kind extends RoundChangeKind>(
  read: (row: PartnerRow) => ChangedValue<Kind>,
  columns: (value: ChangedValue<Kind>) => Updateable<PartnerRow>,
): Place<Kind> => ({
  read: async ({ db }, key, code) => {
    const rows = db
      .selectFrom('partner')
      .selectAll()
      .where((where) => where.and({ ...key, code }));
    return read(await rows.executeTakeFirstOrThrow());
  },
  write: async (register, key, code, value, now) => {
    const partner = register.db.updateTable('partner').set(columns(value));
    await partner.where((where) => where.and({ ...key, code })).execute();
    const about = ['partner', key.round, key.instrument, code] as const;
    await logChange(register, { at: now, what: 'partner', details: code, about });
  },
});

/** Its entries alone have the value. */
const inEntries = <Kind extends 'extension' | 'successors' | 'preferred' | 'sent by hand' | 'partner contact'>(
  what: Kind,
): Place<Kind> => ({
  read: async (register, key, code) => valueNow(await loadChanges(register, key), what, code) ?? null,
  write: async () => {},
});

const listInEntries = <Kind extends ListKind>(what: Kind): Place<Kind> => ({
  read: async (register, key, code) => {
    const list: readonly Listed<Kind>[] = listNow(await loadChanges(register, key), what, code).map(({ one }) => one);
    // The list of a kind is its value.
    return list as ChangedValue<Kind>;
  },
  write: async () => {},
});

const places: { readonly [Kind in RoundChangeKind]: Place<Kind> } = {
  deadline: inRound(
    ({ due }) => due,
    (due) => ({ due }),
  ),
  closing: inRound(
    ({ closes }) => closes,
    (closes) => ({ closes }),
  ),
  'return address': inRound(
    ({ return_to }) => return_to,
    (return_to) => ({ return_to }),
  ),
  marking: inRound(
    ({ marking }) => marking,
    (marking) => ({ marking }),
  ),
  branding: inRound(
    ({ branding }) => branding,
    (branding) => ({ branding }),
  ),
  'earlier round': inRound(
    ({ previous }) => previous,
    (previous) => ({ previous }),
  ),
  contact: inRound(
    ({ contact }) => contact,
    (contact) => ({ contact }),
  ),
  wording: inRound(
    ({ wording }) => wording,
    (wording) => ({ wording }),
  ),
  'number of reminders': inRound(
    ({ max_reminders }) => max_reminders,
    (max_reminders) => ({ max_reminders }),
  ),
  'days between reminders': inRound(
    ({ days_between }) => days_between,
    (days_between) => ({ days_between }),
  ),
  name: {
    read: async (_register, { round }) => round,
    write: (register, key, _partner, name, now) => renameRound(register, key, name, now),
  },
  extension: inEntries('extension'),
  successors: inEntries('successors'),
  'set aside': listInEntries('set aside'),
  preferred: inEntries('preferred'),
  settled: listInEntries('settled'),
  corrected: listInEntries('corrected'),
  entered: listInEntries('entered'),
  'sent by hand': inEntries('sent by hand'),
  'partner contact': inEntries('partner contact'),
  'partner name': inPartner(
    ({ name }) => name,
    (name) => ({ name }),
  ),
  'e-mail': inPartner(
    ({ email }) => email,
    (email) => ({ email }),
  ),
};
