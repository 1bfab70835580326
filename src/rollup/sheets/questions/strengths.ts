import { levelName, scoredScaleOf } from '../../../instrument/model/traverse.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import type { CitedEvidence } from '../../figures/evidence.ts';
import { type QuestionCounts, strongestFirst } from '../../figures/questions.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import { planTableSheet, type RollUpContent, type TableSheet } from '../parts/content.ts';
import { rankedColumns } from '../parts/rankedColumns.ts';
import { rowsInData } from './questions.ts';

/** Pieces of evidence in a row, and the maximum characters of each. The sheet Evidence has all of it. */
const maxCited = 3;
const longestCited = 240;

/** The questions ranked by the share of partners at the best level, with the evidence that these cite. */
export function strengthsSheet(
  content: RollUpContent,
  questions: readonly QuestionCounts[],
  evidence: Iterable<CitedEvidence>,
): SheetPlan {
  const scale = scoredScaleOf(content.rollUp.instrument);
  const best = scale.options.at(-1);
  const level = best === undefined ? '' : levelName(scale, best);
  const cited = citedAt(evidence, best?.level);
  const ranked = strongestFirst(questions);
  const columns: TableSheet['columns'] = [
    ...rankedColumns(level),
    { heading: 'Evidence worth sharing', role: 'text', width: 48 },
    { heading: 'Rows in Data', role: 'link', width: 20 },
  ];
  return planTableSheet(content, {
    name: 'Strengths',
    title: `Strengths: questions by the share of partners at ${level}`,
    note: 'Largest share first, of the partners who answered; only questions with more partners at this level than at the lowest.',
    lead: 'Evidence is cut short: the sheet Evidence has all of it.',
    table: 'strengths',
    nameColumns: 3,
    printedColumns: columns.length - 1,
    tabColour: 'result',
    columns,
    rows: ranked.map(({ item, section, highestShare, atHighest, answered }) => [
      ranked.findIndex((other) => other.highestShare === highestShare) + 1,
      item.key,
      item.question,
      section.title,
      highestShare,
      atHighest,
      answered,
      evidenceWords(cited.get(item.key)),
      rowsInData(content, item.key),
    ]),
  });
}

/** The first pieces of evidence for answers to a question at one level, and the number of all. */
interface Cited {
  readonly first: CitedEvidence[];
  count: number;
}

/** By item key. */
function citedAt(evidence: Iterable<CitedEvidence>, level: number | undefined): ReadonlyMap<string, Readonly<Cited>> {
  const cited = new Map<string, Cited>();
  for (const one of evidence) {
    if (one.score.state !== 'answered' || one.score.value !== level) continue;
    const own = cited.get(one.item) ?? { first: [], count: 0 };
    cited.set(one.item, own);
    own.count += 1;
    if (own.first.length < maxCited) own.first.push(one);
  }
  return cited;
}

function evidenceWords(cited: Readonly<Cited> | undefined): string {
  if (cited === undefined) return missingValueMarks.unanswered;
  const more = cited.count - cited.first.length;
  return [
    ...cited.first.map(({ partner, evidence }) => `${partner.name} (${partner.code}): ${cutShort(evidence)}`),
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join('\n');
}

function cutShort(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= longestCited ? characters.join('') : `${characters.slice(0, longestCited - 1).join('')}…`;
}
