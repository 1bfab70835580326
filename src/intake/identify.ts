import { type Finding, finding } from '../finding/index.ts';
import type { Instrument } from '../instrument/model/schema.ts';
import { isSealedBy } from '../register/database/serverFunctions.ts';
import type { OpenDatabase } from '../register/tables/openDatabase.ts';
import type { Register } from '../register/tables/register.ts';
import { tidyText } from '../response/tidyText.ts';
import { hadName } from '../rounds/changes/presentName.ts';
import { sentInstrument } from '../rounds/round/sentInstrument.ts';
import type { RawWorkbook } from '../spreadsheet/model/rawWorkbook.ts';
import { isExample, isSealed, type SealedStamp, type Stamp, sealedText, sealStamp } from '../workbook/layout/stamp.ts';
import { type Likeness, likenessOf, minLikeness } from '../workbook/read/likeness.ts';
import { type CoverIdentity, readCover } from '../workbook/read/readCover.ts';
import { readStamp } from '../workbook/read/readStamp.ts';
import type { NamedPartner } from './storedReturn.ts';

/** The partner that the analyst names for a workbook that does not identify itself. */
export interface HandIdentity {
  /** Code of the partner. */
  readonly partner: string;
  readonly round: string;
  /** Key of the instrument, where the round has several. */
  readonly instrument?: string;
}

/** An issued workbook and its partner. */
export interface Identified {
  readonly stamp: SealedStamp;
  readonly issued: NamedPartner & { readonly email: string | null };
  readonly isByHand: boolean;
}

export interface NotIdentified {
  /** The number of the workbook, if known. */
  readonly workbook?: string;
  readonly findings: readonly Finding[];
}

/**
 * Identifies a file as one of the issued workbooks: by its stamp, if that carries the register's seal. Otherwise the
 * analyst may name the partner, and nothing in the file may contradict it: neither the rest of its stamps, nor the code,
 * name, round and number on its cover. A sealed stamp takes precedence over what the analyst says.
 */
export async function identify(
  register: Register,
  installed: readonly Instrument[],
  raw: RawWorkbook,
  as: HandIdentity | undefined,
): Promise<Identified | NotIdentified> {
  const { stamp: found, claims, findings } = readStamp(raw);
  if (claims.some(isExample)) return { findings: [finding('return.worked-example', {}, {})] };
  const isWhole = found !== undefined && (await hasOwnSeal(register, found));
  const stamp = isWhole ? await inPresentRound(register, found) : found;
  const issued = stamp === undefined ? undefined : await issuedTo(register, stamp);
  if (isWhole && stamp !== undefined && issued !== undefined) {
    const other = as === undefined ? undefined : differenceFrom(as, [stamp], 'its sealed stamp');
    return other === undefined
      ? { stamp, issued, isByHand: false }
      : { workbook: stamp.workbook, findings: [contradiction(as, other)] };
  }
  if (as !== undefined) {
    const present = await Promise.all(claims.map((claim) => inPresentRound(register, claim)));
    return byHand(register, installed, raw, present, as);
  }
  if (stamp === undefined) {
    return {
      findings: claims.length === 0 && isUnstamped(findings) ? [await recognised(register, installed, raw)] : findings,
    };
  }
  if (issued === undefined) {
    const code = register.limits !== undefined ? 'return.not-seen' : 'return.not-issued';
    return { findings: [finding(code, {}, { partner: stamp.partner, round: stamp.round })] };
  }
  return {
    workbook: stamp.workbook,
    findings: [finding('return.bad-stamp', {}, { problem: 'its seal does not fit' })],
  };
}

/** The key is known to those who see all; for others the server compares. */
const hasOwnSeal = async ({ db, sealKey, limits }: Register, stamp: SealedStamp): Promise<boolean> =>
  limits === undefined ? isSealed(stamp, sealKey) : isSealedBy(db, sealedText(stamp), stamp.seal);

const isUnstamped = (findings: readonly Finding[]): boolean => findings.some(({ code }) => code === 'return.not-ours');

/** The findings for a file that contradicts the partner named for it. */
interface Difference {
  readonly what: string;
  readonly says: string;
}

const contradiction = (as: HandIdentity | undefined, { what, says }: Difference): Finding =>
  finding('return.not-theirs', {}, { partner: as?.partner ?? '', round: as?.round ?? '', what, says });

function differenceFrom(as: HandIdentity, claims: readonly Stamp[], what: string): Difference | undefined {
  const other = claims.find(
    ({ partner, round, instrument }) =>
      partner !== as.partner || round !== as.round || (as.instrument !== undefined && instrument !== as.instrument),
  );
  if (other === undefined) return undefined;
  return { what, says: `${other.partner}, round ${other.round}, ${other.instrument}` };
}

async function byHand(
  register: Register,
  installed: readonly Instrument[],
  raw: RawWorkbook,
  claims: readonly Stamp[],
  as: HandIdentity,
): Promise<Identified | NotIdentified> {
  const cover = readCover(raw);
  const difference = differenceFrom(as, claims, 'its stamp') ?? (await coverDifference(register, as, cover));
  if (difference !== undefined) return { findings: [contradiction(as, difference)] };
  const workbooks = await issuedWorkbooks(register)
    .select(['workbook.id', 'workbook.instrument', 'workbook.edition', 'workbook.fingerprint'])
    .where('workbook.partner', '=', as.partner)
    .where('workbook.round', '=', as.round)
    .orderBy('workbook.issue_order', 'desc')
    .orderBy('workbook.id')
    .execute();
  const own = workbooks.filter(({ instrument }) => as.instrument === undefined || instrument === as.instrument);
  // The number on the cover decides; otherwise it is the last workbook issued, of the instrument that it resembles.
  const numbered = own.filter(({ id }) => id === cover.workbook);
  const alike: { readonly row: (typeof own)[number]; readonly like: Likeness }[] = [];
  for (const row of numbered.length > 0 ? numbered : own) {
    const sent = await sentInstrument(register, installed, row);
    if (sent !== undefined) alike.push({ row, like: likenessOf(raw, sent) });
  }
  const best = alike.filter(({ like }) => like.share >= minLikeness).toSorted((a, b) => b.like.share - a.like.share)[0];
  if (best === undefined) return { findings: [finding('return.unlike', {}, { partner: as.partner, round: as.round })] };
  const { id, instrument, edition, fingerprint, code, name, email } = best.row;
  const stamp = { instrument, edition, fingerprint, round: as.round, partner: code, workbook: id };
  return { stamp: sealStamp(stamp, register.sealKey), issued: { code, name, email }, isByHand: true };
}

/** The workbook that a return was identified as by hand. Evidence against it that came later does not count. */
export async function earlierIdentification(register: Register, workbook: string): Promise<Identified | undefined> {
  const row = await register.db
    .selectFrom('workbook')
    .select(['instrument', 'edition', 'fingerprint', 'round', 'partner', 'id as workbook'])
    .where('id', '=', workbook)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const stamp = sealStamp(row, register.sealKey);
  const issued = await issuedTo(register, stamp);
  return issued === undefined ? undefined : { stamp, issued, isByHand: true };
}

/** The parts of the cover that contradict it. Words that match no partner are ignored: somebody typed them. */
async function coverDifference(
  { db }: OpenDatabase,
  as: HandIdentity,
  { code, name, round, workbook }: CoverIdentity,
): Promise<Difference | undefined> {
  const partners = await db.selectFrom('partner').select(['code', 'name']).where('round', '=', as.round).execute();
  const isOther = (one: { readonly code: string }): boolean => one.code !== as.partner;
  const coded = partners.find((one) => isOther(one) && one.code.toLowerCase() === code.toLowerCase());
  if (coded !== undefined) return { what: 'the code on its cover', says: coded.code };
  const named = partners.filter((one) => tidyText(one.name) === name);
  if (named.length > 0 && named.every(isOther)) return { what: 'the organisation on its cover', says: name };
  const rounds = await db.selectFrom('round').select('round').where('round', '=', round).execute();
  if (round !== as.round && rounds.length > 0) return { what: 'the round on its cover', says: round };
  const numbered = await db
    .selectFrom('workbook')
    .select(['partner', 'round'])
    .where('id', '=', workbook)
    .executeTakeFirst();
  return numbered === undefined || (numbered.partner === as.partner && numbered.round === as.round)
    ? undefined
    : { what: 'the workbook number on its cover', says: `${numbered.partner}, round ${numbered.round}` };
}

/** Guesses which workbook a file without a stamp is, by its cover, its questions and the names of its answers. */
async function recognised(register: Register, installed: readonly Instrument[], raw: RawWorkbook): Promise<Finding> {
  const cover = readCover(raw);
  const wordings = await register.db
    .selectFrom('workbook')
    .select(['instrument', 'edition', 'fingerprint'])
    .distinct()
    .execute();
  let best: { readonly sent: Instrument; readonly like: Likeness } | undefined;
  for (const wording of wordings.slice(-maxWordings)) {
    const sent = await sentInstrument(register, installed, wording);
    if (sent === undefined) continue;
    const like = likenessOf(raw, sent);
    if (like.share > (best?.like.share ?? 0)) best = { sent, like };
  }
  if (best === undefined || best.like.share < minLikeness) return finding('return.not-ours', {}, {});
  const { names } = best.like;
  // Somebody typed a code or a round that the register does not have.
  const known = await register.db
    .selectFrom('partner')
    .select(['code', 'round'])
    .where('code', '=', cover.code)
    .where('round', '=', cover.round)
    .executeTakeFirst();
  const { code = '', round = '' } = known ?? {};
  return finding('return.no-stamp', {}, { title: best.sent.title, code, round, names });
}

/** A register has some dozens over the years, and a workbook is compared with each of them. */
const maxWordings = 50;

/** The issued workbooks with their partners. */
const issuedWorkbooks = ({ db }: OpenDatabase) =>
  db
    .selectFrom('workbook')
    .innerJoin('partner', (join) =>
      join
        .onRef('partner.code', '=', 'workbook.partner')
        .onRef('partner.round', '=', 'workbook.round')
        .onRef('partner.instrument', '=', 'workbook.instrument'),
    )
    .select(['partner.code', 'partner.name', 'partner.email']);

/** A stamp with the present name of its round, which may have been renamed since the workbook was issued. */
async function inPresentRound<Claim extends Stamp>(register: Register, claim: Claim): Promise<Claim | SealedStamp> {
  const { workbook: id, partner, instrument } = claim;
  const row = await register.db
    .selectFrom('workbook')
    .select('round')
    .where((where) => where.and({ id, partner, instrument }))
    .executeTakeFirst();
  if (row === undefined || row.round === claim.round) return claim;
  const { round } = row;
  return (await hadName(register, { round, instrument }, claim.round))
    ? sealStamp({ ...claim, round }, register.sealKey)
    : claim;
}

async function issuedTo(register: Register, stamp: SealedStamp): Promise<Identified['issued'] | undefined> {
  return issuedWorkbooks(register)
    .where('workbook.id', '=', stamp.workbook)
    .where('workbook.partner', '=', stamp.partner)
    .where('workbook.round', '=', stamp.round)
    .where('workbook.instrument', '=', stamp.instrument)
    .executeTakeFirst();
}
