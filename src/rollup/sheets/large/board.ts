import { levelName, scoredScaleOf } from '../../../instrument/model/traverse.ts';
import { bandName, bandsOf } from '../../../scoring/bands.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import { cell } from '../../../spreadsheet/plan/sheetParts.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { describeDay, ukDay } from '../../../time.ts';
import { lowestOf, strongestFirst, weakestFirst } from '../../figures/questions.ts';
import { type BoardRow, findingWidth, fitsAfter } from '../board/boardRow.ts';
import { boardName } from '../board/boardSummary.ts';
import { cutAtWord } from '../board/sentence.ts';
import { planBlocksSheet, type TableSheet } from '../parts/content.ts';
import { linkTo } from '../parts/formulas.ts';
import { smallTable } from '../parts/smallTable.ts';
import type { LargeContent } from './largeContent.ts';

const columns: TableSheet['columns'] = [
  { heading: 'Topic', role: 'question', width: 18 },
  { heading: 'What the returns say', role: 'text', width: findingWidth },
  { heading: 'Detail', role: 'link', width: 21 },
];

/** Questions of a kind that are listed. */
const maxListed = 5;

/** What a board needs to know, one sentence for each figure. */
export function largeBoardSheet(content: LargeContent): SheetPlan {
  const { rollUp, scope, made } = content;
  const [deadline, now] = [rollUp.round.due, made].map((time) => describeDay(ukDay(time)));
  const place = scope === undefined ? '' : ` in ${scope}`;
  const rows = [...responseRows(content), ...positionRows(content), ...questionRows(content)];
  return planBlocksSheet(
    content,
    {
      name: boardName,
      title: 'Board summary',
      note: `${cutAtWord(rollUp.instrument.title, fitsAfter())}.`,
      widths: columns.map(({ width }) => width),
      headerRow,
      pages: 1,
      tabColour: 'result',
    },
    [
      {
        cells: [
          cell(
            headerRow - 1,
            1,
            `Round ${rollUp.round.round}${place}, deadline ${deadline}; figures of ${now}. Click the last column for the detail.`,
            'note',
          ),
        ],
      },
      ...smallTable({
        ...{ name: 'board_summary', row: headerRow, columns },
        rows: rows.map(({ topic, finding, link }) => [topic, finding, link]),
      }),
    ],
  );
}

const percent = (part: number, whole: number): string => `${whole === 0 ? 0 : Math.round((100 * part) / whole)}%`;

function responseRows({ all, by, groups }: LargeContent): readonly BoardRow[] {
  const { partners, returned, late } = all;
  const [lowest] = (groups.get(by) ?? []).toSorted((a, b) => a.returned / a.partners - b.returned / b.partners);
  const link = linkTo('Response', 1, 1, 'Response');
  const lateWords = late === 0 ? '' : `, ${late} of them late`;
  return [
    {
      topic: 'Returned',
      finding: `${returned} of ${partners} partners returned a workbook that can be used (${percent(returned, partners)})${lateWords}.`,
      link,
    },
    ...(lowest === undefined
      ? []
      : [
          {
            topic: 'Lowest response',
            finding: `${lowest.label}: ${lowest.returned} of ${lowest.partners} partners (${percent(lowest.returned, lowest.partners)}).`,
            link,
          },
        ]),
  ];
}

function positionRows({ rollUp, all }: LargeContent): readonly BoardRow[] {
  const [overall] = all.scores;
  const link = linkTo('Summary', 1, 1, 'Summary');
  if (overall === undefined || all.returned === 0) {
    return [{ topic: 'Positions', finding: 'There are no positions without a return.', link }];
  }
  const counts = bandsOf(rollUp.instrument).map(({ band }) => `${overall.positions.get(band) ?? 0} ${bandName(band)}`);
  return [
    {
      topic: 'Positions',
      finding: `${counts.join(', ')}; all answers together: ${bandName(overall.band)}.`,
      link,
    },
  ];
}

/** The weakest and the strongest questions. */
function questionRows({ rollUp, all }: LargeContent): readonly BoardRow[] {
  const scale = scoredScaleOf(rollUp.instrument);
  const [lowest, highest] = [scale.options.at(0), scale.options.at(-1)].map((option) =>
    option === undefined ? '' : levelName(scale, option),
  );
  const weakest = weakestFirst(all.questions).map((one) => ({ ...one, at: lowestOf(one), level: lowest }));
  const strongest = strongestFirst(all.questions).map((one) => ({ ...one, at: one.atHighest, level: highest }));
  return [
    ...weakest
      .slice(0, maxListed)
      .map((one, place) => ({ ...one, topic: `Weakest ${place + 1}`, sheet: 'Weakest areas', place })),
    ...strongest
      .slice(0, maxListed)
      .map((one, place) => ({ ...one, topic: `Strongest ${place + 1}`, sheet: 'Strengths', place })),
  ].map(({ topic, sheet, place, item, at, answered, level }) => {
    const figures = `${percent(at, answered)} at ${level} (${at} of ${answered}). `;
    return {
      topic,
      finding: `${figures}${cutAtWord(`${item.key} ${item.question}`, fitsAfter(figures))}`,
      link: linkTo(sheet, headerRow + 1 + place, 1, `${sheet}: ${item.key}`),
    };
  });
}
