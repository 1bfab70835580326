import { describe, expect, it } from 'vitest';
import { ccgFramework } from '../../definitions/ccg-framework.ts';
import { competencies, phases } from '../../definitions/crosswalk.ts';
import { isEntries, isItems, isScored, itemsOf, itemsOfSection } from '../../src/instrument/model/traverse.ts';
import { answered, answerOf, notAsked } from '../../src/response/response.ts';
import { carryOver } from '../../src/scoring/editions/carryOver.ts';
import { editionChange } from '../../src/scoring/editions/editionChange.ts';
import { scoredItems } from '../../src/scoring/scorecard.ts';
import { responseWith } from '../tools/responseWith.ts';

const sections = ccgFramework.sections.filter(isItems);
const items = itemsOf(ccgFramework).map(({ item }) => item);

const sectionOf = (key: string) => {
  const section = sections.find((candidate) => candidate.key === key);
  if (section === undefined) throw new Error(`No section ${key}`);
  return section;
};
const itemsIn = (key: string) => itemsOfSection(sectionOf(key)).map(({ item }) => item);
const fieldsOf = (key: string) => sectionOf(key).fields.map(({ kind, heading }) => `${kind} ${heading}`);
const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);

const paragraphsOf = (heading: string) =>
  ccgFramework.introduction.find((block) => block.heading === heading)?.paragraphs.join(' ') ?? '';

const tableOf = (key: string) => {
  const table = ccgFramework.references?.find((candidate) => candidate.key === key);
  if (table === undefined) throw new Error(`No table ${key}`);
  return table;
};
const firstColumn = (key: string) => tableOf(key).rows.map((row) => row[0]);

describe('the CCG framework', () => {
  it('is the undated draft in British English, defined for the second time', () => {
    expect(ccgFramework).toMatchObject({
      key: 'ccg-framework',
      edition: 'draft-2',
      title: 'Commissioning Child Health and Wellbeing Services: information and guidance framework',
      published: 'Draft, 2011 or later',
      language: 'en-GB',
    });
  });

  it('has the section numbers of its source, and adds participants and a sign-off', () => {
    expect(ccgFramework.sections.map(({ key, title }) => `${key} ${title}`)).toEqual([
      '2 Schedule of key information',
      '2.10 Budgets in figures',
      '2.11 Populations in figures',
      '2.12 Unit costs in figures',
      '3 Table of progress on 13 key action areas',
      '5 CCG Self Assessment Checklist for children, young people, maternity and CAMHS commissioning',
      'participants Participants',
      'sign-off Sign-off',
    ]);
  });

  it('introduces itself with nine principles and the five domains of the NHS Outcomes Framework', () => {
    const bulletsOf = (heading: string) =>
      ccgFramework.introduction.find((block) => block.heading === heading)?.bullets ?? [];
    expect(bulletsOf('Key principles of service commissioning')).toHaveLength(9);
    expect(bulletsOf('NHS Outcomes Framework 2011/12')).toHaveLength(5);
  });

  it('gives the context of paragraph 1.3, with its quotation in sense', () => {
    const context = paragraphsOf('Context for the guide');
    for (const words of ['common sense', 'education', 'unitary', 'law, policy and outcomes', 'values and behaviours']) {
      expect(context).toContain(words);
    }
    expect(context).toContain('NHS Future Forum');
  });

  it('says that needs analysis has become more sophisticated, and how to engage people best', () => {
    expect(paragraphsOf('Needs and information')).toContain('more and more sophisticated');
    expect(paragraphsOf('Working with children, families and partners')).toContain(
      'the most efficient and effective way',
    );
  });

  it('calls the care of GPs holistic and their position unique', () => {
    const text = paragraphsOf('What is different about children and young people');
    expect(text).toMatch(/holistic.*physically, psychologically and socially.*wider community.*unique position/);
  });

  it('has drug and alcohol services come from statutory and voluntary providers', () => {
    const money = paragraphsOf('Money');
    expect(money).toContain('Drug and alcohol services come from both statutory and voluntary providers');
    expect(money).toMatch(/palliative care.*complex needs and disabilities: children's hospices and Aiming High/);
  });

  it('begins the note on the source with what Scorebook added, and names no author of an unpublished work', () => {
    const [first] = ccgFramework.sourceNote;
    expect(first).toMatch(
      /^Added by Scorebook, and not in the source: .*scorecard with its colours.*phases.*participants.*sign-off\.$/,
    );
    expect(JSON.stringify(ccgFramework)).not.toContain('Tiwari');
    expect(ccgFramework.sourceNote.join(' ')).toContain(
      'name the author of an unpublished work. People are not named here',
    );
  });

  it('asks neutrally about "the CCG", which no name and no brand replaces', () => {
    const shown = JSON.stringify([ccgFramework.introduction, ccgFramework.sections]);
    expect(shown).not.toMatch(/X CCG|insert your/);
  });

  it('has three scales, of which people choose the words, and names two of them in its instructions', () => {
    expect(
      ccgFramework.scales.map(({ key, chosenBy, options }) => [
        key,
        chosenBy,
        options.map(({ level, label }) => `${level} ${label}`),
      ]),
    ).toEqual([
      ['yes-no', 'label', ['0 No', '1 Yes']],
      ['progress', 'label', ['1 Not started', '2 Under way', '3 In place']],
      ['confidence', 'label', ['1 No', '2 Partly', '3 Yes']],
    ]);
    const labelsOf = (key: string) =>
      ccgFramework.scales.find((scale) => scale.key === key)?.options.map(({ label }) => label);
    expect(ccgFramework.scoring[2]?.bullets).toEqual(labelsOf('progress'));
    expect(ccgFramework.scoring[3]?.bullets).toEqual(labelsOf('confidence'));
  });
});

describe('the figures', () => {
  it('are the five budgets, the seven groups of statement 5.2 and the ten services with indicative costs', () => {
    expect(['2.10', '2.11', '2.12'].map((key) => itemsIn(key).length)).toEqual([5, 7, 10]);
    expect(firstColumn('unit-costs')).toHaveLength(10);
  });

  it('are numbers that the region can add up, of which a Yes requires the first', () => {
    expect(['2.10', '2.11', '2.12'].map(fieldsOf)).toEqual([
      [
        'score Available',
        'number Budget of this year',
        'number Of this, for children',
        'computed Share for children',
        'text Source and year',
      ],
      ['score Available', 'number Number of people', 'text Source and year'],
      ['score Available', 'number Cost for each', 'text Source and year'],
    ]);
    expect(sectionOf('2.10').rules).toEqual([{ when: { field: 'available', is: [1] }, needs: ['budget'] }]);
  });

  it('do not give more to children than a budget has, and their share is computed', () => {
    const { checks, fields } = sectionOf('2.10');
    expect(checks).toEqual([{ is: 'at-most', sum: ['children'], to: 'budget' }]);
    expect(fields.find(({ key }) => key === 'share')).toMatchObject({ by: 'share', of: ['children', 'budget'] });
  });

  it('are all that the first edition lacks: answers to it are carried over whole', () => {
    const figures = new Set(['2.10', '2.11', '2.12']);
    const first = {
      ...ccgFramework,
      edition: 'draft',
      sections: ccgFramework.sections.filter(({ key }) => !figures.has(key)),
    };
    const response = responseWith(first, {
      '2.4.1 available': answered(1),
      '2.4.1 population': answered('The county'),
      '5.1 confidence': answered(3),
      'participants 1 name': answered('A. Sample'),
    });
    const carried = carryOver(first, ccgFramework, response);
    expect(answerOf(carried, '2.4.1', 'population')).toEqual(answered('The county'));
    expect(answerOf(carried, '2.10.1', 'budget')).toEqual(notAsked);
    expect(carried.entries.get('participants')?.[0]?.answers.get('name')).toEqual(answered('A. Sample'));
    const change = editionChange(first, ccgFramework, response);
    expect(change).toMatchObject({ retired: [], reworded: [], rescaled: [], withdrawn: [] });
    expect(change.added).toHaveLength(22);
  });
});

describe('the schedule of key information', () => {
  it('has nine items, of which the fourth, the budgets, has five lines', () => {
    const keys = itemsIn('2').map((item) => item.key);
    const lines = keys.filter((key) => key.startsWith('2.4.'));
    const sourceItems = new Set(keys.map((key) => key.split('.').slice(0, 2).join('.')));
    expect([...sourceItems]).toEqual(numbered('2.', 9));
    expect(lines).toEqual(numbered('2.4.', 5));
    expect(keys).toHaveLength(13);
  });

  it('keeps the order of the source, with the budget lines in an activity of their own', () => {
    expect(
      sectionOf('2').activities.map(({ title, items: rows }) => [title, rows.map((item) => item.key)] as const),
    ).toEqual([
      ['Key information: needs, strategy and services', ['2.1', '2.2', '2.3']],
      ['Commissioning budgets', numbered('2.4.', 5)],
      ['Key information: partners and partnerships', ['2.5', '2.6', '2.7', '2.8', '2.9']],
    ]);
  });

  it('asks for each thing that the source names', () => {
    const named: readonly (readonly [string, RegExp])[] = [
      ['2.1', /Joint Strategic Needs Assessment/],
      ['2.2', /PCT's current commissioning strategy/],
      ['2.3', /services that are commissioned.*service managers/],
      ['2.4.1', /core NHS.*primary care, acute and community/],
      ['2.4.2', /grant budgets of the NHS/],
      ['2.4.3', /grant budgets of the local authority/],
      ['2.4.4', /special needs and continuing care/],
      ['2.4.5', /other/],
      ['2.5', /structure map/],
      ['2.6', /joint commissioning/],
      ['2.7', /voluntary and the independent sector/],
      ['2.8', /Local Safeguarding Children Board/],
      ['2.9', /health of looked after children/],
    ];
    expect(itemsIn('2').map((item) => item.key)).toEqual(named.map(([key]) => key));
    for (const [key, words] of named) {
      expect(itemsIn('2').find((item) => item.key === key)?.question).toMatch(words);
    }
  });

  it('is answered by whether it is available, the population covered and the location', () => {
    expect(fieldsOf('2')).toEqual(['score Available', 'text Population covered', 'text Location of the information']);
    expect(sectionOf('2').fields[0]).toMatchObject({ key: 'available', scale: 'yes-no' });
  });
});

describe('the progress on key action areas', () => {
  it('covers the 13 areas of the source in its order', () => {
    expect(itemsIn('3').map((item) => item.key)).toEqual(numbered('3.', 13));
    expect(itemsIn('3').map((item) => item.question)).toEqual([
      'The Healthy Child programme',
      'Family Nurse Partnership',
      'Maternity Matters objectives and requirements',
      'Timely access to therapies; speech, physiotherapy and occupational therapy',
      'Safeguarding requirements',
      'Health and mental health care of looked after children',
      'Paediatric palliative care services',
      'Teenage pregnancy and sexual health programmes',
      'Screening programmes',
      'Obesity strategies',
      'Tier 1-4 Child and adolescent mental health programmes',
      'Early support to children with palliative care, complex health care needs and disabilities',
      'Effective arrangements for jointly funded packages of care for children with complex needs',
    ]);
  });

  it('names for every area the guidance of references 7 to 19, all of which are among the resources', () => {
    const publications = ccgFramework.resources.find((list) => list.key === 'action-areas')?.entries ?? [];
    const titles = publications.map((entry) => entry.title.replace(/, Gateway Reference \d+$/, ''));
    const guidance = itemsIn('3').flatMap((item) => item.guidance ?? []);
    expect(guidance.map((line) => line.replace(/ \([^)]*\d{4}\)$/, ''))).toEqual(titles);
    expect(itemsIn('3').filter((item) => item.guidance === undefined)).toEqual([]);
  });

  it('is answered by the three columns of the source, a status, a lead and a date', () => {
    expect(fieldsOf('3')).toEqual([
      'text Progress in implementation',
      'text Action outstanding',
      'text Constraints on progress',
      'score Status',
      'text Lead',
      'date By when',
    ]);
    expect(sectionOf('3').fields.find((field) => field.key === 'status')).toMatchObject({ scale: 'progress' });
    expect(sectionOf('3').fields.find((field) => field.key === 'outstanding')).toMatchObject({ purpose: 'action' });
  });
});

describe('the self-assessment checklist', () => {
  it('asks 13 times whether the CCG is confident, each time of something else', () => {
    const questions = itemsIn('5').map((item) => item.question);
    expect(itemsIn('5').map((item) => item.key)).toEqual(numbered('5.', 13));
    expect(questions.filter((question) => !/^Is the CCG confident that .*\?$/.test(question))).toEqual([]);
    expect(new Set(questions).size).toBe(13);
  });

  it('asks of each statement what the source puts into it', () => {
    const words = [
      /clinical leadership/,
      /aged 0-19/,
      /robust universal services/,
      /additional or special needs/,
      /severe and complex needs have/,
      /safeguarding arrangements/,
      /contracts of providers/,
      /right balance/,
      /capacity/,
      /colleagues in the local authority/,
      /partnership flexibilities/,
      /lead commissioner/,
      /reported routinely to its board/,
    ];
    for (const [index, item] of itemsIn('5').entries()) expect(item.question, item.key).toMatch(words[index] ?? /^$/);
  });

  it('asks in 5.2 for the number of children in each group, and for the size of the population aged 0-19', () => {
    const question = itemsIn('5').find((item) => item.key === '5.2')?.question;
    expect(question).toMatch(
      /how many people aged 0-19 it has, and how many children have long term conditions, are in need, are/,
    );
  });

  it('is answered by the confidence, evidence and an action with its lead and date', () => {
    expect(fieldsOf('5')).toEqual(['score Confident?', 'text Evidence', 'text Action', 'text Lead', 'date By when']);
    expect(
      sectionOf('5').fields.flatMap((field) => ('purpose' in field && field.purpose ? [field.purpose] : [])),
    ).toEqual(['evidence', 'action', 'lead', 'due']);
  });

  it('needs evidence for every Yes', () => {
    expect(sectionOf('5').rules).toEqual([{ when: { field: 'confidence', is: [3] }, needs: ['evidence'] }]);
  });
});

describe('the scorecard', () => {
  it('counts all three sections on their scales, by section and by phase of commissioning', () => {
    expect(ccgFramework.scorecard?.scale).toBe('confidence');
    expect(ccgFramework.scorecard?.views.map(({ key, by }) => `${key} by ${by}`)).toEqual([
      'checklist by section',
      'phase by tag',
    ]);
    expect(sections.filter((section) => isScored(ccgFramework, section)).map(({ key }) => key)).toEqual([
      '2',
      '3',
      '5',
    ]);
    expect(scoredItems(ccgFramework)).toHaveLength(39);
  });

  it('gives the whole the position of its worst section', () => {
    expect(ccgFramework.scorecard?.overall).toBe('lowest');
  });

  it('has statements in every phase, and one of all three', () => {
    expect(ccgFramework.vocabularies).toEqual([phases, competencies]);
    const inPhase = (phase: string) =>
      itemsIn('5').flatMap((item) => (item.tags?.['phase']?.includes(phase) ? [item.key] : []));
    expect(inPhase('1')).toEqual(['5.1', '5.2']);
    expect(inPhase('2')).toEqual(['5.1', ...numbered('5.', 12).slice(2)]);
    expect(inPhase('3')).toEqual(['5.1', '5.3', '5.9', '5.12', '5.13']);
  });

  it('leaves the schedule to the first phase and the progress to the third', () => {
    expect(sectionOf('2').tags).toEqual({ phase: ['1'] });
    expect(sectionOf('3').tags).toEqual({ phase: ['3'] });
  });
});

describe('the participants', () => {
  it('have room for twenty people, what each is and what each did, and one of them signs off', () => {
    const entries = ccgFramework.sections.filter(isEntries);
    expect(entries.map(({ key, rows, required }) => [key, rows, required])).toEqual([
      ['participants', 20, 1],
      ['sign-off', 1, 1],
    ]);
    expect(entries[0]?.fields.map((field) => field.heading)).toEqual(['Name', 'Role', 'Organisation', 'Part played']);
    expect(entries[1]?.fields.map((field) => field.heading)).toEqual(['Name', 'Role', 'Date']);
  });
});

describe('the tables for reference', () => {
  it('are seven, named as the introduction names them', () => {
    const names = ccgFramework.references?.map((table) => table.shortTitle) ?? [];
    expect(names).toEqual([
      'Policy and guidance',
      'Levels of service',
      'Levels of commissioning',
      'Unit costs',
      'Current challenges',
      'Duties and rights',
      'Cycles',
    ]);
    const use = ccgFramework.introduction.find((block) => block.heading === 'How to use this workbook');
    const text = use?.bullets?.at(-1)?.toLowerCase();
    for (const name of names) expect(text).toContain(name.toLowerCase());
  });

  it('hold 18 entries of policy and guidance, a to r, five of them with an address', () => {
    expect(firstColumn('policy')).toEqual([...'abcdefghijklmnopqr']);
    expect(tableOf('policy').rows.map((row) => row[1])).toEqual([
      'A Good Start in Life',
      'Supporting Parenting from minus 9 months',
      'Early Years Preventative work 0-5',
      'Child and Youth Friendly Services',
      '5-19 Services',
      'Care of Children with long-term and chronic conditions',
      'Transitional Care',
      'Safeguarding',
      'Specialist Safeguarding services',
      'Looked After Children services',
      'Child Death Overview services',
      'Managing Sick and Injured Children',
      'Small Volume Specialist Units and Tertiary Care',
      'Disability and ongoing long-term and chronic Complex Needs',
      'Palliative and End of Life Care',
      'Emotional and Mental Health',
      'Medicines and Prescribing',
      "NHS at home: Children's Community Nursing Services",
    ]);
    const linked = tableOf('policy').rows.filter((row) => row.some((cell) => typeof cell === 'object'));
    expect(linked.map((row) => row[0])).toEqual(['c', 'd', 'e', 'l', 'p']);
  });

  it('explain three levels of service, three of commissioning and three joint approaches', () => {
    expect(firstColumn('service-levels')).toEqual(['Universal services', 'Targeted services', 'Specialist services']);
    expect(tableOf('commissioning-levels').rows.map((row) => `${row[0]}: ${row[1]}`)).toEqual([
      'Level: Locality',
      'Level: Strategic',
      'Level: Specialist',
      'Joint approach: Complex Cases',
      'Joint approach: Youth Offending',
      'Joint approach: Children in Secure Settings',
    ]);
  });

  it('name the author of the triangle, what can happen without prevention, and how good practice is found', () => {
    const { introduction, rows } = tableOf('service-levels');
    expect(introduction).toMatch(/Norfolk.*four sections.*other areas could use it/);
    expect(introduction).toContain('can easily grow, and their cost rise to a prohibitive degree');
    expect(introduction).toContain('good practice by commissioning different providers');
    expect(JSON.stringify(rows)).toContain('Input from local commissioners is still required');
  });

  it('join in entry a what the source joins', () => {
    expect(String(tableOf('policy').rows[0]?.[2])).toContain('health and social issues and complex needs');
  });

  it('give child poverty and deprivation as issues with many causes, and workforce issues as no reasons', () => {
    const [causes] = tableOf('challenges').rows;
    expect(String(causes?.[1])).toMatch(/^Issues such as child poverty and deprivation have many causes\./);
    expect(JSON.stringify(tableOf('challenges').rows)).not.toContain('Reasons are');
  });

  it('repeat every duty in its own row, and name no law where the source names none', () => {
    const { rows } = tableOf('duties');
    expect(rows.filter((row) => String(row[1]).startsWith('As above'))).toEqual([]);
    expect(rows.find(([subject]) => String(subject).endsWith('(LSCB)'))?.[2]).toBe('');
  });

  it('give the ten indicative unit costs to the penny', () => {
    expect(tableOf('unit-costs').rows).toEqual([
      ['Family information from helpline', '£33.86 per family'],
      ['Family information, digital', '£1.95 per family'],
      ['Parenting support/course', '£900-1000 per family'],
      ['Family Nurse Partnership', '£3k per family'],
      ['Family Intervention Project', '£8-20k per family'],
      ['Foster care', '£25k per child'],
      ['Treatment foster care', '£70k per child'],
      ["Children's residential care", '£125k per child'],
      ['Secure accommodation', '£134k per child'],
      ["Sure Start Children's centres", '£300 per 0-5 year old'],
    ]);
  });

  it('describe 11 current challenges with the figures of the source', () => {
    expect(tableOf('challenges').rows).toHaveLength(11);
    const challenges = JSON.stringify(tableOf('challenges').rows);
    for (const figure of ['16-24', '65%', '50%', '60%']) expect(challenges).toContain(figure);
  });

  it('list 14 duties and rights, five of them on safeguarding', () => {
    expect(firstColumn('duties')).toHaveLength(14);
    expect(firstColumn('duties').filter((subject) => String(subject).startsWith('Safeguarding'))).toHaveLength(5);
  });
});

describe('the resources', () => {
  const entries = ccgFramework.resources.flatMap((list) => list.entries);

  it('are the 45 references in lists by what cites them, of which three name two publications', () => {
    const ranges = ccgFramework.resources.map(({ title, entries: { length } }) => {
      const [, first, last] = /references (\d+) to (\d+)/.exec(title) ?? [];
      return { first: Number(first), last: Number(last), length };
    });
    expect(ranges).toEqual([
      { first: 1, last: 6, length: 6 },
      { first: 7, last: 19, length: 13 + 1 },
      { first: 20, last: 25, length: 6 },
      { first: 26, last: 38, length: 13 + 2 },
      { first: 39, last: 41, length: 3 },
      { first: 42, last: 45, length: 4 },
    ]);
    expect(entries).toHaveLength(45 + 3);
  });

  it('repeat what the source cites more than once, but never in one list', () => {
    const times = (title: string) => entries.filter((entry) => entry.title === title).length;
    expect(times("National Framework for Children and Young People's Continuing Care")).toBe(3);
    expect(times('Teenage Parents Next Steps: Guidance for Local Authorities and Primary Care Trusts')).toBe(2);
    expect(times('Healthy Weight, Healthy Lives')).toBe(2);
    for (const list of ccgFramework.resources) {
      const titles = list.entries.map((entry) => entry.title);
      expect(new Set(titles).size, list.key).toBe(titles.length);
    }
  });

  it('have the addresses that the source prints', () => {
    expect(ccgFramework.resources.map((list) => list.entries.filter((entry) => entry.link).length)).toEqual([
      3, 5, 4, 10, 2, 4,
    ]);
  });
});

describe('the wording', () => {
  it('has straight apostrophes and quotation marks throughout', () => {
    expect(JSON.stringify(ccgFramework)).not.toMatch(/[‘’“”]/);
  });

  it('gives every item a key of its own and no criteria, since the scales say it all', () => {
    expect(new Set(items.map((item) => item.key)).size).toBe(13 + 22 + 13 + 13);
    expect(items.flatMap((item) => item.criteria)).toEqual([]);
  });
});
