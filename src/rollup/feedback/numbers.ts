import { isComputed } from '../../instrument/model/fieldKinds.ts';
import { decimalsOf, unitName } from '../../instrument/model/numbers.ts';
import type { FigureField } from '../../instrument/model/traverse.ts';
import { type Answer, answerOf } from '../../response/response.ts';
import type { Content } from '../../spreadsheet/plan/content.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { mayShowPeers } from '../disclosure/thresholds.ts';
import type { Distribution, NumberFigures } from '../figures/fields/numbers.ts';
import { namesOf } from '../figures/fields/subjects.ts';
import { cellContent, missingValueMarks } from '../load/missingValueMarks.ts';
import { planTableSheet, type SheetMarks } from '../sheets/parts/content.ts';
import { uniqueHeadings } from '../sheets/parts/uniqueHeadings.ts';
import type { Feedback } from './feedback.ts';

const shown = ['lowerQuartile', 'median', 'upperQuartile'] as const satisfies readonly (keyof Distribution)[];
const words: Readonly<Record<(typeof shown)[number], string>> = {
  lowerQuartile: 'lower quartile',
  median: 'median',
  upperQuartile: 'upper quartile',
};

/**
 * The sheet Numbers: what the partner entered or what was computed from it, beside median and quartiles of others; none if no
 * question asks for numbers. A number that few gave is suppressed like a group with few returns.
 */
export function numbersSheets(marks: SheetMarks, { own, groups }: Feedback): readonly SheetPlan[] {
  const all = groups[0]?.numbers ?? [];
  if (all.length === 0) return [];
  const columns = [
    ...[
      { heading: 'Ref', role: 'reference', width: 8 } as const,
      { heading: 'Question', role: 'text', width: 50 } as const,
      { heading: 'Field', role: 'text', width: 22 } as const,
      { heading: 'Unit', role: 'text', width: 10 } as const,
      { heading: 'You', role: 'amount', width: 15 } as const,
    ],
    ...groups.flatMap(({ label }) => [
      { heading: `${label}: with a number`, role: 'number', width: 11 } as const,
      ...shown.map((figure) => ({ heading: `${label}: ${words[figure]}`, role: 'amount', width: 14 }) as const),
    ]),
  ];
  const headings = uniqueHeadings(columns.map(({ heading }) => heading));
  const plan = planTableSheet(marks, {
    ...{ name: 'Numbers', table: 'numbers', zoom: 100, tabColour: 'read' },
    title: 'Numbers: you and others',
    note: 'A quarter of the numbers are below the lower quartile, half below the median, a quarter above the upper quartile. The sheet Notes explains signs.',
    columns: columns.map((column, index) => ({ ...column, heading: headings[index] ?? column.heading })),
    rows: all.map((row, index): readonly Content[] => [
      ...namesOf(row.subject),
      ...[row.field.heading, unitName(row.field) ?? missingValueMarks.notApplicable],
      ownNumber(row.field, answerOf(own.result.response, row.subject.item?.key ?? '', row.field.key)),
      ...groups.flatMap((group, at) => peerFigures(group.numbers?.[index], at === 0 ? undefined : row)),
    ]),
  });
  return [plan];
}

function ownNumber(field: FigureField, answer: Answer): Content {
  if (answer.state === 'unreadable') return missingValueMarks.unanswered;
  const content = cellContent(answer);
  return isComputed(field) && typeof content === 'number' ? Number(content.toFixed(decimalsOf(field))) : content;
}

/** @param all The same of all partners, for a group of some. */
function peerFigures(row: NumberFigures | undefined, all: NumberFigures | undefined): readonly Content[] {
  const withheld = [missingValueMarks.suppressed, ...shown.map(() => missingValueMarks.suppressed)];
  if (row === undefined) return withheld;
  const { figures } = row;
  if (typeof figures === 'string') return [row.partners, ...shown.map(() => figures)];
  const outside = all === undefined ? 0 : all.partners - row.partners;
  return mayShowPeers(row.partners, outside)
    ? [row.partners, ...shown.map((figure) => figures[figure] ?? '')]
    : withheld;
}
