import { asStored, currencyOf, decimalsOf, unitOf } from '../instrument/model/numbers.ts';
import type { NumberField } from '../instrument/model/schema.ts';
import type { RawValue } from '../spreadsheet/model/rawWorkbook.ts';
import { tidyText } from './tidyText.ts';

/** `unclear` could mean different numbers; `none` means no single one. */
export type ReadNumber =
  | {
      readonly is: 'number';
      readonly value: number;
      /** Whether it is written otherwise than a cell of the workbook holds it. */
      readonly isWritten?: true;
    }
  | { readonly is: 'none' }
  | { readonly is: 'unclear' };

/**
 * The number that a cell holds. Of a percentage, a cell with a percent sign in its format holds the share: 0.12 is 12%.
 * Without the sign, 12 is taken for 12%, and 0.12 could be either.
 */
export function readStoredNumber(
  { as }: NumberField,
  { value, isDate, format = '' }: Extract<RawValue, { readonly kind: 'number' }>,
): ReadNumber {
  // Excel turns 10-20 and 3/4 into days.
  if (isDate) return { is: 'none' };
  const showsPercent = format.replace(/"[^"]*"?|[\\_*]./gs, '').includes('%');
  if (as !== 'percentage') return showsPercent ? { is: 'unclear' } : { is: 'number', value };
  if (showsPercent || value === 0) return { is: 'number', value: asStored(value * 100) };
  return isShareOrPercent(value) ? { is: 'unclear' } : { is: 'number', value, isWritten: true };
}

/** Whether a number without a percent sign could be a share of one as well. */
const isShareOrPercent = (value: number): boolean => value !== 0 && Math.abs(value) <= 1;

/** Nobody writes a number in more characters. */
const longest = 60;

/**
 * The number that a text says for certain: `1,250`, `£1.2m`, `12 %`, with minus signs, spaces and digits of any kind. Words
 * beside it, such as about, make it none; a comma before one, two or four digits makes it unclear.
 */
export function readWrittenNumber(field: NumberField, typed: string): ReadNumber {
  // A raised figure is a note: 12² would become 122.
  if (typed.length > longest || /\p{No}/u.test(typed)) return { is: 'none' };
  const { sign, text } = withoutSign(field, inPlainCharacters(typed));
  const [, figures = '', rest = ''] = /^([\d.,' ]*\d\.?)(?!\d)(.*)$/.exec(text) ?? [];
  const unit = scaleOfUnit(field, rest.trim());
  if (figures === '' || unit === undefined) return { is: 'none' };
  const number = readFigures(figures.trim(), unit.isScaled || decimalsOf(field) > 2);
  if (number === undefined) return { is: 'none' };
  if (number === 'unclear') return { is: 'unclear' };
  const value = asStored(sign * number * unit.times);
  if (field.as === 'percentage' && !unit.isPercent && isShareOrPercent(value)) return { is: 'unclear' };
  return { is: 'number', value: value === 0 ? 0 : value, isWritten: true };
}

/** One sign before or after that of the currency; brackets are a minus sign to accountants. */
function withoutSign(field: NumberField, text: string): { readonly sign: 1 | -1; readonly text: string } {
  const inBrackets = /^\((.*)\)$/.exec(text)?.[1];
  if (inBrackets !== undefined && field.as === 'money') return { sign: -1, text: withoutCurrency(field, inBrackets) };
  const [, first = '', after = ''] = /^([+-]?) ?(.*)$/.exec(text) ?? [];
  const bare = withoutCurrency(field, after);
  const [, second = '', figures = ''] =
    first === '' && bare !== after ? (/^([+-]?) ?(.*)$/.exec(bare) ?? []) : ['', '', bare];
  return { sign: first === '-' || second === '-' ? -1 : 1, text: figures };
}

function withoutCurrency(field: NumberField, text: string): string {
  const signs = currencySigns(field);
  const own = signs.find((sign) => text.toLowerCase().startsWith(sign.toLowerCase()));
  return own === undefined ? text : text.slice(own.length).trim();
}

function currencySigns(field: NumberField): readonly string[] {
  const sign = currencyOf(field);
  if (sign === undefined) return [];
  return sign === '£' ? ['£', 'GBP'] : [sign];
}

interface UnitScale {
  readonly times: number;
  /** Whether a word such as million stands for digits. */
  readonly isScaled: boolean;
  readonly isPercent: boolean;
}

const scales: ReadonlyMap<string, number> = new Map([
  ...['k', 'thousand'].map((word) => [word, 1e3] as const),
  ...['m', 'mn', 'mio', 'million'].map((word) => [word, 1e6] as const),
  ...['bn', 'billion'].map((word) => [word, 1e9] as const),
]);

/** What the words after the figures say; undefined if they are something else than the unit of the field. */
function scaleOfUnit(field: NumberField, words: string): UnitScale | undefined {
  const lower = words.toLowerCase();
  if (field.as === 'percentage') {
    if (lower === '') return { times: 1, isScaled: false, isPercent: false };
    return ['%', 'percent', 'per cent'].includes(lower) ? { times: 1, isScaled: false, isPercent: true } : undefined;
  }
  const units = [unitOf(field) ?? '', ...currencySigns(field)].map((unit) => unit.toLowerCase());
  if (lower === '' || units.includes(lower)) return { times: 1, isScaled: false, isPercent: false };
  const [, word = '', after = ''] = /^(\p{L}+) ?(.*)$/u.exec(lower) ?? [];
  const times = scales.get(word);
  return times === undefined || (after !== '' && !units.includes(after))
    ? undefined
    : { times, isScaled: true, isPercent: false };
}

/** Thousands by commas, spaces or apostrophes and decimals by a point, or the other way round where only that can be meant. */
function readFigures(figures: string, isDecimal: boolean): number | 'unclear' | undefined {
  if (/^\d*(?:\.\d*)?$/.test(figures)) {
    // A German writes 1.250 for 1,250: it can be a decimal only if so many are asked for, or before a word such as million.
    return !isDecimal && /^[1-9]\d{0,2}\.\d{3}$/.test(figures) ? 'unclear' : Number(figures);
  }
  if (/^\d{1,3}(?:([, '])\d{3})(?:\1\d{3})*(?:\.\d*)?$/.test(figures)) return Number(figures.replace(/[, ']/g, ''));
  if (/^\d{1,3}(?:([. '])\d{3})(?:\1\d{3})*,\d+$/.test(figures) || /^\d{1,3}(?:\.\d{3}){2,}$/.test(figures)) {
    return isUnclearComma(figures) ? 'unclear' : Number(figures.replace(/[. ']/g, '').replace(',', '.'));
  }
  return /^[\d.,' ]+$/.test(figures) ? 'unclear' : undefined;
}

/** 1 250,750 could be one million in two ways of writing. */
const isUnclearComma = (figures: string): boolean => /[ ']/.test(figures) && /,\d{3}$/.test(figures);

/** Zeros of the digits that people in England write besides 0: Arabic-Indic, Persian and Urdu, Hindi, Bengali, Punjabi. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66] as const;

/** Digits, minus signs, spaces and marks of any kind as on an English keyboard. */
function inPlainCharacters(typed: string): string {
  const plain = tidyText(typed.normalize('NFKC'))
    .replace(/[\u2010-\u2015\u2212\ufe63]/g, '-')
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, ',')
    .replace(/\u066a/g, '%')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/^'/, '');
  return plain.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((first) => code >= first && code < first + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}
