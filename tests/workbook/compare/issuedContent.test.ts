import { expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { lastRoundOf } from '../../../src/scoring/plans/lastRound.ts';
import type { Content } from '../../../src/spreadsheet/plan/content.ts';
import type { SheetPlan } from '../../../src/spreadsheet/plan/sheetPlan.ts';
import { issuedCells } from '../../../src/workbook/compare/issuedContent.ts';
import type { IssueDetails } from '../../../src/workbook/layout/content.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { issuedFor } from '../../issued.ts';
import { planFor } from '../../planned.ts';
import { casesFor } from '../recalculation.ts';

/**
 * What an issued workbook contains is worked out a second time here: the cells in which the workbooks of two partners agree,
 * who differ in all that is a partner's own.
 */
function agreeingCells(
  instrument: Instrument,
  details: Partial<IssueDetails>,
): readonly { readonly name: string; readonly cells: readonly string[]; readonly own: readonly string[] }[] {
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
    planFor(instrument, issuedTo('One', undefined)),
    planFor(instrument, issuedTo('Other', response)),
  ];
  const { entries } = layoutOf(instrument, { lastRound: details.lastRound !== undefined });
  return one.sheets
    .filter(({ name }) => name !== 'Stamp')
    .map((sheet) => {
      const { name } = sheet;
      const [contents, others] = [contentsOf(sheet), contentsOf(other.sheets.find((same) => same.name === name))];
      const added = new Set(entries.find((list) => list.name === name)?.rows);
      // The cover of a workbook with corrections has another title.
      const canDiffer = (place: string): boolean =>
        added.has(Number(place.split(',')[0])) || (name === 'Cover' && place === '1,1');
      const agree = (place: string): boolean => !canDiffer(place) && contents.get(place) === others.get(place);
      const all = [...new Set([...contents.keys(), ...others.keys()])].sort();
      return { name, cells: all.filter(agree), own: all.filter((place) => !agree(place)) };
    });
}

/** What is in the cells of a sheet, by place. A formula is the same whatever its result. */
const contentsOf = (sheet: SheetPlan | undefined): ReadonlyMap<string, string> =>
  new Map(
    (sheet?.cells ?? []).flatMap((cell) => {
      const { content = '' } = cell;
      return content === '' ? [] : [[placeOf(cell), JSON.stringify(withoutResult(content))]];
    }),
  );

const withoutResult = (content: Content): Content =>
  typeof content === 'object' && 'formula' in content ? { ...content, result: '' } : content;

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
  (_key, _what, instrument, details: Partial<IssueDetails>) => {
    const found = agreeingCells(instrument, details);
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
