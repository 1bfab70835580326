import { type Finding, type FindingCode, finding, type Place } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Response } from '../../response/response.ts';
import { address } from '../../spreadsheet/model/address.ts';
import type { RawCell, RawSheet, RawWorkbook } from '../../spreadsheet/model/rawWorkbook.ts';
import { wordsIn } from '../../words/wordsIn.ts';
import { displayedText, isEmpty, sheetNamed } from '../read/cells/rawCells.ts';
import { unreadCellFindings } from '../read/cells/unreadCells.ts';
import { addedCells, addedToOwnSheet } from './addedCells.ts';
import { checkFigures } from './checkFigures.ts';
import { type ChangedCell, compareSheet } from './compareSheet.ts';
import { pairSheets } from './findSheet.ts';
import type { IssuedContent, IssuedSheet } from './issuedContent.ts';

/**
 * Reports changes to a workbook since it was issued, besides its answers; additions to it; and figures of its Scorecard
 * that differ from those computed from the answers. Changes of format are not reported, nor are those that `cellToken`
 * and `issuedContent` ignore. Additions to sheets with answers are left to `unreadCells`.
 *
 * @param response the answers as read from it
 */
export function changesSinceIssue(
  raw: RawWorkbook,
  printed: IssuedContent,
  instrument: Instrument,
  response: Response,
): readonly Finding[] {
  const words = wordsIn(instrument, printed.sheets);
  // Two sheets are not recognised by their content, which is never the same.
  const ownSheets: readonly string[] = [words.sheets.stamp, words.sheets.corrections];
  // Some programs rewrite formulas that name a renamed sheet.
  const isRewritten = printed.sheets.some(({ name }) => sheetNamed(raw, name) === undefined);
  const sheets = pairSheets(raw, printed);
  const found = sheets.flatMap(({ sent, now }) => {
    // A missing sheet with answers is reported with the answers.
    if (now === undefined && sheetNamed(raw, sent.name)?.cut !== undefined) return [];
    if (now === undefined) return sent.answered === undefined ? [finding('sheet.gone', { sheet: sent.name }, {})] : [];
    // The rows that were not read may be unchanged.
    if (now.cut !== undefined) return [];
    const { changed, cellNow } = compareSheet(sent.rows, now, sent.answered?.questions, raw.date1904);
    const figures =
      sent.name === words.sheets.scorecard ? checkFigures(words, sent, now, cellNow, instrument, response) : [];
    const added = sent.answered === undefined ? addedCells(words, sent, now, cellNow, raw.date1904) : [];
    return [...changedFindings(sent, now, changed, raw.date1904), ...figures, ...added];
  });
  const known = new Set(sheets.map(({ now }) => now));
  // An issued sheet with nothing left on it is reported as deleted.
  const emptied = new Set(sheets.flatMap(({ sent, now }) => (now === undefined ? sent.name : [])));
  return [
    ...found.filter(({ code }) => code !== 'formula.changed' || !isRewritten),
    ...raw.sheets
      .filter((sheet) => !known.has(sheet) && !emptied.has(sheet.name))
      .flatMap((sheet) =>
        ownSheets.includes(sheet.name)
          ? addedToOwnSheet(words, sheet, raw.date1904)
          : [addedSheet(sheet, raw.date1904)],
      ),
  ];
}

/** An added sheet is reported as a whole, with its first texts. The objects on it are reported as well. */
function addedSheet({ name, state, rows, objects }: RawSheet, date1904: boolean): Finding {
  const cells = [...rows.values()].flatMap((row) => [...row.values()]).filter((cell) => !isEmpty(cell));
  const [first] = cells;
  return finding(
    'sheet.added',
    { sheet: name },
    {
      isHidden: state !== 'visible',
      cells: cells.length,
      objects: objects.length,
      ...(first === undefined
        ? {}
        : { firstCell: address(first.row, first.column), text: displayedText(first, date1904) }),
    },
  );
}

/**
 * Merges changes with the findings on answers, so that each thing is reported once: a change in a cell of Scorebook is
 * not also reported as unread, nor a copied sheet as added.
 */
export function mergeFindings(found: readonly Finding[], evidence: readonly Finding[]): readonly Finding[] {
  const changed = new Set(
    evidence.flatMap(({ code, place: { sheet, cell }, facts }) => {
      // An object over or beside a cell has no bearing on the content of the cell.
      if (code.startsWith('sheet.')) return [];
      const cells = 'cells' in facts && typeof facts.cells === 'object' ? facts.cells : [];
      return [cell, ...cells].map((each) => `${sheet}!${each}`);
    }),
  );
  const computed = new Set(
    found.flatMap(({ code, place: { sheet, cell } }) => (reportsFigure(code) ? [`${sheet}!${cell}`] : [])),
  );
  const reportedSheets = new Set(found.map(({ place }) => place.sheet));
  return [
    ...evidence
      .filter(({ code, place }) => code !== 'sheet.added' || !reportedSheets.has(place.sheet))
      .flatMap((one) => withoutCells(one, computed)),
    ...found.filter(({ code, place }) => code !== 'sheet.not-read' || !changed.has(`${place.sheet}!${place.cell}`)),
  ];
}

/** A computed figure that is not as it should be is reported with both figures. */
const reportsFigure = (code: FindingCode): boolean => code === 'answer.typed-over' || code === 'answer.figure-differs';

/** A finding on formulas, without those in the given cells. */
function withoutCells(found: Finding, reported: ReadonlySet<string>): readonly Finding[] {
  const { code, place, facts } = found;
  if (code !== 'formula.gone' && code !== 'formula.changed') return [found];
  const all = 'cells' in facts && Array.isArray(facts.cells) ? facts.cells.map(String) : [];
  const cells = all.filter((cell) => !reported.has(`${place.sheet}!${cell}`));
  const [first] = cells;
  if (cells.length === all.length) return [found];
  return first === undefined ? [] : [finding(code, { ...place, cell: first }, { cells })];
}

function changedFindings(
  sent: IssuedSheet,
  now: RawSheet,
  changed: readonly ChangedCell[],
  date1904: boolean,
): readonly Finding[] {
  const formulas = changed.filter((cell) => cell.sent.formula);
  const gone = changed.filter(
    (cell) => cell.at === undefined && !isLink(cell.sent) && !isReportedWithAnswers(sent, cell),
  );
  const texts = changed.filter((cell): cell is PlacedCell => cell.at !== undefined && !cell.sent.formula);
  const questions = texts.flatMap((cell) => {
    const place = questionPlace(sent, now, cell);
    return place === undefined ? [] : [{ cell, place }];
  });
  const others = texts.filter((cell) => questions.every((question) => question.cell !== cell));
  return [
    ...questions.map(({ cell, place }) => finding('question.changed', place, wordsOf(cell, date1904))),
    ...textFindings(now, others, date1904),
    ...goneFindings(now, gone),
    ...formulaFindings(now, formulas),
    ...wordsOverFormulas(now, formulas, date1904),
  ];
}

type PlacedCell = ChangedCell & Required<Pick<ChangedCell, 'at'>>;

/** The issued text and the present one; without the latter if the cell is empty. */
function wordsOf({ sent, now }: ChangedCell, date1904: boolean): { was: string; found?: string } {
  const found = displayedText(now, date1904);
  return { was: displayedText(sent, false), ...(found === '' ? {} : { found }) };
}

/** The place of a question's text; undefined for any other cell. */
function questionPlace({ answered }: IssuedSheet, now: RawSheet, { sent, at }: PlacedCell): Place | undefined {
  const key = answered?.questions.get(sent.row);
  if (answered === undefined || key === undefined || sent.column !== answered.questionColumn) return undefined;
  return { sheet: now.name, cell: address(at.row, at.column), key, section: answered.section.key };
}

/** Changed cells of a sheet that are reported one by one; if there are more, all are reported with the first. */
const maxReported = 20;

/** Cells that now have the same text, as when a column was cleared or pasted over, are reported together. */
function textFindings(now: RawSheet, cells: readonly PlacedCell[], date1904: boolean): readonly Finding[] {
  const groups = new Map<string, PlacedCell[]>();
  for (const cell of cells) {
    const found = displayedText(cell.now, date1904);
    groups.set(found, [...(groups.get(found) ?? []), cell]);
  }
  const reported = groups.size > maxReported ? [cells] : [...groups.values()];
  return reported.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const places = group.map(({ at }) => address(at.row, at.column));
    return [
      finding(
        'printed.changed',
        { sheet: now.name, cell: places[0] ?? '' },
        { ...wordsOf(first, date1904), cells: places },
      ),
    ];
  });
}

function goneFindings(now: RawSheet, gone: readonly ChangedCell[]): readonly Finding[] {
  if (gone.length === 0) return [];
  const texts = gone.flatMap(({ sent }) => (sent.formula ? [] : [displayedText(sent, false)]));
  return [finding('printed.gone', { sheet: now.name }, { texts, cells: gone.length })];
}

/** A link to another sheet is a help, and no loss. */
const isLink = ({ formulaText = '' }: RawCell): boolean => formulaText.startsWith('HYPERLINK(');

/** Answers in a deleted row or column are reported as lost. */
function isReportedWithAnswers({ answered }: IssuedSheet, { sent }: ChangedCell): boolean {
  if (answered === undefined) return false;
  const isAnswers = sent.row === answered.headerRow && answered.answerColumns.has(sent.column);
  return isAnswers || answered.questions.has(sent.row);
}

function formulaFindings(now: RawSheet, formulas: readonly ChangedCell[]): readonly Finding[] {
  const placed = formulas.filter((cell): cell is PlacedCell => cell.at !== undefined);
  const report = (code: 'formula.gone' | 'formula.changed', cells: readonly PlacedCell[]): readonly Finding[] => {
    const places = cells.map(({ at }) => address(at.row, at.column));
    const [first] = places;
    return first === undefined ? [] : [finding(code, { sheet: now.name, cell: first }, { cells: places })];
  };
  return [
    ...report(
      'formula.gone',
      placed.filter((cell) => cell.now?.formula !== true),
    ),
    ...report(
      'formula.changed',
      placed.filter((cell) => cell.now?.formula === true),
    ),
  ];
}

/**
 * Text typed over formulas, such as an action in the Action plan. If no formula of the sheet is left, the file was
 * saved without formulas, and the text is their result.
 */
function wordsOverFormulas(now: RawSheet, formulas: readonly ChangedCell[], date1904: boolean): readonly Finding[] {
  const typed = formulas.flatMap(({ sent, now: cell }) =>
    cell?.value.kind === 'text' && !cell.formula && !isEmpty(cell) && cell.value.value !== sent.value.value
      ? [cell]
      : [],
  );
  const isFrozen = ![...now.rows.values()].some((cells) => [...cells.values()].some(({ formula }) => formula));
  return isFrozen ? [] : unreadCellFindings(now, typed, date1904);
}
