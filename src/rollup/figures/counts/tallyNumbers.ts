import type { Instrument } from '../../../instrument/model/schema.ts';
import { scoredScaleOf, scoreFieldOf } from '../../../instrument/model/traverse.ts';
import type { AnswerCount, AnswerWeight } from '../../../register/counts/answerCounts.ts';
import { answerInRow } from '../../../register/rows/answerRows.ts';
import { isInapplicable } from '../../../response/response.ts';
import type { Tally } from '../../../scoring/position.ts';
import { countedAnswer, scoredItems } from '../../../scoring/scorecard.ts';
import { scoredParts } from '../combinedScores.ts';

/**
 * Tallies as numbers, which a database can add up and compare: each count is a digit, those of the levels first, then that of
 * what does not apply, in a base that no count reaches. What is unanswered is the rest.
 */
export interface TallyNumbers {
  /** What an answer adds, by the place of its digit. */
  readonly weightAt: (place: number) => number;
  /** @param items How many items the part has. */
  readonly tallyIn: (sum: number, items: number) => Tally;
  /** No sum is higher. */
  readonly max: number;
}

export function tallyNumbers(instrument: Instrument): TallyNumbers {
  const { options } = scoredScaleOf(instrument);
  const base = scoredItems(instrument).length + 1;
  return {
    weightAt: (place) => base ** place,
    tallyIn: (sum, items) => {
      const digit = (place: number): number => Math.floor(sum / base ** place) % base;
      const levels = new Map(options.map(({ level }, place) => [level, digit(place)]));
      const notApplicable = digit(options.length);
      const answered = [...levels.values()].reduce((all, count) => all + count, 0);
      return { levels, notApplicable, unanswered: items - answered - notApplicable };
    },
    max: base ** (options.length + 1),
  };
}

/** A counted answer with the place of its digit. */
export interface PlacedAnswer extends AnswerCount {
  readonly place: number;
}

/** The answers that count at a level or as not applicable. All others are unanswered. */
export function placedAnswers(instrument: Instrument, rows: readonly AnswerCount[]): readonly PlacedAnswer[] {
  const { options } = scoredScaleOf(instrument);
  const places = new Map(options.map(({ level }, place) => [level, place]));
  const fields = new Map(scoredItems(instrument).map(({ section, item }) => [item.key, scoreFieldOf(section)]));
  return rows.flatMap((row) => {
    const field = fields.get(row.subject);
    if (field === undefined || field.key !== row.field) return [];
    const answer = countedAnswer(field, answerInRow(instrument, field, row));
    if (isInapplicable(answer)) return [{ ...row, place: options.length }];
    const place = answer.state === 'answered' ? places.get(Number(answer.value)) : undefined;
    return place === undefined ? [] : [{ ...row, place }];
  });
}

/** What each of these answers adds to the tally of each part that has its item. */
export function weightsOf(instrument: Instrument, answers: readonly PlacedAnswer[]): readonly AnswerWeight[] {
  const { weightAt } = tallyNumbers(instrument);
  // Each group has a count of its own of the same answer.
  const different = new Map(
    answers.map(({ subject, field, state, value, place }) => [
      JSON.stringify([subject, state, value]),
      { subject, field, state, value, place },
    ]),
  );
  return scoredParts(instrument).flatMap(({ items }, part) => {
    const keys = new Set(items.map(({ item }) => item.key));
    return [...different.values()].flatMap(({ place, ...answer }) =>
      keys.has(answer.subject) ? [{ ...answer, part, weight: weightAt(place) }] : [],
    );
  });
}
