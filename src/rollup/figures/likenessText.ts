import type { Likeness } from '../../intake/compare/alikeOthers.ts';

/** Describes a likeness, as in `X02 (return 7): sections 1, 2; 3 texts`. */
export const likenessText = (likeness: Likeness): string =>
  `${likeness.partner} (return ${likeness.other}): ${sharedText(likeness)}`;

/** Describes equal answers, as in `sections 1, 2; 3 texts`. */
export function sharedText({ sections, texts }: Likeness): string {
  return [
    ...(sections.length === 0 ? [] : [`${sections.length === 1 ? 'section' : 'sections'} ${sections.join(', ')}`]),
    ...(texts === 0 ? [] : [`${texts} ${texts === 1 ? 'text' : 'texts'}`]),
  ].join('; ');
}
