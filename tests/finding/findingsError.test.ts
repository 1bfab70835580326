import { expect, test } from 'vitest';
import { FindingsError, finding, findingLine } from '../../src/finding/index.ts';

test('findings are thrown together, and the message of the error has a line for each', () => {
  const warning = finding('list.ignored-columns', {}, { columns: ['fax'], unused: [] });
  const error = finding('list.empty', {}, {});
  const thrown = new FindingsError([warning, error]);
  expect(thrown.findings).toEqual([warning, error]);
  expect(thrown.message.split('\n')).toEqual([findingLine(warning), findingLine(error)]);
});
