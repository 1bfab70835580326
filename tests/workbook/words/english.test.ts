import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { english } from '../../../src/workbook/words/english.ts';

describe('the English words of a workbook', () => {
  test('are a sentence with its facts where they depend on any', () => {
    expect(english.steps.send([])).toBe(
      'When every line of the Checklist says Done, return this workbook as an Excel file, not as a PDF or a link.',
    );
    expect(english.steps.send(['Scorecard', 'Action plan'])).toContain(
      'look at the Scorecard and the Action plan. Then',
    );
    expect(english.steps.listed(['"A"', '"B"', '"C"'])).toBe('"A", "B" and "C"');
  });

  // The other sheets still have words of their own.
  test.each(['guide', 'source', 'resources', 'steps'])('are the only ones of %s', (sheet) => {
    const text = readFileSync(`${import.meta.dirname}/../../../src/workbook/sheets/${sheet}.ts`, 'utf8');
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').replace(/^import .*$/gm, '');
    expect(code.match(/(['"`])[A-Z][a-z]+(?: [^'"`]*)?\1/g) ?? []).toEqual([]);
  });
});
