import { finding } from '../../finding/index.ts';
import { type Branding, brandingSchema } from '../../instrument/model/branding.ts';
import { onlyAddress } from '../../partners/emailAddresses.ts';
import { Refusal } from '../../refusal.ts';
import { loadDetail, storedDetail } from '../../register/rows/storedDetails.ts';
import type { Register } from '../../register/tables/register.ts';
import type { Round } from '../../rounds/round/roundStatus.ts';
import { describeUkTime } from '../../time.ts';
import type { OptionChange } from './roundChanges.ts';

/** What the workbooks of a round say besides the instrument. */
export interface RoundOptions {
  readonly due: Date;
  readonly returnTo?: string;
  readonly marking?: string;
  /** Name of an earlier round. */
  readonly previous?: string;
  readonly branding?: Branding;
}

/** What is given for a round: a value, false to remove it, or nothing to leave it unchanged. */
export type GivenOptions = {
  readonly [Key in keyof Omit<RoundOptions, 'due'>]?: Exclude<RoundOptions[Key], undefined> | false;
};

/**
 * The options with their texts on one line each.
 *
 * @throws Refusal for a text that cannot be used.
 */
export function checkedOptions({ returnTo, marking, previous, branding }: GivenOptions): GivenOptions {
  return {
    ...(returnTo === undefined ? {} : { returnTo: returnTo === false ? returnTo : returnAddress(returnTo) }),
    ...(marking === undefined ? {} : { marking: marking === false ? marking : oneLine('marking', marking) }),
    ...(previous === undefined ? {} : { previous: previous === false ? previous : oneLine('previous', previous) }),
    ...(branding === undefined ? {} : { branding }),
  };
}

/**
 * The options of a round: those that are given, and otherwise those that it has.
 *
 * @param before The round as it was generated before.
 */
export async function roundOptions(
  register: Register,
  given: GivenOptions & { readonly due: Date },
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

/** How the options of a round differ from those that it had, a finding for each. */
export async function changedOptions(
  register: Register,
  before: Round,
  now: RoundOptions,
): Promise<readonly OptionChange[]> {
  const brandingBefore = await loadDetail(register, before.branding, brandingSchema);
  const changed = (what: string, from: string | undefined, to: string | undefined): OptionChange =>
    finding('round.changed', {}, { round: before.round, what, from: from ?? null, to: to ?? null });
  const ifOther = (what: string, from: string | undefined, to: string | undefined): readonly OptionChange[] =>
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
  const line = oneLine('returnTo', text);
  if (onlyAddress(line) !== undefined) return line;
  throw new Refusal(
    'text.unusable',
    (input) =>
      `${input('returnTo')} "${line}" is not an e-mail address. Write one, as in ${input('returnTo')} returns@region.example.`,
  );
}

/** What the cover or every sheet says has to fit there. */
function oneLine(name: string, text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length > 0 && line.length <= 200) return line;
  throw new Refusal(
    'text.unusable',
    (input) => `${input(name)} is ${line.length === 0 ? 'empty' : 'too long'}: write up to 200 characters.`,
  );
}
