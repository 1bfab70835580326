import { isTotal } from '../../instrument/figures/compared.ts';
import { rowsTotalled, type TotalledRows, totalId } from '../../instrument/figures/totals.ts';
import { cellNumber, roundedSum, sumDecimals } from '../../instrument/model/numbers.ts';
import type {
  ComputedField,
  FigureElsewhere,
  Instrument,
  Section,
  TotalFigure,
} from '../../instrument/model/schema.ts';
import {
  answerFieldOf,
  fieldsOfItem,
  figureOf,
  type ItemInContext,
  isComputedField,
  isEntries,
  itemsOf,
} from '../../instrument/model/traverse.ts';
import {
  type Answer,
  type Answers,
  asTyped,
  blank,
  isSectionTakenAway,
  isTakenAway,
  type Response,
} from '../../response/response.ts';
import { meetsCondition } from '../rules.ts';
import { computedFigure } from './computedFigure.ts';

/** The numbers of one response. */
export interface Figures {
  /** The value of a computed field in a row; undefined if it has none. */
  readonly computed: (section: Section, field: ComputedField, answers: Answers) => number | undefined;
  /**
   * The number in the cell of a field of a row, given or computed, whether the row counts or not: of a percentage, the
   * share. Undefined if there is none.
   */
  readonly inRow: (section: Section, key: string, answers: Answers) => number | undefined;
  /**
   * The numbers in the cells of all rows that count, together; undefined if none does, or as long as one of them lacks
   * its number.
   */
  readonly total: (total: TotalFigure) => number | undefined;
  /** A number that is not of the row in which it is needed; undefined if there is none that counts. */
  readonly elsewhere: (figure: FigureElsewhere) => number | undefined;
  /** What a row counts in a total, if it counts. */
  readonly counted: (total: TotalFigure, row: FigureRow) => number | 'missing' | undefined;
}

export interface FigureRow {
  readonly section: Section;
  /** Absent for rows that partners add. */
  readonly item?: ItemInContext;
  readonly answers: Answers;
}

/**
 * The workbook's formulas come to the same.
 *
 * @param response With its conditions decided: what is not asked counts for nothing.
 */
export function figuresIn(instrument: Instrument, response: Response): Figures {
  const known = new Map<string, number | undefined>();
  const total = (of: TotalFigure): number | undefined => {
    const id = totalId(of);
    // A circle, which `check` reports, ends here.
    if (!known.has(id)) known.set(id, undefined).set(id, added(of));
    return known.get(id);
  };
  const inRow = (section: Section, key: string, answers: Answers): number | undefined => {
    const field = figureOf(section, key);
    const value = isComputedField(field) ? computed(section, field, answers) : numberIn(answers.get(key));
    return value === undefined ? undefined : cellNumber(field, value);
  };
  const computed: Figures['computed'] = (section, field, answers) =>
    computedFigure(section, field, (part) => inRow(section, part, answers), total);
  const added = (of: TotalFigure): number | undefined => {
    const rows = rowsTotalled(instrument, of.in);
    const numbers = (rows === undefined ? [] : rowsOf(response, rows)).flatMap((row) => counted(of, row) ?? []);
    const given = numbers.filter((number) => number !== 'missing');
    if (rows === undefined || given.length === 0 || given.length < numbers.length) return undefined;
    const sum = given.reduce((before, number) => before + number);
    return roundedSum(sum, sumDecimals([figureOf(rows.section, of.total)]));
  };
  const counted: Figures['counted'] = (of, { section, item, answers }) => {
    if (item !== undefined && !fieldsOfItem(item).some(({ key }) => key === of.total)) return undefined;
    if (!isMeant(answers, of)) return undefined;
    const number = inRow(section, of.total, answers);
    if (number !== undefined) return number;
    const isBlank =
      isComputedField(figureOf(section, of.total)) || asTyped(answers.get(of.total) ?? blank).state === 'blank';
    return isBlank && item !== undefined && mayLack(item, answers) ? undefined : 'missing';
  };
  const elsewhere: Figures['elsewhere'] = (figure) => {
    if (isTotal(figure)) return total(figure);
    const context = itemsOf(instrument).find(({ item }) => item.key === figure.item);
    const answers: Answers = response.items.get(figure.item) ?? new Map();
    const isAsked = !isTakenAway(answers) && answers.get(figure.field)?.state !== 'does-not-apply';
    return context !== undefined && isAsked ? inRow(context.section, figure.field, answers) : undefined;
  };
  return { computed, inRow, total, counted, elsewhere };
}

function rowsOf(response: Response, { section, items }: TotalledRows): readonly FigureRow[] {
  if (!isEntries(section))
    return items.map((item) => ({ section, item, answers: response.items.get(item.item.key) ?? new Map() }));
  if (isSectionTakenAway(response, section.key)) return [];
  return (response.entries.get(section.key) ?? []).map(({ answers }) => ({ section, answers }));
}

/** Whether a row is asked for the number, and is one of those that are meant. */
const isMeant = (answers: Answers, { total, when }: TotalFigure): boolean =>
  !isTakenAway(answers) &&
  answers.get(total)?.state !== 'does-not-apply' &&
  (when === undefined || meetsCondition(answers, when));

/** A question may lack its number if it does not apply to the partner, or may be left blank, and is. */
function mayLack(context: ItemInContext, answers: Answers): boolean {
  const { state } = answers.get(answerFieldOf(context).key) ?? blank;
  return state === 'not-applicable' || (state === 'blank' && context.item.optional === true);
}

function numberIn(answer: Answer = blank): number | undefined {
  const typed = asTyped(answer);
  return typed.state === 'answered' && typeof typed.value === 'number' ? typed.value : undefined;
}
