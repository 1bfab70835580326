import type { Scale } from '../instrument/model/schema.ts';
import { isChosenByLabel } from '../instrument/model/traverse.ts';
import { tidyText } from './tidyText.ts';

/** Nobody writes a level in more characters. */
const longest = 500;

/**
 * The level meant by somebody who typed over the list: `3`, `3.0`, `level 3`, `Good`, `3 - Good`, `Good (3)`, in any
 * capitals and in full-width digits. Undefined if there is none, or if number and label contradict each other.
 */
export function readLevel(scale: Scale, typed: string): number | undefined {
  if (typed.length > longest) return undefined;
  const text = tidyText(typed.normalize('NFKC')).toLowerCase();
  const labelled = scale.options.find(({ label }) => folded(label) === text);
  if (labelled !== undefined || isChosenByLabel(scale)) return labelled?.level;
  const bare = text.replace(/^'/, '').replace(/^(?:level|score)\s*[:=]?\s*/, '');
  const figure = /^\(?(\d+)(?:[.,]0*)?\)?$/.exec(bare)?.[1];
  const [, first, label] = /^\(?(\d+)[\s.,:=()\u2013\u2014-]*([^\s.,:=()\u2013\u2014-].*?)\)?$/.exec(bare) ?? [];
  const end = /\(?(?<!\d)(\d+)\)?$/.exec(bare);
  const [labelFirst, last] = end === null ? [] : [bare.slice(0, end.index).trim(), end[1]];
  return scale.options.find(
    (option) =>
      (figure !== undefined && option.level === Number(figure)) ||
      (first !== undefined && option.level === Number(first) && label === folded(option.label)) ||
      (last !== undefined && option.level === Number(last) && labelFirst === folded(option.label)),
  )?.level;
}

const folded = (label: string): string => tidyText(label.normalize('NFKC')).toLowerCase();
