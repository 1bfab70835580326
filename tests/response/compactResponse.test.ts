import { expect, test } from 'vitest';
import { responseCompactor } from '../../src/response/compactResponse.ts';
import {
  type Answers,
  answered,
  blank,
  notApplicable,
  notAsked,
  type Response,
  unreadable,
} from '../../src/response/response.ts';
import { sampleInstrument as instrument } from '../sampleInstrument.ts';

const given: Readonly<Record<string, Answers>> = {
  '1.1.1': new Map([
    ['score', answered(3)],
    ['evidence', answered('Minutes of the board')],
  ]),
  '1.1.2': new Map([
    ['score', notApplicable],
    ['evidence', answered('')],
  ]),
  '1.2.1': new Map([
    ['score', unreadable('about 2')],
    ['evidence', notAsked],
  ]),
};
const participants = [{ entry: 2, answers: new Map([['name', answered('A. Sample')]]) }];
const response: Response = {
  items: new Map(
    instrument.sections.flatMap((section) =>
      section.shape === 'entries'
        ? []
        : section.activities
            .flatMap(({ items }) => items)
            .map(({ key }) => [
              key,
              new Map(section.fields.map((field) => [field.key, given[key]?.get(field.key) ?? blank])),
            ]),
    ),
  ),
  entries: new Map([['participants', participants]]),
};
const compact = responseCompactor(instrument)(response);

test('a compact response has the same items, fields and answers, in the same order, whatever their state', () => {
  expect([...compact.items].map(([item, answers]) => [item, [...answers]])).toEqual(
    [...response.items].map(([item, answers]) => [item, [...answers]]),
  );
  expect(compact.entries).toEqual(response.entries);
});

test('its maps answer every question that a map answers', () => {
  const answers = compact.items.get('1.1.1');
  expect(answers?.get('evidence')).toEqual(answered('Minutes of the board'));
  expect([answers?.has('score'), answers?.has('nothing'), answers?.get('nothing')]).toEqual([true, false, undefined]);
  expect([...(answers?.values() ?? [])]).toEqual([...(response.items.get('1.1.1')?.values() ?? [])]);
  expect([...compact.items.keys()]).toEqual([...response.items.keys()]);
  expect(compact.items.size).toBe(response.items.size);
  const visited: string[] = [];
  compact.items.forEach((_answers, key, map) => {
    if (map === compact.items) visited.push(key);
  });
  expect(visited).toEqual([...response.items.keys()]);
});

test('equal levels of many responses are one object', () => {
  const other = responseCompactor(instrument);
  const [one, two] = [other(response), other({ ...response, items: new Map(response.items) })];
  expect(one.items.get('1.1.1')?.get('score')).toBe(two.items.get('1.1.1')?.get('score'));
});
