import { describe, expect, test } from 'vitest';
import type { Partner } from '../../../src/partners/partner.ts';
import { anonymise } from '../../../src/rollup/disclosure/anonymous.ts';
import { feedbackOf } from '../../../src/rollup/feedback/feedback.ts';
import { groupsOf } from '../../../src/rollup/load/groups.ts';
import { regionNamed, regionsOf } from '../../../src/rollup/load/regions.ts';
import type { RollUp } from '../../../src/rollup/load/rollUp.ts';
import { regionOf } from '../region.ts';

/** Regions and areas of a roll-up are known by their codes, whatever names they have. */
const all = '3 2 1 3 2';
const places: Readonly<Record<string, Partial<Partner>>> = {
  A: { regionCode: 'R1', regionName: 'North', areaCode: 'L', areaName: 'Leeds', kind: 'PCT' },
  B: { regionCode: 'r1', regionName: 'North East', areaCode: 'l', areaName: 'City of Leeds', kind: 'pct' },
  C: { regionCode: 'R1', regionName: 'North' },
  D: { regionCode: 'R1' },
  E: { regionCode: 'R2', regionName: 'North', kind: 'Council' },
  F: { regionCode: 'R2', regionName: 'North' },
  G: { regionCode: 'R2', regionName: 'North' },
  H: {},
};

const rollUp: RollUp = (() => {
  const whole = regionOf(Object.keys(places).map((code) => ({ code, name: `Partner ${code}`, scores: all })));
  return {
    ...whole,
    partners: whole.partners.map((one) => {
      const { code, name } = one.partner;
      return { ...one, partner: { code, name, ...places[code] } };
    }),
  };
})();

const codesIn = (partners: RollUp['partners']): string => partners.map(({ partner }) => partner.code).join('');

test('partners of one code are one group, also without a name', () => {
  expect(groupsOf(rollUp.partners, 'region').map(({ label, partners }) => `${label}: ${codesIn(partners)}`)).toEqual([
    'North (R1): ABCD',
    'North (R2): EFG',
    '[w]: H',
  ]);
  expect(groupsOf(rollUp.partners, 'area').map(({ label, partners }) => `${label}: ${codesIn(partners)}`)).toEqual([
    'Leeds: AB',
    '[w]: CDEFGH',
  ]);
});

describe('a region', () => {
  const regions = regionsOf({
    ...rollUp,
    previous: {
      round: rollUp.round,
      predecessors: [],
      leftOut: [
        { code: 'X', name: 'Gone', regionCode: 'R1', regionName: 'The North' },
        { code: 'Y', name: 'Gone too', regionCode: 'R9', regionName: 'North' },
      ],
    },
  });

  test('has all partners of its code', () => {
    expect(regions.map(({ code, name, rollUp: own }) => [code, name, codesIn(own.partners)])).toEqual([
      ['R1', 'North (R1)', 'ABCD'],
      ['R2', 'North (R2)', 'EFG'],
    ]);
    expect(regionNamed(regions, 'r2')?.code).toBe('R2');
  });

  test('has those who left it, under any name that it had then, and nobody of another code', () => {
    expect(regions.map(({ rollUp: own }) => own.previous?.leftOut.map(({ code }) => code))).toEqual([['X'], []]);
  });
});

test('feedback sets a partner beside all of its region', () => {
  const [first] = feedbackOf(rollUp);
  expect(first?.groups.map(({ issued }) => issued)).toEqual([8, 4]);
});

test('an anonymous roll-up shows the regions that have enough returns as they are', () => {
  const shown = anonymise(rollUp, new Uint8Array(32)).partners.map(({ partner }) => partner.regionName);
  expect(shown.filter((name) => name === 'North (R1)' || name === 'North (R2)').length).toBeGreaterThan(2);
  expect(shown).not.toContain('North East');
});
