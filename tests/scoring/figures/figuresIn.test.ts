import { describe, expect, test } from 'vitest';
import { type Answer, answered, answerOf, notApplicable, unreadable } from '../../../src/response/response.ts';
import { withDerived } from '../../../src/scoring/conditions/withDerived.ts';
import { fundedInstrument } from '../../fundedInstrument.ts';
import { responseWith } from '../../tools/responseWith.ts';

/** What one of the totals comes to, or the state of its answer. */
function total(field: string, answers: Readonly<Record<string, Answer>>): number | string {
  const response = withDerived(fundedInstrument, responseWith(fundedInstrument, answers), {});
  const answer = answerOf(response, '3.1.1', field);
  return answer.state === 'answered' ? answer.value : answer.state;
}

const homes = { '2.1.1 cost': answered(100.5), '2.1.2 cost': answered(20) };
const clinics = { '2.2.1 cost': answered(3), '1.1.1 known': answered('Yes') };

describe('the total of questions', () => {
  test('is of a section or of one of its activities', () => {
    expect(total('services', { ...homes, ...clinics })).toBe(123.5);
    expect(total('homes', { ...homes, ...clinics })).toBe(120.5);
  });

  test('passes over questions that are not asked, or need no answer', () => {
    expect(total('services', { ...homes, '2.2.1 cost': answered(3) })).toBe(120.5);
    expect(total('services', { '2.1.1 cost': answered(7) })).toBe(7);
    expect(total('services', { ...clinics, '2.1.1 score': notApplicable })).toBe(3);
  });

  test('counts the number of a question that needs none', () => {
    expect(total('homes', { ...homes, '2.1.1 score': notApplicable })).toBe(120.5);
  });

  test('is blank as long as a question lacks its number, and if none has one', () => {
    expect(total('services', { ...homes, '1.1.1 known': answered('Yes') })).toBe('blank');
    expect(total('homes', { ...homes, '2.1.1 cost': unreadable('about 40') })).toBe('blank');
    expect(total('homes', { ...homes, '2.1.2 cost': unreadable('about 40') })).toBe('blank');
    expect(total('homes', { '2.1.2 score': answered(2), '2.1.1 score': notApplicable })).toBe('blank');
    expect(total('homes', { '2.1.1 score': notApplicable })).toBe('blank');
  });
});

describe('the total of rows that partners add', () => {
  const rows = {
    ...{ 'projects 1 name': answered('Roof'), 'projects 1 price': answered(10) },
    ...{ 'projects 3 name': answered('Door'), 'projects 3 price': answered(0.25) },
  };

  test('is of those that are asked for', () => {
    expect(total('projects', { ...rows, '1.1.2 known': answered('Yes') })).toBe(10.25);
    expect(total('projects', { ...rows, '1.1.2 known': answered('No') })).toBe('blank');
    expect(total('projects', { '1.1.2 known': answered('Yes') })).toBe('blank');
  });

  test('is a part of other figures', () => {
    expect(total('all', { ...rows, ...homes, '1.1.2 known': answered('Yes') })).toBe(130.75);
    expect(total('all', { ...rows, ...homes })).toBe('blank');
  });
});
