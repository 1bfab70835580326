import { type Catalogue, error, warning } from '../wording/entry.ts';
import { firstFew, list, quoted } from '../wording/quote.ts';

/** Characters shown before the first difference of two texts. */
const shownBefore = 30;

/** Two texts, quoted from shortly before their first difference: long ones would otherwise look the same. */
function parting(one: string, other: string): readonly [string, string] {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const from = Math.max(one.length, other.length) <= 80 ? 0 : Math.max(0, same - shownBefore);
  const cut = (text: string): string => quoted(from === 0 ? text : `…${text.slice(from)}`);
  return [cut(one), cut(other)];
}

/** What people call an object on a sheet. */
const drawnKinds = {
  'text box': 'A text box',
  shape: 'A shape',
  picture: 'A picture',
  chart: 'A chart',
  diagram: 'A diagram',
  ink: 'Handwriting',
  control: 'A check box, button or other form control',
  file: 'An embedded file',
  background: 'A background picture',
  header: 'A header or footer',
  other: 'An object that Scorebook cannot read',
} as const;

type DrawnKind = keyof typeof drawnKinds;

/** A sentence with the alternative text of an object; empty if it has none. */
const alternativeOf = ({ alternative }: { alternative?: string }): string =>
  alternative === undefined ? '' : ` Its alternative text is ${quoted(alternative)}.`;

/** The answer cells under an object, if it covers any. */
const liesOver = (cells: readonly string[]): string =>
  cells.length === 0
    ? 'is on this sheet'
    : `covers ${cells.length === 1 ? 'the answer cell' : 'the answer cells'} ${firstFew(cells)}`;

function contentOf(f: { cells: number; objects: number; firstCell?: string; text?: string }): string {
  const words = f.firstCell === undefined ? '' : `, from ${f.firstCell}, ${quoted(f.text ?? '')}`;
  const parts = [
    ...(f.cells === 0 ? [] : [`${f.cells === 1 ? '1 filled cell' : `${f.cells} filled cells`}${words}`]),
    ...(f.objects === 0
      ? []
      : [f.objects === 1 ? '1 picture or other object' : `${f.objects} pictures or other objects`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

/** What can be wrong with the sheets of a return, and what was changed on them since they were issued. */
export const sheetFindings = {
  'sheet.missing': error(
    (f: { sheet: string; answers: number }) =>
      `The sheet ${quoted(f.sheet)} is missing, and its ${f.answers} answers with it. Ask for it to be filled in again.`,
  ),
  'sheet.renamed': warning(
    (f: { expected: string; found: string }) =>
      `The sheet ${quoted(f.expected)} is now called ${quoted(f.found)}. It was read.`,
  ),
  'sheet.copy-not-read': warning(
    (f: { like: string }) =>
      `This sheet looks like a copy of ${quoted(f.like)} and was not read. If it contains answers, ask for them on the sheet itself.`,
  ),
  'sheet.ambiguous': error(
    (f: { like: string; read: string }) =>
      `This sheet and ${quoted(f.read)} both look like ${quoted(f.like)}, which is missing. ${quoted(f.read)} was read. Ask which one counts, and for a workbook with only that one.`,
  ),
  'sheet.reference-twice': warning(
    (f: { read: number; others: readonly number[] }) =>
      `The question is on several rows. Row ${f.read} was read; ${firstFew(f.others.map((row) => `row ${row}`))} ${f.others.length === 1 ? 'was' : 'were'} not. Put everything into one row.`,
  ),
  'sheet.not-read': warning(
    (f: { value: string }) =>
      `${quoted(f.value)} is in a cell where no answer is expected, and was not read. If it is an answer, type it into the answer cell.`,
  ),
  'sheet.more-not-read': warning((f: { cells: number; first: string; last: string }) =>
    f.cells === 1
      ? `One more cell on this sheet, ${f.first}, has a value where no answer is expected, and was not read. If it is an answer, ask for it in the answer cell.`
      : `${f.cells} more cells on this sheet, from ${f.first} to ${f.last}, have values where no answer is expected, and were not read. If there are answers among them, ask for them in the answer cells.`,
  ),
  'sheet.comment': warning(
    (f: { text: string }) =>
      `This cell has a comment, ${quoted(f.text)}. Comments are not read as answers. If it is an answer, type it into the answer cell.`,
  ),
  'sheet.merged': warning(
    (f: { range: string; covered: readonly string[] }) =>
      `The merged cells ${f.range} cover answer cells: ${firstFew(f.covered)}. Each was read with the value in the file, which is usually blank. Unmerge the cells, and answer each question in its own cell.`,
  ),
  'sheet.heading-missing': warning(
    (f: { heading: string }) =>
      `The column heading ${quoted(f.heading)} is missing. The answers below it were found by the names of their cells. Check a few of them.`,
  ),
  'sheet.cut-short': error(
    (f: { after: number; what: string; limit: string }) =>
      `${f.after === 0 ? 'Nothing on this sheet was read' : `Only the rows down to ${f.after} of this sheet were read`}, because its ${f.what} is over the limit of ${f.limit}. Answers ${f.after === 0 ? '' : 'in those rows and '}on other sheets were read. The sheet may have formats, formulas or data far below the table or beside it. Select those rows or columns, delete them, save the workbook and return it again. No answer has to be typed again.`,
  ),
  'sheet.gone': warning(
    () =>
      'This sheet is missing or empty. It contained no answers, so none are lost, and positions are worked out from the answers. Send a fresh workbook if the partner needs the sheet.',
  ),
  'sheet.added': warning(
    (f: { isHidden: boolean; cells: number; objects: number; firstCell?: string; text?: string }) =>
      `This sheet was added to the workbook${f.isHidden ? ' and hidden' : ''}, and nothing on it was read${contentOf(f)}. If it contains answers or evidence, ask for them on the sheets with the questions.`,
  ),
  'sheet.text-box': warning(
    (f: { kind: DrawnKind; text: string; cells: readonly string[]; alternative?: string }) =>
      `${f.kind === 'header' ? `The header or footer of this sheet says ${quoted(f.text)}` : `${drawnKinds[f.kind]} with the text ${quoted(f.text)} ${liesOver(f.cells)}`}.${alternativeOf(f)} The text was not read as an answer. If it is one, type it into the answer cell.`,
  ),
  'sheet.picture': warning(
    (f: { kind: DrawnKind; size: string; cells: readonly string[]; alternative?: string }) =>
      `${f.kind === 'header' ? 'There is a picture in the header or footer of this sheet' : f.kind === 'background' ? 'There is a picture behind the cells of this sheet' : `${drawnKinds[f.kind]} ${liesOver(f.cells)}`}${f.size === '' ? '' : `: ${f.size}`}.${alternativeOf(f)} Its contents were not read. If it shows an answer, type the answer into the answer cell.`,
  ),
  'sheet.embedded-file': warning(
    (f: { size: string; cells: readonly string[]; alternative?: string }) =>
      `${drawnKinds.file}${f.size === '' ? '' : ` (${f.size})`} ${liesOver(f.cells)} and was not opened.${alternativeOf(f)} If it contains an answer, type the answer into the answer cell.`,
  ),
  'sheet.drawn': warning(
    (f: { kind: DrawnKind; cells: readonly string[]; alternative?: string }) =>
      `${drawnKinds[f.kind]} ${liesOver(f.cells)} and was not read.${alternativeOf(f)} If it marks or contains an answer, choose or type the answer in the answer cell.`,
  ),
  'question.changed': warning((f: { was: string; found?: string }) => {
    const [was, found] = parting(f.was, f.found ?? '');
    return `The question was ${was} when the workbook was issued, and ${f.found === undefined ? 'its cell is blank now' : `is ${found} now`}. The answers beside it were taken as answers to the question that was issued. Check with the partner that this is the question that was answered.`;
  }),
  'printed.changed': warning((f: { was: string; found?: string; cells: readonly string[] }) => {
    const [was, found] = parting(f.was, f.found ?? '');
    const others = f.cells.slice(1);
    return [
      f.found === undefined
        ? `This cell said ${was} when the workbook was issued, and is blank now.`
        : `This cell said ${was} when the workbook was issued, and says ${found} now.`,
      ...(others.length === 0
        ? []
        : [
            `${others.length === 1 ? 'Another cell' : `${others.length} more cells`} of this sheet changed too: ${firstFew(others)}.`,
          ]),
      'Only answer cells are meant to be changed. Check that the partner answered the question that was asked.',
      ...(f.found === undefined ? [] : ['If this is an answer, type it into the answer cell.']),
    ].join(' ');
  }),
  'printed.gone': warning(
    (f: { texts: readonly string[]; cells: number }) =>
      `Rows or columns of this sheet were deleted after the workbook was issued, and with them ${f.cells === 1 ? 'a cell' : `${f.cells} cells`}${f.texts.length === 0 ? '' : ` that said ${list(f.texts.slice(0, 3))}${f.texts.length > 3 ? ' and more' : ''}`}. Answers that were lost with them are reported separately. Check that the partner answered the questions that were asked.`,
  ),
  'formula.gone': warning(
    (f: { cells: readonly string[] }) =>
      `There is no longer a formula in ${firstFew(f.cells)}. Somebody typed or pasted over it, or the program that saved the workbook did not save it. The values shown there do not follow the answers and were not used: Scorebook works out all figures from the answers.`,
  ),
  'formula.changed': warning(
    (f: { cells: readonly string[] }) =>
      `${f.cells.length === 1 ? `The formula in ${firstFew(f.cells)} is not the one that was issued` : `The formulas in ${firstFew(f.cells)} are not those that were issued`}. The values shown there were not used: Scorebook works out all figures from the answers.`,
  ),
  'scorecard.differs': warning(
    (f: {
      differences: readonly {
        readonly part: string;
        readonly figure: string;
        readonly shown: string;
        readonly ours: string;
      }[];
    }) =>
      `The Scorecard in the workbook does not agree with the answers: ${f.differences
        .slice(0, 4)
        .map(({ part, figure, shown, ours }) => `${part}, ${figure}: ${shown} (by the answers ${ours})`)
        .join(
          '; ',
        )}${f.differences.length > 4 ? `; and ${f.differences.length - 4} more` : ''}. The figures that count are worked out from the answers. The formulas of the Scorecard count only values chosen from the lists, and the program that saved the workbook may not have recalculated them. Let the partner know if they use these figures.`,
  ),
  'scorecard.not-recalculated': warning(
    () =>
      'The Scorecard in the workbook still shows the figures with which it was issued, as if nothing were answered. Either the program that saved the workbook did not recalculate the formulas, or all answers are stored as text, which the formulas do not count. The answers were read, and the figures that count are worked out from them. Ask the partner not to use the figures in its copy.',
  ),
} as const satisfies Catalogue<'sheet' | 'question' | 'printed' | 'formula' | 'scorecard'>;
