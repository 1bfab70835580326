import { type Catalogue, error, warning } from '../wording/entry.ts';
import { both, few, list, quoted } from '../wording/quote.ts';

/** What can be wrong with a list of partners or of agreed scores. */
export const partnersFindings = {
  'partners.bad-code': error(
    (f: { code: string; characters: readonly string[] }) =>
      `The code ${quoted(f.code)} cannot be used${f.characters.length === 0 ? '' : ` because of ${few(f.characters)}`}. A code is 1 to 20 plain letters, digits, hyphens or underscores and begins with a letter or digit, as in 5E1: correct it.`,
  ),
  'partners.device-code': error(
    (f: { code: string }) =>
      `The code ${quoted(f.code)} cannot be used: Windows reserves that name for a device. Use another code, such as ${quoted(`${f.code}1`)}.`,
  ),
  'partners.duplicate-code': error(
    (f: { code: string; firstLine: number }) =>
      `The code ${quoted(f.code)} is already used on line ${f.firstLine}. Each partner has its own: correct or remove one of them.`,
  ),
  'partners.mangled-code': error(
    (f: { column: string; code: string; takenFor: string; readAs?: string }) =>
      `The ${f.column} ${quoted(f.code)} seems to have been damaged by Excel, which takes a code${f.readAs === undefined ? ' like this' : ` such as ${quoted(f.readAs)}`} for ${f.takenFor}. Format the column as text, type the code again, and do not open the saved CSV by double-clicking it: that damages the code again.`,
  ),
  'partners.other-case': error(
    (f: { code: string; known: string; round: string }) =>
      `The code ${quoted(f.code)} differs only in capitals from ${quoted(f.known)}, which round ${quoted(f.round)} already has. On Windows both would have the same file name. Write it as the round has it.`,
  ),
  'partners.look-alike': warning(
    (f: { column: string; code: string; characters: readonly string[] }) =>
      `The ${f.column} ${quoted(f.code)} has ${few(f.characters)}, which may look like a plain letter or digit but is a different character. Codes that differ mean different places: if it is meant to be the same as another, type it in plain characters.`,
  ),
  'partners.same-name': warning(
    (f: { name: string; codes: readonly string[] }) =>
      `The list has the name ${quoted(f.name)} with more than one code: ${both(f.codes)}. If this is one organisation, it gets a workbook and counts for each of them: keep only one of the lines.`,
  ),
  'partners.two-names': warning(
    (f: { what: string; code: string; names: readonly string[]; shown: string }) =>
      `The list gives ${f.what} ${f.code} ${f.names.length === 2 ? 'two' : String(f.names.length)} names, ${both(f.names)}. A code identifies one ${f.what}, so all partners with this code belong to it, and it is shown as ${quoted(f.shown)}. Correct the names, or the code if another ${f.what} is meant.`,
  ),
  'partners.two-codes': warning(
    (f: { what: string; name: string; codes: readonly string[] }) =>
      `The list has the ${f.what} ${quoted(f.name)} with ${f.codes.length === 2 ? 'two' : String(f.codes.length)} codes, ${both(f.codes)}. Each code counts as a separate ${f.what}. If only one is meant, write the same code on every line.`,
  ),
  'partners.lost-zeros': error(
    (f: { column: string; code: string; whole: string }) =>
      `The ${f.column} ${quoted(f.code)} is shorter than the others and consists of digits only: Excel takes a code such as ${quoted(f.whole)} for a number and drops its zeros. Format the column as text and type the code again; if it is right as it is, give all codes the same length with leading zeros.`,
  ),
  'partners.day-number': warning(
    (f: { column: string; code: string; day: string; readAs: string }) =>
      `The ${f.column} ${quoted(f.code)} consists of digits only, where other codes of the list have letters, and is the number by which Excel counts ${f.day}: Excel may have taken a code such as ${quoted(f.readAs)} for a date. If so, format the column as text and type the code again.`,
  ),
  'agreed.unknown-area': error(
    (f: { area: string; known: readonly string[] }) =>
      `Fewer than two partners of this round belong to the area ${quoted(f.area)}, and it takes several to agree. ${f.known.length === 0 ? 'There is no area with several partners.' : `Areas with several partners: ${few(f.known)}.`} Correct the code.`,
  ),
  'agreed.unknown-question': error(
    (f: { question: string; first: string }) =>
      `${quoted(f.question)} is no question that is scored. Write its reference as the workbook has it, as in ${f.first}.`,
  ),
  'agreed.not-a-level': error(
    (f: { level: string; allowed: readonly string[]; withdrawn: string }) =>
      `${quoted(f.level)} is no score that this question can have. Write one of ${list(f.allowed)}; or ${quoted(f.withdrawn)}, to take back what was recorded before.`,
  ),
  'agreed.not-a-day': error(
    (f: { date: string }) =>
      `${quoted(f.date)} is no day up to today. Write the day on which it was agreed, as in 2027-01-20 or 20/01/2027.`,
  ),
  'agreed.personal-data': error(
    (f: { kinds: readonly string[] }) =>
      `Who was present seems to hold ${f.kinds.join(' and ')}. The register keeps no data of people: write roles and organisations, as in "head of commissioning, council".`,
  ),
  'agreed.twice': error(
    (f: { area: string; question: string; firstLine: number }) =>
      `Question ${quoted(f.question)} of the area ${quoted(f.area)} stands on line ${f.firstLine} already. One score counts for each: remove one of the lines.`,
  ),
  'partners.bad-email': warning(
    (f: { address: string }) =>
      `The e-mail address ${quoted(f.address)} cannot be used, so the partner gets no e-mail. An address is a name, @ and a domain in plain letters, as in returns@pct.example; two are separated by a semicolon. Correct it and generate again.`,
  ),
} as const satisfies Catalogue<'partners' | 'agreed'>;
