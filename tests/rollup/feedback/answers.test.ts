import { describe, expect, test } from 'vitest';
import { defineInstrument } from '../../../src/instrument/defineInstrument.ts';
import type { Field, Item, Section } from '../../../src/instrument/model/schema.ts';
import { type Answer, answered, unreadable } from '../../../src/response/response.ts';
import { feedbackOf } from '../../../src/rollup/feedback/feedback.ts';
import { feedbackPlan } from '../../../src/rollup/feedback/writeFeedbackWorkbook.ts';
import type { RollUp } from '../../../src/rollup/load/rollUp.ts';
import { rollUpPlan } from '../../../src/rollup/writeRollUp.ts';
import { scorecardOf } from '../../../src/scoring/scorecard.ts';
import type { WorkbookPlan } from '../../../src/spreadsheet/plan/sheetPlan.ts';
import { sampleDefinition, sampleInstrument } from '../../sampleInstrument.ts';
import { brokenLaws } from '../../tools/planLaws.ts';
import { responseWith } from '../../tools/responseWith.ts';
import { plannedTable } from '../planned.ts';

const signed: Field = { kind: 'date', key: 'signed', heading: 'Signed on', prompt: 'A day.' };
const people: Field = {
  kind: 'number',
  key: 'people',
  heading: 'People',
  prompt: 'How many.',
  as: 'integer',
  unit: 'people',
};

const plans = (groups: Item['groups']): Section => ({
  ...{ shape: 'items', key: 'plans', title: 'Plans', shortTitle: 'Plans', introduction: 'All about plans.' },
  fields: [
    {
      kind: 'choice',
      key: 'state',
      heading: 'State',
      prompt: 'Choose.',
      options: ['None; not needed', 'Draft', 'Agreed'],
    },
    { kind: 'text', key: 'note', heading: 'Note', prompt: 'Why.' },
  ],
  activities: [
    {
      ...{ key: 'p', title: 'Plans' },
      items: [
        { key: 'p.1', question: 'Is there a plan?', criteria: [], evidence: [], groups, fields: [signed, people] },
        { key: 'p.2', question: 'Is there another?', criteria: [], evidence: [], groups, optional: true },
      ],
    },
  ],
});

const { scorecard: _scorecard, scales: _scales, ...rest } = sampleDefinition;
const instrument = defineInstrument({
  ...rest,
  scales: [],
  sections: [plans({}), ...sampleDefinition.sections.filter(({ shape }) => shape === 'entries')],
});

function partner(code: string, answers: Readonly<Record<string, Answer>>): RollUp['partners'][number] {
  const response = responseWith(instrument, answers);
  const result = { response, scorecard: scorecardOf(instrument, response) };
  const day = new Date('2026-12-01T12:00:00Z');
  return { partner: { code, name: code }, issued: day, returns: [], refused: 0, counting: undefined, result };
}

const agreed = { 'p.1 state': answered('Agreed'), 'p.1 people': answered(1200) };
const partners = [
  partner('A', { ...agreed, 'p.1 signed': answered('2026-03-31'), 'p.1 note': answered('Our words') }),
  partner('B', { ...agreed, 'p.1 signed': answered('2026-04-30') }),
  partner('C', { ...agreed, 'p.1 state': answered('None; not needed') }),
  partner('D', { ...agreed, 'p.1 signed': unreadable('soon') }),
  partner('E', {}),
];

const due = new Date('2026-12-18T12:00:00Z');
const rollUp: RollUp = {
  instrument,
  round: { round: '2026', instrument: instrument.key, edition: instrument.edition, due, marking: undefined },
  partners,
};

function planOf(code: string) {
  const feedback = feedbackOf(rollUp).find(({ own }) => own.partner.code === code);
  if (feedback === undefined) throw new Error(`No feedback for ${code}`);
  return feedbackPlan(feedback, due);
}

describe('feedback on questions without scores', () => {
  test('has answers, numbers and choices, and nothing about positions', () => {
    const plan = planOf('A');
    expect(plan.sheets.map(({ name }) => name)).toEqual(['Answers', 'Numbers', 'Choices', 'Notes']);
    const topics = plannedTable(plan, 'Notes').map(([topic]) => topic);
    expect(topics).not.toContain('Positions');
    expect(plan.sheets.flatMap((sheet) => sheet.cells.map(({ content }) => String(content))).join(' ')).not.toMatch(
      /scored themselves|Overview/,
    );
    expect(brokenLaws(plan)).toEqual([]);
  });

  test("has the partner's answers beside how many answered, without its texts", () => {
    expect(plannedTable(planOf('A'), 'Answers')).toEqual([
      ['Ref', 'Question', 'Field', 'You', 'All: answered'],
      ['p.1', 'Is there a plan?', 'State', 'Agreed', 4],
      ['p.1', 'Is there a plan?', 'Note', 'Answered', '[c]'],
      ['p.1', 'Is there a plan?', 'Signed on', '31/03/2026', '[c]'],
      ['p.1', 'Is there a plan?', 'People', '1,200 people', 4],
      ['p.2', 'Is there another?', 'State', '[w]', '[c]'],
      ['p.2', 'Is there another?', 'Note', '[w]', '[c]'],
      ['Participants', 'Participants', 'Rows', 0, '[c]'],
    ]);
    expect(plannedTable(planOf('D'), 'Answers')[3]).toEqual(['p.1', 'Is there a plan?', 'Signed on', '[w]', '[c]']);
  });

  test('counts single choices as they are, whatever they contain', () => {
    expect(plannedTable(planOf('C'), 'Choices').slice(1, 4)).toEqual([
      ['p.1', 'Is there a plan?', 'State', 'None; not needed', 'Chosen', 4, 1],
      ['p.1', 'Is there a plan?', 'State', 'Draft', 'Not chosen', 4, 0],
      ['p.1', 'Is there a plan?', 'State', 'Agreed', 'Not chosen', 4, 3],
    ]);
  });
});

test('questions that are scored are not among the answers', () => {
  const scored = defineInstrument({
    ...sampleDefinition,
    sections: [...sampleDefinition.sections, plans({ subject: 'people' })],
  });
  const response = responseWith(scored, {});
  const [first] = partners;
  if (first === undefined) throw new Error('there are five');
  const own = { ...first, result: { response, scorecard: scorecardOf(scored, response) } };
  const [feedback] = feedbackOf({ ...rollUp, instrument: scored, partners: [own] });
  if (feedback === undefined) throw new Error('one partner returned');
  const refs = plannedTable(feedbackPlan(feedback, due), 'Answers').map(([ref]) => ref);
  expect([...new Set(refs)]).toEqual(['Ref', 'p.1', 'p.2', 'Participants']);
});

test('scores that no scorecard counts are among the choices, in the words of their levels', () => {
  const { scales } = sampleDefinition;
  const score: Field = { kind: 'score', key: 'rate', heading: 'Rate', prompt: 'Choose.', scale: 'achievement' };
  const own = defineInstrument({ ...rest, scales, sections: [{ ...plans({}), fields: [score] }] });
  const [first] = partners;
  if (first === undefined) throw new Error('there are five');
  const all = [1, 3, 3, 3].map((level) => {
    const response = responseWith(own, { 'p.1 rate': answered(level) });
    return { ...first, result: { response, scorecard: scorecardOf(own, response) } };
  });
  const region = { ...rollUp, instrument: own, partners: all };
  const [feedback] = feedbackOf(region);
  if (feedback === undefined) throw new Error('all returned');
  const rows = (plan: WorkbookPlan) => plannedTable(plan, 'Choices').slice(1, 4);
  expect(rows(feedbackPlan(feedback, due)).map((row) => row.slice(2))).toEqual([
    ['Rate', '1 Weak', 'Chosen', 4, 1],
    ['Rate', '2 Fair', 'Not chosen', 4, 0],
    ['Rate', '3 Good', 'Not chosen', 4, 3],
  ]);
  expect(rows(rollUpPlan(region, due)).map((row) => row.slice(2))).toEqual([
    ['Rate', '1 Weak', 'All', 4, 4, 1, 0.25],
    ['Rate', '2 Fair', 'All', 4, 4, 0, 0],
    ['Rate', '3 Good', 'All', 4, 4, 3, 0.75],
  ]);
});

test('scores that count have sheets of their own, and are not among the choices', () => {
  const response = responseWith(sampleInstrument, {});
  const all = partners.map((one) => ({
    ...one,
    result: { response, scorecard: scorecardOf(sampleInstrument, response) },
  }));
  const region = { ...rollUp, instrument: sampleInstrument, partners: all };
  expect(feedbackOf(region)[0]?.groups[0]?.choices).toEqual([]);
  expect(rollUpPlan(region, due).sheets.map(({ name }) => name)).not.toContain('Choices');
});
