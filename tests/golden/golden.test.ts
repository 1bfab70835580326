import { afterEach, describe, expect, test, vi } from 'vitest';
import { finding } from '../../src/finding/index.ts';
import { emptyResponse } from '../../src/response/response.ts';
import { feedbackOf } from '../../src/rollup/feedback/feedback.ts';
import { feedbackPlan } from '../../src/rollup/feedback/writeFeedbackWorkbook.ts';
import { type ImportedFile, importFindings } from '../../src/rollup/load/importFindings.ts';
import type { Tracker } from '../../src/rollup/load/tracker.ts';
import { maxFindingRows } from '../../src/rollup/sheets/findings/findingRows.ts';
import { importFindingsPlan } from '../../src/rollup/writeImportFindings.ts';
import { rollUpPlan } from '../../src/rollup/writeRollUp.ts';
import { trackerPlan } from '../../src/rollup/writeTracker.ts';
import { checklistOf } from '../../src/scoring/plans/checklist.ts';
import type { WorkbookPlan } from '../../src/spreadsheet/plan/sheetPlan.ts';
import { renderWorkbook } from '../../src/spreadsheet/write/renderWorkbook.ts';
import { workbookContent, workbookPlan } from '../../src/workbook/workbookPlan.ts';
import { issuedFor } from '../issued.ts';
import { regionOf } from '../rollup/region.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { outlineOf } from './outline.ts';
import { planOutline } from './planOutline.ts';

const made = new Date('2026-12-21T09:00:00Z');

/** Of five questions: one at each level, one that does not apply, one blank. */
const region = regionOf(
  [
    {
      code: '5E1',
      name: 'Harbour & Hills',
      scores: '1 2 3 z -',
      fields: {
        '1.1.1 evidence': '=not a formula\nMinutes of "May"',
        '1.1.1 action': 'Write a plan.',
        '1.1.1 lead': 'A. N. Other',
        '1.1.1 due': '2027-03-31',
        '1.1.2 action': 'Agree it with the council.',
        '2.1.1 evidence': 'Our neighbours provide it.',
      },
      participants: ['Sample person A'],
    },
    { code: '8E1', name: 'Netherby', scores: '3 3 3 2 3', late: true },
    { code: 'X03', name: 'Still to return' },
  ],
  'SAMPLE DATA',
);
const partial = region.partners[0]?.result?.response ?? emptyResponse(sampleInstrument);

const workbook = (): WorkbookPlan =>
  workbookPlan(workbookContent(sampleInstrument, issuedFor(sampleInstrument, { marking: 'SAMPLE DATA' }), partial));
const rollUp = (): WorkbookPlan => rollUpPlan(region, made);

/** Its own region has four returns: as many as are needed to show others without naming anybody. */
function feedback(): WorkbookPlan {
  const answers = ['1 2 3 1 -', '3 3 3 3 3', '1 z 2 2 3', '2 2 2 2 2', '3 3 3 3 3', '3 2 1 3 3', '2 2 3 3 3'];
  const partners = answers.map((scores, index) => ({
    ...{ code: `X0${index + 1}`, name: `Sample partner ${index + 1}`, scores },
    region: index < 4 ? 'Four' : 'Three',
  }));
  const [first] = feedbackOf(regionOf(partners, 'SAMPLE DATA'));
  if (first === undefined) throw new Error('Nobody gets feedback');
  return feedbackPlan(first, made);
}

function tracker(): WorkbookPlan {
  const { instrument, round } = region;
  const partners = region.partners.map((one): Tracker['partners'][number] => {
    const { result, counting } = one;
    if (counting === undefined || result === undefined) {
      const sent = {
        kind: 'sending',
        state: 'sent',
        at: '2026-11-02T09:05:00Z',
        recipient: 'x03@pct.example',
      } as const;
      const letter = { id: 1, message_id: '<1@sha.example>', about: '1', draft: null, detail: null };
      return {
        ...{ ...one, progress: 'not returned', counted: undefined, step: 'Remind: overdue', isAnalystsTurn: true },
        messages: [{ ...sent, ...letter, round: round.round, instrument: round.instrument, partner: one.partner.code }],
        alike: [],
      };
    }
    return {
      ...{ ...one, progress: 'incomplete', messages: [], step: 'Ask for what is open', isAnalystsTurn: true },
      counted: { checklist: checklistOf(instrument, result.response) },
      alike: [{ partner: 'X03', other: 3, sections: ['1'], texts: 2 }],
    };
  });
  return trackerPlan([{ round, instrument, departed: [], uncounted: [], partners, register: 'sample' }], made);
}

async function findings(): Promise<WorkbookPlan> {
  const place = { sheet: '1 Needs', cell: 'H6', key: '1.1.1' };
  const files: readonly ImportedFile[] = [
    {
      ...{ file: 'Ashmere & co.xlsx', address: 'returns/Ashmere%20%26%20co.xlsx', outcome: 'accepted' },
      stored: { id: 1, round: '2026', partner: { code: '5E1', name: 'Ashmere' }, coverage: 0.456, band: 'amber' },
      findings: async () => [
        finding('answer.not-an-option', place, { field: 'Score', value: '=4', allowed: ['1', '2', '3'] }),
        finding('answer.formula', { ...place, cell: 'I6' }, { field: 'Our evidence' }),
      ],
    },
    { file: 'note.txt', outcome: 'refused', findings: async () => [finding('return.empty', {}, {})] },
  ];
  return importFindingsPlan(await importFindings(files, maxFindingRows), made, 'SAMPLE DATA');
}

describe('what is planned is, cell by cell, what it was when somebody last read it, and is what the file says', () => {
  test.each([
    ['a workbook with some answers that are already known', 'workbook.txt', workbook],
    ['a roll-up of two returns, one of them late, and a partner without one', 'roll-up.txt', rollUp],
    ['the feedback of a partner with others in its region', 'feedback.txt', feedback],
    ['the tracker of a round with returns and without', 'tracker.txt', tracker],
    ['the findings of an import of one return and one other file', 'findings.txt', findings],
  ])('%s', async (_what, snapshot, planned: () => WorkbookPlan | Promise<WorkbookPlan>) => {
    const plan = await planned();
    const outline = planOutline(plan);
    await expect(outline).toMatchFileSnapshot(snapshot);
    expect(outlineOf(await renderWorkbook(plan))).toBe(outline);
  });
});

describe('equal input gives equal bytes, whatever the clock says', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    ['workbook', workbook],
    ['roll-up', rollUp],
  ])('%s', async (_what, planned) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-02T09:00:00Z') });
    const first = await renderWorkbook(planned());
    vi.setSystemTime(new Date('2031-06-15T17:42:13Z'));
    const second = await renderWorkbook(planned());
    expect(Buffer.from(second).equals(first)).toBe(true);
  });
});
