import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type Finding, FindingsError, findingLine } from '../../src/finding/index.ts';
import { fingerprint } from '../../src/instrument/model/fingerprint.ts';
import { readDefinition } from '../../src/instrument/readDefinition.ts';
import { sampleDefinition, sampleInstrument } from '../sampleInstrument.ts';

/** A definition of one question, line by line. */
const lines = [
  'key: short',
  "edition: '1'",
  'title: Short',
  'strapline: One question.',
  'publisher: Nobody',
  "published: '2026'",
  'language: en-GB',
  'sourceNote: []',
  'introduction: [{ heading: Purpose, paragraphs: [To be tested.] }]',
  'scoring: [{ heading: Scoring, paragraphs: [Answer.] }]',
  'scales: [{ key: yes-no, title: Yes or no, options: [{ level: 0, label: no, meaning: Not so. }, { level: 1, label: yes, meaning: So. }] }]',
  'sections:',
  "  - key: '1'",
  '    shape: items',
  '    title: Plans',
  '    shortTitle: Plans',
  '    introduction: All about plans.',
  '    fields: [{ kind: score, key: score, heading: Answer, prompt: Choose., scale: yes-no }]',
  "    activities: [{ key: '1.1', title: Plans, items: [{ key: 1.1.1, question: Any?, criteria: [], evidence: [], groups: {} }] }]",
  'resources: []',
];

/** The same with some lines replaced: `{ 2: 'edition: 5E1' }`. */
const yaml = (changed: Readonly<Record<number, string>> = {}): string =>
  lines.map((line, index) => changed[index + 1] ?? line).join('\n');

function findingsOf(text: string, file = 'short.yaml'): readonly Finding[] {
  try {
    readDefinition(text, file);
  } catch (failure) {
    if (failure instanceof FindingsError) return failure.findings;
    throw failure;
  }
  return [];
}

/** Line and code of every finding. */
const faults = (text: string, file?: string): readonly string[] =>
  findingsOf(text, file).map(({ place, code }) => `${place.line ?? '-'} ${code}`);

describe('a definition in a file', () => {
  test('is the same instrument as JSON, as YAML and in TypeScript', () => {
    const same = [
      readDefinition(JSON.stringify(sampleDefinition), 'sample.json'),
      readDefinition(`\ufeff${JSON.stringify(sampleDefinition, undefined, '\t')}`, 'sample.JSON'),
      readDefinition(stringify(sampleDefinition), 'sample.yaml'),
      readDefinition(stringify(sampleDefinition), 'sample.yml'),
    ];
    for (const one of same) expect(fingerprint(one)).toBe(fingerprint(sampleInstrument));
  });

  test('keeps any text as it is written, in JSON and in YAML', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((value) => /\S/.test(value));
    const awkward = fc.constantFrom(
      '5E1',
      'no',
      '~',
      '1.10',
      '2007-01-01',
      '# none',
      '*x',
      '&x',
      '{{x}}',
      '- a',
      "it's: so",
    );
    fc.assert(
      fc.property(fc.oneof(awkward, text), (strapline) => {
        const definition = { ...sampleDefinition, strapline };
        expect(readDefinition(JSON.stringify(definition), 'a.json').strapline).toBe(strapline);
        expect(readDefinition(stringify(definition), 'a.yaml').strapline).toBe(strapline);
      }),
      { numRuns: 30 },
    );
  });

  test('may name the schema by which an editor checks it', () => {
    const text = JSON.stringify({ $schema: './scorebook.schema.json', ...sampleDefinition });
    expect(fingerprint(readDefinition(text, 'sample.json'))).toBe(fingerprint(sampleInstrument));
  });

  test('may repeat parts by aliases', () => {
    const text = yaml({ 10: 'scoring: *same', 9: 'introduction: &same [{ heading: Purpose, paragraphs: [Tests.] }]' });
    expect(readDefinition(text, 'short.yaml').scoring[0]?.heading).toBe('Purpose');
  });

  test('names the file in every finding', () => {
    const files = findingsOf(yaml({ 3: 'titel: Short', 7: 'language: English' })).map(({ place }) => place.file);
    expect(files).toEqual(['short.yaml', 'short.yaml', 'short.yaml']);
  });
});

describe('text that was read as something else', () => {
  test.each([
    ['edition: 5E1', '5E1', 'the number 50'],
    ['edition: 2007', '2007', 'the number 2007'],
    ['edition: 1.10', '1.10', 'the number 1.1'],
    ['edition: 0x1F', '0x1F', 'the number 31'],
    ['edition: true', 'true', 'the yes-or-no value true'],
  ])('%s is reported with its line, and that quotes are missing', (line, written, readAs) => {
    const [found] = findingsOf(yaml({ 2: line }));
    expect(found).toMatchObject({ code: 'definition.not-text', facts: { path: 'edition', written, readAs } });
    expect(found?.place).toEqual({ file: 'short.yaml', line: 2, key: 'short' });
    expect(found?.message).toContain(`Put it into quotation marks: "${written}".`);
  });

  test('in JSON as well', () => {
    expect(faults('{\n"key": "short",\n"edition": 5E1\n}', 'short.json')[0]).toBe('3 definition.not-text');
  });

  test('as the name of a property: 1.10 would be the question 1.1', () => {
    const example = 'example: { introduction: How., entries: {}, items: { 1.10: { score: 1 } } }';
    expect(faults(yaml({ 20: `resources: []\n${example}` }))).toEqual([
      '21 definition.not-text',
      '- definition.unknown-reference',
    ]);
  });

  test('in an example, where only levels are numbers', () => {
    const field =
      '    fields: [{ kind: score, key: score, heading: Answer, prompt: Choose., scale: yes-no }, { kind: text, key: note, heading: Note, prompt: Say. }]';
    const example = 'example: { introduction: How., entries: {}, items: { 1.1.1: { score: 1, note: 5E1 } } }';
    expect(faults(yaml({ 18: field, 20: `resources: []\n${example}` }))).toEqual(['- definition.not-text']);
  });

  test('is reported together with everything else', () => {
    expect(
      faults(
        yaml({
          2: 'edition: 2007',
          13: '  - key: 1',
          15: '    title: true',
          18: lines[17]?.replace('yes-no', 'noyes') ?? '',
        }),
      ),
    ).toEqual([
      '2 definition.not-text',
      '13 definition.not-text',
      '15 definition.not-text',
      '- definition.unknown-reference',
    ]);
  });

  test('no and yes stay text, as YAML 1.2 has it', () => {
    const labels = readDefinition(yaml(), 'short.yaml').scales[0]?.options.map(({ label }) => label);
    expect(labels).toEqual(['no', 'yes']);
  });

  test('no is a yes-or-no value only in a file that asks for YAML 1.1, and is reported there', () => {
    const found = findingsOf(`%YAML 1.1\n---\n${yaml({ 6: 'published: 2026-01-31' })}`);
    expect(found).toMatchObject([
      { place: { line: 8 }, facts: { written: '2026-01-31', readAs: 'a date' } },
      { place: { line: 13 }, facts: { written: 'no', readAs: 'the yes-or-no value false' } },
      { place: { line: 13 }, facts: { written: 'yes', readAs: 'the yes-or-no value true' } },
    ]);
  });
});

describe('a file that is not of its language', () => {
  test.each([
    ['an unclosed bracket', `${yaml({ 8: 'sourceNote: [' })}`, '9 file.not-yaml'],
    ['a tab for indentation', yaml({ 14: '\tshape: items' }), '14 file.not-yaml'],
    ['a second document', yaml({ 20: '---\nresources: []' }), '20 file.not-yaml'],
    ['a tag that nobody knows', yaml({ 3: 'title: !!js/function "x"' }), '3 file.not-yaml'],
    ['a name in braces', yaml({ 20: 'resources: []\n{ x: 1 }: y' }), '21 file.not-yaml'],
    ['a part that contains itself', yaml({ 8: 'sourceNote: &me [*me]' }), '8 file.not-yaml'],
    ['brackets in brackets without end', '['.repeat(20_000), '1 file.not-yaml'],
    ['lists in lists without end', '- '.repeat(20_000), '1 file.not-yaml'],
  ])('%s is refused with its line', (_what, text, expected) => {
    expect(faults(text)).toContain(expected);
  });

  test.each([
    ['{\n"a": 1,\n}', 3],
    ['{\n"a" 1}', 2],
    ['{\n"a":\nnul}', 3],
    ["{\n'a': 1}", 2],
    ['// note\n{}', 1],
    ['{\n"a": [1, 2\n', 2],
    ['{"a": "x\ny"}', 1],
    ['{}\n}', 2],
    [`\n${'['.repeat(20_000)}`, 2],
  ])('JSON such as %j is refused with line %i', (text, line) => {
    expect(faults(text, 'short.json')).toEqual([`${line} file.not-json`]);
  });

  test('aliases that multiply are refused before they fill the memory', () => {
    const names = [...'abcdefghij'];
    const bomb = names.map(
      (name, index) =>
        `${name}: &${name} [${names.map(() => (index === 0 ? 'x' : `*${names[index - 1]}`)).join(', ')}]`,
    );
    expect(faults(bomb.join('\n'))).toEqual(['1 file.not-yaml']);
  });

  test.each([
    ['', 'short.yaml'],
    ['\n# Nothing but a note.\n', 'short.yaml'],
    [' \n', 'short.json'],
  ])('%j in %s is an empty file', (text, file) => {
    expect(faults(text, file)).toEqual(['- file.empty']);
  });

  test.each([
    ['title: Needs: wants', 3, 'a second colon'],
    ['title: `Needs`', 3, 'special meaning'],
    ['title: "Needs', 3, ''],
    ['title: "Needs" and wants', 3, 'in the wrong place'],
  ])('only its first fault is reported, in plain words: %s', (line, at, words) => {
    const found = findingsOf(yaml({ [at]: line, 8: 'sourceNote: [', 12: '\tsections: a: b' }));
    expect(found).toHaveLength(1);
    expect(found[0]?.code).toBe('file.not-yaml');
    expect(found[0]?.place.line).toBeGreaterThanOrEqual(at);
    expect(found[0]?.message).toContain(words);
    expect(found[0]?.message).toContain('quotation marks');
  });
});

describe('text with the wrong quotation marks', () => {
  test.each([
    ["title: 'The child's needs'", 'an apostrophe ends a text in single quotation marks'],
    ["strapline: { a: 'it's so', b: c }", 'an apostrophe ends'],
    ['title: “Needs: all of them”', 'curly quotation marks do not enclose a text'],
    ['title: ‘The child’s needs: all’', 'curly quotation marks do not enclose a text'],
    ['title: The child’s needs: all', 'a second colon on the line'],
  ])('is refused with the reason: %s', (line, problem) => {
    const [found, ...others] = findingsOf(yaml({ 3: line }));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'file.not-yaml', place: { line: 3 } });
    expect(found?.message).toContain(problem);
  });
});

describe('text without quotation marks', () => {
  const meaning = (words: string): string => lines[10]?.replace('Not so.', words) ?? '';

  test('in braces may have no comma, at which it would be split', () => {
    const found = findingsOf(yaml({ 11: meaning('None, or very few') }));
    expect(found).toMatchObject([
      { code: 'file.split-at-comma', place: { line: 11 }, facts: { text: 'or very few', brackets: '{ }' } },
    ]);
  });

  test('nor may a number', () => {
    expect(faults(yaml({ 11: meaning('So, 1,000') }))).toEqual(['11 file.split-at-comma', '11 file.split-at-comma']);
  });

  test('in the brackets of paragraphs may have none, if the rest goes on in lower case', () => {
    const split = 'introduction: [{ heading: Purpose, paragraphs: [To see who helps, and where.] }]';
    expect(faults(yaml({ 9: split }))).toEqual(['9 file.split-at-comma']);
  });

  test.each(['[To see., And why.]', '["To see", and why]', '[To see., and why]', '[To see who helps, NHS or not]'])(
    'may be several paragraphs: %s',
    (paragraphs) => {
      expect(faults(yaml({ 9: `introduction: [{ heading: Purpose, paragraphs: ${paragraphs} }]` }))).toEqual([]);
    },
  );

  test('may have no # after a space, with which a comment begins', () => {
    const found = findingsOf(yaml({ 3: 'title: Room #1 is ready' }));
    expect(found).toMatchObject([
      { code: 'file.lost-in-comment', place: { line: 3 }, facts: { text: 'Room', comment: '#1 is ready' } },
    ]);
  });

  test.each([
    'title: Short # as it is',
    "title: 'Short' #note",
    'title: Short\n#note',
    "title: 'Room #1'",
    'title: C#1',
  ])('may have a comment after it: %j', (line) => {
    expect(faults(yaml({ 3: line }))).toEqual([]);
  });
});

describe('an alias', () => {
  test('of a part that is not marked is reported with those that are, each of them', () => {
    const found = findingsOf(
      yaml({ 8: 'sourceNote: &notes []', 12: 'resources: *nots\nsections:', 20: 'glossary: *x' }),
    );
    expect(found).toMatchObject([
      { code: 'file.unknown-alias', place: { line: 12 }, facts: { named: 'nots', known: ['notes'] } },
      { code: 'file.unknown-alias', place: { line: 21 }, facts: { named: 'x', known: ['notes'] } },
    ]);
  });
});

describe('a name that occurs twice', () => {
  test('is reported with both lines, in YAML and in JSON', () => {
    const [found] = findingsOf(yaml({ 5: 'title: Long' }));
    expect(found).toMatchObject({
      code: 'file.name-twice',
      place: { line: 5 },
      facts: { name: 'title', firstLine: 3 },
    });
    expect(faults('{\n"key": "a",\n"key": "b"\n}', 'short.json')[0]).toBe('3 file.name-twice');
  });

  test('is no fault in two different parts', () => {
    expect(faults(yaml())).toEqual([]);
  });
});

describe('sections that belong to each other', () => {
  const entries = (key: string, belongsTo?: string): string =>
    `  - { key: ${key}, shape: entries, title: ${key}, shortTitle: ${key}, introduction: Rows., entry: row, required: 0, rows: 3, fields: [{ kind: text, key: name, heading: Name, prompt: Say. }]${belongsTo === undefined ? '' : `, belongsTo: { section: ${belongsTo}, by: [name] }`} }`;
  const withEntries = (...sections: readonly string[]): string =>
    yaml({ 20: [...sections, 'resources: []'].join('\n') });

  test('in a line are no fault', () => {
    expect(faults(withEntries(entries('a', 'b'), entries('b', 'c'), entries('c')))).toEqual([]);
  });

  test.each([
    ['itself', [entries('a', 'a')], ['a', 'a']],
    ['one another', [entries('a', 'b'), entries('b', 'a')], ['a', 'b', 'a']],
    [
      'a circle of three, with a fourth beside it',
      [entries('d', 'a'), entries('a', 'b'), entries('b', 'c'), entries('c', 'a')],
      ['a', 'b', 'c', 'a'],
    ],
  ])('in a circle are reported once: %s', (_what, sections, chain) => {
    const found = findingsOf(withEntries(...sections));
    expect(found.map(({ code, facts }) => [code, facts])).toEqual([['definition.circular', { chain }]]);
  });
});

describe('a fault that was made again and again', () => {
  const items = Array.from(
    { length: 5 },
    (_, index) => `{ key: 1.1.${index + 1}, question: Any?, wait: ${index}, criteria: [], evidence: [], groups: {} }`,
  );
  const text = yaml({
    18: '    fields: [{ kind: score, key: score, heading: Answer, promt: Choose., scale: yes-no }]',
    19: `    activities: [{ key: '1.1', title: Plans, items: [\n      ${items.join(',\n      ')}] }]`,
  });

  test('is reported once, with the first place and how many others there are', () => {
    const found = findingsOf(text).filter(({ facts }) => 'path' in facts && facts.path.endsWith('wait'));
    expect(found).toMatchObject([
      {
        code: 'definition.invalid',
        place: { line: 20, key: '1.1.1' },
        facts: { also: ['1.1.2 (line 21)', '1.1.3 (line 22)', '1.1.4 (line 23)', '1.1.5 (line 24)'] },
      },
    ]);
    expect(found[0]?.message).toContain(
      'The same in 4 other places: 1.1.2 (line 21), 1.1.3 (line 22), 1.1.4 (line 23) and 1 more.',
    );
  });

  test('is another fault where another name is wrong, or another part', () => {
    const paths = findingsOf(text).map(({ facts }) => ('path' in facts ? facts.path : undefined));
    expect(paths).toContain('sections.0.fields.0.promt');
    expect(paths.length).toBe(new Set(paths).size);
  });
});

describe('a file that is built to take long', () => {
  test('with more characters than any definition is refused at once', () => {
    expect(faults(`key: ${'a'.repeat(10_000_000)}`)).toEqual(['- file.too-long']);
    expect(faults(`{"key": "${'a'.repeat(10_000_000)}"}`, 'long.json')).toEqual(['- file.too-long']);
  });

  test('with a long key is answered in short', () => {
    const found = findingsOf(yaml({ 1: `key: ${'A'.repeat(2_000_000)}`, 3: `${'b'.repeat(1_000)}: c` }));
    expect(found.length).toBeGreaterThan(1);
    expect(found.map(findingLine).join('\n').length).toBeLessThan(5_000);
  });

  test.each([20_000, 4_000])('with %i aliases is read or refused in a second or two', (count) => {
    const aliases = yaml({ 8: `sourceNote: [&a x, ${'*a, '.repeat(count)}]` });
    const many = yaml({
      8: `sourceNote: [${Array.from({ length: count }, (_, index) => `&a${index} x, *a${index}`).join(', ')}]`,
    });
    const start = process.cpuUsage();
    expect(faults(aliases)).toEqual([expect.stringMatching(/^\d+ file.not-yaml$/)]);
    expect(faults(many).filter((fault) => fault.includes('file.'))).toEqual(count > 5_000 ? ['8 file.not-yaml'] : []);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(10);
  });
});

describe('a line of YAML that is wrongly indented', () => {
  const sample = stringify(sampleDefinition, { lineWidth: 0 }).split('\n').slice(0, 60);
  const isText = (line: string): boolean => !/^ *(?:- )*[\w-]+:|^ *- /.test(line);

  test.each([1, -1, 3])('is reported as that, wherever it is, when it has %i spaces more', (more) => {
    let reported = 0;
    for (const [index, line] of sample.entries()) {
      const spaces = line.length - line.trimStart().length + more;
      if (spaces < 0 || isText(line)) continue;

      const changed = sample.with(index, ' '.repeat(spaces) + line.trimStart()).join('\n');
      const found = findingsOf(changed);
      if (!found.some(({ code }) => code.startsWith('file.'))) continue;
      const said = found.map(({ code, place, facts }) => [
        code,
        place.line,
        'spaces' in facts ? facts.spaces : undefined,
      ]);
      expect([index + 1, line, ...said]).toEqual([index + 1, line, ['file.bad-indentation', index + 1, spaces]]);
      reported += 1;
    }
    expect(reported).toBeGreaterThan(20);
  });
});
