import { yesNo } from '../../src/instrument/model/answerForms.ts';
import { type ByKind, byKind, fieldTraits, isFreeText } from '../../src/instrument/model/fieldKinds.ts';
import { cellNumber } from '../../src/instrument/model/numbers.ts';
import { ownProperty } from '../../src/instrument/model/ownProperty.ts';
import type { Field, Instrument, NumberField } from '../../src/instrument/model/schema.ts';
import {
  chosenValue,
  fieldScale,
  isNumberField,
  isScoreField,
  purposeOf,
  scaleOf,
} from '../../src/instrument/model/traverse.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { type AnswerCell, answerCells } from './answerCells.ts';
import type { TypedCell } from './fillIn.ts';

/** How a fictional partner answers. */
export interface Manner {
  /** Chances of the lowest, the middle and the highest third of a scale; the rest is split between unanswered and not applicable. */
  readonly levels: readonly number[];
  readonly notApplicable: number;
  /** Share of the questions that get evidence, and of the weak ones that get an action. */
  readonly diligence: number;
  /** Whether they enter values that data validation does not allow, as pasting does. */
  readonly slips?: boolean;
}

const evidence = [
  'Joint strategic needs assessment, refreshed this spring; minutes of the steering group.',
  "Children and Young People's Plan, section 4.\nService specification agreed with the council.",
  'Board paper of 14 May; see also the "commissioning intentions" letter.',
  'Provider returns, quarterly; spot checks by the quality team – no gaps found.',
  'Survey of 240 families (response rate 38%).',
];
const reasons = ['Commissioned by the neighbouring PCT on our behalf.', 'No such service in our area this year.'];
const actions = [
  'Agree a shared data set with the council & schools.',
  'Write a service specification; consult young people before it is signed.',
  'Bring a costed plan to the board.',
  'Two more sessions a week, once the post is filled',
  'Set up a joint post with the local authority.',
];
const leads = ["Head of children's commissioning", 'Director of public health', 'Designated nurse', 'Finance lead'];
const parts = [
  ['Sample person A', "Head of children's commissioning", 'The PCT', 'Led the assessment'],
  ['Sample person B', "Director of children's services", 'The council', 'Agreed the scores'],
  ['Sample person C', 'Parent representative', "Parents' forum", 'Commented on feedback'],
];

/**
 * The answers of a fictional partner, cell by cell. The same seed gives the same answers.
 *
 * @param lastRound Whether the workbook shows the last round.
 */
export function sampleReturn(
  instrument: Instrument,
  manner: Manner,
  seed: number,
  lastRound = false,
): readonly TypedCell[] {
  const random = randomFrom(seed);
  const rows = new Map<string, AnswerCell[]>();
  for (const cell of answerCells(layoutOf(instrument, { lastRound }))) {
    const key = `${cell.subject} ${cell.entry ?? ''}`;
    rows.set(key, [...(rows.get(key) ?? []), cell]);
  }
  return [...rows.values()].flatMap((cells) =>
    cells[0]?.entry === undefined ? item(instrument, manner, cells, random) : entry(instrument, cells),
  );
}

function item(
  instrument: Instrument,
  manner: Manner,
  cells: readonly AnswerCell[],
  random: () => number,
): readonly TypedCell[] {
  const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
  const score = cells.find(({ field }) => isScoreField(field));
  if (score === undefined || !isScoreField(score.field)) return [];
  const scale = scaleOf(instrument, score.field);
  const { options } = scale;
  const draw = random();
  const index = manner.levels.findIndex((_level, at) => draw < sum(manner.levels.slice(0, at + 1)));
  const option = options[index < 0 ? index : inThird(index, options.length, manner.levels.length, random)];
  const level = option === undefined ? undefined : chosenValue(scale, option);
  const type = (cell: AnswerCell, value: TypedCell['value'] | undefined): TypedCell[] =>
    value === undefined ? [] : [{ sheet: cell.sheet, row: cell.row, column: cell.column, value }];
  if (level === undefined) {
    if (draw >= sum(manner.levels) + manner.notApplicable) return [];
    return [
      ...type(score, score.field.notApplicable?.label),
      ...cells.flatMap((cell) =>
        purposeOf(cell.field) === 'evidence' && !manner.slips ? type(cell, pick(reasons)) : [],
      ),
    ];
  }
  const typed = manner.slips === true && random() < 0.2 ? pick([`${level}`, ` ${level} `, 4, 'see below']) : level;
  const weak = option !== options.at(-1);
  return cells.flatMap((cell) => {
    const wanted = random() < manner.diligence;
    if (cell === score) return type(cell, typed);
    switch (purposeOf(cell.field)) {
      case 'evidence':
        return wanted ? type(cell, pick(evidence)) : [];
      case 'action':
        return wanted && weak ? type(cell, pick(actions)) : [];
      case 'lead':
        return wanted && weak ? type(cell, pick(leads)) : [];
      case 'due':
        return wanted && weak
          ? type(cell, manner.slips === true && random() < 0.2 ? 'end of March' : { day: sampleDay(random) })
          : [];
      default:
        return isNumberField(cell.field) && wanted
          ? type(cell, cellNumber(cell.field, sampleNumber(cell.field, 1 + Math.floor(random() * 9))))
          : [];
    }
  });
}

/** One of nine numbers between the limits of a field. */
function sampleNumber({ least = 0, greatest = 1_000_000 }: NumberField, number: number): number {
  return Math.round(least + ((greatest - least) * (number % 10)) / 10);
}

/** An option from a third of the scale. If there are as many parts as options, there is no choice. */
function inThird(part: number, options: number, parts: number, random: () => number): number {
  return options === parts ? part : Math.floor(((part + random()) / parts) * options);
}

/** Rows that a partner adds: those of the worked example, if the instrument has one, or else a few invented ones. */
function entry(instrument: Instrument, cells: readonly AnswerCell[]): readonly TypedCell[] {
  const { subject = '', entry: number = 0 } = cells[0] ?? {};
  const example = ownProperty(instrument.example?.entries, subject);
  const section = instrument.sections.find(({ key }) => key === subject);
  const kinds = section?.shape === 'entries' ? (section.mustInclude ?? []).length : 0;
  const rows = Math.max(parts.length, kinds);
  const row = example?.[number - 1];
  let texts = 0;
  return cells.flatMap(({ sheet, row: at, column, field }) => {
    const typed =
      example === undefined
        ? ownEntry(field, number, rows, texts)
        : asTyped(instrument, field, ownProperty(row, field.key));
    if (isFreeText(field)) texts += 1;
    return typed === undefined ? [] : [{ sheet, row: at, column, value: typed }];
  });
}

function ownEntry(field: Field, number: number, rows: number, texts: number): TypedCell['value'] | undefined {
  return number > rows ? undefined : byKind(entryValues, field, number, texts);
}

const entryValues: ByKind<[number: number, texts: number], TypedCell['value'] | undefined> = {
  score: () => undefined,
  text: ({ purpose }, number, texts) => {
    if (purpose === 'action') return actions[number % actions.length];
    if (purpose === 'lead') return leads[number % leads.length];
    const part = parts[(number - 1) % parts.length] ?? [];
    return part[texts % part.length];
  },
  date: () => ({ day: '2026-12-14' }),
  choice: ({ options }, number) => options[number % options.length],
  'yes-no': (_field, number) => yesNo[number % 2],
  link: (_field, number) => `https://sample.example/${number}`,
  choices: ({ options }, number) => `${(number % options.length) + 1}`,
  number: (field, number) => cellNumber(field, sampleNumber(field, number)),
  computed: () => undefined,
};

/** A value of an example, as a person types it. */
function asTyped(
  instrument: Instrument,
  field: Field,
  value: string | number | undefined,
): TypedCell['value'] | undefined {
  if (value === undefined || value === '') return undefined;
  if (fieldTraits[field.kind].isDay) return { day: String(value) };
  if (isNumberField(field) && typeof value === 'number') return cellNumber(field, value);
  const scale = fieldScale(instrument, field);
  const option = scale?.options.find(({ level }) => level === value);
  return scale === undefined || option === undefined ? value : chosenValue(scale, option);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function sampleDay(random: () => number): string {
  const month = 1 + Math.floor(random() * 12);
  const day = 1 + Math.floor(random() * 28);
  return `2027-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Mulberry32: the same seed gives the same numbers from 0 up to 1 on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
