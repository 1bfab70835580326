import { type FindingOf, finding } from '../../../finding/index.ts';
import { type Branding, brandingSchema } from '../../../instrument/model/branding.ts';
import { onlyAddress } from '../../../partners/emailAddresses.ts';
import { loadDetail, storedDetail } from '../../../register/rows/contentStore.ts';
import type { Register } from '../../../register/tables/register.ts';
import type { Round } from '../../../rounds/round/roundStatus.ts';
import { describeUkTime } from '../../../time.ts';
import { readBranding } from '../../input/readBranding.ts';
import { UsageError } from '../../terminal/context.ts';

/** What the command line gives for the whole round: a value, false to take it away, or nothing to leave it as it was. */
export interface GivenOptions {
  readonly returnTo?: string | false;
  readonly marking?: string | false;
  readonly previous?: string | false;
  /** A file. */
  readonly branding?: string | false;
}

/** What the workbooks of a round say besides the instrument. */
export interface RoundOptions {
  readonly due: Date;
  readonly returnTo?: string;
  readonly marking?: string;
  /** Name of an earlier round. */
  readonly previous?: string;
  readonly branding?: Branding;
}

/** The same options as they were read and checked. */
export type ReadOptions = { readonly [Key in keyof GivenOptions]: Exclude<RoundOptions[Key], undefined> | false };

/**
 * Reads and checks what is given.
 *
 * @throws UsageError or FindingsError for an option that cannot be used.
 */
export function readOptions({ returnTo, marking, previous, branding }: GivenOptions): ReadOptions {
  return {
    ...(returnTo === undefined ? {} : { returnTo: returnTo === false ? returnTo : returnAddress(returnTo) }),
    ...(marking === undefined ? {} : { marking: marking === false ? marking : oneLine('--marking', marking) }),
    ...(previous === undefined ? {} : { previous: previous === false ? previous : oneLine('--previous', previous) }),
    ...(branding === undefined ? {} : { branding: branding === false ? branding : readBranding(branding) }),
  };
}

/**
 * The options of a round: those that are given, and otherwise those that it has.
 *
 * @param before The round as it was generated before.
 */
export async function roundOptions(
  register: Register,
  given: ReadOptions & { readonly due: Date },
  before: Round | undefined,
): Promise<RoundOptions> {
  const known = await loadDetail(register, before?.branding, brandingSchema);
  const { due, returnTo = before?.returnTo, marking = before?.marking } = given;
  const { previous = before?.previous, branding = known } = given;
  return {
    due,
    ...(returnTo ? { returnTo } : {}),
    ...(marking ? { marking } : {}),
    ...(previous ? { previous } : {}),
    ...(branding ? { branding } : {}),
  };
}

/** An option of a round that is not as it was. */
export type RoundChange = FindingOf<'round.changed'>;

/** The options of a round that are not as they were, a finding for each. */
export async function changedOptions(
  register: Register,
  before: Round,
  now: RoundOptions,
): Promise<readonly RoundChange[]> {
  const brandingBefore = await loadDetail(register, before.branding, brandingSchema);
  const changed = (what: string, from: string | undefined, to: string | undefined): RoundChange =>
    finding('round.changed', {}, { round: before.round, what, from: from ?? null, to: to ?? null });
  const ifOther = (what: string, from: string | undefined, to: string | undefined): readonly RoundChange[] =>
    from === to ? [] : [changed(what, from, to)];
  const digest = now.branding === undefined ? undefined : storedDetail(now.branding).digest;
  return [
    ...ifOther('deadline', describeUkTime(before.due), describeUkTime(now.due)),
    ...ifOther('return address', before.returnTo, now.returnTo),
    ...ifOther('marking', before.marking, now.marking),
    ...ifOther('earlier round', before.previous, now.previous),
    ...(before.branding === digest
      ? []
      : [changed('branding', before.branding && nameOf(brandingBefore), now.branding && nameOf(now.branding))]),
  ];
}

const nameOf = ({ name, strapline, colour }: Branding = {}): string => name ?? strapline ?? colour ?? 'a logo';

function returnAddress(text: string): string {
  const line = oneLine('--return-to', text);
  if (onlyAddress(line) !== undefined) return line;
  throw new UsageError(
    `--return-to "${line}" is not an e-mail address. Write one, as in --return-to returns@region.example.`,
  );
}

/** What the cover or every sheet says has to fit there. */
function oneLine(option: string, text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length > 0 && line.length <= 200) return line;
  throw new UsageError(`${option} is ${line.length === 0 ? 'empty' : 'too long'}: write up to 200 characters.`);
}
