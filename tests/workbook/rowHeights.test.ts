import { beforeAll, expect, test } from 'vitest';
import { instruments } from '../../definitions/index.ts';
import { needsOutcomesOptions } from '../../definitions/needs-outcomes-options.ts';
import { pctSelfAssessment } from '../../definitions/pct-self-assessment.ts';
import { type ByKind, byKind } from '../../src/instrument/model/fieldKinds.ts';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import { scaleOf } from '../../src/instrument/model/traverse.ts';
import { type Answer, answered, type Response } from '../../src/response/response.ts';
import { lastRoundOf } from '../../src/scoring/plans/lastRound.ts';
import { cellHeight } from '../../src/spreadsheet/plan/rowHeights.ts';
import type { PlannedCell, SheetPlan, WorkbookPlan } from '../../src/spreadsheet/plan/sheetPlan.ts';
import { aroundText, defaultRowHeight, linePitch } from '../../src/spreadsheet/style/rowHeight.ts';
import { styleOf } from '../../src/spreadsheet/style/theme.ts';
import { renderWorkbook } from '../../src/spreadsheet/write/renderWorkbook.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { issuedFor } from '../issued.ts';
import { planFor } from '../planned.ts';
import { rowHeightsInLibreOffice, withUno } from '../programs.ts';
import { answerCells } from '../tools/answerCells.ts';
import { responseWith } from '../tools/responseWith.ts';

/** LibreOffice substitutes Liberation Sans for Arial, which has its widths. */

/** Every question answered, and two rows of each list filled in, in words of usual length. */
function filledIn(instrument: Instrument): Response {
  const answers: Record<string, Answer> = {};
  for (const [index, { subject, entry, field }] of answerCells(layoutOf(instrument)).entries()) {
    if (entry !== undefined && entry > 2) continue;
    const place = entry === undefined ? '' : ` ${entry}`;
    answers[`${subject}${place} ${field.key}`] = answered(byKind(values, field, instrument, index));
  }
  return responseWith(instrument, answers);
}

const texts = [
  'Joint strategic needs assessment, refreshed this spring; minutes of the steering group.',
  "Children's lead",
  'Two more sessions a week, once the post is filled.\nA high-cost, low-volume service: see https://www.sample.example/minutes.',
];

const values: ByKind<[instrument: Instrument, index: number], number | string> = {
  score: (field, instrument, index) => {
    const { options } = scaleOf(instrument, field);
    return options[index % options.length]?.level ?? 1;
  },
  text: (_field, _instrument, index) => texts[index % texts.length] ?? '',
  date: () => '2026-12-14',
  'yes-no': () => 'Yes',
  link: () => 'https://www.sample.example/minutes',
  choices: ({ options }) => options[0] ?? '',
  number: ({ greatest = 1_250_000 }) => greatest,
  computed: () => 0,
  choice: ({ options }, _instrument, index) => options[index % options.length] ?? '',
};

const blanks = instruments.map((instrument) => ({
  key: instrument.key,
  plan: planFor(instrument, issuedFor(instrument)),
}));

/** Those with every kind of sheet: criteria beside scores, and lists of entries with scores. LibreOffice takes 3 s for each. */
const filled = [pctSelfAssessment, needsOutcomesOptions].map((instrument) => {
  const response = filledIn(instrument);
  const lastRound = lastRoundOf(instrument, { round: '2025', instrument, response });
  return { key: `${instrument.key}-filled`, plan: planFor(instrument, issuedFor(instrument, { lastRound }), response) };
});

const plans = [...blanks, ...filled];

/** Only tables with buttons for filters are written: LibreOffice leaves room for buttons of the others, too. */
const withoutHiddenButtons = (plan: WorkbookPlan): WorkbookPlan => ({
  ...plan,
  sheets: plan.sheets.map((sheet) => ({
    ...sheet,
    tables: sheet.tables.filter(({ filterButtons }) => filterButtons === true),
  })),
});

/** By sheet, the heights of its rows in points. */
type Heights = Readonly<Record<string, readonly number[]>>;

/** LibreOffice's pitch of lines by font size, and what it adds to a row, in points. */
const pitches: ReadonlyMap<number, number> = new Map([
  [10, 11.2],
  [11, 12.68],
]);
const added = 1.45;

/** The height of a row of the plan's lines at LibreOffice's pitch. */
function atItsPitch(cells: readonly PlannedCell[], { widths }: SheetPlan): number {
  const heights = cells.map((cell) => {
    const { size = 10 } = styleOf(cell.role).font ?? {};
    const lines = Math.round((cellHeight(cell, widths) - aroundText) / linePitch(size));
    return lines * (pitches.get(size) ?? size * 1.15) + added;
  });
  return Math.max(...heights);
}

interface FittedRow {
  readonly place: string;
  /** Lines of the plan beyond those of LibreOffice. */
  readonly more: number;
  /** Whether the row is lower than LibreOffice makes it. */
  readonly isCut: boolean;
}

function compareRows(sheets: readonly SheetPlan[], fitted: Heights) {
  return sheets
    .filter(({ state }) => state === undefined)
    .flatMap((sheet) => {
      const byRow = new Map<number, PlannedCell[]>();
      for (const cell of sheet.cells) {
        if (cell.content !== undefined || cell.role.startsWith('input'))
          byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
      }
      return [...byRow].map(([row, cells]): FittedRow => {
        const height = fitted[sheet.name]?.[row - 1] ?? Number.NaN;
        const more = Math.round((atItsPitch(cells, sheet) - height) / 11.2);
        return {
          place: `${sheet.name}, row ${row}`,
          more,
          isCut: !((sheet.heights.get(row) ?? defaultRowHeight) >= height),
        };
      });
    });
}

withUno('beside the heights that LibreOffice gives to rows', () => {
  const fitted = new Map<string, Heights>();
  beforeAll(async () => {
    const workbooks: Uint8Array[] = [];
    for (const { plan } of plans) workbooks.push(await renderWorkbook(withoutHiddenButtons(plan)));
    const heights = rowHeightsInLibreOffice(workbooks);
    for (const [index, { key }] of plans.entries()) fitted.set(key, heights[index] ?? {});
  }, 300_000);

  test.each(blanks)('$key: every row has its lines, or one more', ({ key, plan }) => {
    const rows = compareRows(plan.sheets, fitted.get(key) ?? {});
    expect(rows.length).toBeGreaterThan(150);
    expect(rows.filter(({ more, isCut }) => isCut || more < 0 || more > 1)).toEqual([]);
  });

  test.each(filled)('$key in: no answer is cut, with long words in narrow columns', ({ key, plan }) => {
    const rows = compareRows(plan.sheets, fitted.get(key) ?? {});
    expect(rows.length).toBeGreaterThan(150);
    expect(rows.filter(({ more, isCut }) => isCut || more < 0)).toEqual([]);
  });
});
