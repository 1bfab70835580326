import { type Catalogue, error, warning } from '../wording/entry.ts';
import { andList, firstFew, list, quoted } from '../wording/quote.ts';

const numberOf = (values: readonly string[]): string => (values.length === 2 ? 'two' : String(values.length));

/** A column of facts that a list lacks, or that is empty in it. */
export interface MissingColumn {
  readonly column: string;
  readonly isThere: boolean;
  readonly questions: readonly string[];
  /** A heading that may be meant. */
  readonly meant?: string;
}

const describeMissing = ({ column, isThere, questions, meant }: MissingColumn): string =>
  `${firstFew(questions)} (${isThere ? 'the column' : 'no column'} ${quoted(column)}${isThere ? ' is empty' : ''}${meant === undefined ? '' : `; is ${quoted(meant)} meant?`})`;

/** What can be wrong with a list of partners, with the facts in it, or with a list of agreed scores. */
export const partnersFindings = {
  'partners.bad-code': error(
    (f: { code: string; characters: readonly string[] }) =>
      `The code ${quoted(f.code)} is not allowed${f.characters.length === 0 ? '' : ` because of ${firstFew(f.characters)}`}. A code has 1 to 20 plain letters, digits, hyphens or underscores, and begins with a letter or digit, as in 5E1. Correct it.`,
  ),
  'partners.device-code': error(
    (f: { code: string }) =>
      `The code ${quoted(f.code)} is not allowed, because Windows reserves that name for a device. Use another code, such as ${quoted(`${f.code}1`)}.`,
  ),
  'partners.duplicate-code': error(
    (f: { code: string; first: string }) =>
      `The code ${quoted(f.code)} is already used (${f.first}). Each partner needs its own code. Correct or remove one of the lines.`,
  ),
  'partners.mangled-code': error(
    (f: { column: string; code: string; takenFor: string; readAs?: string }) =>
      `The ${f.column} ${quoted(f.code)} seems to have been damaged by Excel, which takes a code${f.readAs === undefined ? ' like this' : ` such as ${quoted(f.readAs)}`} for ${f.takenFor}. Format the column as text and type the code again. Save the list as an Excel workbook (.xlsx): a CSV file that is opened by a double click is damaged again.`,
  ),
  'partners.other-case': error(
    (f: { code: string; known: string; round: string }) =>
      `The code ${quoted(f.code)} differs only in capitals from ${quoted(f.known)}, which is already in round ${quoted(f.round)}. On Windows, both workbooks would have the same file name. Write the code as in the round.`,
  ),
  'partners.look-alike': warning(
    (f: { column: string; code: string; characters: readonly string[] }) =>
      `The ${f.column} ${quoted(f.code)} contains ${firstFew(f.characters)}, which may look like a plain letter or digit but is a different character. Different codes mean different places. If this code is meant to be the same as another, type it in plain characters.`,
  ),
  'partners.same-name': warning(
    (f: { name: string; codes: readonly string[] }) =>
      `The list has the name ${quoted(f.name)} with more than one code: ${andList(f.codes)}. Each code gets a workbook and counts separately. If they are one organisation, remove all but one of the lines.`,
  ),
  'partners.two-names': warning(
    (f: { what: string; code: string; names: readonly string[]; shown: string }) =>
      `The list gives ${f.what} ${f.code} ${numberOf(f.names)} names, ${andList(f.names)}. A code identifies one ${f.what}, so all partners with this code belong to it, and it is shown as ${quoted(f.shown)}. Correct the names, or the code if another ${f.what} is meant.`,
  ),
  'partners.two-codes': warning(
    (f: { what: string; name: string; codes: readonly string[] }) =>
      `The list gives the ${f.what} ${quoted(f.name)} ${numberOf(f.codes)} codes, ${andList(f.codes)}. Each code counts as a separate ${f.what}. If only one is meant, write the same code on every line.`,
  ),
  'partners.lost-zeros': error(
    (f: { column: string; code: string; whole: string }) =>
      `The ${f.column} ${quoted(f.code)} has only digits and is shorter than the others. Excel takes a code such as ${quoted(f.whole)} for a number and drops its leading zeros. Format the column as text and type the code again. If the code is right, add leading zeros so that all codes have the same length.`,
  ),
  'partners.day-number': warning(
    (f: { column: string; code: string; day: string; readAs: string }) =>
      `The ${f.column} ${quoted(f.code)} has only digits, although other codes in the list have letters. It is also Excel's number for ${f.day}, so Excel may have taken a code such as ${quoted(f.readAs)} for a date. If so, format the column as text and type the code again.`,
  ),
  'partners.bad-email': warning(
    (f: { address: string }) =>
      `The e-mail address ${quoted(f.address)} cannot be used, so the partner gets no e-mail. An address is a name, @ and a domain in plain letters, as in returns@pct.example. Two addresses are separated by a semicolon. Correct it and generate again.`,
  ),
  'agreed.unknown-area': error(
    (f: { area: string; known: readonly string[] }) =>
      `Fewer than two partners of this round belong to the area ${quoted(f.area)}, and only several partners can agree. ${f.known.length === 0 ? 'No area has several partners.' : `Areas with several partners: ${firstFew(f.known)}.`} Correct the code.`,
  ),
  'agreed.unknown-question': error(
    (f: { question: string; first: string }) =>
      `${quoted(f.question)} is not a scored question. Write the reference as in the workbook, such as ${f.first}.`,
  ),
  'agreed.not-a-level': error(
    (f: { level: string; allowed: readonly string[]; withdrawn: string }) =>
      `${quoted(f.level)} is not a score for this question. Write one of ${list(f.allowed)}, or ${quoted(f.withdrawn)} to withdraw a score that was recorded before.`,
  ),
  'agreed.not-a-day': error(
    (f: { date: string; dayFirst?: string }) =>
      `${quoted(f.date)} ${f.dayFirst === undefined ? 'is not a date up to today' : `has the month first. Dates are written with the day first, as in ${f.dayFirst}`}. Write the date of the agreement, as in 20/01/2027 or 20 January 2027.`,
  ),
  'agreed.personal-data': error(
    (f: { kinds: readonly string[] }) =>
      `The list of those present seems to contain ${f.kinds.join(' and ')}. The register stores no personal data. Write roles and organisations, as in "head of commissioning, council".`,
  ),
  'agreed.twice': error(
    (f: { area: string; question: string; first: string }) =>
      `Question ${quoted(f.question)} of the area ${quoted(f.area)} already has a score (${f.first}). Each question has one agreed score. Remove one of the lines.`,
  ),
  'given.no-column': warning(
    (f: { columns: readonly MissingColumn[] }) =>
      `The list has no facts to be given in ${f.columns.map(describeMissing).join('; ')}. These cells are blank, or have what this round gave before. Add ${f.columns.length === 1 ? 'the column' : 'the columns'} with ${f.columns.length === 1 ? 'this heading' : 'these headings'} and values, and generate again.`,
  ),
  'given.not-an-answer': error(
    (f: { column: string; value: string; field: string; wanted: string; isUnclear: boolean }) =>
      `${quoted(f.value)} in the column ${quoted(f.column)}${f.isUnclear ? ' could mean different numbers, and' : ''} cannot be given as ${quoted(f.field)}, which takes ${f.wanted}. Nothing was generated. Correct the list, or clear the cell.`,
  ),
  'given.read-as': warning(
    (f: { column: string; value: string; taken: string }) =>
      `${quoted(f.value)} in the column ${quoted(f.column)} was read as ${f.taken}. If something else is meant, correct the list.`,
  ),
  'given.no-last-round': warning(
    (f: { questions: readonly string[] }) =>
      `The workbooks are to have answers of the last round (${firstFew(f.questions)}), and no earlier round is shown. These cells are blank. Name the round with --previous.`,
  ),
  'given.not-before': warning(
    (f: { questions: readonly string[]; edition: string }) =>
      `The workbooks are to have answers of the last round, of which the edition, ${f.edition}, did not ask for these: ${firstFew(f.questions)}. Their cells are blank. If something has another key now, give it the one of then.`,
  ),
  'given.changed-since': warning(
    (f: { partners: readonly string[] }) =>
      `Other facts than before are in the workbooks of ${firstFew(f.partners)}. Workbooks that were already sent do not show this. Send them again.`,
  ),
} as const satisfies Catalogue<'partners' | 'agreed' | 'given'>;
