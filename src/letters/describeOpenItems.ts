import type { Instrument } from '../instrument/model/schema.ts';
import type { Checklist } from '../scoring/plans/checklist.ts';
import { english } from '../words/english/english.ts';
import { missingAnswerText, toDoText } from '../workbook/checklist/toDo.ts';

/** Lists what is still open. Questions with the same requirement share a line, and so do rows of a sheet. */
export function describeOpenItems(instrument: Instrument, { items, entries }: Checklist): string {
  const speaking = { words: english, instrument };
  const wanted = new Map<string, string[]>();
  const want = (words: string, what: string): void => {
    wanted.set(words, [...(wanted.get(words) ?? []), what]);
  };
  for (const { item, unmet } of items) {
    for (const { requirement } of unmet.slice(0, 1)) want(toDoText(speaking, requirement), item.key);
  }
  const ofSections = entries.flatMap(({ section, tooFew, lacking }) => [
    ...(tooFew ? [`- ${section.title}: Fill in the required rows`] : []),
    ...lacking.map((one) => `- ${section.title}: ${missingAnswerText(speaking, section, one)}`),
  ]);
  const questions = points(wanted);
  wanted.clear();
  for (const { section, rows } of entries) {
    for (const { entry, unmet } of rows) {
      for (const { requirement } of unmet.slice(0, 1))
        want(`${section.title}: ${toDoText(speaking, requirement)}`, `no. ${entry}`);
    }
  }
  const all = [...questions, ...ofSections, ...points(wanted)];
  return all.length === 0 ? '- nothing' : all.join('\n');
}

const points = (wanted: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  [...wanted].map(([words, what]) => `- ${words}: ${what.join(', ')}`);
