/** Compares texts as people sort them, numbers by value; undefined comes last. */
export function compareTexts(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return one.localeCompare(other, 'en', { numeric: true });
}
