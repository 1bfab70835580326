import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answers, answered, blank, isFilledIn, type Response } from '../../../src/response/response.ts';
import {
  factAt,
  factsAsResponse,
  factsOf,
  type GivenFacts,
  mergeFacts,
  noFacts,
} from '../../../src/scoring/plans/givenFacts.ts';
import { address } from '../../../src/spreadsheet/model/address.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { changesSinceIssue } from '../../../src/workbook/compare/changesSinceIssue.ts';
import { givenFindings } from '../../../src/workbook/compare/givenFindings.ts';
import { extendEntryRows } from '../../../src/workbook/layout/extendEntryRows.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { readResponse } from '../../../src/workbook/read/readResponse.ts';
import { workbookContent, workbookPlan } from '../../../src/workbook/workbookPlan.ts';
import { workbookWriter, writeWorkbook } from '../../../src/workbook/writeWorkbook.ts';
import { carriedInstrument as instrument } from '../../givenInstrument.ts';
import { issuedFor, printedFor } from '../../issued.ts';
import { responseArbitrary, typedCells } from '../../responses.ts';
import { type AnswerCell, answerCells } from '../../tools/answerCells.ts';
import { fillIn, type TypedCell } from '../../tools/fillIn.ts';
import { lintPackage } from '../../tools/lint.ts';

const seed = 20_261_130;
const cells = answerCells(layoutOf(instrument));

/** What a partner might have answered in the last round, and what it might answer now. */
const facts = responseArbitrary(instrument).map((response) => factsOf(instrument, compacted(response)));
const now = responseArbitrary(instrument).map((response) => factsOf(instrument, compacted(response)));

/** Rows of a list are one below the other. */
const compacted = ({ items, entries }: Response): Response => ({
  items,
  entries: new Map(
    [...entries].map(([section, rows]) => [section, rows.map(({ answers }, index) => ({ entry: index + 1, answers }))]),
  ),
});

function found(bytes: Uint8Array, given: GivenFacts) {
  const { response, findings, places } = readResponse(readPackage(bytes), instrument, {}, given);
  return { response, findings, changes: givenFindings(instrument, given, response, places) };
}

const answerIn = ({ items, entries }: Response, { subject, entry, field }: AnswerCell) => {
  const rows: Answers | undefined =
    entry === undefined ? items.get(subject) : entries.get(subject)?.find((row) => row.entry === entry)?.answers;
  return rows?.get(field.key) ?? blank;
};

const isSamePlace = (one: TypedCell, { sheet, row, column }: AnswerCell): boolean =>
  one.sheet === sheet && one.row === row && one.column === column;

/** What may be wrong with random facts, as it may with random answers. */
const aboutContent = /^entry\.|^answer\.(?:unusual|figures-disagree|jump.*)$/;

const textOf = (value: unknown): string => JSON.stringify(value);

describe('facts given beforehand', () => {
  test('come back as given from a workbook that nobody changed', async () => {
    const check = fc.asyncProperty(facts, async (given) => {
      const bytes = await writeWorkbook(instrument, issuedFor(instrument, { given }));
      const { response, findings, changes } = found(bytes, given);
      expect(changes).toEqual([]);
      expect(findings.filter(({ code }) => !aboutContent.test(code))).toEqual([]);
      for (const cell of cells) expect(answerIn(response, cell)).toEqual(answerIn(given, cell));
    });
    await fc.assert(check, { seed, numRuns: 10 });
  });

  test('are reported where they were changed, each with its cell, and nowhere else', async () => {
    const check = fc.asyncProperty(facts, now, fc.nat(), async (given, answers, at) => {
      const changeable = cells.filter(
        (cell) =>
          isFilledIn(answerIn(given, cell)) &&
          isFilledIn(answerIn(answers, cell)) &&
          textOf(answerIn(given, cell)) !== textOf(answerIn(answers, cell)),
      );
      // Among questions all of them; of rows one at a time, as they are recognised by the others.
      const ofRows = changeable.filter(({ entry }) => entry !== undefined);
      const changed = changeable.filter((cell) => cell.entry === undefined || cell === ofRows[at % ofRows.length]);
      const typed = typedCells(instrument, answers).filter((one) => changed.some((cell) => isSamePlace(one, cell)));
      const issued = await writeWorkbook(instrument, issuedFor(instrument, { given }));
      const { changes } = found(fillIn(issued, typed), given);
      expect(changes.map(({ place }) => place.cell)).toEqual(changed.map(({ row, column }) => address(row, column)));
      expect(changes.every(({ code }) => code === 'given.changed')).toBe(true);
    });
    await fc.assert(check, { seed, numRuns: 10 });
  });

  test('are in a stamped workbook as in one that is rendered by itself', async () => {
    const check = fc.asyncProperty(fc.array(facts, { minLength: 2, maxLength: 4 }), async (all) => {
      const write = workbookWriter(instrument);
      for (const given of [noFacts, ...all, noFacts]) {
        const details = issuedFor(instrument, { given });
        expect(Buffer.from(await write(details)).equals(await writeWorkbook(instrument, details))).toBe(true);
      }
    });
    await fc.assert(check, { seed, numRuns: 3 });
  });

  test('may be more rows than a sheet has: it gets as many', async () => {
    const rows = [1, 2, 3, 4, 5, 6].map((entry) =>
      factAt({ section: 'projects', entry }, 'name', answered(`Project ${entry}`)),
    );
    const given = mergeFacts(rows);
    const details = issuedFor(instrument, { given });
    const bytes = await writeWorkbook(instrument, details);
    const { response, changes } = found(bytes, given);
    expect(response.entries.get('projects')).toHaveLength(6);
    expect(changes).toEqual([]);
    const since = changesSinceIssue(
      readPackage(bytes),
      printedFor(extendEntryRows(instrument, given), details),
      instrument,
      response,
    );
    expect(since).toEqual([]);
    expect(lintPackage(bytes)).toEqual([]);
  });

  test('say so beside their cells and in the messages of these, and have a look of their own', () => {
    const given = mergeFacts([
      factAt({ item: '1.1.1' }, 'people', answered(12_300)),
      factAt({ item: '1.1.1' }, 'places', answered('Home; Clinic')),
    ]);
    const { sheets } = workbookPlan(
      workbookContent(instrument, issuedFor(instrument, { given }), factsAsResponse(instrument, given)),
    );
    const [sheet] = sheets.filter(({ name }) => name === '1 Figures');
    const textsIn = (row: number) =>
      sheet?.cells.filter((cell) => cell.row === row && cell.origin === 'answer').map(({ content }) => content);
    const [first, second] = layoutOf(instrument).items[0]?.rows ?? [];
    expect(textsIn(first?.row ?? 0)).toContain('People: 12,300 people\nPlaces: Home; Clinic');
    expect(textsIn(second?.row ?? 0)).not.toContain('People: 12,300 people');
    const messages = sheet?.cells.flatMap(({ validation }) => validation?.prompt.text ?? []) ?? [];
    expect(messages.filter((text) => text.includes('Given'))).toEqual([
      expect.stringMatching(/^Given: 12,300 people\. Leave it to confirm it, or change it\. How many people/),
      expect.stringMatching(/^Given: Home; Clinic\. Leave it to confirm it, or change it\./),
    ]);
    expect(
      sheet?.formats.flatMap((format) => ('colours' in format ? format.colours : [])).map(({ colour }) => colour),
    ).toContain('given');
  });
});
