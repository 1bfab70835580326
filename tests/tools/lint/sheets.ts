import { fault, faultIf, type LintFault, placeOn } from './fault.ts';
import { hasSheet } from './names.ts';
import { cellAt, type WrittenPackage, type WrittenSheet } from './openWritten.ts';
import { allNamed, childOf, type XmlElement } from './xmlTree.ts';

/** Excel's limit for a header or footer, its codes included, in characters. */
const longestFooter = 255;

export function lintSheets(written: WrittenPackage): readonly LintFault[] {
  return [
    ...lintViews(written),
    ...written.sheets.flatMap((sheet) => [...lintSheet(sheet), ...lintLinks(written, sheet)]),
    ...lintNotes(written),
  ];
}

/** A workbook opens at a visible sheet, and no other is selected with it: typing would go into both (practice A25). */
function lintViews({ workbook, sheets }: WrittenPackage): readonly LintFault[] {
  const number = allNamed(workbook, 'workbookView')[0]?.get('activeTab') ?? '0';
  const active = sheets[Number(number)];
  const others = sheets.filter((sheet) => sheet !== active);
  return [
    ...faultIf(
      active?.state !== 'visible',
      'view.active-tab',
      active?.name ?? '',
      `tab ${number} is active, counted from 0; it is ${active?.state ?? 'not there'}`,
    ),
    ...faultIf(active !== undefined && !isSelected(active), 'view.selected', active?.name ?? '', 'it is not selected'),
    ...others
      .filter(isSelected)
      .map(({ name }) => fault('view.selected', name, 'only the active sheet is to be selected')),
  ];
}

const isSelected = ({ root }: WrittenSheet): boolean =>
  allNamed(root, 'sheetView').some((view) => view.get('tabSelected') === '1');

function lintSheet(sheet: WrittenSheet): readonly LintFault[] {
  const { name, state, root } = sheet;
  const merged = allNamed(root, 'mergeCell');
  const footers = (childOf(root, 'headerFooter')?.children ?? []).filter(({ text }) => text.length > longestFooter);
  return [
    // Nobody comes to see a sheet that is very hidden; those that are merely hidden can be shown by anybody.
    ...faultIf(
      state !== 'veryHidden' && (cellAt(sheet, 1, 1)?.content ?? '').trim() === '',
      'sheet.no-title',
      placeOn(name, 'A1'),
      'a sheet has its title there (practice A14)',
    ),
    ...merged.map((cells) => fault('sheet.merged-cells', placeOn(name, cells.get('ref') ?? ''), 'practice A3')),
    ...footers.map(({ text }) => fault('sheet.footer-too-long', name, `${text.length} characters`)),
  ];
}

function lintLinks(written: WrittenPackage, sheet: WrittenSheet): readonly LintFault[] {
  return allNamed(sheet.root, 'hyperlink')
    .filter((link) => !leadsSomewhere(written, sheet, link))
    .map((link) => fault('link.no-target', placeOn(sheet.name, link.get('ref') ?? ''), 'it leads nowhere'));
}

/** An address outside the file, or a place inside it; exceljs writes places inside as addresses, which some drop. */
function leadsSomewhere({ sheets, names }: WrittenPackage, { targets }: WrittenSheet, link: XmlElement): boolean {
  const location = link.get('location');
  const target = targets.get(link.get('r:id') ?? '');
  if (location === undefined) return /^[^#]/.test(target ?? '');
  // Of a place in another workbook, the file is the target alone.
  if (target !== undefined && target !== location && !target.includes('#')) return true;
  const sheet = /^(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(location);
  return sheet === null
    ? names.some(({ name }) => name === location)
    : hasSheet(sheets, sheet[1]?.replaceAll("''", "'") ?? sheet[2] ?? '');
}

/** exceljs numbers the notes of every sheet alike, and writes them after tables: both make Excel repair the file. */
function lintNotes({ sheets }: WrittenPackage): readonly LintFault[] {
  const noted = sheets.filter(({ hasNotes }) => hasNotes);
  return [
    ...noted.slice(1).map(({ name }) => fault('note.several-sheets', name, `${noted[0]?.name} has notes as well`)),
    ...noted
      .filter(({ tables }) => tables.length > 0)
      .map(({ name }) => fault('note.with-table', name, 'notes and a table on one sheet')),
  ];
}
