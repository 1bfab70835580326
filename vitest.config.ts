import { readFileSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';
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

/**
 * These measure how long patterns take, in a process of their own: once a process holds 16 MB of code, as after many files,
 * V8 optimises no further pattern, and some take a hundred times as long.
 */
const alone = ['tests/patterns.test.ts'];

/** Tests of what only a server has; those that take long run with SCOREBOOK_ALL_ON_SERVER alone. */
const onServerOnly = ['tests/register/server/onServer/**', 'tests/register/server/realServer/**'];

/** These run a second time with registers on a PostgreSQL server: some for every change, all with SCOREBOOK_ALL_ON_SERVER. */
const onServer = [
  'tests/register/server/onServer/*.test.ts',
  ...(process.env['SCOREBOOK_ALL_ON_SERVER'] === undefined
    ? [
        ...['tests/register/rows/insertRows.test.ts', 'tests/register/rows/messages.test.ts'],
        ...['tests/rounds/issue/issueWorkbooks.test.ts', 'tests/intake/importReturn.test.ts'],
        'tests/rollup/figures/counts/countRollUp.test.ts',
      ]
    : [
        'tests/register/server/realServer/*.test.ts',
        ...['tests/register/rows/*.test.ts', 'tests/rounds/**/*.test.ts', 'tests/intake/importReturn.test.ts'],
        ...['tests/intake/compare/*.test.ts', 'tests/operations/**/*.test.ts', 'tests/rollup/figures/counts/*.test.ts'],
      ]),
];

export default defineConfig({
  test: {
    // The files share what they import, which takes longer to load than most tests take to run.
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    sequence: { sequencer: ProgramsFirst },
    // Microsoft's validator, a .NET program, ends before what it would measure of itself in order to run faster has paid.
    env: { DOTNET_TieredPGO: '0', DOTNET_gcConcurrent: '0' },
    projects: [
      { extends: true, test: { name: 'sqlite', exclude: [...configDefaults.exclude, ...onServerOnly, ...alone] } },
      { extends: true, test: { name: 'alone', include: alone, isolate: true } },
      {
        extends: true,
        test: { name: 'postgres', include: onServer, globalSetup: 'tests/tools/startPostgres.ts' },
      },
    ],
  },
});
