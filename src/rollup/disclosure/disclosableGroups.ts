/**
 * Which groups may be told apart: those of at least so many. The others are told together, which has to be as many, too,
 * or else the smallest of the rest joins them: what is known of all would otherwise leave theirs over (practice G2).
 *
 * @param sizes How many each group has.
 * @param ungrouped How many belong to no group, and so are told together with the others.
 */
export function disclosableGroups(
  sizes: ReadonlyMap<string, number>,
  fewest: number,
  ungrouped = 0,
): ReadonlySet<string> {
  const smallestFirst = [...sizes].toSorted(([a, one], [b, other]) => one - other || (a < b ? -1 : 1));
  let together = ungrouped;
  const told = smallestFirst.filter(([, size]) => {
    if (size >= fewest && (together === 0 || together >= fewest)) return true;
    together += size;
    return false;
  });
  return new Set(told.map(([group]) => group));
}
