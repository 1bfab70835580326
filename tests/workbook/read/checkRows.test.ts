import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { needsOutcomesOptions as needsOutcomes } from '../../../definitions/needs-outcomes-options.ts';
import { staffordshireCommissioningPractice as staffordshire } from '../../../definitions/staffordshire-commissioning-practice.ts';
import { worldClassCommissioning as worldClass } from '../../../definitions/world-class-commissioning.ts';
import { type Finding, findingLine, type Place, placeText } from '../../../src/finding/index.ts';
import type { Example, Instrument } from '../../../src/instrument/model/schema.ts';
import { exampleResponse } from '../../../src/response/exampleResponse.ts';
import { checklistOf } from '../../../src/scoring/plans/checklist.ts';
import type { RawWorkbook } from '../../../src/spreadsheet/model/rawWorkbook.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { readResponse } from '../../../src/workbook/read/readResponse.ts';
import { writeWorkbook } from '../../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../../issued.ts';
import { responseArbitrary, typedCells } from '../../responses.ts';
import { fillIn } from '../../tools/fillIn.ts';

const instrument = needsOutcomes;

type Row = Example['items'][string];

let blankWorkbook: Uint8Array;
let blankStaffordshire: Uint8Array;
let blankWorldClass: Uint8Array;
beforeAll(async () => {
  blankWorkbook = await writeWorkbook(instrument, issuedFor(instrument));
  blankStaffordshire = await writeWorkbook(staffordshire, issuedFor(staffordshire));
  blankWorldClass = await writeWorkbook(worldClass, issuedFor(worldClass));
});

/** A need and its options, nothing wrong with them. */
const need: Row = {
  case: 'CASE-01',
  'need-no': '1',
  need: 'To be safe in the early evening.',
  domain: 'Parenting capacity: ensuring safety',
  outcome: 'The child is safe.',
};
const nothing: Row = {
  case: 'CASE-01',
  'need-no': '1',
  option: 'n',
  kind: 'Non- or minimal intervention',
  description: 'Nothing is done.',
  risk: 'The child is hurt.',
  preferred: 'No',
};
const something: Row = {
  ...nothing,
  option: 'a',
  kind: 'Intervention',
  description: 'Somebody is there.',
  preferred: 'Yes',
  method: 'None',
  effectiveness: 5,
  gap: 'Does not exist',
  missing: 'A family support service.',
};
const without = (row: Row, ...keys: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)));

const typed = (needs: readonly Row[], options: readonly Row[], signed: readonly Row[] = []): Uint8Array =>
  fillIn(
    blankWorkbook,
    typedCells(
      instrument,
      exampleResponse(instrument, { introduction: 'x', items: {}, entries: { needs, options, 'sign-off': signed } }),
    ),
  );

const read = (...rows: Parameters<typeof typed>): readonly Finding[] =>
  readResponse(readPackage(typed(...rows)), instrument).findings;

const lines = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ code, place }) => `${code} ${placeText(place)}`);

describe('a return without a fault', () => {
  test('gives no finding', () => {
    expect(read([need], [nothing, something])).toEqual([]);
  });

  test('nor does one with nothing in it', () => {
    expect(read([], [])).toEqual([]);
  });
});

describe('an answer that makes others necessary', () => {
  test('is reported at each cell that is empty, with the answer that asks for it', () => {
    const findings = read([need], [nothing, without(something, 'method', 'effectiveness', 'gap', 'missing')]);
    expect(lines(findings)).toEqual([
      "answer.needed 'Options'!I6 (2)",
      "answer.needed 'Options'!J6 (2)",
      "answer.needed 'Options'!K6 (2)",
    ]);
    expect(findings[0]?.facts).toEqual({ answer: 'Yes', because: 'Preferred option', field: 'Existing method' });
  });

  test('is reported once for a cell that several answers ask for, and by level and label', () => {
    const findings = read([need], [nothing, without(something, 'missing')]);
    expect(lines(findings)).toEqual(["answer.needed 'Options'!L6 (2)"]);
    expect(findings[0]?.facts).toHaveProperty('answer', '5 Very unlikely to be effective');
  });

  test('asks for nothing more where there is no gap', () => {
    expect(
      read([need], [nothing, { ...without(something, 'missing'), method: 'A nurse', effectiveness: 3, gap: 'No gap' }]),
    ).toEqual([]);
  });

  test('is reported in rows that the definition gives, too: a Yes needs its evidence', () => {
    const answers = (items: Example['items']): readonly Finding[] =>
      readResponse(
        readPackage(
          fillIn(
            blankStaffordshire,
            typedCells(staffordshire, exampleResponse(staffordshire, { introduction: 'x', items, entries: {} })),
          ),
        ),
        staffordshire,
      ).findings;
    const [first = '', second = '', third = ''] = questions(staffordshire);
    const findings = answers({
      [first]: { answer: 1 },
      [second]: { answer: 1, evidence: 'Minutes' },
      [third]: { answer: 0 },
    });
    expect(findings.map(({ code, place }) => [code, place.key])).toEqual([['answer.needed', first]]);
    expect(findings[0]?.facts).toHaveProperty('answer', 'Yes');
  });
});

describe('a row that is begun', () => {
  test('is reported once, at its first cell, with all that it lacks', () => {
    const findings = read([need], [nothing, without(something, 'option', 'description', 'risk', 'preferred')]);
    expect(lines(findings)).toEqual(["entry.incomplete 'Options'!B6 (2)"]);
    expect(findings[0]?.facts).toHaveProperty('missing', [
      ...['Option', 'Description of the option', 'Risk assessment', 'Preferred option'],
    ]);
  });

  test('may leave out what is optional', () => {
    expect(read([need], [without(something, 'method'), nothing]).map(({ code }) => code)).toEqual(['answer.needed']);
    expect(read([{ ...need, deficits: 'Debt' }], [nothing])).toEqual([]);
  });
});

describe('an answer that rules out another', () => {
  test.each([4, 5])('is reported at the other: a rating of %i and no gap', (effectiveness) => {
    const findings = read([need], [nothing, { ...something, method: 'A nurse', effectiveness, gap: 'No gap' }]);
    expect(lines(findings)).toEqual(["answer.excluded 'Options'!K6 (2)"]);
    expect(findings[0]?.facts).toMatchObject({ excluded: 'No gap', because: 'Likely effectiveness' });
  });

  test.each(['None', 'none', ' NONE. '])(
    'is reported at each of the others: the method %j, rated 1, and no gap',
    (method) => {
      const findings = read([need], [nothing, { ...something, method, effectiveness: 1, gap: 'No gap' }]);
      expect(lines(findings)).toEqual(["answer.excluded 'Options'!J6 (2)", "answer.excluded 'Options'!K6 (2)"]);
      expect(findings[0]?.facts).toMatchObject({
        excluded: '1 Highly likely to be effective',
        because: 'Existing method',
      });
    },
  );

  test.each([
    [{ method: 'Respite', effectiveness: 3, gap: 'No gap' }],
    [{ method: 'None of the wards, but a nurse', effectiveness: 2, gap: 'No gap' }],
    [{ effectiveness: 5, gap: 'Needs to change' }],
  ])('allows %j', (change) => {
    expect(read([need], [nothing, { ...something, ...change }])).toEqual([]);
  });
});

describe('a row that belongs to a row of another sheet', () => {
  test.each([
    ['another case', { case: 'CASE-02' }],
    ['another number', { 'need-no': '2' }],
  ])('is reported when that has %s', (_what, change) => {
    const findings = read([need], [nothing, { ...something, ...change }]);
    expect(lines(findings)).toEqual(["entry.belongs-to-none 'Options'!B6 (2)"]);
  });

  test('is reported at the cell that is empty', () => {
    const findings = read([need], [nothing, without(something, 'need-no')]);
    expect(lines(findings)).toEqual(["entry.incomplete 'Options'!B6 (2)", "entry.belongs-to-none 'Options'!C6 (2)"]);
    expect(findings[1]?.facts).toHaveProperty('empty', ['Need number']);
  });

  test('is found however case and spaces are typed', () => {
    expect(read([need], [nothing, { ...something, case: ' case-01\u00a0', 'need-no': '1 ' }])).toEqual([]);
  });

  test('is not blamed for a sheet that is gone', () => {
    const raw = readPackage(typed([need], [nothing, something]));
    const gone: RawWorkbook = { ...raw, sheets: raw.sheets.filter(({ name }) => name !== 'Needs') };
    expect(readResponse(gone, instrument).findings.map(({ code }) => code)).toEqual(['sheet.missing']);
  });
});

describe('a row that must have another', () => {
  test.each([
    ['no row belongs to it', []],
    ['none is of the kind', [something]],
    ['the one of the kind lacks its risk', [without(nothing, 'risk')]],
  ])('is reported when %s', (_what, options) => {
    const findings = read([need], options).filter(({ code }) => code !== 'entry.incomplete');
    expect(lines(findings)).toEqual(["entry.lacks 'Needs'!B5 (1)"]);
  });

  test('is reported for each need that lacks it', () => {
    const others = [
      { ...need, 'need-no': '2' },
      { ...need, case: 'CASE-02' },
    ];
    expect(lines(read([need, ...others], [nothing]))).toEqual([
      "entry.lacks 'Needs'!B6 (2)",
      "entry.lacks 'Needs'!B7 (3)",
    ]);
  });

  test('is not blamed for a column that is gone', () => {
    const raw = readPackage(typed([need], [nothing]));
    const sheets = raw.sheets.map((sheet) =>
      sheet.name === 'Options'
        ? {
            ...sheet,
            rows: new Map(
              [...sheet.rows].map(([row, cells]) => [row, new Map([...cells].filter(([column]) => column !== 7))]),
            ),
          }
        : sheet,
    );
    const gone: RawWorkbook = { ...raw, sheets, definedNames: new Map() };
    expect(readResponse(gone, instrument).findings.map(({ code }) => code)).toEqual(['answer.place-lost']);
  });
});

test('what a partner has to put right by the source is an error, and all else a thing to look at', () => {
  const findings = read([need], [{ ...something, method: 'None', effectiveness: 1, gap: 'No gap' }, { option: 'b' }]);
  expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['entry.lacks']);
  expect(findings.length).toBeGreaterThan(3);
});

describe('kinds of rows that have to be there', () => {
  const kinds = worldClass.sections.flatMap(({ fields }) =>
    fields.flatMap((field) => (field.key === 'kind' && field.kind === 'choice' ? field.options : [])),
  );
  const participants = (some: readonly string[]): readonly Finding[] => {
    const rows = some.map((kind) => ({ name: 'A', role: 'B', organisation: 'C', kind, part: 'D' }));
    const response = exampleResponse(worldClass, { introduction: 'x', items: {}, entries: { participants: rows } });
    return readResponse(readPackage(fillIn(blankWorldClass, typedCells(worldClass, response))), worldClass).findings;
  };

  test('are all missing where there is no row', () => {
    const findings = participants([]);
    expect(findings.map(({ code, severity, place }) => [code, severity, place.sheet])).toEqual([
      ['section.lacks', 'error', 'Participants'],
    ]);
    expect(findings[0]?.facts).toHaveProperty(
      'missing',
      kinds.map((kind) => [kind]),
    );
    expect(kinds).toHaveLength(6);
  });

  test('are named where they are missing', () => {
    expect(participants(kinds.slice(1))[0]?.facts).toHaveProperty('missing', [['Senior staff']]);
  });

  test('are there in whatever order', () => {
    expect(participants(kinds.toReversed())).toEqual([]);
  });
});

/** Findings that say what the checklist says, too. */
const onChecklist = new Set([
  ...['answer.needed', 'answer.excluded', 'answer.no-reason', 'answer.not-an-option', 'answer.not-a-date'],
  ...['entry.incomplete', 'entry.belongs-to-none', 'entry.lacks', 'entry.twice', 'section.lacks'],
]);

describe('the checklist', () => {
  test.each([needsOutcomes, staffordshire, worldClass])(
    'of $key has whatever an import finds',
    async (asked) => {
      const blankOne = await writeWorkbook(asked, issuedFor(asked));
      fc.assert(
        fc.property(responseArbitrary(asked), (response) => {
          const back = readResponse(readPackage(fillIn(blankOne, typedCells(asked, response))), asked);
          const found = back.findings.filter(({ code }) => onChecklist.has(code));
          const { items, entries } = checklistOf(asked, back.response);
          const open = new Set([
            ...items.flatMap(({ item, unmet }) => (unmet.length > 0 ? [item.key] : [])),
            ...entries.flatMap(({ section, rows }) => rows.map(({ entry }) => `${section.key} ${entry}`)),
            ...entries.flatMap(({ section, lacking }) => (lacking.length > 0 ? [section.key] : [])),
          ]);
          for (const { code, place } of found) {
            const row = code === 'section.lacks' ? place.section : rowOf(asked, place);
            expect(open, `${code} ${placeText(place)}`).toContain(row);
          }
        }),
        { numRuns: 4, seed: 20_261_129 },
      );
    },
    120_000,
  );
});

/** A question by its key; a row by its section and its number. */
const rowOf = ({ sections }: Instrument, { section, key }: Place): string | undefined =>
  sections.some((one) => one.key === section && one.shape === 'entries') ? `${section} ${key}` : key;

test('two rows that others cannot distinguish are reported at the second', () => {
  const findings = read([need, { ...need, case: 'case-01' }], [nothing]);
  expect(lines(findings)).toEqual(["entry.twice 'Needs'!B6 (2)"]);
  expect(findings[0]?.facts).toHaveProperty('first', 'B5');
});

describe('personal data', () => {
  const number = '943 476 5919';

  test('is reported by cell and kind, and is in no finding', () => {
    const findings = read([{ ...need, need: `Mrs Okafor's child, ${number}`, domain: number }], [nothing]);
    expect(lines(findings)).toEqual([
      "answer.not-an-option 'Needs'!E5 (1)",
      "answer.personal 'Needs'!D5 (1)",
      "answer.personal 'Needs'!E5 (1)",
    ]);
    expect(findings[1]?.facts).toHaveProperty('kinds', ['an NHS number', "a person's name"]);
    expect(JSON.stringify(findings) + findings.map(findingLine).join('')).not.toMatch(/943|Okafor/);
  });

  test('is not repeated where it is beside the answers', () => {
    const raw = readPackage(typed([need], [nothing]));
    const value = { kind: 'text' as const, value: `Sarah is ${number}` };
    const sheets = raw.sheets.map((sheet) =>
      sheet.name === 'Needs'
        ? {
            ...sheet,
            rows: new Map([...sheet.rows]).set(99, new Map([[20, { row: 99, column: 20, value, formula: false }]])),
          }
        : sheet,
    );
    const { findings } = readResponse({ ...raw, sheets }, instrument);
    expect(lines(findings)).toEqual(["sheet.not-read 'Needs'!T99"]);
    expect(JSON.stringify(findings)).not.toContain('943');
    expect(findings[0]?.message).toContain('(not shown: an NHS number)');
  });

  test('of those who answer belongs into the sign-off, but no NHS number', () => {
    expect(
      read([need], [nothing], [{ name: 'Dr Patel', role: 'Paediatrician, 0161 496 0000', date: '2026-12-01' }]),
    ).toEqual([]);
    expect(lines(read([need], [nothing], [{ name: number, role: 'GP', date: '2026-12-01' }]))).toEqual([
      "answer.personal 'Sign-off'!B5 (1)",
    ]);
  });

  test('is only an NHS number where answers are about no person', () => {
    const [first = ''] = questions(staffordshire);
    const findings = (evidence: string): readonly string[] =>
      lines(
        readResponse(
          readPackage(
            fillIn(
              blankStaffordshire,
              typedCells(
                staffordshire,
                exampleResponse(staffordshire, {
                  introduction: 'x',
                  items: { [first]: { evidence } },
                  entries: {},
                }),
              ),
            ),
          ),
          staffordshire,
        ).findings,
      ).map((line) => line.split(' ')[0] ?? '');
    expect(findings('Ask Mrs Okafor, 0161 496 0000')).toEqual([]);
    expect(findings(`Case of ${number}`)).toEqual(['answer.personal']);
  });
});

const questions = ({ sections }: Instrument): readonly string[] =>
  sections.flatMap((section) =>
    section.shape === 'items' ? section.activities.flatMap(({ items }) => items.map(({ key }) => key)) : [],
  );
