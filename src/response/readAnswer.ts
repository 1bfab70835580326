import { type Finding, finding, type Place } from '../finding.ts';
import type { ChoiceField, Field, Instrument, ScoreField } from '../instrument/schema.ts';
import { chosenValue, isChosenByLabel, scaleOf } from '../instrument/traverse.ts';
import type { RawCell, RawValue } from '../spreadsheet/rawWorkbook.ts';
import { readDate } from './readDate.ts';
import { readLevel } from './readLevel.ts';
import { type Answer, answered, blank, notApplicable, unreadable } from './response.ts';
import { showValue } from './showValue.ts';
import { tidyText } from './tidyText.ts';

export interface ReadAnswer {
  readonly answer: Answer;
  /** Words that stand after "not applicable" in the same cell. */
  readonly reason?: string;
  readonly findings: readonly Finding[];
}

interface Reading {
  readonly field: Field;
  readonly value: RawValue;
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
 * Turns what stands in a cell into an answer, or into a finding when it is none.
 * An absent cell, or one that holds nothing but white space, is blank; an error value never is.
 */
export function readAnswer(
  instrument: Instrument,
  field: Field,
  cell: RawCell | undefined,
  place: Place,
  date1904: boolean,
): ReadAnswer {
  if (cell === undefined) return just(blank);
  if (cell.value.kind === 'text' && tidyText(cell.value.value) === '') {
    if (!cell.formula) return just(blank);
    return { answer: blank, findings: [finding('answer.formula-without-value', place, { field: field.heading })] };
  }
  if (cell.value.kind === 'error') {
    return {
      answer: unreadable(cell.value.value),
      findings: [finding('answer.error-value', place, { field: field.heading, value: cell.value.value })],
    };
  }
  const read = readKind({ field, value: cell.value, place, instrument, date1904 });
  return cell.formula
    ? { ...read, findings: [...read.findings, finding('answer.formula', place, { field: field.heading })] }
    : read;
}

function readKind(reading: Reading): ReadAnswer {
  switch (reading.field.kind) {
    case 'score':
      return readScore(reading, reading.field);
    case 'text':
      return readText(reading);
    case 'date':
      return readDay(reading);
    case 'choice':
      return readChoice(reading, reading.field);
  }
}

function readScore({ value, place, instrument, date1904 }: Reading, field: ScoreField): ReadAnswer {
  const scale = scaleOf(instrument, field);
  const { options } = scale;
  const typed = showValue(value, date1904);
  const chosen = options.find((option) => chosenValue(scale, option) === value.value);
  if (chosen !== undefined) return just(answered(chosen.level));
  if (field.notApplicable !== undefined) {
    const { label } = field.notApplicable;
    if (typed === label) return just(notApplicable);
    if (saysNotApplicable(typed, label)) return readAs(notApplicable, label);
    const { form = '', reason = '' } = withReason.exec(typed.trim())?.groups ?? {};
    if (saysNotApplicable(form, label) && /\p{L}/u.test(reason) && readLevel(scale, reason) === undefined) {
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
    answer: unreadable(typed),
    findings: [finding('answer.not-an-option', place, { field: field.heading, value: typed, allowed })],
  };

  function readAs(answer: Answer, taken: string): ReadAnswer {
    return { answer, findings: [finding('answer.read-as', place, { field: field.heading, value: typed, taken })] };
  }
}

function saysNotApplicable(typed: string, label: string): boolean {
  const wanted = tidyText(typed.normalize('NFKC')).toLowerCase();
  return wanted === label.toLowerCase() || notApplicableForms.has(wanted.replace(/ ?\/ ?/, '/'));
}

function readChoice({ value, place, date1904 }: Reading, field: ChoiceField): ReadAnswer {
  const typed = showValue(value, date1904);
  if (field.options.includes(typed)) return just(answered(typed));
  const wanted = tidyText(typed).toLowerCase();
  const meant = field.options.find((option) => tidyText(option).toLowerCase() === wanted);
  const facts = { field: field.heading, value: typed };
  if (meant !== undefined) {
    return { answer: answered(meant), findings: [finding('answer.read-as', place, { ...facts, taken: meant })] };
  }
  return {
    answer: unreadable(typed),
    findings: [finding('answer.not-an-option', place, { ...facts, allowed: field.options })],
  };
}

function readText({ field, value, place, date1904 }: Reading): ReadAnswer {
  const day = value.kind === 'number' && value.isDate ? readDate(value, date1904) : undefined;
  const text = day ?? showValue(value, date1904);
  const tooLong =
    text.length > cellTextLimit
      ? [finding('answer.too-long', place, { field: field.heading, length: text.length, limit: cellTextLimit })]
      : [];
  return { answer: answered(text), findings: tooLong };
}

function readDay({ field, value, place, date1904 }: Reading): ReadAnswer {
  const day = readDate(value, date1904);
  if (day !== undefined) {
    const doubtful = value.kind === 'text' && isDoubtful(value.value, day);
    const facts = { field: field.heading, value: showValue(value, date1904), day };
    return { answer: answered(day), findings: doubtful ? [finding('answer.date-read-as', place, facts)] : [] };
  }
  return {
    answer: unreadable(showValue(value, date1904)),
    findings: [finding('answer.not-a-date', place, { field: field.heading, value: showValue(value, date1904) })],
  };
}

/** Whether another day may be meant: day and month may have changed places, or the text is a bare number. */
function isDoubtful(text: string, day: string): boolean {
  const figures = text.normalize('NFKC').match(/\d+/g) ?? [];
  if (figures.length === 1) return !/\p{L}/u.test(text);
  const [, month = '', ofMonth = ''] = day.split('-');
  return !/\p{L}/u.test(text) && (figures[0] ?? '').length <= 2 && Number(ofMonth) <= 12 && month !== ofMonth;
}

const just = (answer: Answer): ReadAnswer => ({ answer, findings: [] });
