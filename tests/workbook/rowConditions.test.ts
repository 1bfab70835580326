import { describe, expect, test } from 'vitest';
import { type Answer, answered, answerOf } from '../../src/response/response.ts';
import { withDerived } from '../../src/scoring/conditions/withDerived.ts';
import { checklistOf } from '../../src/scoring/plans/checklist.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { readResponse } from '../../src/workbook/read/readResponse.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { fundedInstrument as instrument } from '../fundedInstrument.ts';
import { issuedFor } from '../issued.ts';
import { formatFormulas, planFor, plannedSheet, textAt } from '../planned.ts';
import { responseWith } from '../tools/responseWith.ts';

type Given = Readonly<Record<string, Answer>>;

const details = issuedFor(instrument);
const planned = (answers: Given, sheet: string) =>
  plannedSheet(planFor(instrument, details, responseWith(instrument, answers)), sheet);
const decided = (answers: Given) => withDerived(instrument, responseWith(instrument, answers), {});

const asked: Given = { '1.1.2 known': answered('Yes') };
const project = (entry: number, kind: string, rest: Given = {}): Given => ({
  [`projects ${entry} name`]: answered('Roof'),
  [`projects ${entry} kind`]: answered(kind),
  [`projects ${entry} price`]: answered(10),
  ...rest,
});

/** The state of the fields of the first project that depend on others of its row. */
const states = (answers: Given): readonly (string | undefined)[] => {
  const [first] = decided({ ...asked, ...answers }).entries.get('projects') ?? [];
  return ['grant', 'paid'].map((field) => first?.answers.get(field)?.state);
};

/** Headings of what the rows of projects still need. */
const open = (answers: Given): readonly string[] =>
  checklistOf(instrument, decided({ ...asked, ...answers })).entries.flatMap(({ rows }) =>
    rows.flatMap(({ unmet }) => unmet.map(({ requirement }) => requirement.field.heading)),
  );

/** What an import says of answers that are not asked. */
async function found(answers: Given): Promise<readonly string[]> {
  const raw = readPackage(await writeWorkbook(instrument, details, responseWith(instrument, answers)));
  const { findings } = readResponse(raw, instrument);
  return findings.filter(({ code }) => code === 'answer.not-asked').map(({ message }) => message);
}

describe('a field that is asked by an answer of its row', () => {
  test('is asked in some rows, and not in others', () => {
    expect(states(project(1, 'Revenue'))).toEqual(['does-not-apply', 'does-not-apply']);
    expect(states(project(1, 'Capital'))).toEqual(['blank', 'does-not-apply']);
    expect(states(project(1, 'Capital', { 'projects 1 grant': answered(0) }))).toEqual(['answered', 'blank']);
    const { items } = decided({ '1.1.1 known': answered('Yes'), '1.1.2 known': answered('No') });
    expect(['1.1.1', '1.1.2'].map((key) => items.get(key)?.get('source')?.state)).toEqual(['blank', 'does-not-apply']);
  });

  test('depends on no answer that does not count itself', () => {
    expect(states(project(1, 'Revenue', { 'projects 1 grant': answered(0) }))).toEqual([
      'does-not-apply',
      'does-not-apply',
    ]);
  });

  test('is on the Checklist only where it is asked', () => {
    expect(open(project(1, 'Revenue'))).toEqual([]);
    expect(open(project(1, 'Capital'))).toEqual(['Grant']);
    expect(open(project(1, 'Capital', { 'projects 1 grant': answered(5) }))).toEqual(['Paid']);
    expect(open(project(1, 'Capital', { 'projects 1 grant': answered(6) }))).toEqual([]);
  });

  test('is in no total where it is not asked', () => {
    const rows = {
      ...project(1, 'Capital', { 'projects 1 grant': answered(7) }),
      ...project(2, 'Revenue', { 'projects 2 grant': answered(9) }),
    };
    expect(answerOf(decided({ ...asked, ...rows }), '3.1.1', 'grants')).toEqual(answered(7));
  });

  test('has above its heading when it is asked, and grey cells where it is not', () => {
    const sheet = planned(asked, 'Projects');
    expect([5, 6].map((column) => textAt(sheet, 5, column))).toEqual([
      'Only if Kind is Capital',
      'Only if Grant is £0 or £5',
    ]);
    const formulas = formatFormulas(sheet);
    expect(formulas).toContain('IFERROR(OR($C7="Capital"),FALSE)=FALSE');
    expect(formulas).toContain(
      'OR(IFERROR(OR($C7="Capital"),FALSE)=FALSE,IFERROR(OR(AND(ISNUMBER($E7),$E7=0),AND(ISNUMBER($E7),$E7=5)),FALSE)=FALSE)',
    );
  });

  test('keeps what is filled in all the same, which is reported', async () => {
    const answers = {
      ...asked,
      ...project(1, 'Revenue', { 'projects 1 grant': answered(9) }),
      '1.1.1 source': answered('A'),
    };
    expect(await found(answers)).toEqual([
      expect.stringContaining('Only if Known is Yes'),
      expect.stringContaining('Only if Kind is Capital'),
    ]);
    const [first] = decided(answers).entries.get('projects') ?? [];
    expect(first?.answers.get('grant')).toEqual({ state: 'does-not-apply', given: 9, alone: true });
  });
});
