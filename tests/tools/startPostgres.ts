import type { TestProject } from 'vitest/node';
import { startCluster } from './postgresCluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of an empty database of PostgreSQL; undefined where the tests run on SQLite. */
    readonly server: string | undefined;
  }
}

/** For the tests that run on PostgreSQL: a server for all of them. */
export default function setup(project: TestProject): (() => void) | undefined {
  const cluster = startCluster();
  if (cluster === undefined) {
    if (process.env['SCOREBOOK_REQUIRE_PROGRAMS'] !== undefined) throw new Error('PostgreSQL is not installed');
    process.stderr.write('PostgreSQL is not installed: its tests run on SQLite instead.\n');
  }
  project.provide('server', cluster?.server);
  return cluster?.remove;
}
