import { expect, test } from 'vitest';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { type Parts, readRows, relationships, workbookParts, zipParts } from '../parts.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000020000000308020000', 'hex');

/** The values of a workbook as Excel writes it that has pictures placed in cells, an IMAGE and a data type. */
const rich = {
  'xl/_rels/workbook.xml.rels': relationships({
    rId1: ['worksheet', 'worksheets/sheet1.xml'],
    a: ['sheetMetadata', 'metadata.xml'],
    b: ['rdRichValue', 'richData/rdrichvalue.xml'],
    c: ['rdRichValueStructure', 'richData/rdrichvaluestructure.xml'],
    d: ['richValueRel', 'richData/richValueRel.xml'],
    e: ['rdRichValueWebImage', 'richData/rdRichValueWebImage.xml'],
  }),
  'xl/metadata.xml': `<metadata><metadataTypes><metadataType name="XLDAPR"/><metadataType name="XLRICHVALUE"/></metadataTypes>
    <futureMetadata name="XLDAPR"><bk><extLst><ext><xda:dynamicArrayProperties/></ext></extLst></bk></futureMetadata>
    <futureMetadata name="XLRICHVALUE">${[0, 1, 2, 3, 4].map((i) => `<bk><extLst><ext><xlrd:rvb i="${i}"/></ext></extLst></bk>`).join('')}</futureMetadata>
    <cellMetadata><bk><rc t="1" v="0"/></bk></cellMetadata>
    <valueMetadata>${[0, 1, 2, 3, 4].map((v) => `<bk><rc t="2" v="${v}"/></bk>`).join('')}</valueMetadata></metadata>`,
  'xl/richData/rdrichvalue.xml':
    '<rvData><rv s="0"><v>0</v><v>5</v><v>A picture containing text&#10;&#10;Description automatically generated</v></rv><rv s="0"><v>0</v><v>5</v><v>Minutes of May</v></rv><rv s="1"><v>0</v><v>1</v></rv><rv s="2"><v>London</v></rv><rv s="3"><v>8</v></rv></rvData>',
  'xl/richData/rdrichvaluestructure.xml':
    '<rvStructures><s t="_localImage"><k n="_rvRel:LocalImageIdentifier" t="i"/><k n="CalcOrigin" t="i"/><k n="Text" t="s"/></s><s t="_webimage"><k n="WebImageIdentifier" t="i"/><k n="CalcOrigin"/></s><s t="_linkedentity"><k n="_DisplayString" t="s"/></s><s t="_error"><k n="errorType" t="i"/></s></rvStructures>',
  'xl/richData/richValueRel.xml': '<richValueRels><rel r:id="rId1"/></richValueRels>',
  'xl/richData/_rels/richValueRel.xml.rels': relationships({ rId1: ['image', '../media/image1.png'] }),
  'xl/richData/rdRichValueWebImage.xml':
    '<webImagesSrd><webImageSrd><address r:id="rId1"/><blip r:id="rId2"/></webImageSrd></webImagesSrd>',
  'xl/richData/_rels/rdRichValueWebImage.xml.rels': relationships({ rId2: ['image', '../media/image1.png'] }),
  'xl/media/image1.png': png,
};

const cell = (vm: number, value = '#VALUE!', formula = '') =>
  `<row r="1"><c r="A1" s="1" t="e" vm="${vm}">${formula}<v>${value}</v></c></row>`;
const valueIn = (sheetData: string, others = {}) => readRows(sheetData, others).get(1)?.get(1)?.value;

const file = { part: 'xl/media/image1.png', size: png.length, picture: { format: 'PNG', width: 2, height: 3 } };

test.each([
  ['a picture placed in a cell', cell(1), { kind: 'picture', value: '(picture)', file }],
  [
    'one with words for people who cannot see it',
    cell(2),
    { kind: 'picture', value: '(picture: Minutes of May)', file },
  ],
  [
    'the result of IMAGE',
    cell(3, '#VALUE!', '<f>_xlfn.IMAGE("https://x.example/a.png")</f>'),
    { kind: 'picture', value: '(picture: https://x.example/a.png)', file },
  ],
  ['a place from a list of data types: its words', cell(4), { kind: 'text', value: 'London' }],
  ['an error with metadata', cell(5, '#SPILL!'), { kind: 'error', value: '#SPILL!' }],
])('%s', (_what, sheetData, expected) => {
  expect(valueIn(sheetData, rich)).toMatchObject(expected);
});

test.each([
  ['without its metadata', cell(1), '(picture)'],
  ['in a workbook with broken metadata', cell(1), '(picture)', { ...rich, 'xl/metadata.xml': '<metadata>' }],
  [
    'that a program without IMAGE saved',
    '<row><c t="e"><f>IMAGE("http://x.example/b")</f><v>#NAME?</v></c></row>',
    '(picture: http://x.example/b)',
  ],
  [
    'that LibreOffice saved',
    '<row><c t="str"><f aca="false">image("http://x.example/b")</f><v></v></c></row>',
    '(picture: http://x.example/b)',
  ],
  [
    'from Google',
    '<row><c><f>IFERROR(__xludf.DUMMYFUNCTION("IMAGE(""https://x.example/b"")"),"")</f><v></v></c></row>',
    '(picture: https://x.example/b)',
  ],
  ['from WPS', '<row><c t="str"><f>_xlfn.DISPIMG("ID_1F",1)</f><v>=DISPIMG("ID_1F",1)</v></c></row>', '(picture)'],
])('a picture %s is a picture', (_what, sheetData, value, others: Parts = {}) => {
  expect(valueIn(sheetData, others)).toEqual({ kind: 'picture', value });
});

test.each(['#VALUE!', '#REF!', '#N/A'])('%s without metadata is an error', (value) => {
  expect(valueIn(`<row><c t="e"><v>${value}</v></c></row>`)).toEqual({ kind: 'error', value });
});

test('a formula that only speaks of pictures is none', () => {
  expect(valueIn('<row><c t="str"><f>"see IMAGE(1)"</f><v>see IMAGE(1)</v></c></row>')).toMatchObject({ kind: 'text' });
});

test('rich values that point nowhere refuse nothing', () => {
  const bytes = zipParts(workbookParts(cell(99), rich));
  expect(readPackage(bytes).sheets[0]?.rows.get(1)?.get(1)?.value).toEqual({ kind: 'picture', value: '(picture)' });
});
