/**
 * Everything that can be wrong with a definition, a partner list or a return, as data.
 * All wording is in this one file: each code says what is wrong, by which rule, and what to do about it.
 */

export type Severity = 'error' | 'warning';

/** Where a finding was made. Whatever is known is given; `placeText` puts it into words. */
export interface Place {
  /** A file's name, without its folder. */
  readonly file?: string;
  /** A line of a text file, counted from 1. */
  readonly line?: number;
  readonly sheet?: string;
  /** A cell in A1 notation. */
  readonly cell?: string;
  /** Key of an item, section or other part of an instrument; of an answer, its reference: item key or number of the row. */
  readonly key?: string;
  /** Key of the section, where the place is that of an answer: with `key` and `field` it finds the answer in any workbook. */
  readonly section?: string;
  /** Key of the field that is answered there. */
  readonly field?: string;
}

type Facts = Readonly<Record<string, unknown>>;

interface Entry<F extends Facts> {
  readonly severity: Severity;
  readonly say: (facts: F) => string;
}

const error = <F extends Facts = Facts>(say: (facts: F) => string): Entry<F> => ({ severity: 'error', say });
const warning = <F extends Facts = Facts>(say: (facts: F) => string): Entry<F> => ({ severity: 'warning', say });

/** Without what moves the cursor of a terminal or turns the words about it round: what is told comes from strangers. */
const inSight = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '?');

/** A quoted value, cut so that a stray essay does not fill the screen. */
const quoted = (value: string): string => {
  const line = inSight(value.replace(/\s+/g, ' ').trim());
  return `"${line.length > 80 ? `${line.slice(0, 79)}…` : line}"`;
};
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
const inThousands = (count: number): string => count.toLocaleString('en-GB');
const spaces = (count: number): string => (count === 0 ? 'no spaces' : count === 1 ? '1 space' : `${count} spaces`);
const percent = (share: number | null): string => (share === null ? 'none' : `${Math.floor(share * 100)}%`);
const list = (values: readonly string[]): string => values.map(quoted).join(', ');
const both = (values: readonly string[]): string => values.map(quoted).join(' and ');
/** Keys, as many as fit a sentence. */
const few = (keys: readonly string[]): string =>
  keys.length > 20 ? `${keys.slice(0, 20).join(', ')} and ${keys.length - 20} more` : keys.join(', ');

/** Where else a fault is. */
const also = (places: readonly string[]): string => {
  if (places.length === 0) return '';
  const rest = places.length > 3 ? ` and ${places.length - 3} more` : '';
  return ` The same in ${places.length} other place${places.length === 1 ? '' : 's'}: ${places.slice(0, 3).join(', ')}${rest}.`;
};

/** An answer as a sentence tells it. What may not be repeated is withheld by whoever makes it. */
export interface SaidAnswer {
  readonly state: 'answered' | 'unreadable' | 'not applicable' | 'blank' | 'not asked';
  readonly value?: string;
}

const said = ({ state, value }: SaidAnswer): string => {
  if (value === undefined) return state;
  return state === 'unreadable' ? `${quoted(value)} (which is no answer)` : quoted(value);
};

const differing = ({ differences, more }: { differences: readonly string[]; more: number }): string =>
  `${differences.join('; ')}${more === 0 ? '' : `; and ${more} more`}`;

const answers = (count: number): string => (count === 1 ? '1 answer was' : `${count} answers were`);

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

const catalogue = {
  // Definitions
  'definition.invalid': error(
    (f: { path: string; value: string; rule: string; also?: readonly string[] }) =>
      `${f.path} is ${f.value}: ${f.rule}.${also(f.also ?? [])}`,
  ),
  'definition.duplicate-key': error(
    (f: { what: string; key: string }) =>
      `Two ${f.what} have the key ${quoted(f.key)}. Keys tie answers to questions, so each must be unique: give one of them another.`,
  ),
  'definition.not-text': error(
    (f: { path: string; written: string; readAs: string }) =>
      `${f.path} is written ${f.written} and was read as ${f.readAs}, but text is meant. Put it into quotes: "${f.written}".`,
  ),
  'definition.circular': error(
    (f: { chain: readonly string[] }) =>
      `It belongs, in the end, to itself: ${f.chain.map(quoted).join(' belongs to ')}. Take one belongsTo out of the circle.`,
  ),
  'definition.unknown-reference': error(
    (f: { what: string; named: string; known: readonly string[] }) =>
      `It names the ${f.what} ${quoted(f.named)}, which is not defined. ${f.known.length === 0 ? 'None is defined.' : `Known: ${list(f.known)}.`} Correct the name or define it.`,
  ),
  'definition.unknown-level': error(
    (f: { named: string | number; known: readonly number[] }) =>
      `It names the level ${typeof f.named === 'number' ? f.named : quoted(f.named)}, which the scale has not. Its levels are ${f.known.join(', ')}. Write one of these numbers, without quotes.`,
  ),
  'definition.words-clash': error(
    (f: { words: string; with: string }) =>
      `${quoted(f.words)} cannot be told from ${f.with}: capitals and spaces make no difference. Answers are known by these words, so change one of them.`,
  ),
  'definition.purpose-twice': error(
    (f: { purpose: string; fields: readonly string[] }) =>
      `The fields ${both(f.fields)} have the same purpose, ${quoted(f.purpose)}, and only one would be seen. Take it from one of them.`,
  ),
  'definition.scorecard-empty': error(
    (f: { scale: string }) =>
      `No section with questions has a score field of the scale ${quoted(f.scale)}, so nothing would be counted. Name the scale that the questions use, or take the scorecard out.`,
  ),
  'definition.view-empty': error(
    (f: { vocabulary: string }) =>
      `No question that is scored is tagged with a term of ${quoted(f.vocabulary)}, so the view would have no rows. Tag sections, activities or questions, or take the view out.`,
  ),
  'definition.criteria-levels': error(
    (f: { found: readonly number[]; expected: readonly number[] }) =>
      `It has criteria for the levels ${f.found.join(', ') || 'none'}, but its scale has ${f.expected.join(', ')}. Write one criterion for each level, in that order.`,
  ),
  'definition.levels-out-of-order': error(
    (f: { levels: readonly number[] }) =>
      `The levels run ${f.levels.join(', ')}. List the options from the worst level to the best, so that the numbers only rise or only fall.`,
  ),
  'definition.row-length': error(
    (f: { row: number; length: number; expected: number }) =>
      `Row ${f.row} has cells: ${f.length}, and the table has columns: ${f.expected}. Give one cell for each column; an empty one is "".`,
  ),
  'definition.example-answer': error(
    (f: { field: string; value: string; allowed: string }) =>
      `The worked example has ${quoted(f.value)} for ${quoted(f.field)}, which takes ${f.allowed}. Correct the example.`,
  ),
  'definition.two-score-fields': error(
    (f: { fields: readonly string[] }) =>
      `It has more than one score field: ${list(f.fields)}. A section is scored by one field: make the others text.`,
  ),
  'definition.ungrouped': error(
    (f: { view: string; groups: readonly string[] }) =>
      `It belongs to no group of the view ${quoted(f.view)}. Add groups: { '${f.view}': … } with one of ${list(f.groups)}.`,
  ),
  'definition.too-long': error(
    (f: { what: string; length: number; limit: number }) =>
      `The ${f.what} is ${f.length} characters long and Excel allows ${f.limit}. Shorten it.`,
  ),
  'definition.sheet-name': error(
    (f: { name: string; problem: string }) =>
      `Its worksheet would be called ${quoted(f.name)}, but ${f.problem}. Change the short title.`,
  ),
  'definition.heading-clash': error(
    (f: { heading: string }) =>
      `Two columns of its worksheet would be headed ${quoted(f.heading)}. Columns are told apart by their heading: change one.`,
  ),

  'definition.name-clash': error(
    (f: { name: string }) =>
      `Two of its cells would bear the name ${quoted(f.name)}, because keys that differ only in dots and hyphens make one name. Change a key.`,
  ),

  'definition.many-items': warning(
    (f: { items: number; limit: number }) =>
      `It has ${f.items} questions. It works, but above ${f.limit} each workbook takes seconds to write and long to open. Consider two instruments.`,
  ),

  // Files with a definition or branding
  'file.name-twice': error(
    (f: { name: string; firstLine: number }) =>
      `The name ${quoted(f.name)} stands on line ${f.firstLine} already, in the same part, so one of the two would be lost. Keep one, or correct one of the names.`,
  ),
  'file.empty': error(
    () => 'The file is empty. Write a definition with the command "new", or take an example from the README.',
  ),
  'file.not-yaml': error(
    (f: { problem: string }) =>
      `It is not YAML (${f.problem}). A # after a space begins a comment, and text with a colon and a space in it needs quotes. Correct it in a plain text editor, or take an example from the README.`,
  ),
  'file.too-long': error(
    (f: { characters: number; limit: number }) =>
      `The file has ${inThousands(f.characters)} characters; a definition may have at most ${inThousands(f.limit)}, and the longest that comes with Scorebook has 80,000. Check that it is the right file.`,
  ),
  'file.bad-indentation': error(
    (f: { spaces: number; expected: number }) =>
      `The indentation of this line is wrong: it begins with ${spaces(f.spaces)}, but the lines that belong with it begin with ${spaces(f.expected)}. Give it the same number: in YAML, the spaces at the beginning of a line show what belongs together.`,
  ),
  'file.not-utf-8': error(() => 'It is not text in UTF-8. Save it in a plain text editor with the encoding UTF-8.'),
  'file.not-loaded': error(
    (f: { problem: string }) =>
      `It cannot be loaded as a JavaScript module: ${f.problem}. Put that right, build it again, and give the built file.`,
  ),
  'file.no-instrument': error(
    (f: { exports: readonly string[] }) =>
      `It exports no instrument; it exports: ${f.exports.length === 0 ? 'nothing' : list(f.exports)}. Export what defineInstrument gives, as the default or by a name.`,
  ),
  'file.not-json': error(
    (f: { problem: string }) =>
      `It is not JSON (${f.problem}). Correct it in a plain text editor, or take an example from the README.`,
  ),
  'branding.contrast': error(
    (f: { colour: string; ratio: number; least: number }) =>
      `White text on ${f.colour} has a contrast of ${f.ratio} to 1; people need at least ${f.least} to 1 to read it. Take a darker colour.`,
  ),
  'branding.picture-not-read': error(
    (f: { picture: string; problem: string }) =>
      `The picture ${quoted(f.picture)} cannot be read: ${f.problem}. Put it beside the branding file, and write its name as it is.`,
  ),
  'branding.no-picture': error(
    () =>
      'The picture is neither a PNG nor a JPEG, whatever its name says, or it is cut off. Open it in a picture program and save it as PNG.',
  ),
  'branding.picture-too-large': error(
    (f: { bytes: number; limit: number }) =>
      `The picture has ${f.bytes} bytes and every workbook carries it: at most ${f.limit} are allowed. Save it smaller.`,
  ),
  'branding.picture-too-many-pixels': error(
    (f: { width: number; height: number; limit: number }) =>
      `The picture is ${f.width} by ${f.height} pixels; at most ${f.limit} either way are allowed. Save it smaller.`,
  ),
  // Lists of every kind, as CSV
  'list.no-header': error(
    (f: { missing: readonly string[]; found: readonly string[] }) =>
      `The first line must name the columns. Missing: ${list(f.missing)}; found: ${f.found.length > 0 ? list(f.found) : 'nothing'}. Add the missing columns (the file is a CSV separated by commas).`,
  ),
  'list.semicolons': error(
    () =>
      'The columns are separated by semicolons, as Excel does in some countries. Save the list with commas: replace the semicolons in a text editor, and put a value that holds a comma into double quotes.',
  ),
  'list.duplicate-column': error(
    (f: { column: string }) => `The column ${quoted(f.column)} stands there twice. Keep one of them.`,
  ),
  'list.tabs': error(
    () =>
      'The columns are separated by tabs, as in what Excel calls Unicode Text. Save the list in Excel as "CSV UTF-8 (Comma delimited) (*.csv)" and give that file.',
  ),
  'list.ignored-columns': warning(
    (f: { columns: readonly string[]; unused: readonly string[] }) =>
      `Not used, and ignored: ${list(f.columns)}.${f.unused.length === 0 ? '' : ` If one of them is meant for ${f.unused.map(quoted).join(' or ')}, which the list does not have, give it that name.`}`,
  ),
  'list.not-text': error(
    () =>
      'The list is not a text file. If it is an Excel workbook, save it there as "CSV UTF-8 (Comma delimited) (*.csv)" and give that file.',
  ),
  'list.unreadable': error(
    (f: { problem: string }) =>
      `The list cannot be read on from here: ${f.problem}. Put a value that holds a comma into double quotes, and write a double quote inside it twice.`,
  ),
  'list.empty': error(() => 'Below the names of the columns the list is empty. Add a line for each entry.'),
  'list.empty-value': error((f: { column: string }) => `The ${f.column} is empty. Every line needs one: fill it in.`),
  'list.error-value': error(
    (f: { column: string; value: string }) =>
      `The ${f.column} is ${quoted(f.value)}, which Excel shows when a formula fails or a column is too narrow. Type the value itself.`,
  ),
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
  'list.text-too-long': error(
    (f: { column: string; length: number; limit: number }) =>
      `The ${f.column} is ${f.length} characters long; at most ${f.limit} fit. Shorten it.`,
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
  'list.too-many-values': error(
    (f: { found: number; columns: number }) =>
      `The line has ${f.found} values for ${f.columns} columns. Put a value that holds a comma into double quotes, as in "Ashton, Leigh and Wigan".`,
  ),

  // Lists of agreed scores
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

  // Sending out
  'round.due-past': warning(
    (f: { due: string }) =>
      `The deadline, ${f.due}, is over, so every return will count as late. Check --due; to move it, run the command again with the right time and --change-due.`,
  ),
  'round.due-far': warning(
    (f: { due: string }) =>
      `The deadline, ${f.due}, is more than two years ahead. Check its year; to move it, run the command again with the right time and --change-due.`,
  ),

  'time.skipped': warning(
    (f: { option: string; time: string; taken: string }) =>
      `${f.option} ${quoted(f.time)} is a time that does not exist in the UK: on that night the clocks go forward from 01:00 to 02:00. It was taken as ${f.taken}. If that is not what you mean, give another time.`,
  ),
  'time.repeated': warning(
    (f: { option: string; time: string; taken: string }) =>
      `${f.option} ${quoted(f.time)} is a time that occurs twice in the UK: on that night the clocks go back from 02:00 to 01:00. The later of the two was taken, ${f.taken}. Write which one you mean: ${quoted(`${f.time} BST`)} is the earlier, ${quoted(`${f.time} GMT`)} the later.`,
  ),

  'round.no-return-address': warning(
    (f: { given: string }) =>
      `${f.given === '' ? 'The workbooks do not say where to send them' : `The return address, ${quoted(f.given)}, is not an e-mail address`}, and no e-mail can be written for this round. Generate again with --return-to, as in --return-to returns@region.example, unless the workbooks are sent out and returned in another way.`,
  ),
  'round.changed': warning((f: { round: string; what: string; from: string | null; to: string | null }) =>
    f.from === f.to
      ? `The ${f.what} of round ${quoted(f.round)}, ${quoted(f.from ?? '')}, has changed. Workbooks that have gone out do not show this: send them again.`
      : `The ${f.what} of round ${quoted(f.round)} ${f.from === null ? 'was not given' : `was ${quoted(f.from)}`} and ${f.to === null ? 'has been removed' : `is now ${quoted(f.to)}`}. Workbooks that have gone out do not show this: send them again.`,
  ),
  'round.not-in-list': warning(
    (f: { round: string; partners: readonly string[] }) =>
      `In round ${quoted(f.round)} but not in this list: ${few(f.partners)}. ${f.partners.length === 1 ? 'This partner still counts and is' : 'These partners still count and are'} reminded. If ${f.partners.length === 1 ? 'it was' : 'they were'} left out by mistake, put ${f.partners.length === 1 ? 'it' : 'them'} back into the list and generate again; otherwise name only the others with --partner when you send reminders.`,
  ),
  'partners.bad-email': warning(
    (f: { address: string }) =>
      `The e-mail address ${quoted(f.address)} cannot be used, so the partner gets no e-mail. An address is a name, @ and a domain in plain letters, as in returns@pct.example; two are separated by a semicolon. Correct it and generate again.`,
  ),
  'return.earlier-round': warning(
    (f: { round: string; later: string }) =>
      `This is the workbook of round ${quoted(f.round)} and counts there. Round ${quoted(f.later)} of the same self-assessment came later and also has a workbook for this partner. If the answers are meant for ${quoted(f.later)}, ask for that round's workbook.`,
  ),

  // Files that come back
  'return.folder-unreadable': error(
    (f: { problem: string }) =>
      `The folder cannot be searched: ${f.problem}. Nothing in it was imported: put that right and import it again.`,
  ),
  'return.not-a-file': error(
    (f: { what: string }) =>
      `This is ${f.what}, not a file, and was skipped. If a return is meant, name the file or folder itself.`,
  ),
  'return.unreadable': error(
    (f: { problem: string }) =>
      `The file cannot be opened: ${f.problem}. Check the path and that no other program holds the file.`,
  ),
  'archive.damaged': error(
    (f: { problem: string }) =>
      `It cannot be unpacked: ${f.problem}. Ask for it to be sent again, best without packing it into an archive.`,
  ),
  'archive.empty': error(() => 'There is no file in this archive that could be a return. Ask for the workbook itself.'),
  'archive.encrypted': error(
    () =>
      'This file is packed with a password. Unpack the archive yourself with that password and import the folder; or ask for the workbook without one.',
  ),
  'archive.name-twice': error(
    (f: { times: number }) =>
      `The archive holds ${f.times} files of this name, so it cannot be told which is meant, and none was read. Ask for the one that counts.`,
  ),
  'archive.over-limit': error(
    (f: { what: string; found: string; limit: string }) =>
      `This was not unpacked because its ${f.what} (${f.found}) is over the limit of ${f.limit}. If it comes from somebody you trust, unpack the archive yourself and import the folder; otherwise ask what it is.`,
  ),
  'archive.unpacked-workbook': error(
    () =>
      'This folder holds the insides of an Excel workbook that was unpacked, and nothing in it was read. Ask for the workbook itself (.xlsx), as it was saved in Excel.',
  ),
  'archive.unsafe-name': error(
    () =>
      'The name of this file leads out of the archive, as in archives that are made to do harm, so it was not unpacked. Ask who packed it, and for the workbook itself.',
  ),
  'return.empty': error(() => 'The file is empty (0 bytes). Ask for it to be sent again.'),
  'return.not-a-workbook': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, not an Excel workbook (.xlsx). Ask for the workbook itself, saved in Excel as "Excel Workbook (.xlsx)".`,
  ),
  'return.other-spreadsheet': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, another form than the workbook was sent out in, and loses parts of it. Ask for it to be saved or exported as "Excel Workbook (.xlsx)" (in Numbers: File > Export To > Excel) and sent again.`,
  ),
  'return.macros': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike} (.xlsm), and the workbook that was sent out has none; for safety it was not opened. Ask for it to be saved as "Excel Workbook (.xlsx)", which leaves them out, and sent again.`,
  ),
  'return.csv': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, which holds the text of one sheet at most and nothing of the others. Ask for the workbook itself, saved in Excel as "Excel Workbook (.xlsx)".`,
  ),
  'return.mail': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, not the workbook, which may be attached to it. Open it in an e-mail program, save the attachment and import that; or ask for the workbook to be sent again.`,
  ),
  'return.link': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, not the workbook: it only says where something is kept. Open it, download the workbook and import that; or ask for the file itself instead of a link.`,
  ),
  'return.lock-file': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, and holds no answers. Ask for the workbook itself, of the same name without "~$", after closing it in Excel.`,
  ),
  'return.old-excel': error(
    () =>
      'This is a workbook in the old .xls form, which loses parts of ours. Ask for it to be saved as "Excel Workbook (.xlsx)" and sent again.',
  ),
  'return.encrypted': error(
    () =>
      'The workbook is encrypted or rights-protected, so it cannot be read. Ask for a copy saved without a password or restriction.',
  ),
  'return.damaged': error(
    (f: { problem: string }) =>
      `The workbook is damaged: ${f.problem}. Open it in Excel, let Excel mend it, save it under a new name and import that; or ask for it to be sent again.`,
  ),
  'return.over-limit': error(
    (f: { what: string; found: string; limit: string }) =>
      `The file was not read because its ${f.what} (${f.found}) is over the limit of ${f.limit}. Workbooks are sent out far smaller. Nothing has to be typed again: ask for the sheets, styles, names or pictures that were added to be deleted in Excel and for the workbook to be sent again, or for the answers to be copied into a fresh copy with Paste Special > Values.`,
  ),
  'return.not-stored': warning(
    (f: { size: string }) =>
      `The refused files of this message or import already use all the space that the register allows for them, so the contents of this one (${f.size}) were not stored: only its name, size, SHA-256 and findings. Keep the file itself until the matter is settled.`,
  ),
  'return.not-ours': error(
    () =>
      'This workbook was not made by Scorebook: it carries no stamp. Ask for the workbook that was sent out, filled in.',
  ),
  'return.no-stamp': error(
    (f: { title: string; code: string; round: string; names: number }) =>
      `This workbook was made by Scorebook, for ${quoted(f.title)}, but both copies of its stamp, which identifies its partner and round, are missing: a program did not save them. ${f.code === '' ? 'Its cover names no partner' : `Its cover says ${quoted(f.code)}${f.round === '' ? '' : `, round ${quoted(f.round)}`}`}; answer cells that still have their names: ${f.names}. If you know which partner it belongs to, import it with --as, the partner's code, and --round.`,
  ),
  'return.identified-by-hand': warning(
    (f: { partner: string; round: string }) =>
      `The file does not prove which partner it belongs to, because its stamp is missing or was changed. It was identified by hand as the workbook of ${quoted(f.partner)}, round ${quoted(f.round)}. Check that the answers are theirs.`,
  ),
  'return.not-theirs': error(
    (f: { partner: string; round: string; what: string; says: string }) =>
      `It cannot be imported as the workbook of ${quoted(f.partner)}, round ${quoted(f.round)}: ${f.what} says ${quoted(f.says)}. Check --as, --round and --instrument; if they are right, ask the partner to copy the answers into its own workbook.`,
  ),
  'return.unlike': error(
    (f: { partner: string; round: string }) =>
      `It cannot be imported as the workbook of ${quoted(f.partner)}, round ${quoted(f.round)}: it has fewer than half of the answer cells of the workbook that was issued. Check --as, --round and --instrument, or ask for the workbook that was sent out.`,
  ),
  'return.identified-otherwise': error(
    (f: { partner: string; round: string; given: string }) =>
      `This file is already in the register as the return of ${quoted(f.partner)}, round ${quoted(f.round)}, and that does not change: --as ${f.given} has no effect.`,
  ),
  'return.not-filled-in': error(
    () =>
      'The workbook has no answer in it: it is as it was sent out, or was saved again with nothing filled in. Check the path, or ask for the completed workbook.',
  ),
  'return.bad-stamp': error(
    (f: { problem: string }) =>
      `The workbook's stamp, which identifies its partner and round, has been changed: ${f.problem}. Send the partner a fresh workbook, or ask for the original file; or, if you know which partner it belongs to, import it with --as, the partner's code, and --round.`,
  ),
  'return.stamps-disagree': error(
    (f: { difference: string }) =>
      `The stamp in the file's properties and the stamp on its hidden sheet say different things: ${f.difference}. Sheets of two workbooks have been mixed: ask for the original file.`,
  ),
  'return.unknown-instrument': error(
    (f: { instrument: string; edition: string; known: readonly string[] }) =>
      `It is made for the instrument ${quoted(f.instrument)}, edition ${quoted(f.edition)}, which is not installed here. Known: ${list(f.known)}. Import it where that instrument is.`,
  ),
  'return.other-round': error(
    (f: { round: string; expected: string }) =>
      `It belongs to round ${quoted(f.round)}, not ${quoted(f.expected)}. Import it without --round, or ask for this round's workbook.`,
  ),
  'return.not-issued': error(
    (f: { partner: string; round: string }) =>
      `This register has not issued a workbook with this number to ${quoted(f.partner)} for round ${quoted(f.round)}. Check --register, or ask which file it was copied from.`,
  ),
  'return.worked-example': error(
    () =>
      'This is the worked example, which nobody returns. Check the path, or ask for the workbook that was sent out, filled in.',
  ),
  'return.supersedes': warning(
    (f: { coverage: number | null; earlier: string; earlierCoverage: number | null }) =>
      `It counts instead of the same partner's return of ${f.earlier}: coverage was ${percent(f.earlierCoverage)} there and is ${percent(f.coverage)} here. Both are kept; check that this is the one they mean.`,
  ),
  'return.like-another': warning(
    (f: { partner: string; other: number; sections: readonly string[]; texts: number }) =>
      `It has the same answers as return ${f.other} of partner ${quoted(f.partner)} in more places than chance explains: ${[
        ...(f.sections.length === 0
          ? []
          : [`all answers of ${f.sections.length === 1 ? 'section' : 'sections'} ${few(f.sections)}`]),
        ...(f.texts === 0 ? [] : [`${f.texts} ${f.texts === 1 ? 'text' : 'texts'} word for word`]),
      ].join(
        ', and ',
      )}. Find out whether sheets of one were copied into the workbook of the other, and ask for the right ones. Do not name either partner to the other.`,
  ),
  'return.does-not-count': warning(
    (f: { coverage: number | null; counting: string; countingCoverage: number | null; onTime: boolean }) =>
      `It does not count: the same partner's return of ${f.counting} does, as the last to come${f.onTime ? ' by the deadline' : ''}. Coverage is ${percent(f.coverage)} here and ${percent(f.countingCoverage)} there. Both are kept; if the dates are wrong, import the file again with --received.`,
  ),
  'return.same-answers': warning(
    (f: { earlier: string }) =>
      `It has the same answers as the same partner's return of ${f.earlier}, though the file is another. Both are kept, and whichever counts makes no difference.`,
  ),
  'return.differs': warning(
    (f: { earlier: string; added: number; changed: number; emptied: number }) =>
      `Beside the same partner's return of ${f.earlier}, answers that are new: ${f.added}; that read otherwise: ${f.changed}; that are blank now: ${f.emptied}. They are listed. ${f.emptied > 0 ? 'What is blank now may be an older copy, or the other half of the work: ask which is meant' : 'Ask if any of it is not meant'}.`,
  ),
  'return.contradicts': warning(
    (f: { earlier: string; before: number; added: number; changed: number; emptied: number }) =>
      `It contradicts the same partner's return of ${f.earlier}: of the ${f.before} answers there, ${f.emptied} are blank here and ${f.changed} read otherwise; ${f.added} are new. It may be an older copy, or two people may each have filled in a part: ask which return they mean, or for one workbook with everything.`,
  ),
  'return.received-changed': warning(
    (f: { from: string; to: string }) =>
      `The register had it as received at ${f.from}; that is now ${f.to}, as --received says.`,
  ),
  'return.other-sender': warning(
    (f: { sender: string; known: string }) =>
      `It came from ${quoted(f.sender)}, and the list of partners has ${quoted(f.known)} for them. It counts all the same: check that it is theirs.`,
  ),
  'return.automatic-message': warning(
    (f: { mark: string }) =>
      `The message that brought it ${inSight(f.mark)}, so a program may have sent it. It counts all the same: check that the partner meant to return it.`,
  ),
  'return.sender-clock': warning((f: { sent: string | null }) =>
    f.sent === null
      ? 'Nothing in the message says when it came, so the time of this import counts. If that is wrong, import it again with --received.'
      : `Nothing in the message says when it came but the sender's own clock, ${f.sent} (UK time), and that counts. If it is wrong, import it again with --received.`,
  ),
  'return.came-earlier': warning(
    (f: { arrived: string; received: string }) =>
      `This message with the file came at ${f.arrived}, and the register has the file as received at ${f.received}. If the message is right, import the file again with --received "${f.arrived}".`,
  ),
  'return.partner-name-changed': warning(
    (f: { issued: string; found: string }) =>
      `The organisation on the cover reads ${quoted(f.found)}; the workbook was issued to ${quoted(f.issued)}, and counts as theirs. Check that they did not use another partner's copy.`,
  ),
  'return.definition-changed': warning(
    (f: { issued: string; now: string }) =>
      `The instrument's definition has changed since the workbook went out (${f.issued}, now ${f.now}). Answers were matched by question number: check the questions that changed.`,
  ),

  'return.other-edition': warning(
    (f: {
      edition: string;
      now: string;
      retired: readonly string[];
      added: readonly string[];
      reworded: readonly string[];
      rescaled: readonly { scale: string; carried: number; lost: number }[];
      withdrawn: readonly { field: string; words: readonly string[] }[];
    }) =>
      [
        f.edition === f.now
          ? `It answers an earlier wording of edition ${quoted(f.edition)} than the round has now.`
          : `It answers edition ${quoted(f.edition)}, and the round is on edition ${quoted(f.now)}. Answers were matched by key.`,
        ...(f.retired.length === 0 ? [] : [`Answered, but asked no more and not counted: ${few(f.retired)}.`]),
        ...(f.added.length === 0 ? [] : [`New, and so without an answer: ${few(f.added)}.`]),
        ...(f.reworded.length === 0 ? [] : [`Answered and counted, but worded otherwise now: ${few(f.reworded)}.`]),
        ...f.rescaled.map(
          ({ scale, carried, lost }) =>
            `The scale ${quoted(scale)} has other options now: ${answers(carried)} carried over to the option of the same name${lost === 0 ? '' : `; ${answers(lost)} not, as no one option has that name, and left out of every figure`}.`,
        ),
        ...f.withdrawn.map(
          ({ field, words }) =>
            `Chosen for ${quoted(field)}, but offered no more, and so in no figure: ${list(words)}.`,
        ),
        'All of it is kept; send the partner the new workbook if that matters.',
      ].join(' '),
  ),

  // Messages that come back
  'message.damaged': error(
    (f: { problem: string }) =>
      `The message cannot be read: ${f.problem}. Open it in an e-mail program, save the workbook that is attached, and import that; or ask for it to be sent again.`,
  ),
  'message.over-limit': error(
    (f: { what: string; found: string; limit: string }) =>
      `This was not read because its ${f.what} (${f.found}) is over the limit of ${f.limit}. If it comes from somebody you trust, open it in an e-mail program, save the workbook and import that.`,
  ),
  'message.automatic-reply': warning(
    (f: { subject: string; mark: string; attached: readonly string[] }) =>
      `The message ${quoted(f.subject)} is marked as automatic (${inSight(f.mark)}), and no return was found in it. ${f.attached.length === 0 ? 'If it says that somebody is away, look for another contact.' : `Attached: ${list(f.attached)}. If that is a return all the same, save it and import the file.`}`,
  ),
  'message.bounce': warning(
    (f: { recipient: string; isPermanent: boolean; detail: string }) =>
      `A message did not reach ${f.recipient === '' ? 'an address that the report does not name' : quoted(f.recipient)}${f.isPermanent ? '' : ' for the time being'}: ${quoted(f.detail)}. ${f.isPermanent ? 'Correct the address in the list of partners, and send it again.' : 'Send it again in a few days.'}`,
  ),
  'message.delivery-report': warning(
    (f: { subject: string }) =>
      `This is a report about the delivery of a message, ${quoted(f.subject)}, and no return. Nothing needs to be done.`,
  ),
  'message.read-receipt': warning(
    (f: { subject: string }) =>
      `This says that a message was opened or deleted, ${quoted(f.subject)}, and is no return. Nothing needs to be done.`,
  ),
  'message.encrypted': warning(
    (f: { subject: string }) =>
      `The message ${quoted(f.subject)} is encrypted or sealed, so what is in it cannot be read here. Open it in the e-mail program that it was meant for, save the workbook and import that.`,
  ),
  'message.own-message': warning(
    () => 'This is a message that we sent ourselves, come back or copied, and no return. Nothing needs to be done.',
  ),
  'message.no-attachment': warning(
    (f: { subject: string }) =>
      `The message ${quoted(f.subject)} has no file attached. If a return was meant, ask for the workbook.`,
  ),
  'message.link': warning(
    (f: { hosts: readonly string[] }) =>
      `Instead of a file, the message has a link to one that is kept at ${list(f.hosts)}, which is never followed. If it is the return, ask the sender for the workbook itself: in Outlook, "Attach as copy".`,
  ),
  'message.winmail': warning(
    () =>
      'Outlook wrapped what is attached in a winmail.dat, which is not opened here. Ask the sender to send it again as HTML or plain text (in Outlook: Format Text), not as Rich Text.',
  ),
  'message.content-elsewhere': error(
    () =>
      'Apple Mail stores this attachment in a file of its own, so it is not part of this message file. In Mail, open the message, choose File > Save Attachments, and import what that saves.',
  ),
  'message.other-attachment': warning(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, not an Excel workbook, and was not read. If it was meant as the return, ask for the workbook itself (.xlsx).`,
  ),
  'mail.password-shown': warning(
    (f: { option: string; variable: string }) =>
      `The password in ${f.option} is part of the command, so that other people on this computer may see it, and the terminal's history stores it. Set ${f.variable} to the address instead, give ${f.option} alone, and change the password if others use this computer.`,
  ),
  'mailbox.failed': error(
    (f: { problem: string; cure: string }) =>
      `The mailbox could not be read: ${f.problem}. ${f.cure} What was imported before is kept, and the next import goes on from there.`,
  ),

  // Sheets and cells of a return
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

  // Correction workbooks
  'correction.open': warning(
    (f: { open: number }) =>
      `Still open: ${f.open} of the answers that are needed. The Checklist says which, with links to where to go on.`,
  ),
  'correction.left-out': warning(
    (f: { partner: string; what: readonly string[] }) =>
      `The correction workbook for ${f.partner} is without ${f.what.join(' and ')}, which the one that went out showed: it was issued by an older version, which kept no copy. All answers are in it; tell the partner if that matters.`,
  ),
  'correction.due-past': warning(
    (f: { due: string }) =>
      `The deadline, ${f.due}, is over: a correction that comes now is late, and does not count instead of a return that came in time. Move the deadline with generate --change-due if it is to count, and run this again.`,
  ),

  // E-mail to partners
  'mail.no-address': error(
    (f: { partner: string }) =>
      `There is no e-mail address for ${quoted(f.partner)}, so it gets no message. Write one into the column email of the list of partners and generate again.`,
  ),
  'mail.bad-address': error(
    (f: { partner: string; address: string }) =>
      `The e-mail address of ${quoted(f.partner)}, ${quoted(f.address)}, cannot be used, so it gets no message. An address is a name, @ and a domain in plain letters, as in returns@pct.example; two are separated by a semicolon. Correct it in the list of partners and generate again.`,
  ),
  'mail.several-addresses': warning(
    (f: { partner: string; addresses: readonly string[] }) =>
      `The list of partners has ${f.addresses.length} addresses for ${quoted(f.partner)}: ${list(f.addresses)}. One message goes to all of them.`,
  ),
  'mail.display-name': warning(
    (f: { partner: string; name: string; address: string }) =>
      `The list of partners has the name ${quoted(f.name)} with the e-mail address of ${quoted(f.partner)}. Only the address is used: ${f.address}.`,
  ),
  'mail.no-return-address': error(
    (f: { round: string; instrument: string; given: string }) =>
      `${f.given === '' ? `Round ${quoted(f.round)} of ${f.instrument} has no return address` : `The return address of round ${quoted(f.round)} of ${f.instrument}, ${quoted(f.given)}, is not an e-mail address`}, so partners would not know where to send their workbooks, and no e-mail is written. Generate again with --return-to, as in --return-to returns@region.example.`,
  ),
  'mail.workbook-missing': error(
    (f: { partner: string; folder: string }) =>
      `The workbook of ${quoted(f.partner)} is not in ${f.folder}. Generate it again, or say with --workbooks where it is.`,
  ),
  'mail.workbook-changed': error(
    (f: { partner: string }) =>
      `This file is not the workbook that was issued to ${quoted(f.partner)}: somebody may have filled it in. It is not sent. Move it away, and generate again.`,
  ),
  'mail.workbook-of-another': error(
    (f: { partner: string; owner: string }) =>
      `This file has the name of the workbook of ${quoted(f.partner)}, but is the one of ${f.owner}. It is not sent. Move it away, and generate again.`,
  ),
  'mail.workbook-outdated': error(
    (f: { partner: string }) =>
      `This workbook of ${quoted(f.partner)} does not have the deadline, marking, return address or wording that the round has now, or another was issued after it. It is not sent. Generate again, with a list that has this partner, to replace it.`,
  ),
  'mail.too-large': error(
    (f: { partner: string; size: string; limit: string }) =>
      `The message to ${quoted(f.partner)} would have ${f.size}, and the limit is ${f.limit}: many mail servers refuse larger ones. It is not sent. Make the workbook smaller (a smaller logo), or raise the limit with --most-mb if all servers take it.`,
  ),
  'mail.large': warning(
    (f: { partner: string; size: string }) =>
      `The message to ${quoted(f.partner)} has ${f.size}. It goes, but some mail servers take no more than 10 MB: look whether it comes back, and make the workbook smaller (a smaller logo) if you can.`,
  ),
  'mail.draft-changed': error(
    () =>
      'A draft of this name is there already and somebody has changed it. It was left alone: send it as it is, or move it away and run the command again.',
  ),
  'mail.may-have-gone': error(
    (f: { partner: string; at: string }) =>
      `The message to ${quoted(f.partner)} was being handed over on ${f.at} when that was broken off: it may have gone or not. It is left out. Ask whether it came; if it did not, send it with --again --partner and its code.`,
  ),
  'mail.bounced-before': error(
    (f: { partner: string; at: string; detail: string }) =>
      `The message to ${quoted(f.partner)} came back on ${f.at} (${f.detail}). It is left out. Correct the address in the list of partners, generate again, and send it anew.`,
  ),
  'mail.nothing-to-remind': error(
    (f: { partner: string }) =>
      `The workbook has not reached ${quoted(f.partner)}: by e-mail it went to others, and to it not yet, or came back. It is not reminded. Put its address right in the list of partners if need be, generate again, and send it the workbook; or name it with --partner if it has the workbook by another way.`,
  ),
  'mail.drafted-before': warning(
    (f: { partner: string; at: string }) =>
      `For ${quoted(f.partner)} a draft was written on ${f.at}, which somebody may have sent since. It is left out. If the draft was not sent, send it with --again --partner and its code.`,
  ),
  'mail.refused': error(
    (f: { partner: string; detail: string }) =>
      `The mail server refused the message to ${quoted(f.partner)} (${f.detail}). Nothing went to it. Check the address in the list of partners; run the command again when that is put right, or later where the server only asked for that.`,
  ),
  'mail.some-refused': warning(
    (f: { partner: string; detail: string }) =>
      `The message to ${quoted(f.partner)} went out, but not to all of its addresses (${f.detail}). Check them in the list of partners.`,
  ),
  'mail.server': error(
    (f: { server: string; problem: string }) =>
      `Sending stopped at the mail server ${f.server}: ${f.problem}. What was sent before stays sent; put that right and run the same command again, and it goes on from there.`,
  ),
  'wording.empty': error(
    () =>
      'No words of an e-mail are in it. The command "wording" writes a file to begin with; it may not have been saved since you changed it. Leave --wording out for the words that come with Scorebook.',
  ),
  'wording.unknown-part': error(
    (f: { part: string; known: readonly string[] }) =>
      `There is no e-mail ${quoted(f.part)}. Its parts can be: ${list(f.known)}. Correct the name.`,
  ),
  'wording.part-twice': error(
    (f: { part: string }) => `The part ${quoted(f.part)} stands there twice. Keep one of them.`,
  ),
  'wording.outside': error(
    (f: { text: string }) =>
      `${quoted(f.text)} stands before the first part. A part begins with a line such as "=== sending ===": write one above it, or begin the line with # if it is not to be sent.`,
  ),
  'wording.no-subject': error(
    (f: { part: string }) =>
      `The first line of the part ${quoted(f.part)} has to be its subject. Write one, as in "Subject: {title}, by {deadline}".`,
  ),
  'wording.no-text': error(
    (f: { part: string }) => `The part ${quoted(f.part)} has no text. Write some, or leave the whole part out.`,
  ),
  'wording.unknown-placeholder': error(
    (f: { placeholder: string; part: string; known: readonly string[] }) =>
      `Nothing is known to fill in for {${f.placeholder}} in the part ${quoted(f.part)}. There are: ${f.known.map((name) => `{${name}}`).join(', ')}. Correct the word.`,
  ),
  'wording.stray-brace': error(
    (f: { part: string }) =>
      `A brace stands alone here in the part ${quoted(f.part)}. What is to be filled in stands between two, as in {partner}. Add the other one, or leave it out.`,
  ),

  // The register
  'register.failed': error(
    (f: { problem: string }) =>
      `The register could not be used to the end: ${f.problem}. What was imported before is kept whole; put that right and run the same command again.`,
  ),
  'register.damaged': error(
    (f: { problem: string }) =>
      `The register is damaged: ${f.problem}. Stop using it, keep a copy of the file, and go on with the last backup that "scorebook register check" finds nothing wrong with.`,
  ),
  'register.unknown-finding': error(
    (f: { id: number; code: string }) =>
      `Return ${f.id} has a finding of the kind ${quoted(f.code)}, which this version of Scorebook does not know. A newer version has used the register: use that version, or a later one.`,
  ),
  'register.seal-key-lost': error(
    () =>
      'The key of the seals is missing or damaged, and returned workbooks cannot be checked without it. Nothing was changed. Use the last backup of the register (see "scorebook register backup").',
  ),
  'register.file-changed': error(
    (f: { name: string; sha256: string }) =>
      `The bytes kept of ${quoted(f.name)} are not those that came (SHA-256 ${f.sha256}). Take the file from a backup of the register, or ask for it again.`,
  ),
  'register.bytes-missing': error(
    (f: { id: number; name: string; size: string; sha256: string; isPruned: boolean }) =>
      `The register does not hold the contents of return ${f.id}, ${quoted(f.name)} (${f.size}, SHA-256 ${f.sha256}): it was refused, and ${f.isPruned ? '"register prune" has removed them' : 'they were not stored'}. Get the file from where it came.`,
  ),
  'register.incomplete': error(
    (f: { id: number; problem: string }) =>
      `Return ${f.id} is not whole: ${f.problem}. Take the register from a backup; or get its file with "scorebook return get ${f.id}" and import it into one.`,
  ),
  'register.wrong-seal': error(
    (f: { id: number; name: string }) =>
      `Return ${f.id}, ${quoted(f.name)}, counts for a workbook whose seal it does not carry: the register was changed by hand. Take the register from a backup, and find out who changed it.`,
  ),
  'register.changed': error(
    (f: { what: string; at: string }) =>
      `${f.what} is not as it was recorded on ${f.at}: it was changed by hand. Take the register from a backup, and find out who changed it.`,
  ),
  'register.removed': error(
    (f: { what: string; at: string }) =>
      `${f.what}, recorded on ${f.at}, is missing: it was removed by hand. Take the register from a backup, and find out who changed it.`,
  ),
  'register.not-in-log': error(
    (f: { what: string }) =>
      `${f.what} is not in the log: it was added by hand. Take the register from a backup, and find out who changed it.`,
  ),
  'register.log-broken': error(
    (f: { entry: number; to: number; removed: number }) =>
      `${f.removed > 0 ? `Before entry ${f.entry} of the log ${f.removed === 1 ? '1 entry is' : `${f.removed} entries are`} missing` : f.to > f.entry ? `The entries ${f.entry} to ${f.to} of the log are not as they were written` : `Entry ${f.entry} of the log is not as it was written`}: the log or the key of the seals was changed by hand. Take the register from a backup, and find out who changed it.`,
  ),
  'register.log-cut': error(
    (f: { last: number; written: number | null }) =>
      `The log ends at entry ${f.last}, and ${f.written === null ? 'the note of its last entry is missing' : `entry ${f.written} was written last`}: it was changed by hand. Take the register from a backup, and find out who changed it.`,
  ),
  'register.definition-changed': error(
    (f: { instrument: string; edition: string; problem: string }) =>
      `The stored definition of ${f.instrument}, edition ${f.edition}, is not the one that went out: ${f.problem}. Take the register from a backup, and find out who changed it.`,
  ),
  'register.mismatch': error(
    (f: { id: number; differences: readonly string[]; more: number }) =>
      `Return ${f.id} does not match its file: ${differing(f)}. The register was changed by hand. Take it from a backup; the file itself is unchanged ("scorebook return get ${f.id}").`,
  ),
  'register.read-differently': warning(
    (f: { id: number; differences: readonly string[]; more: number; isProved: boolean }) =>
      `This version of Scorebook reads the file of return ${f.id} differently: ${differing(f)}. ${
        f.isProved
          ? 'What is stored is as it was recorded.'
          : 'It was recorded by a version that stored no digests, so a change by hand cannot be ruled out: compare it with the file ("scorebook return get").'
      }`,
  ),
  'register.not-proved': warning(
    (f: { what: string; count: number }) =>
      `${f.count} ${f.what} ${f.count === 1 ? 'was' : 'were'} recorded before the log stored digests: changes made by hand before then cannot be detected.`,
  ),
  'register.not-judged': warning(
    (f: { name: string }) =>
      `The file ${quoted(f.name)} is kept, and nothing was made of it yet, as when an import was broken off. Run that import again.`,
  ),

  // Anonymous roll-ups and data
  'anonymous.too-few': error(
    (f: { returned: number; fewest: number }) =>
      `${f.returned === 1 ? '1 partner has' : `${f.returned} partners have`} returned, and where fewer than ${f.fewest} have, each could be recognised by its answers. Nothing was written: wait for more returns, or leave --anonymous out.`,
  ),
  'output.before-deadline': warning(
    (f: { due: string }) =>
      `Returns can still come in time until ${f.due}. Whoever compares what is written now with what is written later can see what a partner that returned in between added to it. Pass on only what is made when all are in.`,
  ),

  // Writing
  'output.already-there': error(
    () => 'A file of this name is there already. It was left alone: give another name, or move the file away.',
  ),
  'output.not-written': error(
    (f: { problem: string }) =>
      `The file could not be written: ${f.problem}. Nothing was left half-written; put that right and run the command again.`,
  ),
  'output.not-a-roll-up': error(
    () =>
      'A file of this name is there already and is not a roll-up of ours. It was left alone: give --out another name, or move the file away.',
  ),
  'output.not-findings': error(
    () =>
      'A file of this name is there already and is not a workbook of findings of ours. It was left alone: give --findings another name, or move the file away.',
  ),
  'output.not-data': error(
    () =>
      'A file of this name is there already and is none of the data or dictionaries that this command writes. It was left alone: give --out another name, or move the file away.',
  ),
  'output.not-feedback': error(
    () =>
      'A file of this name is there already and is not feedback of ours for this partner. It was left alone: move it away, or give --out another folder.',
  ),
  'output.not-a-tracker': error(
    () =>
      'A file of this name is there already and is not a tracker of ours. It was left alone: give --out another name, or move the file away.',
  ),
  'output.not-an-example': error(
    () =>
      'A file of this name is there already and is not a worked example of ours. It was left alone: give --out another name, or move the file away.',
  ),
  'output.changed-since-issue': error(
    () =>
      'A file of this name is there already and is not the workbook that was issued (someone may have filled it in). It was left alone: move it away and run the command again.',
  ),
} as const;

export type FindingCode = keyof typeof catalogue;
type FactsOf<Code extends FindingCode> = Parameters<(typeof catalogue)[Code]['say']>[0];

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly place: Place;
  readonly facts: Facts;
  /** What is wrong, the value, the rule and the cure, as sentences. The place is not repeated in it. */
  readonly message: string;
}

/** Every code there is. The keys of the catalogue are the codes, which the compiler does not see in Object.keys. */
export const findingCodes = Object.keys(catalogue) as readonly FindingCode[];

/** Makes a finding; the code decides its severity and its wording. */
export function finding<Code extends FindingCode>(code: Code, place: Place, facts: FactsOf<Code>): Finding {
  // The entry belongs to the same code as the facts; the compiler cannot follow that through the union.
  const entry = catalogue[code] as Entry<FactsOf<Code>>;
  return { code, severity: entry.severity, place: shortKey(place), facts: { ...facts }, message: entry.say(facts) };
}

/** Characters of a key that are shown. What fits into a workbook is shorter; a wrong key may be as long as its file. */
const maxKeyLength = 300;

const shortKey = (place: Place): Place =>
  place.key === undefined || place.key.length <= maxKeyLength
    ? place
    : { ...place, key: `${place.key.slice(0, maxKeyLength - 1)}…` };

/** The same finding with its texts changed, so that something which must not be repeated stands neither in them nor in its message. */
export function reworded(found: Finding, change: (text: string, fact: string) => string): Finding {
  const facts = Object.fromEntries(
    Object.entries(found.facts).map(([name, fact]) => [name, typeof fact === 'string' ? change(fact, name) : fact]),
  );
  // Names and kinds of the facts are as they were, and so those of the code.
  const entry = catalogue[found.code] as Entry<Facts>;
  return { ...found, facts, message: entry.say(facts) };
}

/** The place as people write it: `'1 Assessing need'!G14 (1.2.3)`, `partners.csv line 4`. Empty when nothing is known. */
export function placeText(place: Place): string {
  const cell =
    place.sheet === undefined
      ? undefined
      : `'${inSight(place.sheet)}'${place.cell === undefined ? '' : `!${place.cell}`}`;
  const where = [place.file, place.line === undefined ? undefined : `line ${place.line}`, cell].filter(
    (part) => part !== undefined,
  );
  if (place.key === undefined) return where.join(' ');
  return where.length === 0 ? place.key : `${where.join(' ')} (${place.key})`;
}

/** One line for people: severity, place and message. */
export function findingLine(found: Finding): string {
  const place = placeText(found.place);
  return `${found.severity}: ${place === '' ? '' : `${place}: `}${found.message}`;
}

/** Cells that are named when several findings are told in one line. */
const namedCells = 5;

/** One line for findings that are alike in code, facts and sheet: how many there are, and the first cells. */
export function alikeLine(alike: readonly [Finding, ...Finding[]]): string {
  const [first] = alike;
  if (alike.length === 1) return findingLine(first);
  const cells = alike.slice(0, namedCells).flatMap(({ place }) => place.cell ?? []);
  const more = alike.length - cells.length;
  const where = `${placeText({ sheet: first.place.sheet ?? '' })}!${cells.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return `${first.severity}: ${where} (${alike.length} cells alike): ${first.message}`;
}

export const hasErrors = (findings: readonly Finding[]): boolean => findings.some((f) => f.severity === 'error');

/** Thrown by functions that cannot go on with what they were given. It always carries every finding, not the first. */
export class FindingsError extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(findingLine).join('\n'));
    this.name = 'FindingsError';
    this.findings = findings;
  }
}
