import { describe, expect, it } from 'vitest';
import { worldClassCommissioning } from '../../definitions/world-class-commissioning.ts';
import type { Reference, ReferenceCell } from '../../src/instrument/model/schema.ts';
import { isEntries, isItems, itemsOf } from '../../src/instrument/model/traverse.ts';
import { answered, emptyResponse, type Response } from '../../src/response/response.ts';
import { scorecardOf } from '../../src/scoring/scorecard.ts';

const sections = worldClassCommissioning.sections.filter(isItems);
const items = itemsOf(worldClassCommissioning).map(({ item }) => item);
const activities = sections.flatMap((section) => section.activities);

const titles = [
  'Locally lead the NHS',
  'Work with community partners',
  'Engage with the public and patients',
  'Collaborate with clinicians',
  'Manage knowledge and assess needs',
  'Prioritise investment',
  'Stimulate the market',
  'Promote improvement and innovation',
  'Secure procurement skills',
  'Manage the local health system',
  'Make sound financial investments',
];

/** The phases that the appendix of the guide gives to each competency. */
const appendix = [
  ['1', '2', '3'],
  ['1', '2', '3'],
  ['1', '2', '3'],
  ['1', '2', '3'],
  ['1', '3'],
  ['1', '2'],
  ['2'],
  ['2'],
  ['2'],
  ['1', '2', '3'],
  ['2'],
];

/** The competencies that sections 4.1, 4.2 and 4.3 of the guide tick. */
const ticked = [
  [1, 2, 3, 4, 5, 6, 10],
  [1, 2, 3, 4, 6, 7, 8, 9, 10, 11],
  [1, 2, 3, 4, 5, 6, 10],
];

const phaseTitles = [
  '1 Needs assessment and strategic planning',
  '2 Shaping and managing the market',
  '3 Improving performance, monitoring and evaluating',
];

const kinds = [
  'Senior staff',
  'Technical experts',
  'Wider partners',
  'Professionals, clinicians and specialist staff',
  'Oversight and scrutiny leads',
  'Children, young people and their families',
];

describe('the world class commissioning guide', () => {
  it('is the edition of February 2009 in British English, of both departments', () => {
    expect(worldClassCommissioning).toMatchObject({
      key: 'world-class-commissioning',
      edition: '2009-2',
      title: 'Securing better health for children and young people through world class commissioning',
      publisher: 'Department of Health and Department for Children, Schools and Families',
      published: 'February 2009',
      language: 'en-GB',
    });
  });

  it('says what it is for, for whom, what it rests on and what support there is', () => {
    expect(worldClassCommissioning.introduction.map(({ heading, bullets = [] }) => [heading, bullets.length])).toEqual([
      ['What this self-assessment is for', 0],
      ['Who it is for', 5],
      ['The strategy that it supports', 4],
      ['What the strategy builds on', 4],
      ['Why stronger commissioning matters', 0],
      ['What commissioners have to weigh', 2],
      ["The Children's Trust", 3],
      ['How the two commissioning cycles meet', 3],
      ['Support for commissioners', 7],
    ]);
  });

  it('aligns the nine-step joint cycle and the health cycle by the three phases, and admits that the figure is lost', () => {
    const block = worldClassCommissioning.introduction.find(({ heading }) => heading.startsWith('How the two'));
    expect(block?.paragraphs.join(' ')).toMatch(
      /nine-step joint planning and commissioning cycle.*health commissioning cycle/,
    );
    expect(block?.bullets?.map((bullet) => bullet.replace('Phase ', '').replace(': ', ' ').toLowerCase())).toEqual(
      phaseTitles.map((title) => title.toLowerCase()),
    );
    expect(notesAbout('Figure 1')).toHaveLength(1);
  });

  it('asks of each point whether it is met, and says that Scorebook added the answers', () => {
    expect(worldClassCommissioning.scales).toHaveLength(1);
    const options = worldClassCommissioning.scales.flatMap((scale) => scale.options);
    expect(options.map(({ level, label }) => `${level} ${label}`)).toEqual(['1 Not met', '2 Partly met', '3 Met']);
    expect(worldClassCommissioning.scoring[0]?.bullets).toEqual(
      options.map(({ level, label }) => `${level}. ${label}`),
    );
    expect(notesAbout('gives no scale')).toHaveLength(1);
  });
});

describe('the introduction', () => {
  it('begins with the right of all children and young people to the best possible health', () => {
    expect(paragraphsOf('What this self-assessment is for')).toMatch(
      /^All children and young people have a right to the best possible health\./,
    );
  });

  it('says what children now mean for everybody later, and what world class commissioners can do', () => {
    const purpose = paragraphsOf('What this self-assessment is for');
    expect(purpose).toContain('outcomes for the whole population later');
    expect(purpose).toMatch(/reduce inequalities, promote inclusion and transform people's health and wellbeing/);
  });

  it('says of each document that the strategy builds on what it did', () => {
    const [ecm, nsf, plan, review] = introduced('What the strategy builds on')?.bullets ?? [];
    expect(ecm).toMatch(/five outcomes .*being healthy among them/);
    expect(nsf).toMatch(/10-year programme.*first national standards/);
    expect(plan).toMatch(/by 2020, the best place in the world.*more to do/);
    expect(review).toMatch(/Two of the eight SHA pathways, maternity and newborn care and children's services/);
  });

  it('says why commissioning has to be stronger, and what both programmes are', () => {
    const text = paragraphsOf('Why stronger commissioning matters');
    for (const words of ['Bercow and CAMHS', 'redouble their efforts together', 'assurance system', 'youth justice']) {
      expect(text).toContain(words);
    }
    expect(text).toContain('fully compatible with world class commissioning');
  });

  it('has those who commission for adults make sure that needs are met, and threatens nothing', () => {
    const text = paragraphsOf('Who it is for');
    expect(text).toContain('make sure that the needs of families are met');
    expect(text).not.toContain('cannot be met');
  });

  it('places commissioning at the centre of the plan for children and young people', () => {
    expect(paragraphsOf('How the two commissioning cycles meet')).toContain(
      'central part of the planning and the allocation of resources by which the local CYPP is developed and reviewed',
    );
  });

  it('says what the support programme is expected to be and what it builds on', () => {
    const text = paragraphsOf('Support for commissioners');
    for (const words of [
      'expected to be the main source of support',
      'online presence',
      'already exist',
      'in consultation',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('begins the note on the source with what Scorebook added', () => {
    const [first] = worldClassCommissioning.sourceNote;
    expect(first).toMatch(
      /^Added by Scorebook, and not in the source: .*three answers.*four positions, their colours.*participants.*sign-off\.$/,
    );
  });
});

describe('the competencies', () => {
  it('are in one section, an activity each, by their names in the guide', () => {
    expect(sections.map(({ key, title }) => [key, title])).toEqual([['1', 'World class commissioning competencies']]);
    expect(activities.map(({ key, title }) => `${key} ${title}`)).toEqual(
      titles.map((title, index) => `${index + 1} ${title}`),
    );
  });

  it('say what good looks like, point by point, in full sentences, each of which is understood by itself', () => {
    expect(activities.map((activity) => activity.items.length)).toEqual([6, 5, 5, 7, 9, 7, 5, 5, 5, 6, 3]);
    expect(new Set(items.map(({ question }) => question)).size).toBe(63);
    for (const { key, question } of items) expect(question, key).toMatch(/^(?!They |It )[A-Z].*\.$/);
  });

  it('number the points within each', () => {
    for (const { key, items: points } of activities) {
      expect(points.map((point) => point.key)).toEqual(points.map((_point, index) => `${key}.${index + 1}`));
    }
  });

  it('count as points only what partners can meet: the occupational standards are support, and a resource', () => {
    expect(items.map(({ question }) => question).join(' ')).not.toContain('occupational standards');
    expect(paragraphsOf('Support for commissioners')).toContain('national occupational standards');
    expect(notesAbout('occupational standards')).toHaveLength(1);
  });

  it('speak of openness to all and of improvement in general, as the guide does of investment', () => {
    const points = activities[5]?.items.map(({ question }) => question).join(' ');
    expect(points).toContain('Partners are open about how each of them sets priorities');
    expect(points).toContain('investments can be linked back to improvements in the health');
    expect(points).not.toMatch(/with the others|every investment/);
  });

  it('have no criteria and no suggested evidence of their own, as in the guide', () => {
    expect(items.filter(({ criteria, evidence }) => criteria.length > 0 || evidence.length > 0)).toEqual([]);
  });

  it('are each tagged with themselves, by the name that other instruments use', () => {
    expect(activities.map(({ tags }) => tags?.['competency'])).toEqual(titles.map((_, index) => [String(index + 1)]));
    expect(termsOf('competency')).toEqual(titles.map((title, index) => `${index + 1} ${title}`));
  });

  it('are tagged with the phases that the appendix gives them', () => {
    expect(activities.map(({ tags }) => tags?.['phase'])).toEqual(appendix);
    expect(termsOf('phase')).toEqual(phaseTitles);
  });

  it('are answered by whether each point is met, evidence and an action with its lead and date', () => {
    const fields = sections[0]?.fields ?? [];
    expect(fields.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'score score',
      'text evidence',
      'text action',
      'text lead',
      'date due',
    ]);
    expect(fields[0]).toMatchObject({ notApplicable: { label: 'Not applicable', reasonIn: 'evidence' } });
  });
});

describe('the scorecard', () => {
  it('shows the three phases, and each competency', () => {
    expect(worldClassCommissioning.scorecard?.views).toEqual([
      { key: 'phase', title: 'Phases of commissioning', by: 'tag', vocabulary: 'phase' },
      { key: 'competency', title: 'Competencies', by: 'tag', vocabulary: 'competency' },
    ]);
    const [phases = [], competencies = []] = scorecardOf(worldClassCommissioning, answers({})).views.map(({ parts }) =>
      parts.map(({ tally }) => tally.unanswered),
    );
    expect(phases).toEqual([45, 54, 38]);
    expect(competencies).toEqual([6, 5, 5, 7, 9, 7, 5, 5, 5, 6, 3]);
  });

  it('gives a competency its position by the share of its points that are met', () => {
    const bandOf = (scores: readonly number[]) =>
      scorecardOf(
        worldClassCommissioning,
        answers(Object.fromEntries(scores.map((score, index) => [`4.${index + 1}`, score]))),
      ).views[1]?.parts[3]?.band;
    expect(bandOf([1, 1, 1, 1, 1, 1, 1])).toBe('Not yet in place');
    expect(bandOf([1, 1, 1, 1, 1, 1, 2])).toBe('Developing');
    expect(bandOf([3, 3, 3, 2, 1, 1, 1])).toBe('Developing');
    expect(bandOf([3, 3, 3, 2, 2, 1, 1])).toBe('Established');
    expect(bandOf([3, 3, 3, 3, 3, 3, 2])).toBe('Established');
    expect(bandOf([3, 3, 3, 3, 3, 3, 3])).toBe('World class');
    expect(bandOf([3, 3, 3])).toBe('not-scored');
  });

  it('is Developing at a half and at the least of all points, and Established above a half', () => {
    const bandOf = (halves: number) =>
      scorecardOf(
        worldClassCommissioning,
        answers(
          Object.fromEntries(
            items.map(({ key }, index) => [key, 1 + Math.min(2, Math.max(0, halves - 2 * index))] as const),
          ),
        ),
      ).overall.band;
    expect([0, 1, 63, 64, 125, 126].map(bandOf)).toEqual([
      'Not yet in place',
      'Developing',
      'Developing',
      'Established',
      'Established',
      'World class',
    ]);
  });
});

describe('the table of what each competency asks', () => {
  it('has a sentence of the appendix for each', () => {
    const { rows } = reference('competencies');
    expect(rows.map(([first]) => first)).toEqual(titles.map((title, index) => `${index + 1} ${title}`));
    for (const [, asked] of rows) expect(asked).toMatch(/^How well do all (?:commissioning )?partners .*\?$/);
  });
});

describe('the table of competencies by phase', () => {
  const table = reference('competencies-by-phase');

  it('lists all 11', () => {
    expect(table.rows.map(([first]) => first)).toEqual(titles.map((title, index) => `${index + 1} ${title}`));
  });

  it('shows what sections 4.1 to 4.3 tick', () => {
    const found = [1, 2, 3].map((column) =>
      table.rows.flatMap((row, index) => (row[column] === 'Ticked' ? [index + 1] : [])),
    );
    expect(found).toEqual(ticked);
    const cells = new Set(table.rows.flatMap((row) => row.slice(1, 4)));
    expect(cells).toEqual(new Set(['Ticked', 'Not ticked']));
  });

  it('shows what the appendix says', () => {
    expect(table.rows.map((row) => row[4])).toEqual(appendix.map((phases) => phases.join(', ')));
  });

  it('shows that the two disagree on Prioritise investment only, and a note says what was decided', () => {
    const disagreeing = table.rows.filter((row) => {
      const byTick = [1, 2, 3].filter((column) => row[column] === 'Ticked').join(', ');
      return byTick !== row[4];
    });
    expect(disagreeing.map(([first]) => first)).toEqual(['6 Prioritise investment']);
    expect(table.rows.filter((row) => row[5] !== 'Yes')).toEqual(disagreeing);
    expect(notesAbout('Prioritise investment')).toHaveLength(2);
  });
});

describe('the table of phases', () => {
  const table = reference('phases');
  const rowsOf = (phase: string, subject: string) =>
    table.rows.filter((row) => row[0] === phase && row[1] === subject).length;

  it('says for each what it is about, what is done, who joins up, what it produces and where to read on', () => {
    expect([...new Set(table.rows.map(([phase]) => phase))]).toEqual(phaseTitles);
    const subjects = ['What it is about', 'Key activity', 'Joining up', 'What it produces', 'Further guidance'];
    expect(phaseTitles.map((phase) => subjects.map((subject) => rowsOf(phase, subject)))).toEqual([
      [2, 5, 4, 3, 4],
      [2, 5, 7, 3, 4],
      [1, 3, 4, 3, 2],
    ]);
    expect(phaseTitles.map((phase) => rowsOf(phase, 'Joining up on investment'))).toEqual([0, 3, 0]);
    expect(table.rows).toHaveLength(55);
  });

  it('has services meet the needs and plans of the partners', () => {
    const cells = table.rows.map((row) => textOf(row[2])).join(' ');
    expect(cells).toContain("meet the needs and plans of the partners in the Children's Trust");
  });

  it('names the products of the phases', () => {
    const products = (phase: string) =>
      table.rows
        .filter((row) => row[0] === phase && row[1] === 'What it produces')
        .map((row) => textOf(row[2]))
        .join(' ');
    expect(products(phaseTitles[0] ?? '')).toMatch(/JSNA.*Children and Young People's Plan.*Local Area Agreements/);
    expect(products(phaseTitles[1] ?? '')).toMatch(/CYPP/);
    expect(products(phaseTitles[2] ?? '')).toMatch(/review of the CYPP.*Comprehensive Area Assessments/);
  });
});

describe('those who take part', () => {
  it('are of six kinds, each with who they are and what they bring', () => {
    const { rows, columns } = reference('who-takes-part');
    expect(columns).toEqual(['Kind of participant', 'Who they are', 'What they bring']);
    expect(rows.map(([kind]) => kind)).toEqual(kinds);
    expect(rows.flat().filter((cell) => cell === '')).toEqual([]);
  });

  it('are listed with one of these kinds, and one of them signs off', () => {
    const entries = worldClassCommissioning.sections.filter(isEntries);
    expect(entries.map(({ key, required, rows }) => [key, required, rows])).toEqual([
      ['participants', 1, 30],
      ['sign-off', 1, 1],
    ]);
    expect(entries[0]?.fields.map((field) => field.heading)).toEqual([
      'Name',
      'Role',
      'Organisation',
      'Kind of participant',
      'Part played',
    ]);
    const kind = entries[0]?.fields.find(({ key }) => key === 'kind');
    expect(kind).toMatchObject({ kind: 'choice', options: kinds });
  });
});

describe('the resources', () => {
  const links = worldClassCommissioning.resources.flatMap(({ entries }) => entries.map(({ link }) => link));

  it('are 21 publications, 10 websites and 3 contacts', () => {
    expect(worldClassCommissioning.resources.map(({ key, entries }) => [key, entries.length])).toEqual([
      ['publications', 21],
      ['websites', 10],
      ['contacts', 3],
    ]);
  });

  it('have an address each, except the guide itself and the strategy, for which none is printed', () => {
    const without = worldClassCommissioning.resources.flatMap(({ entries }) => entries.filter(({ link }) => !link));
    expect(without.map(({ title }) => title.slice(0, 30))).toEqual([
      'Securing better health for chi',
      'Healthy lives, brighter future',
    ]);
  });

  it('hold the address of every footnote, of which only number 22 has none', () => {
    const footnotes = [
      'www.everychildmatters.gov.uk/aims',
      'www.everychildmatters.gov.uk/publications/',
      'www.everychildmatters.gov.uk/publications/',
      'www.dh.gov.uk/en/Healthcare/NationalServiceFrameworks/Children/DH_4089111',
      'www.dcsf.gov.uk/publications/childrensplan/',
      'www.dcsf.gov.uk/oneyearon/',
      'www.dh.gov.uk/en/publicationsandstatistics/publicationspolicyandguidance/DH_085825',
      'www.dcsf.gov.uk/bercowreviews/docs/7771-DCSF-BERCOW.PDF',
      'www.dcsf.gov.uk/CAMHSreview',
      'www.dh.gov.uk/en/Managingyourorganisation/Commissioning/Worldclasscommissioning/index.htm',
      'www.everychildmatters.gov.uk/strategy/planningandcommissioning/',
      'www.dh.gov.uk/en/Managingyourorganisation/Commissioning/Worldclasscommissioningcompetencies',
      'www.dh.gov.uk/en/Publichealth/Healthinequalities/Healthinequalitiesguidancepublications',
      'www.cwdcouncil.org.uk/nos/commissioning',
      'www.regionalcommissioning.co.uk/resources/#sec130',
      'www.everychildmatters.gov.uk/strategy/planningandcommissioning/cypp/',
      'www.childrensmapping.org.uk',
      'www.dh.gov.uk/en/Managingyourorganisation/Commissioning/Commissioningspecialisedservices/NationalLevelSpecialisedCommissioningAgents',
      'www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_088068',
      'www.everychildmatters.gov.uk/strategy/planningandcommissioning/jointfunding',
      'www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_078466',
      'www.audit-commission.gov.uk/caa',
      'www.wccassurance.dh.gov.uk/Pages/Public/home_commas.aspx',
      'www.dh.gov.uk/en/Managingyourorganisation/Commissioning/Systemmanagement/DH_085048',
    ];
    expect(links).toEqual(expect.arrayContaining(footnotes.map((address) => `http://${address}`)));
  });

  it('hold the addresses that the text prints', () => {
    expect(links).toEqual(
      expect.arrayContaining([
        'http://www.dh.gov.uk/en/Managingyourorganisation/Commissioning/Worldclasscommissioning',
        'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_081097',
        'http://www.wccassurance.dh.gov.uk/Pages/Public/home_pctplans.aspx',
        'http://www.dh.gov.uk/publications',
        'http://www.orderline.dh.gov.uk',
        'mailto:info@commissioningsupport.org.uk',
        'mailto:mb-childrens-nsf@dh.gsi.gov.uk',
        'mailto:dh@prolog.uk.com',
      ]),
    );
  });

  it('are where the tables for reference lead, too', () => {
    const cells = (worldClassCommissioning.references ?? []).flatMap(({ rows }) => rows.flat());
    const linked = cells.flatMap((cell) => (typeof cell === 'string' ? [] : [cell.link]));
    expect(linked).toHaveLength(10);
    expect(linked.filter((link) => !links.includes(link))).toEqual([]);
  });
});

describe('the wording', () => {
  it('has straight apostrophes and quotation marks throughout', () => {
    expect(JSON.stringify(worldClassCommissioning)).not.toMatch(/[‘’“”]/);
  });
});

function answers(scores: Readonly<Record<string, number>>): Response {
  const items = Object.entries(scores).map(([key, score]) => [key, new Map([['score', answered(score)]])] as const);
  return { ...emptyResponse(worldClassCommissioning), items: new Map(items) };
}

function introduced(heading: string) {
  return worldClassCommissioning.introduction.find((block) => block.heading === heading);
}

function paragraphsOf(heading: string): string {
  return introduced(heading)?.paragraphs.join(' ') ?? '';
}

function notesAbout(words: string) {
  return worldClassCommissioning.sourceNote.filter((note) => note.includes(words));
}

function termsOf(vocabulary: string) {
  const found = worldClassCommissioning.vocabularies?.find(({ key }) => key === vocabulary);
  return found?.terms.map(({ key, title }) => `${key} ${title}`);
}

function reference(key: string): Reference {
  const found = worldClassCommissioning.references?.find((table) => table.key === key);
  if (found === undefined) throw new Error(`no table ${key}`);
  return found;
}

function textOf(cell: ReferenceCell | undefined) {
  return typeof cell === 'string' ? cell : cell?.text;
}
