import type { Finding } from './finding.ts';
import { findingLine } from './findingLine.ts';

/** Thrown by functions that cannot go on with what they were given. It always carries every finding, not the first. */
export class FindingsError extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(findingLine).join('\n'));
    this.name = 'FindingsError';
    this.findings = findings;
  }
}
