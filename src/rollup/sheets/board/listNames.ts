/** Lists names as far as they fit: `Ashmere, Bramblewick and 12 others`. */
export function listNames(names: readonly string[], fits: (text: string) => boolean): string {
  const all = joined(names);
  if (fits(all)) return all;
  for (let shown = Math.min(names.length - 1, maxNames); shown > 0; shown -= 1) {
    const text = `${names.slice(0, shown).join(', ')} and ${others(names.length - shown)}`;
    if (fits(text)) return text;
  }
  return `${names.length} partners`;
}

/** More have never fitted into two lines. */
const maxNames = 60;

const others = (count: number): string => (count === 1 ? '1 other' : `${count} others`);

function joined(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
