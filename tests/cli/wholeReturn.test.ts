import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instruments } from '../../definitions/index.ts';
import type { Example, Instrument } from '../../src/instrument/model/schema.ts';
import { exampleResponse } from '../../src/response/exampleResponse.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { rawText, sheetNamed } from '../../src/workbook/read/cells/rawCells.ts';
import { typedCells } from '../responses.ts';
import { tableOf } from '../rollup/tableOf.ts';
import { fillIn } from '../tools/fillIn.ts';
import { openWorkplace, type Ran } from './workplace.ts';

/** What a whole return says comes out whole: of every section and list, not only of what the scorecard counts. */

const place = openWorkplace();
beforeAll(() => void place.put('partners.csv', 'code,name\nX01,Ashmere\n'));
afterAll(place.remove);

const instrumentOf = (key: string): Instrument => {
  const found = instruments.find((instrument) => instrument.key === key);
  if (found === undefined) throw new Error(`There is no ${key}`);
  return found;
};

/** Sends an instrument out in a round of its own name, and takes back what was answered. */
async function returned(key: string, answers: Omit<Example, 'introduction'>): Promise<Ran> {
  const instrument = instrumentOf(key);
  const { err } = await place.scorebook(
    ...['generate', key, '--partners', place.at('partners.csv'), '--round', key],
    ...['--due', '2026-12-18 12:00', '--out', place.at(key)],
  );
  const response = exampleResponse(instrument, { introduction: 'x', ...answers });
  const file = readFileSync(place.at(key, `${key}_${key}_X01.xlsx`));
  place.put(`returns/${key}.xlsx`, fillIn(file, typedCells(instrument, response)));
  const ran = await place.scorebook(
    'import',
    place.at('returns', `${key}.xlsx`),
    '--findings',
    place.at(`${key}.xlsx`),
  );
  return { ...ran, err: `${err}${ran.err}` };
}

test('coverage and cover count the 61 questions of a CCG, of which the scorecard counts 39', async () => {
  const key = 'ccg-framework';
  const questions = instrumentOf(key).sections.flatMap((section) =>
    section.shape === 'items'
      ? section.activities.flatMap(({ items }) => items.map(({ key: item }) => [section.key, item] as const))
      : [],
  );
  const outstanding = { status: 2, outstanding: 'Go on', lead: 'A', due: '2027-03-31' };
  const answers: Readonly<Record<string, Example['items'][string]>> = { 2: { available: 1 }, 3: outstanding };
  const items = questions.flatMap(([section, item]) => {
    const row = answers[section];
    return row === undefined ? [] : [[item, row] as const];
  });
  const ran = await returned(key, { items: Object.fromEntries(items), entries: {} });
  expect(ran.out).toContain('coverage 43%, position Not scored');
  const status = await place.scorebook('status', '--round', key, '--json');
  expect(JSON.parse(status.out)[0].partners[0].counting).toMatchObject({ coverage: 26 / 61, position: 'Not scored' });
  const blankOne = readPackage(new Uint8Array(readFileSync(place.at(key, `${key}_${key}_X01.xlsx`))));
  expect(rawText(sheetNamed(blankOne, 'Cover')?.rows.get(6)?.get(2))).toContain(
    'Answered 0 of 61 questions that apply.',
  );
  await place.scorebook('rollup', '--round', key, '--out', place.at('ccg-roll-up.xlsx'));
  const actions = tableOf(readPackage(new Uint8Array(readFileSync(place.at('ccg-roll-up.xlsx')))), 'Actions');
  expect(actions.slice(1).map(([, , reference]) => reference)).toEqual(
    questions.flatMap(([section, item]) => (section === '3' ? [item] : [])),
  );
}, 120_000);

test('SMART actions are beside the area that they name, with measure, resources and monitoring', async () => {
  const key = 'commissioning-strategy-framework';
  const action = {
    area: 'Needs',
    action: 'Survey families',
    measure: '200',
    resources: 'One post',
    lead: 'A. N. Other',
  };
  await returned(key, {
    items: { '2.1': { score: 2, evidence: 'Section 4' } },
    entries: { actions: [{ ...action, due: '2027-03-31', monitoring: 'Board' }] },
  });
  await place.scorebook('rollup', '--round', key, '--out', place.at('roll-up.xlsx'));
  const [headings = [], row = []] = tableOf(
    readPackage(new Uint8Array(readFileSync(place.at('roll-up.xlsx')))),
    'Actions',
  );
  const shown = Object.fromEntries(headings.map((heading, index) => [heading, row[index]]));
  expect(shown).toMatchObject({
    ...{ Ref: '2.1', Row: 'SMART actions 1', Score: 2, Action: 'Survey families', Measure: '200' },
    ...{ Resources: 'One post', Lead: 'A. N. Other', Monitoring: 'Board', Overdue: 'Not yet' },
  });
}, 120_000);

test('one participant of one kind is an error, which the import names', async () => {
  const row = { name: 'A', role: 'B', organisation: 'C', kind: 'Senior staff', part: 'D' };
  const ran = await returned('world-class-commissioning', { items: {}, entries: { participants: [row] } });
  expect(ran.code).toBe(1);
  expect(ran.out).toMatch(/error: 'Participants': Missing under "Kind of participant": .*"Technical experts"/);
}, 120_000);

test('a need without non- or minimal intervention is an error, and a method of None cannot work', async () => {
  const of = { case: 'CASE-01', 'need-no': '1' };
  const ran = await returned('needs-outcomes-options', {
    items: {},
    entries: {
      needs: [{ ...of, need: 'To be safe.', domain: 'Parenting capacity: ensuring safety', outcome: 'Is safe.' }],
      options: [
        {
          ...{ ...of, option: 'a', kind: 'Intervention', description: 'Help.', risk: 'None.', preferred: 'Yes' },
          ...{ method: 'None', effectiveness: 1, gap: 'No gap' },
        },
      ],
    },
  });
  expect(ran.code).toBe(1);
  expect(ran.out).toMatch(/error: 'Needs'!B5 .*This need has no row on the sheet "Options"/);
  expect(ran.out).toMatch(/"1 Highly likely to be effective" .* and "None" under "Existing method" contradict/);
}, 120_000);
