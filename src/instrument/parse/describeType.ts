import type { z } from 'zod';
import { quoteEach } from '../model/quoteEach.ts';

/** Describes what a part of a definition must be, as the cure for a fault, without the validation library's jargon. */
export function describeType(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return describeExpected(issue.expected, value);
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'invalid_union':
      return describeUnion(issue, value);
    case 'too_big':
      return issue.origin === 'string' ? describeLength(Number(issue.maximum)) : describeMaximum(issue);
    case 'too_small':
      return issue.origin === 'string' ? 'write some text' : describeMinimum(issue);
    default:
      return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'some text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false, without quotes',
  array: 'a list',
  object: 'a part with properties of its own',
  record: 'a part with properties of its own',
};

function describeExpected(expected: string, value: unknown): string {
  if (typeof value === 'string' && isNumeric(expected) && /\S/.test(value) && Number.isFinite(Number(value))) {
    return 'a number is meant, so take the quotes away';
  }
  if (typeof value === 'string' && isNumeric(expected) && value.endsWith('%'))
    return 'write a number, without the percent sign';
  return `write ${kinds[expected] ?? 'what belongs there'}`;
}

const isNumeric = (expected: string): boolean => expected === 'number' || expected === 'int';

function describeUnion(issue: z.core.$ZodIssueInvalidUnion, value: unknown): string {
  if ('options' in issue && Array.isArray(issue.options)) return oneOf(issue.options.map(String));
  // The member that was meant is the one with a fault only inside it.
  const meant = issue.errors.find((branch) =>
    branch.every((one) => one.code !== 'invalid_type' || one.path.length > 0),
  );
  const [inside] = meant ?? [];
  if (inside !== undefined) return describeType(inside, value);
  const expected = issue.errors.flatMap((branch) => branch.map((one) => ('expected' in one ? one.expected : '')));
  return `write ${expected.map((kind) => kinds[kind] ?? 'what belongs there').join(' or ')}`;
}

const oneOf = (values: readonly string[]): string =>
  values.length === 1 ? `write ${values.join('')}` : `write one of: ${quoteEach(values).join(', ')}`;

/** Excel's limit for the text of a cell, in characters. */
const cellText = 32_767;

function describeLength(limit: number): string {
  const problem = `it has more than ${limit.toLocaleString('en-GB')} characters`;
  return limit === cellText ? `${problem}, which no cell holds: shorten it` : `${problem}: shorten it`;
}

const describeMaximum = ({ origin, maximum }: z.core.$ZodIssueTooBig): string =>
  origin === 'array' ? `list ${maximum} at most` : maximum === 1 ? share : `write ${maximum} or less`;

/** The only numbers that are at most 1. */
const share = 'write a share from 0 to 1, such as 0.75 for 75%';

const describeMinimum = ({ origin, minimum }: z.core.$ZodIssueTooSmall): string =>
  origin === 'array' ? `list at least ${minimum === 1 ? 'one' : minimum}` : `write ${minimum} or more`;
