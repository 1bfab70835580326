import { answerOf } from '../../response/response.ts';
import { answeredQuestions } from '../../scoring/answeredQuestions.ts';
import { bandName, notScored } from '../../scoring/bands.ts';
import type { PartScore } from '../../scoring/scorecard.ts';
import { fixed, sheetCell } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { quotedText, sentenceFormula } from '../../spreadsheet/plan/formulaText.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type ItemsSheet, scoreColumn } from '../layout/layout.ts';
import { answeredCounts } from './progress.ts';

/**
 * The line above a section: how many questions are answered, its position, and how many reasons are missing: `Answered
 * 3 of 10. ...`.
 */
export function statusFormula(content: WorkbookContent, items: ItemsSheet): Formula {
  const { sections: words, sheets, bands } = content.words;
  const rows = content.layout.collected.rows.filter((row) => row.items === items);
  const found = sectionScore(content, items.section.key);
  const { answered, unanswered } = answeredQuestions(
    { ...content.instrument, sections: [items.section] },
    content.response,
  );
  const owed = reasonsOwed(content, items);
  const counts = answeredCounts(content, rows);
  const position = (shown: string): string => ` ${words.position(shown)}`;
  const reasons = (count: string): string => ` ${words.reasonsMissing(count)}`;
  const { position: column } = content.layout.scorecard.columns;
  return {
    formula: [
      sentenceFormula(words.answered, counts.answered, counts.applicable),
      ...(found === undefined ? [] : [sentenceFormula(position, sheetCell(sheets.scorecard, found.row, column))]),
      ...(owed === undefined ? [] : [`IF(${owed.formula}=0,"",${sentenceFormula(reasons, owed.formula)})`]),
    ].join('&'),
    result: [
      words.answered(answered, answered + unanswered),
      ...(found === undefined ? [] : [position(bandName(found.score.band, bands))]),
      ...(owed === undefined || owed.count === 0 ? [] : [reasons(String(owed.count))]),
    ].join(''),
  };
}

/** The width of the longest line that the formula may give, in characters. */
export function statusWidth(content: WorkbookContent, items: ItemsSheet): number {
  const { sections: words, bands } = content.words;
  const { length } = items.rows;
  const line = [
    words.answered(length, length),
    ...(sectionScore(content, items.section.key) === undefined ? [] : [words.position(bandName(notScored, bands))]),
    ...(reasonsOwed(content, items) === undefined ? [] : [words.reasonsMissing(length)]),
  ];
  // The line is bold.
  return Math.ceil(lineWidth(line.join(' '), 11) * 1.08) + 2;
}

/** The number of items that are not applicable without a reason, as a formula and at present. */
function reasonsOwed(
  { words, response }: WorkbookContent,
  items: ItemsSheet,
): { readonly formula: string; readonly count: number } | undefined {
  const score = scoreColumn(items);
  const notApplicable = score?.field.notApplicable;
  const reason = items.columns.find(
    ({ content }) => content.is === 'field' && content.field.key === notApplicable?.reasonIn,
  );
  if (score === undefined || notApplicable === undefined || reason === undefined) return undefined;
  const range = (column: number): string =>
    `${fixed(items.rows.at(0)?.row ?? 0, column)}:${fixed(items.rows.at(-1)?.row ?? 0, column)}`;
  const asked = items.columns.find(({ content }) => content.is === 'asked');
  const says = (word: string): string => (asked === undefined ? '' : `(${range(asked.column)}=${quotedText(word)})`);
  const { isAsked: yes, isOptional } = words.sections;
  const isAsked = asked === undefined ? '' : `(${says(yes)}+${says(isOptional)})*`;
  return {
    formula: `SUMPRODUCT(${isAsked}(${range(score.column)}=${quotedText(notApplicable.label)})*(${range(reason.column)}=""))`,
    count: items.rows.filter(
      ({ item }) =>
        answerOf(response, item.key, score.field.key).state === 'not-applicable' &&
        answerOf(response, item.key, notApplicable.reasonIn).state === 'blank',
    ).length,
  };
}

/** The section's score and its row on the scorecard; undefined if no view is by section. */
function sectionScore(
  { layout, scorecard }: WorkbookContent,
  key: string,
): { row: number; score: PartScore } | undefined {
  for (const [index, { view, parts }] of scorecard.views.entries()) {
    const at = view.by === 'section' ? parts.findIndex((part) => part.key === key) : -1;
    const score = parts[at];
    const block = layout.scorecard.views[index];
    if (score !== undefined && block !== undefined) return { row: block.firstRow + at, score };
  }
  return undefined;
}
