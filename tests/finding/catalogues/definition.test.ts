import { expect, test } from 'vitest';
import { definitionFindings } from '../../../src/finding/catalogues/definition.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('definition.invalid', {}, { path: 'title', value: '""', rule: 'write some text', also: ['1.2', '1.3'] }),
  finding('definition.duplicate-key', {}, { what: 'items', key: '1.2.3' }),
  finding('definition.not-text', {}, { path: 'edition', written: '5E1', readAs: 'the number 50' }),
  finding('definition.circular', {}, { chain: ['needs', 'options', 'needs'] }),
  finding('definition.unknown-reference', {}, { what: 'scale', named: 'levles', known: ['levels', 'stages'] }),
  finding('definition.unknown-level', {}, { named: 'Good', known: [1, 2, 3] }),
  finding('definition.words-clash', {}, { words: 'yes', with: 'another option, "Yes"' }),
  finding('definition.purpose-twice', {}, { purpose: 'action', fields: ['plan', 'steps'] }),
  finding('definition.scorecard-empty', {}, { scale: 'levels' }),
  finding('definition.view-empty', {}, { vocabulary: 'phases' }),
  finding('definition.criteria-levels', {}, { found: [], expected: [1, 2, 3] }),
  finding('definition.levels-out-of-order', {}, { levels: [1, 3, 2] }),
  finding('definition.example-answer', {}, { field: 'Effectiveness', value: '6', allowed: 'a level: 5, 4, 3, 2, 1' }),
  finding('definition.row-length', {}, { row: 3, length: 2, expected: 4 }),
  finding('definition.two-score-fields', {}, { fields: ['now', 'then'] }),
  finding('definition.ungrouped', {}, { view: 'perspectives', groups: ['quality', 'money'] }),
  finding('definition.too-long', {}, { what: 'heading', length: 300, limit: 255 }),
  finding('definition.sheet-name', {}, { name: '1 Needs/wants', problem: 'Excel keeps that name for itself' }),
  finding('definition.heading-clash', {}, { heading: 'Ref' }),
  finding('definition.name-clash', {}, { name: 'answer_1_2_score' }),
  finding('definition.many-items', {}, { items: 5000, limit: 2000 }),
];

test('every code has an example here', () => {
  expect(examples.map(({ code }) => code).toSorted()).toEqual(Object.keys(definitionFindings).toSorted());
});

test('each code says what is wrong, by which rule, and what to do', () => {
  expect(describeMessages(examples)).toMatchInlineSnapshot(`
    {
      "definition.circular": "error: It belongs, in the end, to itself: "needs" belongs to "options" belongs to "needs". Take one belongsTo out of the circle.",
      "definition.criteria-levels": "error: It has criteria for the levels none, but its scale has 1, 2, 3. Write one criterion for each level, in that order.",
      "definition.duplicate-key": "error: Two items have the key "1.2.3". Keys tie answers to questions, so each must be unique: give one of them another.",
      "definition.example-answer": "error: The worked example has "6" for "Effectiveness", which takes a level: 5, 4, 3, 2, 1. Correct the example.",
      "definition.heading-clash": "error: Two columns of its worksheet would be headed "Ref". Columns are told apart by their heading: change one.",
      "definition.invalid": "error: title is "": write some text. The same in 2 other places: 1.2, 1.3.",
      "definition.levels-out-of-order": "error: The levels run 1, 3, 2. List the options from the worst level to the best, so that the numbers only rise or only fall.",
      "definition.many-items": "warning: It has 5000 questions. It works, but above 2000 each workbook takes seconds to write and long to open. Consider two instruments.",
      "definition.name-clash": "error: Two of its cells would bear the name "answer_1_2_score", because keys that differ only in dots and hyphens make one name. Change a key.",
      "definition.not-text": "error: edition is written 5E1 and was read as the number 50, but text is meant. Put it into quotes: "5E1".",
      "definition.purpose-twice": "error: The fields "plan" and "steps" have the same purpose, "action", and only one would be seen. Take it from one of them.",
      "definition.row-length": "error: Row 3 has cells: 2, and the table has columns: 4. Give one cell for each column; an empty one is "".",
      "definition.scorecard-empty": "error: No section with questions has a score field of the scale "levels", so nothing would be counted. Name the scale that the questions use, or take the scorecard out.",
      "definition.sheet-name": "error: Its worksheet would be called "1 Needs/wants", but Excel keeps that name for itself. Change the short title.",
      "definition.too-long": "error: The heading is 300 characters long and Excel allows 255. Shorten it.",
      "definition.two-score-fields": "error: It has more than one score field: "now", "then". A section is scored by one field: make the others text.",
      "definition.ungrouped": "error: It belongs to no group of the view "perspectives". Add groups: { 'perspectives': … } with one of "quality", "money".",
      "definition.unknown-level": "error: It names the level "Good", which the scale has not. Its levels are 1, 2, 3. Write one of these numbers, without quotes.",
      "definition.unknown-reference": "error: It names the scale "levles", which is not defined. Known: "levels", "stages". Correct the name or define it.",
      "definition.view-empty": "error: No question that is scored is tagged with a term of "phases", so the view would have no rows. Tag sections, activities or questions, or take the view out.",
      "definition.words-clash": "error: "yes" cannot be told from another option, "Yes": capitals and spaces make no difference. Answers are known by these words, so change one of them.",
    }
  `);
});

test.each(examples)('$code is a whole sentence without a hole', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
