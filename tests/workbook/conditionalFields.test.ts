import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defineInstrument } from '../../src/instrument/defineInstrument.ts';
import { type Answer, answered, blank, type Response } from '../../src/response/response.ts';
import { withConditions } from '../../src/scoring/conditions/withConditions.ts';
import { checklistOf } from '../../src/scoring/plans/checklist.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { readResponse } from '../../src/workbook/read/readResponse.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { anyInstrument } from '../anyInstrument.ts';
import { issuedFor } from '../issued.ts';
import { ownFields, withFields } from '../ownFields.ts';
import { formatFormulas, planFor, plannedSheet, textAt } from '../planned.ts';
import { withGnumeric, withLibreOffice } from '../programs.ts';
import { responseArbitrary, typedCells } from '../responses.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { savedInTurn } from '../savedBy.ts';
import { fillIn } from '../tools/fillIn.ts';
import { responseWith } from '../tools/responseWith.ts';
import { withOnlyIf } from './conditional.ts';
import { casesFor, compareFormulas, filledWith } from './recalculation.ts';

const ifGood = { item: '1.1.1', field: 'score', is: [3] } as const;

const { budget } = ownFields;

/** Of the sample, who took part, one field of the second section, and a field of one question are asked only if 1.1.1 is good. */
const instrument = defineInstrument(
  withOnlyIf(
    { participants: ifGood, '2 evidence': ifGood },
    withFields(
      {
        ...sampleInstrument,
        sections: sampleInstrument.sections.map((section) =>
          section.key === '2'
            ? {
                ...section,
                rules: [{ when: { field: 'score', is: [1] }, needs: ['evidence'] }],
                fields: section.fields.map((field) => {
                  if (field.kind !== 'score') return field;
                  const { notApplicable: _notApplicable, ...rest } = field;
                  return rest;
                }),
              }
            : section,
        ),
      },
      { '1.1.2': [{ ...budget, onlyIf: ifGood }] },
    ),
  ),
);
const details = issuedFor(instrument);

const planned = (answers: Readonly<Record<string, Answer>>, sheet: string) =>
  plannedSheet(planFor(instrument, details, responseWith(instrument, answers)), sheet);

const decided = (answers: Readonly<Record<string, Answer>>): Response =>
  withConditions(instrument, responseWith(instrument, answers), {});

const good = { '1.1.1 score': answered(3) };
const weak = { '1.1.1 score': answered(1) };
const row = { 'participants 1 name': answered('Ada Example'), 'participants 1 role': answered('Chair') };

describe('a sheet of rows that is asked only under a condition', () => {
  test('says whether to fill it in, and is grey while not', () => {
    expect(textAt(planned(weak, 'Participants'), 4, 1)).toBe(
      'Only if 1.1.1 is 3 Good. Otherwise leave this sheet blank.',
    );
    expect(textAt(planned(good, 'Participants'), 4, 1)).toBe('Fill in this sheet.');
    expect(formatFormulas(planned({}, 'Participants'))).toContain('$A$4<>"Fill in this sheet."');
  });

  test('is on no list of what is to do while it is not asked', () => {
    const what = (answers: Readonly<Record<string, Answer>>) =>
      checklistOf(instrument, decided(answers)).entries.map(({ tooFew, rows }) => [tooFew, rows.length]);
    expect(what(good)).toEqual([[true, 0]]);
    expect(what(weak)).toEqual([[false, 0]]);
    expect(what({ ...weak, 'participants 1 name': answered('Ada Example') })).toEqual([[false, 0]]);
    expect(what({ ...good, 'participants 1 name': answered('Ada Example') })).toEqual([[false, 1]]);
    const last = planned(weak, 'Checklist').cells.filter(({ column, row: at }) => column === 4 && at > 10);
    expect(last.map((cell) => textAt({ ...planned(weak, 'Checklist') }, cell.row, 4))).toContain('Not asked');
  });

  test('keeps what is filled in all the same, which is reported and counts nowhere', async () => {
    const typed = typedCells(instrument, responseWith(instrument, { ...weak, ...row }));
    const read = readResponse(readPackage(fillIn(await writeWorkbook(instrument, details), typed)), instrument);
    expect(read.findings.map(({ code, place: { cell } }) => [code, cell])).toEqual([['answer.not-asked', 'B6']]);
    const [first] = read.response.entries.get('participants') ?? [];
    expect(first?.answers.get('role')).toEqual({ state: 'does-not-apply', given: 'Chair' });
    expect([...(read.response.notAsked ?? [])]).toEqual(['participants']);
    const again = readResponse(readPackage(await writeWorkbook(instrument, details, read.response)), instrument);
    expect(again.response).toEqual(read.response);
  });

  test('counts again once the answer on which it depends is another', () => {
    const open = withConditions(
      instrument,
      { ...decided({ ...weak, ...row }), items: responseWith(instrument, good).items },
      {},
    );
    expect(open.entries.get('participants')?.[0]?.answers.get('role')).toEqual(answered('Chair'));
    expect(open.notAsked).toBeUndefined();
  });
});

describe('a field that is asked only under a condition', () => {
  const [needs, supply] = layoutOf(instrument).items;
  const columnOf = (sheet: typeof needs, key: string): number =>
    sheet?.columns.find(({ content }) => content.is === 'field' && content.field.key === key)?.column ?? 0;

  test('has above its heading whether it is asked, and a grey column while not', () => {
    const above = (answers: Readonly<Record<string, Answer>>): readonly string[] => [
      textAt(planned(answers, '1 Needs'), needs?.fieldsRow ?? 0, columnOf(needs, 'own-budget')),
      textAt(planned(answers, '2 Supply'), supply?.fieldsRow ?? 0, columnOf(supply, 'evidence')),
    ];
    expect(above(weak)).toEqual(['Only if 1.1.1 is 3 Good', 'Only if 1.1.1 is 3 Good']);
    expect(above(good)).toEqual(['Answer this', 'Answer this']);
    expect(formatFormulas(planned({}, '2 Supply')).filter((formula) => formula.includes('Answer this'))).toHaveLength(
      1,
    );
  });

  test('is needed by no rule while it is not asked', async () => {
    const lacking = (answers: Readonly<Record<string, Answer>>): readonly string[] =>
      checklistOf(instrument, decided({ ...answers, '2.1.1 score': answered(1) })).items.flatMap(({ item, unmet }) =>
        unmet.flatMap(({ requirement }) => (requirement.kind === 'needed' ? [item.key] : [])),
      );
    expect(lacking(good)).toEqual(['2.1.1']);
    expect(lacking(weak)).toEqual([]);
    const typed = typedCells(instrument, responseWith(instrument, { ...weak, '2.1.1 score': answered(1) }));
    const read = readResponse(readPackage(fillIn(await writeWorkbook(instrument, details), typed)), instrument);
    expect(read.findings).toEqual([]);
  });

  test('keeps its answer, which is reported by itself; the rest of its row counts', async () => {
    const answers = { ...weak, '1.1.2 score': answered(2), '1.1.2 own-budget': answered(5000) };
    const typed = typedCells(instrument, responseWith(instrument, answers));
    const read = readResponse(readPackage(fillIn(await writeWorkbook(instrument, details), typed)), instrument);
    expect(read.findings.map(({ code, facts }) => [code, 'fields' in facts ? facts.fields : []])).toEqual([
      ['answer.not-asked', ['Budget for this']],
    ]);
    expect(read.response.items.get('1.1.2')?.get('score')).toEqual(answered(2));
    expect(read.response.items.get('1.1.2')?.get('own-budget')).toEqual({
      ...{ state: 'does-not-apply', given: 5000, alone: true },
    });
  });
});

test('what is not asked never changes what else is decided, and deciding again changes nothing', () => {
  fc.assert(
    fc.property(
      anyInstrument.chain((one) => fc.tuple(fc.constant(one), responseArbitrary(one))),
      ([one, response]) => {
        const once = withConditions(one, response, {});
        expect(withConditions(one, once, {})).toEqual(once);
        const items = new Map(
          [...once.items].map(([key, answers]) => [
            key,
            new Map([...answers].map(([field, answer]) => [field, answer.state === 'does-not-apply' ? blank : answer])),
          ]),
        );
        const without = withConditions(one, { ...once, items }, {});
        const states = ({ items: all }: Response): readonly string[] =>
          [...all].flatMap(([key, answers]) => [...answers].map(([field, { state }]) => `${key} ${field} ${state}`));
        expect(states(without)).toEqual(states(once));
      },
    ),
    { numRuns: 60 },
  );
});

const seed = 20_261_130;

withGnumeric(`any instruments (seed ${seed})`, () => {
  withLibreOffice('calculated by LibreOffice and Gnumeric in turn', () => {
    test('every formula gives what scoring says', async () => {
      const some = fc.sample(anyInstrument, { seed, numRuns: 4 });
      const filled = await Promise.all(
        some.map(async (one, index) => {
          const [chosen] = casesFor(one, seed + index, 9 + index).slice(8 + index);
          const response = chosen?.response ?? responseWith(one, {});
          const [file = new Uint8Array()] = filledWith(
            await writeWorkbook(one, issuedFor(one)),
            chosen ? [chosen] : [],
          );
          return { one, response, file };
        }),
      );
      const saved = savedInTurn(filled.map(({ file }) => file));
      for (const [index, { one, response }] of filled.entries()) {
        const found = await compareFormulas(one, issuedFor(one), response, saved[index] ?? new Uint8Array());
        expect(found.differences).toEqual([]);
        expect(found.formulas).toBeGreaterThan(100);
      }
    }, 120_000);
  });
});
