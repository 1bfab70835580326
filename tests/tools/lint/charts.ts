import { fault, faultIf, type LintFault, placeOn } from './fault.ts';
import { hasSheet, referencesOf } from './names.ts';
import { cellAt, type WrittenChart, type WrittenPackage, type WrittenSheet } from './openWritten.ts';
import { columnsOf, overlap, parseRange, type Range } from './range.ts';
import { allNamed, childOf, textOf, type XmlElement } from './xmlTree.ts';

export function lintCharts(written: WrittenPackage): readonly LintFault[] {
  return written.sheets.flatMap((sheet) =>
    sheet.charts.flatMap((chart) => {
      const place = placeOn(sheet.name, chart.name);
      return [
        ...lintWords(chart, place),
        ...references(chart.root).flatMap((reference) => lintReference(written, reference, place)),
        ...lintRoom(sheet, chart, place),
      ];
    }),
  );
}

/** A chart says in words what it shows, to those who see it and to those who do not (practice R14). */
function lintWords({ root, description }: WrittenChart, place: string): readonly LintFault[] {
  const title = textOf(childOf(childOf(root, 'chart'), 'title'));
  return [
    ...faultIf(title.trim() === '', 'chart.no-title', place, 'it has no title'),
    ...faultIf(description.trim() === '', 'chart.no-description', place, 'it has no alternative text'),
  ];
}

/** What names a series, labels its bars and measures them: each a reference to cells, and what these held when it was written. */
const references = (root: XmlElement): readonly XmlElement[] => [
  ...allNamed(root, 'strRef'),
  ...allNamed(root, 'numRef'),
];

const fixedCells = /^\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?$/;

function lintReference(written: WrittenPackage, reference: XmlElement, place: string): readonly LintFault[] {
  const text = textOf(childOf(reference, 'f'));
  const to = referencesOf(text);
  if (to === undefined || !to.every(({ cells }) => fixedCells.test(cells)))
    return [fault('chart.not-a-place', place, `${text} is no fixed reference to cells of a sheet`)];
  const missing = to.filter(({ sheet }) => !hasSheet(written.sheets, sheet));
  if (missing.length > 0) return [fault('chart.unknown-sheet', place, `${text} is on a sheet that is not there`)];
  const held = to.flatMap(({ sheet, cells }) => contents(written, sheet, parseRange(cells)));
  const cached = allNamed(reference, 'pt').map((point) => [Number(point.get('idx')), textOf(childOf(point, 'v'))]);
  const expected = held.flatMap((content, index) => (content === undefined ? [] : [[index, content]]));
  return faultIf(
    JSON.stringify(cached) !== JSON.stringify(expected),
    'chart.differs',
    place,
    `it shows ${JSON.stringify(cached)}, and ${text} holds ${JSON.stringify(expected)}`,
  );
}

/** What the cells of a range hold, row by row. */
function contents(written: WrittenPackage, name: string, range: Range | undefined): readonly (string | undefined)[] {
  const sheet = written.sheets.find((candidate) => hasSheet([candidate], name));
  if (sheet === undefined || range === undefined) return [];
  const rows = Array.from({ length: range.bottom - range.top + 1 }, (_, index) => range.top + index);
  return rows.flatMap((row) => columnsOf(range).map((column) => cellAt(sheet, row, column)?.content));
}

function lintRoom(sheet: WrittenSheet, { range }: WrittenChart, place: string): readonly LintFault[] {
  if (range === undefined) return [];
  const covered = sheet.cells.filter(
    ({ row, column, content, formula }) =>
      (content !== undefined || formula !== undefined) &&
      overlap(range, { top: row, left: column, bottom: row, right: column }),
  );
  return covered
    .slice(0, 1)
    .map(({ address }) => fault('chart.covers-cells', place, `it covers ${address}, which has content`));
}
