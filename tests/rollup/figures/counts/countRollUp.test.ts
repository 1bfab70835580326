import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { Instrument } from '../../../../src/instrument/model/schema.ts';
import type { Partner } from '../../../../src/partners/partner.ts';
import type { Register } from '../../../../src/register/tables/register.ts';
import { type Answer, answered, blank, notApplicable, unreadable } from '../../../../src/response/response.ts';
import { combinedScores, scoresOf } from '../../../../src/rollup/figures/combinedScores.ts';
import { type CountedGroup, countRollUp } from '../../../../src/rollup/figures/counts/countRollUp.ts';
import { countQuestions, questionFigures } from '../../../../src/rollup/figures/questions.ts';
import { groupsOf } from '../../../../src/rollup/load/groups.ts';
import { loadPartners, loadRollUp, type RollUp, returned } from '../../../../src/rollup/load/rollUp.ts';
import { makeChange } from '../../../../src/rounds/changes/makeChange.ts';
import { roundsNamed } from '../../../../src/rounds/round/roundStatus.ts';
import { scoredItems } from '../../../../src/scoring/scorecard.ts';
import { sampleInstrument } from '../../../sampleInstrument.ts';
import { emptyRegister } from '../../../tools/emptyRegister.ts';
import { answerRound } from '../../answeredRound.ts';

const open: Register[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((register) => register.close()));
});

/** Partners of two regions and of none, and of two kinds and of none. */
const partners: readonly Partner[] = Array.from({ length: 8 }, (_, index) => ({
  code: `X0${index}`,
  name: `Partner ${index}`,
  ...[{ regionName: 'North', kind: 'PCT' }, { regionName: 'South' }, { kind: 'PCT' }, { regionName: 'North' }][
    index % 4
  ],
}));

/** `1 2 3 z - ?`: a level, not applicable, unanswered, could not be read. */
const marks: Readonly<Record<string, Answer>> = { z: notApplicable, '-': blank, '?': unreadable('see below') };
const answersIn = (scores: string): Readonly<Record<string, Answer>> =>
  Object.fromEntries(
    scores
      .split('')
      .map((mark, index) => [
        `${scoredItems(sampleInstrument)[index]?.item.key} score`,
        marks[mark] ?? answered(Number(mark)),
      ]),
  );

/** A round in which each partner answered as given: five scores, or nothing. */
async function roundOf(answers: readonly string[], instrument: Instrument = sampleInstrument): Promise<Register> {
  const register = await emptyRegister();
  open.push(register);
  await addRound(register, answers, instrument);
  return register;
}

const addRound = (register: Register, answers: readonly string[], instrument: Instrument): Promise<void> =>
  answerRound(
    register,
    instrument,
    partners,
    answers.map((scores) => (scores === '' ? undefined : answersIn(scores))),
  );

/** The figures of the ordinary roll-up, which holds all answers. */
function ordinary(rollUp: RollUp, label: string, own: RollUp['partners']) {
  const part = { ...rollUp, partners: own };
  return {
    label,
    partners: own.length,
    returned: returned(part).length,
    late: returned(part).filter(({ counting }) => counting?.late).length,
    scores: combinedScores(rollUp.instrument, own),
    questions: countQuestions(part).map(({ atLowest: _partners, ...figures }) => figures),
  };
}

function counted(instrument: Instrument, label: string, { counts, ...rest }: Omit<CountedGroup, 'label'>) {
  const questions = scoredItems(instrument).flatMap((context) => {
    const own = counts.questions.get(context.item.key);
    return own === undefined ? [] : [questionFigures(context, own)];
  });
  return { ...rest, label, scores: scoresOf(instrument, counts.parts), questions };
}

/** Expects the figures of the ordinary roll-up of all, by region and by kind, however they are counted. */
async function expectEqualFigures(register: Register, instrument: Instrument = sampleInstrument): Promise<void> {
  const [round] = await roundsNamed(register, '2026');
  if (round === undefined) throw new Error('There is no round');
  const whole = await loadRollUp(register, instrument, round);
  const of = await loadPartners(register, instrument, round);
  for (const inDatabase of [true, false]) {
    const rollUp = await countRollUp(register, of, ['region', 'kind'], inDatabase);
    expect(counted(instrument, 'All', rollUp.all)).toEqual(ordinary(whole, 'All', whole.partners));
    for (const by of ['region', 'kind'] as const) {
      expect(rollUp.groups.get(by)?.map((group) => counted(instrument, group.label, group))).toEqual(
        groupsOf(whole.partners, by).map(({ label, partners: own }) => ordinary(whole, label, own)),
      );
    }
  }
}

describe('figures that the database counts are those of the ordinary roll-up', () => {
  test('whatever is answered', { timeout: 120_000 }, async () => {
    const scores = fc.oneof(
      fc.constant(''),
      fc.string({ unit: fc.constantFrom(...'123z-?'), minLength: 5, maxLength: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(scores, { minLength: 8, maxLength: 8 }), async (answers) =>
        expectEqualFigures(await roundOf(answers)),
      ),
      { numRuns: 5 },
    );
  });

  test('where nobody returned, and where everybody left everything unanswered', async () => {
    await expectEqualFigures(await roundOf([]));
    await expectEqualFigures(await roundOf(partners.map(() => '-----')));
  });

  test('where answers were corrected', async () => {
    const register = await roundOf(['11111', '22222', '33333', 'zz--?']);
    const id = { round: '2026', instrument: sampleInstrument.key };
    const correction = {
      return: 1,
      section: '1',
      subject: '1.1.1',
      field: 'score',
      state: 'answered',
      value: '3',
      from: { state: 'answered', value: '1' },
    } as const;
    await makeChange(
      register,
      id,
      { partner: 'X00', what: 'corrected', after: [correction] },
      { now: new Date('2026-12-20T09:00:00Z'), reason: 'by telephone' },
    );
    await expectEqualFigures(register);
    const [round] = await roundsNamed(register, '2026');
    if (round === undefined) throw new Error('There is no round');
    const { all } = await countRollUp(register, await loadPartners(register, sampleInstrument, round), []);
    expect(all.counts.questions.get('1.1.1')?.tally.levels).toEqual(
      new Map([
        [1, 0],
        [2, 1],
        [3, 2],
      ]),
    );
  });

  test('where some answered another edition', async () => {
    const register = await roundOf(['11111', '22222']);
    const [first, ...rest] = sampleInstrument.sections;
    const later = { ...sampleInstrument, edition: '2', sections: first === undefined ? [] : [first, ...rest.slice(1)] };
    const views = sampleInstrument.scorecard?.views.slice(0, 1) ?? [];
    const now = {
      ...later,
      ...(sampleInstrument.scorecard && { scorecard: { ...sampleInstrument.scorecard, views } }),
    };
    await addRound(register, ['', '', '33333'], now);
    await expectEqualFigures(register, now);
  });
});

test('by a rule that needs more than counts, returns are counted one after the other', async () => {
  const { scorecard } = sampleInstrument;
  const instrument: Instrument = {
    ...sampleInstrument,
    ...(scorecard && { scorecard: { ...scorecard, overall: 'lowest' } }),
  };
  const register = await roundOf(['11111', '12332', '33333', 'zz--?'], instrument);
  const [round] = await roundsNamed(register, '2026');
  if (round === undefined) throw new Error('There is no round');
  const whole = await loadRollUp(register, instrument, round);
  const { all } = await countRollUp(register, await loadPartners(register, instrument, round), []);
  expect(counted(instrument, 'All', all)).toEqual(ordinary(whole, 'All', whole.partners));
});
