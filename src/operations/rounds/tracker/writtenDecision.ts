/** A decision about returns as the analyst writes it into a tracker: `set aside 12`, `accept return.halves 15`. */
export type WrittenDecision =
  | { readonly how: 'set aside' | 'merge'; readonly ids: readonly number[] }
  | { readonly how: 'prefer'; readonly id: number }
  | { readonly how: 'accept'; readonly id: number; readonly codes: readonly string[] };

/** The form of a decision: what to do, codes of warnings, and numbers of returns. */
const form = /^(set aside|prefer|merge|accept)((?: [a-z]+\.[a-z-]+)*)((?: \d{1,9})+)$/;

/** Undefined for a text that is none. */
export function writtenDecision(text: string): WrittenDecision | undefined {
  const words = text.toLowerCase().replace(/[,;&]| and /g, ' ');
  const [, how, given = '', numbers = ''] = form.exec(words.replace(/\s+/g, ' ').trim()) ?? [];
  const codes = given.split(' ').filter((code) => code !== '');
  const ids = numbers.split(' ').flatMap((number) => (number === '' ? [] : Number(number)));
  const [id, ...others] = ids;
  if (id === undefined || (how === 'accept') !== codes.length > 0) return undefined;
  if (how === 'set aside') return { how, ids };
  if (how === 'merge') return others.length > 0 ? { how, ids } : undefined;
  if (others.length > 0) return undefined;
  return how === 'accept' ? { how, id, codes } : { how: 'prefer', id };
}

/** The numbers of the returns that a decision is about. */
export const returnsIn = (decision: WrittenDecision): readonly number[] =>
  'ids' in decision ? decision.ids : [decision.id];
