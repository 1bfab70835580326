import { expect, test } from 'vitest';
import {
  readLinkTargets,
  readPart,
  readRelationships,
  relationshipOf,
} from '../../../src/spreadsheet/xml/relationships.ts';
import { defaultLimits } from '../../../src/spreadsheet/zip/limits.ts';

const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts that are found by their names in any capitals, as in an archive. */
function archive(parts: Readonly<Record<string, string>>) {
  const find = (name: string) => Object.keys(parts).find((known) => known.toLowerCase() === name.toLowerCase());
  return { find, read: (name: string) => (name in parts ? Buffer.from(parts[name] ?? '') : undefined) };
}

const sheet = archive({
  'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>
    <Relationship Id="a" Type="${type}/drawing" Target="../drawings/./drawing1.xml"/>
    <Relationship Id="b" Type="${type}/table" Target="/xl/tables/table1.xml"/>
    <Relationship Id="c" Type="${type}/hyperlink" Target="http://www.example.org/" TargetMode="External"/>
    <Relationship Id="a" Type="${type}/drawing" Target="other.xml"/>
    <Relationship Id="d" Type="${type}/drawing" Target="..\\..\\..\\..\\media\\up.png"/>
    <Relationship Type="${type}/drawing" Target="without-id.xml"/>
  </Relationships>`,
  'xl/my sheet.xml': '<a/>',
});
const source = 'xl/worksheets/sheet1.xml';

test('targets are found from the folder of their source or the root, and never outside', () => {
  expect(readRelationships(sheet, source, defaultLimits)).toEqual(
    new Map([
      ['a', { type: 'drawing', target: 'xl/drawings/drawing1.xml' }],
      ['b', { type: 'table', target: 'xl/tables/table1.xml' }],
      ['d', { type: 'drawing', target: 'media/up.png' }],
    ]),
  );
});

test('the targets of links are as written', () => {
  expect(readLinkTargets(sheet, source, defaultLimits)).toEqual(new Map([['c', 'http://www.example.org/']]));
});

test('a part without relationships has none', () => {
  expect(readRelationships(sheet, 'xl/workbook.xml', defaultLimits).size).toBe(0);
});

test('the first of a type is given', () => {
  const found = readRelationships(sheet, source, defaultLimits);
  expect(relationshipOf(found, 'drawing')?.target).toBe('xl/drawings/drawing1.xml');
  expect(relationshipOf(found, 'comments')).toBeUndefined();
});

test.each(['xl/my sheet.xml', 'xl/my%20sheet.xml', 'XL/My Sheet.xml'])('the part is found as %s', (name) => {
  expect(readPart(sheet, name)?.name).toBe('xl/my sheet.xml');
});

test.each(['xl/none.xml', 'xl/%zz.xml'])('no part is found as %s', (name) => {
  expect(readPart(sheet, name)).toBeUndefined();
});
