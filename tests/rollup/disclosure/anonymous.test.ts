import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Partner } from '../../../src/partners/partner.ts';
import { anonymise, isAnonymous } from '../../../src/rollup/disclosure/anonymous.ts';
import { isDisclosed } from '../../../src/rollup/disclosure/disclosablePlaces.ts';
import { feedbackOf } from '../../../src/rollup/feedback/feedback.ts';
import { regionsOf as splitByRegion } from '../../../src/rollup/load/regions.ts';
import type { RollUp } from '../../../src/rollup/load/rollUp.ts';
import { writeByTerm } from '../../../src/rollup/writeByTerm.ts';
import { rollUpPlan, writeRollUp } from '../../../src/rollup/writeRollUp.ts';
import { caseRegionOf } from '../caseRegion.ts';
import { comparedWith } from '../comparedRegion.ts';
import { plannedTable } from '../planned.ts';
import { regionOf } from '../region.ts';

const key = new Uint8Array(32).fill(7);
const made = new Date('2027-01-04T09:00:00Z');

/** Seven of eight returned: four in the North, two in the East and one in the West. */
const region = regionOf([
  {
    code: '5E1',
    name: 'Ashmere "North" & Sons',
    scores: '1 2 3 1 -',
    fields: {
      '1.1.1 evidence': 'Minutes of the Ashmere board',
      '1.1.1 action': '=HYPERLINK("http://ashmere.example")',
      '1.1.1 lead': 'Head of Ashmere',
      '1.1.1 due': '2027-03-31',
      '1.1.2 due': '?end of Ashmere March',
    },
    participants: ['Ada Ashmere'],
    late: true,
  },
  { code: '0012', name: 'Bramblewick 👩‍👧', scores: '3 3 3 3 3' },
  { code: 'X03', name: 'Coldharbour', scores: '1 z 2 2 3' },
  { code: 'X04', name: 'Dunmarsh', scores: '- - - - -' },
  { code: 'X05', name: "Elm's & Oak", scores: '2 2 2 2 2' },
  { code: 'X06', name: 'Fernhill', scores: '2 2 2 2 2' },
  { code: 'X07', name: 'Gorsefield', scores: '1 1 1 1 1' },
  { code: 'X08', name: 'Heathcote' },
]);
const places: Readonly<Record<string, Partial<Partner>>> = {
  '5E1': { regionName: 'North 🏔', regionCode: 'QN1', areaName: 'Dale "A"', areaCode: 'E0801', kind: 'Rare kind' },
  '0012': { regionName: 'North 🏔', regionCode: 'QN1', areaName: 'Moor' },
  X03: { regionName: 'north 🏔', regionCode: 'QN1', areaName: 'Moor' },
  X04: { regionName: 'North 🏔', regionCode: 'QN1', areaName: 'Moor', email: 'x04@dunmarsh.example' },
  X05: { regionName: 'Eastern', areaName: 'Fen' },
  X06: { regionName: 'Eastern', areaName: 'Fen' },
  X07: { regionName: 'Western', areaName: 'Coast' },
  X08: { regionName: 'Western', areaName: 'Coast' },
};
const placed = placedIn(region, places);

function placedIn(rollUp: RollUp, given: typeof places): RollUp {
  return {
    ...rollUp,
    partners: rollUp.partners.map((one) => {
      const { code, name } = one.partner;
      return { ...one, partner: { code, name, ...given[code] } };
    }),
  };
}

const regionsOf = (rollUp: RollUp): readonly (string | undefined)[] =>
  anonymise(rollUp, key).partners.map(({ partner }) => partner.regionName);
const areasOf = (rollUp: RollUp): readonly (string | undefined)[] =>
  anonymise(rollUp, key).partners.map(({ partner }) => partner.areaName);

describe('no part of the package', () => {
  test('holds a code, name, area, region of few, kind, address, time or anything that was typed', async () => {
    const parts = unzipSync(await writeRollUp(anonymise(placed, key), made));
    const xml = Object.values(parts)
      .map((part) => strFromU8(part))
      .join('\n');
    const secrets = [
      ...['5E1', '0012', 'X03', 'X04', 'X05', 'X06', 'X07', 'X08'],
      ...[
        'Ashmere',
        'Bramblewick',
        '👩‍👧',
        'Coldharbour',
        'Dunmarsh',
        'Elm',
        'Oak',
        'Fernhill',
        'Gorsefield',
        'Heathcote',
      ],
      ...['Dale', 'E0801', 'Moor', 'Fen', 'Coast', 'Eastern', 'Western', 'north 🏔', 'Rare kind', 'dunmarsh'],
      ...['Minutes of', 'HYPERLINK(&quot;http', 'Head of', 'end of', 'Ada'],
      ...['2026-12-17', '2026-12-19', '2026-11-02', '1970'],
    ];
    expect(secrets.filter((secret) => xml.includes(secret))).toEqual([]);
    expect(xml).toContain('North 🏔');
    expect(xml).toContain('Other regions');
  });

  test('changes with any of it: the bytes are the same whoever the partners are, whatever they typed, and however they returned', async () => {
    const other: RollUp = {
      ...placed,
      partners: placed.partners.toReversed().map((one, index) => {
        const { regionName = '', code } = one.partner;
        const inAnotherWay = { late: code !== 'X06', isByHand: code === 'X06' };
        const counting = one.counting && {
          ...one.counting,
          ...inAnotherWay,
          id: 900 - index,
          received: new Date(index),
        };
        return {
          ...one,
          partner: { code, name: `Someone ${index}`, regionName: /north/i.test(regionName) ? 'North 🏔' : regionName },
          issued: new Date(index),
          refused: index,
          counting,
          returns: counting === undefined ? [] : [counting, counting],
        };
      }),
    };
    const typed = (rollUp: RollUp, words: string): RollUp => ({
      ...rollUp,
      partners: rollUp.partners.map((one) => ({
        ...one,
        result: one.result && {
          ...one.result,
          response: {
            ...one.result.response,
            entries: new Map([
              ['participants', [{ entry: 1, answers: new Map([['name', { state: 'answered', value: words }]]) }]],
            ]),
          },
        },
      })),
    });
    const bytes = (rollUp: RollUp): Promise<Uint8Array> => writeRollUp(anonymise(rollUp, key), made);
    expect(await bytes(typed(other, 'one'))).toEqual(
      await bytes(typed(placedIn(placed, areasGone(places)), 'another')),
    );
  });
});

/** The areas differ in nothing that may be shown. */
function areasGone(given: typeof places): typeof places {
  return Object.fromEntries(
    Object.entries(given).map(([code, { regionName }]) => [code, { ...(regionName && { regionName }) }]),
  );
}

test('a region is shown separately only if the remainder of the total is not of one or two', () => {
  const regions = (...codes: readonly string[]): typeof places =>
    Object.fromEntries(
      region.partners.map(({ partner: { code } }, index) => [code, { regionName: codes[index] ?? '' }]),
    );
  // Seven of eight have returned, all but the last.
  const [even, uneven] = [regions(...'AAABBBBB'), regions(...'AAAAAABB')].map((given) => placedIn(region, given));
  if (even === undefined || uneven === undefined) throw new Error('There are two');
  expect([isDisclosed(even.partners, 'A'), isDisclosed(even.partners, 'B')]).toEqual([true, true]);
  expect([isDisclosed(uneven.partners, 'A'), isDisclosed(uneven.partners, 'B')]).toEqual([false, false]);
});

describe('the pseudonym of a partner', () => {
  test('is the same on every sheet and in every run, and another in another round or register', () => {
    const codes = (rollUp: RollUp, with_ = key): readonly string[] =>
      anonymise(rollUp, with_).partners.map(({ partner }) => partner.code);
    const later = { ...placed, partners: placed.partners.filter(({ partner }) => partner.code !== '0012') };
    expect(codes(placed)).toHaveLength(8);
    expect(codes(placed)).toEqual(expect.arrayContaining([...codes(later)]));
    expect(codes(placed).join(' ')).toMatch(/^(?:[B-Z]{5}-[B-Z]{5} ?){8}$/);
    const others = [
      codes({ ...placed, round: { ...placed.round, round: '2027' } }),
      codes({ ...placed, round: { ...placed.round, instrument: 'other' } }),
      codes(placed, new Uint8Array(32).fill(8)),
    ];
    expect(others.flat().filter((code) => codes(placed).includes(code))).toEqual([]);

    const workbook = rollUpPlan(anonymise(placed, key), made);
    const column = (sheet: string, heading: string): readonly unknown[] => {
      const [headings = [], ...rows] = plannedTable(workbook, sheet);
      return rows.map((row) => row[headings.indexOf(heading)]);
    };
    for (const sheet of ['Returns', 'Heat map', 'Data', 'Actions']) {
      const shown = new Set(column(sheet, 'Partner code'));
      expect(
        [...shown].filter((code) => !['[z]', ...codes(placed)].includes(String(code))),
        sheet,
      ).toEqual([]);
    }
  });

  test('is in the order of its letters within each region, not of the codes', () => {
    const hidden = anonymise(placed, key).partners.map(({ partner }) => `${partner.regionName} ${partner.code}`);
    expect(hidden).toEqual(hidden.toSorted());
    const { partners } = anonymise({ ...placed, partners: placed.partners.toReversed() }, key);
    expect(partners).toEqual(anonymise(placed, key).partners);
  });
});

describe('regions and areas', () => {
  test('of fewer than three returns are merged', () => {
    expect(new Set(regionsOf(placed))).toEqual(new Set(['North 🏔', 'Other regions']));
  });

  test('a small one is merged with the next smallest, and if none is left nothing is shown', () => {
    const two = { ...placed, partners: placed.partners.filter(({ partner }) => !/^X0[78]/.test(partner.code)) };
    expect(new Set(regionsOf(two))).toEqual(new Set(['[c]']));
  });

  test('an area of three is not shown if its neighbour would be the remainder', () => {
    expect(new Set(areasOf(placed))).toEqual(new Set([undefined]));
    const alone = placedIn(placed, { ...places, '5E1': { regionName: 'North 🏔', areaName: 'Moor' } });
    expect(new Set(areasOf(alone))).toEqual(new Set(['Moor', undefined]));
  });

  test.each([1, 2])('with %i returns altogether nothing is written', (count) => {
    const few: RollUp = { ...placed, partners: placed.partners.slice(0, count) };
    const findings = [expect.objectContaining({ code: 'anonymous.too-few' })];
    expect(() => anonymise(few, key)).toThrow(expect.objectContaining({ findings }));
  });
});

test('levels, choices, dates and counts are those that the partners gave', () => {
  const before = placed.partners.find(({ partner }) => partner.code === '5E1');
  const after = anonymise(placed, key).partners.find(
    ({ result }) => result !== undefined && result.scorecard === before?.result?.scorecard,
  );
  const said = (item: string): Record<string, unknown> =>
    Object.fromEntries(after?.result?.response.items.get(item) ?? []);
  expect(said('1.1.1')).toEqual({
    score: { state: 'answered', value: 1 },
    evidence: { state: 'answered', value: '[c]' },
    action: { state: 'answered', value: '[c]' },
    lead: { state: 'answered', value: '[c]' },
    due: { state: 'answered', value: '2027-03-31' },
  });
  expect(said('1.1.2')).toMatchObject({ evidence: { state: 'blank' }, due: { state: 'unreadable', text: '[c]' } });
});

test('cases still come together when their references are replaced', () => {
  const cases = caseRegionOf([
    {
      code: 'A1',
      needs: ['c1 | 1 | Health | -', 'c2 | 1 | Health | -'],
      options: ['c1 | 1 | Yes | 5 | None | -', 'c2 | 1 | Yes | 4 | None | -'],
    },
    { code: 'A2', needs: ['c1 | 1 | Housing | -'], options: ['c1 | 1 | Yes | 1 | None | -'] },
    { code: 'A3', needs: ['C1 | 1 | Health | -'], options: ['c1 | 1 | Yes | 5 | None | -'] },
  ]);
  const figures = (rollUp: RollUp) => plannedTable(rollUpPlan(rollUp, made), 'Priorities');
  expect(figures(anonymise(cases, key))).toEqual(figures(cases));
});

describe('a caller cannot pass disclosure by', () => {
  const refusal = (code: string): unknown => expect.objectContaining({ name: 'Refusal', code });
  const uneven = placedIn(
    region,
    Object.fromEntries(
      region.partners.map(({ partner }, index) => [partner.code, { regionName: 'AAAAAABB'[index] ?? '' }]),
    ),
  );

  test('by calling a roll-up anonymous, or by changing an anonymous one', async () => {
    const copy: RollUp = { ...anonymise(placed, key), partners: placed.partners };
    for (const rollUp of [{ ...placed, anonymous: true } as const, copy]) {
      expect(isAnonymous(rollUp)).toBe(false);
      await expect(writeRollUp(rollUp, made)).rejects.toEqual(refusal('anonymous.not-made-by-disclosure'));
    }
  });

  test('by comparing an anonymous round with an earlier one', () => {
    const compared = comparedWith(placed, { ...placed, round: { ...placed.round, round: '2025' } });
    expect(() => anonymise(compared, key)).toThrow(refusal('anonymous.identifies'));
  });

  test('by setting anonymous partners or instruments side by side', async () => {
    const hidden = anonymise(placed, key);
    await expect(writeRollUp(hidden, made, { by: 'kind' })).rejects.toEqual(refusal('anonymous.identifies'));
    const terms = { round: '2026', vocabulary: 'phase', title: 'Phases', terms: [], rollUps: [hidden] };
    await expect(writeByTerm(terms, made)).rejects.toEqual(refusal('anonymous.identifies'));
  });

  test('by taking one region that would leave few over', () => {
    expect(() => anonymise(uneven, key, 'A')).toThrow(refusal('anonymous.region'));
    for (const { rollUp } of splitByRegion(uneven)) {
      expect(() => anonymise(rollUp, key)).toThrow(refusal('anonymous.region'));
    }
    expect(() => anonymise(uneven, key, 'C')).toThrow(refusal('region.unknown'));
    expect(anonymise(placed, key, 'QN1').partners).toHaveLength(4);
  });

  test('by writing feedback on answers about individual people', () => {
    const about = { ...placed, instrument: { ...placed.instrument, aboutPeople: true as const } };
    expect(() => feedbackOf(about)).toThrow(refusal('feedback.nothing-to-compare'));
  });
});
