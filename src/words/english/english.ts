import { actionPlan } from './actionPlan.ts';
import { cells, colours, dates, lists, numbers } from './cells.ts';
import { checklist, corrections, toDo } from './checklist.ts';
import { contents, cover, steps } from './cover.ts';
import { file } from './file.ts';
import { answerLists, collected, planned, stamp, workings } from './hidden.ts';
import { bands, rules, thresholds } from './positions.ts';
import { guide, resources, source } from './reading.ts';
import { review } from './review.ts';
import { answers, areas, levels, movements, perspectives, scorecard, states } from './scorecard.ts';
import { conditions, earlier, sections } from './sections.ts';
import { sheets } from './sheets.ts';

/** What a workbook says by itself, in English. */
export const english = {
  ...{ file, sheets, cover, steps, contents, guide, source, resources },
  ...{ sections, earlier, conditions, cells, numbers, lists, dates, colours },
  ...{ checklist, toDo, corrections, actionPlan },
  ...{ scorecard, levels, states, movements, perspectives, areas, answers, bands, rules, thresholds },
  ...{ workings, collected, planned, answerLists, stamp, review },
} as const;
