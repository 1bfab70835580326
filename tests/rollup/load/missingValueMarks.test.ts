import { expect, test } from 'vitest';
import { answered, blank, notApplicable, notAsked, unreadable } from '../../../src/response/response.ts';
import { cellContent, missingValueMarksOf } from '../../../src/rollup/load/missingValueMarks.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

const [scale] = sampleInstrument.scales;

test('every state of an answer has content of its own, so that no cell is blank without a reason', () => {
  const states = [answered(0), blank, notApplicable, notAsked, unreadable('see below')];
  expect(states.map((answer) => cellContent(answer, scale))).toEqual([0, '[w]', '[z]', '[n]', 'see below']);
});

test('a level is shown as people chose it', () => {
  expect(cellContent(answered(3), scale)).toBe(3);
  expect(cellContent(answered(3), scale && { ...scale, chosenBy: 'label' })).toBe('Good');
  expect(cellContent(answered('31 March'))).toBe('31 March');
});

test('suppression is explained only where there is some, with whom it protects', () => {
  const suppressed = (...of: Parameters<typeof missingValueMarksOf>) =>
    missingValueMarksOf(...of).flatMap(([mark, meaning]) => (mark === '[c]' ? [meaning] : []));
  expect(suppressed(sampleInstrument)).toEqual([]);
  expect(suppressed(sampleInstrument, true)).toEqual([expect.stringMatching(/identify a partner\.$/)]);
  expect(suppressed({ ...sampleInstrument, aboutPeople: true }, true)).toEqual([
    expect.stringMatching(/identify a child or family or a partner\.$/),
  ]);
});
