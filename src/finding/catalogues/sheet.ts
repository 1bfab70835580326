import { type Catalogue, error, warning } from '../wording/entry.ts';
import { few, list, quoted } from '../wording/quote.ts';

/** Characters before the place where two texts part that are shown with it. */
const shownBefore = 30;

/** Two texts quoted from shortly before the place where they part: long ones would look the same otherwise. */
function parting(one: string, other: string): readonly [string, string] {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const from = Math.max(one.length, other.length) <= 80 ? 0 : Math.max(0, same - shownBefore);
  const cut = (text: string): string => quoted(from === 0 ? text : `…${text.slice(from)}`);
  return [cut(one), cut(other)];
}

/** What people call a thing that lies on a sheet. */
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
  other: 'An object that cannot be read here',
} as const;

type DrawnKind = keyof typeof drawnKinds;

/** A sentence for the alternative text of an object; nothing where it has none. */
const alternativeOf = ({ alternative }: { alternative?: string }): string =>
  alternative === undefined ? '' : ` Its alternative text is ${quoted(alternative)}.`;

/** Where an object is. Without cells it covers no answer. */
const liesOver = (cells: readonly string[]): string =>
  cells.length === 0
    ? 'is on this sheet'
    : `covers ${cells.length === 1 ? 'the answer cell' : 'the answer cells'} ${few(cells)}`;

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
      `The sheet ${quoted(f.sheet)} is not in the workbook, so its ${f.answers} answers are lost. Ask for it to be filled in again.`,
  ),
  'sheet.renamed': warning(
    (f: { expected: string; found: string }) =>
      `The sheet ${quoted(f.expected)} is now called ${quoted(f.found)}; it was read all the same.`,
  ),
  'sheet.copy-not-read': warning(
    (f: { like: string }) =>
      `This sheet looks like a copy of ${quoted(f.like)} and was not read. If the answers are on it, ask for them on the sheet itself.`,
  ),
  'sheet.ambiguous': error(
    (f: { like: string; read: string }) =>
      `This sheet and ${quoted(f.read)} both look like ${quoted(f.like)}, which is gone. ${quoted(f.read)} was read. Ask which one counts, and for a workbook with only that.`,
  ),
  'sheet.reference-twice': warning(
    (f: { read: number; others: readonly number[] }) =>
      `The question stands on several rows. Row ${f.read} was read, and ${few(f.others.map((row) => `row ${row}`))} was not. Put everything into one row.`,
  ),
  'sheet.not-read': warning(
    (f: { value: string }) =>
      `${quoted(f.value)} stands where no answer is expected, and was not read. If it is an answer, put it into the cell for it.`,
  ),
  'sheet.more-not-read': warning(
    (f: { cells: number; first: string; last: string }) =>
      `${f.cells === 1 ? 'One more cell' : `${f.cells} more cells`} of this sheet, from ${f.first} to ${f.last}, ${f.cells === 1 ? 'stands' : 'stand'} where no answer is expected, and ${f.cells === 1 ? 'was' : 'were'} not read. If answers are among them, ask for them in the cells for them.`,
  ),
  'sheet.comment': warning(
    (f: { text: string }) =>
      `A comment stands on this cell, ${quoted(f.text)}, and comments are not read as answers. If it is one, type it into the cell for it.`,
  ),
  'sheet.merged': warning(
    (f: { range: string; covered: readonly string[] }) =>
      `The cells ${f.range} were merged, which covers answers: ${few(f.covered)}. Each was read as the file has it, mostly as blank. Take the merging back, and answer each question in its own cell.`,
  ),
  'sheet.heading-missing': warning(
    (f: { heading: string }) =>
      `The column heading ${quoted(f.heading)} is gone. The answers below it were found by their cell names: check a few of them.`,
  ),
  'sheet.cut-short': error(
    (f: { after: number; what: string; limit: string }) =>
      `${f.after === 0 ? 'Nothing on this sheet was read' : `Only the rows down to ${f.after} of this sheet were read`}, because its ${f.what} is over the limit of ${f.limit}. Answers ${f.after === 0 ? '' : 'in those rows and '}on other sheets were read. It may have formats, formulas or data far below the table or beside it: select those rows (or columns), delete them, save and return the workbook again. Nothing has to be typed again.`,
  ),
  'sheet.gone': warning(
    () =>
      'This sheet is not in the workbook any more, or is empty. It held no answers, so none are lost, and positions are worked out from the answers. Send a fresh workbook if the partner needs it.',
  ),
  'sheet.added': warning(
    (f: { isHidden: boolean; cells: number; objects: number; firstCell?: string; text?: string }) =>
      `This sheet was added to the workbook${f.isHidden ? ' and hidden' : ''}, and nothing on it was read${contentOf(f)}. If answers or evidence are on it, ask for them on the sheets of the questions.`,
  ),
  'sheet.text-box': warning(
    (f: { kind: DrawnKind; text: string; cells: readonly string[]; alternative?: string }) =>
      `${f.kind === 'header' ? `The header or footer of this sheet says ${quoted(f.text)}` : `${drawnKinds[f.kind]} with the words ${quoted(f.text)} ${liesOver(f.cells)}`}.${alternativeOf(f)} The words were not read as an answer: if they are one, type them into the cell for it.`,
  ),
  'sheet.picture': warning(
    (f: { kind: DrawnKind; size: string; cells: readonly string[]; alternative?: string }) =>
      `${f.kind === 'header' ? 'A picture is in the header or footer of this sheet' : f.kind === 'background' ? 'A picture is behind the cells of this sheet' : `${drawnKinds[f.kind]} ${liesOver(f.cells)}`}${f.size === '' ? '' : `: ${f.size}`}.${alternativeOf(f)} What it shows was not read. If it holds an answer, type the answer into the cell for it.`,
  ),
  'sheet.embedded-file': warning(
    (f: { size: string; cells: readonly string[]; alternative?: string }) =>
      `${drawnKinds.file}${f.size === '' ? '' : ` (${f.size})`} ${liesOver(f.cells)} and was not opened.${alternativeOf(f)} If it holds an answer, type the answer into the cell for it.`,
  ),
  'sheet.drawn': warning(
    (f: { kind: DrawnKind; cells: readonly string[]; alternative?: string }) =>
      `${drawnKinds[f.kind]} ${liesOver(f.cells)} and was not read.${alternativeOf(f)} If it marks or holds an answer, choose or type the answer in the cell for it.`,
  ),
  'question.changed': warning((f: { was: string; found?: string }) => {
    const [was, found] = parting(f.was, f.found ?? '');
    return `The question read ${was} when the workbook went out, and ${f.found === undefined ? 'its cell is empty now' : `reads ${found} now`}. Answers found beside it were taken for the question that went out: check with the partner that this is what they answered.`;
  }),
  'printed.changed': warning((f: { was: string; found?: string; cells: readonly string[] }) => {
    const [was, found] = parting(f.was, f.found ?? '');
    const others = f.cells.slice(1);
    return [
      f.found === undefined
        ? `${was} stood here when the workbook went out; the cell is empty now.`
        : `${found} stands here now, where ${was} stood when the workbook went out.`,
      ...(others.length === 0
        ? []
        : [
            `${others.length === 1 ? 'Another cell' : `${others.length} more cells`} of this sheet changed too: ${few(others)}.`,
          ]),
      f.found === undefined
        ? 'Only the cells for answers are to be changed: check that the partner answered what was asked.'
        : 'Only the cells for answers are to be changed: check that the partner answered what was asked, and if this is an answer, put it into the cell for it.',
    ].join(' ');
  }),
  'printed.gone': warning(
    (f: { texts: readonly string[]; cells: number }) =>
      `Rows or columns of this sheet are gone since the workbook went out, and with them ${f.cells === 1 ? 'a cell' : `${f.cells} cells`}${f.texts.length === 0 ? '' : ` that said ${list(f.texts.slice(0, 3))}${f.texts.length > 3 ? ' and more' : ''}`}. Answers that were lost with them are told apart. Check that the partner answered what was asked.`,
  ),
  'formula.gone': warning(
    (f: { cells: readonly string[] }) =>
      `No formula stands any more in ${few(f.cells)}: somebody typed or pasted over it, or the program that saved the workbook did not keep it. What is shown there does not follow the answers, and was not used: figures are worked out here from the answers.`,
  ),
  'formula.changed': warning(
    (f: { cells: readonly string[] }) =>
      `Another formula than the one that went out stands in ${few(f.cells)}. What is shown there was not used: figures are worked out here from the answers.`,
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
      `The workbook's own Scorecard does not show what the answers give: ${f.differences
        .slice(0, 4)
        .map(({ part, figure, shown, ours }) => `${part}, ${figure}: ${shown} (by the answers ${ours})`)
        .join(
          '; ',
        )}${f.differences.length > 4 ? `; and ${f.differences.length - 4} more` : ''}. What counts is worked out here from the answers. Its formulas count only what is chosen from the lists, and the program that saved it may not have worked them out again. Tell the partner if they use these figures.`,
  ),
  'scorecard.not-recalculated': warning(
    () =>
      "The workbook's own Scorecard shows the figures with which it went out, as if nothing were answered: the program that saved it may not have worked its formulas out again, or every answer stands there as text, which they do not count. The answers were read, and what counts is worked out here from them. Tell the partner not to use the figures of their copy.",
  ),
} as const satisfies Catalogue<'sheet' | 'question' | 'printed' | 'formula' | 'scorecard'>;
