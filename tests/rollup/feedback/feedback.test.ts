import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type Feedback, feedbackOf } from '../../../src/rollup/feedback/feedback.ts';
import { feedbackPlan, writeFeedbackWorkbook } from '../../../src/rollup/feedback/writeFeedbackWorkbook.ts';
import type { RollUp } from '../../../src/rollup/load/rollUp.ts';
import { printScale } from '../../../src/spreadsheet/plan/printedPage.ts';
import type { WorkbookPlan } from '../../../src/spreadsheet/plan/sheetPlan.ts';
import { expectAsPlanned, plannedTable } from '../planned.ts';
import { regionOf } from '../region.ts';

const made = new Date('2027-01-04T09:00:00Z');

/** Scores by partner; the regions have as many returns as their names say. */
const region = placed(
  ['5E1', 'Ashmere "A" 👩‍👧', 'Four', '1 2 3 1 -'],
  ['A2', 'Bramblewick', 'Four', '3 3 3 3 3'],
  ['A3', 'Coldharbour', 'Four', '1 z 2 2 3'],
  ['A4', 'Dunmarsh', 'Four', '2 2 2 2 2'],
  ['A5', 'Elmstead', 'Four'],
  ['B1', 'Fernhill', 'Three', '3 3 3 3 3'],
  ['B2', 'Gorsefield', 'Three', '3 3 3 3 3'],
  ['B3', 'Heathcote', 'Three', '3 3 3 3 3'],
);

type PlacedPartner = readonly [code: string, name: string, region: string, scores?: string];

function placed(...partners: readonly PlacedPartner[]): RollUp {
  const rollUp = regionOf(
    partners.map(([code, name, , scores]) => ({ code, name, ...(scores === undefined ? {} : { scores }) })),
    'OFFICIAL',
  );
  const regions = new Map(partners.map(([code, , regionName]) => [code, regionName]));
  return {
    ...rollUp,
    partners: rollUp.partners.map((one) => {
      const { code, name } = one.partner;
      return { ...one, partner: { code, name, regionName: regions.get(code) ?? '' } };
    }),
  };
}

function feedbackFor(code: string, rollUp: RollUp = region): Feedback {
  const feedback = feedbackOf(rollUp).find(({ own }) => own.partner.code === code);
  if (feedback === undefined) throw new Error(`No feedback for ${code}`);
  return feedback;
}

const bytesFor = (code: string): Promise<Uint8Array> => writeFeedbackWorkbook(feedbackFor(code), made);

const workbookFor = (code: string, rollUp?: RollUp): WorkbookPlan => feedbackPlan(feedbackFor(code, rollUp), made);

test('only partners that returned get any', () => {
  expect(feedbackOf(region).map(({ own }) => own.partner.code)).toEqual(['5E1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3']);
});

test('the first sheet compares you, all and your region: positions, and shares at the highest and the lowest level', () => {
  const workbook = workbookFor('5E1');
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['Overview', 'Strengths', 'Parts', 'Questions', 'Notes']);
  const [headings, overall, needs] = plannedTable(workbook, 'Overview');
  expect(headings).toEqual([
    ...['Part', 'You: position', 'All: position', 'Your region: position'],
    ...['You: share at level 3', 'All: share at level 3', 'Your region: share at level 3'],
    ...['You: share at level 1', 'All: share at level 1', 'Your region: share at level 1'],
  ]);
  expect(overall).toEqual(['Overall', 'Red', 'Amber', 'Amber', 0.25, 22 / 33, 7 / 18, 0.5, 3 / 33, 3 / 18]);
  expect(needs).toEqual(['1 Needs', 'Amber', 'Amber', 'Amber', 1 / 3, 13 / 20, 4 / 11, 1 / 3, 0.1, 2 / 11]);
});

test('charts show the shares by part, and all answers by level', () => {
  const charts = workbookFor('5E1').sheets.flatMap((sheet) => sheet.charts);
  expect(charts.map(({ title }) => title)).toEqual(['Answers at level 3, by part', 'All answers by level']);
  const [byPart] = charts;
  expect(byPart?.series.map(({ name, values }) => [name.values[0], values.values[0]])).toEqual([
    ['You: share at level 3', 0.25],
    ['All: share at level 3', 22 / 33],
    ['Your region: share at level 3', 7 / 18],
  ]);
});

test('strengths come first, then weaknesses, each from the furthest from the median', () => {
  expect(plannedTable(workbookFor('5E1'), 'Strengths')).toEqual([
    ['Compared with the median', 'Ref', 'Question', 'Your answer', 'Median of all'],
    ['Weaker', '1.1.1', 'How good is 1.1.1?', 1, 3],
    ['Weaker', '2.1.1', 'How good is 2.1.1?', 1, 3],
    ['Weaker', '1.1.2', 'How good is 1.1.2?', 2, 3],
  ]);
  const first = plannedTable(workbookFor('A4'), 'Strengths')
    .slice(1)
    .map(([compared]) => compared);
  expect(first).toEqual(first.toSorted());
});

test('each part and each question is beside those of all and of the region', () => {
  const workbook = workbookFor('5E1');
  expect(plannedTable(workbook, 'Parts').filter(([part]) => part === '1 Needs')).toEqual([
    ['1 Needs', 'You', 1, 'Amber', 1, 1, 1, 0, 0, 2],
    ['1 Needs', 'All', 7, 'Amber', 2, 5, 13, 1, 0, 3],
    ['1 Needs', 'Your region', 4, 'Amber', 2, 5, 4, 1, 0, 2],
  ]);
  expect(plannedTable(workbook, 'Questions')).toEqual([
    [
      ...['Ref', 'Question', 'Your answer', 'Compared with the median'],
      ...['All: level 1', 'All: level 2', 'All: level 3', 'All: median'],
      ...['Your region: level 1', 'Your region: level 2', 'Your region: level 3', 'Your region: median'],
    ],
    ['1.1.1', 'How good is 1.1.1?', 1, 'Weaker', 2, 1, 4, 3, 2, 1, 1, 1.5],
    ['1.1.2', 'How good is 1.1.2?', 2, 'Weaker', 0, 2, 4, 3, 0, 2, 1, 2],
    ['1.2.1', 'How good is 1.2.1?', 3, 'Same', 0, 2, 5, 3, 0, 2, 2, 2.5],
    ['2.1.1', 'How good is 2.1.1?', 1, 'Weaker', 1, 2, 4, 3, 1, 2, 1, 2],
    ['2.1.2', 'How good is 2.1.2?', '[w]', '[z]', 0, 1, 5, 3, 0, 1, 2, 3],
  ]);
});

test('a region in which fewer than three others returned is suppressed, and not only its figures of the whole', () => {
  const workbook = workbookFor('B1');
  const suppressed = ['Overall', 'Your region', ...Array.from({ length: 8 }, () => '[c]')];
  expect(plannedTable(workbook, 'Parts')[3]).toEqual(suppressed);
  expect(plannedTable(workbook, 'Overview')[1]?.filter((cell) => cell === '[c]')).toHaveLength(3);
  const withheld = plannedTable(workbook, 'Questions')
    .slice(1)
    .flatMap((row) => row.slice(-4));
  expect(new Set(withheld)).toEqual(new Set(['[c]']));
});

test('a region is suppressed, too, if the remainder of the total would be one or two', () => {
  const two = { ...region, partners: region.partners.filter(({ partner }) => partner.code !== 'B3') };
  const groups = feedbackOf(two).find(({ own }) => own.partner.code === '5E1')?.groups;
  expect(groups?.map(({ label, returned, figures }) => [label, returned, figures !== undefined])).toEqual([
    ['All', 6, true],
    ['Your region', 4, false],
  ]);
});

test('whatever the regions, what one or two others answered can never be worked out from two groups', () => {
  const sizes = fc.array(fc.record({ back: fc.nat(6), silent: fc.nat(2) }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(sizes, (regions) => {
      const rollUp = placed(
        ...regions.flatMap(({ back, silent }, region) =>
          Array.from({ length: back + silent }, (_, index): PlacedPartner => {
            const code = `R${region}P${index}`;
            return index < back ? [code, code, `Region ${region}`, '1 2 3 z -'] : [code, code, `Region ${region}`];
          }),
        ),
      );
      for (const { groups } of feedbackOf(rollUp)) {
        const described = groups.filter(({ figures }) => figures !== undefined).map(({ returned }) => returned);
        const left = described.slice(1).map((region) => (described[0] ?? 0) - region);
        for (const others of [...described.map((returned) => returned - 1), ...left])
          expect(others).toBeGreaterThanOrEqual(3);
      }
    }),
    { numRuns: 50 },
  );
});

test('with fewer than three others altogether nothing of them is shown, and no chart compares you with nothing', () => {
  const three = placed(
    ['A1', 'Ashmere', 'One', '1 1 1 1 1'],
    ['A2', 'Bramblewick', 'One', '3 3 3 3 3'],
    ['A3', 'Coldharbour', 'One', '2 2 2 2 2'],
  );
  const workbook = workbookFor('A1', three);
  expect(plannedTable(workbook, 'Parts').slice(1, 3)).toEqual([
    ['Overall', 'You', 1, 'Red', 5, 0, 0, 0, 0, 1],
    ['Overall', 'All', ...Array.from({ length: 8 }, () => '[c]')],
  ]);
  expect(workbook.sheets.map(({ name }) => name)).not.toContain('Strengths');
  expect(workbook.sheets.flatMap(({ charts }) => charts)).toEqual([]);
});

test('where everybody is in one region, it is not set beside itself', () => {
  const one = { ...region, partners: region.partners.filter(({ partner }) => partner.regionName === 'Four') };
  expect(feedbackOf(one)[0]?.groups.map(({ label }) => label)).toEqual(['All']);
});

test('nobody else is named in any part of the package, and nothing that was typed is in it', async () => {
  const parts = unzipSync(await bytesFor('5E1'));
  const xml = Object.values(parts)
    .map((part) => strFromU8(part))
    .join('\n');
  const others = ['Bramblewick', 'Coldharbour', 'Dunmarsh', 'Elmstead', 'Fernhill', 'Gorsefield', 'Heathcote', 'Three'];
  expect(others.filter((name) => xml.includes(name))).toEqual([]);
  expect(xml).toContain('Ashmere &quot;A&quot; 👩‍👧');
  expect(xml).toContain('OFFICIAL');
  expect(Object.keys(parts)).toContain('xl/charts/chart1.xml');
});

test('the notes say how many returned, and what is suppressed', () => {
  const notes = new Map(plannedTable(workbookFor('5E1'), 'Notes').map(([topic, note]) => [topic, note]));
  expect(notes.get('All')).toBe('7 of 8 partners altogether have returned, you among them.');
  expect(notes.get('Your region')).toBe('4 of 5 partners in your region, Four, have returned, you among them.');
  expect(notes.get('Nobody is named')).toContain('fewer than 3 others');
});

test('what is written is what is planned, and equal input gives equal bytes', async () => {
  expectAsPlanned(await bytesFor('A2'), workbookFor('A2'));
  expect(await bytesFor('A2')).toEqual(await bytesFor('A2'));
});

test('every sheet is printed on A4 in nine points or more', () => {
  for (const sheet of workbookFor('5E1').sheets)
    expect([sheet.name, 10 * printScale(sheet)]).toEqual([sheet.name, expect.toSatisfy((size) => size >= 9)]);
});
