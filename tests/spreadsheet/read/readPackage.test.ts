import { expect, test } from 'vitest';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import {
  codesOf,
  findingsOf,
  readRows,
  relationships,
  valuesOf,
  workbookParts,
  workbookXml,
  zipParts,
} from '../parts.ts';

const one = '<row><c><v>1</v></c></row>';
const oneCell = { '1,1': { kind: 'number', value: 1, isDate: false } };
const read = (sheetData: string, others = {}) => readPackage(zipParts(workbookParts(sheetData, others)));
const firstRows = (parts: Readonly<Record<string, string>>) =>
  valuesOf(readPackage(zipParts(parts)).sheets[0]?.rows ?? new Map());

test('parts are found by relationships, whatever they are called', () => {
  const parts = {
    '_rels/.rels': relationships({ a: ['officeDocument', '/Some/Book.XML'] }),
    'some/book.xml': `<x:workbook xmlns:x="urn:x" xmlns:rel="urn:rel"><x:sheets><x:sheet name="A" sheetId="1" rel:id="s"/></x:sheets></x:workbook>`,
    'some/_rels/book.xml.rels': relationships({
      s: ['worksheet', '../cells/./the%20cells.xml'],
      t: ['sharedStrings', '/texts'],
    }),
    'cells/the cells.xml': '<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>',
    texts: '<sst><si><t>found</t></si></sst>',
  };
  expect(firstRows(parts)).toEqual({ '1,1': { kind: 'text', value: 'found' } });
});

test('the types of strict workbooks are the same', () => {
  const strict = (xml: string) =>
    xml.replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006',
      'http://purl.oclc.org/ooxml/officeDocument',
    );
  const parts = Object.entries(workbookParts(one)).map(([name, xml]) => [name, strict(String(xml))]);
  expect(firstRows(Object.fromEntries(parts))).toEqual(oneCell);
});

test('sheets keep their order, names and states', () => {
  const workbook = `<workbook xmlns:r="urn:r"><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId1"/>
    <sheet name="__proto__" sheetId="2" state="hidden" r:id="rId1"/><sheet name="C" state="veryHidden" r:id="rId1"/></sheets></workbook>`;
  expect(
    read(one, { 'xl/workbook.xml': workbook }).sheets.map(({ name, state, rows }) => [name, state, rows.size]),
  ).toEqual([
    ['A & B', 'visible', 1],
    ['__proto__', 'hidden', 1],
    ['C', 'veryHidden', 1],
  ]);
});

test('a sheet with a lost part is there without cells', () => {
  const workbook = `<workbook xmlns:r="urn:r"><sheets><sheet name="A" r:id="rId9"/><sheet name="B" r:id="rId1"/><sheet name="C"/></sheets></workbook>`;
  expect(read(one, { 'xl/workbook.xml': workbook }).sheets.map(({ rows }) => rows.size)).toEqual([0, 1, 0]);
});

test('a lost table of texts is damage: answers would pass for blank', () => {
  const rels = relationships({ rId1: ['worksheet', 'worksheets/sheet1.xml'], rId2: ['sharedStrings', 'gone.xml'] });
  expect(codesOf(zipParts(workbookParts(one, { 'xl/_rels/workbook.xml.rels': rels })))).toEqual(['return.damaged']);
});

test.each([
  ['<workbookPr/>', false],
  ['<workbookPr date1904="0"/>', false],
  ['<workbookPr date1904="false"/>', false],
  ['<workbookPr date1904="1"/>', true],
  ['<workbookPr date1904="true"/>', true],
  ['<workbookPr date1904="1"/><extLst><ext><workbookPr chartTrackingRefBase="1"/></ext></extLst>', true],
  ['', false],
])('the date system of %s', (workbookPr, expected) => {
  expect(read(one, { 'xl/workbook.xml': workbookXml(workbookPr) }).date1904).toBe(expected);
});

test('defined names of the workbook are read as they are spelt; those of a sheet are not', () => {
  const names = `<definedNames>
    <definedName name="answer.1.2.3">'One'!$A$1</definedName>
    <definedName name="list">=One!$A$1:$A$9&amp;""</definedName>
    <definedName name="answer.1.2.3" localSheetId="0">#REF!</definedName>
    <definedName name="__proto__">__proto__!$A$5:$B$6</definedName>
    <definedName name="constructor" hidden="1">One!$B$1</definedName></definedNames>`;
  expect([...read(one, { 'xl/workbook.xml': workbookXml('', names) }).definedNames]).toEqual([
    ['answer.1.2.3', "'One'!$A$1"],
    ['list', 'One!$A$1:$A$9&""'],
    ['__proto__', '__proto__!$A$5:$B$6'],
    ['constructor', 'One!$B$1'],
  ]);
  expect(Object.getOwnPropertyNames(Object.prototype).filter((name) => /^\d|^A$|^One/.test(name))).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('custom properties are read as text, whatever their type', () => {
  const custom = `<Properties xmlns:vt="urn:vt">
    <property fmtid="{D5}" pid="2" name="scorebook.id"><vt:lpwstr>a &lt; b</vt:lpwstr></property>
    <property pid="3" name="count"><vt:i4>42</vt:i4></property>
    <property pid="4" name="__proto__"><vt:bool>true</vt:bool></property>
    <property pid="5" name="empty"><vt:lpwstr/></property></Properties>`;
  expect([...read(one, { 'docProps/custom.xml': custom }).properties]).toEqual([
    ['scorebook.id', 'a < b'],
    ['count', '42'],
    ['__proto__', 'true'],
    ['empty', ''],
  ]);
});

test('of a thread of comments the words are read, and not what Excel puts before them for its older versions', () => {
  const excel =
    '[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it will get removed if the file is opened in a newer version of Excel. Learn more: https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    Is this a 3?\nReply:\n    Yes.';
  const book = read(one, {
    'xl/worksheets/_rels/sheet1.xml.rels': relationships({ a: ['comments', '../comments1.xml'] }),
    'xl/comments1.xml': `<comments><commentList><comment ref="A1"><text><t>${excel}</t></text></comment><comment ref="B1"><text><t>Jo: [Threaded comment] is what I saw</t></text></comment></commentList></comments>`,
  });
  expect(book.sheets[0]?.comments).toEqual([
    { cell: 'A1', text: 'Is this a 3?\nReply:\n    Yes.' },
    { cell: 'B1', text: 'Jo: [Threaded comment] is what I saw' },
  ]);
});

test('comments that are damaged are reported as an object that cannot be read, and take no answer with them', () => {
  const book = read(one, {
    'xl/worksheets/_rels/sheet1.xml.rels': relationships({ a: ['comments', '../comments1.xml'] }),
    'xl/comments1.xml': '<comments><commentList><comm',
  });
  expect(book.sheets[0]).toMatchObject({ comments: [], objects: [{ kind: 'other', text: '' }] });
  expect(book.sheets[0]?.rows.size).toBeGreaterThan(0);
});

test('custom properties that are damaged are taken for lost, as where a program did not save them', () => {
  const { properties, sheets } = read(one, { 'docProps/custom.xml': '<Properties' });
  expect([properties.size, sheets[0]?.rows.size]).toEqual([0, 1]);
});

test('threads of comments are read where nothing repeats them for older versions', () => {
  const threads = (...lines: readonly string[]) =>
    `<ThreadedComments>${lines.map((words) => `<threadedComment ref="B1" id="{1}"><text>${words}</text></threadedComment>`).join('')}</ThreadedComments>`;
  const parts = {
    'xl/threadedComments/threadedComment1.xml': threads('Is this a 3?', 'Yes &amp; no.'),
    'xl/comments1.xml':
      '<comments><commentList><comment ref="A1"><text><t>a</t></text></comment></commentList></comments>',
  };
  const thread = { a: ['threadedComment', '../threadedComments/threadedComment1.xml'] } as const;
  const alone = read(one, { ...parts, 'xl/worksheets/_rels/sheet1.xml.rels': relationships(thread) });
  expect(alone.sheets[0]?.comments).toEqual([
    { cell: 'B1', text: 'Is this a 3?' },
    { cell: 'B1', text: 'Yes & no.' },
  ]);
  const both = relationships({ ...thread, b: ['comments', '../comments1.xml'] });
  const beside = read(one, { ...parts, 'xl/worksheets/_rels/sheet1.xml.rels': both });
  expect(beside.sheets[0]?.comments.map(({ cell }) => cell)).toEqual(['A1', 'B1', 'B1']);
});

test('what is absent is done without', () => {
  const book = read(one);
  expect([book.properties.size, book.definedNames.size, book.date1904]).toEqual([0, 0, false]);
  expect(valuesOf(readRows(one))).toEqual(oneCell);
});

test.each([
  ['sheets', { sheets: 0 }],
  ['depth', { xmlDepth: 2 }],
  ['parts', { entries: 3 }],
])('the limit on %s holds', (_what, limits) => {
  const bytes = zipParts(
    workbookParts('<row><c t="s"><v>0</v></c></row>', {
      'xl/sharedStrings.xml': '<sst><si><t>abc</t></si></sst>',
      'xl/workbook.xml': workbookXml('', '<definedNames><definedName name="a">1</definedName></definedNames>'),
    }),
  );
  expect(codesOf(bytes)).toEqual([]);
  expect(findingsOf(() => readPackage(bytes, limits)).map((found) => found.code)).toEqual(['return.over-limit']);
});

test.each([
  ['cells', { cells: 2 }, { after: 1, what: 'number of cells', limit: '2' }],
  ['characters', { textCharacters: 5 }, { after: 1, what: 'number of characters in cells', limit: '5' }],
])('a sheet that passes the limit on %s is read up to the row before, and marked as cut', (_what, limits, cut) => {
  const row = '<row><c t="str"><v>ab</v></c><c t="str"><v>c</v></c></row>';
  const [sheet] = readPackage(zipParts(workbookParts(row.repeat(3))), limits).sheets;
  expect(sheet?.cut).toEqual(cut);
  expect([...(sheet?.rows.get(1)?.values() ?? [])].map(({ value }) => value.value)).toEqual(['ab', 'c']);
  expect(sheet?.rows.has(3)).toBe(false);
});

test('the rows after the cut are passed over, whatever is in them; what follows them is read', () => {
  const row = '<row><c t="str"><v>ab</v></c></row>';
  const data = `<sheetData>${row.repeat(3)}<row><c><broken</row>${row}</sheetData>`;
  const part = `<worksheet>${data}<mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`;
  const bytes = zipParts(workbookParts('', { 'xl/worksheets/sheet1.xml': part }));
  const [sheet] = readPackage(bytes, { cells: 2 }).sheets;
  expect(sheet?.cut?.after).toBe(2);
  expect(sheet?.merges).toHaveLength(1);
  expect([...(sheet?.rows.keys() ?? [])]).toEqual([1, 2]);
});

test('of more shared texts than are read at once, those are read to which cells point', () => {
  const strings = { 'xl/sharedStrings.xml': '<sst><si><t>no</t></si><si><t>yes</t></si></sst>' };
  const bytes = zipParts(workbookParts('<row><c t="s"><v>1</v></c></row>', strings));
  const [sheet] = readPackage(bytes, { sharedStrings: 1 }).sheets;
  expect(sheet?.rows.get(1)?.get(1)?.value.value).toBe('yes');
});

test('names beyond their limit are passed over', () => {
  const names =
    '<definedNames><definedName name="a">1</definedName><definedName name="b">1</definedName></definedNames>';
  const bytes = zipParts(workbookParts('', { 'xl/workbook.xml': workbookXml('', names) }));
  expect([...readPackage(bytes, { definedNames: 1 }).definedNames.keys()]).toEqual(['a']);
});

test('names from the file reach messages as plain characters', () => {
  const rels = relationships({ rId1: ['officeDocument', 'xl/\u001b[31mé.xml'] }).replaceAll('\u001b', '&#x1b;');
  const parts = { '_rels/.rels': rels, 'xl/\u001b[31mé.xml': '<a>', 'xl/[31mé.xml': '<a>' };
  const messages = findingsOf(() => readPackage(zipParts(parts))).map((found) => found.message);
  expect(messages.join('')).toMatch(/^[\x20-\x7e]+$/);
});
