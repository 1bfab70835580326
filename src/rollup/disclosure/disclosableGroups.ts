/**
 * Selects the groups that may be shown separately: those that reach the threshold. The others are merged. If the merged ones
 * do not reach it either, the smallest of the rest joins them (secondary suppression): otherwise the total less the groups
 * that are shown would disclose them.
 *
 * @param sizes Number of members of each group.
 * @param ungrouped Number of members without a group, who are shown with the merged ones.
 */
export function disclosableGroups(
  sizes: ReadonlyMap<string, number>,
  threshold: number,
  ungrouped = 0,
): ReadonlySet<string> {
  const smallestFirst = [...sizes].toSorted(([a, one], [b, other]) => one - other || (a < b ? -1 : 1));
  let merged = ungrouped;
  const separate = smallestFirst.filter(([, size]) => {
    if (size >= threshold && (merged === 0 || merged >= threshold)) return true;
    merged += size;
    return false;
  });
  return new Set(separate.map(([group]) => group));
}
