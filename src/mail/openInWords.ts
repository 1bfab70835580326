import type { Checklist } from '../scoring/checklist.ts';
import { toDoWords } from '../workbook/sheets/collected.ts';

/** What is still open, as points of a list: the questions together of which the same is wanted. */
export function openInWords({ items, entries }: Checklist): string {
  const wanted = new Map<string, string[]>();
  for (const { item, missing } of items) {
    if (missing === undefined) continue;
    const words = toDoWords(missing);
    wanted.set(words, [...(wanted.get(words) ?? []), item.key]);
  }
  const rows = entries.flatMap(({ section, missing }) =>
    missing === undefined ? [] : [`- ${section.title}: ${rowWords[missing]}`],
  );
  const points = [...[...wanted].map(([words, keys]) => `- ${words}: ${keys.join(', ')}`), ...rows];
  return points.length === 0 ? '- nothing' : points.join('\n');
}

const rowWords = {
  rows: 'Fill in the rows that are needed',
  'rest of rows': 'Complete the rows that are begun',
} as const;
