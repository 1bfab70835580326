import type { Comparison, FigureElsewhere, Instrument, ItemFigure, Section, TotalFigure } from '../model/schema.ts';
import { comparisonsOn, type FigureField, figureOf, isItems, itemsOf, itemsOfSection } from '../model/traverse.ts';
import { rowsTotalled, totalId, totalsShown } from './totals.ts';

/** A number that is compared: a field of the row, or one elsewhere in the workbook. */
export type ComparedNumber = string | FigureElsewhere;

export const isOfItem = (figure: FigureElsewhere): figure is ItemFigure => 'item' in figure;

export const isTotal = (figure: FigureElsewhere): figure is TotalFigure => 'total' in figure;

/** Everything that is compared, but a number of the definition. */
export const numbersCompared = ({ sum, to }: Comparison): readonly ComparedNumber[] =>
  typeof to === 'number' ? sum : [...sum, to];

/** The fields of a row that a comparison is about; none if it is about numbers elsewhere only. */
export const fieldsCompared = (comparison: Comparison): readonly string[] =>
  numbersCompared(comparison).filter((one) => typeof one === 'string');

/** The numbers elsewhere that a comparison is about. */
export const elsewhereCompared = (comparison: Comparison): readonly FigureElsewhere[] =>
  numbersCompared(comparison).filter((one) => typeof one !== 'string');

/** The questions of its section that a comparison names, where it is about no fields of every row. */
export function itemsCompared(section: Section, comparison: Comparison): readonly ItemFigure[] {
  if (fieldsCompared(comparison).length > 0 || !isItems(section)) return [];
  const own = new Set(itemsOfSection(section).map(({ item }) => item.key));
  const named = elsewhereCompared(comparison)
    .filter(isOfItem)
    .filter(({ item }) => own.has(item));
  return named.filter(({ item }) => item === named[0]?.item);
}

/**
 * The field with a number that is compared.
 *
 * @throws Error when there is none, which `defineInstrument` rules out.
 */
export function fieldCompared(instrument: Instrument, section: Section, number: ComparedNumber): FigureField {
  if (typeof number === 'string') return figureOf(section, number);
  const [where, key] = isTotal(number) ? [number.in, number.total] : [number.item, number.field];
  const from = isTotal(number)
    ? rowsTotalled(instrument, where)?.section
    : itemsOf(instrument).find(({ item }) => item.key === where)?.section;
  if (from === undefined) throw new Error(`There is no ${where}, which has the number ${key}`);
  return figureOf(from, key);
}

/** Every total that an instrument shows, or compares with others, each once. */
export const totalsIn = (instrument: Instrument): readonly TotalFigure[] =>
  uniqueBy(totalId, [...totalsShown(instrument), ...elsewhereIn(instrument).filter(isTotal)]);

/** Every number of one question that is compared with those of others, each once. */
export const itemFiguresIn = (instrument: Instrument): readonly ItemFigure[] =>
  uniqueBy(({ item, field }) => JSON.stringify([item, field]), elsewhereIn(instrument).filter(isOfItem));

const elsewhereIn = ({ sections }: Instrument): readonly FigureElsewhere[] =>
  sections.flatMap((section) => comparisonsOn(section).flatMap(elsewhereCompared));

const uniqueBy = <Figure>(idOf: (figure: Figure) => string, figures: readonly Figure[]): readonly Figure[] => [
  ...new Map(figures.map((figure) => [idOf(figure), figure])).values(),
];
