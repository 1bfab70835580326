import { describe, expect, test } from 'vitest';
import { worldClassCommissioning } from '../../../definitions/world-class-commissioning.ts';
import { formatFormulas, planFor, plannedSheet, shown } from '../../planned.ts';

const plan = planFor(worldClassCommissioning);

describe('the checklist', () => {
  test('names each kind of row that a list has to have, so that no two of its lines read alike', () => {
    const lines = plannedSheet(plan, 'Checklist').cells.filter(({ column }) => column === 2);
    const kinds = lines.map(({ content }) => String(shown(content))).filter((text) => text.startsWith('Participants'));
    expect(kinds).toContain('Participants: Technical experts');
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(kinds).toHaveLength(7);
  });
});

test.each([
  ['Checklist', /^\$B\d+<>""$/],
  ['Action plan', /^\$C\d+<>""$/],
])('the %s draws lines only around the rows that show something', (name, formula) => {
  const formulas = formatFormulas(plannedSheet(plan, name));
  expect(formulas.filter((text) => formula.test(text))).toHaveLength(1);
});
