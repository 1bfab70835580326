import type { LineChart } from '../../../spreadsheet/charts/chart.ts';

/** An axis for shares, from 0 to the next quarter above the largest: small movements are seen, and none is exaggerated. */
export function shareAxis(shares: readonly number[]): NonNullable<LineChart['axis']> {
  const max = Math.max(1, Math.ceil(Math.max(0, ...shares) * 4)) / 4;
  return { min: 0, max, step: max / 5 };
}
