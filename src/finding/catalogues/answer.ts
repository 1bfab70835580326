import { type Catalogue, error, warning } from '../wording/entry.ts';
import { both, few, list, quoted } from '../wording/quote.ts';

/** An answer as a sentence tells it. What may not be repeated is withheld by whoever makes it. */
export interface SaidAnswer {
  readonly state: 'answered' | 'unreadable' | 'not applicable' | 'blank' | 'not asked';
  readonly value?: string;
}

const said = ({ state, value }: SaidAnswer): string => {
  if (value === undefined) return state;
  return state === 'unreadable' ? `${quoted(value)} (which is no answer)` : quoted(value);
};

/** What can be wrong with the answers and entries of a return. */
export const answerFindings = {
  'answer.place-lost': error(
    (f: { field: string; references: readonly string[] }) =>
      `The cells for ${quoted(f.field)} of ${f.references.join(', ')} cannot be found: row, column or name is gone. Ask for the answers.`,
  ),
  'answer.anchors-part': warning(
    (f: { named: string; visible: string; cells: number }) =>
      `The cell's name points to ${f.named}, but the question's number and the heading point to ${f.visible}, which was read (${f.cells === 1 ? 'one cell' : `${f.cells} cells of the sheet are like that`}: rows may have been sorted or moved). Check an answer or two.`,
  ),
  'answer.not-an-option': error(
    (f: { field: string; value: string; allowed: readonly string[] }) =>
      `${quoted(f.value)} is not an answer for ${quoted(f.field)}, and counts in no figure. Allowed: ${list(f.allowed)}. Choose one from the list.`,
  ),
  'answer.read-as': warning((f: { field: string; value: string; taken: string }) =>
    f.value.trim() === f.taken
      ? `${quoted(f.value)} in ${quoted(f.field)} stands there as text, which the workbook does not count. It was read as ${quoted(f.taken)}. Choose from the list to be sure.`
      : `${quoted(f.value)} in ${quoted(f.field)} is not as the list writes it, and was read as ${quoted(f.taken)}. Choose from the list to be sure.`,
  ),
  'answer.no-reason': warning(
    (f: { reasonField: string }) => `Not applicable needs a reason. Write it under ${quoted(f.reasonField)}.`,
  ),
  'answer.not-a-date': error(
    (f: { field: string; value: string }) =>
      `${quoted(f.value)} is not a date that can be read for ${quoted(f.field)}, and counts as none. Enter a day, month and year, as in 31/03/2027.`,
  ),
  'answer.error-value': error(
    (f: { field: string; value: string }) =>
      `The cell for ${quoted(f.field)} shows the error ${quoted(f.value)}, which counts in no figure. Type the answer again.`,
  ),
  'answer.picture': warning(
    (f: { field: string; value: string }) =>
      `The cell for ${quoted(f.field)} holds a picture, ${quoted(f.value)}. It is stored with the return, but what it shows was not read. Add what matters in words.`,
  ),
  'answer.picture-for-option': error(
    (f: { field: string; value: string }) =>
      `The cell for ${quoted(f.field)} holds a picture, ${quoted(f.value)}, which is stored with the return and counts in no figure. Choose or type the answer instead.`,
  ),
  'answer.formula': warning(
    (f: { field: string }) =>
      `${quoted(f.field)} holds a formula; the value that it showed was read. Type the answer instead.`,
  ),
  'answer.link': warning(
    (f: { field: string; link: string }) =>
      `The cell for ${quoted(f.field)} is a link to ${quoted(f.link)}. The address was not stored, because this cell does not take free text: if it matters, type it into a cell that does.`,
  ),
  'answer.link-alone': warning(
    (f: { field: string; link: string }) =>
      `The cell for ${quoted(f.field)} is empty and leads to ${quoted(f.link)}, as it does where words were deleted. It was read as blank. If the address is the answer, type it into the cell.`,
  ),
  'answer.link-computed': warning(
    (f: { field: string }) =>
      `${quoted(f.field)} is a link whose address is worked out by a formula, so the address was not read. Type it after the words.`,
  ),
  'answer.formula-without-value': error(
    (f: { field: string }) =>
      `${quoted(f.field)} holds a formula that shows nothing, and was taken for blank. Type the answer instead.`,
  ),
  'answer.too-long': warning(
    (f: { field: string; length: number; limit: number }) =>
      `${quoted(f.field)} is ${f.length} characters long, and more than ${f.limit} do not fit a cell. All of it was kept.`,
  ),
  'answer.shown-otherwise': warning(
    (f: { field: string; shown: string; held: string }) =>
      `The cell for ${quoted(f.field)} holds ${quoted(f.held)} and shows ${f.shown === '' ? 'nothing' : quoted(f.shown)}, because of its number format. Check which of the two is meant, and type that.`,
  ),
  'answer.date-read-as': warning(
    (f: { field: string; value: string; day: string }) =>
      `${quoted(f.value)} in ${quoted(f.field)} is not a date to Excel, and was read as ${f.day.split('-').toReversed().join('/')} (day/month/year). If another day is meant, type it with the month in words, as in 31 March 2027.`,
  ),
  'answer.reason-kept': warning(
    (f: { reason: string; field: string }) =>
      `${quoted(f.reason)} was kept under ${quoted(f.field)}, which was empty, as the reason why the question does not apply. If that is wrong, correct both.`,
  ),
  'answer.wrong-column': warning(
    (f: { value: string; field: string; score: string }) =>
      `${quoted(f.value)} stands under ${quoted(f.field)} and looks like the answer for ${quoted(f.score)}, which is empty. It was not counted: type each answer under its own heading.`,
  ),
  'answer.needed': warning(
    (f: { answer: string; because: string; field: string }) =>
      `${quoted(f.answer)} under ${quoted(f.because)} makes ${quoted(f.field)} necessary, and it is empty. Fill it in, or correct the answer that asks for it.`,
  ),
  'answer.excluded': warning(
    (f: { excluded: string; field: string; answer: string; because: string }) =>
      `${quoted(f.excluded)} under ${quoted(f.field)} and ${quoted(f.answer)} under ${quoted(f.because)} contradict each other. Correct the one that is wrong.`,
  ),
  'answer.personal': warning(
    (f: { kinds: readonly string[] }) =>
      `The cell seems to hold ${f.kinds.join(', ')}, which is not repeated here. Answers must not let anyone be recognised: look at the cell, and ask for the workbook without it.`,
  ),
  'answer.emptied': warning(
    (f: { field: string; from: SaidAnswer; earlier: string }) =>
      `${quoted(f.field)} was ${said(f.from)} in the return of ${f.earlier} and is blank here. Ask which is meant.`,
  ),
  'answer.changed': warning(
    (f: { field: string; from: SaidAnswer; to: SaidAnswer; earlier: string }) =>
      `${quoted(f.field)} was ${said(f.from)} in the return of ${f.earlier} and is ${said(f.to)} here. Ask if that is not meant.`,
  ),
  'answer.added': warning(
    (f: { answers: number; of: 'question' | 'row'; references: readonly string[]; earlier: string }) =>
      `${f.answers === 1 ? '1 answer is' : `${f.answers} answers are`} new since the return of ${f.earlier}, in ${f.of}${f.references.length === 1 ? '' : 's'} ${few(f.references)}. Nothing needs to be done if the partner has gone on with the work.`,
  ),
  'entry.gone': warning(
    (f: { row: string; values: readonly string[]; earlier: string }) =>
      `Row ${f.row} of the return of ${f.earlier}${f.values.length === 0 ? '' : `, with ${list(f.values)},`} is not here. Ask which is meant.`,
  ),
  'entry.incomplete': warning(
    (f: { entry: string; missing: readonly string[] }) =>
      `This ${f.entry} is begun but not complete: ${list(f.missing)} ${f.missing.length === 1 ? 'is' : 'are'} empty. Fill in what is missing, or clear the row.`,
  ),
  'entry.belongs-to-none': warning(
    (f: { sheet: string; by: readonly string[]; empty: readonly string[] }) =>
      `No row of the sheet ${quoted(f.sheet)} has the same ${both(f.by)} as this one${f.empty.length > 0 ? `, which has no ${both(f.empty)}` : ''}. Correct this row, or add the one there that it belongs to.`,
  ),
  'entry.lacks': error(
    (f: {
      entry: string;
      sheet: string;
      by: readonly string[];
      field: string;
      words: readonly string[];
      needs: readonly string[];
    }) =>
      `This ${f.entry} has no row on the sheet ${quoted(f.sheet)} in which ${quoted(f.field)} is ${f.words.map(quoted).join(' or ')}${f.needs.length > 0 ? `, with ${both(f.needs)} filled in` : ''}. Add it there with the same ${both(f.by)}, or complete it.`,
  ),
  'section.lacks': error(
    (f: { entry: string; field: string; missing: readonly (readonly string[])[] }) =>
      `Missing under ${quoted(f.field)}: ${f.missing.map((words) => words.map(quoted).join(' or ')).join('; ')}. Add at least one ${f.entry}${f.missing.length === 1 ? '' : ' for each'}.`,
  ),
  'entry.twice': warning(
    (f: { first: string; by: readonly string[] }) =>
      `The row of ${f.first} has the same ${both(f.by)}, so nobody can tell to which of them others belong. Give each row its own, or make them one row.`,
  ),
} as const satisfies Catalogue<'answer' | 'entry' | 'section'>;
