import { describe, expect, it } from 'vitest';
import { competencies, phases } from '../../definitions/crosswalk.ts';
import { pctSelfAssessment } from '../../definitions/pct-self-assessment.ts';
import { isEntries, isItems, itemsOf, itemsOfSection, tagsOf, viewsOf } from '../../src/instrument/model/traverse.ts';

const sections = pctSelfAssessment.sections.filter(isItems);
const activities = sections.flatMap((section) => section.activities);
const items = itemsOf(pctSelfAssessment).map(({ item }) => item);

describe('the PCT self-assessment', () => {
  it('is the edition of 2007 in British English', () => {
    expect(pctSelfAssessment).toMatchObject({ key: 'pct-self-assessment', edition: '2007', language: 'en-GB' });
  });

  it('introduces itself, explains its scoring and says what was decided about its source', () => {
    expect(pctSelfAssessment.introduction.map((block) => block.heading)).toEqual([
      'Foreword',
      'Policy context',
      'The self-assessment tool',
      'Working with partner organisations',
    ]);
    expect(pctSelfAssessment.introduction[2]?.bullets).toHaveLength(3);
    expect(pctSelfAssessment.scoring.length).toBeGreaterThan(0);
    expect(pctSelfAssessment.sourceNote.length).toBeGreaterThan(0);
  });

  it('scores on three positions, from the lowest to the highest', () => {
    expect(pctSelfAssessment.scales).toHaveLength(1);
    expect(pctSelfAssessment.scales[0]?.options.map(({ level, label }) => `${level} ${label}`)).toEqual([
      '1 Needs significant improvement',
      '2 Meets minimum standards',
      '3 Good to best practice',
    ]);
  });

  it('names the three scoring positions in its instructions as the scale does', () => {
    const options = pctSelfAssessment.scales.flatMap((scale) => scale.options);
    expect(pctSelfAssessment.scoring[0]?.bullets).toEqual(options.map(({ level, label }) => `${level}. ${label}`));
  });

  it('names the four perspectives in its instructions as the balanced scorecard does', () => {
    const scorecard = pctSelfAssessment.scoring.find((block) => block.heading === 'The balanced scorecard');
    const text = scorecard?.paragraphs.join(' ').toLowerCase();
    for (const { title } of perspectives()) expect(text).toContain(title.toLowerCase());
  });
});

describe('the questions', () => {
  it('follow the six parts of the commissioning cycle', () => {
    expect(
      sections.map((section) => [`${section.key} ${section.title}`, itemsOfSection(section).length] as const),
    ).toEqual([
      ['1 Assessing need and reviewing service provision', 11],
      ['2 Shaping the structure of supply', 7],
      ['3 Managing demand', 8],
      ['4 Clinical decision making', 10],
      ['5 Managing performance', 6],
      ['6 Patient and public feedback', 2],
    ]);
  });

  it('meet the questions of other instruments by phase of commissioning, each section in one', () => {
    expect(pctSelfAssessment.vocabularies).toEqual([phases, competencies]);
    expect(sections.map(({ key, tags }) => [key, tags])).toEqual([
      ['1', { phase: ['1'] }],
      ['2', { phase: ['2'] }],
      ['3', { phase: ['2'] }],
      ['4', { phase: ['3'] }],
      ['5', { phase: ['3'] }],
      ['6', { phase: ['3'] }],
    ]);
    const tagged = itemsOf(pctSelfAssessment).map((item) => tagsOf(item, 'phase').join());
    expect(['1', '2', '3'].map((phase) => tagged.filter((found) => found === phase).length)).toEqual([11, 15, 18]);
  });

  it('are grouped under 17 activities', () => {
    expect(activities.map(({ key, title, items }) => [`${key} ${title}`, items.length] as const)).toEqual([
      ["1.1 Monitor and assess population's health status", 3],
      ['1.2 Develop a long-term strategy to improve health', 3],
      ['1.3 Develop a strategy to meet Government targets', 4],
      ['1.4 Develop an implementation plan for new initiatives', 1],
      ['2.1 Identify pathway optimisation opportunities', 4],
      ['2.2 Coordinate delivery of health and social care and education', 3],
      ['3.1 Forecast demand for services in the coming year', 2],
      ['3.2 Set demand management strategy', 2],
      ['3.3 Develop primary care capacity', 2],
      ['3.4 Develop secondary care capacity', 2],
      ['4.1 Establish clinical quality guidelines', 6],
      ['4.2 Identify clinical quality improvement opportunities', 3],
      ['4.3 Evaluate service improvement opportunities', 1],
      ['5.1 Develop long-term financial strategy', 3],
      ['5.2 Develop annual budget and medium-term plan', 1],
      ['5.3 Develop plans to address major financial risks', 2],
      ['6.1 Solicit patient feedback', 2],
    ]);
  });

  it('are numbered through within their activities', () => {
    for (const { key, items } of activities) {
      expect(items.map((item) => item.key)).toEqual(items.map((_, index) => `${key}.${index + 1}`));
    }
  });

  it('are 44, all different and all questions', () => {
    expect(items).toHaveLength(44);
    expect(new Set(items.map((item) => item.question)).size).toBe(44);
    expect(items.filter((item) => !item.question.endsWith('?'))).toEqual([]);
  });

  it('have 132 criteria in all, each a full sentence that distinguishes its level from the others', () => {
    expect(items.flatMap((item) => item.criteria)).toHaveLength(132);
    for (const { key, criteria } of items) {
      const texts = criteria.map((criterion) => criterion.text);
      expect(new Set(texts).size, key).toBe(3);
      for (const text of texts) expect(text, key).toMatch(/^[A-Z].*\.$/s);
    }
  });

  it('set the nine key areas of 1.1.3 on lines of their own', () => {
    const [heading, ...areas] = criterionOf('1.1.3', 3).split('\n');
    expect(heading).toMatch(/The key areas include:$/);
    expect(areas).toHaveLength(9);
    expect(areas.filter((area) => !/^• .*[;.]$/.test(area))).toEqual([]);
  });

  it('ask at level 3 of 3.2.2 for a plan, indicators, thresholds and reviews for each initiative', () => {
    expect(criterionOf('3.2.2', 3)).toMatch(
      /^For each strategic demand management initiative, .*plan to monitor.*key performance indicators.*thresholds.*reviews[^.]*\.$/,
    );
  });

  it('base the projections of 3.1.2 on demographic information at level 3 as at level 2', () => {
    for (const level of [2, 3])
      expect(criterionOf('3.1.2', level)).toMatch(/bases (?:its|its own) projections on demographic/);
  });

  it('give the committee of 6.1.2 the task of designing services, and that of reviewing input', () => {
    expect(criterionOf('6.1.2', 3)).toMatch(/two tasks: to review input .*, and to design services around them\.$/);
  });

  it('speak in 2.2.2 of how staff are trained in safeguarding, and invent no body for its evidence', () => {
    for (const level of [1, 2, 3]) {
      expect(criterionOf('2.2.2', level)).toContain('how staff are trained in safeguarding, what is recorded,');
    }
    const evidence = items.find(({ key }) => key === '2.2.2')?.evidence ?? [];
    expect(evidence.slice(-2)).toEqual([
      'Safeguarding in provider services',
      'Regular monitoring of provider services by the PCT',
    ]);
    expect(pctSelfAssessment.sourceNote.join(' ')).toContain('They are probably one:');
  });

  it('suggest as much evidence as the source does', () => {
    expect(
      Object.fromEntries(activities.map(({ key, items }) => [key, items.map((item) => item.evidence.length)])),
    ).toEqual({
      '1.1': [4, 2, 8],
      '1.2': [9, 8, 10],
      '1.3': [6, 3, 4, 2],
      '1.4': [2],
      '2.1': [5, 6, 3, 5],
      '2.2': [9, 8, 1],
      '3.1': [3, 4],
      '3.2': [3, 2],
      '3.3': [4, 4],
      '3.4': [5, 5],
      '4.1': [5, 3, 5, 5, 5, 4],
      '4.2': [5, 4, 5],
      '4.3': [3],
      '5.1': [6, 9, 3],
      '5.2': [2],
      '5.3': [1, 3],
      '6.1': [4, 5],
    });
    expect(items.flatMap((item) => item.evidence)).toHaveLength(202);
  });

  it('suggest no evidence twice for one question', () => {
    for (const { key, evidence } of items) expect(new Set(evidence).size, key).toBe(evidence.length);
  });

  it('are all answered by a score, evidence and an action with its lead and date', () => {
    for (const section of sections) {
      expect(section.fields.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
        'score score',
        'text evidence',
        'text action',
        'text lead',
        'date due',
      ]);
    }
  });
});

describe('the participants', () => {
  it('have room for twenty people, what each is and what each did, and one of them signs off', () => {
    const entries = pctSelfAssessment.sections.filter(isEntries);
    expect(entries.map(({ key, rows }) => [key, rows])).toEqual([
      ['participants', 20],
      ['sign-off', 1],
    ]);
    expect(entries[0]?.fields.map((field) => field.heading)).toEqual(['Name', 'Role', 'Organisation', 'Part played']);
  });
});

describe('the explanations', () => {
  it('name the commissioning cycle as the lost diagram does', () => {
    expect(pctSelfAssessment.introduction[2]?.paragraphs[0]).toContain('The Commissioning cycle for health services');
  });

  it('say all that Green takes, and of Amber more than that it is neither Red nor Green', () => {
    const colours = pctSelfAssessment.scoring.find(({ heading }) => heading === 'What the colours show')?.bullets ?? [];
    expect(colours.find((line) => line.startsWith('Green'))).toContain('no question in it is at level 1');
    expect(colours.join(' ')).not.toMatch(/neither red nor green/i);
  });

  it('begin the note on the source with what Scorebook added', () => {
    const [first] = pctSelfAssessment.sourceNote;
    expect(first).toMatch(/^Added by Scorebook, and not in the source: /);
    for (const part of ['colours', 'four perspectives', 'phases of commissioning', 'participants', 'sign-off']) {
      expect(first).toContain(part);
    }
  });
});

describe('the balanced scorecard', () => {
  it('has four perspectives with several questions each', () => {
    const counts = perspectives().map(({ key }) => items.filter((item) => item.groups['perspective'] === key).length);
    expect(counts).toEqual([10, 12, 9, 13]);
  });
});

describe('the resources', () => {
  const entriesOf = (key: string) => pctSelfAssessment.resources.find((list) => list.key === key)?.entries ?? [];

  it('are 17 publications, each with its author', () => {
    expect(entriesOf('publications')).toHaveLength(17);
    expect(entriesOf('publications').filter((entry) => entry.author === undefined)).toEqual([]);
  });

  it('leave only the podcast without a date', () => {
    const undated = entriesOf('publications').filter((entry) => entry.date === undefined);
    expect(undated.map((entry) => entry.title)).toEqual(['Outcome-based Commissioning – Podcast']);
  });

  it('are 8 websites, each with its address', () => {
    expect(entriesOf('websites')).toHaveLength(8);
    expect(entriesOf('websites').filter((entry) => entry.link === undefined)).toEqual([]);
  });
});

describe('the wording', () => {
  it('has straight apostrophes and quotation marks throughout', () => {
    expect(JSON.stringify(pctSelfAssessment)).not.toMatch(/[‘’“”]/);
  });
});

function criterionOf(key: string, level: number): string {
  return items.find((item) => item.key === key)?.criteria.find((one) => one.level === level)?.text ?? '';
}

function perspectives() {
  return viewsOf(pctSelfAssessment).flatMap((view) => (view.by === 'group' ? view.groups : []));
}
