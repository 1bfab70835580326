import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { renderWorkbook } from '../../../src/spreadsheet/write/renderWorkbook.ts';
import { outlineOf } from '../../golden/outline.ts';
import { planOutline } from '../../golden/planOutline.ts';
import { lintPackage } from '../../tools/lint.ts';
import { everything } from '../everything.ts';

const bytes = await renderWorkbook(everything());
const outline = outlineOf(bytes);
const part = (name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
const needs = part('xl/worksheets/sheet2.xml');

test('all that a plan says is in the file, which has no fault', () => {
  expect(outline).toBe(planOutline(everything()));
  expect(lintPackage(bytes)).toEqual([]);
});

describe('how a workbook opens', () => {
  test('on the planned sheet, which alone is selected', () => {
    expect(part('xl/workbook.xml')).toContain('activeTab="1"');
    expect(outline.match(/^view: .*selected$/gm)).toHaveLength(1);
    expect(needs).toContain('tabSelected="1"');
  });

  test('the active cell is in its own pane, and in view', () => {
    expect(needs).toContain(
      '<pane xSplit="2" ySplit="5" topLeftCell="C7" activePane="bottomRight" state="frozen"/>' +
        '<selection pane="bottomRight" activeCell="C7" sqref="C7"/>',
    );
  });

  test('where nothing is planned, A1 is active, also on a sheet with frozen rows', () => {
    expect(outline).toContain('view: zoom 90%, no grid lines, nothing frozen, at A1\n');
    expect(outline).toContain('frozen: 5 rows, 1 columns, scrolled to B6, at A1, in the pane topLeft\n');
  });

  test('each tab has the colour of its purpose', () => {
    expect(outline.match(/^tab: .*$/gm)).toEqual(['tab: 768692', 'tab: 005EB8', 'tab: 330072']);
  });
});

describe('a print', () => {
  test('with a break between columns has the scale at which the wider half fits, and repeats the columns of names', () => {
    // 595.3 pt less margins of 0.8 inches are 537.7 pt; 120 characters are 630 pt; 3 % are for rounding.
    expect(outline).toContain('print: paper 9, portrait, scale 80%, overThenDown');
    expect(outline).toContain("_xlnm.Print_Titles: '1 Needs'!$A:$A,'1 Needs'!$4:$5");
    expect(outline).toContain('page breaks after columns B');
    expect(needs).not.toContain('fitToPage');
  });

  test('ends at the last row in use, but not before the planned one', () => {
    expect(outline).toContain(
      `_xlnm.Print_Area: '1 Needs'!$A$1:INDEX('1 Needs'!$C$1:$C$9,` +
        `MAX(6,SUMPRODUCT(MAX(('1 Needs'!$A$7:$A$9<>"")*ROW('1 Needs'!$A$7:$A$9)))))`,
    );
  });

  test('has footers of the same size at every scale', () => {
    expect(needs).toContain('<headerFooter scaleWithDoc="0" alignWithMargins="0"><oddFooter>');
  });
});

describe('conditional formats', () => {
  test('a mark for something to be put right takes precedence over all others, and comes first', () => {
    const marks = outline.match(/^colour .*$/gm) ?? [];
    expect(marks[0]).toMatch(/^colour C7 \(1\): TRUE/);
    expect(marks.map((line) => /\((\d)\)/.exec(line)?.[1])).toEqual(['1', '2', '3']);
  });

  test('data bars begin at 0 and fill the cell at the planned number, in one flat colour', () => {
    const shares = part('xl/worksheets/sheet3.xml');
    expect(outline).toContain('bars B6:B8 (1): from 0 to 1, ');
    expect(outline).toContain('bars C6:C8 (2): from 0 to 10, ');
    expect(shares.match(/<x14:dataBar minLength="0" maxLength="100" gradient="0">/g)).toHaveLength(2);
    const ids = [...shares.matchAll(/(?:<x14:id>|dataBar" id=")([^<"]+)/g)].map(([, id]) => id);
    expect(ids).toEqual([ids[0], ids[1], ids[0], ids[1]]);
    expect(new Set(ids).size).toBe(2);
  });
});

test('fonts that programs offer first are Arial, like those of the sheets', () => {
  const theme = part('xl/theme/theme1.xml');
  expect(theme.match(/<a:latin typeface="[^"]*"/g)).toEqual(Array(2).fill('<a:latin typeface="Arial"'));
});

test('properties say what the workbook is, what it is for, and by which words it is found', () => {
  const core = part('docProps/core.xml');
  expect(core).toContain('<dc:subject>Tests</dc:subject>');
  expect(core).toContain('<dc:description>For a test.</dc:description>');
  expect(core).toContain('<cp:keywords>test</cp:keywords>');
  expect(core).toContain('<cp:category>Test</cp:category>');
});

test('a table has buttons for filters only where they are planned', () => {
  expect(outline).toContain('table needs: A5:C9, 0 filter buttons');
  expect(outline).toContain('table shares: A5:C8, 3 filter buttons');
});

test('a workbook cannot open on a sheet that it does not have', async () => {
  const plan = { ...everything(), opensOn: 'Needs' };
  await expect(renderWorkbook(plan)).rejects.toThrow('The workbook is to open on a sheet Needs, which does not exist');
});
