import { describe, expect, test } from 'vitest';
import { type PartnerList, parsePartnerList } from '../../src/partners/parsePartnerList.ts';
import type { Partner } from '../../src/partners/partner.ts';
import { unifyPlaceNames } from '../../src/partners/places.ts';

const list = (...lines: readonly string[]): PartnerList =>
  parsePartnerList(Buffer.from(`${lines.join('\n')}\n`), 'partners.csv');

const regionsIn = ({ partners }: Pick<PartnerList, 'partners'>): readonly string[] =>
  partners.map(({ code, regionCode = '-', regionName = '-' }) => `${code} ${regionCode} ${regionName}`);

describe('a code of a region with two names', () => {
  const { partners, findings } = list(
    'code,name,region_code,region_name',
    'E,First,R1,North East',
    'F,Second,R1,North',
    'G,Third,R1,North',
    'H,Fourth,R1,',
    'I,Fifth,r1,NORTH',
    'J,Sixth,,North',
    'K,Seventh,,North East',
    'L,Eighth,R2,South',
  );

  test('is one region, by the name that most of its partners have', () => {
    const north = ['E', 'F', 'G', 'H', 'I', 'J', 'K'].map((code) => `${code} R1 North`);
    expect(regionsIn({ partners })).toEqual([...north, 'L R2 South']);
  });

  test('is reported once, with the line of the second name', () => {
    expect(findings).toMatchObject([
      {
        ...{ code: 'partners.two-names', severity: 'warning', place: { file: 'partners.csv', line: 3 } },
        facts: { what: 'region', code: 'R1', names: ['North East', 'North'], shown: 'North' },
      },
    ]);
  });
});

test('names that are the same but for case and spaces are one', () => {
  const { partners, findings } = list(
    'code,name,region_code,region_name',
    'E,First,R1,North  East',
    'F,Second,R1,north east',
  );
  expect(findings).toEqual([]);
  expect(regionsIn({ partners })).toEqual(['E R1 North East', 'F R1 North East']);
});

test('the first name is shown where several are as frequent', () => {
  const { partners } = list('code,name,area_code,area_name', 'E,First,A1,Leeds', 'F,Second,A1,City of Leeds');
  expect(partners.map(({ areaName }) => areaName)).toEqual(['Leeds', 'Leeds']);
});

test('a name with two codes is reported, and stays two areas', () => {
  const { partners, findings } = list(
    'code,name,area_code,area_name',
    'E,First,A1,Leeds',
    'F,Second,A2,Leeds',
    'G,Third,,Leeds',
  );
  expect(findings).toMatchObject([
    { code: 'partners.two-codes', place: { line: 3 }, facts: { what: 'area', name: 'Leeds', codes: ['A1', 'A2'] } },
  ]);
  expect(partners.map(({ areaCode }) => areaCode)).toEqual(['A1', 'A2', undefined]);
});

test('a code with characters that look like others is reported', () => {
  const { partners, findings } = list('code,name,region_code,area_code', 'E,First,P1,', 'F,Second,Р1,A–1');
  expect(partners.map(({ regionCode }) => regionCode)).toEqual(['P1', 'Р1']);
  expect(findings).toMatchObject([
    { code: 'partners.look-alike', place: { line: 3 }, facts: { characters: ['"Р" (U+0420)'] } },
    { code: 'partners.look-alike', place: { line: 3 }, facts: { characters: ['"–" (U+2013)'] } },
  ]);
});

test('regions without codes are left as they are', () => {
  const { partners, findings } = list('code,name,region_name', 'E,First,North', 'F,Second,South', 'G,Third,');
  expect(findings).toEqual([]);
  expect(regionsIn({ partners })).toEqual(['E - North', 'F - South', 'G - -']);
});

test('a kind has one spelling', () => {
  const { partners } = list('code,name,kind', 'E,First,PCT', 'F,Second,pct', 'G,Third,Council');
  expect(partners.map(({ kind }) => kind)).toEqual(['PCT', 'PCT', 'Council']);
});

test('partners can get the names of another list', () => {
  const before: readonly Partner[] = [
    { code: 'E', name: 'First', regionCode: 'R1', regionName: 'North' },
    { code: 'F', name: 'Second', regionCode: 'R2', regionName: 'South' },
  ];
  const latest: readonly Partner[] = [{ code: 'G', name: 'Third', regionCode: 'r1', regionName: 'Northern' }];
  expect(regionsIn({ partners: unifyPlaceNames(before, latest) })).toEqual(['E r1 Northern', 'F R2 South']);
});
