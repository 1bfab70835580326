import { deflateRawSync } from 'node:zlib';
import { defaultLimits } from '../../src/spreadsheet/zip/limits.ts';
import { zipParts } from '../spreadsheet/parts.ts';
import { altered, fields, rezipped } from '../spreadsheet/zipBytes.ts';
import { EditedWorkbook } from '../workbook/editedWorkbook.ts';

/** A file that would do harm to a careless reader, made of an ordinary return of the PCT self-assessment. */
export interface HostileFile {
  readonly what: string;
  readonly make: (ordinary: Uint8Array) => Uint8Array;
  /** What people see: the codes of the findings, each once. Where there are none, it is accepted without a word. */
  readonly reported: readonly string[];
}

const sheet = '1 Assessing need';
const sheetPart = 'xl/worksheets/sheet4.xml';
const workbookPart = 'xl/workbook.xml';
const relationshipsPart = 'xl/_rels/workbook.xml.rels';
const stringsPart = 'xl/sharedStrings.xml';
const stylesPart = 'xl/styles.xml';
const propertiesPart = 'docProps/custom.xml';
/** The evidence of the first question. */
const evidenceCell = 'G5';

const damaged = ['return.damaged'];
const overLimit = ['return.over-limit'];
const cutShort = ['sheet.cut-short'];
const megabyte = 1024 * 1024;
const million = 1_000_000;

/** Nearly as much as a part may be: some room is left for what it has already. */
const fill = (piece: string, bytes = defaultLimits.entryBytes - megabyte / 4): string =>
  piece.repeat(Math.floor(bytes / piece.length));
const many = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join('');

type Make = HostileFile['make'];

const edit =
  (change: (book: EditedWorkbook) => void): Make =>
  (ordinary) => {
    const book = new EditedWorkbook(ordinary);
    change(book);
    return book.bytes();
  };
const inPart = (name: string, change: (xml: string) => string): Make => edit((book) => book.part(name, change));
const before = (mark: string, xml: string) => (text: string) => text.replace(mark, () => xml + mark);
/** Cells after those that are there. */
const rows = (xml: string): Make => inPart(sheetPart, before('</sheetData>', xml));
const afterRows = (xml: string): Make =>
  inPart(sheetPart, (text) => text.replace('</sheetData>', () => `</sheetData>${xml}`));
const names = (xml: string): Make =>
  inPart(workbookPart, (text) => text.replace('<definedNames>', () => `<definedNames>${xml}`));
const strings = (xml: string): Make => inPart(stringsPart, before('</sst>', xml));
const styles = (xml: string): Make => inPart(stylesPart, before('</cellXfs>', xml));
const evidence = (piece: string): Make => typed(evidenceCell, piece);
/** A cell holds nearly as many characters as a cell may. */
const typed = (cell: string, piece: string): Make =>
  edit((book) => book.type(sheet, cell, fill(piece, defaultLimits.cellCharacters)));
/** The declaration of entities before the root of a part. */
const declared = (name: string, entities: string, use: string): Make =>
  inPart(name, (xml) =>
    xml.replace(/(<\?xml[^>]*\?>)?\s*/, `$1<!DOCTYPE a [${entities}]>`).replace('</t>', `${use}</t>`),
  );
const entityBomb = many(20, (index) => `<!ENTITY e${index + 1} "&e${index};&e${index};&e${index};&e${index};">`);

/** The part of a sheet is other content, packed, and said to have some size. */
const packed =
  (content: Uint8Array, stated: number): Make =>
  (ordinary) =>
    rezipped(ordinary, sheetPart, deflateRawSync(content, { level: 1 }), stated);
const bomb =
  (bytes: number, stated: number): Make =>
  (ordinary) =>
    packed(Buffer.alloc(bytes), stated)(ordinary);
const nth =
  (record: number | 'end', field: readonly [number, 2 | 4], value: number): Make =>
  (ordinary) =>
    altered(ordinary, record, ...field, value);
const renamed =
  (from: string, to: string): Make =>
  (ordinary) =>
    Buffer.from(Buffer.from(ordinary).toString('latin1').replaceAll(from, to), 'latin1');

const archives: readonly HostileFile[] = [
  { what: 'a bomb of 600 MB', make: bomb(600 * million, 600 * million), reported: cutShort },
  { what: 'a bomb of 600 MB, said to be 1 KB', make: bomb(600 * million, 1_000), reported: damaged },
  {
    what: 'a bomb of 600 MB, said to be within the limit',
    make: bomb(600 * million, defaultLimits.entryBytes),
    reported: damaged,
  },
  {
    what: 'a part of zeros within the limit',
    make: bomb(defaultLimits.entryBytes, defaultLimits.entryBytes),
    reported: damaged,
  },
  {
    what: 'an archive in an archive in an archive',
    make: (file) => zipParts({ 'a.zip': zipParts({ 'b.zip': zipParts({ 'c.xlsx': file }) }) }),
    reported: ['return.not-a-workbook'],
  },
  { what: 'parts that overlap', make: nth(9, fields.header, 0), reported: damaged },
  { what: 'a part that states 4 GB', make: nth(3, fields.size, 0xfffffffe), reported: cutShort },
  { what: 'a part that points past the end', make: nth(9, fields.packed, 0x7fffffff), reported: damaged },
  { what: 'a ZIP64 mark without its record', make: nth(9, fields.size, 0xffffffff), reported: damaged },
  { what: 'a directory said to be in ZIP64 form', make: nth('end', fields.directory, 0xffffffff), reported: damaged },
  { what: 'a directory with more entries than there are', make: nth('end', fields.count, 60_000), reported: damaged },
  { what: 'a part twice', make: renamed('xl/worksheets/sheet5.xml', 'xl/worksheets/sheet4.xml'), reported: damaged },
  {
    what: 'a path out of the archive',
    make: renamed('xl/worksheets/sheet5.xml', '../../../../etc/passwd!!'),
    reported: damaged,
  },
  {
    what: 'an absolute path',
    make: renamed('xl/worksheets/sheet5.xml', '/etc/cron.d/sheet5.xml!!'),
    reported: damaged,
  },
  {
    what: 'a path of Windows',
    make: renamed('xl/worksheets/sheet5.xml', 'C:\\worksheets\\sheet5.xml'.slice(0, 24)),
    reported: damaged,
  },
  { what: 'a part with a password', make: nth(9, fields.flags, 1), reported: ['return.encrypted'] },
  { what: 'a part packed in an unknown way', make: nth(0, fields.method, 99), reported: [] },
  {
    what: '4,000 parts',
    make: () => zipParts(Object.fromEntries(Array.from({ length: 4_000 }, (_, index) => [`a${index}`, '']))),
    reported: overLimit,
  },
  { what: '30 MB of end records', make: () => Buffer.alloc(defaultLimits.fileBytes, 'PK\x05\x06'), reported: damaged },
  { what: '30 MB of an old Office file', make: () => compoundFile(), reported: ['return.not-a-workbook'] },
  {
    what: '30 MB of text',
    make: () => Buffer.alloc(defaultLimits.fileBytes, 'Subject '),
    reported: ['return.not-a-workbook'],
  },
  { what: 'a workbook cut off in the middle', make: (file) => file.subarray(0, file.length / 2), reported: damaged },
];

const markup: readonly HostileFile[] = [
  {
    what: 'entities that grow',
    make: declared(stringsPart, `<!ENTITY e0 "ha">${entityBomb}`, '&e20;'),
    reported: damaged,
  },
  {
    what: 'an entity from a file',
    make: declared(stringsPart, '<!ENTITY e SYSTEM "file:///etc/passwd">', '&e;'),
    reported: damaged,
  },
  {
    what: 'an entity from the internet',
    make: declared(sheetPart, '<!ENTITY % e SYSTEM "http://localhost/e.dtd"> %e;', ''),
    reported: damaged,
  },
  {
    what: 'an entity in the relationships',
    make: declared(relationshipsPart, '<!ENTITY e "x">', ''),
    reported: damaged,
  },
  {
    what: 'bytes that are not UTF-8',
    make: (file) => rezippedText(file, stringsPart, (bytes) => bytes.fill(0xc3, 2_000, 2_010)),
    reported: damaged,
  },
  { what: 'elements a million deep', make: rows('<c>'.repeat(million)), reported: overLimit },
  {
    what: 'an attribute as long as a part',
    make: rows(`<c r="${fill('A')}"><v>1</v></c>`),
    reported: ['sheet.not-read'],
  },
  {
    what: 'an element with as many attributes as there is room for',
    make: rows(`<c ${fill('a="" ')} r="A900"><v>1</v></c>`),
    reported: ['sheet.not-read'],
  },
  { what: 'names as long as a part', make: rows(`<${fill('a')}/>`), reported: [] },
  { what: 'comments only', make: rows(fill('<!---->')), reported: [] },
  {
    what: 'pieces of CDATA',
    make: rows(`<c t="str"><v>${fill('<![CDATA[a]]>')}</v></c>`),
    reported: ['sheet.not-read'],
  },
];

const cells: readonly HostileFile[] = [
  {
    what: '10 million cells',
    make: (file) => packed(Buffer.alloc(150 * million, '<c><v>1</v></c>'), 150 * million)(file),
    reported: cutShort,
  },
  {
    what: 'as many cells as there is room for',
    make: rows(`<row r="900">${fill('<c><v>1</v></c>')}</row>`),
    reported: ['sheet.not-read', 'sheet.more-not-read'],
  },
  { what: 'as many empty cells as there is room for', make: rows(`<row r="900">${fill('<c/>')}</row>`), reported: [] },
  {
    what: 'a cell in each of 195,000 rows',
    make: rows(many(195_000, (row) => `<row r="${row + 900}"><c r="A${row + 900}"><v>${row}</v></c></row>`)),
    reported: ['sheet.not-read', 'sheet.more-not-read', 'sheet.cut-short'],
  },
  { what: 'as many empty rows as there is room for', make: rows(fill('<row/>')), reported: [] },
  {
    what: 'formats dragged down a million rows',
    make: (file) =>
      rows(
        many(1_000_000, (row) => `<row r="${row + 900}" s="3" customFormat="1"><c r="F${row + 900}" s="15"/></row>`),
      )(file),
    reported: [],
  },
  {
    what: 'formats dragged over 16,384 columns of 500 rows',
    make: (file) =>
      rows(many(500, (row) => `<row r="${row + 900}">${'<c r="XFD1" s="15"/>'.repeat(16_384)}</row>`))(file),
    reported: cutShort,
  },
  {
    what: 'formulas dragged down a million rows',
    make: (file) =>
      rows(many(1_000_000, (row) => `<row r="${row + 900}"><c r="F${row + 900}"><f>F6</f><v>1</v></c></row>`))(file),
    reported: ['sheet.not-read', 'sheet.more-not-read', 'sheet.cut-short'],
  },
  {
    what: 'validations of 40 MB',
    make: (file) =>
      afterRows(
        `<dataValidations>${fill('<dataValidation type="list" sqref="A1:XFD1048576"><formula1>A1</formula1></dataValidation>', 40 * megabyte)}</dataValidations>`,
      )(file),
    reported: [],
  },
  {
    what: 'row 4294967295',
    make: rows(
      '<row r="4294967295"><c r="A4294967295"><v>1</v></c></row><row r="1e308"><c r="A1e308"><v>1</v></c></row><row r="-1"><c r="A-1"><v>1</v></c></row>',
    ),
    reported: [],
  },
  {
    what: 'column XFE, and one of a thousand letters',
    make: rows(`<row r="900"><c r="XFE900"><v>1</v></c><c r="${'Z'.repeat(1_000)}900"><v>1</v></c></row>`),
    reported: [],
  },
  {
    what: 'the same question in 100,000 rows',
    make: rows(many(100_000, (row) => `<row r="${row + 900}"><c r="A${row + 900}" t="str"><v>1.1.1</v></c></row>`)),
    reported: ['sheet.reference-twice', 'sheet.cut-short'],
  },
  {
    what: 'the headings over and over in 100,000 cells',
    make: rows(many(10, (row) => `<row r="${row + 900}">${'<c t="str"><v>Evidence</v></c>'.repeat(10_000)}</row>`)),
    reported: ['sheet.not-read', 'sheet.more-not-read', 'sheet.cut-short'],
  },
  {
    what: '90,000 words where no answer is expected',
    make: rows(many(9_000, (row) => `<row r="${row + 900}">${'<c t="str"><v>word</v></c>'.repeat(10)}</row>`)),
    reported: ['sheet.not-read', 'sheet.more-not-read', 'sheet.cut-short'],
  },
  {
    what: '22,000 rows of people',
    make: inPart(
      'xl/worksheets/sheet10.xml',
      before(
        '</sheetData>',
        many(22_000, (row) => `<row r="${row + 900}">${'<c t="str"><v>word</v></c>'.repeat(4)}</row>`),
      ),
    ),
    reported: ['sheet.not-read', 'sheet.more-not-read', 'sheet.cut-short', 'entry.incomplete'],
  },
  {
    what: 'a number in a costly format in each of 22,000 rows of people',
    make: edit((book) => {
      let style = 0;
      book.part(stylesPart, (xml) => {
        const [formats = ''] = /<cellXfs[^>]*>.*<\/cellXfs>/s.exec(xml) ?? [];
        style = formats.match(/<xf /g)?.length ?? 0;
        return xml
          .replace(/<numFmts[^>]*>/, (mark) => `${mark}<numFmt numFmtId="200" formatCode="${'ss.000 '.repeat(17)}"/>`)
          .replace('</cellXfs>', '<xf numFmtId="200"/></cellXfs>');
      });
      const cells = `<c s="${style}"><v>46112.5123456</v></c>`.repeat(4);
      book.part(
        'xl/worksheets/sheet10.xml',
        before(
          '</sheetData>',
          many(22_000, (row) => `<row r="${row + 900}">${cells}</row>`),
        ),
      );
    }),
    reported: [
      'sheet.not-read',
      'sheet.more-not-read',
      'answer.shown-otherwise',
      'sheet.cut-short',
      'entry.incomplete',
    ],
  },
  {
    what: '20 copies of one sheet',
    make: edit((book) => {
      for (let copy = 0; copy < 20; copy += 1) book.copySheet(sheet, `Copy ${copy}`);
    }),
    reported: ['sheet.copy-not-read'],
  },
  {
    what: '80 copies of one sheet',
    make: edit((book) => {
      for (let copy = 0; copy < 80; copy += 1) book.copySheet(sheet, `Copy ${copy}`);
    }),
    reported: ['return.over-limit'],
  },
  {
    what: 'a number of a million digits',
    make: edit((book) => book.type(sheet, evidenceCell, { type: '', content: `<v>${'9'.repeat(million)}</v>` })),
    reported: ['answer.error-value'],
  },
  {
    what: 'a date beyond all years',
    make: edit((book) => book.type(sheet, 'J5', { type: '', content: '<v>1e300</v>' })),
    reported: ['answer.not-a-date'],
  },
];

const texts: readonly HostileFile[] = [
  { what: 'a million shared texts', make: strings('<si><t/></si>'.repeat(million)), reported: [] },
  { what: 'as many shared texts as there is room for', make: strings('<si/>'.repeat(199_000)), reported: [] },
  {
    what: 'shared texts of 60 MB to which no cell points',
    make: (file) => strings(fill('<si><t>nobody points to this</t></si>', 60 * megabyte))(file),
    reported: [],
  },
  {
    what: 'a shared text of a million runs',
    make: strings(`<si>${'<r><t>a</t></r>'.repeat(million / 4)}</si>`),
    reported: [],
  },
  {
    what: 'a long text in 50,000 cells',
    make: edit((book) => {
      const cells = '<c t="s"><v>0</v></c>'.repeat(10_000);
      book.part(stringsPart, (text) => text.replace(/<si>.*?<\/si>/s, `<si><t>${'a'.repeat(32_767)}</t></si>`));
      book.part(
        sheetPart,
        before(
          '</sheetData>',
          many(5, (row) => `<row r="${row + 900}">${cells}</row>`),
        ),
      );
    }),
    reported: ['printed.changed', 'sheet.not-read', 'sheet.more-not-read', 'sheet.cut-short'],
  },
  { what: 'an answer as long as a cell may be', make: evidence('Ab, '), reported: ['answer.too-long'] },
  { what: 'an answer of nothing but digits', make: evidence('1'), reported: ['answer.too-long'] },
  { what: 'an answer of hyphens and letters', make: evidence('a-'), reported: ['answer.too-long'] },
  { what: 'an answer of white space', make: evidence(' '), reported: [] },
  { what: 'an answer of "not applicable"', make: evidence('N/A - '), reported: ['answer.too-long'] },
  { what: 'a score as long', make: typed('C5', '3 '), reported: ['answer.not-an-option'] },
  { what: 'a date as long', make: typed('J5', '1/'), reported: ['answer.not-a-date'] },
  {
    what: 'an answer of megabytes of escapes',
    make: edit((book) => book.type(sheet, evidenceCell, fill('_x0041_'))),
    reported: ['answer.error-value'],
  },
  {
    what: 'an answer of entities',
    make: edit((book) => book.type(sheet, evidenceCell, { type: 'str', content: `<v>${fill('&#65;')}</v>` })),
    reported: ['answer.error-value'],
  },
  {
    what: 'an answer of characters that take one unit of three bytes each',
    make: evidence('\ufdfa'),
    reported: ['answer.too-long'],
  },
];

const workbooks: readonly HostileFile[] = [
  {
    what: 'names of whole sheets',
    make: names(many(100, (index) => `<definedName name="n${index}">'${sheet}'!$A$1:$XFD$1048576</definedName>`)),
    reported: [],
  },
  {
    what: 'a million names',
    make: names(many(million, (index) => `<definedName name="${index}">1</definedName>`)),
    reported: overLimit,
  },
  {
    what: 'as many names as there is room for',
    make: names(many(49_000, (index) => `<definedName name="${index}">A</definedName>`)),
    reported: [],
  },
  {
    what: 'a name that refers to megabytes',
    make: names(`<definedName name="a">${fill("'")}</definedName>`),
    reported: [],
  },
  {
    what: 'names, sheets and texts called __proto__',
    make: edit((book) => {
      book.part(workbookPart, (xml) =>
        xml.replace(
          '<definedNames>',
          '<definedNames><definedName name="__proto__">__proto__!$A$5:$B$6</definedName><definedName name="constructor">constructor!$A$1</definedName>',
        ),
      );
      book.copySheet(sheet, '__proto__');
      book.part(
        propertiesPart,
        before('</Properties>', '<property name="__proto__"><vt:lpwstr>{"polluted":1}</vt:lpwstr></property>'),
      );
      book.type(sheet, evidenceCell, '__proto__');
      book.type(sheet, 'H5', 'constructor');
      book.type(sheet, 'A4', '__proto__');
    }),
    reported: ['printed.changed', 'sheet.copy-not-read'],
  },
  {
    what: 'a sheet with a name of megabytes',
    make: edit((book) => book.copySheet(sheet, fill('A'))),
    reported: ['sheet.copy-not-read'],
  },
  {
    what: '1,000 sheets',
    make: edit((book) =>
      book.part(
        workbookPart,
        before(
          '</sheets>',
          many(1_000, (index) => `<sheet name="s${index}" sheetId="${index + 50}" r:id="rId1"/>`),
        ),
      ),
    ),
    reported: overLimit,
  },
  {
    what: 'merged cells of whole sheets',
    make: afterRows(`<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000)}</mergeCells>`),
    reported: ['sheet.merged'],
  },
  {
    what: 'validations of whole sheets',
    make: afterRows(
      `<dataValidations>${'<dataValidation type="list" sqref="A1:XFD1048576"><formula1>A1:XFD1048576</formula1></dataValidation>'.repeat(20_000)}</dataValidations>`,
    ),
    reported: [],
  },
  {
    what: 'formats of whole sheets',
    make: afterRows(
      `${'<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>'.repeat(20_000)}`,
    ),
    reported: [],
  },
  {
    what: 'columns up to 4294967295',
    make: inPart(sheetPart, before('<sheetData>', '<cols><col min="1" max="4294967295" width="9"/></cols>')),
    reported: [],
  },
  {
    what: 'as many links as there is room for',
    make: afterRows(`<hyperlinks>${fill('<hyperlink ref="A1:XFD1048576" r:id="rId9"/>')}</hyperlinks>`),
    reported: [],
  },
  {
    what: 'links on all cells, over and over',
    make: afterRows(`<hyperlinks>${fill('<hyperlink ref="A1:XFD1048576" location="a"/>')}</hyperlinks>`),
    reported: ['answer.link'],
  },
  {
    what: 'as many comments as there is room for',
    make: edit((book) => {
      book.comment(sheet, { A1: 'a' });
      book.part(
        'xl/comments1.xml',
        before('</commentList>', fill('<comment ref="A1"><text><t>a</t></text></comment>')),
      );
    }),
    reported: ['sheet.comment'],
  },
  {
    what: 'comments of megabytes',
    make: edit((book) => book.comment(sheet, { A1: fill('a') })),
    reported: ['sheet.comment'],
  },
  { what: 'as many styles as there is room for', make: styles(fill('<xf/>')), reported: [] },
  {
    what: 'number formats of megabytes',
    make: inPart(stylesPart, (xml) =>
      xml
        .replace(/<numFmts[^>]*>/, (mark) => `${mark}<numFmt numFmtId="200" formatCode="${fill('[')}"/>`)
        .replace('</cellXfs>', '<xf numFmtId="200"/></cellXfs>'),
    ),
    reported: [],
  },
  {
    what: 'as many properties as there is room for',
    make: inPart(
      propertiesPart,
      before(
        '</Properties>',
        many(100_000, (index) => `<property name="${index}"><vt:i4>1</vt:i4></property>`),
      ),
    ),
    reported: [],
  },
  { what: 'a stamp of megabytes', make: edit((book) => book.type('Stamp', 'A3', fill('scorebook '))), reported: [] },
  {
    what: 'a partner of megabytes',
    make: edit((book) => book.type('Cover', book.placeOf('partner_name'), fill('A '))),
    reported: ['return.partner-name-changed'],
  },
  {
    what: 'absolute targets',
    make: inPart(relationshipsPart, (xml) => xml.replaceAll('Target="worksheets/', 'Target="/xl/worksheets/')),
    reported: [],
  },
  {
    what: 'targets outside the file',
    make: inPart(relationshipsPart, (xml) =>
      xml.replace('Target="worksheets/sheet4.xml"', 'Target="../../../../etc/passwd"'),
    ),
    reported: ['sheet.missing'],
  },
  {
    what: 'targets on the internet',
    make: inPart(relationshipsPart, (xml) =>
      xml.replace('Target="worksheets/sheet4.xml"', 'Target="http://localhost/sheet4.xml" TargetMode="External"'),
    ),
    reported: ['sheet.missing'],
  },
  {
    what: 'as many relationships as there is room for',
    make: inPart(
      relationshipsPart,
      before(
        '</Relationships>',
        many(50_000, (index) => `<Relationship Id="x${index}" Type="x" Target="${'../'.repeat(10)}a"/>`),
      ),
    ),
    reported: [],
  },
  {
    what: 'a workbook that names itself as its sheets',
    make: inPart(relationshipsPart, (xml) => xml.replaceAll(/Target="worksheets[^"]*"/g, 'Target="workbook.xml"')),
    reported: ['return.not-filled-in', 'sheet.gone', 'sheet.missing'],
  },
  {
    what: 'a workbook that names a sheet as its texts',
    make: inPart(relationshipsPart, (xml) =>
      xml.replace('Target="sharedStrings.xml"', 'Target="worksheets/sheet4.xml"'),
    ),
    reported: [
      ...['return.not-filled-in', 'printed.changed', 'question.changed', 'sheet.not-read', 'sheet.added'],
      ...['sheet.missing'],
    ],
  },
  {
    what: 'a package that is its own workbook',
    make: inPart('_rels/.rels', (xml) => xml.replace('Target="xl/workbook.xml"', 'Target="_rels/.rels"')),
    reported: ['return.not-a-workbook'],
  },
  {
    what: 'no list of relationships',
    make: edit((book) => book.remove(relationshipsPart)),
    reported: ['return.not-filled-in', 'sheet.gone', 'sheet.missing'],
  },
  { what: 'no table of texts', make: edit((book) => book.remove(stringsPart)), reported: damaged },
  { what: 'macros', make: edit((book) => book.part('xl/vbaProject.bin', () => 'x')), reported: ['return.macros'] },
  {
    what: 'commands in formulas',
    make: edit((book) =>
      book.type(sheet, evidenceCell, { type: 'str', content: "<f>cmd|' /C calc'!A0</f><v>=cmd|' /C calc'!A0</v>" }),
    ),
    reported: ['answer.formula'],
  },
];

export const hostileFiles: readonly HostileFile[] = [...archives, ...markup, ...cells, ...texts, ...workbooks];

/** A directory of as many streams as there is room for. */
function compoundFile(): Uint8Array {
  const file = Buffer.alloc(defaultLimits.fileBytes);
  file.write('d0cf11e0a1b11ae1', 'hex');
  for (let entry = 512; entry + 128 <= file.length; entry += 128) {
    file.write(`s${entry}`, entry, 'utf16le');
    file.writeUInt16LE(64, entry + 64);
    file[entry + 66] = 2;
  }
  return file;
}

/** The archive again with the bytes of a part changed. */
function rezippedText(file: Uint8Array, name: string, change: (bytes: Uint8Array) => void): Uint8Array {
  const book = new EditedWorkbook(file);
  book.bytesOf(name, change);
  return book.bytes();
}
