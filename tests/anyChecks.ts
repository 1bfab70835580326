import fc from 'fast-check';
import { type ComparedNumber, isTotal } from '../src/instrument/figures/compared.ts';
import { fieldsTotalled, rowsTotalled, totalId, totalledKeys, totalShown } from '../src/instrument/figures/totals.ts';
import { unitName } from '../src/instrument/model/numbers.ts';
import type {
  Check,
  ComputedField,
  Condition,
  Instrument,
  Item,
  Section,
  TotalFigure,
} from '../src/instrument/model/schema.ts';
import {
  type FigureField,
  fieldsIn,
  fieldsOfItem,
  isComputedField,
  isFigureField,
  isItems,
  itemsOf,
  scaleOf,
  scoreFieldOf,
} from '../src/instrument/model/traverse.ts';

/** The definition with a section of totals, and with checks of numbers of a row and elsewhere. */
export const withAnyChecks = (instrument: Instrument): fc.Arbitrary<Instrument> =>
  withTotals(instrument).chain((one) =>
    fc.tuple(...one.sections.map((section) => fc.array(check(one, section), { maxLength: 3 }))).map((checks) => ({
      ...one,
      sections: one.sections.map((section, index): Section => {
        const own = [...(section.checks ?? []), ...(checks[index] ?? []).flat()];
        return own.length === 0 ? section : { ...section, checks: own };
      }),
    })),
  );

/** A number that can be compared. */
interface Term {
  readonly number: ComparedNumber;
  readonly field: FigureField;
}

/** The same for the same number, as a computed total is what it is the total of. */
function idOf({ number, field }: Term): string {
  const shown = isComputedField(field) ? totalShown(field) : undefined;
  if (typeof number !== 'string' && isTotal(number)) return totalId(number);
  return shown === undefined ? JSON.stringify(number) : totalId(shown);
}

/** An answer of some rows of a section. */
function someRows(instrument: Instrument, section: Section): Condition | undefined {
  const score = scoreFieldOf(section);
  if (score !== undefined)
    return {
      field: score.key,
      is: scaleOf(instrument, score)
        .options.slice(0, 1)
        .map(({ level }) => level),
    };
  return section.fields.some(({ key }) => key === 'plan') ? { field: 'plan', is: ['Yes'] } : undefined;
}

function totalsOf(instrument: Instrument): readonly Term[] {
  return totalledKeys(instrument).flatMap((key) => {
    const rows = rowsTotalled(instrument, key);
    if (rows === undefined) return [];
    const when = someRows(instrument, rows.section);
    return fieldsTotalled(rows)
      .filter(isFigureField)
      .filter((field) => !(isComputedField(field) && field.by === 'total'))
      .flatMap((field): readonly Term[] => {
        const total: TotalFigure = { total: field.key, in: key };
        return [{ number: total, field }, ...(when === undefined ? [] : [{ number: { ...total, when }, field }])];
      });
  });
}

const ofItems = (instrument: Instrument, section?: Section): readonly Term[] =>
  itemsOf(instrument)
    .filter((context) => section === undefined || context.section === section)
    .flatMap((context) =>
      fieldsOfItem(context)
        .filter(isFigureField)
        .map((field) => ({ number: { item: context.item.key, field: field.key }, field })),
    );

const ofRow = (section: Section): readonly Term[] =>
  fieldsIn(section)
    .filter(isFigureField)
    .map((field) => ({ number: field.key, field }));

/** The definition with a question that shows totals of some fields, and the sum of those of one unit. */
function withTotals(instrument: Instrument): fc.Arbitrary<Instrument> {
  const all = totalsOf(instrument).flatMap(({ number, field }) =>
    typeof number === 'string' || !isTotal(number) || number.when !== undefined ? [] : [{ number, field }],
  );
  const [like] = itemsOf(instrument);
  return fc.subarray(all, { maxLength: Math.min(4, all.length) }).map((chosen) => {
    const totals = chosen.map(({ number, field }, index): ComputedField => {
      const { as, unit } = field;
      return {
        ...{ kind: 'computed', key: `t${index}`, heading: `Total ${index}`, prompt: 'Of all rows.', as },
        ...{ ...(unit === undefined ? {} : { unit }), by: 'total', of: [number.total], in: number.in },
      };
    });
    const alike = totals.filter((field) => unitName(field) === (totals[0] && unitName(totals[0])));
    const sum: readonly ComputedField[] =
      alike.length < 2 || alike[0] === undefined
        ? []
        : [{ ...withoutRows(alike[0]), key: 'all', heading: 'All', by: 'sum', of: alike.map(({ key }) => key) }];
    const own = [...totals, ...sum];
    const item: Item = {
      ...{
        key: '8.1.1',
        question: 'What does it come to?',
        criteria: [],
        evidence: [],
        groups: like?.item.groups ?? {},
      },
      ...(own.length === 0 ? {} : { fields: own }),
    };
    const sums: Section = {
      ...{ shape: 'items', key: '8', title: 'Sums', shortTitle: 'Sums', introduction: 'What it comes to.' },
      fields: [{ kind: 'text', key: 'remark', heading: 'Remark', prompt: 'Anything.' }],
      activities: [{ key: '8.1', title: 'All', items: [item] }],
    };
    return { ...instrument, sections: [...instrument.sections, sums] };
  });
}

const withoutRows = ({ in: _rows, ...field }: ComputedField): ComputedField => field;

/** A check of a section, if it has numbers: of its rows or of one question, with others of the same unit or a number. */
function check(instrument: Instrument, section: Section): fc.Arbitrary<readonly Check[]> {
  const rows = ofRow(section);
  const first = [...rows, ...rows, ...(isItems(section) ? ofItems(instrument, section) : [])];
  if (first.length === 0) return fc.constant([]);
  const elsewhere = [...ofItems(instrument), ...totalsOf(instrument)];
  const comparison = fc.constantFrom(...first).chain((start) => {
    const others = [...(typeof start.number === 'string' ? rows : []), ...elsewhere].filter(
      (other) => unitName(other.field) === unitName(start.field) && idOf(other) !== idOf(start),
    );
    const unique = [...new Map(others.map((other) => [idOf(other), other])).values()];
    return fc
      .record({
        is: fc.constantFrom('equal' as const, 'at-most' as const, 'at-least' as const),
        others: fc.shuffledSubarray(unique, { maxLength: Math.min(3, unique.length) }),
        when: fc.constantFrom(undefined, undefined, someRows(instrument, section)),
      })
      .map(({ is, others: drawn, when }): Check => {
        const numbers = [start, ...drawn].map(({ number }) => number);
        return {
          is,
          sum: numbers.length === 1 ? numbers : numbers.slice(0, -1),
          to: (numbers.length === 1 ? undefined : numbers.at(-1)) ?? 50,
          ...(when === undefined ? {} : { when }),
        };
      });
  });
  if (!isItems(section) || scoreFieldOf(section) === undefined || rows.length === 0)
    return comparison.map((one) => [one]);
  const jump = fc
    .constantFrom(...rows)
    .map(({ field }): Check => ({ is: 'jump', figure: field.key, beyond: 20, reasonIn: 'evidence' }));
  return fc.oneof({ weight: 4, arbitrary: comparison }, { weight: 1, arbitrary: jump }).map((one) => [one]);
}
