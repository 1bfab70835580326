import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { attacks } from './patternAttacks.ts';

/**
 * Returned files, messages and definitions come from strangers. A pattern that takes four times as long for twice the text
 * takes minutes for the longest answer that a cell may hold: none of the source does.
 */

interface Named {
  readonly where: string;
  readonly pattern: RegExp;
}

/** Patterns that meet no text of a stranger, or only a short one. */
const exempt: Readonly<Record<string, string>> = {
  'instrument/parse/parseText.ts': 'a message of JSON.parse, which quotes some 20 characters of the file',
  'mail/message/mailTime.ts': 'the last 200 characters of a line',
  'spreadsheet/repair/printing.ts': 'parts that exceljs wrote, in which every < of a text is escaped',
  'spreadsheet/repair/repairPackage.ts': 'parts that exceljs wrote, in which every < of a text is escaped',
  'spreadsheet/repair/splitLinks.ts': 'parts that exceljs wrote, in which every < of a text is escaped',
  'spreadsheet/write/longRows.ts': 'parts that exceljs wrote, in which every < of a text is escaped',
  'spreadsheet/write/sheetSlots.ts': 'parts that exceljs wrote, in which every < of a text is escaped',
  'workbook/calculations/calculations.ts': 'the first 240 characters of a question',
};

/** A pattern in the code, after what an expression may begin with; the code is formatted by biome. */
const literal =
  /(?:^|[=(,:?&|![{;]|\breturn|\bcase)\s*\/(?![/*])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)(?=[\s.,;)\]}])/gm;

function written(): readonly Named[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return files.flatMap((path) => {
    const file = path.replaceAll('\\', '/');
    const code = readFileSync(join('src', file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, (comment) =>
      comment.replace(/[^\n]/g, ''),
    );
    return [...code.matchAll(literal)].map((found) => ({
      where: `${file}:${code.slice(0, found.index + found[0].length).split('\n').length}`,
      pattern: new RegExp(found[1] ?? '', found[2]),
    }));
  });
}

/** Patterns that a module puts together when it is loaded. */
async function composed(file: string): Promise<readonly Named[]> {
  // Other tests of this process may have loaded it.
  vi.resetModules();
  const found: Named[] = [];
  const Original = RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, [source, flags]) => {
      const pattern = new target(source, flags);
      found.push({ where: file, pattern });
      return pattern;
    },
  });
  try {
    await import(join('../src', file));
  } finally {
    globalThis.RegExp = Original;
  }
  return found;
}

const all: readonly Named[] = [
  ...written(),
  ...(await composed('response/personalData.ts')),
  ...(await composed('spreadsheet/xml/xmlText.ts')),
].filter(({ where }) => !Object.keys(exempt).some((beginning) => where.startsWith(beginning)));

function milliseconds({ pattern }: Named, text: string, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const start = process.hrtime.bigint();
    text.replace(pattern, '');
    least = Math.min(least, Number(process.hrtime.bigint() - start) / 1e6);
  }
  return least;
}

/** The attack by which it grows faster than the text, if there is one: four times the text may take eight times as long. */
function slowOn(named: Named): string | undefined {
  const texts = [24, 400, 3_200, 12_800].map((size) => attacks(named.pattern, size));
  const isSlow = (text: string, took: number, before: number): boolean =>
    took > 10 && (took > 300 || took > 8 * before || text.length < 100);
  /** Once measured, `before` may be too long, and the growth seem half of what it is. */
  const mayBeSlow = (text: string, took: number, before: number): boolean => isSlow(text, took, before / 2);
  for (;;) {
    let shorter = '';
    let before = Number.POSITIVE_INFINITY;
    for (const attack of texts) {
      const { value: text } = attack.next();
      if (text === undefined) return undefined;
      // What took long for a short text is not tried on a longer one, nor is what took hardly any time.
      if (before < 0.2) continue;
      const took = milliseconds(named, text, 1);
      // Another process may have had the processor meanwhile: what may be slow is measured again.
      if (mayBeSlow(text, took, before) && isSlow(text, milliseconds(named, text, 3), again(shorter, before)))
        return text;
      before = text.length < 3_000 ? Number.POSITIVE_INFINITY : took;
      shorter = text;
    }
  }

  function again(text: string, before: number): number {
    return Number.isFinite(before) ? milliseconds(named, text, 3) : before;
  }
}

test('every pattern is found', () => {
  expect(all.length).toBeGreaterThan(230);
});

test.each([
  [/\s+$/, ' '],
  [/^(?:a+)+$/, 'a'],
  [/"[^"]*"x|<a[^>]*>/, '<a'],
  [/^(\d)(?:[.,](\d*?)0*)?E$/, '0'],
  [/(?<!\p{L})\p{Lu}[\p{L}']*\s+!/u, "A'"],
])('%s is slow, as the attacks show', (pattern) => {
  expect(slowOn({ where: '', pattern })).toBeDefined();
});

test.each(all.map((named) => [`${named.where} ${String(named.pattern).slice(0, 60)}`, named] as const))(
  '%s',
  (_name, named) => {
    expect(slowOn(named)?.slice(0, 60)).toBeUndefined();
  },
);
