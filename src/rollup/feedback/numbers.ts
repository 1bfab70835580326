import { isComputed } from '../../instrument/model/fieldKinds.ts';
import { decimalsOf, unitName } from '../../instrument/model/numbers.ts';
import type { FigureField } from '../../instrument/model/traverse.ts';
import { type Answer, answerOf } from '../../response/response.ts';
import type { Content } from '../../spreadsheet/plan/content.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { mayShowPeers } from '../disclosure/thresholds.ts';
import { type Distribution, type NumberFigures, shownFigure } from '../figures/fields/numbers.ts';
import { namesOf } from '../figures/fields/subjects.ts';
import { cellContent, missingValueMarks } from '../load/missingValueMarks.ts';
import { planTableSheet, type SheetMarks } from '../sheets/parts/content.ts';
import { uniqueHeadings } from '../sheets/parts/uniqueHeadings.ts';
import type { Feedback } from './feedback.ts';

type Shown = keyof Pick<Distribution, 'lowerQuartile' | 'median' | 'upperQuartile'>;

/** The figures of all partners, and of a group of some: of few, quartiles say little, and the page is narrow. */
const [shownOfAll, shownOfSome]: readonly [readonly Shown[], readonly Shown[]] = [
  ['lowerQuartile', 'median', 'upperQuartile'],
  ['median'],
];
const words: Readonly<Record<Shown, string>> = {
  lowerQuartile: 'lower quartile',
  median: 'median',
  upperQuartile: 'upper quartile',
};

/**
 * The sheet Numbers: what the partner entered or what was computed from it, beside median and quartiles of all and the median of
 * its region; none if no question asks for numbers. A number that few gave is suppressed like a group with few returns.
 */
export function numbersSheets(marks: SheetMarks, { own, groups }: Feedback): readonly SheetPlan[] {
  const all = groups[0]?.numbers ?? [];
  if (all.length === 0) return [];
  const rows = all.map((row, index): readonly Content[] => [
    ...namesOf(row.subject),
    fieldName(row.field),
    ownNumber(row.field, answerOf(own.result.response, row.subject.item?.key ?? '', row.field.key)),
    ...groups.flatMap((group, at) => peerFigures(group.numbers[index], at === 0 ? undefined : row)),
  ]);
  const shownIn = groups.map((_group, at) => (at === 0 ? shownOfAll : shownOfSome));
  const figure = figureWidth(rows);
  const figures = figure + groups.length * widths.count + shownIn.flat().length * figure;
  const columns = [
    ...[
      { heading: 'Ref', role: 'reference', width: widths.reference } as const,
      { heading: 'Question', role: 'text', width: questionWidth(figures) } as const,
      { heading: 'Field', role: 'text', width: widths.field } as const,
      { heading: 'You', role: 'amount', width: figure } as const,
    ],
    ...groups.flatMap(({ label }, at) => [
      { heading: `${label}: with a number`, role: 'number', width: widths.count } as const,
      ...(shownIn[at] ?? []).map(
        (one) => ({ heading: `${label}: ${words[one]}`, role: 'amount', width: figure }) as const,
      ),
    ]),
  ];
  const headings = uniqueHeadings(columns.map(({ heading }) => heading));
  const plan = planTableSheet(marks, {
    ...{ name: 'Numbers', table: 'numbers', zoom: 100, tabColour: 'read' },
    title: 'Numbers: you and others',
    note: 'Half of the numbers are below the median. The sheet Notes explains quartiles and signs.',
    columns: columns.map((column, index) => ({ ...column, heading: headings[index] ?? column.heading })),
    rows,
  });
  return [plan];
}

/** In characters. In all columns together, more than `all` are too small in print. */
const widths = {
  reference: 8,
  field: 18,
  count: 9,
  minFigure: 10,
  minQuestion: 24,
  maxQuestion: 50,
  all: 154,
} as const;

/** Of the columns with figures: that of the longest, with its thousands, and of a word of their headings. */
function figureWidth(rows: readonly (readonly Content[])[]): number {
  const lengths = rows
    .flat()
    .map((content) => (typeof content === 'number' ? content.toLocaleString('en-GB').length : 0));
  return Math.max(widths.minFigure, ...lengths.map((length) => length + 2));
}

const questionWidth = (figures: number): number => {
  const { reference, field, all, minQuestion, maxQuestion } = widths;
  return Math.max(minQuestion, Math.min(maxQuestion, all - reference - field - figures));
};

function fieldName(field: FigureField): string {
  const unit = unitName(field);
  return unit === undefined ? field.heading : `${field.heading} (${unit})`;
}

function ownNumber(field: FigureField, answer: Answer): Content {
  if (answer.state === 'unreadable') return missingValueMarks.unanswered;
  const content = cellContent(answer);
  return isComputed(field) && typeof content === 'number' ? Number(content.toFixed(decimalsOf(field))) : content;
}

/** @param all The same of all partners, for a group of some. */
function peerFigures(row: NumberFigures | undefined, all: NumberFigures | undefined): readonly Content[] {
  const shown = all === undefined ? shownOfAll : shownOfSome;
  const withheld = [missingValueMarks.suppressed, ...shown.map(() => missingValueMarks.suppressed)];
  if (row === undefined) return withheld;
  const { figures } = row;
  if (typeof figures === 'string') return [row.partners, ...shown.map(() => figures)];
  const outside = all === undefined ? 0 : all.partners - row.partners;
  return mayShowPeers(row.partners, outside)
    ? [row.partners, ...shown.map((figure) => shownFigure(row.field, figures[figure]))]
    : withheld;
}
