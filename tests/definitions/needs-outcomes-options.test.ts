import { describe, expect, it } from 'vitest';
import { commissioningStrategyFramework } from '../../definitions/commissioning-strategy-framework.ts';
import { needsOutcomesOptions } from '../../definitions/needs-outcomes-options.ts';
import { isEntries } from '../../src/instrument/model/traverse.ts';

const entries = needsOutcomesOptions.sections.filter(isEntries);
const needs = entries.find(({ key }) => key === 'needs');
const options = entries.find(({ key }) => key === 'options');
const paragraphsOf = (heading: string) =>
  needsOutcomesOptions.introduction.find((block) => block.heading === heading)?.paragraphs.join(' ') ?? '';
const fieldsOf = (section: (typeof entries)[number] | undefined) =>
  section?.fields.map(({ kind, key }) => `${kind} ${key}`);
const wordsOf = (section: (typeof entries)[number] | undefined, key: string) =>
  section?.fields.flatMap((field) => (field.key === key && field.kind === 'choice' ? field.options : []));

describe('the form of needs, outcomes and options', () => {
  it('is the edition of 2005 in British English and about people', () => {
    expect(needsOutcomesOptions).toMatchObject({
      key: 'needs-outcomes-options',
      edition: '2005',
      published: 'May 2005',
      language: 'en-GB',
      aboutPeople: true,
    });
  });

  it('is answered in rows alone and has no scorecard', () => {
    expect(needsOutcomesOptions.sections.map(({ shape, key, shortTitle }) => [shape, key, shortTitle])).toEqual([
      ['entries', 'needs', 'Needs'],
      ['entries', 'options', 'Options'],
      ['entries', 'sign-off', 'Sign-off'],
    ]);
    expect(needsOutcomesOptions.scorecard).toBeUndefined();
  });

  it('introduces itself and says what was decided about its source', () => {
    expect(needsOutcomesOptions.introduction.map(({ heading }) => heading)).toEqual([
      'What this is for',
      'How it is filled in',
      'Keep children unrecognisable',
      'Options come before services',
      'Who fills it in',
      'What the answers add up to',
      'Authors',
    ]);
    expect(needsOutcomesOptions.introduction.at(-1)?.paragraphs.join(' ')).toContain('Audit Commission');
    expect(needsOutcomesOptions.sourceNote.join(' ')).toContain('Three pictures are lost');
  });

  it('says why a new range of services is needed, and whom the approach concerns', () => {
    expect(paragraphsOf('What this is for')).toMatch(
      /not evaluated routinely, least of all for internal services.*very poor/,
    );
    expect(paragraphsOf('What this is for')).toMatch(/new range of flexible services.*value for money/);
    const sum = paragraphsOf('What the answers add up to');
    expect(sum).toMatch(/earlier intervention might have kept children and young people from becoming looked after/);
    expect(sum).toMatch(/challenge and influence partner commissioners/);
    expect(sum).toMatch(/every partner agency.*limited resources.*from frontline workers to those who collate/);
  });

  it('notes what Scorebook added, and where text and form give a part two titles', () => {
    expect(needsOutcomesOptions.sourceNote[0]).toMatch(
      /^Added by Scorebook, and not in the source: .*kinds of gap.*sign-off\.$/,
    );
    const notes = needsOutcomesOptions.sourceNote.join(' ');
    expect(notes).toContain('Parts 1, 5, 7, 8 and 9 have one title in the text and another on the form');
    expect(notes).toContain('The rating is described in two ways');
  });

  it('asks for made-up case references and forbids names, dates of birth and NHS numbers', () => {
    for (const section of [needs, options]) {
      const prompt = section?.fields.find(({ key }) => key === 'case')?.prompt;
      expect(prompt).toMatch(/made up.*Never enter a name, a date of birth or an NHS number/);
    }
  });
});

describe('the needs', () => {
  it('carry parts 1 to 3 of the form', () => {
    expect(fieldsOf(needs)).toEqual([
      'text case',
      'text need-no',
      'text need',
      'choice domain',
      'text outcome',
      'text deficits',
      'text opportunities',
    ]);
    expect(needs).toMatchObject({ rows: 60, required: 1, optional: ['deficits', 'opportunities'] });
  });

  it('fall under the three domains of the Assessment Framework, with its 20 dimensions', () => {
    const domains = wordsOf(needs, 'domain')?.map((words) => words.split(': ')[0] ?? '');
    expect(domains?.filter((domain) => domain === "Child's developmental needs")).toHaveLength(7);
    expect(domains?.filter((domain) => domain === 'Parenting capacity')).toHaveLength(6);
    expect(domains?.filter((domain) => domain === 'Family and environmental factors')).toHaveLength(7);
    expect(domains).toHaveLength(20);
  });

  it('must each have an option of non- or minimal intervention with its risk', () => {
    expect(needs?.mustHave).toEqual([
      { section: 'options', when: { field: 'kind', is: ['Non- or minimal intervention'] }, needs: ['risk'] },
    ]);
  });
});

describe('the options', () => {
  it('carry parts 4 to 9 of the form', () => {
    expect(fieldsOf(options)).toEqual([
      'text case',
      'text need-no',
      'text option',
      'choice kind',
      'text description',
      'text risk',
      'choice preferred',
      'text method',
      'score effectiveness',
      'choice gap',
      'text missing',
    ]);
    expect(options).toMatchObject({ rows: 150, required: 1 });
  });

  it('belong to a need by case and number', () => {
    expect(options?.belongsTo).toEqual({ section: 'needs', by: ['case', 'need-no'] });
  });

  it('must each have a risk, but a method, a rating and a gap only where preferred', () => {
    expect(options?.optional).toEqual(['method', 'effectiveness', 'gap', 'missing']);
    expect(options?.rules?.[0]).toEqual({
      when: { field: 'preferred', is: ['Yes'] },
      needs: ['method', 'effectiveness', 'gap'],
    });
  });

  it('must say what is missing where a method is unlikely to be effective and wherever there is a gap', () => {
    expect(options?.rules?.[1]).toEqual({
      when: { field: 'effectiveness', is: [4, 5] },
      needs: ['gap', 'missing'],
      excludes: [{ field: 'gap', is: ['No gap'] }],
    });
    const [gapless, ...gaps] = wordsOf(options, 'gap') ?? [];
    expect(gapless).toBe('No gap');
    expect(gaps).toEqual(['Does not exist', 'Not enough of it', 'Not readily available', 'Needs to change']);
    expect(options?.rules?.[2]).toEqual({ when: { field: 'gap', is: gaps }, needs: ['missing'] });
  });

  it('are rated from 5, the worst, to 1, the best, in the words of the instructions', () => {
    const [scale, ...others] = needsOutcomesOptions.scales;
    expect(others).toEqual([]);
    const ratings = scale?.options.map(({ level, label }) => `${level}. ${label}`);
    expect(ratings).toEqual([
      '5. Very unlikely to be effective',
      '4. Unlikely to be effective',
      '3. May be effective',
      '2. Likely to be effective',
      '1. Highly likely to be effective',
    ]);
    expect(needsOutcomesOptions.scoring[0]?.bullets).toEqual(ratings?.toReversed());
  });

  it('have their kinds of gap explained in the instructions', () => {
    const explained = needsOutcomesOptions.scoring.find(({ heading }) => heading === 'Kinds of gap')?.bullets;
    expect(explained?.map((bullet) => bullet.split(':')[0])).toEqual(wordsOf(options, 'gap'));
  });

  it('come back as a form of nine parts for each child, in which nothing is left out', () => {
    const { form = [] } = needsOutcomesOptions.priorities ?? {};
    const titles = (needsOutcomesOptions.references ?? [])
      .flatMap(({ key, rows }) => (key === 'parts' ? rows : []))
      .map(([title]) => String(title).replace(/:.*$/, ''));
    expect(form.map(({ title }) => title)).toEqual(titles);
    for (const key of ['needs', 'options']) {
      const fields = needsOutcomesOptions.sections.find((section) => section.key === key)?.fields.map((one) => one.key);
      const shown = form.filter(({ section }) => section === key).flatMap((part) => part.fields);
      expect(['case', 'need-no', ...shown].toSorted()).toEqual(fields?.toSorted());
    }
  });

  it('add up to priorities by domain and gap where preferred', () => {
    expect(needsOutcomesOptions.priorities).toMatchObject({
      title: 'Commissioning priorities',
      section: 'options',
      cases: 'case',
      by: ['domain', 'gap'],
      rating: 'effectiveness',
      when: { field: 'preferred', is: ['Yes'] },
      missing: 'missing',
    });
  });
});

describe('the tables for reference', () => {
  it('begin with the definitions of the whole toolkit, the same as in its other tool', () => {
    const [definitions] = needsOutcomesOptions.references ?? [];
    expect(definitions?.rows.map(([term]) => term)).toContain('Purchasing');
    expect(definitions).toEqual(commissioningStrategyFramework.references?.[0]);
  });

  it('explain the nine parts of the form and the five ratings', () => {
    const [, parts, ratings, ...others] = needsOutcomesOptions.references ?? [];
    expect(others).toEqual([]);
    expect(parts?.rows.map(([title]) => String(title).split('.')[0])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
    ]);
    const labels = needsOutcomesOptions.scales[0]?.options.map(({ level, label }) => [String(level), label]);
    expect(ratings?.rows.map((row) => row.slice(0, 2))).toEqual(labels?.toReversed());
  });
});

describe('the worked examples', () => {
  const exampleNeeds = needsOutcomesOptions.example?.entries['needs'] ?? [];
  const exampleOptions = needsOutcomesOptions.example?.entries['options'] ?? [];
  const of = (number: number) => exampleOptions.filter((row) => row['case'] === `EXAMPLE-${number}`);

  it('are five, the last with two needs', () => {
    expect(exampleNeeds.map((row) => `${row['case']} ${row['need-no']}`)).toEqual([
      'EXAMPLE-1 1',
      'EXAMPLE-2 1',
      'EXAMPLE-3 1',
      'EXAMPLE-4 1',
      'EXAMPLE-5 1',
      'EXAMPLE-5 2',
    ]);
    expect(exampleNeeds.map((row) => [Boolean(row['deficits']), Boolean(row['opportunities'])])).toEqual([
      [true, true],
      [true, true],
      [true, true],
      [true, false],
      [true, false],
      [true, false],
    ]);
  });

  it.each([
    [1, ['n', 'a', 'b', 'c'], { a: 2, b: 4 }],
    [2, ['n', 'a', 'b', 'c'], { a: 4 }],
    [3, ['n', 'a', 'b', 'c'], { a: 4, b: 3 }],
    [4, ['n', 'a', 'b1', 'b2', 'c'], { a: 2, b1: 2, b2: 3 }],
    [5, ['n', 'a', 'b', 'c', 'n', 'd', 'e'], { c: 4, d: 1, e: 5 }],
  ])('have in example %i the options of the source, the preferred ones rated as there', (number, letters, rated) => {
    expect(of(number).map((row) => row['option'])).toEqual(letters);
    const preferred = of(number).filter((row) => row['preferred'] === 'Yes');
    expect(Object.fromEntries(preferred.map((row) => [row['option'], row['effectiveness']]))).toEqual(rated);
  });

  it('have an option with a risk of non- or minimal intervention for every need', () => {
    for (const need of exampleNeeds) {
      const least = exampleOptions.filter(
        (row) =>
          row['case'] === need['case'] &&
          row['need-no'] === need['need-no'] &&
          row['kind'] === 'Non- or minimal intervention',
      );
      expect(least, JSON.stringify(need)).toHaveLength(1);
      expect(least[0]?.['risk']).toBeTruthy();
    }
  });

  it('have a description and a risk in every option, and keep all that their own rules ask for', () => {
    for (const row of exampleOptions) {
      const at = `${row['case']} ${row['option']}`;
      expect(row['description'], at).toBeTruthy();
      expect(row['risk'], at).toBeTruthy();
      for (const { when, needs: needed = [] } of options?.rules ?? []) {
        if (!when.is.includes(row[when.field] ?? '')) continue;
        for (const field of needed) expect(row[field], `${at} ${field}`).toBeTruthy();
      }
    }
  });

  it('choose only words that are on offer', () => {
    for (const row of exampleNeeds) expect(wordsOf(needs, 'domain')).toContain(row['domain']);
    for (const row of exampleOptions) {
      expect(wordsOf(options, 'kind')).toContain(row['kind']);
      if (row['gap'] !== undefined) expect(wordsOf(options, 'gap')).toContain(row['gap']);
    }
  });

  it('keep what only the source has: times of day, S.17 funding, sessions and months', () => {
    const wording = JSON.stringify(exampleOptions);
    for (const fact of ['7.30', '7.30 pm', 'S.17', '2/3 sessions a week for 3 months', 'crèche']) {
      expect(wording).toContain(fact);
    }
  });
});

describe('the resources', () => {
  it('name the Assessment Framework and the Outcomes Framework', () => {
    const titles = needsOutcomesOptions.resources.flatMap((list) => list.entries.map(({ title }) => title));
    expect(titles).toHaveLength(6);
    expect(titles).toContain('Framework for the Assessment of Children in Need and their Families');
    expect(titles).toContain('Every Child Matters Outcomes Framework');
  });
});

describe('the wording', () => {
  it('has straight apostrophes and quotation marks throughout', () => {
    expect(JSON.stringify(needsOutcomesOptions)).not.toMatch(/[‘’“”]/);
  });
});
