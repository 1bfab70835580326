import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  alikeLine,
  type FindingCode,
  FindingsError,
  finding,
  findingCodes,
  findingLine,
  hasErrors,
  placeText,
} from '../src/finding.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('definition.invalid', {}, { path: 'title', value: '""', rule: 'write some text', also: ['1.2', '1.3'] }),
  finding('definition.duplicate-key', {}, { what: 'items', key: '1.2.3' }),
  finding('definition.not-text', {}, { path: 'edition', written: '5E1', readAs: 'the number 50' }),
  finding('definition.circular', {}, { chain: ['needs', 'options', 'needs'] }),
  finding('definition.unknown-reference', {}, { what: 'scale', named: 'levles', known: ['levels', 'stages'] }),
  finding('definition.unknown-level', {}, { named: 'Good', known: [1, 2, 3] }),
  finding('definition.words-clash', {}, { words: 'yes', with: 'another option, "Yes"' }),
  finding('definition.purpose-twice', {}, { purpose: 'action', fields: ['plan', 'steps'] }),
  finding('definition.scorecard-empty', {}, { scale: 'levels' }),
  finding('definition.view-empty', {}, { vocabulary: 'phases' }),
  finding('definition.criteria-levels', {}, { found: [], expected: [1, 2, 3] }),
  finding('definition.levels-out-of-order', {}, { levels: [1, 3, 2] }),
  finding('definition.example-answer', {}, { field: 'Effectiveness', value: '6', allowed: 'a level: 5, 4, 3, 2, 1' }),
  finding('definition.row-length', {}, { row: 3, length: 2, expected: 4 }),
  finding('definition.two-score-fields', {}, { fields: ['now', 'then'] }),
  finding('definition.ungrouped', {}, { view: 'perspectives', groups: ['quality', 'money'] }),
  finding('definition.too-long', {}, { what: 'heading', length: 300, limit: 255 }),
  finding('definition.sheet-name', {}, { name: '1 Needs/wants', problem: 'Excel keeps that name for itself' }),
  finding('definition.heading-clash', {}, { heading: 'Ref' }),
  finding('definition.name-clash', {}, { name: 'answer_1_2_score' }),
  finding('definition.many-items', {}, { items: 5000, limit: 2000 }),
  finding('file.name-twice', {}, { name: 'title', firstLine: 3 }),
  finding('file.empty', {}, {}),
  finding('file.not-yaml', {}, { problem: 'All mapping items must start at the same column' }),
  finding('file.too-long', {}, { characters: 12_000_000, limit: 1_000_000 }),
  finding('file.bad-indentation', { line: 23 }, { spaces: 5, expected: 4 }),
  finding('file.not-utf-8', {}, {}),
  finding('file.not-loaded', {}, { problem: "Cannot find module './scales.js'" }),
  finding('file.no-instrument', {}, { exports: ['scales'] }),
  finding('file.not-json', {}, { problem: 'Unexpected end of JSON input' }),
  finding('branding.contrast', {}, { colour: '#FFCC00', ratio: 1.4, least: 4.5 }),
  finding('branding.picture-not-read', {}, { picture: 'logo.png', problem: 'there is no such file' }),
  finding('branding.no-picture', {}, {}),
  finding('branding.picture-too-large', {}, { bytes: 2_000_000, limit: 500_000 }),
  finding('branding.picture-too-many-pixels', {}, { width: 9000, height: 10, limit: 4000 }),
  finding('list.no-header', {}, { missing: ['code', 'name'], found: [] }),
  finding('list.semicolons', {}, {}),
  finding('list.tabs', {}, {}),
  finding('list.duplicate-column', {}, { column: 'name' }),
  finding('list.ignored-columns', {}, { columns: ['phone', 'e-mail'], unused: ['kind', 'email'] }),
  finding('list.not-text', {}, {}),
  finding('list.unreadable', {}, { problem: 'a double quote is opened and never closed' }),
  finding('list.empty', {}, {}),
  finding('list.empty-value', {}, { column: 'name' }),
  finding('partners.bad-code', {}, { code: '5 E1', characters: ['a space'] }),
  finding('partners.device-code', {}, { code: 'CON' }),
  finding('partners.other-case', {}, { code: 'x01', known: 'X01', round: '2026' }),
  finding('partners.same-name', {}, { name: 'North PCT', codes: ['X01', 'X07'] }),
  finding('partners.two-names', {}, { what: 'region', code: 'R1', names: ['North', 'Northern'], shown: 'North' }),
  finding('partners.two-codes', {}, { what: 'area', name: 'North', codes: ['R1', 'R2'] }),
  finding('partners.lost-zeros', {}, { column: 'code', code: '12', whole: '012' }),
  finding('list.error-value', {}, { column: 'name', value: '#REF!' }),
  finding('partners.duplicate-code', {}, { code: '5E1', firstLine: 4 }),
  finding('list.text-too-long', {}, { column: 'name', length: 201, limit: 200 }),
  finding('partners.mangled-code', {}, { column: 'code', code: '5.00E+01', takenFor: 'a number', readAs: '5E1' }),
  finding('list.too-many-values', {}, { found: 3, columns: 2 }),
  finding('agreed.unknown-area', {}, { area: 'XA9', known: ['XA1', 'XA2'] }),
  finding('agreed.unknown-question', {}, { question: '9.9.9', first: '1.1.1' }),
  finding('agreed.not-a-level', {}, { level: '4', allowed: ['1', '2', '3', 'Not applicable'], withdrawn: 'withdrawn' }),
  finding('agreed.not-a-day', {}, { date: 'last week' }),
  finding('agreed.personal-data', {}, { kinds: ["a person's name", 'an e-mail address'] }),
  finding('agreed.twice', {}, { area: 'XA1', question: '1.1.1', firstLine: 2 }),
  finding('round.due-past', {}, { due: '12:00 (UK time) on Friday 18 December 2026' }),
  finding('round.due-far', {}, { due: '12:00 (UK time) on Monday 18 December 2062' }),
  finding('time.skipped', {}, { option: '--due', time: '2027-03-28 01:30', taken: '2027-03-28 02:30' }),
  finding('time.repeated', {}, { option: '--due', time: '2027-10-31 01:30', taken: '2027-10-31 01:30' }),
  finding('return.folder-unreadable', {}, { problem: 'it may not be read' }),
  finding('return.not-a-file', {}, { what: 'a named pipe' }),
  finding('return.unreadable', {}, { problem: 'it may not be read' }),
  finding('archive.damaged', {}, { problem: 'part "a.xlsx" cannot be unpacked' }),
  finding('archive.empty', {}, {}),
  finding('archive.encrypted', {}, {}),
  finding('archive.name-twice', {}, { times: 2 }),
  finding('archive.over-limit', {}, { what: 'size', found: '60.0 MB', limit: '50.0 MB' }),
  finding('archive.unpacked-workbook', {}, {}),
  finding('archive.unsafe-name', {}, {}),
  finding('return.empty', {}, {}),
  finding('return.not-a-workbook', {}, { looksLike: 'a PDF document' }),
  finding('return.other-spreadsheet', {}, { looksLike: 'an OpenDocument spreadsheet (.ods)' }),
  finding('return.macros', {}, { looksLike: 'a workbook with macros' }),
  finding('return.csv', {}, { looksLike: 'a CSV or other text file' }),
  finding('return.mail', {}, { looksLike: 'an e-mail (.eml)' }),
  finding('return.link', {}, { looksLike: 'a link to an address (.url)' }),
  finding('return.lock-file', {}, { looksLike: 'the lock file (~$) that Excel keeps beside an open workbook' }),
  finding('return.old-excel', {}, {}),
  finding('return.encrypted', {}, {}),
  finding('return.damaged', {}, { problem: 'its end is missing' }),
  finding('return.over-limit', {}, { what: 'size', found: '60.0 MB', limit: '50.0 MB' }),
  finding('return.not-ours', {}, {}),
  finding('return.not-filled-in', {}, {}),
  finding('return.bad-stamp', {}, { problem: 'its seal does not fit' }),
  finding('return.stamps-disagree', {}, { difference: 'partner is "5E1" in the properties and "5D7" on the sheet' }),
  finding('return.unknown-instrument', {}, { instrument: 'other', edition: '2', known: ['sample 1', 'sample 2'] }),
  finding('return.other-round', {}, { round: '2025', expected: '2026' }),
  finding('return.not-issued', {}, { partner: '5E1', round: '2026' }),
  finding('return.worked-example', {}, {}),
  finding('return.supersedes', {}, { coverage: 0.6, earlier: '2026-12-10 09:00', earlierCoverage: 0.4 }),
  finding(
    'return.does-not-count',
    {},
    { coverage: null, counting: '2026-12-10 09:00', countingCoverage: 0.4, onTime: true },
  ),
  finding('return.same-answers', {}, { earlier: '2026-12-10 09:00' }),
  finding('return.differs', {}, { earlier: '2026-12-10 09:00', added: 3, changed: 1, emptied: 2 }),
  finding('return.contradicts', {}, { earlier: '2026-12-10 09:00', before: 40, added: 7, changed: 10, emptied: 25 }),
  finding('return.received-changed', {}, { from: '2026-12-19 09:00', to: '2026-12-17 16:30' }),
  finding('return.other-sender', {}, { sender: 'ann@elsewhere.example', known: 'returns@netherby.example' }),
  finding('return.sender-clock', {}, { sent: '2026-12-17 16:30' }),
  finding('return.came-earlier', {}, { arrived: '2026-12-17 16:30', received: '2026-12-19 09:00' }),
  finding('message.damaged', {}, { problem: 'it cannot be taken apart' }),
  finding('message.over-limit', {}, { what: 'number of parts', found: 'more than 10,000', limit: '10,000' }),
  finding('message.automatic-reply', {}, { subject: 'Out of office', mark: 'precedence: bulk', attached: [] }),
  finding('return.automatic-message', {}, { mark: 'is marked as automatic (precedence: bulk)' }),
  finding('message.bounce', {}, { recipient: 'a@netherby.example', isPermanent: true, detail: '550 No such user' }),
  finding('message.delivery-report', {}, { subject: 'Delayed: your self-assessment' }),
  finding('message.read-receipt', {}, { subject: 'Read: your self-assessment' }),
  finding('message.encrypted', {}, { subject: 'Our return' }),
  finding('message.own-message', {}, {}),
  finding('message.no-attachment', {}, { subject: 'A question' }),
  finding('message.link', {}, { hosts: ['netherby.sharepoint.com'] }),
  finding('message.winmail', {}, {}),
  finding('message.content-elsewhere', {}, {}),
  finding('message.other-attachment', {}, { looksLike: 'a PDF document' }),
  finding('mailbox.failed', {}, { problem: 'it does not take this password', cure: 'Check SCOREBOOK_IMAP.' }),
  finding('return.partner-name-changed', {}, { issued: 'Ashmere PCT', found: 'Bramblewick PCT' }),
  finding(
    'return.other-edition',
    {},
    {
      edition: '1',
      now: '2',
      retired: ['1.1.2'],
      added: ['2.1.3', '2.1.4'],
      reworded: ['1.1.1'],
      rescaled: [{ scale: 'Achievement', carried: 7, lost: 1 }],
      withdrawn: [{ field: 'Setting', words: ['At home', 'Day care'] }],
    },
  ),
  finding('return.definition-changed', {}, { issued: '0123456789abcdef', now: 'fedcba9876543210' }),
  finding('sheet.missing', {}, { sheet: '1 Needs', answers: 15 }),
  finding('sheet.renamed', {}, { expected: '1 Needs', found: 'Needs (2)' }),
  finding('sheet.heading-missing', {}, { heading: 'Score' }),
  finding('sheet.copy-not-read', {}, { like: '1 Needs' }),
  finding('sheet.ambiguous', {}, { like: '1 Needs', read: 'Draft' }),
  finding('sheet.reference-twice', {}, { read: 5, others: [6, 9] }),
  finding('sheet.not-read', {}, { value: 'see the appendix' }),
  finding('sheet.more-not-read', {}, { cells: 1_800, first: 'A301', last: 'J500' }),
  finding('sheet.comment', {}, { text: 'this should be a 3' }),
  finding('sheet.merged', {}, { range: 'I6:I8', covered: ['I7', 'I8'] }),
  finding('answer.picture', {}, { field: 'Evidence', value: '(picture: minutes of May)' }),
  finding('answer.picture-for-option', {}, { field: 'Score', value: '(picture)' }),
  finding('return.no-stamp', {}, { title: 'Are we ready?', code: 'P13', round: '2026', names: 24 }),
  finding('return.identified-by-hand', {}, { partner: 'P13', round: '2026' }),
  finding('return.not-theirs', {}, { partner: 'P13', round: '2026', what: 'the code on its cover', says: 'P14' }),
  finding('return.unlike', {}, { partner: 'P13', round: '2026' }),
  finding('return.identified-otherwise', {}, { partner: 'P13', round: '2026', given: 'P14' }),
  finding('sheet.gone', {}, {}),
  finding('sheet.added', {}, { isHidden: true, cells: 12, objects: 1, firstCell: 'A1', text: 'Our evidence' }),
  finding('sheet.text-box', {}, { kind: 'text box', text: 'Costed in May', cells: ['F7'] }),
  finding('sheet.picture', {}, { kind: 'picture', size: 'PNG, 640 by 480 pixels, 12 KB', cells: ['F7', 'F8'] }),
  finding('sheet.embedded-file', {}, { size: '12 KB', cells: [] }),
  finding('sheet.drawn', {}, { kind: 'shape', cells: ['F7'] }),
  finding('question.changed', {}, { was: 'Is there a plan?', found: 'Is there a plan, or will there be one?' }),
  finding(
    'printed.changed',
    {},
    {
      was: 'There is a written plan for every partner, agreed by the board and published, and it is reviewed each year.',
      found:
        'There is a written plan for every partner, agreed by the board and published, and it is reviewed at times.',
      cells: ['F6'],
    },
  ),
  finding('printed.gone', {}, { texts: ['1.1 Plans', 'Is there a plan?', 'No.', 'Yes.'], cells: 5 }),
  finding('formula.gone', {}, { cells: ['H6', 'H10'] }),
  finding('formula.changed', {}, { cells: ['H6'] }),
  finding(
    'scorecard.differs',
    {},
    { differences: [{ part: 'Overall', figure: 'Position', shown: 'Green', ours: 'Amber' }] },
  ),
  finding('scorecard.not-recalculated', {}, {}),
  finding('answer.place-lost', {}, { field: 'Score', references: ['1.1.1', '1.1.2'] }),
  finding('answer.anchors-part', {}, { named: "'1 Needs'!H5", visible: "'1 Needs'!H6", cells: 12 }),
  finding(
    'answer.not-an-option',
    {},
    { field: 'Score', value: 'see below', allowed: ['1 (Weak)', '2 (Fair)', 'Not applicable'] },
  ),
  finding('answer.read-as', {}, { field: 'Score', value: 'n/a', taken: 'Not applicable' }),
  finding('answer.shown-otherwise', {}, { field: 'Evidence', shown: '4.41235E+11', held: '441234567890' }),
  finding('answer.date-read-as', {}, { field: 'By when', value: '3/4/2027', day: '2027-04-03' }),
  finding('answer.reason-kept', {}, { reason: 'not commissioned', field: 'Evidence' }),
  finding('answer.wrong-column', {}, { value: '3', field: 'Evidence', score: 'Score' }),
  finding('answer.no-reason', {}, { reasonField: 'Our evidence' }),
  finding('answer.not-a-date', {}, { field: 'By when', value: 'end of\nMarch' }),
  finding('answer.error-value', {}, { field: 'Score', value: '#REF!' }),
  finding('answer.formula', {}, { field: 'Score' }),
  finding('answer.formula-without-value', {}, { field: 'Score' }),
  finding('answer.too-long', {}, { field: 'Action', length: 40_000, limit: 32_767 }),
  finding('answer.needed', {}, { answer: 'Yes', because: 'Preferred option', field: 'Existing method' }),
  finding(
    'answer.excluded',
    {},
    {
      excluded: 'No gap',
      field: 'Kind of gap',
      answer: '5 Very unlikely to be effective',
      because: 'Likely effectiveness',
    },
  ),
  finding('answer.personal', {}, { kinds: ['an NHS number', 'a postcode'] }),
  finding('answer.emptied', {}, { field: 'Score', from: { state: 'not applicable' }, earlier: '2026-12-10 09:00' }),
  finding(
    'answer.changed',
    {},
    {
      field: 'Score',
      from: { state: 'answered', value: '2' },
      to: { state: 'unreadable', value: 'see below' },
      earlier: '2026-12-10 09:00',
    },
  ),
  finding('answer.added', {}, { answers: 2, of: 'row', references: ['1', '3'], earlier: '2026-12-10 09:00' }),
  finding('entry.gone', {}, { row: '3', values: ['Sample person A', 'Chair'], earlier: '2026-12-10 09:00' }),
  finding('entry.incomplete', {}, { entry: 'option', missing: ['Option', 'Risk assessment'] }),
  finding('entry.belongs-to-none', {}, { sheet: 'Needs', by: ['Case reference', 'Need number'], empty: [] }),
  finding(
    'entry.lacks',
    {},
    { entry: 'need', sheet: 'Options', by: ['Case'], field: 'Kind', words: ['None', 'Little'], needs: ['Risk'] },
  ),
  finding('entry.twice', {}, { first: 'B5', by: ['Case reference', 'Need number'] }),
  finding('correction.open', {}, { open: 3 }),
  finding('correction.left-out', {}, { partner: '5E1', what: ['the last round', 'the branding'] }),
  finding('correction.due-past', {}, { due: '12:00 (UK time) on Friday 18 December 2026' }),
  finding('mail.no-address', {}, { partner: 'Ashmere PCT' }),
  finding('mail.bad-address', {}, { partner: 'Ashmere PCT', address: 'a@ashmere' }),
  finding('mail.several-addresses', {}, { partner: 'Ashmere PCT', addresses: ['a@x.example', 'b@x.example'] }),
  finding('mail.display-name', {}, { partner: 'Ashmere PCT', name: 'Jo Dale', address: 'jo@x.example' }),
  finding('mail.no-return-address', {}, { partner: 'Ashmere PCT', given: '' }),
  finding('mail.workbook-missing', {}, { partner: 'Ashmere PCT', folder: 'output/2026/workbooks' }),
  finding('mail.workbook-changed', {}, { partner: 'Ashmere PCT' }),
  finding('mail.workbook-of-another', {}, { partner: 'Ashmere PCT', owner: '5E1, round 2026, sample' }),
  finding('mail.workbook-outdated', {}, { partner: 'Ashmere PCT' }),
  finding('mail.too-large', {}, { partner: 'Ashmere PCT', size: '34.2 MB', limit: '25.0 MB' }),
  finding('mail.large', {}, { partner: 'Ashmere PCT', size: '9.1 MB' }),
  finding('mail.draft-changed', {}, {}),
  finding('mail.may-have-gone', {}, { partner: 'Ashmere PCT', at: '2026-11-20 10:00' }),
  finding('mail.bounced-before', {}, { partner: 'Ashmere PCT', at: '2026-11-20 10:00', detail: 'mailbox full' }),
  finding('mail.nothing-to-remind', {}, { partner: 'Ashmere PCT' }),
  finding('mail.drafted-before', {}, { partner: 'Ashmere PCT', at: '2026-11-20 10:00' }),
  finding('mail.refused', {}, { partner: 'Ashmere PCT', detail: '550 no such user' }),
  finding('mail.some-refused', {}, { partner: 'Ashmere PCT', detail: 'b@x.example: 550 no such user' }),
  finding('mail.server', {}, { server: 'mail.x.example:587', problem: 'it does not answer' }),
  finding('wording.empty', {}, {}),
  finding('wording.unknown-part', {}, { part: 'sneding', known: ['sending', 'receipt'] }),
  finding('wording.part-twice', {}, { part: 'sending' }),
  finding('wording.outside', {}, { text: 'Dear colleague' }),
  finding('wording.no-subject', {}, { part: 'sending' }),
  finding('wording.stray-brace', {}, { part: 'sending' }),
  finding('wording.no-text', {}, { part: 'sending' }),
  finding(
    'wording.unknown-placeholder',
    {},
    { placeholder: 'deadlin', part: 'sending', known: ['partner', 'deadline'] },
  ),
  finding('register.failed', {}, { problem: 'the disk is full' }),
  finding('register.seal-key-lost', {}, {}),
  finding('register.damaged', {}, { problem: 'row 3 missing from index return_workbook' }),
  finding('register.file-changed', {}, { name: '5E1.xlsx', sha256: '0123456789abcdef' }),
  finding(
    'register.bytes-missing',
    {},
    { id: 12, name: 'late.txt', size: '23 bytes', sha256: 'abc123', isPruned: false },
  ),
  finding('return.not-stored', {}, { size: '2.0 MB' }),
  finding('register.incomplete', {}, { id: 12, problem: 'answers are missing: 3 of 80' }),
  finding('register.wrong-seal', {}, { id: 12, name: '5E1.xlsx' }),
  finding('register.not-judged', {}, { name: '5E1.xlsx' }),
  finding('anonymous.too-few', {}, { returned: 2, fewest: 3 }),
  finding('output.before-deadline', {}, { due: '12:00 (UK time) on Friday 18 December 2026' }),
  finding('output.already-there', {}, {}),
  finding('output.not-written', {}, { problem: 'the disk is full' }),
  finding('output.not-a-roll-up', {}, {}),
  finding('output.not-findings', {}, {}),
  finding('output.not-data', {}, {}),
  finding('output.not-feedback', {}, {}),
  finding('output.not-a-tracker', {}, {}),
  finding('output.not-an-example', {}, {}),
  finding('output.changed-since-issue', {}, {}),
];

describe('the catalogue', () => {
  test('every code has an example here', () => {
    expect(examples.map(({ code }) => code).toSorted()).toEqual(findingCodes.toSorted());
  });

  test('says what is wrong, by which rule, and what to do', () => {
    const wording = Object.fromEntries(
      examples.map(({ code, severity, message }) => [code, `${severity}: ${message}`]),
    );
    expect(wording).toMatchInlineSnapshot(`
      {
        "agreed.not-a-day": "error: "last week" is no day up to today. Write the day on which it was agreed, as in 2027-01-20 or 20/01/2027.",
        "agreed.not-a-level": "error: "4" is no score that this question can have. Write one of "1", "2", "3", "Not applicable"; or "withdrawn", to take back what was recorded before.",
        "agreed.personal-data": "error: Who was present seems to hold a person's name and an e-mail address. The register keeps no data of people: write roles and organisations, as in "head of commissioning, council".",
        "agreed.twice": "error: Question "1.1.1" of the area "XA1" stands on line 2 already. One score counts for each: remove one of the lines.",
        "agreed.unknown-area": "error: Fewer than two partners of this round belong to the area "XA9", and it takes several to agree. Areas with several partners: XA1, XA2. Correct the code.",
        "agreed.unknown-question": "error: "9.9.9" is no question that is scored. Write its reference as the workbook has it, as in 1.1.1.",
        "anonymous.too-few": "error: 2 partners have returned, and where fewer than 3 have, each could be recognised by its answers. Nothing was written: wait for more returns, or leave --anonymous out.",
        "answer.added": "warning: 2 answers stand here that the return of 2026-12-10 09:00 had not, in rows 1, 3. Nothing is to be done if they have gone on with it.",
        "answer.anchors-part": "warning: The cell's name points to '1 Needs'!H5, but the question's number and the heading point to '1 Needs'!H6, which was read (12 cells of the sheet are like that: rows may have been sorted or moved). Check an answer or two.",
        "answer.changed": "warning: "Score" was "2" in the return of 2026-12-10 09:00 and is "see below" (which is no answer) here. Ask if that is not meant.",
        "answer.date-read-as": "warning: "3/4/2027" in "By when" is no date to Excel, and was read as 03/04/2027 (day/month/year). If another day is meant, type it with the month in words, as in 31 March 2027.",
        "answer.emptied": "warning: "Score" was not applicable in the return of 2026-12-10 09:00 and is blank here. Ask which is meant.",
        "answer.error-value": "error: The cell for "Score" shows the error "#REF!", which counts in no figure. Type the answer again.",
        "answer.excluded": "warning: "No gap" under "Kind of gap" and "5 Very unlikely to be effective" under "Likely effectiveness" contradict each other. Correct the one that is wrong.",
        "answer.formula": "warning: "Score" holds a formula; the value that it showed was read. Type the answer instead.",
        "answer.formula-without-value": "error: "Score" holds a formula that shows nothing, and was taken for blank. Type the answer instead.",
        "answer.needed": "warning: "Yes" under "Preferred option" makes "Existing method" necessary, and it is empty. Fill it in, or correct the answer that asks for it.",
        "answer.no-reason": "warning: Not applicable needs a reason. Write it under "Our evidence".",
        "answer.not-a-date": "error: "end of March" is not a date that can be read for "By when", and counts as none. Enter a day, month and year, as in 31/03/2027.",
        "answer.not-an-option": "error: "see below" is not an answer for "Score", and counts in no figure. Allowed: "1 (Weak)", "2 (Fair)", "Not applicable". Choose one from the list.",
        "answer.personal": "warning: The cell seems to hold an NHS number, a postcode, which is not repeated here. Answers must not let anyone be recognised: look at the cell, and ask for the workbook without it.",
        "answer.picture": "warning: The cell for "Evidence" holds a picture, "(picture: minutes of May)". It is stored with the return; what it shows was not read. Add in words what matters of it.",
        "answer.picture-for-option": "error: The cell for "Score" holds a picture, "(picture)", which is stored with the return and counts in no figure. Choose or enter the answer instead of it.",
        "answer.place-lost": "error: The cells for "Score" of 1.1.1, 1.1.2 cannot be found: row, column or name is gone. Ask for the answers.",
        "answer.read-as": "warning: "n/a" in "Score" is not as the list writes it, and was read as "Not applicable". Choose from the list to be sure.",
        "answer.reason-kept": "warning: "not commissioned" was kept under "Evidence", which was empty, as the reason why the question does not apply. If that is wrong, correct both.",
        "answer.shown-otherwise": "warning: The cell for "Evidence" shows "4.41235E+11" and holds "441234567890": its number format shows it like that. Check which of the two is meant, and type that.",
        "answer.too-long": "warning: "Action" is 40000 characters long, and more than 32767 do not fit a cell. All of it was kept.",
        "answer.wrong-column": "warning: "3" stands under "Evidence" and looks like the answer for "Score", which is empty. It was not counted: type each answer under its own heading.",
        "archive.damaged": "error: It cannot be unpacked: part "a.xlsx" cannot be unpacked. Ask for it to be sent again, best without packing it into an archive.",
        "archive.empty": "error: There is no file in this archive that could be a return. Ask for the workbook itself.",
        "archive.encrypted": "error: This file is packed with a password. Unpack the archive yourself with that password and import the folder; or ask for the workbook without one.",
        "archive.name-twice": "error: The archive holds 2 files of this name, so it cannot be told which is meant, and none was read. Ask for the one that counts.",
        "archive.over-limit": "error: This was not unpacked because its size (60.0 MB) is over the limit of 50.0 MB. If it comes from somebody you trust, unpack the archive yourself and import the folder; otherwise ask what it is.",
        "archive.unpacked-workbook": "error: This folder holds the insides of an Excel workbook that was unpacked, and nothing in it was read. Ask for the workbook itself (.xlsx), as it was saved in Excel.",
        "archive.unsafe-name": "error: The name of this file leads out of the archive, as in archives that are made to do harm, so it was not unpacked. Ask who packed it, and for the workbook itself.",
        "branding.contrast": "error: White text on #FFCC00 has a contrast of 1.4 to 1; people need at least 4.5 to 1 to read it. Take a darker colour.",
        "branding.no-picture": "error: The picture is neither a PNG nor a JPEG, whatever its name says, or it is cut off. Open it in a picture program and save it as PNG.",
        "branding.picture-not-read": "error: The picture "logo.png" cannot be read: there is no such file. Put it beside the branding file, and write its name as it is.",
        "branding.picture-too-large": "error: The picture has 2000000 bytes and every workbook carries it: at most 500000 are allowed. Save it smaller.",
        "branding.picture-too-many-pixels": "error: The picture is 9000 by 10 pixels; at most 4000 either way are allowed. Save it smaller.",
        "correction.due-past": "warning: The deadline, 12:00 (UK time) on Friday 18 December 2026, is over: a correction that comes now is late, and does not count instead of a return that came in time. Move the deadline with generate --change-due if it is to count, and run this again.",
        "correction.left-out": "warning: The correction workbook for 5E1 is without the last round and the branding, which the one that went out showed: it was issued by an older version, which kept no copy. All answers are in it; tell the partner if that matters.",
        "correction.open": "warning: Still open: 3 of the answers that are needed. The Checklist says which, with links to where to go on.",
        "definition.circular": "error: It belongs, in the end, to itself: "needs" belongs to "options" belongs to "needs". Take one belongsTo out of the circle.",
        "definition.criteria-levels": "error: It has criteria for the levels none, but its scale has 1, 2, 3. Write one criterion for each level, in that order.",
        "definition.duplicate-key": "error: Two items have the key "1.2.3". Keys tie answers to questions, so each must be unique: give one of them another.",
        "definition.example-answer": "error: The worked example has "6" for "Effectiveness", which takes a level: 5, 4, 3, 2, 1. Correct the example.",
        "definition.heading-clash": "error: Two columns of its worksheet would be headed "Ref". Columns are told apart by their heading: change one.",
        "definition.invalid": "error: title is "": write some text. The same in 2 other places: 1.2, 1.3.",
        "definition.levels-out-of-order": "error: The levels run 1, 3, 2. List the options from the worst level to the best, so that the numbers only rise or only fall.",
        "definition.many-items": "warning: It has 5000 questions. It works, but above 2000 each workbook takes seconds to write and long to open. Consider two instruments.",
        "definition.name-clash": "error: Two of its cells would bear the name "answer_1_2_score", because keys that differ only in dots and hyphens make one name. Change a key.",
        "definition.not-text": "error: edition is written 5E1 and was read as the number 50, but text is meant. Put it into quotes: "5E1".",
        "definition.purpose-twice": "error: The fields "plan" and "steps" have the same purpose, "action", and only one would be seen. Take it from one of them.",
        "definition.row-length": "error: Row 3 has cells: 2, and the table has columns: 4. Give one cell for each column; an empty one is "".",
        "definition.scorecard-empty": "error: No section with questions has a score field of the scale "levels", so nothing would be counted. Name the scale that the questions use, or take the scorecard out.",
        "definition.sheet-name": "error: Its worksheet would be called "1 Needs/wants", but Excel keeps that name for itself. Change the short title.",
        "definition.too-long": "error: The heading is 300 characters long and Excel allows 255. Shorten it.",
        "definition.two-score-fields": "error: It has more than one score field: "now", "then". A section is scored by one field: make the others text.",
        "definition.ungrouped": "error: It belongs to no group of the view "perspectives". Add groups: { 'perspectives': … } with one of "quality", "money".",
        "definition.unknown-level": "error: It names the level "Good", which the scale has not. Its levels are 1, 2, 3. Write one of these numbers, without quotes.",
        "definition.unknown-reference": "error: It names the scale "levles", which is not defined. Known: "levels", "stages". Correct the name or define it.",
        "definition.view-empty": "error: No question that is scored is tagged with a term of "phases", so the view would have no rows. Tag sections, activities or questions, or take the view out.",
        "definition.words-clash": "error: "yes" cannot be told from another option, "Yes": capitals and spaces make no difference. Answers are known by these words, so change one of them.",
        "entry.belongs-to-none": "warning: No row of the sheet "Needs" has the same "Case reference" and "Need number" as this one. Correct this row, or add the one there that it belongs to.",
        "entry.gone": "warning: Row 3 of the return of 2026-12-10 09:00, with "Sample person A", "Chair", is not here. Ask which is meant.",
        "entry.incomplete": "warning: This option is begun but not complete: "Option", "Risk assessment" are empty. Fill in what is missing, or clear the row.",
        "entry.lacks": "warning: This need has no row on the sheet "Options" in which "Kind" is "None" or "Little", with "Risk" filled in. Add it there with the same "Case", or complete it.",
        "entry.twice": "warning: The row of B5 has the same "Case reference" and "Need number", so nobody can tell to which of them others belong. Give each row its own, or make them one row.",
        "file.bad-indentation": "error: The line begins with 5 spaces, and the lines that it belongs with with 4 spaces. Give it as many as they have: in YAML the spaces at the beginning of a line say what belongs together.",
        "file.empty": "error: The file is empty. Write a definition with the command "new", or take an example from the README.",
        "file.name-twice": "error: The name "title" stands on line 3 already, in the same part, so one of the two would be lost. Keep one, or correct one of the names.",
        "file.no-instrument": "error: It exports no instrument; it exports: "scales". Export what defineInstrument gives, as the default or by a name.",
        "file.not-json": "error: It is not JSON (Unexpected end of JSON input). Correct it in a plain text editor, or take an example from the README.",
        "file.not-loaded": "error: It cannot be loaded as a JavaScript module: Cannot find module './scales.js'. Put that right, build it again, and give the built file.",
        "file.not-utf-8": "error: It is not text in UTF-8. Save it in a plain text editor with the encoding UTF-8.",
        "file.not-yaml": "error: It is not YAML (All mapping items must start at the same column). A # after a space begins a comment, and text with a colon and a space in it needs quotes. Correct it in a plain text editor, or take an example from the README.",
        "file.too-long": "error: It has 12,000,000 characters, and a definition may have 1,000,000: the longest that comes with Scorebook has 80,000. Check that it is the right file.",
        "formula.changed": "warning: Another formula than the one that went out stands in H6. What is shown there was not used: figures are worked out here from the answers.",
        "formula.gone": "warning: No formula stands any more in H6, H10: somebody typed or pasted over it, or the program that saved the workbook did not keep it. What is shown there does not follow the answers, and was not used: figures are worked out here from the answers.",
        "list.duplicate-column": "error: The column "name" stands there twice. Keep one of them.",
        "list.empty": "error: Below the names of the columns the list is empty. Add a line for each entry.",
        "list.empty-value": "error: The name is empty. Every line needs one: fill it in.",
        "list.error-value": "error: The name is "#REF!", which Excel shows where a formula fails or a column is too narrow. Type the value itself.",
        "list.ignored-columns": "warning: Not used, and ignored: "phone", "e-mail". If one of them is meant for "kind" or "email", which the list does not have, give it that name.",
        "list.no-header": "error: The first line must name the columns. Missing: "code", "name"; found: nothing. Add the missing columns (the file is a CSV separated by commas).",
        "list.not-text": "error: The list is not a text file. If it is an Excel workbook, save it there as "CSV UTF-8 (Comma delimited) (*.csv)" and give that file.",
        "list.semicolons": "error: The columns are separated by semicolons, as Excel does in some countries. Save the list with commas: replace the semicolons in a text editor, and put a value that holds a comma into double quotes.",
        "list.tabs": "error: The columns are separated by tabs, as in what Excel calls Unicode Text. Save the list in Excel as "CSV UTF-8 (Comma delimited) (*.csv)" and give that file.",
        "list.text-too-long": "error: The name is 201 characters long; at most 200 fit. Shorten it.",
        "list.too-many-values": "error: The line has 3 values for 2 columns. Put a value that holds a comma into double quotes, as in "Ashton, Leigh and Wigan".",
        "list.unreadable": "error: The list cannot be read on from here: a double quote is opened and never closed. Put a value that holds a comma into double quotes, and write a double quote inside it twice.",
        "mail.bad-address": "error: The e-mail address of "Ashmere PCT", "a@ashmere", cannot be used, so it gets no message. An address is a name, @ and a domain in plain letters, as in returns@pct.example; two are separated by a semicolon. Correct it in the list of partners and generate again.",
        "mail.bounced-before": "error: The message to "Ashmere PCT" came back on 2026-11-20 10:00 (mailbox full). It is left out. Correct the address in the list of partners, generate again, and send it anew.",
        "mail.display-name": "warning: The list of partners has the name "Jo Dale" with the e-mail address of "Ashmere PCT". Only the address is used: jo@x.example.",
        "mail.draft-changed": "error: A draft of this name is there already and somebody has changed it. It was left alone: send it as it is, or move it away and run the command again.",
        "mail.drafted-before": "warning: For "Ashmere PCT" a draft was written on 2026-11-20 10:00, which somebody may have sent since. It is left out. If the draft was not sent, send it with --again --partner and its code.",
        "mail.large": "warning: The message to "Ashmere PCT" has 9.1 MB. It goes, but some mail servers take no more than 10 MB: look whether it comes back, and make the workbook smaller (a smaller logo) if you can.",
        "mail.may-have-gone": "error: The message to "Ashmere PCT" was being handed over on 2026-11-20 10:00 when that was broken off: it may have gone or not. It is left out. Ask whether it came; if it did not, send it with --again --partner and its code.",
        "mail.no-address": "error: There is no e-mail address for "Ashmere PCT", so it gets no message. Write one into the column email of the list of partners and generate again.",
        "mail.no-return-address": "error: Its workbook says no address to which "Ashmere PCT" is to send it back, so that its answers would go astray. Generate again with --return-to, as in --return-to returns@region.example.",
        "mail.nothing-to-remind": "error: The workbook has not reached "Ashmere PCT": by e-mail it went to others, and to it not yet, or came back. It is not reminded. Put its address right in the list of partners if need be, generate again, and send it the workbook; or name it with --partner if it has the workbook by another way.",
        "mail.refused": "error: The mail server refused the message to "Ashmere PCT" (550 no such user). Nothing went to it. Check the address in the list of partners; run the command again when that is put right, or later where the server only asked for that.",
        "mail.server": "error: Sending stopped at the mail server mail.x.example:587: it does not answer. What was sent before stays sent; put that right and run the same command again, and it goes on from there.",
        "mail.several-addresses": "warning: The list of partners has 2 addresses for "Ashmere PCT": "a@x.example", "b@x.example". One message goes to all of them.",
        "mail.some-refused": "warning: The message to "Ashmere PCT" went out, but not to all of its addresses (b@x.example: 550 no such user). Check them in the list of partners.",
        "mail.too-large": "error: The message to "Ashmere PCT" would have 34.2 MB, and the limit is 25.0 MB: many mail servers refuse larger ones. It is not sent. Make the workbook smaller (a smaller logo), or raise the limit with --most-mb if all servers take it.",
        "mail.workbook-changed": "error: This file is not the workbook that was issued to "Ashmere PCT": somebody may have filled it in. It is not sent. Move it away, and generate again.",
        "mail.workbook-missing": "error: The workbook of "Ashmere PCT" is not in output/2026/workbooks. Generate it again, or say with --workbooks where it is.",
        "mail.workbook-of-another": "error: This file has the name of the workbook of "Ashmere PCT", but is the one of 5E1, round 2026, sample. It is not sent. Move it away, and generate again.",
        "mail.workbook-outdated": "error: This workbook of "Ashmere PCT" has not the deadline, marking or wording that the round has now. It is not sent. Generate again, so that there is a new one in its place.",
        "mailbox.failed": "error: The mailbox could not be read: it does not take this password. Check SCOREBOOK_IMAP. What was imported before is kept, and the next import goes on from there.",
        "message.automatic-reply": "warning: The message "Out of office" is marked as automatic (precedence: bulk), and no return was found in it. If it says that somebody is away, look for another contact.",
        "message.bounce": "warning: A message did not reach "a@netherby.example": "550 No such user". Correct the address in the list of partners, and send it again.",
        "message.content-elsewhere": "error: Apple Mail stores this attachment in another file than the message, so it is not in here. In Mail, open the message, choose File > Save Attachments, and import what that saves.",
        "message.damaged": "error: The message cannot be read: it cannot be taken apart. Open it in an e-mail program, save the workbook that is attached, and import that; or ask for it to be sent again.",
        "message.delivery-report": "warning: This is a report about the delivery of a message, "Delayed: your self-assessment", and no return. Nothing needs to be done.",
        "message.encrypted": "warning: The message "Our return" is encrypted or sealed, so what is in it cannot be read here. Open it in the e-mail program that it was meant for, save the workbook and import that.",
        "message.link": "warning: Instead of a file, the message has a link to one that is kept at "netherby.sharepoint.com", which is never followed. If it is the return, ask the sender for the workbook itself: in Outlook, "Attach as copy".",
        "message.no-attachment": "warning: The message "A question" has no file attached. If a return was meant, ask for the workbook.",
        "message.other-attachment": "warning: This is a PDF document, not an Excel workbook, and was not read. If it was meant as the return, ask for the workbook itself (.xlsx).",
        "message.over-limit": "error: This was not read because its number of parts (more than 10,000) is over the limit of 10,000. If it comes from somebody you trust, open it in an e-mail program, save the workbook and import that.",
        "message.own-message": "warning: This is a message that we sent ourselves, come back or copied, and no return. Nothing needs to be done.",
        "message.read-receipt": "warning: This says that a message was opened or deleted, "Read: your self-assessment", and is no return. Nothing needs to be done.",
        "message.winmail": "warning: Outlook wrapped what is attached in a winmail.dat, which is not opened here. Ask the sender to send it again as HTML or plain text (in Outlook: Format Text), not as Rich Text.",
        "output.already-there": "error: A file of this name is there already. It was left alone: give another name, or move the file away.",
        "output.before-deadline": "warning: Returns can still come in time until 12:00 (UK time) on Friday 18 December 2026. Whoever compares what is written now with what is written later can see what a partner that returned in between added to it. Pass on only what is made when all are in.",
        "output.changed-since-issue": "error: A file of this name is there already and is not the workbook that was issued (someone may have filled it in). It was left alone: move it away and run the command again.",
        "output.not-a-roll-up": "error: A file of this name is there already and is not a roll-up of ours. It was left alone: give --out another name, or move the file away.",
        "output.not-a-tracker": "error: A file of this name is there already and is not a tracker of ours. It was left alone: give --out another name, or move the file away.",
        "output.not-an-example": "error: A file of this name is there already and is not a worked example of ours. It was left alone: give --out another name, or move the file away.",
        "output.not-data": "error: A file of this name is there already and is none of the data or dictionaries that this command writes. It was left alone: give --out another name, or move the file away.",
        "output.not-feedback": "error: A file of this name is there already and is not feedback of ours for this partner. It was left alone: move it away, or give --out another folder.",
        "output.not-findings": "error: A file of this name is there already and is not a workbook of findings of ours. It was left alone: give --findings another name, or move the file away.",
        "output.not-written": "error: The file could not be written: the disk is full. Nothing was left half-written; put that right and run the command again.",
        "partners.bad-code": "error: The code "5 E1" cannot be used because of a space. A code is 1 to 20 plain letters, digits, hyphens or underscores and begins with a letter or digit, as in 5E1: correct it.",
        "partners.device-code": "error: The code "CON" cannot be used: Windows takes files and folders of that name for a device. Take another, such as "CON1".",
        "partners.duplicate-code": "error: The code "5E1" is already used on line 4. Each partner has its own: correct or remove one of them.",
        "partners.lost-zeros": "error: The code "12" is shorter than the others and has figures only: Excel makes it of a code such as "012", which it takes for a number. Format the column as text and type the code again; if it is right as it is, give all codes one length by zeros in front.",
        "partners.mangled-code": "error: The code "5.00E+01" is what Excel makes of a code such as "5E1" that it takes for a number. Format the column as text, type the code again, and do not open the saved CSV by a double click, which damages it again.",
        "partners.other-case": "error: The code "x01" differs only in capitals from "X01", which round "2026" has already. On Windows the two would have one file. Write it as the round has it.",
        "partners.same-name": "warning: The list has the name "North PCT" with two codes, "X01" and "X07". If it is one organisation, it gets two workbooks and counts twice: remove one of the lines.",
        "partners.two-codes": "warning: The list has the area "North" with two codes, "R1" and "R2". Each code is a area of its own. If one is meant, write the same code for it on every line.",
        "partners.two-names": "warning: The list gives region R1 two names, "North" and "Northern". A code is one region, so all its partners belong to it, and it is shown as "North". Correct the names, or the code where another region is meant.",
        "printed.changed": "warning: "…published, and it is reviewed at times." stands here now, where "…published, and it is reviewed each year." stood when the workbook went out. Only the cells for answers are to be changed: check that the partner answered what was asked, and if this is an answer, put it into the cell for it.",
        "printed.gone": "warning: Rows or columns of this sheet are gone since the workbook went out, and with them 5 cells that said "1.1 Plans", "Is there a plan?", "No." and more. Answers that were lost with them are told apart. Check that the partner answered what was asked.",
        "question.changed": "warning: The question read "Is there a plan?" when the workbook went out, and reads "Is there a plan, or will there be one?" now. Answers found beside it were taken for the question that went out: check with the partner that this is what they answered.",
        "register.bytes-missing": "error: The register has no bytes of return 12, "late.txt" (23 bytes, SHA-256 abc123): it was refused, and could be no return or found no room. Take the file from where it came.",
        "register.damaged": "error: The register is damaged: row 3 missing from index return_workbook. Stop using it, keep a copy of the file, and go on with the last backup that "scorebook register check" finds nothing wrong with.",
        "register.failed": "error: The register could not be used to the end: the disk is full. What was imported before is kept whole; put that right and run the same command again.",
        "register.file-changed": "error: The bytes kept of "5E1.xlsx" are not those that came (SHA-256 0123456789abcdef). Take the file from a backup of the register, or ask for it again.",
        "register.incomplete": "error: Return 12 is not whole: answers are missing: 3 of 80. Take the register from a backup; or get its file with "scorebook return get 12" and import it into one.",
        "register.not-judged": "warning: The file "5E1.xlsx" is kept, and nothing was made of it yet, as when an import was broken off. Run that import again.",
        "register.seal-key-lost": "error: The key of the seals is missing or damaged, and no returned workbook can be checked without it. Nothing was changed. Use the last backup of the register (see "scorebook register backup").",
        "register.wrong-seal": "error: Return 12, "5E1.xlsx", counts for a workbook whose seal it does not carry: the register was changed by hand. Take the register from a backup, and find out who changed it.",
        "return.automatic-message": "warning: The message that brought it is marked as automatic (precedence: bulk), so that a program may have sent it. It counts all the same: check that the partner meant to return it.",
        "return.bad-stamp": "error: The workbook's stamp, which says whose it is, has been changed: its seal does not fit. Send the partner a fresh workbook, or ask for the original file; or, if you know whose it is, import it with --as and the partner's code and --round.",
        "return.came-earlier": "warning: This message with the file came at 2026-12-17 16:30, and the register has the file as received at 2026-12-19 09:00. If the message is right, import the file again with --received "2026-12-17 16:30".",
        "return.contradicts": "warning: It contradicts the same partner's return of 2026-12-10 09:00: of the 40 answers there, 25 are blank here and 10 read otherwise; 7 are new. It may be an older copy, or two people may each have filled in a part: ask which return they mean, or for one workbook with everything.",
        "return.csv": "error: This is a CSV or other text file, which holds the text of one sheet at most and nothing of the others. Ask for the workbook itself, saved in Excel as "Excel Workbook (.xlsx)".",
        "return.damaged": "error: The workbook is damaged: its end is missing. Open it in Excel, let Excel mend it, save it under a new name and import that; or ask for it to be sent again.",
        "return.definition-changed": "warning: The instrument's definition has changed since the workbook went out (0123456789abcdef, now fedcba9876543210). Answers were matched by question number: check the questions that changed.",
        "return.differs": "warning: Beside the same partner's return of 2026-12-10 09:00, answers that are new: 3; that read otherwise: 1; that are blank now: 2. They are listed. What is blank now may be an older copy, or the other half of the work: ask which is meant.",
        "return.does-not-count": "warning: It does not count: the same partner's return of 2026-12-10 09:00 does, as the last to come by the deadline. Coverage is none here and 40% there. Both are kept; if the dates are wrong, import the file again with --received.",
        "return.empty": "error: The file is empty (0 bytes). Ask for it to be sent again.",
        "return.encrypted": "error: The workbook is encrypted or rights-protected, so it cannot be read. Ask for a copy saved without a password or restriction.",
        "return.folder-unreadable": "error: The folder cannot be searched: it may not be read. Nothing in it was imported: put that right and import it again.",
        "return.identified-by-hand": "warning: The file does not prove whose it is, as its stamp is gone or was changed. It was identified by hand as that of "P13", round "2026". Check that the answers are theirs.",
        "return.identified-otherwise": "error: This file is in the register as the return of "P13", round "2026", and was left so: --as P14 changes nothing.",
        "return.link": "error: This is a link to an address (.url), not the workbook: it only says where something is kept. Open it, download the workbook and import that; or ask for the file itself instead of a link.",
        "return.lock-file": "error: This is the lock file (~$) that Excel keeps beside an open workbook, and holds no answers. Ask for the workbook itself, of the same name without "~$", after closing it in Excel.",
        "return.macros": "error: This is a workbook with macros (.xlsm), and the workbook that was sent out has none; for safety it was not opened. Ask for it to be saved as "Excel Workbook (.xlsx)", which leaves them out, and sent again.",
        "return.mail": "error: This is an e-mail (.eml), not the workbook, which may be attached to it. Open it in an e-mail program, save the attachment and import that; or ask for the workbook to be sent again.",
        "return.no-stamp": "error: This workbook was made by Scorebook, for "Are we ready?", but both places of its stamp, which says whose it is, are gone: a program did not keep them. Its cover says "P13", round "2026"; names of answers that are left: 24. If you know whose it is, import it with --as and the partner's code and --round.",
        "return.not-a-file": "error: This is a named pipe, not a file, and was skipped. If a return is meant, name the file or folder itself.",
        "return.not-a-workbook": "error: This is a PDF document, not an Excel workbook (.xlsx). Ask for the workbook itself, saved in Excel as "Excel Workbook (.xlsx)".",
        "return.not-filled-in": "error: The workbook has no answer in it: it is as it was sent out, or was saved again with nothing filled in. Check the path, or ask for the completed workbook.",
        "return.not-issued": "error: This register has not issued a workbook with this number to "5E1" for round "2026". Check --register, or ask which file it was copied from.",
        "return.not-ours": "error: This workbook was not made by Scorebook: it carries no stamp. Ask for the workbook that was sent out, filled in.",
        "return.not-stored": "warning: The refused files of this message or import fill the room that the register gives to them, so the bytes of this one (2.0 MB) were not stored: only its name, size, SHA-256 and what was found. Keep the file itself until that is settled.",
        "return.not-theirs": "error: It cannot be imported as that of "P13", round "2026": the code on its cover says "P14". Check --as, --round and --instrument; if they are right, ask the partner to copy the answers into its own workbook.",
        "return.old-excel": "error: This is a workbook in the old .xls form, which loses parts of ours. Ask for it to be saved as "Excel Workbook (.xlsx)" and sent again.",
        "return.other-edition": "warning: It answers edition "1", and the round is on edition "2". Answers were matched by key. Answered, but asked no more and not counted: 1.1.2. New, and so without an answer: 2.1.3, 2.1.4. Answered and counted, but worded otherwise now: 1.1.1. The scale "Achievement" has other options now: 7 answers were carried over to the option of the same name; 1 answer was not, as no one option has that name, and left out of every figure. Chosen for "Setting", but offered no more, and so in no figure: "At home", "Day care". All of it is kept; send the partner the new workbook if that matters.",
        "return.other-round": "error: It belongs to round "2025", not "2026". Import it without --round, or ask for this round's workbook.",
        "return.other-sender": "warning: It came from "ann@elsewhere.example", and the list of partners has "returns@netherby.example" for them. It counts all the same: check that it is theirs.",
        "return.other-spreadsheet": "error: This is an OpenDocument spreadsheet (.ods), another form than the workbook was sent out in, and loses parts of it. Ask for it to be saved or exported as "Excel Workbook (.xlsx)" (in Numbers: File > Export To > Excel) and sent again.",
        "return.over-limit": "error: The file was not read because its size (60.0 MB) is over the limit of 50.0 MB. A workbook of ours is far smaller: ask what happened to it and for a fresh copy.",
        "return.partner-name-changed": "warning: The organisation on the cover reads "Bramblewick PCT"; the workbook was issued to "Ashmere PCT", and counts as theirs. Check that they did not use another partner's copy.",
        "return.received-changed": "warning: The register had it as received at 2026-12-19 09:00; that is now 2026-12-17 16:30, as --received says.",
        "return.same-answers": "warning: It has the same answers as the same partner's return of 2026-12-10 09:00, though the file is another. Both are kept, and whichever counts makes no difference.",
        "return.sender-clock": "warning: Nothing in the message says when it came but the sender's own clock, 2026-12-17 16:30 (UK time), and that counts. If it is wrong, import it again with --received.",
        "return.stamps-disagree": "error: The stamp in the file's properties and the stamp on its hidden sheet say different things: partner is "5E1" in the properties and "5D7" on the sheet. Sheets of two workbooks have been mixed: ask for the original file.",
        "return.supersedes": "warning: It counts instead of the same partner's return of 2026-12-10 09:00: coverage was 40% there and is 60% here. Both are kept; check that this is the one they mean.",
        "return.unknown-instrument": "error: It is made for the instrument "other", edition "2", which is not installed here. Known: "sample 1", "sample 2". Import it where that instrument is.",
        "return.unlike": "error: It cannot be imported as that of "P13", round "2026": fewer than half of the answers of a workbook that was issued for these can be found in it. Check --as, --round and --instrument, or ask for the workbook that was sent out.",
        "return.unreadable": "error: The file cannot be opened: it may not be read. Check the path and that no other program holds the file.",
        "return.worked-example": "error: This is the worked example, which nobody returns. Check the path, or ask for the workbook that was sent out, filled in.",
        "round.due-far": "warning: The deadline, 12:00 (UK time) on Monday 18 December 2062, is more than two years ahead. Check its year; to move it, run the command again with the right time and --change-due.",
        "round.due-past": "warning: The deadline, 12:00 (UK time) on Friday 18 December 2026, is over, so every return will count as late. Check --due; to move it, run the command again with the right time and --change-due.",
        "scorecard.differs": "warning: The workbook's own Scorecard does not show what the answers give: Overall, Position: Green (by the answers Amber). What counts is worked out here from the answers. Its formulas count only what is chosen from the lists, and the program that saved it may not have worked them out again. Tell the partner if they use these figures.",
        "scorecard.not-recalculated": "warning: The workbook's own Scorecard shows the figures with which it went out, as if nothing were answered: the program that saved it may not have worked its formulas out again, or every answer stands there as text, which they do not count. The answers were read, and what counts is worked out here from them. Tell the partner not to use the figures of their copy.",
        "sheet.added": "warning: This sheet was added to the workbook and hidden, and nothing on it was read (12 filled cells, from A1, "Our evidence"; 1 picture or other object). If answers or evidence are on it, ask for them on the sheets of the questions.",
        "sheet.ambiguous": "error: This sheet and "Draft" both look like "1 Needs", which is gone. "Draft" was read. Ask which one counts, and for a workbook with only that.",
        "sheet.comment": "warning: A comment stands on this cell, "this should be a 3", and comments are not read as answers. If it is one, type it into the cell for it.",
        "sheet.copy-not-read": "warning: This sheet looks like a copy of "1 Needs" and was not read. If the answers are on it, ask for them on the sheet itself.",
        "sheet.drawn": "warning: A shape lies over the cell for an answer (F7) and was not read. If it marks or holds an answer, choose or type that in the cell for it.",
        "sheet.embedded-file": "warning: An embedded file lies on this sheet, 12 KB, and was not opened. If it holds an answer, type that into the cell for it.",
        "sheet.gone": "warning: This sheet is not in the workbook any more, or is empty. No answers stood on it, so none are lost, and positions are worked out here from the answers. Send a fresh workbook if the partner needs it.",
        "sheet.heading-missing": "warning: The column heading "Score" is gone. The answers below it were found by their cell names: check a few of them.",
        "sheet.merged": "warning: The cells I6:I8 were merged, which covers answers: I7, I8. Each was read as the file has it, mostly as blank. Take the merging back, and answer each question in its own cell.",
        "sheet.missing": "error: The sheet "1 Needs" is not in the workbook, so its 15 answers are lost. Ask for it to be filled in again.",
        "sheet.more-not-read": "warning: 1800 more cells of this sheet, from A301 to J500, stand where no answer is expected, and were not read. If answers are among them, ask for them in the cells for them.",
        "sheet.not-read": "warning: "see the appendix" stands where no answer is expected, and was not read. If it is an answer, put it into the cell for it.",
        "sheet.picture": "warning: A picture lies over cells for answers (F7, F8): PNG, 640 by 480 pixels, 12 KB. What it shows was not read. If it holds an answer, type that into the cell for it.",
        "sheet.reference-twice": "warning: The question stands on several rows. Row 5 was read, and row 6, row 9 was not. Put everything into one row.",
        "sheet.renamed": "warning: The sheet "1 Needs" is now called "Needs (2)"; it was read all the same.",
        "sheet.text-box": "warning: A text box lies over the cell for an answer (F7) with the words "Costed in May", which were not read as an answer. If it is one, type it into the cell for it.",
        "time.repeated": "warning: --due "2027-10-31 01:30" is a time that occurs twice in the UK: in that night the clocks go back from 02:00 to 01:00. The later of the two was taken, which is 2027-10-31 01:30 GMT. If the earlier is meant, give a time before 01:00.",
        "time.skipped": "warning: --due "2027-03-28 01:30" is a time that does not exist in the UK: in that night the clocks go forward from 01:00 to 02:00. It was taken as 2027-03-28 02:30. Check that this is meant, and give another time if it is not.",
        "wording.empty": "error: No words of an e-mail are in it. The command "wording" writes a file to begin with; it may not have been saved since you changed it. Leave --wording out for the words that come with Scorebook.",
        "wording.no-subject": "error: The first line of the part "sending" has to be its subject. Write one, as in "Subject: {title}, by {deadline}".",
        "wording.no-text": "error: The part "sending" has no text. Write some, or leave the whole part out.",
        "wording.outside": "error: "Dear colleague" stands before the first part. A part begins with a line such as "=== sending ===": write one above it, or begin the line with # if it is not to be sent.",
        "wording.part-twice": "error: The part "sending" stands there twice. Keep one of them.",
        "wording.stray-brace": "error: A brace stands alone here in the part "sending". What is to be filled in stands between two, as in {partner}. Add the other one, or leave it out.",
        "wording.unknown-part": "error: There is no e-mail "sneding". Its parts can be: "sending", "receipt". Correct the name.",
        "wording.unknown-placeholder": "error: Nothing is known to fill in for {deadlin} in the part "sending". There are: {partner}, {deadline}. Correct the word.",
      }
    `);
  });

  test.each(examples)('$code is a whole sentence without a hole', ({ message }) => {
    expect(message).toMatch(/\.$/);
    expect(message).not.toMatch(/undefined|null|NaN|\[object|\.\.$|\s{2}/);
  });

  test('facts are typed by their code', () => {
    expectTypeOf<FindingCode>().not.toEqualTypeOf<string>();
    // @ts-expect-error: this code wants the name of a column
    finding('list.empty-value', {}, { colum: 'name' });
  });

  test('a finding keeps its facts apart from its text, and its own copy of them', () => {
    const facts = { round: '2025', expected: '2026' };
    const found = finding('return.other-round', { file: 'a.xlsx' }, facts);
    facts.round = 'changed';
    expect(found).toMatchObject({
      code: 'return.other-round',
      severity: 'error',
      place: { file: 'a.xlsx' },
      facts: { round: '2025', expected: '2026' },
    });
  });

  test('a quoted value is cut at 80 characters and told on one line', () => {
    const { message } = finding('answer.not-a-date', {}, { field: 'By when', value: `a\n\tb${'x'.repeat(200)}` });
    expect(message).toContain(`"a b${'x'.repeat(76)}…"`);
  });

  test('how many cells part is told in the singular and in the plural', () => {
    const part = (cells: number) => finding('answer.anchors-part', {}, { named: 'A1', visible: 'A2', cells }).message;
    expect(part(1)).toContain('(one cell: rows');
    expect(part(2)).toContain('(2 cells of the sheet are like that: rows');
  });
});

describe('the place', () => {
  test.each([
    [{}, ''],
    [{ file: 'partners.csv' }, 'partners.csv'],
    [{ file: 'partners.csv', line: 4 }, 'partners.csv line 4'],
    [{ sheet: '1 Assessing need' }, "'1 Assessing need'"],
    [{ sheet: '1 Assessing need', cell: 'G14' }, "'1 Assessing need'!G14"],
    [{ sheet: '1 Assessing need', cell: 'G14', key: '1.2.3' }, "'1 Assessing need'!G14 (1.2.3)"],
    [{ key: '1.2.3' }, '1.2.3'],
    [{ file: 'a.xlsx', sheet: 'Cover', cell: 'B6' }, "a.xlsx 'Cover'!B6"],
  ])('%j is written %s', (place, text) => {
    expect(placeText(place)).toBe(text);
  });
});

describe('a line for people', () => {
  test('gives severity, place and message', () => {
    const found = finding('list.empty-value', { file: 'partners.csv', line: 4 }, { column: 'name' });
    expect(findingLine(found)).toBe(`error: partners.csv line 4: ${found.message}`);
  });

  test('leaves out a place that is not known', () => {
    const found = finding('list.ignored-columns', {}, { columns: ['fax'], unused: [] });
    expect(findingLine(found)).toBe(`warning: ${found.message}`);
  });
});

describe('a line for findings that are alike', () => {
  const alike = (cell: string) =>
    finding('answer.formula', { sheet: '1 Needs', cell, key: '1.1.1' }, { field: 'Score' });

  test('names the first cells, and says how many there are', () => {
    const [first, ...others] = ['G5', 'G6', 'G7', 'G8', 'G9', 'G10', 'G11'].map(alike);
    if (first === undefined) throw new Error('There is none');
    expect(alikeLine([first, ...others])).toBe(
      `warning: '1 Needs'!G5, G6, G7, G8, G9 and 2 more (7 cells alike): ${first.message}`,
    );
    expect(alikeLine([first, ...others.slice(0, 4)])).toContain("'1 Needs'!G5, G6, G7, G8, G9 (5 cells alike): ");
  });

  test('is as ever for one', () => {
    expect(alikeLine([alike('G5')])).toBe(findingLine(alike('G5')));
  });
});

describe('several findings', () => {
  const warning = finding('list.ignored-columns', {}, { columns: ['fax'], unused: [] });
  const error = finding('list.empty', {}, {});

  test('have errors when one of them is an error', () => {
    expect([hasErrors([]), hasErrors([warning]), hasErrors([warning, error])]).toEqual([false, false, true]);
  });

  test('are thrown together, and the message of the error has a line for each', () => {
    const thrown = new FindingsError([warning, error]);
    expect(thrown.findings).toEqual([warning, error]);
    expect(thrown.message.split('\n')).toEqual([findingLine(warning), findingLine(error)]);
  });

  test('show nothing that moves the cursor of a terminal or turns the words about it round', () => {
    const hostile = 'a\u009b2J\u202eb\u2066\u200fc';
    for (const found of [
      finding('sheet.renamed', { sheet: hostile, cell: 'A1' }, { expected: '1 Needs', found: hostile }),
      finding('answer.error-value', { sheet: '1 Needs' }, { field: 'Score', value: hostile }),
    ]) {
      expect(findingLine(found)).toContain('a?2J?b??c');
      expect(findingLine(found)).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }
  });

  test('do not repeat an error of any length', () => {
    const { message } = finding('answer.error-value', {}, { field: 'Score', value: '#'.repeat(100_000) });
    expect(message.length).toBeLessThan(300);
  });
});
