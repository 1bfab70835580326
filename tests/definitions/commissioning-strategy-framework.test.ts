import { describe, expect, it } from 'vitest';
import { commissioningStrategyFramework } from '../../definitions/commissioning-strategy-framework.ts';
import { competencies, phases } from '../../definitions/crosswalk.ts';
import { isEntries, isItems, itemsOf } from '../../src/instrument/model/traverse.ts';

const sections = commissioningStrategyFramework.sections.filter(isItems);
const entries = commissioningStrategyFramework.sections.filter(isEntries);
const activities = sections.flatMap((section) => section.activities);
const items = itemsOf(commissioningStrategyFramework).map(({ item }) => item);

describe('the commissioning strategy framework', () => {
  it('is the edition of 2005 in British English', () => {
    expect(commissioningStrategyFramework).toMatchObject({
      key: 'commissioning-strategy-framework',
      edition: '2005',
      published: 'May 2005',
      language: 'en-GB',
    });
  });

  it('introduces itself and names its elements in order', () => {
    expect(commissioningStrategyFramework.introduction.map(({ heading }) => heading)).toEqual([
      'What this is for',
      'The five elements',
      'Key steps to strategic commissioning',
      'Identifying needs, filling the gaps',
      'Outcomes, targets and priorities',
      'Working with partners',
      'Authors',
    ]);
    expect(commissioningStrategyFramework.introduction[1]?.bullets).toEqual(sections.map(({ title }) => title));
    expect(commissioningStrategyFramework.introduction[2]?.bullets).toHaveLength(4);
    expect(commissioningStrategyFramework.introduction[3]?.bullets).toHaveLength(4);
    expect(commissioningStrategyFramework.introduction.at(-1)?.paragraphs.join(' ')).toContain('Audit Commission');
  });

  it('says that its scale and its phases are not of the source', () => {
    const notes = commissioningStrategyFramework.sourceNote.join(' ');
    expect(notes).toMatch(
      /^Added by Scorebook, and not in the source: .*colours.*phases of commissioning.*participants.*sign-off\./,
    );
    expect(notes).toMatch(/no scale\. The four levels, their labels and their meanings are ours/);
    expect(notes).toMatch(/allocation of elements and areas to phases of commissioning is ours/);
  });

  it('says how services are judged, what better knowledge of needs shows, and whom the approach concerns', () => {
    const paragraphs = commissioningStrategyFramework.introduction.flatMap((block) => block.paragraphs).join(' ');
    expect(paragraphs).toMatch(/key measures for evaluating services, routinely and critically/);
    expect(paragraphs).toMatch(/earlier intervention might have kept children from becoming looked after/);
    expect(paragraphs).toMatch(
      /not routinely evaluated, least of all for internal services, and some children, above all those looked after, have very poor/,
    );
    expect(paragraphs).toMatch(/limited resources effectively.*new range of flexible services/);
    expect(paragraphs).toMatch(/from frontline workers to those who collate the data/);
  });

  it('scores on four levels, in the words of its instructions', () => {
    const [scale, ...others] = commissioningStrategyFramework.scales;
    expect(others).toEqual([]);
    const levels = scale?.options.map(({ level, label }) => `${level}. ${label}`);
    expect(levels).toEqual(['1. Not covered', '2. Partly covered', '3. Mostly covered', '4. Fully covered']);
    expect(commissioningStrategyFramework.scoring[0]?.bullets).toEqual(levels);
  });
});

describe('the areas', () => {
  it('are grouped under the five elements', () => {
    expect(sections.map(({ key, title, activities }) => [`${key} ${title}`, activities.length] as const)).toEqual([
      ['1 Vision', 2],
      ['2 Needs and priorities', 2],
      ['3 Resources', 4],
      ['4 Change agenda', 3],
      ['5 Action plan', 2],
    ]);
  });

  it('are 13, with 67 prompts in all', () => {
    expect(activities.map(({ title, items }) => [title, items[0]?.guidance?.length] as const)).toEqual([
      ['National context', 4],
      ['Local context', 9],
      ['Needs', 6],
      ['Priorities', 8],
      ['In-house and external', 10],
      ['Quality', 2],
      ['Coverage', 2],
      ['Contracting arrangements', 6],
      ['Options', 6],
      ['Finance', 4],
      ['Contracts', 4],
      ['SMART actions', 3],
      ['Review and feedback', 3],
    ]);
    expect(new Set(items.flatMap(({ guidance = [] }) => guidance)).size).toBe(67);
    expect(sections.map(({ guidanceHeading }) => guidanceHeading)).toEqual(sections.map(() => 'Prompts'));
  });

  it('set the points within a prompt on lines of their own: three, four and three', () => {
    const points = items
      .flatMap(({ guidance = [] }) => guidance)
      .flatMap((prompt) => {
        const lines = prompt.split('\n– ').length - 1;
        return lines === 0 ? [] : [lines];
      });
    expect(points).toEqual([3, 4, 3]);
  });

  it('have one question each, which asks how far the area is covered, under the same reference', () => {
    for (const { key, items } of activities) {
      expect(items.map((item) => item.key)).toEqual([key]);
      expect(items[0]?.question).toMatch(/^How far does the (?:strategy|action plan) .*\?$/);
    }
    expect(new Set(items.map(({ question }) => question)).size).toBe(13);
  });

  it('are numbered through within their elements', () => {
    for (const { key, activities } of sections) {
      expect(activities.map((activity) => activity.key)).toEqual(activities.map((_, index) => `${key}.${index + 1}`));
    }
  });

  it('are judged by the meanings of the scale, with evidence for any score above the lowest', () => {
    expect(items.flatMap(({ criteria }) => criteria)).toEqual([]);
    for (const { fields, rules } of sections) {
      expect(fields.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['score score', 'text evidence']);
      expect(rules).toEqual([{ when: { field: 'score', is: [2, 3, 4] }, needs: ['evidence'] }]);
    }
  });

  it('cannot be marked as not applicable, since a strategy needs them all', () => {
    const scores = sections.flatMap(({ fields }) => fields.filter((field) => field.kind === 'score'));
    expect(scores.filter((field) => 'notApplicable' in field)).toEqual([]);
  });

  it('belong to phases of commissioning, by element and where an area differs', () => {
    expect(commissioningStrategyFramework.vocabularies).toEqual([phases, competencies]);
    expect(sections.map(({ key, tags }) => [key, tags?.['phase']] as const)).toEqual([
      ['1', ['1']],
      ['2', ['1']],
      ['3', ['2']],
      ['4', ['2']],
      ['5', ['3']],
    ]);
    const own = activities.flatMap(({ title, tags }) => {
      const phase = tags?.['phase'];
      return phase === undefined ? [] : [[title, phase] as const];
    });
    expect(own).toEqual([
      ['Quality', ['2', '3']],
      ['Coverage', ['1', '2']],
      ['Contracting arrangements', ['2', '3']],
      ['Options', ['1', '2']],
      ['SMART actions', ['1', '3']],
    ]);
  });

  it('keep the abbreviations of the source, which are all written out', () => {
    const prompts = items.flatMap(({ guidance = [] }) => guidance).join('\n');
    const [, abbreviations] = commissioningStrategyFramework.references ?? [];
    const written = abbreviations?.rows.map(([abbreviation]) => String(abbreviation)) ?? [];
    for (const name of ['ECM', 'NSF', 'CYPP', 'CLA', 'CWD', 'BME', 'CIN', 'LAC', 'BV', 'PI', 'AGMA', 'S31']) {
      expect(prompts).toContain(name);
      expect(written).toContain(name);
    }
  });
});

describe('the actions', () => {
  const actions = entries.find(({ key }) => key === 'actions');

  it('are entered in thirty rows, at least one of them', () => {
    expect(actions).toMatchObject({ required: 1, rows: 30, entry: 'action' });
    expect(actions?.optional).toBeUndefined();
  });

  it('have a measure, resources, a named person, a date and monitoring', () => {
    const described = actions?.fields.map((field) =>
      [field.kind, field.key, 'purpose' in field ? `(${field.purpose})` : ''].join(' ').trim(),
    );
    expect(described).toEqual([
      'choice area (about)',
      'text action (action)',
      'text measure (measure)',
      'text resources (resources)',
      'text lead (lead)',
      'date due (due)',
      'text monitoring (monitoring)',
    ]);
  });

  it('name the area that they improve by the titles of the areas', () => {
    const area = actions?.fields.find((field) => field.kind === 'choice');
    expect(area?.options).toEqual(activities.map(({ title }) => title));
  });

  it('are SMART in the sense of the source', () => {
    const smart = commissioningStrategyFramework.scoring.find(({ heading }) => heading === 'SMART actions');
    expect(smart?.bullets).toEqual(['Specific', 'Measurable', 'Achievable', 'Resourced', 'Timely']);
  });
});

describe('the people', () => {
  it('are twenty participants at most, of whom one signs off', () => {
    expect(entries.map(({ key, required, rows }) => [key, required, rows])).toEqual([
      ['actions', 1, 30],
      ['participants', 1, 20],
      ['sign-off', 1, 1],
    ]);
  });
});

describe('the scorecard', () => {
  it('shows the elements by the rule of the PCT self-assessment', () => {
    expect(commissioningStrategyFramework.scorecard).toEqual({
      scale: 'coverage',
      rule: { minimumCoverage: 0.75, redFromLowestShare: 0.5, greenAboveHighestShare: 0.5, greenLowestCount: 0 },
      views: [{ key: 'elements', title: 'Elements', by: 'section' }],
    });
  });
});

describe('the tables for reference', () => {
  it('hold the three definitions and the two terms of the glossary', () => {
    const [definitions] = commissioningStrategyFramework.references ?? [];
    expect(definitions?.rows.map(([term]) => term)).toEqual([
      'Commissioning Strategy',
      'Commissioning of Services',
      'Purchasing',
      'Frontline workers',
      'Assessments',
    ]);
  });
});

describe('the resources', () => {
  it('are the nine documents, laws and programmes that the source names', () => {
    const titles = commissioningStrategyFramework.resources.flatMap((list) => list.entries.map(({ title }) => title));
    expect(titles).toHaveLength(9);
    expect(titles).toContain('Children Act 2004');
    expect(titles).toContain('Every Child Matters Outcomes Framework');
  });
});

describe('the wording', () => {
  it('has straight apostrophes and quotation marks throughout', () => {
    expect(JSON.stringify(commissioningStrategyFramework)).not.toMatch(/[‘’“”]/);
  });
});
