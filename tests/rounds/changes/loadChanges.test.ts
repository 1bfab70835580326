import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FindingsError } from '../../../src/finding/index.ts';
import type { Register } from '../../../src/register/tables/register.ts';
import { loadChanges } from '../../../src/rounds/changes/loadChanges.ts';
import { lastChange, listNow, valueNow } from '../../../src/rounds/changes/valueNow.ts';
import { emptyRegister } from '../../tools/emptyRegister.ts';

let register: Register;
beforeEach(async () => {
  register = await emptyRegister();
  const options = { marking: null, return_to: null, branding: null, previous: null, folder: null, fingerprint: 'f' };
  const mail = { closes: null, contact: null, wording: null, max_reminders: null, days_between: null };
  const round = { round: '2026', instrument: 'sample', edition: '1', due: '2026-12-18T12:00:00.000Z' };
  await register.db
    .insertInto('round')
    .values({ ...round, ...options, ...mail })
    .execute();
});
afterEach(() => register.close());

const add = (row: {
  readonly what: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly undoes?: number;
}) => {
  const { what, before = null, after = null, undoes = null } = row;
  const values = { what, before: JSON.stringify(before), after: JSON.stringify(after), undoes };
  const author = { reason: null, by: null, at: '2026-12-01T09:00:00.000Z' };
  return register.db
    .insertInto('round_change')
    .values({ round: '2026', instrument: 'sample', partner: 'A1', ...values, ...author })
    .execute();
};

const changes = () => loadChanges(register, { round: '2026', instrument: 'sample' });

/** What counts after two changes of a name, from One to Two and from Two to Three. */
async function nameAfter(...undoing: readonly number[]): Promise<string | undefined> {
  await add({ what: 'partner name', before: 'One', after: 'Two' });
  await add({ what: 'partner name', before: 'Two', after: 'Three' });
  for (const undoes of undoing) await add({ what: 'undone', undoes });
  return valueNow(await changes(), 'partner name', 'A1');
}

describe('the value after changes', () => {
  test.each([
    ['none is undone', [], 'Three'],
    ['the first is undone', [1], 'Three'],
    ['the last is undone', [2], 'Two'],
    ['both are undone', [2, 1], 'One'],
    ['the undoing of the last is undone', [2, 3], 'Three'],
    ['and that is undone too', [2, 3, 4], 'Two'],
  ])('where %s', async (_what, undoing, name) => {
    expect(await nameAfter(...undoing)).toBe(name);
  });

  test('is unknown where there was none, or of another partner', async () => {
    await nameAfter();
    expect(valueNow(await changes(), 'partner name', 'A2')).toBeUndefined();
    expect(valueNow(await changes(), 'marking')).toBeUndefined();
  });

  test('is that of the last change that is not undone', async () => {
    await nameAfter(2);
    expect(lastChange(await changes(), 'partner name', 'A1')).toMatchObject({ id: 1, undone: undefined });
    expect(await changes()).toMatchObject([{ id: 1 }, { id: 2, undone: { id: 3 } }]);
  });
});

test.each([
  ['of a kind that there is not', { what: 'colour', before: 'red', after: 'blue' }],
  ['with a value that is none of its kind', { what: 'extension', before: null, after: 'soon' }],
])('a change %s is reported as damage', async (_what, row) => {
  await add(row);
  const failure = await changes().catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(FindingsError);
  expect(String(failure)).toContain('change 1 of round 2026 has a value that cannot be read');
});

test('a list has what each change added, whichever of the others is undone', async () => {
  const listAfter = async (...undoing: readonly number[]): Promise<readonly number[]> => {
    for (const undoes of undoing) await add({ what: 'undone', undoes });
    return listNow(await changes(), 'set aside', 'A1').map(({ one }) => one);
  };
  await add({ what: 'set aside', before: [], after: [1] });
  await add({ what: 'set aside', before: [1], after: [1, 2] });
  await add({ what: 'set aside', before: [1, 2], after: [2] });
  expect(await listAfter()).toEqual([2]);
  expect(await listAfter(3)).toEqual([1, 2]);
  expect(await listAfter(1)).toEqual([2]);
  expect(await listAfter(2)).toEqual([]);
});
