import { describe, expect, test } from 'vitest';
import { english } from '../../src/words/english/english.ts';
import { allWords } from '../../src/words/wordsOf.ts';
import { sheetNameProblem } from '../../src/workbook/layout/checkFit.ts';

describe('the English words of a workbook', () => {
  test('are a sentence with its facts where they depend on any', () => {
    expect(english.steps.send([])).toBe(
      'When every line of the Checklist says Done, return this workbook as an Excel file, not as a PDF or a link.',
    );
    expect(english.steps.send(['Scorecard', 'Action plan'])).toContain(
      'look at the Scorecard and the Action plan. Then',
    );
    expect(english.lists.and(['"A"', '"B"', '"C"'])).toBe('"A", "B" and "C"');
    expect(english.numbers.sentence('a whole number')).toBe('Whole number.');
    expect(english.numbers.sentence('an amount of 5 or more')).toBe('Amount of 5 or more.');
  });
});

describe.each(allWords().map((words) => [words.sheets.cover, words] as const))(
  'the catalogue with %s',
  (_cover, words) => {
    test('names every sheet as Excel allows, and no two alike', () => {
      const taken = new Set<string>();
      for (const name of Object.values(words.sheets)) {
        expect(sheetNameProblem(name, taken), name).toBeUndefined();
        taken.add(name.toLowerCase());
      }
    });

    test('heads every column of a section by words of its own', () => {
      const { reference, entry, question, guidance, suggestions, asked } = words.sections;
      const { lastRound, selfScore, selfEvidence } = words.earlier;
      const headings = [reference, entry, question, guidance, suggestions, asked, lastRound, selfScore, selfEvidence];
      expect(new Set(headings.map((heading) => heading.toLowerCase())).size).toBe(headings.length);
    });

    test('has messages for which Excel has room: 32 characters for a title, and 255 for a text', () => {
      const { cells, corrections } = words;
      const titles = [cells.notAnAnswer, cells.notADate, cells.notAnAddress, cells.notOptions, cells.notWhole];
      const texts = [cells.chooseOne(99), cells.enterDate, cells.enterAddress, cells.enterOptions(9)];
      const lengths = (of: readonly string[]): number => Math.max(...of.map(({ length }) => length));
      expect(lengths([...titles, cells.notANumber, corrections.whyRight, corrections.tooLong])).toBeLessThanOrEqual(32);
      expect(lengths([...texts, cells.howToChoose, corrections.explain(500)])).toBeLessThanOrEqual(255);
    });
  },
);
