import type { Block, Instrument } from '../../instrument/model/schema.ts';
import { takesFacts, viewsOf } from '../../instrument/model/traverse.ts';
import { bandName, bandsOf } from '../../scoring/bands.ts';
import { describeBands, describeLevels, describeOverall } from '../../scoring/describeRule.ts';
import { type Part, partsOf } from '../../scoring/scorecard.ts';
import { cell, colourWhen, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import type { Words } from '../../words/words.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { Layout } from '../layout/layout.ts';
import { bandRules } from '../parts/bands.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
import { entriesHead } from './entries.ts';
import { itemsHead } from './items.ts';
import { referenceHead } from './references.ts';

type Line = readonly [topic: string, text: string];

const headerRow = 4;

/** The sheet on purpose and scoring, and the meaning of the scorecard's parts and the colours. */
export function guideSheet(content: WorkbookContent): SheetPlan {
  const { instrument } = content;
  const { guide: words, sheets } = content.words;
  const bands = describeBands(instrument, content.words).map(({ word, meaning }): Line => [word, meaning]);
  const overall = describeOverall(instrument, content.words);
  const before = guideLines(content);
  const lines: readonly Line[] = [...before, ...bands, ...(overall === '' ? [] : [[words.overall, overall] as const])];
  const firstBand = headerRow + 1 + before.length;
  return planSheetFor(
    content,
    {
      name: sheets.guide,
      title: sheets.guide,
      note: guideSubjects(content),
      widths: [30, 100],
      zoom: 100,
      tabColour: 'read',
      headerRow,
    },
    [
      tableHeadings({ name: 'guide', row: headerRow, headings: words.headings, rows: lines.length }),
      {
        cells: lines.flatMap(([topic, text], index) => [
          cell(headerRow + 1 + index, 1, topic, 'label'),
          cell(headerRow + 1 + index, 2, text, 'value'),
        ]),
      },
      ...(bands.length === 0
        ? []
        : [
            colourWhen(
              `A${firstBand}:A${firstBand + bands.length - 1}`,
              bandRules(`A${firstBand}`, bandsOf(instrument), (band) => bandName(band, content.words.bands)),
            ),
          ]),
    ],
  );
}

/** The subjects of the Guide, in one sentence. */
export function guideSubjects({ instrument, words }: WorkbookContent): string {
  const { subjects, subjectsWithColours } = words.guide;
  return instrument.scorecard === undefined ? subjects : subjectsWithColours;
}

function guideLines({ words, instrument, layout, workedExample = '' }: WorkbookContent): readonly Line[] {
  return [
    ...workedExample
      .split('\n')
      .flatMap((text): Line[] => (/\S/.test(text) ? [[words.guide.workedExample, text]] : [])),
    ...instrument.introduction.flatMap(blockLines),
    ...instrument.scoring.flatMap(blockLines),
    ...givenLine(words, instrument),
    ...scorecardParts(words, instrument),
    ...introductions(layout),
    ...describeLevels(instrument, words),
  ];
}

const givenLine = ({ guide, colours, sections }: Words, instrument: Instrument): readonly Line[] =>
  takesFacts(instrument) ? [[guide.given, guide.howGiven(colours.given, sections.given)]] : [];

/** Parts of the scorecard without a sheet of their own: what each means, and which questions count for it. */
const scorecardParts = (words: Words, instrument: Instrument): readonly Line[] =>
  viewsOf(instrument).flatMap((view) =>
    view.by === 'section' ? [] : partsOf(instrument, view).map((part) => partLine(words, part)),
  );

function partLine({ guide }: Words, { title, meaning, items }: Part): Line {
  const questions = items.map(({ item }) => item.key).join(', ') || guide.noQuestions;
  return [title, guide.part(meaning === undefined ? '' : `${meaning} `, questions)];
}

/** Introductions that did not fit above the tables. */
const introductions = (layout: Layout): readonly Line[] => [
  ...layout.items.flatMap((sheet) => (itemsHead(layout.words, sheet).isCut ? [introductionOf(sheet.section)] : [])),
  ...layout.entries.flatMap((sheet) => (entriesHead(layout.words, sheet).isCut ? [introductionOf(sheet.section)] : [])),
  ...layout.references.flatMap(({ reference }) =>
    referenceHead(layout.words, reference).isCut ? [introductionOf(reference)] : [],
  ),
];

const introductionOf = ({ title, introduction }: { readonly title: string; readonly introduction: string }): Line => [
  title,
  introduction,
];

/** One row for each paragraph; bullets stay with the paragraph that introduces them. */
function blockLines({ heading, paragraphs, bullets = [] }: Block): Line[] {
  const texts = [...paragraphs];
  const points = bullets.map((bullet) => `• ${bullet}`);
  return [...texts.slice(0, -1), [...texts.slice(-1), ...points].join('\n')].map((text): Line => [heading, text]);
}
