import fc from 'fast-check';
import { optionNumbers } from '../src/instrument/model/answerForms.ts';
import { asStored, cellNumber, decimalsOf, numberLimits } from '../src/instrument/model/numbers.ts';
import type { Field, Instrument, NumberField, Scale } from '../src/instrument/model/schema.ts';
import { chosenValue, scaleOf } from '../src/instrument/model/traverse.ts';
import { type Answer, answered, blank, notApplicable, type Response } from '../src/response/response.ts';
import { withComputed } from '../src/scoring/figures/withComputed.ts';
import type { Layout } from '../src/workbook/layout/layout.ts';
import { layoutOf } from '../src/workbook/layout/layoutOf.ts';
import { type AnswerCell, answerCells } from './tools/answerCells.ts';
import type { TypedCell } from './tools/fillIn.ts';

/** Texts that people type and programs stumble over. */
const awkwardText = fc
  .oneof(
    fc.constantFrom(
      '=SUM(A1:A9)',
      '+44 20 7946 0000',
      '-',
      '@home',
      '5E1',
      '0012',
      '1/2',
      'TRUE',
      '#N/A',
      'She said "yes" & left <early>',
      "it's 'quoted'",
      'first line\nsecond line\n\nlast',
      '  spaces around  ',
      '👩‍👧 families – café, naïve, Łódź, 日本',
      '_x000D_ and _x0041_',
      'x'.repeat(32_767),
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  )
  .filter((text) => /\S/.test(text) && !hasControls(text));

/** Control characters cannot be typed into a cell, and XML cannot carry them. */
const hasControls = (text: string): boolean => /[^\P{C}\n\u200d]/u.test(text) || !text.isWellFormed();

/** How complete and how good a response is: without it, random responses would all be alike. */
const profile = fc.record({
  blank: fc.constantFrom(0, 0, 1, 3, 10),
  notApplicable: fc.constantFrom(0, 0, 1, 20),
  levels: fc.constantFrom([1, 1, 1], [0, 1, 2], [3, 1, 1], [0, 0, 1], [1, 0, 1], [0, 1, 0]),
});

function answerArbitrary(
  instrument: Instrument,
  field: Field,
  weights: { blank: number; notApplicable: number; levels: readonly number[] },
): fc.Arbitrary<Answer> {
  switch (field.kind) {
    case 'score': {
      const { options } = scaleOf(instrument, field);
      // The three weights are spread over as many levels as there are.
      const spread = options.map((_option, index) => Math.round((index * 2) / (options.length - 1)));
      const levels = spread.map((at) => weights.levels[at] ?? 0);
      const none = levels.every((weight) => weight === 0) ? 1 : 0;
      return fc.oneof(
        { weight: weights.blank + none, arbitrary: fc.constant(blank) },
        {
          weight: field.notApplicable === undefined ? 0 : weights.notApplicable,
          arbitrary: fc.constant(notApplicable),
        },
        ...options.map(({ level }, index) => ({ weight: levels[index] ?? 0, arbitrary: fc.constant(answered(level)) })),
      );
    }
    case 'text':
      return fc.oneof(
        { weight: 2, arbitrary: fc.constant(blank) },
        { weight: 1, arbitrary: awkwardText.map((text) => answered(text)) },
      );
    case 'date':
      return fc.oneof(
        fc.constant(blank),
        fc
          .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
          .map((date) => answered(date.toISOString().slice(0, 10))),
      );
    case 'choice':
      return fc.oneof(
        fc.constant(blank),
        fc.constantFrom(...field.options).map((word) => answered(word)),
      );
    case 'yes-no':
      return fc.constantFrom(blank, answered('Yes'), answered('No'));
    case 'link':
      return fc.oneof(
        fc.constant(blank),
        fc.webUrl({ withQueryParameters: true }).map((address) => answered(address)),
      );
    case 'choices':
      return fc
        .subarray([...field.options])
        .map((chosen) => (chosen.length === 0 ? blank : answered(chosen.join('; '))));
    case 'computed':
      return fc.constant(blank);
    case 'number':
      // Sums need all of their numbers.
      return fc.oneof(
        { weight: 1, arbitrary: fc.constant(blank) },
        { weight: 4, arbitrary: numberArbitrary(field).map((value) => answered(value)) },
      );
  }
}

/** Any number that the field takes, with its decimals. */
function numberArbitrary(field: NumberField): fc.Arbitrary<number> {
  const { least, greatest } = numberLimits(field);
  const step = 10 ** decimalsOf(field);
  // More than 15 digits are not exact.
  const [first, last] = [Math.ceil(Math.max(least, -1e9) * step), Math.floor(Math.min(greatest, 1e9) * step)];
  return fc
    .oneof(fc.integer({ min: first, max: last }), fc.constantFrom(first, last))
    .map((steps) => asStored(steps / step));
}

/** Any response that partners could give. */
export const responseArbitrary = (instrument: Instrument): fc.Arbitrary<Response> =>
  profile.chain((weights) => {
    const cells = answerCells(layoutOf(instrument));
    return fc
      .tuple(...cells.map((cell) => answerArbitrary(instrument, cell.field, weights)))
      .map((answers) => responseOf(instrument, new Map(cells.map((cell, index) => [cell, answers[index] ?? blank]))))
      .map((response) => withComputed(instrument, response));
  });

function responseOf(instrument: Instrument, given: ReadonlyMap<AnswerCell, Answer>): Response {
  const items = new Map<string, Map<string, Answer>>();
  const entries = new Map<string, Map<number, Map<string, Answer>>>(
    instrument.sections.filter(({ shape }) => shape === 'entries').map(({ key }) => [key, new Map()]),
  );
  for (const [{ subject, entry, field }, answer] of given) {
    const rows = entry === undefined ? undefined : (entries.get(subject) ?? new Map());
    const row = (entry === undefined ? items.get(subject) : rows?.get(entry)) ?? new Map<string, Answer>();
    row.set(field.key, answer);
    if (entry === undefined) items.set(subject, row);
    else entries.set(subject, (rows ?? new Map()).set(entry, row));
  }
  return {
    items,
    entries: new Map(
      [...entries].map(([section, rows]) => [
        section,
        [...rows].flatMap(([entry, answers]) =>
          [...answers.values()].some(({ state }) => state !== 'blank') ? [{ entry, answers }] : [],
        ),
      ]),
    ),
  };
}

/** What somebody types who answers so. */
export function typedCells(
  instrument: Instrument,
  response: Response,
  layout: Layout = layoutOf(instrument),
): readonly TypedCell[] {
  return answerCells(layout).flatMap(({ sheet, row, column, subject, entry, field }) => {
    const answers =
      entry === undefined
        ? response.items.get(subject)
        : response.entries.get(subject)?.find((candidate) => candidate.entry === entry)?.answers;
    const answer = answers?.get(field.key) ?? blank;
    const value = typedValue(instrument, field, answer);
    return value === undefined ? [] : [{ sheet, row, column, value }];
  });
}

function typedValue(instrument: Instrument, field: Field, answer: Answer): TypedCell['value'] | undefined {
  if (answer.state === 'blank' || answer.state === 'does-not-apply') return undefined;
  if (answer.state === 'unreadable') return answer.text;
  if (answer.state === 'not-applicable') return field.kind === 'score' ? field.notApplicable?.label : undefined;
  if (field.kind === 'score') return chosenFor(scaleOf(instrument, field), answer.value);
  if (field.kind === 'number' && typeof answer.value === 'number') return cellNumber(field, answer.value);
  if (field.kind === 'choices') return optionNumbers(field, answer.value);
  return field.kind === 'date' ? { day: String(answer.value) } : answer.value;
}

function chosenFor(scale: Scale, level: number | string): number | string {
  const option = scale.options.find((candidate) => candidate.level === level);
  return option === undefined ? level : chosenValue(scale, option);
}
