import { describe, expect, test } from 'vitest';
import { type Answer, answered, unreadable } from '../../src/response/response.ts';
import { answeredQuestions } from '../../src/scoring/answeredQuestions.ts';
import { withConditions } from '../../src/scoring/conditions/withConditions.ts';
import { checklistOf } from '../../src/scoring/plans/checklist.ts';
import { withOptional } from '../optionalItems.ts';
import { ownAnswers } from '../ownAnswers.ts';
import { responseWith } from '../tools/responseWith.ts';

/** What each question of the first section still lacks: `1.1.1 answered agreed`. */
const openIn = (answers: Readonly<Record<string, Answer>>, instrument = ownAnswers): readonly string[] =>
  checklistOf(instrument, withConditions(instrument, responseWith(instrument, answers), {})).items.flatMap(
    ({ section, item, unmet }) =>
      section.key === '1' ? unmet.map(({ requirement: { kind, field } }) => `${item.key} ${kind} ${field.key}`) : [],
  );

describe('a question of a section without a field that answers it', () => {
  test('is answered by the first field of its own, and by the first of the section if it has none', () => {
    expect(openIn({})).toEqual(['1.1.1 answered agreed', '1.1.2 answered own-budget', '1.2.1 answered remark']);
  });

  test('is answered without its remark and its other fields', () => {
    const answers = { '1.1.1 agreed': answered('Yes'), '1.1.2 own-budget': answered(5000) };
    expect(openIn(answers)).toEqual(['1.2.1 answered remark']);
    expect(answeredQuestions(ownAnswers, responseWith(ownAnswers, answers))).toMatchObject({
      answered: 2,
      unanswered: 3,
    });
  });

  test('is not answered by a remark, nor by a field that answers another question', () => {
    const answers = { '1.1.1 remark': answered('See above'), '1.1.2 agreed': answered('Yes') };
    expect(openIn(answers)).toEqual(['1.1.1 answered agreed', '1.1.2 answered own-budget', '1.2.1 answered remark']);
  });

  test('is open where anything in its row is no answer', () => {
    const answers = {
      ...{ '1.1.1 agreed': unreadable('Perhaps'), '1.1.2 own-budget': answered(5000) },
      ...{ '1.1.2 agreed': unreadable('Perhaps'), '1.2.1 remark': answered('None') },
    };
    expect(openIn(answers).map((open) => open.split(' ').slice(0, 2).join(' '))).toEqual([
      ...['1.1.1 answered', '1.1.1 readable', '1.1.2 readable'],
    ]);
  });

  test('counts as left blank if it is optional and that field is blank', () => {
    const optional = withOptional(ownAnswers, ['1.1.2']);
    const answers = { '1.1.1 agreed': answered('Yes'), '1.2.1 remark': answered('None') };
    expect(openIn(answers, optional)).toEqual([]);
    const decided = withConditions(optional, responseWith(optional, answers), {});
    expect(answeredQuestions(optional, decided)).toEqual({ answered: 2, unanswered: 2, notApplicable: 0 });
  });
});
