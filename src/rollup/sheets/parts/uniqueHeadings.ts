import { comparable } from '../../load/comparable.ts';

/** The headings as a table can have them, each its own: one that stands there already gets a number (practice A5). */
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
