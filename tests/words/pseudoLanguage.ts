import { afterAll } from 'vitest';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import { catalogues } from '../../src/words/catalogues.ts';
import { english } from '../../src/words/english/english.ts';
import type { Words } from '../../src/words/words.ts';

/** The language of the tests: English in letters that English does not have, so that a word of any other source shows. */
export const pseudoLanguage = 'qps';

const latin = 'abcdefghijklmnopqrstuvwxyz';
const marked = 'áƀçđéƒǧħíĵķĺɱñóƥɋŕšťúṽŵẋýž';
const cyrillic = 'абцдефгхийклмнопярстувщьыз';

const inLetters =
  (others: string) =>
  (text: string): string =>
    text.replace(/[a-z]/gi, (letter) => {
      const other = others[latin.indexOf(letter.toLowerCase())] ?? letter;
      return letter === letter.toLowerCase() ? other : other.toUpperCase();
    });

/** A text of the pseudo-language. */
export const pseudo = inLetters(marked);

/** A text of a definition, in letters of its own. */
export const defined = inLetters(cyrillic);

/** The catalogue of the pseudo-language: every text of the English one, and what every function of it says around its facts. */
export const pseudoWords: Words = pseudoOf(english);

/** Gives the pseudo-language a catalogue while a file of tests runs: others share what it imports. */
export function speakPseudoLanguage(): void {
  // It is a map that nobody changes, besides these tests.
  const all = catalogues as Map<string, Words>;
  all.set(pseudoLanguage, pseudoWords);
  afterAll(() => {
    all.delete(pseudoLanguage);
  });
}

function pseudoOf<Part>(part: Part): Part {
  if (typeof part === 'string') return pseudo(part) as typeof part;
  if (Array.isArray(part)) return part.map(pseudoOf) as typeof part;
  if (typeof part === 'function') {
    // What a catalogue has besides texts, lists and records are sentences.
    const sentence = part as unknown as Sentence;
    return ((...facts: readonly unknown[]) => said(sentence, facts)) as unknown as typeof part;
  }
  const entries = Object.entries(part as object).map(([key, value]) => [key, pseudoOf(value)]);
  // The same record, of the same kinds of values.
  return Object.fromEntries(entries) as typeof part;
}

type Sentence = (...facts: readonly unknown[]) => string;

/** Facts are left as they are: signs hold their places while the words around them change. */
function said(sentence: Sentence, facts: readonly unknown[]): string {
  const texts: string[] = [];
  const held = (fact: unknown): unknown => {
    if (Array.isArray(fact)) return fact.map(held);
    if (typeof fact !== 'string') return fact;
    texts.push(fact);
    return String.fromCharCode(firstSign + texts.length - 1);
  };
  return pseudo(sentence(...facts.map(held))).replace(
    /[\uf000-\uf0ff]/g,
    (sign) => texts[sign.charCodeAt(0) - firstSign] ?? '',
  );
}

const firstSign = 0xf000;

/** An instrument in the pseudo-language: all its texts in letters of their own, its keys as they were; without an example. */
export function inPseudoLanguage({ example: _example, ...instrument }: Instrument): Instrument {
  // What such a field takes is a word of the catalogue.
  const isWord = instrument.sections.some(({ fields }) => fields.some(({ kind }) => kind === 'yes-no'))
    ? (text: string) => text === 'Yes' || text === 'No'
    : () => false;
  return { ...inDefined(instrument, isWord), language: pseudoLanguage };
}

/** Properties of definitions that people read. */
const read: ReadonlySet<string> = new Set([
  ...[
    'title',
    'shortTitle',
    'strapline',
    'publisher',
    'published',
    'sourceNote',
    'introduction',
    'paragraphs',
    'bullets',
  ],
  ...[
    'heading',
    'label',
    'meaning',
    'prompt',
    'question',
    'text',
    'guidance',
    'guidanceHeading',
    'entry',
    'options',
    'unit',
  ],
  ...['author', 'date', 'columns', 'rows', 'is', 'evidence'],
]);

function inDefined<Part>(part: Part, isWord: (text: string) => boolean, isRead = false): Part {
  if (typeof part === 'string') return (isRead && !isWord(part) ? defined(part) : part) as typeof part;
  if (Array.isArray(part)) return part.map((one) => inDefined(one, isWord, isRead)) as typeof part;
  if (typeof part !== 'object' || part === null) return part;
  // What a check of numbers is has a name of its own; what answers are is in a list.
  const isReadAt = (key: string, value: unknown): boolean => read.has(key) && (key !== 'is' || Array.isArray(value));
  const entries = Object.entries(part).map(([key, value]) => [key, inDefined(value, isWord, isReadAt(key, value))]);
  // The same record, of the same kinds of values.
  return Object.fromEntries(entries) as typeof part;
}
