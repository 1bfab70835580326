import { type Finding, finding } from '../finding.ts';
import type { Instrument } from '../instrument/schema.ts';
import { viewsOf } from '../instrument/traverse.ts';
import { partsOf } from '../scoring/scorecard.ts';
import { checkBranding } from './checkBranding.ts';
import { answerName, entryName, type Layout, partLabel, plainName, sheetNames } from './layout.ts';
import { layoutOf } from './layoutOf.ts';

/** Excel's limits (Microsoft, "Excel specifications and limits", and ECMA-376 part 1, 18.3.1.32). */
const limits = { sheetName: 31, definedName: 255, tableHeading: 255 } as const;

/** Whether an instrument fits into a workbook that Excel opens without mending it. Empty when it does. */
export function checkFit(instrument: Instrument): readonly Finding[] {
  // With room for the last round there are more headings, which must not meet a field's either.
  const layout = layoutOf(instrument, { lastRound: true });
  return [
    ...checkSheetNames(layout),
    ...checkHeadings(layout),
    ...checkParts(instrument),
    ...checkNames(layout),
    ...checkTables(instrument),
    ...(instrument.branding === undefined ? [] : checkBranding(instrument.branding)),
  ];
}

function checkSheetNames(layout: Layout): readonly Finding[] {
  const taken = new Set<string>(Object.values(sheetNames).map((name) => name.toLowerCase()));
  return [...layout.items, ...layout.entries].flatMap(({ name, section }) => {
    const problem = sheetNameProblem(name, taken);
    taken.add(name.toLowerCase());
    return problem === undefined ? [] : [finding('definition.sheet-name', { key: section.key }, { name, problem })];
  });
}

/** Why a worksheet cannot have a name; undefined when it can. */
export function sheetNameProblem(name: string, taken: ReadonlySet<string>): string | undefined {
  if (name.length > limits.sheetName) return `Excel allows ${limits.sheetName} characters and it has ${name.length}`;
  // Excel allows an apostrophe inside a name, but exceljs writes print titles wrongly for it.
  if (/[[\]:*?/\\']/.test(name)) return "none of [ ] : * ? / \\ ' may stand in it";
  if (name.toLowerCase() === 'history') return 'Excel keeps that name for itself';
  return taken.has(name.toLowerCase()) ? 'another sheet has that name' : undefined;
}

function checkHeadings(layout: Layout): readonly Finding[] {
  return [...layout.items, ...layout.entries].flatMap(({ section, columns }) => {
    const headings = columns.map(({ heading }) => heading);
    const twice = headings.filter((heading, index) => headings.findIndex((other) => same(heading, other)) < index);
    const long = headings.filter(({ length }) => length > limits.tableHeading);
    return [
      ...twice.map((heading) => finding('definition.heading-clash', { key: section.key }, { heading })),
      ...long.map(({ length }) =>
        finding('definition.too-long', { key: section.key }, { what: 'heading', length, limit: limits.tableHeading }),
      ),
    ];
  });
}

/** Headings of a roll-up's heat map besides the parts, which stand there side by side. */
const heatMapHeadings = ['Region', 'Partner code', 'Partner', 'Overall'];

function checkParts(instrument: Instrument): readonly Finding[] {
  const taken = new Set(heatMapHeadings.map((heading) => heading.toLowerCase()));
  return viewsOf(instrument).flatMap((view) =>
    partsOf(instrument, view).flatMap((part) => {
      const heading = partLabel(view, part);
      const twice = taken.has(heading.toLowerCase());
      taken.add(heading.toLowerCase());
      return twice ? [finding('definition.heading-clash', { key: part.key }, { heading })] : [];
    }),
  );
}

/** Tables are named after sections and views. */
function checkTables(instrument: Instrument): readonly Finding[] {
  return [instrument.sections, viewsOf(instrument)].flatMap((parts) => {
    const taken = new Set<string>();
    return parts.flatMap(({ key }) => {
      const name = plainName(key);
      const twice = taken.has(name);
      taken.add(name);
      return twice ? [finding('definition.name-clash', { key }, { name })] : [];
    });
  });
}

function checkNames(layout: Layout): readonly Finding[] {
  const taken = new Set<string>();
  const names = [
    ...layout.items.flatMap(({ section, rows }) =>
      rows.flatMap(({ item }) => section.fields.map(({ key }) => ({ key: item.key, name: answerName(item.key, key) }))),
    ),
    ...layout.entries.flatMap(({ section, rows }) =>
      rows.flatMap((_row, index) =>
        section.fields.map(({ key }) => ({ key: section.key, name: entryName(section.key, index + 1, key) })),
      ),
    ),
  ];
  return names.flatMap(({ key, name }) => {
    const twice = taken.has(name);
    taken.add(name);
    return [
      ...(twice ? [finding('definition.name-clash', { key }, { name })] : []),
      ...(name.length > limits.definedName
        ? [
            finding(
              'definition.too-long',
              { key },
              { what: 'cell name', length: name.length, limit: limits.definedName },
            ),
          ]
        : []),
    ];
  });
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
