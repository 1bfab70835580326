import type { Workbook } from 'exceljs';
import type { Block } from '../../instrument/schema.ts';
import { bandsInWords, levelsInWords } from '../../scoring/ruleWords.ts';
import { addTable, colourWhen, completeSheet, protect, put } from '../../spreadsheet/worksheet.ts';
import type { WorkbookContent } from '../content.ts';
import { type Layout, sheetNames } from '../layout.ts';
import { bandRules } from './bands.ts';
import { entriesHead } from './entries.ts';
import { itemsHead } from './items.ts';
import { referenceHead } from './references.ts';
import { startSheet } from './start.ts';

type Line = readonly [topic: string, text: string];

const headerRow = 4;

/** Purpose, scoring, and what the colours mean, in words. */
export async function writeGuide(workbook: Workbook, content: WorkbookContent): Promise<void> {
  const { instrument } = content;
  const sheet = startSheet(workbook, content, {
    name: sheetNames.guide,
    title: 'Guide',
    note: 'What this self-assessment is for, how to score, and what the colours mean.',
    widths: [30, 100],
    headerRow,
  });
  const lines = guideLines(content);
  addTable(sheet, { name: 'guide', row: headerRow, headings: ['Topic', 'What to know'], rows: lines.length });
  lines.forEach(([topic, text], index) => {
    put(sheet, headerRow + 1 + index, 1, topic, 'label');
    put(sheet, headerRow + 1 + index, 2, text, 'value');
  });
  const firstBand = headerRow + 1 + lines.length - bandsInWords(instrument).length;
  if (firstBand <= headerRow + lines.length) {
    colourWhen(sheet, `A${firstBand}:A${headerRow + lines.length}`, bandRules(`A${firstBand}`));
  }
  completeSheet(sheet);
  await protect(sheet);
}

function guideLines({ instrument, layout, workedExample = '' }: WorkbookContent): readonly Line[] {
  return [
    ...workedExample.split('\n').flatMap((text): Line[] => (/\S/.test(text) ? [['Worked example', text]] : [])),
    ...instrument.introduction.flatMap(blockLines),
    ...instrument.scoring.flatMap(blockLines),
    ...introductions(layout),
    ...levelsInWords(instrument),
    ...bandsInWords(instrument).map(({ word, meaning }): Line => [word, meaning]),
  ];
}

/** What found no room above the tables. */
const introductions = (layout: Layout): readonly Line[] => [
  ...layout.items.flatMap((sheet) => (itemsHead(sheet).isCut ? [introductionOf(sheet.section)] : [])),
  ...layout.entries.flatMap((sheet) => (entriesHead(sheet).isCut ? [introductionOf(sheet.section)] : [])),
  ...layout.references.flatMap(({ reference }) => (referenceHead(reference).isCut ? [introductionOf(reference)] : [])),
];

const introductionOf = ({ title, introduction }: { readonly title: string; readonly introduction: string }): Line => [
  title,
  introduction,
];

/** One row for each paragraph; bullets stay with the paragraph that leads to them. */
function blockLines({ heading, paragraphs, bullets = [] }: Block): Line[] {
  const texts = [...paragraphs];
  const points = bullets.map((bullet) => `• ${bullet}`);
  return [...texts.slice(0, -1), [...texts.slice(-1), ...points].join('\n')].map((text): Line => [heading, text]);
}
