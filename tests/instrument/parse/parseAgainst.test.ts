import { describe, expect, test } from 'vitest';
import { sampleDefinition } from '../../sampleInstrument.ts';
import { changed, findingsIn } from '../changedSample.ts';

describe('the words for a fault of shape', () => {
  const rulesOf = (changes: Readonly<Record<string, unknown>>): readonly string[] =>
    findingsIn({ ...sampleDefinition, ...changes }).map(({ message }) => message);
  const entries = (changes: Readonly<Record<string, unknown>>): readonly string[] =>
    rulesOf({
      sections: sampleDefinition.sections.map((one) => (one.shape === 'entries' ? { ...one, ...changes } : one)),
    });

  const scorecard = (changes: Readonly<Record<string, unknown>>): readonly string[] =>
    rulesOf({
      scorecard: { ...sampleDefinition.scorecard, rule: { ...sampleDefinition.scorecard?.rule, ...changes } },
    });

  test.each([
    [rulesOf({ strapline: undefined }), 'strapline is missing: write some text.'],
    [rulesOf({ resources: null }), 'resources is null: write a list.'],
    [rulesOf({ sections: [] }), 'sections is []: list at least one.'],
    [
      rulesOf({
        sections: sampleDefinition.sections.map((section) => ({
          ...section,
          rules: [{ when: { field: section.fields[0]?.key ?? '', is: [1] } }],
        })),
      }),
      'sections.0.rules.0.needs is missing: say what the answer needs or excludes.',
    ],
    [rulesOf({ language: 'English' }), 'language is "English": write the code of a language, as in en or en-GB.'],
    [rulesOf({ aboutPeople: 'yes' }), 'aboutPeople is "yes": write true or false, without quotes.'],
    [entries({ rows: '3' }), 'sections.2.rows is "3": a number is meant, so take the quotes away.'],
    [entries({ rows: 'three' }), 'sections.2.rows is "three": write a number.'],
    [
      scorecard({ minimumCoverage: 75 }),
      'scorecard.rule.minimumCoverage is 75: write a share from 0 to 1, such as 0.75 for 75%.',
    ],
    [
      scorecard({ minimumCoverage: '75%' }),
      'scorecard.rule.minimumCoverage is "75%": write a number, without the percent sign.',
    ],
    [
      rulesOf({ title: 'long '.repeat(100) }),
      `title is "${'long '.repeat(15)}lo…": it has more than 200 characters: shorten it.`,
    ],
    [entries({ required: -1 }), 'sections.2.required is -1: write 0 or more.'],
    [entries({ shape: 'entry' }), 'sections.2.shape is "entry": write one of: "items", "entries".'],
    [
      entries({ shortitle: 'x' }),
      'sections.2.shortitle is "x": no property of that name belongs there: write shortTitle, if that is meant.',
    ],
    [rulesOf({ colour: 1 }), 'colour is 1: no property of that name belongs there: take it out, or correct the name.'],
    [
      rulesOf({
        references: [{ key: 'r', title: 'R', shortTitle: 'R', introduction: 'I', columns: ['A'], rows: [[[]]] }],
      }),
      'references.0.rows.0.0 is []: write some text or a part with properties of its own.',
    ],
    [
      rulesOf({
        sections: sampleDefinition.sections.map((section) => ({
          ...section,
          checks: [{ is: 'equal', sum: ['a'], to: { item: '1.1.1', feild: 'cost' } }],
        })),
      }).toSorted(),
      'sections.0.checks.0.to.feild is "cost": no property of that name belongs there: write field, if that is meant.',
    ],
    [
      rulesOf({
        sections: sampleDefinition.sections.map((section) => ({
          ...section,
          fields: section.fields.map((field) => ({ ...field, onlyIf: { field: 'score' } })),
        })),
      }),
      'sections.0.fields.0.onlyIf.is is missing: write a list.',
    ],
  ])('%#', (messages, expected) => {
    expect(messages[0]?.replace(/ The same in .*/, '')).toBe(expected);
    for (const message of messages)
      expect(message).not.toMatch(/expected|received|invalid|must match|too (?:big|small)/i);
  });

  test('say so where nothing of that kind is defined', () => {
    const [, found] = findingsIn(changed({ scales: [], scorecard: sampleDefinition.scorecard }));
    expect(found?.message).toContain('No scale is defined.');
  });
});
