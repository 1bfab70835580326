import { expect, test } from 'vitest';
import type { RawObject } from '../../../src/spreadsheet/model/rawWorkbook.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { codesOf, relationships, workbookParts, zipParts } from '../parts.ts';

type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A workbook with a sheet that has these elements after its cells, which point to these parts. */
const workbook = (after: string, targets: Readonly<Record<string, readonly [string, string]>>, parts: Parts) =>
  zipParts(
    workbookParts('', {
      'xl/worksheets/sheet1.xml': `<worksheet xmlns:r="urn:r"><sheetData><row r="1" ht="30"/></sheetData>${after}</worksheet>`,
      'xl/worksheets/_rels/sheet1.xml.rels': relationships(targets),
      ...parts,
    }),
  );

const objectsOf = (bytes: Uint8Array): readonly RawObject[] => readPackage(bytes).sheets[0]?.objects ?? [];

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR4nGP8z8DAwMDAAAAHCAEAx0VnEQAAAABJRU5ErkJggg==',
  'base64',
);

/** The objects of a drawing with these anchors, each as `kind words @first:last`. */
function drawn(anchors: string, parts: Parts = {}): readonly string[] {
  const drawing = `<xdr:wsDr xmlns:xdr="urn:xdr" xmlns:a="urn:a" xmlns:r="urn:r" xmlns:mc="urn:mc">${anchors}</xdr:wsDr>`;
  const bytes = workbook(
    '<drawing r:id="d"/>',
    { d: ['drawing', '../drawings/drawing1.xml'] },
    {
      'xl/drawings/drawing1.xml': drawing,
      'xl/drawings/_rels/drawing1.xml.rels': relationships({
        p: ['image', '../media/image1.png'],
        c: ['chart', '../charts/chart1.xml'],
        m: ['diagramData', '../diagrams/data1.xml'],
        l: ['hyperlink', 'https://a.example/plan'],
      }),
      'xl/media/image1.png': png,
      ...parts,
    },
  );
  return objectsOf(bytes).map(shown);
}

function shown({ kind, text, alternative, over, file }: RawObject): string {
  const { format, width, height } = file?.picture ?? {};
  return [
    kind,
    ...(text === '' ? [] : [JSON.stringify(text)]),
    ...(alternative === undefined ? [] : [`alternative ${JSON.stringify(alternative)}`]),
    ...(over === undefined ? [] : [`@${over.firstRow},${over.firstColumn}:${over.lastRow},${over.lastColumn}`]),
    ...(format === undefined ? [] : [`${format} ${width}x${height}`]),
  ].join(' ');
}

const corner = (name: string, column: number, row: number, offset = 0) =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${offset}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${offset}</xdr:rowOff></xdr:${name}>`;
const two = (content: string) =>
  `<xdr:twoCellAnchor>${corner('from', 5, 6)}${corner('to', 6, 7, 9)}${content}<xdr:clientData/></xdr:twoCellAnchor>`;
const words = (...lines: readonly string[]) =>
  `<xdr:txBody><a:bodyPr/>${lines.map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`).join('')}</xdr:txBody>`;
const textBox = (...lines: readonly string[]) =>
  `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="TextBox 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr>${words(...lines)}</xdr:sp>`;
const shape = (text = '') =>
  `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="3" name="Oval 1"/><xdr:cNvSpPr/></xdr:nvSpPr>${text === '' ? '' : words(text)}</xdr:sp>`;
const picture = '<xdr:pic><xdr:blipFill><a:blip r:embed="p"/></xdr:blipFill></xdr:pic>';
const described = (words: string) =>
  picture.replace('<xdr:pic>', `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="4" name="Picture 3" ${words}/></xdr:nvPicPr>`);
const frame = (uri: string, content: string) =>
  `<xdr:graphicFrame><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/${uri}">${content}</a:graphicData></a:graphic></xdr:graphicFrame>`;
const alternatives = (choice: string, fallback: string) =>
  `<mc:AlternateContent><mc:Choice Requires="a14">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;

test.each<readonly [string, string, readonly string[]]>([
  ['a text box', two(textBox('Costed', 'in May')), ['text box "Costed\\nin May" @7,6:8,7']],
  ['an empty text box', two(textBox()), []],
  [
    'a text box with a link on its words',
    two(textBox('Our plan').replace('<a:t>', '<a:rPr><a:hlinkClick r:id="l"/></a:rPr><a:t>')),
    ['text box "Our plan\\nhttps://a.example/plan" @7,6:8,7'],
  ],
  [
    'a picture that is a link',
    two(
      picture.replace(
        '<xdr:pic>',
        '<xdr:pic><xdr:nvPicPr><xdr:cNvPr><a:hlinkClick r:id="l"/></xdr:cNvPr></xdr:nvPicPr>',
      ),
    ),
    ['picture "https://a.example/plan" @7,6:8,7 PNG 2x3'],
  ],
  [
    'a shape with a link that leads nowhere',
    two(
      shape('x').replace(
        '<xdr:cNvPr id="3" name="Oval 1"/>',
        '<xdr:cNvPr id="3"><a:hlinkClick r:id="gone"/></xdr:cNvPr>',
      ),
    ),
    ['shape "x" @7,6:8,7'],
  ],
  ['a shape with words', two(shape('See file')), ['shape "See file" @7,6:8,7']],
  ['a shape drawn round something', two(shape()), ['shape @7,6:8,7']],
  ['a line', two('<xdr:cxnSp/>'), ['shape @7,6:8,7']],
  ['a picture', two(picture), ['picture @7,6:8,7 PNG 2x3']],
  [
    'a picture with an alternative text',
    two(described('descr="We meet each month.&#10;See minutes" title="Answer to 1.1"')),
    ['picture alternative "Answer to 1.1\\nWe meet each month.\\nSee minutes" @7,6:8,7 PNG 2x3'],
  ],
  ...[
    'descr="A picture containing text, screenshot&#10;&#10;Description automatically generated"',
    'descr="A screenshot of a computer&#10;&#10;AI-generated content may be incorrect."',
    'descr="Our plan (final).PNG"',
    'descr="C:\\Users\\me\\plan.jpg"',
    'descr="https://a.example/plan"',
    'descr="Picture 3" title=""',
    'descr="Name"',
    'descr=" "',
  ].map((words): readonly [string, string, readonly string[]] => [
    `a picture with an alternative text that a program wrote: ${words}`,
    two(described(words)),
    ['picture @7,6:8,7 PNG 2x3'],
  ]),
  [
    'a text box that somebody hid',
    two(textBox('Hidden').replace('name="TextBox 1"', 'name="TextBox 1" hidden="1"')),
    ['text box "Hidden" @7,6:8,7'],
  ],
  [
    'a group with an alternative text',
    two(
      `<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="9" name="Group 8" descr="Both are costed"/></xdr:nvGrpSpPr>${shape()}${shape()}</xdr:grpSp>`,
    ),
    ['shape alternative "Both are costed" @7,6:8,7'],
  ],
  ['a picture that is only linked to', two('<xdr:pic><a:blip r:link="gone"/></xdr:pic>'), ['picture @7,6:8,7']],
  [
    'a shape filled with a picture',
    two('<xdr:sp><xdr:spPr><a:blipFill><a:blip r:embed="p"/></a:blipFill></xdr:spPr></xdr:sp>'),
    ['picture @7,6:8,7 PNG 2x3'],
  ],
  [
    'groups in groups: what says something, and not the lines between',
    two(`<xdr:grpSp>${shape()}<xdr:grpSp>${textBox('Inner')}${picture}</xdr:grpSp><xdr:cxnSp/></xdr:grpSp>`),
    ['text box "Inner" @7,6:8,7', 'picture @7,6:8,7 PNG 2x3'],
  ],
  ['a group of shapes without words, once', two(`<xdr:grpSp>${shape()}${shape()}</xdr:grpSp>`), ['shape @7,6:8,7']],
  [
    'an anchor of one cell',
    `<xdr:oneCellAnchor>${corner('from', 2, 3)}<xdr:ext cx="1" cy="1"/>${textBox('One')}</xdr:oneCellAnchor>`,
    ['text box "One" @4,3:4,3'],
  ],
  [
    'an anchor to the page: rows of 30 and then 15 points, columns of 64 pixels',
    `<xdr:absoluteAnchor><xdr:pos x="700000" y="400000"/><xdr:ext cx="10" cy="10"/>${textBox('Page')}</xdr:absoluteAnchor>`,
    ['text box "Page" @2,2:2,2'],
  ],
  [
    'an object that ends where a cell begins',
    two(textBox('x')).replace(corner('to', 6, 7, 9), corner('to', 6, 7)),
    ['text box "x" @7,6:7,6'],
  ],
  ['one of two alternatives', two(alternatives(textBox('New'), textBox('Old'))), ['text box "New" @7,6:8,7']],
  [
    'the other where the first gives nothing',
    two(alternatives('<xdr:unknown/>', textBox('Old'))),
    ['text box "Old" @7,6:8,7'],
  ],
  [
    'alternatives of whole anchors',
    alternatives(two(textBox('New')), two(textBox('Old'))),
    ['text box "New" @7,6:8,7'],
  ],
  [
    'words in two forms, such as equations',
    two(`<xdr:sp>${words(alternatives('a²', '<a:t>a2</a:t>'))}</xdr:sp>`),
    ['shape "a²" @7,6:8,7'],
  ],
  [
    'ink, with the picture that older programs show',
    two(alternatives('<xdr:contentPart/>', picture)),
    ['ink @7,6:8,7 PNG 2x3'],
  ],
  ['a hidden shape without words', two('<xdr:sp><xdr:cNvPr hidden="1"/></xdr:sp>'), []],
  ['a slicer or another object of later versions', two(frame('2010/slicer', '')), ['other @7,6:8,7']],
])('%s is read as what lies on the sheet', (_what, anchors, expected) => {
  expect(drawn(anchors)).toEqual(expected);
});

test('charts and diagrams are read with their words, and what was drawn into a chart by itself', () => {
  const found = drawn(two(frame('chart', '<c:chart r:id="c"/>')) + two(frame('diagram', '<dgm:relIds r:dm="m"/>')), {
    'xl/charts/chart1.xml': '<c:chartSpace><a:p><a:t>Our </a:t><a:t>progress</a:t></a:p></c:chartSpace>',
    'xl/charts/_rels/chart1.xml.rels': relationships({ u: ['chartUserShapes', '../drawings/drawing2.xml'] }),
    'xl/drawings/drawing2.xml': `<c:userShapes><cdr:relSizeAnchor>${textBox('Look here')}</cdr:relSizeAnchor></c:userShapes>`,
    'xl/diagrams/data1.xml': '<dgm:dataModel><a:p><a:t>Plan</a:t></a:p><a:p><a:t>Do</a:t></a:p></dgm:dataModel>',
  });
  expect(found).toEqual([
    'chart "Our progress" @7,6:8,7',
    'text box "Look here" @7,6:8,7',
    'diagram "Plan\\nDo" @7,6:8,7',
  ]);
});

test('words among the settings of texts, which no chart shows, are not its words', () => {
  const title = '<c:title><a:p><a:t>Our progress</a:t></a:p></c:title>';
  const found = drawn(two(frame('chart', '<c:chart r:id="c"/>')), {
    'xl/charts/chart1.xml': `<c:chartSpace>${title}<c:dLbls><c:txPr><a:p><a:r><a:t>None</a:t></a:r></a:p></c:txPr></c:dLbls></c:chartSpace>`,
  });
  expect(found).toEqual(['chart "Our progress" @7,6:8,7']);
});

const vml = (...shapes: readonly string[]) =>
  `<xml xmlns:v="urn:v" xmlns:x="urn:x" xmlns:o="urn:o">${shapes.join('')}</xml>`;
const vmlShape = (id: number, type: string, content = '', within = '') =>
  `<v:shape id="_x0000_s${id}">${content}<x:ClientData ObjectType="${type}"><x:Anchor>5, 0, 6, 0, 6, 9, 7, 9</x:Anchor>${within}</x:ClientData></v:shape>`;

/** The objects of a sheet with a drawing in VML, and perhaps the same objects in the later form. */
const legacy = (content: string, after = '', drawing = '') =>
  objectsOf(
    workbook(
      `${drawing === '' ? '' : '<drawing r:id="d"/>'}<legacyDrawing r:id="v"/>${after}`,
      {
        v: ['vmlDrawing', '../drawings/vml1.vml'],
        d: ['drawing', '../drawings/drawing1.xml'],
        e: ['package', '../embeddings/Plan.docx'],
      },
      {
        'xl/drawings/vml1.vml': content,
        'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:a="a">${drawing}</xdr:wsDr>`,
        'xl/embeddings/Plan.docx': 'PK',
      },
    ),
  ).map(shown);

test('notes are none of the objects: they are read as comments', () => {
  expect(legacy(vml(vmlShape(1, 'Note', '<v:textbox>Hidden words</v:textbox>')))).toEqual([]);
});

test('controls are read once, with their words and whether they are ticked', () => {
  const box = vmlShape(1025, 'Checkbox', '<v:textbox><div>We do</div></v:textbox>', '<x:Checked>1</x:Checked>');
  const again = two(
    `<xdr:sp><xdr:cNvPr hidden="1"><a:ext><a14:compatExt spid="_x0000_s1025"/></a:ext></xdr:cNvPr>${words('We do')}</xdr:sp>`,
  );
  const controls = alternatives('<controls><control shapeId="1025"/></controls>', '');
  expect(legacy(vml(box), controls, again)).toEqual(['control "We do (ticked)" @7,6:8,7']);
});

test('text boxes in VML are read, also where its lines end as only Excel writes them', () => {
  expect(legacy(vml(vmlShape(7, 'Text', '<v:textbox>One<br>Two</v:textbox>')))).toEqual([
    'text box "One\\nTwo" @7,6:8,7',
  ]);
});

test('an embedded file is read with its place, once', () => {
  const object = '<oleObject progId="Word.Document.12" shapeId="1026" r:id="e"/>';
  expect(legacy(vml(vmlShape(1026, 'Pict')), `<oleObjects>${alternatives(object, object)}</oleObjects>`)).toEqual([
    'file @7,6:8,7',
  ]);
  expect(legacy(vml(), `<oleObjects>${object}</oleObjects>`)).toEqual(['file']);
});

test('an embedded file without a shape in VML is where the sheet says', () => {
  const anchored = (row: number, id: number) =>
    `<oleObject shapeId="${id}" r:id="e"><objectPr r:id="p"><anchor moveWithCells="1">${corner('from', 5, row, 1)}${corner('to', 5, row, 9)}</anchor></objectPr></oleObject>`;
  const plain = '<oleObject shapeId="1026" r:id="e"/>';
  const objects = `<oleObjects>${alternatives(anchored(6, 1026), plain)}${anchored(7, 1027)}</oleObjects>`;
  const control = `<controls><control shapeId="1028"><controlPr><anchor>${corner('from', 0, 0)}</anchor></controlPr></control></controls>`;
  expect(legacy(vml(), objects + control)).toEqual(['file @7,6:7,6', 'file @8,6:8,6']);
});

test('headers and footers are read without their codes, and not what programs put there', () => {
  const header =
    '&amp;L&amp;"Arial,Bold"&amp;9 Tick &amp;amp;&amp;amp; cross&amp;C&amp;KFF0000&amp;A&amp;RPage &amp;P of &amp;N';
  const xml = `<headerFooter><oddHeader>${header.replaceAll('&amp;amp;', '&amp;')}</oddHeader><firstFooter>&amp;CSee letter</firstFooter></headerFooter>`;
  expect(objectsOf(workbook(xml, {}, {})).map(shown)).toEqual(['header "Tick & cross"', 'header "See letter"']);
});

test('a background and the pictures of a header are read', () => {
  const parts = {
    'xl/drawings/vml2.vml': vml('<v:shape id="CH"><v:imagedata o:relid="i"/></v:shape>'),
    'xl/drawings/_rels/vml2.vml.rels': relationships({ i: ['image', '../media/image1.png'] }),
    'xl/media/image1.png': png,
  };
  const targets = { b: ['image', '../media/image1.png'], h: ['vmlDrawing', '../drawings/vml2.vml'] } as const;
  expect(objectsOf(workbook('<legacyDrawingHF r:id="h"/><picture r:id="b"/>', targets, parts)).map(shown)).toEqual([
    'background PNG 2x3',
    'header PNG 2x3',
  ]);
});

test.each([
  ['is broken', '<xdr:wsDr><open>'],
  ['declares entities', '<!DOCTYPE a [<!ENTITY b "c">]><xdr:wsDr/>'],
  ['is too large', `<xdr:wsDr>${' '.repeat(9_000_000)}</xdr:wsDr>`],
  ['is too deep', '<a>'.repeat(100)],
])('a drawing that %s never refuses the workbook, and is reported', (_what, drawing) => {
  const bytes = workbook('<drawing r:id="d"/>', { d: ['drawing', 'd.xml'] }, { 'xl/worksheets/d.xml': drawing });
  expect(codesOf(bytes)).toEqual([]);
  expect(objectsOf(bytes).map(shown)).toEqual(['other']);
});

test('an empty drawing, as Google writes one for each sheet, says nothing', () => {
  expect(drawn('')).toEqual([]);
});

test('of very many objects the first are read', () => {
  expect(drawn(two(textBox('x')).repeat(3_000))).toHaveLength(1_000);
});
