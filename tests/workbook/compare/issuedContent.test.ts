import { expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { lastRoundOf } from '../../../src/scoring/plans/lastRound.ts';
import type { RawCell, RawSheet } from '../../../src/spreadsheet/model/rawWorkbook.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { issuedCells } from '../../../src/workbook/compare/issuedContent.ts';
import type { IssueDetails } from '../../../src/workbook/layout/content.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { cellToken } from '../../../src/workbook/read/cellToken.ts';
import { writeWorkbook } from '../../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../../issued.ts';
import { casesFor } from '../recalculation.ts';

/**
 * What an issued workbook contains is worked out a second time here: the cells in which the workbooks of two partners agree,
 * who differ in all that is a partner's own.
 */
async function agreeingCells(
  instrument: Instrument,
  details: Partial<IssueDetails>,
): Promise<readonly { readonly name: string; readonly cells: readonly string[]; readonly own: readonly string[] }[]> {
  const cases = casesFor(instrument, 3, 6);
  const response = cases.at(-1)?.response;
  const issuedTo = (who: string, last: typeof response): IssueDetails => {
    const issued = issuedFor(instrument, details);
    return {
      ...issued,
      stamp: { ...issued.stamp, partner: who, workbook: who, seal: who },
      partner: { code: who, name: `Partner ${who}`, regionName: `Region of ${who}` },
      issued: new Date(who === 'One' ? '2026-11-02T09:00:00Z' : '2026-11-03T10:00:00Z'),
      ...(details.branding === undefined ? {} : { branding: { name: `Body of ${who}`, strapline: `Motto of ${who}` } }),
      ...(details.lastRound === undefined
        ? {}
        : { lastRound: lastRoundOf(instrument, { round: '2025', instrument, response: last }) }),
    };
  };
  const [one, other] = [
    readPackage(await writeWorkbook(instrument, issuedTo('One', undefined))),
    readPackage(await writeWorkbook(instrument, issuedTo('Other', response))),
  ];
  const { entries } = layoutOf(instrument, { lastRound: details.lastRound !== undefined });
  return one.sheets
    .filter(({ name }) => name !== 'Stamp')
    .map(({ name, rows }) => {
      const same = other.sheets.find((sheet) => sheet.name === name)?.rows;
      const added = new Set(entries.find((sheet) => sheet.name === name)?.rows);
      const all = new Map([...cellsIn(rows), ...cellsIn(same)].map((cell) => [placeOf(cell), cell]));
      const agree = ({ row, column }: RawCell): boolean =>
        !added.has(row) && cellToken(rows.get(row)?.get(column)) === cellToken(same?.get(row)?.get(column));
      return {
        name,
        cells: [...all.values()].filter(agree).map(placeOf).sort(),
        own: [...all.values()]
          .filter((cell) => !agree(cell))
          .map(placeOf)
          .sort(),
      };
    });
}

const cellsIn = (rows: RawSheet['rows'] | undefined): readonly RawCell[] =>
  [...(rows?.values() ?? [])].flatMap((row) => [...row.values()]);

const placeOf = ({ row, column }: { readonly row: number; readonly column: number }): string => `${row},${column}`;

const someRound = { round: '2025', items: new Map(), scorecard: undefined };

test.each(
  instruments.flatMap((instrument) => [
    [instrument.key, 'plain', instrument, {}] as const,
    [instrument.key, 'with marking and branding', instrument, { marking: 'A & B', branding: { name: 'x' } }] as const,
    ...(instrument.scorecard === undefined
      ? []
      : [[instrument.key, 'with the last round', instrument, { lastRound: someRound }] as const]),
  ]),
)(
  'the issued content of %s is what the workbooks of two partners have in common: %s',
  async (_key, _what, instrument, details: Partial<IssueDetails>) => {
    const found = await agreeingCells(instrument, details);
    const issued = issuedFor(instrument);
    const planned = issuedCells(instrument, {
      ...{ round: issued.stamp.round, due: issued.due, marking: details.marking, lastRound: details.lastRound?.round },
      ...{ hasArea: false, hasRegion: true, hasBranding: details.branding !== undefined },
    });
    expect(planned.map(({ name }) => name)).toEqual(found.map(({ name }) => name));
    for (const [index, { name, cells, own }] of planned.entries()) {
      const places = cells.map(placeOf).sort();
      expect({ name, cells: places }).toEqual({ name, cells: found[index]?.cells });
      // An answer that both left open, or that both gave, is own all the same.
      expect(new Set(own.map(([row, column]) => `${row},${column}`))).toEqual(
        new Set([...own.map(([row, column]) => `${row},${column}`), ...(found[index]?.own ?? [])]),
      );
    }
  },
);
