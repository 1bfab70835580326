/**
 * A share in whole per cent, halves rounded up as spreadsheets show it; 100% only where nothing is missing.
 *
 * @param share A number from 0 to 1.
 */
export function wholePercent(share: number): string {
  // The nearest double of a half may lie below it: 0.285 times 100 is 28.499999999999996.
  const rounded = Math.round(Number((100 * share).toPrecision(12)));
  return `${share < 1 ? Math.min(rounded, 99) : rounded}%`;
}
