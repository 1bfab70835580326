import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compareReturn } from '../../../../src/intake/compare/compareReturn.ts';
import { checkRegister } from '../../../../src/operations/register/checkRegister.ts';
import { undoChanges } from '../../../../src/operations/rounds/changes/undoChanges.ts';
import { type CorrectAnswerRequest, correctAnswer } from '../../../../src/operations/rounds/returns/correctAnswer.ts';
import { setReturnsAside } from '../../../../src/operations/rounds/returns/decideReturns.ts';
import { describeChange } from '../../../../src/rounds/changes/describeChange.ts';
import { returnsToCorrect } from '../../../../src/rounds/progress/returnsToCorrect.ts';
import { loadResponses } from '../../../../src/rounds/returns/loadResponses.ts';
import { type PartnerStatus, roundStatus, roundsNamed } from '../../../../src/rounds/round/roundStatus.ts';
import { sampleInstrument } from '../../../sampleInstrument.ts';
import { type MemoryRound, openRound, withSlip } from '../../memoryRound.ts';
import { refusedWith } from '../../refusedWith.ts';

/** X01 returned all answers at level 2, but typed "see below" for the score of 1.1.1. */
let round: MemoryRound;
beforeEach(async () => {
  round = await openRound();
  await round.comeBack('X01', withSlip(round.complete(2)));
});
afterEach(() => round.close());

const correct = (changes: Partial<CorrectAnswerRequest>) =>
  correctAnswer(round.context, { id: 1, question: '1.1.1', answer: '3', reason: 'by telephone', ...changes });
const status = async (): Promise<PartnerStatus> => {
  const [known] = await roundsNamed(round.context.register, '2026');
  const [first] = known === undefined ? [] : await roundStatus(round.context.register, known);
  if (first === undefined) throw new Error('There is no partner');
  return first;
};
const answers = async (question: string) =>
  Object.fromEntries(
    (await loadResponses(round.context.register, sampleInstrument, [1])).get(1)?.items.get(question) ?? [],
  );

describe('an answer that is corrected', () => {
  test('is in every figure instead of what came, with its error resolved', async () => {
    const before = await status();
    const { changes } = await correct({});
    expect(changes.map(describeChange)).toEqual([
      'X01: corrected in return 1, 1.1.1 score: "3" instead of "see below"',
    ]);
    expect((await answers('1.1.1'))['score']).toEqual({ state: 'answered', value: 3 });
    const { counting } = await status();
    expect([before.counting?.errors, counting?.errors, counting?.corrected]).toEqual([1, 0, 1]);
    expect([before.counting?.coverage, counting?.coverage]).toEqual([0.8, 1]);
  });

  test('can be any field, a row that the partner added, not applicable or blank', async () => {
    await correct({ field: 'Our evidence', answer: 'The strategy' });
    await correct({ field: 'due', answer: '31 March 2027' });
    await correct({ question: '1.1.2', answer: 'n/a' });
    await correct({ question: '1.2.1', answer: undefined });
    await correct({ question: 'participants 1', field: 'role', answer: 'Chair' });
    expect(await answers('1.1.1')).toMatchObject({
      evidence: { value: 'The strategy' },
      due: { value: '2027-03-31' },
    });
    expect((await answers('1.1.2'))['score']).toEqual({ state: 'not-applicable' });
    expect((await answers('1.2.1'))['score']).toEqual({ state: 'blank' });
    const response = (await loadResponses(round.context.register, sampleInstrument, [1])).get(1);
    expect(response?.entries.get('participants')?.[0]?.answers.get('role')).toMatchObject({ value: 'Chair' });
  });

  test('is in the correction workbook of its partner, and nothing is asked about it', async () => {
    await correct({});
    const [known] = await roundsNamed(round.context.register, '2026');
    if (known === undefined) throw new Error('There is no round');
    const [first] = await returnsToCorrect(round.context.register, known, sampleInstrument);
    expect(first?.counting?.corrections).toEqual([]);
    expect(first?.counting?.response.items.get('1.1.1')?.get('score')).toMatchObject({ value: 3 });
  });

  test('leaves a register that agrees with its files', async () => {
    await correct({});
    expect(await checkRegister(round.context)).toEqual([]);
  });

  test('is as it came when that is undone, in whatever order', async () => {
    const before = await status();
    const [first] = (await correct({ answer: '1' })).changes;
    const [second] = (await correct({ answer: '3' })).changes;
    const [other] = (await correct({ question: '1.1.2', answer: '1' })).changes;
    const undo = (id: number | undefined) => undoChanges(round.context, [id ?? 0], 'a mistake');
    await undo(first?.id);
    expect([(await answers('1.1.1'))['score'], (await answers('1.1.2'))['score']]).toMatchObject([
      { value: 3 },
      { value: 1 },
    ]);
    await undo(other?.id);
    await undo(second?.id);
    expect(await status()).toEqual(before);
    expect(await checkRegister(round.context)).toEqual([]);
  });
});

test('a return that replaces a corrected one says that it has its own answers', async () => {
  await correct({});
  round.clock.now = new Date('2026-11-22T10:00:00Z');
  await round.comeBack('X01', round.complete(1));
  const { findings } = await compareReturn(round.context.register, 2, async () => []);
  expect(findings.map(({ code }) => code)).toEqual(['return.supersedes', 'return.uncorrected']);
});

describe('nothing is changed by a correction', () => {
  test.each([
    ['of a return that is not there', { id: 7 }, 'return.unknown'],
    ['of a question that it does not have', { question: '9.9.9' }, 'question.unknown'],
    ['of a row that the partner did not add', { question: 'Participants 9', field: 'role' }, 'question.unknown'],
    ['of a field that it does not have', { field: 'colour' }, 'field.unknown'],
    ['of a row without its field', { question: 'Participants 1' }, 'field.unknown'],
    ['to a level that is not on the scale', { answer: '7' }, 'answer.unusable'],
    ['to words that no option has', { answer: 'excellent' }, 'answer.unusable'],
    ['to no day', { field: 'due', answer: 'soon' }, 'answer.unusable'],
    ['to an empty text', { answer: ' ' }, 'answer.unusable'],
    ['to two answers at once', { answer: 'n/a - we have no prison' }, 'answer.unusable'],
    ['to what it is already', { question: '1.1.2', answer: '2' }, 'answer.same'],
  ] as const)('%s', async (_what, changes, code) => {
    const before = await status();
    expect(await refusedWith(() => correct(changes))).toBe(code);
    expect(await status()).toEqual(before);
  });

  test('of a return that another has replaced, or that does not count', async () => {
    await round.comeBack('X01', round.complete(3));
    await expect(correct({})).rejects.toThrow(
      'Return 1 does not count: return 2 of X01 does. Correct that one, or let this one count first ("return prefer 1").',
    );
    await setReturnsAside(round.context, { ids: [1, 2], reason: 'sent by mistake' });
    expect(await refusedWith(() => correct({}))).toBe('return.does-not-count');
  });

  test('to what came, after it was corrected', async () => {
    const [made] = (await correct({ question: '1.1.2', answer: '1' })).changes;
    await expect(correct({ question: '1.1.2', answer: '2' })).rejects.toThrow(
      `1.1.2 Score of return 1 came as "2 Fair". To have it so again, undo the correction ("round undo ${made?.id}").`,
    );
  });

  test('with a message that gives place, value, rule and cure', async () => {
    await expect(correct({ answer: '7' })).rejects.toThrow(
      'answer for 1.1.1 Score: "7" is not a valid answer for "Score", and is not counted in any figure. Allowed: "1 (Weak)", "2 (Fair)", "3 (Good)", "Not applicable". Choose one from the list.',
    );
    await expect(correct({ question: '9.9' })).rejects.toThrow(
      'Return 1 has no question "9.9". question is its reference as the workbook shows it, as in 1.1.1; a row that the partner added is named as in "Participants 1".',
    );
  });
});
