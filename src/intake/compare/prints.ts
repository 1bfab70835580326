import { createHash } from 'node:crypto';
import { type ByKind, byKind, isFreeText } from '../../instrument/model/fieldKinds.ts';
import type { Field, Instrument, Section } from '../../instrument/model/schema.ts';
import {
  fieldsOfItem,
  isEntries,
  isScoreField,
  itemsOfSection,
  scoreFieldOf,
} from '../../instrument/model/traverse.ts';
import { type Answer, type Answers, type Response, typedValue } from '../../response/response.ts';

/** A part of a response, by which it is compared with those of other partners. */
export interface Print {
  /** A section, or one text: its section, the key of the item or number of the row, and the field. */
  readonly part: string;
  /** Equal where another response says the same in the same part. */
  readonly digest: string;
  /** How unlikely it is that another partner says the same by chance: 10 bits are one in a thousand. */
  readonly bits: number;
}

/** The minimum number of characters of a text that is a partner's own, if it occurs once in a response. */
const ownLength = 30;

/** Bits of answers, on the careful side: texts of stock phrases and days such as the end of March are often alike. */
const ownTextBits = 10;
const otherTextBits = 2;
const dateBits = 3;

/** The sections in which something is answered, and the texts that are a partner's own. */
export function printsOf(instrument: Instrument, response: Response): readonly Print[] {
  const isKnown = remembered(knownTexts(instrument));
  // Lists without a score, as of participants, are the same where one panel answers for several partners.
  const compared = instrument.sections.filter((section) => !isEntries(section) || scoreFieldOf(section) !== undefined);
  const bySection = compared.map((section) => ({ key: section.key, given: given(section, response) }));
  const all = bySection.flatMap((one) => one.given);
  const times = countOf(all.map(({ value }) => value));
  const levels = countOf(all.filter(({ field }) => isScoreField(field)).map(({ value }) => value));
  const scored = [...levels.values()].reduce((sum, count) => sum + count, 0);
  const own = new Set(
    all.filter(
      ({ field, value }) => isFreeText(field) && value.length >= ownLength && times.get(value) === 1 && !isKnown(value),
    ),
  );
  const bitsOf = (one: Given): number => {
    const { field, value } = one;
    if (own.has(one)) return ownTextBits;
    // Who types "See the plan" into every cell has said it once.
    const count = times.get(value) ?? 1;
    return byKind(answerBits, field, {
      ofLevel: () => Math.log2(scored / (levels.get(value) ?? scored)),
      ofDay: () => dateBits / count,
      ofText: () => (isKnown(value) ? 0 : otherTextBits / count),
    });
  };
  const sections = bySection.flatMap(({ key, given: inIt }): readonly Print[] => {
    if (inIt.length === 0) return [];
    const bits = inIt.reduce((sum, one) => sum + bitsOf(one), 0);
    const content = inIt.map(({ part, value }) => [part, value]);
    return [printOf(key, content, bits)];
  });
  return [...sections, ...[...own].map(({ part, value }) => printOf(part, value, ownTextBits))];
}

const answerBits: ByKind<
  [bits: { readonly ofLevel: () => number; readonly ofDay: () => number; readonly ofText: () => number }],
  number
> = {
  score: (_field, { ofLevel }) => ofLevel(),
  text: (_field, { ofText }) => ofText(),
  date: (_field, { ofDay }) => ofDay(),
  choice: () => 0,
  choices: () => 0,
  'yes-no': () => 0,
  link: (_field, { ofText }) => ofText(),
  number: (_field, { ofText }) => ofText(),
  // It says no more than its parts.
  computed: () => 0,
};

/** Whether a text is one of the instrument's own, or is part of one. */
function knownTexts(instrument: Instrument): (text: string) => boolean {
  const { all, words } = definitions.get(instrument) ?? definitionText(instrument);
  definitions.set(instrument, { all, words });
  return (text) => {
    const json = JSON.stringify(text).slice(1, -1);
    // The first and the last may be parts of words. Most texts have another one that no definition has, which is found sooner.
    return (
      wordsOf(json)
        .slice(1, -1)
        .every((word) => words.has(word)) && all.includes(json)
    );
  };
}

/** Partners repeat their texts, and each text is looked up twice. */
function remembered(ask: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const is = ask(text);
    known.set(text, is);
    return is;
  };
}

interface DefinitionText {
  readonly all: string;
  readonly words: ReadonlySet<string>;
}

const definitions = new WeakMap<Instrument, DefinitionText>();

function definitionText(instrument: Instrument): DefinitionText {
  const all = JSON.stringify(instrument);
  return { all, words: new Set(wordsOf(all)) };
}

const wordsOf = (json: string): readonly string[] => json.split(' ');

const printOf = (part: string, content: unknown, bits: number): Print => ({
  part,
  digest: createHash('sha256')
    .update(JSON.stringify([part, content]))
    .digest('hex'),
  bits: Math.floor(bits),
});

/** An answer that has a value. */
interface Given {
  readonly part: string;
  readonly field: Field;
  readonly value: string;
}

/** The answers of a section in their order, without those that are blank or do not apply. */
function given(section: Section, response: Response): readonly Given[] {
  const found: Given[] = [];
  const add = (subject: string, fields: readonly Field[], answers: Answers | undefined): void => {
    for (const field of fields) {
      const value = textOf(answers?.get(field.key));
      if (value !== undefined) found.push({ part: `${section.key} ${subject} ${field.key}`, field, value });
    }
  };
  if (isEntries(section)) {
    for (const { entry, answers } of response.entries.get(section.key) ?? [])
      add(String(entry), section.fields, answers);
  } else {
    for (const context of itemsOfSection(section)) {
      const { key } = context.item;
      add(key, fieldsOfItem(context), response.items.get(key));
    }
  }
  return found;
}

function textOf(answer: Answer | undefined): string | undefined {
  const value = answer?.state === 'answered' ? typedValue(answer) : undefined;
  return value === undefined ? undefined : String(value);
}

function countOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
