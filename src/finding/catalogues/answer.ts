import { type Catalogue, error, warning } from '../wording/entry.ts';
import { andList, counted, firstFew, list, orList, quoted } from '../wording/quote.ts';

/** An answer as a message quotes it. Whoever makes it withholds a value that must not be repeated. */
export interface QuotedAnswer {
  readonly state: 'answered' | 'unreadable' | 'not applicable' | 'blank' | 'not asked';
  readonly value?: string;
}

const said = ({ state, value }: QuotedAnswer): string => {
  if (value === undefined) return state === 'blank' ? 'unanswered' : state;
  return state === 'unreadable' ? `${quoted(value)} (which is not a valid answer)` : quoted(value);
};

const sources = {
  'partner-list': {
    words: 'from the list of partners',
    cure: 'Find out which is right, and correct the list if it is wrong.',
  },
  'last-round': { words: 'from the last round', cure: 'Ask if that looks wrong.' },
} as const;

const isOrAre = (values: readonly string[]): string => (values.length === 1 ? 'is' : 'are');

/** What can be wrong with the answers and entries of a return. */
export const answerFindings = {
  'answer.place-lost': error(
    (f: { field: string; references: readonly string[] }) =>
      `The cells for ${quoted(f.field)} of ${f.references.join(', ')} cannot be found, because their row, column or name is missing. Ask for the answers.`,
  ),
  'answer.anchors-part': warning(
    (f: { named: string; visible: string; cells: number }) =>
      `The name of the answer cell points to ${f.named}, but the question's number and the heading point to ${f.visible}, which was read (${f.cells === 1 ? 'one cell' : `${f.cells} cells of this sheet`}; rows may have been sorted or moved). Check an answer or two.`,
  ),
  'answer.not-an-option': error(
    (f: { field: string; value: string; allowed: readonly string[] }) =>
      `${quoted(f.value)} is not a valid answer for ${quoted(f.field)}, and is not counted in any figure. Allowed: ${list(f.allowed)}. Choose one from the list.`,
  ),
  'answer.read-as': warning((f: { field: string; value: string; taken: string }) =>
    f.value.trim() === f.taken
      ? `${quoted(f.value)} in ${quoted(f.field)} is stored as text, which the workbook does not count. It was read as ${quoted(f.taken)}. Choose from the list to be sure.`
      : `${quoted(f.value)} in ${quoted(f.field)} is not written as in the list. It was read as ${quoted(f.taken)}. Choose from the list to be sure.`,
  ),
  'answer.no-reason': warning(
    (f: { reasonField: string }) => `Not applicable needs a reason. Type it under ${quoted(f.reasonField)}.`,
  ),
  'answer.not-a-date': error(
    (f: { field: string; value: string }) =>
      `${quoted(f.value)} is not a valid date for ${quoted(f.field)}, and is not used. Enter a day, month and year, as in 31/03/2027.`,
  ),
  'answer.not-a-number': error(
    (f: { field: string; value: string; wanted: string }) =>
      `${quoted(f.value)} is not a number for ${quoted(f.field)}, and is not counted in any figure. Enter ${f.wanted}: figures alone, without words.`,
  ),
  'answer.number-unclear': error(
    (f: { field: string; value: string; wanted: string }) =>
      `${quoted(f.value)} in ${quoted(f.field)} could mean different numbers, and is not counted in any figure. Enter ${f.wanted}, with a point before decimals and no comma but between thousands.`,
  ),
  'answer.not-an-address': error(
    (f: { field: string; value: string }) =>
      `${quoted(f.value)} is not a web address for ${quoted(f.field)}, and is not used. Enter one address that begins with https:// or http://.`,
  ),
  'answer.address-read-as': warning(
    (f: { field: string; value: string; taken: string }) =>
      `${quoted(f.value)} in ${quoted(f.field)} is not a whole web address. It was read as ${quoted(f.taken)}. Enter the whole address to be sure.`,
  ),
  'answer.not-whole': error(
    (f: { field: string; value: string }) =>
      `${quoted(f.value)} in ${quoted(f.field)} is not a whole number, and is not counted in any figure. Enter a number without decimals.`,
  ),
  'answer.beyond-limits': error(
    (f: { field: string; value: string; wanted: string }) =>
      `${quoted(f.value)} in ${quoted(f.field)} is beyond the limits, and is not counted in any figure. Enter ${f.wanted}.`,
  ),
  'answer.many-decimals': warning(
    (f: { field: string; value: string; decimals: number }) =>
      `${quoted(f.value)} in ${quoted(f.field)} has more decimals than the ${f.decimals} that are asked for. It was stored in full. Check whether it is meant so exactly.`,
  ),
  'answer.number-read-as': warning(
    (f: { field: string; value: string; taken: string }) =>
      `${quoted(f.value)} in ${quoted(f.field)} is not written as the workbook counts numbers. It was read as ${f.taken}. Enter the figures alone to be sure.`,
  ),
  'answer.typed-over': warning(
    (f: { field: string; value: string; computed?: string }) =>
      `${quoted(f.value)} is typed over the formula of ${quoted(f.field)}, which is worked out from other answers${f.computed === undefined ? ' and is blank until all of them are given' : ` as ${f.computed}`}. The typed value is not used. Correct the answers from which it follows, if they are wrong.`,
  ),
  'answer.figure-differs': warning(
    (f: { field: string; value: string; computed?: string }) =>
      `The cell for ${quoted(f.field)} shows ${quoted(f.value)}, but by the answers from which it is worked out it is ${f.computed ?? 'blank'}, and that is stored. Its formula was changed, numbers are stored as text, or the program that saved the workbook did not recalculate it. Check these answers.`,
  ),
  'answer.unusual': warning(
    (f: { value: string; field: string; usual: string; reasonField: string }) =>
      `${quoted(f.value)} in ${quoted(f.field)} is unusual: it is usually ${f.usual}. Correct it, or give the reason under ${quoted(f.reasonField)}.`,
  ),
  'answer.figures-disagree': warning(
    (f: { fields: readonly string[]; value: string; rule: string; other: string; otherValue?: string }) =>
      `${andList(f.fields)} ${f.fields.length === 1 ? 'is' : 'together are'} ${f.value}, and ${f.rule} ${f.otherValue === undefined ? f.other : `${quoted(f.other)}, which is ${f.otherValue}`}. Correct the number that is wrong.`,
  ),
  'answer.jump': warning(
    (f: { field: string; value: string; before: string; limit: string; reasonField: string }) =>
      `${quoted(f.field)} was ${f.before} in the last round and is ${f.value} now, a change by more than ${f.limit}. Correct it, or give the reason under ${quoted(f.reasonField)}.`,
  ),
  'answer.error-value': error(
    (f: { field: string; value: string }) =>
      `The cell for ${quoted(f.field)} shows the error ${quoted(f.value)}, which is not counted in any figure. Type the answer again.`,
  ),
  'answer.picture': warning(
    (f: { field: string; value: string }) =>
      `The cell for ${quoted(f.field)} contains a picture, ${quoted(f.value)}. It is stored with the return, but its contents were not read. Describe in words what matters.`,
  ),
  'answer.picture-for-option': error(
    (f: { field: string; value: string }) =>
      `The cell for ${quoted(f.field)} contains a picture, ${quoted(f.value)}. It is stored with the return, but is not counted in any figure. Choose or type the answer instead.`,
  ),
  'answer.formula': warning(
    (f: { field: string }) =>
      `${quoted(f.field)} contains a formula. The value that it showed was read. Type the answer instead.`,
  ),
  'answer.link': warning(
    (f: { field: string; link: string }) =>
      `The cell for ${quoted(f.field)} is a link to ${quoted(f.link)}. The address was not stored, because this cell does not take free text. If it matters, type it into a cell that does.`,
  ),
  'answer.link-alone': warning(
    (f: { field: string; link: string }) =>
      `The cell for ${quoted(f.field)} is blank but still links to ${quoted(f.link)}, as after its text was deleted. It was read as unanswered. If the address is the answer, type it into the cell.`,
  ),
  'answer.link-computed': warning(
    (f: { field: string }) =>
      `${quoted(f.field)} is a link with an address worked out by a formula. The address was not read. Type it after the text.`,
  ),
  'answer.formula-without-value': error(
    (f: { field: string }) =>
      `${quoted(f.field)} contains a formula that shows nothing. It was read as unanswered. Type the answer instead.`,
  ),
  'answer.too-long': warning(
    (f: { field: string; length: number; limit: number }) =>
      `${quoted(f.field)} has ${f.length} characters, but a cell can show only ${f.limit}. All of it was stored.`,
  ),
  'answer.shown-otherwise': warning(
    (f: { field: string; shown: string; held: string }) =>
      `The cell for ${quoted(f.field)} contains ${quoted(f.held)} but shows ${f.shown === '' ? 'nothing' : quoted(f.shown)}, because of its number format. Check which of the two is meant, and type that.`,
  ),
  'answer.struck-out': warning(
    (f: { field: string; struck: string }) =>
      `${quoted(f.struck)} is struck out in the cell for ${quoted(f.field)}, but was stored with the answer. If it no longer counts, delete it from the cell.`,
  ),
  'answer.date-read-as': warning(
    (f: { field: string; value: string; day: string }) =>
      `${quoted(f.value)} in ${quoted(f.field)} is not a date to Excel. It was read as ${f.day.split('-').toReversed().join('/')} (day/month/year). If another day is meant, type it with the month in words, as in 31 March 2027.`,
  ),
  'answer.reason-kept': warning(
    (f: { reason: string; field: string }) =>
      `${quoted(f.reason)} was stored under ${quoted(f.field)}, which was blank, as the reason why the question does not apply. If that is wrong, correct both cells.`,
  ),
  'answer.wrong-column': warning(
    (f: { value: string; field: string; score: string }) =>
      `${quoted(f.value)} is under ${quoted(f.field)} but looks like the answer for ${quoted(f.score)}, which is blank. It was not counted. Type each answer under its own heading.`,
  ),
  'answer.needed': warning(
    (f: { answer: string; because: string; field: string }) =>
      `${quoted(f.answer)} under ${quoted(f.because)} requires ${quoted(f.field)}, which is blank. Fill it in, or correct the answer that requires it.`,
  ),
  'answer.excluded': warning(
    (f: { excluded: string; field: string; answer: string; because: string }) =>
      `${quoted(f.excluded)} under ${quoted(f.field)} and ${quoted(f.answer)} under ${quoted(f.because)} contradict each other. Correct the one that is wrong.`,
  ),
  'answer.not-asked': warning(
    (f: { fields: readonly string[]; condition: string }) =>
      `What is asked here does not apply (${quoted(f.condition)}), and is answered all the same under ${list(f.fields)}. The answer counts nowhere. Ask which of the two is wrong: this answer, or the one that decides.`,
  ),
  'answer.personal': warning(
    (f: { kinds: readonly string[] }) =>
      `The cell seems to contain ${f.kinds.join(', ')}, which is not repeated here. Answers must not identify anyone. Look at the cell, and ask for the workbook without it.`,
  ),
  'answer.emptied': warning(
    (f: { field: string; from: QuotedAnswer; earlier: string }) =>
      `${quoted(f.field)} was ${said(f.from)} in the return of ${f.earlier} and is unanswered here. Ask which is meant.`,
  ),
  'answer.changed': warning(
    (f: { field: string; from: QuotedAnswer; to: QuotedAnswer; earlier: string }) =>
      `${quoted(f.field)} was ${said(f.from)} in the return of ${f.earlier} and is ${said(f.to)} here. Ask if this looks wrong.`,
  ),
  'answer.added': warning(
    (f: { answers: number; of: 'question' | 'row'; references: readonly string[]; earlier: string }) =>
      `${counted(f.answers, 'answer is', 'answers are')} new since the return of ${f.earlier}, in ${f.of}${f.references.length === 1 ? '' : 's'} ${firstFew(f.references)}. Nothing needs to be done if the partner has continued the work.`,
  ),
  'given.changed': warning(
    (f: { field: string; source: 'partner-list' | 'last-round'; given: QuotedAnswer; returned: QuotedAnswer }) =>
      `${quoted(f.field)} was given ${sources[f.source].words} as ${said(f.given)}, and is ${said(f.returned)} in the return. The partner's answer counts. ${sources[f.source].cure}`,
  ),
  'given.row-gone': warning(
    (f: { row: string; values: readonly string[] }) =>
      `Row ${f.row}, which was given${f.values.length === 0 ? '' : ` with ${list(f.values)}`}, is missing in the return. Ask if that looks wrong.`,
  ),
  'entry.gone': warning(
    (f: { row: string; values: readonly string[]; earlier: string }) =>
      `Row ${f.row} of the return of ${f.earlier}${f.values.length === 0 ? '' : `, with ${list(f.values)},`} is missing here. Ask which is meant.`,
  ),
  'entry.incomplete': warning(
    (f: { entry: string; missing: readonly string[] }) =>
      `This ${f.entry} is incomplete: ${list(f.missing)} ${isOrAre(f.missing)} blank. Fill in what is missing, or clear the row.`,
  ),
  'entry.belongs-to-none': warning(
    (f: { sheet: string; by: readonly string[]; empty: readonly string[] }) =>
      `No row of the sheet ${quoted(f.sheet)} has the same ${andList(f.by)} as this row${f.empty.length > 0 ? `, in which ${andList(f.empty)} ${isOrAre(f.empty)} blank` : ''}. Correct this row, or add the row that it belongs to on that sheet.`,
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
      `This ${f.entry} has no row on the sheet ${quoted(f.sheet)} with ${orList(f.words)} under ${quoted(f.field)}${f.needs.length > 0 ? ` and with ${andList(f.needs)} filled in` : ''}. Add such a row there with the same ${andList(f.by)}, or complete the one there is.`,
  ),
  'section.lacks': error(
    (f: { entry: string; field: string; missing: readonly (readonly string[])[] }) =>
      `Missing under ${quoted(f.field)}: ${f.missing.map(orList).join('; ')}. Add at least one ${f.entry}${f.missing.length === 1 ? '' : ' for each'}.`,
  ),
  'entry.twice': warning(
    (f: { first: string; by: readonly string[] }) =>
      `The row of ${f.first} has the same ${andList(f.by)}, so other rows cannot be matched with one of the two. Give each row its own, or combine the rows.`,
  ),
} as const satisfies Catalogue<'answer' | 'given' | 'entry' | 'section'>;
