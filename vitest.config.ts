import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Runs the files first that start LibreOffice or Gnumeric. They take longest, and most are short, so in a fresh clone
 * vitest, which begins with the largest files, would run them last, with the other cores idle.
 */
class ProgramsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const startsProgram = new Set(
      files.filter(({ moduleId }) => /with(LibreOffice|Uno)\(|describeSavedAgain/.test(readFileSync(moduleId, 'utf8'))),
    );
    const sorted = await super.sort(files);
    return [...sorted.filter((file) => startsProgram.has(file)), ...sorted.filter((file) => !startsProgram.has(file))];
  }
}

export default defineConfig({
  test: {
    // The files share what they import, which takes longer to load than most tests take to run.
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    sequence: { sequencer: ProgramsFirst },
  },
});
