import { comparable } from '../../load/comparable.ts';

/** Makes headings unique, as Excel's tables need them: a repeated one gets a number. */
export function uniqueHeadings(headings: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return headings.map((heading) => {
    let [unique, number] = [heading, 1];
    while (taken.has(comparable(unique))) {
      number += 1;
      unique = `${heading} (${number})`;
    }
    taken.add(comparable(unique));
    return unique;
  });
}
