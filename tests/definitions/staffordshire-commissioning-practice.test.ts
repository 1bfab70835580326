import { describe, expect, it } from 'vitest';
import { competencies, phases } from '../../definitions/crosswalk.ts';
import { staffordshireCommissioningPractice as instrument } from '../../definitions/staffordshire-commissioning-practice.ts';
import type { ReferenceCell } from '../../src/instrument/model/schema.ts';
import { isEntries, isItems, itemsOf, itemsOfSection } from '../../src/instrument/model/traverse.ts';
import type { Band } from '../../src/scoring/bands.ts';
import { bandOf } from '../../src/scoring/position.ts';

const steps = instrument.sections.filter(isItems);
const items = itemsOf(instrument).map(({ item }) => item);

describe('the Staffordshire self-assessment of commissioning practice', () => {
  it('is the edition of June 2010 in British English', () => {
    expect(instrument).toMatchObject({
      key: 'staffordshire-commissioning-practice',
      edition: '2010',
      title: 'Self Assessment Tool for the Development of cohesive, high quality Commissioning Practice',
      published: 'June 2010',
      language: 'en-GB',
    });
  });

  it('introduces itself and lists its nine steps by their titles', () => {
    expect(instrument.introduction.map(({ heading }) => heading)).toEqual([
      'Who it is for',
      'Where it belongs',
      'The nine steps',
      'To look things up',
    ]);
    expect(instrument.introduction[2]?.bullets).toEqual(steps.map(({ key, title }) => `Step ${key}. ${title}`));
  });

  it('is answered with Yes or No, chosen by the word', () => {
    expect(instrument.scales).toHaveLength(1);
    expect(instrument.scales[0]).toMatchObject({ key: 'yes-no', chosenBy: 'label' });
    expect(instrument.scales[0]?.options.map(({ level, label }) => `${level} ${label}`)).toEqual(['0 No', '1 Yes']);
  });
});

describe('the steps', () => {
  it('are nine, in the order of the source, each one activity with all of its questions', () => {
    expect(steps.map((step) => [`${step.key} ${step.title}`, itemsOfSection(step).length] as const)).toEqual([
      ['1 Look at outcomes for children and young people', 12],
      ['2 Look at particular groups of children and young people', 4],
      ['3 Develop needs assessment with user and staff views', 6],
      ['4 Identify resources and set priorities', 5],
      ['5 Plan pattern of services and focus on prevention', 6],
      ['6 Decide how to commission services effectively', 12],
      ['7 Commission (including use of pooled resources where possible)', 4],
      ['8 Plan for workforce and market development', 6],
      ['9 Monitor and review services and process', 8],
    ]);
    for (const { activities, title } of steps) expect(activities.map((one) => one.title)).toEqual([title]);
  });

  it('have short titles that fit the name of a sheet', () => {
    expect(steps.map(({ shortTitle }) => shortTitle)).toEqual([
      'Outcomes',
      'Particular groups',
      'Needs assessment',
      'Resources and priorities',
      'Services and prevention',
      'How to commission',
      'Commission',
      'Workforce and market',
      'Monitor and review',
    ]);
  });

  it('belong to the phases of commissioning: five to the first, three to the second, one to the third', () => {
    expect(instrument.vocabularies).toEqual([phases, competencies]);
    expect(steps.map(({ key, tags }) => [key, tags?.['phase']])).toEqual([
      ['1', ['1']],
      ['2', ['1']],
      ['3', ['1']],
      ['4', ['1']],
      ['5', ['1']],
      ['6', ['2']],
      ['7', ['2']],
      ['8', ['2']],
      ['9', ['3']],
    ]);
  });

  it('mark a Yes without evidence', () => {
    for (const { key, rules } of steps) {
      expect(rules, key).toEqual([{ when: { field: 'answer', is: [1] }, needs: ['evidence'] }]);
    }
  });
});

describe('the questions', () => {
  it('are 63, all different and all questions', () => {
    expect(items).toHaveLength(63);
    expect(new Set(items.map(({ question }) => question)).size).toBe(63);
    expect(items.filter(({ question }) => !question.endsWith('?'))).toEqual([]);
  });

  it('are numbered through within their steps', () => {
    for (const step of steps) {
      const keys = itemsOfSection(step).map(({ item }) => item.key);
      expect(keys).toEqual(keys.map((_, index) => `${step.key}.${index + 1}`));
    }
  });

  it('have neither criteria nor suggested evidence, as in the source', () => {
    expect(items.filter(({ criteria, evidence }) => criteria.length + evidence.length > 0)).toEqual([]);
  });

  it('are all answered by Yes or No, evidence and an action with its lead and date', () => {
    for (const { fields } of steps) {
      expect(fields.map(({ kind, key, heading }) => `${kind} ${key}: ${heading}`)).toEqual([
        'score answer: Yes or No',
        'text evidence: Evidence',
        'text action: Action',
        'text lead: Lead',
        'date due: By when',
      ]);
    }
  });

  it('may be not applicable only in the two steps with a question that begins with "If"', () => {
    const withNotApplicable = steps.filter(({ fields }) =>
      fields.some((field) => field.kind === 'score' && field.notApplicable !== undefined),
    );
    expect(withNotApplicable.map(({ key }) => key)).toEqual(['4', '7']);
    expect(items.filter(({ question }) => question.startsWith('If ')).map(({ key }) => key)).toEqual(['4.2', '7.2']);
    expect(helpOf('4.2')).toContain('Choose "Not applicable"');
    expect(helpOf('7.2')).toContain('Choose "Not applicable"');
  });

  it('say what a Yes means wherever they ask how, what, where or which, or offer a choice', () => {
    const open = items.filter(({ question }) => /^(?:How|What|Where|Which)\b|, or (?:is it|do they)\b/.test(question));
    expect(open.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['1.1', '1.2', '1.10', '2.1', '2.2', '3.2', '3.6', '5.1', '6.3', '6.12', '9.5']),
    );
    for (const { key } of open) expect(helpOf(key), key).toContain('Answer Yes if');
    for (const key of ['1.8', '5.3', '5.4', '6.2', '6.4', '9.6']) expect(helpOf(key), key).toContain('Answer Yes if');
  });

  it('say of prevention that it is hard to measure, and not that it is harder the better it works', () => {
    expect(helpOf('5.4')).toMatch(/^By its nature, effective prevention is harder to measure than services/);
  });

  it('add nothing to 1.11 and take nothing from 6.8', () => {
    expect(questionOf('1.11')).toMatch(
      /information in the Common Assessment Framework \(CAF\), in individual plans, or in both/,
    );
    expect(questionOf('6.8')).toContain('throughout the commissioning cycle, including in the design of services');
  });

  it('name the column of help in every step that has some', () => {
    for (const step of steps) {
      const helped = itemsOfSection(step).some(({ item }) => item.guidance !== undefined);
      expect(step.guidanceHeading, step.key).toBe(helped ? 'What to think of' : undefined);
    }
    expect(steps.filter(({ guidanceHeading }) => guidanceHeading === undefined).map(({ key }) => key)).toEqual(['8']);
  });

  it('keep the figures of the source', () => {
    expect(questionOf('1.2')).toContain('3-5 years');
    expect(questionOf('1.5')).toContain('all 5 Every Child Matters');
    expect(questionOf('5.3')).toContain('Tier 1');
    expect(helpOf('5.4')).toContain('Tiers 2 and above');
    expect(questionOf('6.10')).toContain('90 days');
    expect(questionOf('6.10')).toContain('Children Act 2004, section 10');
    expect(helpOf('7.4')).toContain('Section 75 & Section 10');
  });
});

describe('the scorecard', () => {
  const rule = instrument.scorecard?.rule;

  it('has one view, of the steps', () => {
    expect(instrument.scorecard?.scale).toBe('yes-no');
    expect(instrument.scorecard?.views).toEqual([{ key: 'steps', title: 'Steps', by: 'section' }]);
  });

  it.each<[yes: number, no: number, unanswered: number, band: Band]>([
    [12, 0, 0, 'green'],
    [10, 2, 0, 'green'],
    [9, 3, 0, 'amber'],
    [4, 1, 0, 'amber'],
    [4, 0, 0, 'green'],
    [3, 1, 0, 'amber'],
    [2, 2, 0, 'red'],
    [0, 6, 0, 'red'],
    [9, 0, 3, 'green'],
    [8, 0, 4, 'not-scored'],
  ])('puts %i Yes, %i No and %i unanswered at %s', (yes, no, unanswered, band) => {
    const levels = new Map([
      [0, no],
      [1, yes],
    ]);
    expect(rule && bandOf({ levels, notApplicable: 0, unanswered }, rule)).toBe(band);
  });

  it('explains its colours with the figures of its rule', () => {
    const colours = instrument.scoring.find(({ heading }) => heading === 'What the colours mean')?.bullets?.join(' ');
    expect(rule).toMatchObject({ minimumCoverage: 0.75, redFromLowestShare: 0.5, greenAboveHighestShare: 0.8 });
    expect(colours).toContain('Red: half or more of the answered questions are No.');
    expect(colours).toContain('Green: more than 80% of the answered questions are Yes.');
    expect(colours).toContain('Not scored: fewer than 75% of the questions that apply are answered.');
  });

  it('lets the share of Yes decide alone, in every step', () => {
    expect(rule).not.toHaveProperty('greenLowestCount');
    expect(rule).toMatchObject({ greenAboveHighestShare: 0.8 });
  });
});

describe('the guidance by step', () => {
  const rows = tableOf('guidance').rows;

  it('has ten rows, for all steps but 2 and 9', () => {
    expect(tableOf('guidance').columns).toEqual(['Step', 'Guidance', 'Link']);
    expect(rows.map(([step]) => step)).toEqual(
      ['1', '3', '4', '4', '4', '5', '6', '7', '7', '8'].map((step) => `Step ${step}`),
    );
  });

  it('has every address of the source, where it is legible as printed', () => {
    const links = rows.flatMap(([step, , cell]) => (typeof cell === 'object' ? [`${step}: ${cell.link}`] : []));
    expect(links).toEqual([
      'Step 1: http://www.intra.staffordshire.gov.uk/equality/impact/',
      'Step 3: http://www.staffordshirechildrenstrust.org.uk/isg/workstreams',
      'Step 4: http://www.staffordshirechildrenstrust.org.uk/isg/workstreams',
      'Step 4: http://www.c4eo.org.uk/narrowingthegap/documentsandpublications.aspx',
      'Step 5: http://www.c4eo.org.uk/narrowingthegap/documentsandpublications.aspx',
      'Step 6: http://www.staffordshire.gov.uk/business/procurement/procurerules/',
      'Step 7: http://www.audit-commission.gov.uk/Products/NATIONAL-REPORT/17AEBDA5-657E-4ef7-80BB-92214D4C04FF/AreWeThereYet29Oct08REP.pdf',
      'Step 8: http://www.staffordshirechildrenstrust.org.uk/isg/workstreams',
    ]);
  });

  it('names nobody, and notes that the preface is signed', () => {
    expect(JSON.stringify(instrument)).not.toContain('Baggaley');
    expect(instrument.sourceNote.join(' ')).toContain('The preface is signed with a name. People are not named here');
  });

  it('begins the note on the source with what Scorebook added', () => {
    const [first] = instrument.sourceNote;
    expect(first).toMatch(
      /^Added by Scorebook, and not in the source: .*scorecard with its colours.*phases.*participants.*sign-off\.$/,
    );
  });

  it('notes each address that had to be read into shape', () => {
    const notes = instrument.sourceNote.join(' ');
    for (const garbled of ['c4eo0.org.uk', '17AEBDAS5', 'AreWeThereYet290ctOBREP.pdf'])
      expect(notes).toContain(garbled);
  });
});

describe('the local area agreement', () => {
  const rows = tableOf('laa-indicators').rows;

  it('has 35 indicators under four themes', () => {
    expect(tableOf('laa-indicators').columns).toEqual(['Theme', 'Indicator', 'Title']);
    expect(rows).toHaveLength(35);
    expect(countBy(rows.map(([theme]) => theme))).toEqual([
      ['A vibrant, prosperous and sustainable economy', 8],
      ['Strong, safe and cohesive communities', 10],
      ['Improved health and sense of well being', 13],
      ['A protected, enhanced and respected environment', 4],
    ]);
  });

  it('has the indicators in the order of the source, each with its number', () => {
    expect(rows.map(([, indicator]) => String(indicator).replace('NI ', '')).join(' ')).toBe(
      '80 117 153 154 155 163 165 172 4 6 7 15 16 21 32 45 110 111 8 39 40 51 56 68 112 121 123 135 136 146 156 175 186 191 197',
    );
    expect(rows.filter(([, indicator]) => !/^NI \d+$/.test(String(indicator)))).toEqual([]);
  });

  it('has the misprinted titles corrected', () => {
    const titles = new Map(rows.map(([, indicator, title]) => [indicator, title]));
    expect(titles.get('NI 156')).toBe('Number of households living in Temporary Accommodation');
    expect(titles.get('NI 186')).toBe('Per capita CO2 emissions in the LA area');
  });
});

describe('the glossary', () => {
  it('explains 32 acronyms, each once', () => {
    const { columns, rows } = tableOf('glossary');
    expect(columns).toEqual(['Acronym', 'Meaning']);
    expect(rows.map(([acronym]) => acronym).join(' ')).toBe(
      'CAA C&LP CYPP C&LG CSR CAF DoH DCSF ECM EU EIA GP HAS HR JSNA JCU LAA NHS NtG NSF OJEU PHSE PCT PBC SEN SEAL TUPE URL WCC YOS YOT YJB',
    );
    expect(rows).toHaveLength(32);
    expect(rows.filter(([, meaning]) => meaning === '')).toEqual([]);
  });
});

describe('the participants', () => {
  it('have room for twenty people, and one of them signs off', () => {
    const entries = instrument.sections.filter(isEntries);
    expect(entries.map(({ key, rows, required }) => [key, rows, required])).toEqual([
      ['participants', 20, 1],
      ['sign-off', 1, 1],
    ]);
    expect(entries[0]?.fields.map(({ heading }) => heading)).toEqual(['Name', 'Role', 'Organisation', 'Part played']);
  });
});

describe('the resources', () => {
  it('are the documents and tools that the source names, with its addresses', () => {
    expect(instrument.resources.map(({ key, entries }) => [key, entries.length])).toEqual([
      ['local', 14],
      ['national', 7],
    ]);
    const titles = instrument.resources.flatMap(({ entries }) => entries.map(({ title }) => title));
    expect(titles).toContain("Staffordshire Children's Trust Commissioning Strategic Change Plan");
    expect(titles).toContain('Narrowing the Gap National Guidance');
  });

  it('leave out no address of the guidance by step', () => {
    const links = instrument.resources.flatMap(({ entries }) => entries.flatMap(({ link }) => link ?? []));
    const guidance = tableOf('guidance').rows.flatMap(([, , cell]) => (typeof cell === 'object' ? [cell.link] : []));
    expect(new Set(links)).toEqual(new Set(guidance));
  });
});

describe('the wording', () => {
  it('has straight apostrophes and quotation marks throughout', () => {
    expect(JSON.stringify(instrument)).not.toMatch(/[‘’“”]/);
  });
});

function itemOf(key: string) {
  const item = items.find((one) => one.key === key);
  if (item === undefined) throw new Error(`there is no question ${key}`);
  return item;
}

function questionOf(key: string): string {
  return itemOf(key).question;
}

function helpOf(key: string): string {
  return itemOf(key).guidance?.join(' ') ?? '';
}

function tableOf(key: string) {
  const table = instrument.references?.find((one) => one.key === key);
  if (table === undefined) throw new Error(`there is no table ${key}`);
  return table;
}

function countBy(cells: readonly (ReferenceCell | undefined)[]): [ReferenceCell | undefined, number][] {
  return [...new Set(cells)].map((cell) => [cell, cells.filter((other) => other === cell).length]);
}
