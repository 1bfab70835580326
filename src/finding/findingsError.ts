import type { Finding } from './finding.ts';
import { findingLine } from './findingLine.ts';

/** Thrown by a function that cannot continue with its input. It has all findings, not only the first. */
export class FindingsError extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(findingLine).join('\n'));
    this.name = 'FindingsError';
    this.findings = findings;
  }
}
