import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pctSelfAssessment } from '../../definitions/pct-self-assessment.ts';
import { fillIn } from '../../src/demo/fillIn.ts';
import { sampleReturn } from '../../src/demo/sampleReturns.ts';
import { typed } from './completeReturn.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

let place: Workplace;
beforeEach(() => {
  place = openWorkplace();
});
afterEach(() => place.remove());

const manner = { levels: [0.2, 0.4, 0.4], notApplicable: 0, diligence: 0.9, slips: false };

/** A partner's workbook with its own answers, and on the sheets of some sections those of another seed. */
function withSheetsOf(partner: string, seed: number, other: number, sections: RegExp): string {
  const issued = readFileSync(place.at('workbooks', `pct-self-assessment_2026_${partner}.xlsx`));
  const cells = [
    ...sampleReturn(pctSelfAssessment, manner, seed).filter(({ sheet }) => !sections.test(sheet)),
    ...sampleReturn(pctSelfAssessment, manner, other).filter(({ sheet }) => sections.test(sheet)),
  ];
  return place.put(`${partner}.xlsx`, fillIn(issued, cells));
}

interface Found {
  readonly code: string;
  readonly facts: unknown;
}

/** What an import finds alike, for each of its files. */
async function alike(...files: readonly string[]): Promise<readonly (readonly unknown[])[]> {
  const { out } = await place.scorebook('import', ...files, '--json');
  return JSON.parse(out).files.map(({ findings }: { findings: readonly Found[] }) =>
    findings.filter(({ code }) => code === 'return.like-another').map(({ facts }) => facts),
  );
}

test("one partner's section sheets in another's workbook are found, for both", async () => {
  await place.generate(3);
  const none = /^$/;
  const files = [withSheetsOf('X01', 1, 1, none), withSheetsOf('X02', 2, 1, /^[12] /), withSheetsOf('X03', 3, 3, none)];
  expect(await alike(...files)).toEqual([
    [{ partner: 'X02', other: 2, sections: ['1', '2'], texts: 0 }],
    [{ partner: 'X01', other: 1, sections: ['1', '2'], texts: 0 }],
    [],
  ]);
});

test('partners of one area answer together, and are not compared', async () => {
  place.put('partners.csv', 'code,name,area_code,area_name\nX01,One,A1,North\nX02,Two,A1,North\n');
  await place.scorebook(
    ...['generate', 'pct-self-assessment', '--partners', place.at('partners.csv'), '--round', '2026'],
    ...['--due', '2026-12-18 12:00', '--out', place.at('workbooks')],
  );
  expect(await alike(withSheetsOf('X01', 1, 1, /^$/), withSheetsOf('X02', 1, 1, /^$/))).toEqual([[], []]);
});

test('the finding goes to the analyst, and never into what goes to a partner', async () => {
  await place.generate(2);
  await alike(withSheetsOf('X01', 1, 1, /^$/), withSheetsOf('X02', 1, 1, /^$/));
  await place.scorebook('correct', '--round', '2026', '--all', '--out', place.at('corrections'));
  await place.scorebook('receipt', '--round', '2026', '--out', place.at('mail'));
  const register = readFileSync(place.at('register.db'));
  expect(register.includes('return.like-another')).toBe(false);
});

test('answers that are the same by chance or all the same are nothing', async () => {
  await place.generate(2);
  const same = { levels: [0, 1, 0], notApplicable: 0, diligence: 0, slips: false };
  const files = ['X01', 'X02'].map((partner) => {
    const issued = readFileSync(place.at('workbooks', `pct-self-assessment_2026_${partner}.xlsx`));
    return place.put(`${partner}.xlsx`, fillIn(issued, sampleReturn(pctSelfAssessment, same, 1)));
  });
  expect(await alike(...files)).toEqual([[], []]);
});

test('one text and one day in every cell say no more than once', async () => {
  await place.generate(2);
  const files = ['X01', 'X02'].map((partner) => {
    const issued = readFileSync(place.at('workbooks', `pct-self-assessment_2026_${partner}.xlsx`));
    return place.put(`${partner}.xlsx`, fillIn(issued, typed));
  });
  expect(await alike(...files)).toEqual([[], []]);
});
