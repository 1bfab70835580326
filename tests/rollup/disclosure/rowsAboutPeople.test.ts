import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsAboutPeople } from '../../../src/rollup/disclosure/rowsAboutPeople.ts';
import { type TidyRow, tidyRows } from '../../../src/rollup/figures/tidyData.ts';
import type { RollUp } from '../../../src/rollup/load/rollUp.ts';
import { type CasesOf, caseRegionOf } from '../caseRegion.ts';
import { regionOf } from '../region.ts';

/** Each row with what is shown of its fields, and a question mark where an answer could not be read. */
function lines(rows: Iterable<TidyRow>): readonly string[] {
  const shownOf = new Map<string, string[]>();
  for (const { question, shown, answer } of rows) {
    const line = shownOf.get(question) ?? [];
    shownOf.set(question, line);
    line.push(`${answer.state === 'unreadable' ? '?' : ''}${shown}`);
  }
  return [...shownOf].map(([question, line]) => `${question}: ${line.join(' | ')}`);
}

describe('rows about people', () => {
  test('are in the order of their cases, with numbers instead of references, and show levels and choices', () => {
    const region = caseRegionOf([
      {
        code: 'X01',
        needs: ['Ann | 1 | Health | sad', 'ann | 2 | Housing | damp', '- | 1 | Health | no reference'],
        options: [
          'Ann | 2 | Yes | 5 | Too far | a bus',
          'ANN | 1 | No | ?often | None | -',
          'Ann | ?two | Yes | 1 | ?x | -',
        ],
      },
      {
        code: 'X02',
        needs: ['Ann | 1 | Housing | cold', 'Bob | 1 | - | -'],
        options: ['Bob | 7 | Yes | 3 | Too little | money', 'Cat | 1 | Yes | 4 | None | time'],
      },
    ]);
    expect(lines(tidyRows(region, 'partner'))).toEqual([
      'Needs 1: [w] | [c] | Health | [c]',
      'Needs 2: 1 | 1 | [w] | [w]',
      'Needs 3: 2 | 1 | Housing | [c]',
      'Needs 4: 3 | 1 | Housing | [c]',
      'Needs 5: 3 | 2 | Health | [c]',
      'Options 1: 1 | 2 | Yes | 3 | Too little | [c]',
      'Options 2: 4 | 1 | Yes | 4 | None | [c]',
      'Options 3: 3 | 1 | Yes | 5 | Too far | [c]',
      'Options 4: 3 | ?3 | Yes | 1 | ?[c] | [w]',
      'Options 5: 3 | 2 | No | ?[c] | None | [w]',
    ]);
  });

  test('are sorted within each section where there are no cases, and say what came on paper', () => {
    const region = regionOf([
      { code: 'X01', name: 'A', scores: '1 z 3 1 -', participants: ['Ann'] },
      { code: 'X02', name: 'B', scores: '2 2 2 2 2', participants: ['Bob', 'Cat'] },
    ]);
    const aboutPeople: RollUp = {
      ...region,
      instrument: { ...region.instrument, aboutPeople: true },
      partners: region.partners.map((one) =>
        one.partner.code === 'X01' && one.counting !== undefined
          ? { ...one, counting: { ...one.counting, isPaper: true } }
          : one,
      ),
    };
    const rows = [...tidyRows(aboutPeople, 'partner', ({ key }) => key === 'score' || key === 'name')];
    expect(rows.map(({ question, shown, source }) => `${question}: ${shown} ${source}`)).toEqual([
      '1.1.2: 2 returned',
      '1.2.1: 3 paper',
      '1.1.2: [z] paper',
      '1.1.1: 2 returned',
      '1.2.1: 2 returned',
      '1.1.1: 1 paper',
      '2.1.1: 1 paper',
      '2.1.2: 2 returned',
      '2.1.2: [w] paper',
      '2.1.1: 2 returned',
      'Participants 1: [c] paper',
      'Participants 2: [c] returned',
      'Participants 3: [c] returned',
    ]);
  });

  /** What a partner typed about its cases: the same few words, so that rows are often alike. */
  const cellOf = (...words: readonly string[]) => fc.constantFrom('-', '?', ...words);
  const row = (...cells: readonly fc.Arbitrary<string>[]) => fc.tuple(...cells).map((typed) => typed.join(' | '));
  const reference = cellOf('Ann', 'ANN', 'Bob');
  const needs = fc.array(row(reference, cellOf('1', '2'), cellOf('Health', 'Housing'), cellOf('secret')));
  const options = fc.array(
    row(reference, cellOf('1', '2'), cellOf('Yes'), cellOf('1', '5'), cellOf('None'), cellOf('secret')),
  );
  const region = fc
    .array(fc.record({ needs, options }), { minLength: 1, maxLength: 4 })
    .map((all) => caseRegionOf(all.map((typed, index): CasesOf => ({ code: `X0${index}`, ...typed }))));

  test('are the same whether partners are added together or one by one, and hold nothing that was typed', () => {
    fc.assert(
      fc.property(region, (together) => {
        const rows = rowsAboutPeople(together.instrument);
        for (const partner of together.partners.toReversed()) rows.add({ ...together, partners: [partner] });
        expect([...rows]).toEqual([...tidyRows(together, 'partner')]);
        expect(JSON.stringify([...rows].map(({ field: _field, ...row }) => row))).not.toMatch(/Ann|Bob|secret|X0/i);
      }),
      { numRuns: 30 },
    );
  });
});
