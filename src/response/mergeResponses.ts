import type { Field, Instrument, Section } from '../instrument/model/schema.ts';
import { fieldsOfItem, givenFields, isEntries, itemsOf } from '../instrument/model/traverse.ts';
import { type Answer, type Answers, asTyped, blank, type EntryAnswers, type Response, typedValue } from './response.ts';
import { tidyText } from './tidyText.ts';

/** One of several responses of the same partner. */
export interface ResponsePart {
  /** Number of the return. */
  readonly id: number;
  readonly response: Response;
}

/** A field of an item that several responses answer differently. */
export interface Contradiction {
  readonly section: Section;
  /** Key of the item. */
  readonly reference: string;
  readonly field: Field;
  /** The answers with the numbers of their returns. */
  readonly answers: readonly { readonly id: number; readonly answer: Answer }[];
}

export interface MergedResponse {
  readonly response: Response;
  readonly contradictions: readonly Contradiction[];
  /** The number of the return from which the answer to a field of an item was taken; undefined where all left it blank. */
  readonly takenFrom: (item: string, field: string) => number | undefined;
}

/**
 * Puts responses to the same questions together: what one leaves blank is taken from another. Rows that partners add are all
 * taken, once where several have the same.
 *
 * @param prefers Number of the return of which the answers are taken where several contradict each other; the last if absent.
 */
export function mergeResponses(
  instrument: Instrument,
  parts: readonly ResponsePart[],
  prefers?: number,
): MergedResponse {
  const contradictions: Contradiction[] = [];
  const sources = new Map<string, number>();
  const items = itemsOf(instrument).map((context) => {
    const { section, item } = context;
    const { key } = item;
    const answers = givenFields({ fields: fieldsOfItem(context) }).map((field) => {
      const given = parts.flatMap(({ id, response }) => {
        const answer = asTyped(response.items.get(key)?.get(field.key) ?? blank);
        return answer.state === 'blank' ? [] : [{ id, answer }];
      });
      if (given.some(({ answer }) => !saysSame(answer, given[0]?.answer ?? blank))) {
        contradictions.push({ section, reference: key, field, answers: given });
      }
      const taken = given.find(({ id }) => id === prefers) ?? given.at(-1);
      if (taken !== undefined) sources.set(placeOf(key, field.key), taken.id);
      return [field.key, taken?.answer ?? blank] as const;
    });
    return [key, new Map(answers)] as const;
  });
  const entries = instrument.sections.filter(isEntries).map((section) => {
    const rows = parts.map(({ response }) => (response.entries.get(section.key) ?? []).map(typedRow));
    return [section.key, mergeRows(section, rows)] as const;
  });
  return {
    response: { items: new Map(items), entries: new Map(entries) },
    contradictions,
    takenFrom: (item, field) => sources.get(placeOf(item, field)),
  };
}

const typedRow = ({ entry, answers }: EntryAnswers): EntryAnswers => ({
  entry,
  answers: new Map([...answers].map(([field, answer]) => [field, asTyped(answer)])),
});

const placeOf = (item: string, field: string): string => JSON.stringify([item, field]);

const saysSame = (one: Answer, other: Answer): boolean =>
  one.state === other.state && tidyText(String(typedValue(one))) === tidyText(String(typedValue(other)));

/** Rows keep their numbers where these are free; the others follow after the last. */
function mergeRows(section: Section, all: readonly (readonly EntryAnswers[])[]): readonly EntryAnswers[] {
  const merged: EntryAnswers[] = [];
  for (const row of all.flat()) {
    const place = merged.findIndex((other) => isSameRow(section, row.answers, other.answers));
    const known = merged[place];
    if (known !== undefined) {
      merged[place] = { entry: known.entry, answers: filledUp(section, known.answers, row.answers) };
      continue;
    }
    const isFree = merged.every(({ entry }) => entry !== row.entry);
    const last = Math.max(0, ...all.flat().map(({ entry }) => entry), ...merged.map(({ entry }) => entry));
    merged.push(isFree ? row : { entry: last + 1, answers: row.answers });
  }
  return merged.toSorted((a, b) => a.entry - b.entry);
}

/** Whether two rows say something in common, and nothing that contradicts each other. */
function isSameRow({ fields }: Section, one: Answers, other: Answers): boolean {
  const both = fields.flatMap(({ key }) => {
    const [a, b] = [one.get(key) ?? blank, other.get(key) ?? blank];
    return a.state === 'blank' || b.state === 'blank' ? [] : [saysSame(a, b)];
  });
  return both.length > 0 && both.every((isSame) => isSame);
}

const filledUp = ({ fields }: Section, one: Answers, other: Answers): Answers =>
  new Map(
    fields.map(({ key }) => {
      const answer = one.get(key) ?? blank;
      return [key, answer.state === 'blank' ? (other.get(key) ?? blank) : answer];
    }),
  );
