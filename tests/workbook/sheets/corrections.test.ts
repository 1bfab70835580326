import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import { finding, type RecordedFinding } from '../../../src/finding/index.ts';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { answered, emptyResponse, type Response } from '../../../src/response/response.ts';
import { address } from '../../../src/spreadsheet/model/address.ts';
import { rankedFormats } from '../../../src/spreadsheet/plan/rules.ts';
import type { WorkbookPlan } from '../../../src/spreadsheet/plan/sheetPlan.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { renderWorkbook } from '../../../src/spreadsheet/write/renderWorkbook.ts';
import { checkFit } from '../../../src/workbook/layout/checkFit.ts';
import { correctionsOf } from '../../../src/workbook/read/correctionsOf.ts';
import { readResponse } from '../../../src/workbook/read/readResponse.ts';
import { writeWorkbook } from '../../../src/workbook/writeWorkbook.ts';
import { outlineOf } from '../../golden/outline.ts';
import { planOutline } from '../../golden/planOutline.ts';
import { issuedFor } from '../../issued.ts';
import { planFor, plannedSheet, textAt } from '../../planned.ts';
import { responseArbitrary } from '../../responses.ts';
import { sampleInstrument as instrument, sampleDefinition } from '../../sampleInstrument.ts';
import { fillIn, type TypedCell } from '../../tools/fillIn.ts';

/** On the sheets of the sample: C score, G evidence, H action, I lead, J date; rows 5 to 7, also of entries. */
const needs = (cell: { row: number; column: number; value: TypedCell['value'] }): TypedCell => ({
  sheet: '1 Needs',
  ...cell,
});

interface Corrected {
  readonly plan: WorkbookPlan;
  /** As it was read from the workbook that came back. */
  readonly response: Response;
  readonly corrections: readonly RecordedFinding[];
  /** Rows of the list up front: sheet, what it is about, what is wrong, and what the link says. */
  readonly listed: readonly (readonly string[])[];
}

/** The correction workbook for what was typed into a blank one. */
async function corrected(typed: readonly TypedCell[], asked: Instrument = instrument): Promise<Corrected> {
  const issued = await writeWorkbook(asked, issuedFor(asked));
  return correctedFrom(fillIn(issued, typed), asked);
}

async function correctedFrom(returned: Uint8Array, asked: Instrument = instrument): Promise<Corrected> {
  const { response, findings } = readResponse(readPackage(returned), asked);
  const corrections = correctionsOf(asked, response, findings);
  const plan = planFor(asked, issuedFor(asked, { corrections }), response);
  const listed = corrections.map((_one, index) =>
    [1, 2, 3, 4].map((column) => textAt(plannedSheet(plan, 'Corrections'), 5 + index, column)),
  );
  return { plan, response, corrections, listed };
}

const codes = (findings: readonly RecordedFinding[]): readonly string[] => findings.map(({ code }) => code);

/** A workbook as it is read back. */
const written = async (plan: WorkbookPlan) => readPackage(await renderWorkbook(plan));

/** Addresses of the cells of a sheet that have the look of what is to be corrected. */
const marked = (plan: WorkbookPlan, name: string): readonly string[] =>
  plannedSheet(plan, name)
    .cells.filter(({ role }) => role.endsWith('Marked'))
    .map(({ row, column }) => address(row, column));

describe('the list up front', () => {
  const slips = [
    needs({ row: 6, column: 3, value: 'see below' }),
    needs({ row: 5, column: 3, value: 'n/a' }),
    needs({ row: 7, column: 10, value: 'end of March' }),
  ];

  test('is right after the cover, and the cover leads to it', async () => {
    const { plan } = await corrected(slips);
    expect(plan.sheets.map(({ name }) => name).slice(0, 3)).toEqual(['Cover', 'Corrections', 'Guide']);
    const cover = plannedSheet(plan, 'Cover');
    expect(cover.cells.map(({ row }) => textAt(cover, row, 1))).toContain('Corrections');
  });

  test('lists in the order of the sheets what is wrong, where, and what to do', async () => {
    const { listed, corrections } = await corrected(slips);
    expect(listed.map(([sheet, about, , link]) => [sheet, about, link])).toEqual([
      ['1 Needs', '1.1.1 Score', 'Go to C5'],
      ['1 Needs', '1.1.1 Our evidence', 'Go to G5'],
      ['1 Needs', '1.1.2 Score', 'Go to C6'],
      ['1 Needs', '1.2.1 By when', 'Go to J7'],
      ['Checklist', 'The whole workbook', 'Go to Checklist'],
    ]);
    expect(codes(corrections)).toEqual([
      'answer.read-as',
      'answer.no-reason',
      'answer.not-an-option',
      'answer.not-a-date',
      'correction.open',
    ]);
    expect(listed.map(([, , message]) => message)).toEqual(corrections.map(({ message }) => message));
  });

  test('is in the file as it is planned, with the cells in question', async () => {
    const { plan } = await corrected(slips);
    expect(outlineOf(await renderWorkbook(plan))).toBe(planOutline(plan));
  });

  test('links to the cells, with quotes doubled', async () => {
    const quoted = {
      ...sampleDefinition,
      sections: sampleDefinition.sections.map((section) =>
        section.key === '1' ? { ...section, shortTitle: 'The "needs"' } : section,
      ),
    };
    const { plan } = await corrected(
      [{ ...needs({ row: 6, column: 3, value: '?' }), sheet: '1 The &quot;needs&quot;' }],
      quoted,
    );
    const link = plannedSheet(plan, 'Corrections').cells.find(({ row, column }) => row === 5 && column === 4);
    expect(link?.content).toMatchObject({
      formula: `HYPERLINK("#'1 The ""needs""'!C6","Go to C6")`,
    });
  });

  test('is what the workbook opens on, and gives it its title', async () => {
    const { plan } = await corrected(slips);
    const title = 'Correction workbook: 5 things to put right';
    expect(plan.opensOn).toBe('Corrections');
    expect(plan.title).toMatch(new RegExp(`^${title}\\. `));
    expect(['Cover', 'Corrections'].map((name) => textAt(plannedSheet(plan, name), 1, 1))).toEqual([title, title]);
    expect(planFor(instrument).opensOn).toBeUndefined();
  });

  test('is a real table, and is not there where nothing is to be corrected', async () => {
    const { plan } = await corrected(slips);
    expect(plannedSheet(plan, 'Corrections').tables.map(({ headings }) => headings)).toEqual([
      ['Sheet', 'Question', 'What is wrong and what to do', 'Go there', 'If it is right as it is: why'],
    ]);
    for (const details of [issuedFor(instrument), issuedFor(instrument, { corrections: [] })]) {
      expect(planFor(instrument, details).sheets.map(({ name }) => name)).not.toContain('Corrections');
    }
  });

  test('names a lost sheet, and leaves out what a fresh workbook puts right by itself', async () => {
    const response = emptyResponse(instrument);
    const found = [
      finding('sheet.missing', { sheet: '2 Supply' }, { sheet: '2 Supply', answers: 10 }),
      finding('sheet.renamed', { sheet: 'Needs' }, { expected: '1 Needs', found: 'Needs' }),
      finding('sheet.not-read', { sheet: 'My own', cell: 'B2' }, { value: 'a stray answer' }),
      finding('return.partner-name-changed', {}, { issued: 'A', found: 'B' }),
      finding(
        'answer.formula',
        { sheet: '1 Needs', cell: 'G9', key: '1.9.9', section: '1', field: 'score' },
        { field: 'Score' },
      ),
    ];
    const corrections = correctionsOf(instrument, response, found);
    expect(codes(corrections)).toEqual(['sheet.not-read', 'sheet.missing', 'correction.open']);
    const list = plannedSheet(planFor(instrument, issuedFor(instrument, { corrections }), response), 'Corrections');
    const row = (number: number) => [1, 2, 4].map((column) => textAt(list, number, column));
    expect(row(5)).toEqual(['My own', 'Cell B2 of the workbook that came back', 'Not in this workbook']);
    expect(row(6)).toEqual(['2 Supply', 'The whole sheet', 'Go to 2 Supply']);
  });

  test('takes its name: no sheet of an instrument may be called so', () => {
    const sections = sampleDefinition.sections.map((section) =>
      section.shape === 'entries' ? { ...section, shortTitle: 'corrections' } : section,
    );
    expect(codes(checkFit({ ...sampleDefinition, sections }))).toEqual(['definition.sheet-name']);
  });
});

describe('the cells in question', () => {
  test('are marked, and no others, wherever they were in the returned workbook', async () => {
    const moved = { ...sampleDefinition, sections: [...sampleDefinition.sections].reverse() };
    const { plan, corrections } = await corrected([
      needs({ row: 6, column: 3, value: 'see below' }),
      needs({ row: 7, column: 10, value: 'soon' }),
    ]);
    expect(marked(plan, '1 Needs')).toEqual(['C6', 'J7']);
    expect(marked(plan, '2 Supply')).toEqual([]);
    const elsewhere = corrections.map((one) => ({ ...one, place: { ...one.place, cell: 'B99' } }));
    const again = planFor(moved, issuedFor(moved, { corrections: elsewhere }));
    expect(marked(again, '1 Needs')).toEqual(['C6', 'J7']);
  });

  test('are marked before every other format, whatever else a format says of them', async () => {
    const { plan } = await corrected([needs({ row: 6, column: 3, value: 7 })]);
    const sheet = plannedSheet(plan, '1 Needs');
    const [first] = rankedFormats(sheet);
    expect(first).toMatchObject({ range: 'C6', rules: [{ priority: 1, rule: { formula: 'TRUE' } }] });
    expect(marked(plan, '1 Needs')).toContain('C6');
  });

  test('say beside them what is wrong, as far as there is room', async () => {
    const { plan } = await corrected([needs({ row: 6, column: 3, value: 'see below' })]);
    const asked = plannedSheet(plan, '1 Needs').cells.find(({ row, column }) => row === 6 && column === 3);
    const prompt = asked?.validation?.prompt.text ?? '';
    expect(prompt).toMatch(/^To be corrected\. "see below" is not a valid answer/);
    expect(prompt.length).toBeLessThanOrEqual(255);
  });
});

describe('the answers', () => {
  test('come back equal, those that cannot be read as they were typed', async () => {
    const { plan, response } = await corrected([
      needs({ row: 5, column: 3, value: 'see below' }),
      needs({ row: 6, column: 3, value: 7 }),
      needs({ row: 7, column: 3, value: 'n/a' }),
      needs({ row: 7, column: 7, value: '=1+1' }),
      needs({ row: 7, column: 10, value: 'end of March' }),
      { sheet: 'Participants', row: 6, column: 2, value: 'A. Person' },
    ]);
    expect(readResponse(await written(plan), instrument).response).toEqual(response);
    const states = [...response.items.values()].flatMap((answers) => [...answers.values()].map(({ state }) => state));
    expect(states.filter((state) => state !== 'blank')).toEqual([
      'unreadable',
      'unreadable',
      'not-applicable',
      'answered',
      'unreadable',
    ]);
  });

  test('in rows that the partner added have room, and are preserved', async () => {
    const many = {
      ...emptyResponse(instrument),
      entries: new Map([
        [
          'participants',
          [1, 2, 3, 4, 5].map((entry) => ({
            entry,
            answers: new Map([
              ['name', answered(`Person ${entry}`)],
              ['role', answered('Head')],
            ]),
          })),
        ],
      ]),
    };
    const read = readResponse(readPackage(await writeWorkbook(instrument, issuedFor(instrument), many)), instrument);
    expect(read).toMatchObject({ response: many, findings: [] });
  });

  test('of a formula that gave an error are asked for anew, and not taken for a text', async () => {
    const response: Response = {
      ...emptyResponse(instrument),
      items: new Map([['1.1.1', new Map([['evidence', { state: 'unreadable', text: '#REF!' }]])]]),
    };
    const bytes = await writeWorkbook(instrument, issuedFor(instrument), response);
    expect(readResponse(readPackage(bytes), instrument).response).toEqual(emptyResponse(instrument));
  });

  test.each(instruments.map((one) => [one.key, one] as const))(
    'of %s come back equal, whatever they are and whatever is marked',
    { timeout: 60_000 },
    async (_key, asked) => {
      await fc.assert(
        fc.asyncProperty(responseArbitrary(asked), async (response) => {
          const bytes = await writeWorkbook(asked, issuedFor(asked), response);
          const again = await correctedFrom(bytes, asked);
          expect(again.response).toEqual(response);
          expect(readResponse(await written(again.plan), asked).response).toEqual(response);
        }),
        { numRuns: 2, seed: 5 },
      );
    },
  );

  test('give the same bytes when they are written again', async () => {
    const typed = [needs({ row: 6, column: 3, value: 'see below' })];
    const [one, other] = [await corrected(typed), await corrected(typed)];
    const [bytes, again] = [await renderWorkbook(one.plan), await renderWorkbook(other.plan)];
    expect(Buffer.from(bytes).equals(again)).toBe(true);
  });
});
