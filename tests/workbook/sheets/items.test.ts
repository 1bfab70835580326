import { describe, expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import { pctSelfAssessment } from '../../../definitions/pct-self-assessment.ts';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { reviewInstrument } from '../../../src/instrument/reviewInstrument.ts';
import { answered, emptyResponse } from '../../../src/response/response.ts';
import { lastRoundOf } from '../../../src/scoring/plans/lastRound.ts';
import { address } from '../../../src/spreadsheet/model/address.ts';
import { pageHeight, printScale } from '../../../src/spreadsheet/plan/printedPage.ts';
import { cellHeight } from '../../../src/spreadsheet/plan/rowHeights.ts';
import type { PlannedCell, SheetPlan } from '../../../src/spreadsheet/plan/sheetPlan.ts';
import { defaultRowHeight, widthOf } from '../../../src/spreadsheet/style/rowHeight.ts';
import { styleOf } from '../../../src/spreadsheet/style/theme.ts';
import type { EntriesSheet, ItemsSheet } from '../../../src/workbook/layout/layout.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { issuedFor } from '../../issued.ts';
import { ownFields, withFields } from '../../ownFields.ts';
import { formatFormulas, planFor, plannedSheet, textAt } from '../../planned.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { responseWith } from '../../tools/responseWith.ts';

/**
 * Pixels of cells that a laptop of 1366 by 768 shows of a workbook in Excel, at 100 %: without the ribbon, the formula bar,
 * the headings of rows and columns, the tabs and the bars for scrolling.
 */
const grid = { width: 1320, height: 480 } as const;

/** A digit of Arial 10 is 7 pixels wide, and the stored width of a column includes its padding of 5. */
const across = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + Math.trunc(width * 7), 0);

/** A point is 96/72 of a pixel. */
const down = ({ heights }: SheetPlan, first: number, last: number): number => {
  let sum = 0;
  for (let row = first; row <= last; row += 1) sum += Math.round(((heights.get(row) ?? defaultRowHeight) * 96) / 72);
  return sum;
};

interface Section {
  readonly plan: SheetPlan;
  readonly layout: ItemsSheet | EntriesSheet;
}

function sectionsOf(instrument: Instrument, hasLastRound: boolean): readonly Section[] {
  const lastRound = lastRoundOf(instrument, { round: '2025', instrument, response: emptyResponse(instrument) });
  const plan = planFor(instrument, issuedFor(instrument, hasLastRound ? { lastRound, marking: 'OFFICIAL' } : {}));
  const { items, entries } = layoutOf(instrument, { lastRound: hasLastRound });
  return [...items, ...entries].map((layout) => ({ plan: plannedSheet(plan, layout.name), layout }));
}

const isOfItems = ({ layout }: Section): boolean => layout.section.shape === 'items';

const rowsOf = ({ layout }: Section): readonly number[] =>
  layout.rows.map((row) => (typeof row === 'number' ? row : row.row));

const inputsOf = ({ layout }: Section): readonly number[] =>
  layout.columns.flatMap(({ column, content }) => (content.is === 'field' ? [column] : []));

/** Height that is left for questions below the lines that stay in view. */
const freeHeight = ({ plan }: Section): number => grid.height - down(plan, 1, plan.frozen?.rows ?? 0);

const all = instruments.flatMap((instrument) =>
  [false, true].map(
    (hasLastRound) =>
      [instrument.key, hasLastRound ? 'with the last round' : 'blank', sectionsOf(instrument, hasLastRound)] as const,
  ),
);

test('a column of one question is as wide as the longest word of its heading', () => {
  const reviewed = { ...ownFields.start, heading: 'Reviewed on' };
  const instrument = withFields(sampleInstrument, { '1.1.2': [reviewed] });
  const plan = plannedSheet(planFor(instrument), '1 Needs');
  const heading = plan.cells.find(({ row, column }) => textAt(plan, row, column) === reviewed.heading);
  if (heading === undefined) throw new Error('The heading is not there');
  expect(cellHeight({ ...heading, content: 'Reviewed' }, plan.widths)).toBeLessThanOrEqual(defaultRowHeight);
});

describe.each(all)('%s, %s, on a laptop', (_key, _manner, sections) => {
  test.each(sections.map((section) => [section.layout.name, section] as const))(
    '%s opens at full size, at the first cell to be filled in',
    (_name, { plan, layout }) => {
      const first = Math.min(...inputsOf({ plan, layout }));
      expect(plan).toMatchObject({ zoom: 100, selected: { row: layout.headerRow + 1, column: first } });
    },
  );

  test('no row is higher than what is seen of a sheet', () => {
    for (const section of sections) {
      for (const row of rowsOf(section)) {
        expect([section.layout.name, row, down(section.plan, row, row) <= freeHeight(section)]).toEqual([
          section.layout.name,
          row,
          true,
        ]);
      }
    }
  });

  test('no word of a heading and no reference is broken', () => {
    for (const { plan, layout } of sections) {
      const texts = plan.cells.filter(({ role }) => role === 'header' || role === 'reference');
      const broken = texts.flatMap((cell) =>
        textAt(plan, cell.row, cell.column)
          .split(' ')
          .filter((word) => cellHeight({ ...cell, content: word }, plan.widths) > defaultRowHeight),
      );
      expect([layout.name, broken]).toEqual([layout.name, []]);
    }
  });

  test('question and score stay in view, whatever is filled in', () => {
    for (const { plan, layout } of sections.filter(isOfItems)) {
      const frozen = plan.frozen?.columns ?? 0;
      const stays = layout.columns
        .slice(0, frozen)
        .map(({ content }) => (content.is === 'field' ? content.field.kind : content.is));
      expect([layout.name, stays]).toEqual([layout.name, ['reference', 'question', 'score']]);
      for (const column of inputsOf({ plan, layout }).filter((input) => input > frozen)) {
        const width = across(plan.widths.slice(0, frozen)) + across(plan.widths.slice(column - 1, column));
        expect([layout.name, column, width <= grid.width]).toEqual([layout.name, column, true]);
      }
    }
  });

  test('everything that is filled in is in view at once, with the criteria: nothing is scrolled sideways', () => {
    for (const section of sections) {
      const { plan, layout } = section;
      const last = Math.max(...inputsOf(section));
      expect([layout.name, across(plan.widths.slice(0, last)) <= grid.width]).toEqual([layout.name, true]);
      expect(
        layout.columns.filter(({ content }) => content.is === 'criterion').every(({ column }) => column < last),
      ).toBe(true);
    }
  });

  test('there are links to the contents, the checklist and what follows, in one line', () => {
    for (const [index, { plan, layout }] of sections.entries()) {
      const links = plan.cells.filter(({ role, row }) => role === 'lineLink' && row === layout.linksRow);
      const next = sections[index + 1];
      expect(links.map(({ row, column }) => textAt(plan, row, column))).toEqual([
        ...['Contents', 'Checklist'],
        ...(next === undefined ? [] : [`Next: ${next.layout.name}`]),
      ]);
      expect(new Set(links.map(({ column }) => column)).size).toBe(links.length);
    }
  });
});

test('of the PCT workbook 2.2 questions are seen at once, on average', () => {
  const sections = sectionsOf(pctSelfAssessment, false).filter(isOfItems);
  const screens = sections.reduce((sum, section) => {
    const rows = rowsOf(section);
    return sum + down(section.plan, Math.min(...rows), Math.max(...rows)) / freeHeight(section);
  }, 0);
  const questions = sections.reduce((sum, section) => sum + section.layout.rows.length, 0);
  expect(questions / screens).toBeGreaterThanOrEqual(2.2);
});

describe.each(all)('%s, %s, on paper', (_key, _manner, sections) => {
  /** Points of the texts of a sheet, as printed. */
  const printed = (plan: SheetPlan): number =>
    Math.min(...plan.cells.map(({ role }) => styleOf(role).font?.size ?? 10)) * printScale(plan);

  test('every text has 9 points or more', () => {
    for (const { plan, layout } of sections) expect([layout.name, printed(plan) >= 9]).toEqual([layout.name, true]);
  });

  test('every page begins with reference, question and score', () => {
    for (const { plan, layout } of sections) {
      const { columnBreaks = [], titleColumns } = plan.print ?? {};
      if (columnBreaks.length === 0) continue;
      expect([layout.name, titleColumns]).toEqual([layout.name, 3]);
      const [first = 0] = columnBreaks;
      const criteria = layout.columns.filter(({ content }) => content.is === 'criterion');
      if (criteria.length > 0) expect(first).toBe(criteria.at(-1)?.column);
    }
  });

  test('every row fits on a page', () => {
    for (const section of sections) {
      const { plan, layout } = section;
      const room = (pageHeight(plan) * 96) / 72 - down(plan, layout.headerRow, layout.headerRow);
      for (const row of rowsOf(section))
        expect([layout.name, row, down(plan, row, row) <= room]).toEqual([layout.name, row, true]);
    }
  });

  test('title and introduction end on the first page, and something is said there', () => {
    for (const { plan, layout } of sections) {
      expect([layout.name, textAt(plan, 2, 1)]).toEqual([
        layout.name,
        expect.not.stringMatching(/^(?:See the Guide\.)?$/),
      ]);
      const [firstPage] = [plan.widths.slice(0, plan.print?.columnBreaks?.[0])];
      const longest = Math.max(textAt(plan, 1, 1).length * 1.6, textAt(plan, 2, 1).length);
      expect([layout.name, longest <= (widthOf(firstPage ?? []) / widthOf([1])) * 1.15]).toEqual([layout.name, true]);
    }
  });
});

describe('a section sheet', () => {
  const withScores = (levels: Readonly<Record<string, number>>, corrections = {}): SheetPlan => {
    const answers = Object.fromEntries(Object.entries(levels).map(([key, level]) => [`${key} score`, answered(level)]));
    return plannedSheet(
      planFor(sampleInstrument, issuedFor(sampleInstrument, corrections), responseWith(sampleInstrument, answers)),
      '1 Needs',
    );
  };

  test('opens at the first question without a score, and at the first one if all have theirs', () => {
    expect(withScores({ '1.1.1': 2 }).selected).toEqual({ row: 6, column: 3 });
    expect(withScores({ '1.1.1': 2, '1.1.2': 2, '1.2.1': 2 }).selected).toEqual({ row: 5, column: 3 });
  });

  test('shows the activity above the question, in its cell', () => {
    expect(textAt(withScores({}), 5, 2)).toBe('Assess\nHow good is 1.1.1?');
  });

  test('of a second opinion takes the agreed level from the list of levels, and colours it the same', () => {
    const plan = plannedSheet(planFor(reviewInstrument(sampleInstrument)), '1 Needs');
    const [level, agreed] = ['score', 'agreed'].map((field) => {
      const cell = plan.cells.find(({ row, name }) => row === 5 && name?.endsWith(`_${field}`));
      const place = address(5, cell?.column ?? 0);
      const formulas = formatFormulas(plan).filter((formula) => formula.includes(`ISNUMBER(${place})`));
      return {
        rule: cell?.validation?.rule,
        role: cell?.role,
        formulas: formulas.map((one) => one.replaceAll(place, 'X5')),
      };
    });
    expect(level?.formulas.length).toBeGreaterThan(0);
    expect(agreed).toEqual(level);
  });

  test('shows the level of the last round in few words, and its evidence where this one is given', () => {
    const response = responseWith(sampleInstrument, {
      '1.1.1 score': answered(2),
      '1.1.1 evidence': answered('A survey of all schools.'),
    });
    const lastRound = lastRoundOf(sampleInstrument, { round: '2025', instrument: sampleInstrument, response });
    const plan = withScores({}, { lastRound });
    expect([textAt(plan, 4, 4), textAt(plan, 5, 4), textAt(plan, 6, 4)]).toEqual([
      'Last round',
      'was 2',
      'was not answered',
    ]);
    const message = ({ validation }: PlannedCell): string | undefined => validation?.prompt.text;
    const evidence = plan.cells.filter(({ name }) => name?.endsWith('_evidence') === true).map(message);
    expect(evidence).toEqual([
      'In 2025 you wrote: A survey of all schools. What shows it.',
      'What shows it.',
      'What shows it.',
    ]);
  });
});
