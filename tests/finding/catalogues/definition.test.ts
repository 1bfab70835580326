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
  finding('definition.computed-circular', {}, { chain: ['total', 'share', 'total'] }),
  finding(
    'definition.check-impossible',
    {},
    { sum: ['health', 'council'], to: 'budget', limit: 'at least £10', other: 'at most £5' },
  ),
  finding('definition.share-of-zero', {}, { whole: 'budget' }),
  finding('definition.condition-circular', {}, { chain: ['1.1', '1.2', '1.1'] }),
  finding('definition.always-asked', {}, { by: 'its question' }),
  finding('definition.condition-later', {}, { item: '2.1' }),
  finding('definition.never-asked', {}, { about: 'the score of 1.1' }),
  finding('definition.given-kind', {}, { field: 'score', kind: 'score' }),
  finding('definition.given-shared', {}, { field: 'people', column: 'Population', items: ['1.1.1', '1.1.2'] }),
  finding('definition.given-answer', {}, { field: 'people', items: ['1.1.1', '1.1.2'] }),
  finding('definition.unknown-reference', {}, { what: 'scale', named: 'levles', known: ['levels', 'stages'] }),
  finding('definition.unknown-level', {}, { named: 'Good', known: [1, 2, 3] }),
  finding('definition.words-clash', {}, { words: 'yes', with: 'another option, "Yes"' }),
  finding('definition.own-field-clash', {}, { key: 'evidence', section: '1' }),
  finding('definition.own-fields-differ', {}, { key: 'budget', other: '1.1.2' }),
  finding('definition.own-field-role', {}, { key: 'plan', role: 'action' }),
  finding('definition.purpose-twice', {}, { purpose: 'action', fields: ['plan', 'steps'] }),
  finding('definition.scorecard-empty', {}, { scale: 'levels' }),
  finding('definition.bands-out-of-order', {}, { band: 'Weak', from: 2, next: 'Fair', nextFrom: 1, rises: true }),
  finding('definition.bands-hole', {}, { band: 'Weak', from: 2, worst: 1 }),
  finding('definition.band-unreachable', {}, { band: 'Good', from: 6, best: 5 }),
  finding('definition.band-colours', {}, { bands: ['Weak', 'Fair'], colour: 'red' }),
  finding('definition.counts-as', {}, { own: [0, 1], counted: [1, 2, 3] }),
  finding('definition.overall-mean', {}, {}),
  finding('definition.weight', {}, { weight: 0, largest: 1000 }),
  finding('definition.no-level-under', {}, {}),
  finding('definition.levels-alike', {}, { levels: [2, 3, 4], position: 'Amber' }),
  finding('definition.all-optional', {}, { part: 'Needs' }),
  finding('definition.no-effect', {}, { what: 'weight', rule: 'weighted-mean' }),
  finding('definition.view-empty', {}, { vocabulary: 'phases' }),
  finding('definition.criteria-levels', {}, { found: [], expected: [1, 2, 3] }),
  finding('definition.levels-out-of-order', {}, { levels: [1, 3, 2] }),
  finding('definition.example-answer', {}, { field: 'Effectiveness', value: '6', allowed: 'a level: 5, 4, 3, 2, 1' }),
  finding('definition.row-length', {}, { row: 3, length: 2, expected: 4 }),
  finding('definition.two-score-fields', {}, { fields: ['now', 'then'] }),
  finding('definition.ungrouped', {}, { view: 'perspectives', groups: ['quality', 'money'] }),
  finding('definition.too-long', {}, { what: 'heading', length: 300, limit: 255 }),
  finding('definition.sheet-name', {}, { name: '1 Needs/wants', problem: 'Excel reserves that name' }),
  finding('definition.heading-clash', {}, { heading: 'Ref' }),
  finding('definition.name-clash', {}, { name: 'answer_1_2_score' }),
  finding('definition.other-language', {}, { language: 'cy' }),
  finding('definition.many-items', {}, { items: 5000, limit: 2000 }),
];

test('every code has an example here', () => {
  expect(examples.map(({ code }) => code).toSorted()).toEqual(Object.keys(definitionFindings).toSorted());
});

test('each code says what is wrong, by which rule, and what to do', () => {
  expect(describeMessages(examples)).toMatchInlineSnapshot(`
    {
      "definition.all-optional": "warning: Every question of "Needs" is optional, so a partner may leave all of it blank, and it then has no position. Take optional away from at least one of them.",
      "definition.always-asked": "error: onlyIf cannot be here, because this is needed in any case, by its question. Put onlyIf on a part around it or on another field, or remove it.",
      "definition.band-colours": "error: The bands "Weak" and "Fair" follow each other and have the same colour, "red". Give one of them another.",
      "definition.band-unreachable": "error: The band "Good" begins at 6, but no figure is better than 5, so no part could ever be in it. Let it begin earlier, or remove it.",
      "definition.bands-hole": "error: The worst band "Weak" begins at 2, but figures can be as bad as 1: these would have no band. Let it begin at 1.",
      "definition.bands-out-of-order": "error: The band "Fair" begins at 1, and the band "Weak" before it at 2, so that they overlap or are in the wrong order. List bands from the worst to the best, with figures that rise.",
      "definition.check-impossible": "error: No answers can meet the check of "health" and "council": by the limits of the fields, what is added up is at least £10, and "budget" at most £5. Change a limit, or the check.",
      "definition.circular": "error: The section belongs to itself: "needs" belongs to "options" belongs to "needs". Remove one belongsTo from the circle.",
      "definition.computed-circular": "error: The figure is computed from itself: "total" from "share" from "total". Take one of them out of the parts of another.",
      "definition.condition-circular": "error: The question is asked only if it is answered itself: "1.1" depends on "1.2" depends on "1.1". Remove one onlyIf from the circle: it may be that of an activity or a section around these questions.",
      "definition.condition-later": "warning: onlyIf asks for the answer to "2.1", which comes after it. People fill in a workbook from front to back, and would find a question behind them that they have passed. Ask "2.1" first.",
      "definition.counts-as": "error: countsAs must give one of the scorecard's levels 1, 2, 3 for each of the field's levels 0, 1, and nothing else. Write countsAs: { 0: …, 1: … }.",
      "definition.criteria-levels": "error: There are criteria for no level, but the scale has the levels 1, 2, 3. Write one criterion for each level, in that order.",
      "definition.duplicate-key": "error: Two items have the key "1.2.3". Keys connect answers with questions, so each must be unique. Give one of the two another key.",
      "definition.example-answer": "error: The worked example has "6" for "Effectiveness", which takes a level: 5, 4, 3, 2, 1. Correct the example.",
      "definition.given-answer": "warning: given: the field "people" is the answer to the questions 1.1.1, 1.1.2, so they count as answered before a partner has opened the workbook. If somebody has to look at the fact, ask for that first, as in a field of kind: yes-no before it.",
      "definition.given-kind": "error: given: the field "score" is of kind score, and cannot have a fact: a score is the partner's own judgement, and what is computed follows from other answers. Remove given, or write it in another field.",
      "definition.given-shared": "error: given: the column "Population" would be the answer under "people" to several questions: 1.1.1, 1.1.2. Write given in the question that it answers: { key: 1.1.1, given: { people: { from: partner-list, column: Population } }, … }.",
      "definition.heading-clash": "error: Two columns of the sheet would have the heading "Ref". Columns are recognised by their headings. Change one of them.",
      "definition.invalid": "error: title is "": write some text. The same in 2 other places: 1.2, 1.3.",
      "definition.levels-alike": "warning: The rule cannot distinguish the levels 2, 3, 4: a part with all its answers at any one of them is Amber. Choose a rule with cut-offs, such as by: mean, or take fewer levels.",
      "definition.levels-out-of-order": "error: The levels are in the order 1, 3, 2. List the options from the worst level to the best, so that the numbers only rise or only fall.",
      "definition.many-items": "warning: There are 5000 questions. With more than 2000, each workbook takes seconds to write and a long time to open. Consider two instruments.",
      "definition.name-clash": "error: Two cells would have the name "answer_1_2_score", because keys that differ only in dots and hyphens give the same name. Change one of the keys.",
      "definition.never-asked": "error: No partner is ever asked this: together with the conditions around it, and on what it depends, onlyIf wants the score of 1.1 to be two things at once. Give one of the conditions a value that both allow, or remove it.",
      "definition.no-effect": "warning: "weight" has no effect: only the rule "weighted-mean" uses it. Remove it, or choose that rule.",
      "definition.no-level-under": "error: The rule of the scorecard is all-below-met, which needs the level that each statement is under. Add under: with the number of the level.",
      "definition.not-text": "error: edition must be text, but 5E1 was read as the number 50. Put it into quotation marks: "5E1".",
      "definition.other-language": "warning: The language is "cy", and Scorebook has its own words only in English: headings such as Cover and Checklist, hints and e-mails stay English beside the questions. Say en-GB if the questions are in English, too.",
      "definition.overall-mean": "error: The overall position is to be the mean of the parts, but the rule of the scorecard has no figure of which there is a mean. Choose the rule mean or percentage, or another overall.",
      "definition.own-field-clash": "error: The question has a field of its own with the key "evidence", which all questions of section "1" have already. Answers are stored by these keys. Give the question's own field another key.",
      "definition.own-field-role": "error: The question's own field "plan" is for "action", which only the fields of a section can be. Move it to the section, or make it another kind of field.",
      "definition.own-fields-differ": "error: The question's own field "budget" is not the same as that of question 1.1.2. Questions of one section share the column of a field. Define both alike, or give one of them another key.",
      "definition.purpose-twice": "error: The fields "plan" and "steps" have the same purpose, "action", and only one of them would be shown. Remove the purpose from the others.",
      "definition.row-length": "error: Row 3 has 2 cells, but the table has 4 columns. Write one cell for each column; write "" for an empty cell.",
      "definition.scorecard-empty": "error: No section with questions has a score field with the scale "levels", so the scorecard would count nothing. Name the scale that the questions use, or remove the scorecard.",
      "definition.share-of-zero": "warning: The share is blank where "budget" is 0, as nothing can be divided by it. Nothing needs to be done if that is meant; if 0 is no answer there, give it a least above 0.",
      "definition.sheet-name": "error: The sheet would have the name "1 Needs/wants", but Excel reserves that name. Change the short title.",
      "definition.too-long": "error: The heading has 300 characters, and Excel allows 255. Shorten it.",
      "definition.two-score-fields": "error: There is more than one score field: "now", "then". A section is scored by one field. Make the others text fields.",
      "definition.ungrouped": "error: No group is given for the view "perspectives". Add groups: { 'perspectives': … } with one of "quality", "money".",
      "definition.unknown-level": "error: Level "Good" does not exist in this scale. Its levels are 1, 2, 3. Write one of these numbers, without quotation marks.",
      "definition.unknown-reference": "error: The scale "levles" is not defined. Defined: "levels", "stages". Correct the name, or define it.",
      "definition.view-empty": "error: No scored question has a tag from "phases", so the view would have no rows. Tag sections, activities or questions, or remove the view.",
      "definition.weight": "error: The weight is 0. Write a number above 0, of at most 1000, with no more than three decimals. A question that should not count belongs into a section without a score.",
      "definition.words-clash": "error: "yes" cannot be distinguished from another option, "Yes", because capitals and spaces are ignored. Answers are recognised by these words. Change one of them.",
    }
  `);
});

test.each(examples)('$code is a complete sentence', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
