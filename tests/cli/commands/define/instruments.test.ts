import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { z } from 'zod';
import { instruments } from '../../../../definitions/index.ts';
import { run } from '../../../../src/cli/run.ts';
import { defineInstrument } from '../../../../src/instrument/defineInstrument.ts';
import type { Instrument } from '../../../../src/instrument/model/schema.ts';
import { readDefinition } from '../../../../src/instrument/readDefinition.ts';
import { typicalPositions } from '../../../../src/scoring/typicalAnswers.ts';
import { readPackage } from '../../../../src/spreadsheet/read/readPackage.ts';
import { sampleDefinition, sampleInstrument } from '../../../sampleInstrument.ts';
import { fillIn } from '../../../tools/fillIn.ts';
import { sampleReturn } from '../../../tools/sampleReturns.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scorebook-instruments-'));
  writeFileSync(at('partners.csv'), 'code,name\nX01,Ashmere PCT\n5E1,Bramblewick PCT\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (...parts: readonly string[]): string => join(folder, ...parts);

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line; `columns` is the width of its terminal. */
async function scorebook(args: readonly string[], columns?: number): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isTerminal: false,
    ...(columns === undefined ? {} : { columns }),
    now: () => new Date('2026-11-20T10:00:00Z'),
  });
  return { code, out, err };
}

/** Runs one that works on the test's register. */
const withRegister = (...args: readonly string[]): Promise<Ran> =>
  scorebook([...args, '--register', at('register.db')]);

const generate = (definition: string, ...more: readonly string[]): Promise<Ran> =>
  withRegister(
    ...['generate', definition, '--partners', at('partners.csv'), '--round', '2026', '--due', '2026-12-18 12:00'],
    ...['--out', at('workbooks'), ...more],
  );

function file(name: string, text: string): string {
  writeFileSync(at(name), text);
  return at(name);
}

const asJson = (definition: unknown, name = 'sample.json'): string =>
  file(name, JSON.stringify(definition, undefined, 2));

/** Codes of the findings that `check --json` reports. */
async function faultsOf(path: string): Promise<readonly string[]> {
  const { code, out } = await scorebook(['check', path, '--json']);
  const { findings }: { findings: readonly { code: string; severity: string }[] } = JSON.parse(out);
  expect(code).toBe(findings.some(({ severity }) => severity === 'error') ? 1 : 0);
  return findings.map((found) => found.code);
}

describe('instruments', () => {
  test('lists them in a table, one line each', async () => {
    const { code, out, err } = await scorebook(['instruments']);
    const [headings, ...lines] = out.trimEnd().split('\n');
    expect([code, err]).toEqual([0, '']);
    expect(headings).toMatch(/^Key +Edition +Sections +Questions +References +Title$/);
    expect(lines.map((line) => line.split(' ')[0])).toEqual(instruments.map(({ key }) => key));
    expect(out).toMatch(/^pct-self-assessment +2007 +8 +44 +1 +Improving/m);
  });

  test('cuts titles where the terminal ends', async () => {
    const { out } = await scorebook(['instruments'], 90);
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBe(90);
  });

  test('as JSON: an array of key, edition, title and counts', async () => {
    const { out } = await scorebook(['instruments', '--json']);
    const listed: readonly unknown[] = JSON.parse(out);
    expect(listed).toHaveLength(instruments.length);
    expect(listed[0]).toEqual({
      key: 'pct-self-assessment',
      edition: '2007',
      title: expect.stringContaining('Improving'),
      counts: { sections: 8, questions: 44, references: 1 },
    });
  });

  test('takes nothing else', async () => {
    expect(await scorebook(['instruments', 'ccg-framework'])).toMatchObject({ code: 2, out: '' });
    expect(await scorebook(['instruments', '--jsn'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('show', () => {
  test('outlines sections, activities, questions, fields, scales and views', async () => {
    const { code, out } = await scorebook(['show', asJson(sampleDefinition)]);
    expect(code).toBe(0);
    expect(out).toBe(`Sample self-assessment (sample, edition 1)
Nobody, 2026: 3 sections, 5 questions, 0 tables for reference.

Scale achievement  Achievement
  1 Weak: It is weak.
  2 Fair: It is fair.
  3 Good: It is good.

Section 1  Needs
  Fields  Score (score, scale achievement); Our evidence (evidence, text);
          Action (action, text); Lead (lead, text); By when (due, date)
  1.1  Assess
    1.1.1  How good is 1.1.1?
    1.1.2  How good is 1.1.2?
  1.2  Plan
    1.2.1  How good is 1.2.1?

Section 2  Supply
  Fields  Score (score, scale achievement); Our evidence (evidence, text);
          Action (action, text); Lead (lead, text); By when (due, date)
  2.1  Shape
    2.1.1  How good is 2.1.1?
    2.1.2  How good is 2.1.2?

Section participants  Participants, up to 3 rows, one for each participant
  Fields  Name (name, text); Role (role, text)
  Rows  Fill in a row, every field

How positions are worked out (otherwise Amber)
  Not scored  Fewer than 75% of the questions that apply have been answered, or
          none applies: too few answers for a position.
  Red  50% or more of the answered questions are at level 1 (Weak).
  Green  More than 50% of the answered questions are at level 3 (Good), and none
         is at level 1 (Weak).
  Amber  Fewer than 50% of the answered questions are at level 1 (Weak), but the
         part is not Green: some of it is sound, some still needs work.

View cycle  Parts, by section: Needs; Supply
View subject  Subjects, by group: People; Money
  People  About people.
  Money  About money.
`);
  });

  test('ends with what Scorebook added and what was decided about the source', async () => {
    const { out } = await scorebook([
      'show',
      asJson({ ...sampleDefinition, sourceNote: ['Scorebook added the scale.'] }),
    ]);
    expect(out.split('\n\n').at(-1)).toBe('About the source\n  -  Scorebook added the scale.\n');
    for (const { key } of instruments) {
      const shown = await scorebook(['show', key]);
      expect(shown.out).toMatch(/^About the source\n {2}- {2}Added by Scorebook, and not in the source: /m);
    }
  });

  test.each([undefined, 40, 60, 120])('no line is longer than the terminal, or 80: %s', async (columns) => {
    for (const { key } of instruments) {
      const { out } = await scorebook(['show', key], columns);
      const long = out.split('\n').filter((line) => line.length > (columns ?? 80));
      expect(long).toEqual([]);
      expect(out.split('\n').length).toBeGreaterThan(20);
    }
  });

  test('as JSON: the definition, which is one when it is read again', async () => {
    const { out } = await scorebook(['show', 'ccg-framework', '--json']);
    expect(readDefinition(out, 'ccg-framework.json').key).toBe('ccg-framework');
  });

  test.each([
    ['a key that nobody has', ['show', 'cgc-framework'], 'There is no instrument "cgc-framework". There are: '],
    ['no key', ['show'], "missing required argument 'instrument'"],
    ['a file that is not there', ['show', 'nowhere.yaml'], 'nowhere.yaml cannot be read: there is no such file.'],
    ['a file of another kind', ['show', './notes.txt'], 'ends in .json, .yaml, .yml, .js or .mjs'],
    ['TypeScript', ['show', 'definitions/ccg-framework.ts'], 'is TypeScript. Build it'],
  ])('refuses %s', async (_what, args, message) => {
    const { code, out, err } = await scorebook(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

describe('check', () => {
  test.each([
    ['JSON', () => asJson(sampleDefinition)],
    ['YAML', () => file('sample.yml', stringify(sampleDefinition))],
    ['a module with a default', () => file('sample.mjs', `export default ${JSON.stringify(sampleDefinition)};`)],
    [
      'a module with several exports',
      () =>
        file('several.mjs', `export const scales = [];\nexport const sample = ${JSON.stringify(sampleDefinition)};`),
    ],
  ])('says of %s that it fits', async (_what, write) => {
    const path = write();
    const { code, out, err } = await scorebook(['check', path]);
    const result =
      'sample, edition 1: 3 sections, 5 questions, 0 tables for reference. It is sound and fits into a workbook.';
    const lines = typicalPositions(sampleInstrument).map(({ answers, position }) => `  ${answers}: ${position}\n`);
    expect({ code, out, err }).toEqual({
      ...{ code: 0, err: '' },
      out: `${path}: ${result}\nPositions that typical answers have:\n${lines.join('')}`,
    });
  });

  test('says so as JSON', async () => {
    const path = asJson(sampleDefinition);
    const { out } = await scorebook(['check', path, '--json']);
    expect(JSON.parse(out)).toEqual({
      file: path,
      key: 'sample',
      edition: '1',
      title: 'Sample self-assessment',
      counts: { sections: 3, questions: 5, references: 0 },
      positions: typicalPositions(sampleInstrument),
      fits: true,
      findings: [],
    });
  });

  test('reports all faults at once, each with file, line, key, value, rule and cure', async () => {
    const path = file('sample.yaml', stringify({ ...sampleDefinition, edition: 5e1, title: '', strapline: undefined }));
    const { code, out, err } = await scorebook(['check', path]);
    expect([code, out]).toEqual([1, '']);
    expect(err.split('\n')).toEqual([
      'error: sample.yaml line 2 (sample): edition must be text, but 50 was read as the number 50. Put it into quotation marks: "50".',
      expect.stringMatching(/^error: sample.yaml line 3 \(sample\): title is "": write some text/),
      expect.stringMatching(/^error: sample.yaml line 1 \(sample\): strapline is missing/),
      '',
    ]);
  });

  const [first] = sampleDefinition.sections;
  const entriesOf = (key: string, changes: object = {}): unknown => ({
    ...sampleDefinition.sections[2],
    key,
    shortTitle: key,
    ...changes,
  });
  const by = ['name'];
  const edited = (change: (json: string) => string): unknown => JSON.parse(change(JSON.stringify(sampleDefinition)));
  const sections = (...more: readonly unknown[]): unknown => ({ ...sampleDefinition, sections: [first, ...more] });

  test.each<[string, unknown, readonly string[]]>([
    [
      'two questions with one key',
      edited((json) => json.replace('"key":"1.1.2"', '"key":"1.1.1"')),
      ['definition.duplicate-key'],
    ],
    [
      'a scale that is not there',
      edited((json) => json.replace('"scale":"achievement","notApplicable"', '"scale":"achievment","notApplicable"')),
      ['definition.unknown-reference'],
    ],
    [
      'a level without criterion',
      edited((json) => json.replace(',{"level":3,"text":"1.1.1 is good."}', '')),
      ['definition.criteria-levels'],
    ],
    [
      'a view that is not there',
      edited((json) => json.replace('"groups":{"subject":"people"}', '"groups":{"subject":"people","theme":"x"}')),
      ['definition.unknown-reference'],
    ],
    [
      'a section that belongs to none',
      sections(entriesOf('a', { belongsTo: { section: 'z', by } })),
      ['definition.unknown-reference'],
    ],
    [
      'sections that belong to each other',
      sections(
        entriesOf('a', { belongsTo: { section: 'b', by } }),
        entriesOf('b', { belongsTo: { section: 'a', by } }),
      ),
      ['definition.circular'],
    ],
    [
      'a text that no cell holds',
      edited((json) => json.replace('How good is 1.1.1?', 'x'.repeat(32_768))),
      ['definition.invalid'],
    ],
    [
      'a prompt that Excel cuts',
      edited((json) => json.replace('First and last name.', 'x'.repeat(256))),
      ['definition.invalid'],
    ],
    [
      'a link to a script',
      edited((json) => json.replace('http://www.example.org/', 'javascript:alert(1)')),
      ['definition.invalid'],
    ],
    [
      'a link to a file',
      edited((json) => json.replace('http://www.example.org/', 'file:///etc/passwd')),
      ['definition.invalid'],
    ],
    [
      'two sections with one sheet name',
      sections(entriesOf('a', { shortTitle: 'Both' }), entriesOf('b', { shortTitle: 'BOTH' })),
      ['definition.sheet-name'],
    ],
    [
      'a sheet name of 32 characters',
      sections(entriesOf('a', { shortTitle: 'x'.repeat(32) })),
      ['definition.sheet-name'],
    ],
  ])('refuses %s', async (_what, definition, expected) => {
    expect(await faultsOf(asJson(definition))).toEqual(expected);
  });

  test('warns of 5,000 questions, which work', { timeout: 60_000 }, async () => {
    const activity = first?.shape === 'items' ? first.activities[0] : undefined;
    const many = Array.from({ length: 5000 }, (_, index) => ({ ...activity?.items[0], key: `q${index}` }));
    const definition = { ...sampleDefinition, sections: [{ ...first, activities: [{ ...activity, items: many }] }] };
    const path = asJson(definition);
    const { code, err } = await scorebook(['check', path]);
    expect(code).toBe(0);
    expect(err).toMatch(/^warning: sample\.json \(sample\): There are 5000 questions\./);
  });

  test.each([
    ['a module that is broken', 'broken.mjs', 'export default {', 'file.not-loaded'],
    ['a module that throws', 'throws.mjs', "throw new Error('no scales');", 'file.not-loaded'],
    ['a module without an instrument', 'other.mjs', 'export const answer = 42;', 'file.no-instrument'],
    [
      'a module with a faulty instrument',
      'faulty.mjs',
      "export default { key: 'x', sections: [] };",
      'definition.invalid',
    ],
    ['JSON that is cut off', 'cut.json', '{"key": "x"', 'file.not-json'],
    ['YAML that is none', 'bad.yaml', 'key: [', 'file.not-yaml'],
    ['text in another encoding', 'latin.yaml', '', 'file.not-utf-8'],
  ])('refuses %s', async (_what, name, text, expected) => {
    const path = file(name, text);
    if (name === 'latin.yaml') writeFileSync(path, Buffer.from('title: Caf\xe9', 'latin1'));
    const faults = await faultsOf(path);
    expect(new Set(faults)).toEqual(new Set([expected]));
  });

  test('takes a module that gives its faults itself, as one that uses defineInstrument does', async () => {
    const define = pathToFileURL(resolve('dist/src/instrument/defineInstrument.js')).href;
    const text = `import { defineInstrument } from ${JSON.stringify(define)};\nexport default defineInstrument({ key: 'x' });`;
    const { code, err } = await scorebook(['check', file('self.mjs', text)]);
    expect(code).toBe(1);
    expect(err).toContain('self.mjs (x): edition is missing');
  });

  test.each([
    ['no file', ['check'], "missing required argument 'file'"],
    ['a key', ['check', 'pct-self-assessment'], 'ends in .json'],
    ['a folder', ['check', 'tests.yaml/'], 'ends in .json'],
    ['two files', ['check', 'a.yaml', 'b.yaml'], 'too many arguments'],
  ])('refuses %s as a wrong command', async (_what, args, message) => {
    const { code, out, err } = await scorebook(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

describe('schema', () => {
  test('is a JSON Schema with an address, titles, and the rules of values', async () => {
    const { code, out, err } = await scorebook(['schema']);
    expect([code, err]).toEqual([0, '']);
    const schema = JSON.parse(out);
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: expect.stringMatching(/^https:/),
      title: 'Scorebook instrument',
      type: 'object',
      additionalProperties: false,
      properties: {
        key: { title: 'Key', type: 'string', pattern: expect.any(String) },
        edition: { title: 'Edition' },
        sourceNote: { title: 'Source note', type: 'array' },
        sections: { items: { oneOf: [{ properties: { shortTitle: { title: 'Short title' } } }, expect.any(Object)] } },
      },
    });
    expect(schema.required).toContain('scales');
    expect(schema.required).not.toContain('scorecard');
    expect(out).not.toContain('readOnly');
  });

  test('accepts every instrument that comes with Scorebook, and refuses what check refuses', async () => {
    const schema = z.fromJSONSchema(JSON.parse((await scorebook(['schema'])).out));
    const takes = (definition: unknown): boolean => schema.safeParse(definition).success;
    for (const instrument of instruments) {
      expect(takes(JSON.parse(JSON.stringify(instrument)))).toBe(true);
      expect(takes({ ...instrument, $schema: './scorebook.schema.json' })).toBe(true);
      expect(takes({ ...instrument, titel: 'Mistyped' })).toBe(false);
      expect(takes({ ...instrument, edition: 5e1 })).toBe(false);
      expect(takes({ ...instrument, sections: undefined })).toBe(false);
    }
  });

  test('takes nothing', async () => {
    expect(await scorebook(['schema', 'instrument'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('new', () => {
  test('writes a file that passes check, and generates', async () => {
    const out = at('winter-plan.yaml');
    expect(await scorebook(['new', 'winter-plan', '--out', out])).toEqual({
      code: 0,
      out: `${out} written. Change it, then: scorebook check ${out}\n`,
      err: '',
    });
    expect(readFileSync(out, 'utf8')).toMatch(/^# .*\n(?:.*\n)*.* # /);
    expect(await scorebook(['check', out])).toMatchObject({ code: 0, err: '' });
    expect(await generate(out)).toMatchObject({ code: 0 });
    expect(existsSync(at('workbooks', 'winter-plan_2026_5E1.xlsx'))).toBe(true);
  });

  test('takes a key that looks like a number for text', async () => {
    await scorebook(['new', '5e1', '--out', at('5e1.yaml')]);
    expect(readDefinition(readFileSync(at('5e1.yaml'), 'utf8'), '5e1.yaml').key).toBe('5e1');
  });

  test('overwrites nothing', async () => {
    const path = file('mine.yaml', 'mine');
    const { code, err } = await scorebook(['new', 'winter-plan', '--out', path]);
    expect(code).toBe(2);
    expect(err).toContain('is there already and was left alone');
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  test.each([
    ['no key', ['new'], "missing required argument 'key'"],
    ['a key with capitals', ['new', 'Winter Plan'], '"Winter Plan" cannot be a key'],
    ['the key of another', ['new', 'ccg-framework'], 'There is an instrument "ccg-framework" already'],
    ['another ending', ['new', 'winter-plan', '--out', 'winter-plan.json'], 'does not end in .yaml'],
  ])('refuses %s', async (_what, args, message) => {
    const { code, out, err } = await scorebook(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

describe('an instrument from a JSON file', () => {
  const definition: Instrument = { ...sampleDefinition, key: 'winter-plan', title: 'Winter plan' };
  const manner = { levels: [0.2, 0.4, 0.4], notApplicable: 0, diligence: 1 };

  /** Fills in the workbooks of both partners, by the definition that they went out with. */
  function fillInAll(instrument: Instrument): void {
    mkdirSync(at('returns'), { recursive: true });
    for (const [index, code] of ['X01', '5E1'].entries()) {
      const name = `winter-plan_2026_${code}.xlsx`;
      const bytes = readFileSync(at('workbooks', name));
      writeFileSync(at('returns', name), fillIn(bytes, sampleReturn(defineInstrument(instrument), manner, index)));
    }
  }

  test('works for a whole round, and its file is needed only by generate', async () => {
    const path = asJson(definition, 'winter-plan.json');
    expect(await generate(path)).toMatchObject({ code: 0, out: expect.stringMatching(/^2 workbooks written/) });
    rmSync(path);
    fillInAll(definition);
    const imported = await withRegister('import', at('returns'));
    expect(imported).toMatchObject({ code: 0, err: expect.any(String) });
    expect(imported.out).toContain('2 files: 2 accepted, 0 refused');
    for (const only of [[], ['--instrument', 'winter-plan']]) {
      const { code, out } = await withRegister('status', '--round', '2026', ...only);
      expect([code, out.split('\n')[0]]).toEqual([
        0,
        expect.stringMatching(/^Round 2026, winter-plan, .* 2 of 2 returned$/),
      ]);
    }
    const rolled = await withRegister('rollup', '--round', '2026', '--out', at('roll-up.xlsx'));
    expect(rolled).toMatchObject({ code: 0, out: `${at('roll-up.xlsx')}: 2 of 2 partners returned\n` });
    const sheets = readPackage(readFileSync(at('roll-up.xlsx'))).sheets.map(({ name }) => name);
    expect(sheets).toContain('Heat map');
  });

  test('shows in the next round what was answered in this, by a definition that only the register has', async () => {
    const path = asJson(definition, 'winter-plan.json');
    await generate(path);
    fillInAll(definition);
    await withRegister('import', at('returns'));
    const next = ['--round', '2027', '--due', '2027-12-17 12:00', '--previous', '2026', '--out', at('next')];
    asJson({ ...definition, edition: '2' }, 'winter-plan.json');
    expect(await generate(path, ...next)).toMatchObject({ code: 0 });
  });

  test('in a second edition takes returns of the first', async () => {
    const path = asJson(definition, 'winter-plan.json');
    await generate(path);
    fillInAll(definition);
    rmSync(at('workbooks'), { recursive: true });
    asJson(
      JSON.parse(JSON.stringify({ ...definition, edition: '2' }).replaceAll('2.1.2', '2.1.3')),
      'winter-plan.json',
    );
    expect(await generate(path, '--change-edition')).toMatchObject({ code: 0 });
    const { code, out } = await withRegister('import', at('returns'), '--json');
    expect(code).toBe(0);
    const { files } = JSON.parse(out);
    expect(files).toHaveLength(2);
    for (const { findings } of files) {
      expect(findings[0]).toMatchObject({
        code: 'return.other-edition',
        facts: { edition: '1', now: '2', retired: ['2.1.2'], added: ['2.1.3'], reworded: [] },
      });
    }
    expect(await withRegister('rollup', '--round', '2026', '--out', at('roll-up.xlsx'))).toMatchObject({ code: 0 });
  });

  describe('in a round that has workbooks of another edition', () => {
    const second: Instrument = { ...definition, edition: '2' };
    const newWording: Instrument = { ...definition, title: 'Winter plan, corrected' };

    test.each([
      ['another edition', second, 'edition 1; what you give is edition 2,'],
      ['another wording of the same', newWording, 'edition 1; what you give is another wording of edition 1,'],
    ])('is refused when it is %s, and nothing is scored anew', async (_what, other, names) => {
      await generate(asJson(definition, 'winter-plan.json'));
      const before = await withRegister('status', '--round', '2026', '--json');
      const { code, out, err } = await generate(asJson(other, 'other.json'), '--out', at('other'));
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(names);
      expect(err).toContain('add --change-edition');
      expect(existsSync(at('other'))).toBe(false);
      expect(await withRegister('status', '--round', '2026', '--json')).toEqual(before);
    });

    test('goes out with --change-edition, and says how many returns are scored anew', async () => {
      await generate(asJson(definition, 'winter-plan.json'));
      fillInAll(definition);
      await withRegister('import', at('returns'));
      const change = [asJson(second, 'second.json'), '--change-edition', '--out', at('second')] as const;
      const { code, out } = await generate(...change);
      expect([code, out]).toEqual([0, expect.stringContaining('The round is on edition 2 now: 2 returns re-scored')]);
      expect((await generate(...change)).out).not.toContain('re-scored');
      expect(await generate(change[0], '--out', at('second'))).toMatchObject({ code: 0 });
    });

    test('does not go back to the old one for the sake of one workbook', async () => {
      const first = asJson(definition, 'winter-plan.json');
      await generate(first);
      await generate(asJson(second, 'second.json'), '--change-edition', '--out', at('second'));
      const { code, err } = await generate(first, '--partner', 'X01');
      expect([code, err]).toEqual([2, expect.stringContaining('edition 2; what you give is edition 1,')]);
      const { out } = await withRegister('status', '--round', '2026', '--json');
      expect(JSON.parse(out)[0]).toMatchObject({ edition: '2' });
    });

    test('goes back to an earlier wording of the same edition on request, and keeps it', async () => {
      const first = asJson(definition, 'winter-plan.json');
      await generate(first);
      await generate(asJson(newWording, 'new.json'), '--change-edition', '--out', at('new'));
      expect(await generate(first, '--change-edition')).toMatchObject({ code: 0 });
      expect(await generate(first)).toMatchObject({ code: 0 });
      expect(await generate(at('new.json'))).toMatchObject({ code: 2 });
    });
  });

  test('with the key of one that is installed is read as it was sent out', async () => {
    const own = { ...definition, key: 'ccg-framework', edition: 'draft-2' };
    await generate(asJson(own, 'own.json'));
    const { out } = await withRegister('status', '--round', '2026', '--json');
    expect(JSON.parse(out)[0]).toMatchObject({ instrument: 'ccg-framework', edition: 'draft-2', issued: 2 });
    mkdirSync(at('returns'));
    const bytes = readFileSync(at('workbooks', 'ccg-framework_2026_X01.xlsx'));
    writeFileSync(at('returns', 'x.xlsx'), fillIn(bytes, sampleReturn(defineInstrument(own), manner, 1)));
    expect(await withRegister('import', at('returns'))).toMatchObject({ code: 0 });
  });

  test('is not generated when it has faults, or does not fit', async () => {
    const bad = asJson({ ...definition, scales: [] }, 'bad.json');
    expect(await generate(bad)).toMatchObject({ code: 1, out: '' });
    expect(await generate('winter-plan.json')).toMatchObject({ code: 2, err: expect.stringContaining('no such file') });
    expect(existsSync(at('workbooks'))).toBe(false);
    expect(existsSync(at('register.db'))).toBe(false);
  });

  test('is not found by a mistyped key', async () => {
    await generate(asJson(definition, 'winter-plan.json'));
    const { code, err } = await withRegister('status', '--round', '2026', '--instrument', 'winter-plans');
    expect(code).toBe(2);
    expect(err).toContain('has no instrument "winter-plans". It has: winter-plan.');
  });
});
