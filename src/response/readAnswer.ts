import { type Finding, finding, type Place } from '../finding/index.ts';
import { isAddress, joinOptions, yesNo, yesNoWord } from '../instrument/model/answerForms.ts';
import { type ByKind, byKind, fieldTraits, isComputed, isFreeText } from '../instrument/model/fieldKinds.ts';
import { decimalsIn, decimalsOf, describeNumber, isAnswer, showNumber } from '../instrument/model/numbers.ts';
import type {
  ChoiceField,
  ChoicesField,
  Field,
  Instrument,
  NumberField,
  ScoreField,
} from '../instrument/model/schema.ts';
import { chosenValue, isChosenByLabel, scaleOf } from '../instrument/model/traverse.ts';
import type { RawCell, RawValue } from '../spreadsheet/model/rawWorkbook.ts';
import { type ShownValue, shownValue } from '../spreadsheet/read/shownValue.ts';
import { isLinkFormula } from '../spreadsheet/xml/hyperlinks.ts';
import { wordsOf } from '../words/wordsOf.ts';
import { britishDate, readDate } from './readDate.ts';
import { readLevel } from './readLevel.ts';
import { readStoredNumber, readWrittenNumber } from './readNumber.ts';
import { type Answer, answered, blank, notApplicable, typedValue, unreadable } from './response.ts';
import { quoteBoth } from './showValue.ts';
import { tidyText } from './tidyText.ts';
import { withAddress } from './withAddress.ts';

export interface ReadAnswer {
  readonly answer: Answer;
  /** Words after "not applicable" in the same cell. */
  readonly reason?: string;
  readonly findings: readonly Finding[];
}

interface Reading {
  readonly field: Field;
  readonly value: RawValue;
  readonly seen: ShownValue;
  /** Target of a link on the cell. */
  readonly link: string | undefined;
  readonly place: Place;
  readonly instrument: Instrument;
  readonly date1904: boolean;
}

const cellTextLimit = 32_767;

/** Ways in which people write "not applicable" when they type over the list. */
const notApplicableForms = new Set(['n/a', 'na', 'n.a.', 'not applicable', 'not relevant']);

/** The same with its reason: `N/A - not commissioned`, `Not applicable (no prison here)`. */
const withReason =
  /^(?<form>[^-\u2013\u2014:;,(\n]{1,60}?)(?: ?[-\u2013\u2014:;,(\n]|(?= (?:as|because|since) ))(?<reason>.+)$/su;

/**
 * Converts a cell into an answer, or into a finding if it is not one. A missing cell, or one with only white space, is
 * blank; an error value never is.
 */
export function readAnswer(
  instrument: Instrument,
  field: Field,
  cell: RawCell | undefined,
  place: Place,
  date1904: boolean,
): ReadAnswer {
  // What is in its cell says nothing: the figure is computed from the answers.
  if (cell === undefined || isComputed(field)) return just(blank);
  const read = readCell(instrument, field, cell, place, date1904);
  return { ...read, findings: [...read.findings, ...linkFindings(field, cell, place, read.answer)] };
}

/** Only a text answer includes the address of its link. */
function linkFindings(field: Field, cell: RawCell, place: Place, answer: Answer): readonly Finding[] {
  const { link, formulaText = '' } = cell;
  if (link === undefined) {
    return isLinkFormula(formulaText) ? [finding('answer.link-computed', place, { field: field.heading })] : [];
  }
  if (answer.state === 'answered' && (isFreeText(field) || answer.value === link)) return [];
  if (answer.state === 'blank') return [finding('answer.link-alone', place, { field: field.heading, link })];
  return [finding('answer.link', place, { field: field.heading, link })];
}

function readCell(instrument: Instrument, field: Field, cell: RawCell, place: Place, date1904: boolean): ReadAnswer {
  if (cell.value.kind === 'text' && tidyText(cell.value.value) === '') {
    if (!cell.formula) return just(blank);
    return { answer: blank, findings: [finding('answer.formula-without-value', place, { field: field.heading })] };
  }
  if (cell.value.kind === 'picture') {
    const code = isFreeText(field) ? 'answer.picture' : 'answer.picture-for-option';
    const { value } = cell.value;
    return { answer: unreadable(value), findings: [finding(code, place, { field: field.heading, value })] };
  }
  if (cell.value.kind === 'error') {
    return {
      answer: unreadable(cell.value.value),
      findings: [finding('answer.error-value', place, { field: field.heading, value: cell.value.value })],
    };
  }
  const { value, link } = cell;
  const reading = { field, value, seen: shownValue(value, date1904), link, place, instrument, date1904 };
  const read = byKind(readers, field, reading);
  return {
    ...read,
    findings: [
      ...read.findings,
      ...(matchesDisplay(reading, read.answer) ? [] : [shownOtherwise(reading, read.answer)]),
      ...(cell.formula ? [finding('answer.formula', place, { field: field.heading })] : []),
      ...(cell.struck === undefined ? [] : [struckOut(reading, cell.struck)]),
    ],
  };
}

const readers: ByKind<[reading: Reading], ReadAnswer> = {
  score: readScore,
  text: (_field, reading) => readText(reading),
  date: (_field, reading) => readDay(reading),
  choice: readChoice,
  number: readNumber,
  'yes-no': readYesNo,
  link: readLink,
  choices: readChoices,
  computed: () => just(blank),
};

/**
 * Whether a person who reads the displayed cell gets the same answer. A cell that is no answer is quoted as displayed
 * and as stored.
 */
function matchesDisplay(reading: Reading, answer: Answer): boolean {
  const { field, value, seen } = reading;
  if (isFreeText(field)) return seen.held === undefined;
  if (answer.state === 'unreadable' || seen.text === String(value.value)) return seen.held !== seen.text;
  if (isDay(field, answer) && seen.text === britishDate(answer.value)) return true;
  const asShown: Reading = { ...reading, value: { kind: 'text', value: seen.text }, seen: { text: seen.text } };
  const again = byKind(readers, field, asShown).answer;
  return again.state === answer.state && typedValue(again) === typedValue(answer);
}

const isDay = ({ kind }: Field, answer: Answer): answer is Extract<Answer, { state: 'answered' }> =>
  fieldTraits[kind].isDay && answer.state === 'answered';

/** Nobody can say whether words that are struck out still count: they are stored with the answer. */
const struckOut = ({ field, seen, place }: Reading, struck: string | true): Finding =>
  finding('answer.struck-out', place, { field: field.heading, struck: struck === true ? seen.text : struck });

function shownOtherwise({ field, value, seen, place }: Reading, answer: Answer): Finding {
  return finding('answer.shown-otherwise', place, {
    field: field.heading,
    // A cell that displays nothing is quoted by its stored value.
    shown: seen.text === seen.held ? '' : seen.text,
    held: isDay(field, answer) ? britishDate(answer.value) : (seen.held ?? String(value.value)),
  });
}

function readScore(field: ScoreField, { value, seen, place, instrument }: Reading): ReadAnswer {
  const scale = scaleOf(instrument, field);
  const { options } = scale;
  const chosen = options.find((option) => chosenValue(scale, option) === value.value);
  if (chosen !== undefined) return just(answered(chosen.level));
  const typed = value.kind === 'text' ? value.value : quoteBoth(seen);
  if (field.notApplicable !== undefined) {
    const { label } = field.notApplicable;
    if (typed === label) return just(notApplicable);
    if (isNotApplicableText(typed, label)) return readAs(notApplicable, label);
    const { form = '', reason = '' } = withReason.exec(typed.trim())?.groups ?? {};
    if (isNotApplicableText(form, label) && /\p{L}/u.test(reason) && readLevel(scale, reason) === undefined) {
      return { ...readAs(notApplicable, label), reason: reason.replace(/\)$/, '').trim() };
    }
  }
  const level = readLevel(scale, typed);
  const meant = options.find((option) => option.level === level);
  if (value.kind === 'text' && meant !== undefined) {
    return readAs(answered(meant.level), String(chosenValue(scale, meant)));
  }
  const allowed = [
    ...options.map((option) => (isChosenByLabel(scale) ? option.label : `${option.level} (${option.label})`)),
    ...(field.notApplicable === undefined ? [] : [field.notApplicable.label]),
  ];
  return {
    answer: unreadable(quoteBoth(seen)),
    findings: [finding('answer.not-an-option', place, { field: field.heading, value: quoteBoth(seen), allowed })],
  };

  function readAs(answer: Answer, taken: string): ReadAnswer {
    return { answer, findings: [finding('answer.read-as', place, { field: field.heading, value: typed, taken })] };
  }
}

function isNotApplicableText(typed: string, label: string): boolean {
  const wanted = tidyText(typed.normalize('NFKC')).toLowerCase();
  return wanted === label.toLowerCase() || notApplicableForms.has(wanted.replace(/ ?\/ ?/, '/'));
}

function readChoice(field: ChoiceField, { value, seen, place }: Reading): ReadAnswer {
  const typed = [seen.text, String(value.value)];
  const chosen = typed.find((text) => field.options.includes(text));
  if (chosen !== undefined) return just(answered(chosen));
  const wanted = typed.map((text) => tidyText(text).toLowerCase());
  const meant = field.options.find((option) => wanted.includes(tidyText(option).toLowerCase()));
  const facts = { field: field.heading, value: quoteBoth(seen) };
  if (meant !== undefined) {
    return { answer: answered(meant), findings: [finding('answer.read-as', place, { ...facts, taken: meant })] };
  }
  return {
    answer: unreadable(facts.value),
    findings: [finding('answer.not-an-option', place, { ...facts, allowed: field.options })],
  };
}

/** Other ways of writing the two answers. */
const yesNoForms: ReadonlyMap<string, (typeof yesNo)[number]> = new Map([
  ...['yes', 'y', 'true'].map((form) => [form, 'Yes'] as const),
  ...['no', 'n', 'false'].map((form) => [form, 'No'] as const),
]);

function readYesNo(field: Field, { value, seen, place, instrument }: Reading): ReadAnswer {
  const { cells } = wordsOf(instrument);
  const chosen = yesNo.find((answer) => answer === value.value || yesNoWord(cells, answer) === value.value);
  if (chosen !== undefined) return just(answered(chosen));
  const facts = { field: field.heading, value: quoteBoth(seen) };
  const typed = tidyText(seen.text.normalize('NFKC')).toLowerCase();
  const meant = yesNo.find((answer) => yesNoWord(cells, answer).toLowerCase() === typed) ?? yesNoForms.get(typed);
  return meant === undefined
    ? notAnOption(facts, place, cells.yesNo)
    : { answer: answered(meant), findings: [finding('answer.read-as', place, { ...facts, taken: meant })] };
}

/** Takes the target of the cell's link if its words are no address, as programs show a title in its place. */
function readLink(field: Field, { seen, link, place }: Reading): ReadAnswer {
  const typed = quoteBoth(seen);
  const facts = { field: field.heading, value: typed };
  if (isAddress(typed)) return just(answered(typed));
  const bare = tidyText(typed);
  const meant = [bare, /^www\./i.test(bare) ? `https://${bare}` : '', link ?? ''].find(isAddress);
  return meant === undefined
    ? { answer: unreadable(typed), findings: [finding('answer.not-an-address', place, facts)] }
    : { answer: answered(meant), findings: [finding('answer.address-read-as', place, { ...facts, taken: meant })] };
}

/** Numbers of options with semicolons between are as the cell takes them; commas, line breaks and the words are reported. */
function readChoices(field: ChoicesField, { value, seen, place }: Reading): ReadAnswer {
  const { heading, options } = field;
  const typed = value.kind === 'text' ? value.value : seen.text;
  const facts = { field: heading, value: quoteBoth(seen) };
  const digits = typed.replaceAll(' ', '').split(';');
  const byNumber = chosenBy(field, digits, (part) => options[/^[1-9]$/.test(part) ? Number(part) - 1 : -1]);
  if (byNumber !== undefined) return just(answered(byNumber));
  const taken = [/[;\n]/, /[;,\n]/]
    .map((separator) =>
      chosenBy(
        field,
        typed
          .normalize('NFKC')
          .split(separator)
          .map(tidyText)
          .filter((part) => part !== ''),
        (part) => optionNamed(field, part),
      ),
    )
    .find((read) => read !== undefined);
  return taken === undefined
    ? notAnOption(
        facts,
        place,
        options.map((option, index) => `${index + 1} (${option})`),
      )
    : { answer: answered(taken), findings: [finding('answer.read-as', place, { ...facts, taken })] };
}

/** The options that the parts of a text name; undefined if one of them names none. */
function chosenBy(
  field: ChoicesField,
  parts: readonly string[],
  optionOf: (part: string) => string | undefined,
): string | undefined {
  const chosen = parts.flatMap((part) => optionOf(part) ?? []);
  return parts.length === 0 || chosen.length < parts.length ? undefined : joinOptions(field, new Set(chosen));
}

/** The option with a number, or words, or both. */
const optionNamed = ({ options }: ChoicesField, part: string): string | undefined =>
  options.find((option, index) => {
    const words = tidyText(option).toLowerCase();
    return [`${index + 1}`, words, `${index + 1} ${words}`, `${index + 1}. ${words}`].includes(part.toLowerCase());
  });

const notAnOption = (
  facts: { readonly field: string; readonly value: string },
  place: Place,
  allowed: readonly string[],
): ReadAnswer => ({
  answer: unreadable(facts.value),
  findings: [finding('answer.not-an-option', place, { ...facts, allowed })],
});

function readNumber(field: NumberField, { value, seen, place }: Reading): ReadAnswer {
  const typed = quoteBoth(seen);
  const facts = { field: field.heading, value: typed, wanted: describeNumber(field) };
  const read = value.kind === 'number' ? readStoredNumber(field, value) : readWrittenNumber(field, String(value.value));
  if (read.is === 'none') return refused('answer.not-a-number');
  if (read.is === 'unclear') return refused('answer.number-unclear');
  if (field.as === 'integer' && !Number.isInteger(read.value)) return refused('answer.not-whole');
  if (!isAnswer(field, read.value)) return refused('answer.beyond-limits');
  const decimals = decimalsOf(field);
  const isExact = decimalsIn(read.value) <= decimals;
  return {
    answer: answered(read.value),
    findings: [
      ...(read.isWritten === true
        ? [finding('answer.number-read-as', place, { ...facts, taken: showNumber(field, read.value) })]
        : []),
      ...(isExact ? [] : [finding('answer.many-decimals', place, { ...facts, decimals })]),
    ],
  };

  function refused(
    code: 'answer.not-a-number' | 'answer.number-unclear' | 'answer.not-whole' | 'answer.beyond-limits',
  ): ReadAnswer {
    return { answer: unreadable(typed), findings: [finding(code, place, facts)] };
  }
}

function readText({ field, seen, link, place }: Reading): ReadAnswer {
  const text = withAddress(quoteBoth(seen), link);
  const tooLong =
    text.length > cellTextLimit
      ? [finding('answer.too-long', place, { field: field.heading, length: text.length, limit: cellTextLimit })]
      : [];
  return { answer: answered(text), findings: tooLong };
}

function readDay({ field, value, seen, place, date1904 }: Reading): ReadAnswer {
  const day = readDate(value, date1904);
  if (day !== undefined) {
    const doubtful = value.kind === 'text' && isDoubtful(value.value, day);
    const facts = { field: field.heading, value: quoteBoth(seen), day };
    return { answer: answered(day), findings: doubtful ? [finding('answer.date-read-as', place, facts)] : [] };
  }
  const typed = isFarDay(value, seen) ? `${seen.text} (${value.value})` : quoteBoth(seen);
  return {
    answer: unreadable(typed),
    findings: [finding('answer.not-a-date', place, { field: field.heading, value: typed })],
  };
}

/** A number typed for something else displays as a day long ago: 2027 as 19/07/1905. */
const isFarDay = (value: RawValue, seen: ShownValue): boolean =>
  value.kind === 'number' && value.isDate && Number(seen.text) !== value.value;

/** Whether another day may be meant: day and month may be swapped, or the text is a bare number. */
function isDoubtful(text: string, day: string): boolean {
  const figures = text.normalize('NFKC').match(/\d+/g) ?? [];
  if (figures.length === 1) return !/\p{L}/u.test(text);
  const [, month = '', ofMonth = ''] = day.split('-');
  return !/\p{L}/u.test(text) && (figures[0] ?? '').length <= 2 && Number(ofMonth) <= 12 && month !== ofMonth;
}

const just = (answer: Answer): ReadAnswer => ({ answer, findings: [] });
