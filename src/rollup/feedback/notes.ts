import type { Workbook } from 'exceljs';
import { describeBands, describeLevels } from '../../scoring/ruleWords.ts';
import { describeUkTime } from '../../time.ts';
import { disclosureThreshold } from '../disclosure/anonymous.ts';
import { missingValueMarks, notAskedMeaning } from '../load/missingValueMarks.ts';
import { type SheetMarks, writeTableSheet } from '../sheets/parts/content.ts';
import type { Feedback } from './feedback.ts';

/** Whose feedback it is, what it rests on, and how it is to be read. */
export function writeFeedbackNotes(workbook: Workbook, marks: SheetMarks, feedback: Feedback, made: Date): void {
  const { instrument, round, own, groups } = feedback;
  writeTableSheet(workbook, marks, {
    name: 'Notes',
    title: `How you compare: ${own.partner.name}`,
    note: 'What you answered, beside the answers of others together.',
    table: 'notes',
    pages: 1,
    columns: [
      { heading: 'Topic', role: 'label', width: 30 },
      { heading: 'Note', role: 'value', width: 100 },
    ],
    rows: [
      ['For', `${own.partner.name} (${own.partner.code})`],
      ['Self-assessment', instrument.title],
      ['Round', round.round],
      ['Made', describeUkTime(made)],
      ...groups.map(({ label, words, issued, returned }) => [
        label,
        `${returned} of ${issued} partners ${words} have returned, you among them.`,
      ]),
      [
        'Figures',
        'Partners scored themselves; nobody has validated the scores. Your own answers count in every group, and every partner counts the same. Partners without a return are left out.',
      ],
      [
        'Nobody is named',
        `The others are told only together. Figures of a group are withheld as ${missingValueMarks.withheld} where fewer than ${disclosureThreshold} others have returned, or where they would leave fewer than ${disclosureThreshold} over: what one partner answered could be worked out.`,
      ],
      [
        'Sheets',
        'Overall: the whole self-assessment, with a chart. Parts: each part of it. Questions: each question, with your answer and how many partners chose each level.',
      ],
      ['Positions', 'The position of a group follows the same rule as yours, from all its answers together.'],
      [missingValueMarks.withheld, 'Confidential: withheld, because it could show what one partner answered.'],
      [
        missingValueMarks.notApplicable,
        'Not applicable: you say that the question does not apply, or there is nothing to compare.',
      ],
      [missingValueMarks.blank, 'Left blank by you, or not readable; or nothing to work a figure out from.'],
      [...notAskedMeaning],
      ...describeBands(instrument).map(({ word, meaning }) => [word, meaning]),
      ...describeLevels(instrument).map(([level, meaning]) => [level, meaning]),
    ],
  });
}
