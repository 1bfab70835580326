import { fingerprint } from '../../src/instrument/model/fingerprint.ts';
import { itemsOf } from '../../src/instrument/model/traverse.ts';
import { type Answer, answered, blank, notApplicable, type Response, unreadable } from '../../src/response/response.ts';
import type { PartnerResult, RollUp } from '../../src/rollup/load/rollUp.ts';
import type { ReturnSummary } from '../../src/rounds/round/roundStatus.ts';
import { scorecardOf } from '../../src/scoring/scorecard.ts';
import { sampleInstrument as instrument } from '../sampleInstrument.ts';

/** What one partner answered: a score for each of the five items, and other fields by `item field`. */
export interface Answered {
  readonly code: string;
  readonly name: string;
  /** For 1.1.1, 1.1.2, 1.2.1, 2.1.1, 2.1.2: a level, `z` for not applicable, `-` for blank; undefined: no return. */
  readonly scores?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly participants?: readonly string[];
  readonly late?: boolean;
  /** Sample Region when absent. */
  readonly region?: string;
}

const due = new Date('2026-12-18T12:00:00Z');

/** A region's roll-up from answers in sight. */
export function regionOf(partners: readonly Answered[], marking?: string): RollUp {
  return {
    instrument,
    round: { round: '2026', instrument: instrument.key, edition: instrument.edition, due, marking },
    partners: partners.map(resultOf),
  };
}

function resultOf(given: Answered, index: number): PartnerResult {
  const partner = { code: given.code, name: given.name, regionName: given.region ?? 'Sample Region' };
  const issued = new Date('2026-11-02T09:00:00Z');
  if (given.scores === undefined) {
    return { partner, issued, returns: [], refused: 0, counting: undefined, result: undefined };
  }
  const response = responseOf(given, given.scores);
  const scorecard = scorecardOf(instrument, response);
  const counting: ReturnSummary = {
    id: index + 1,
    edition: instrument.edition,
    wording: fingerprint(instrument),
    received: new Date(given.late === true ? '2026-12-19T10:00:00Z' : '2026-12-17T10:00:00Z'),
    late: given.late === true,
    coverage: scorecard.overall.coverage,
    band: scorecard.overall.band,
    errors: 0,
    warnings: 0,
    isByHand: false,
  };
  return { partner, issued, returns: [counting], refused: 0, counting, result: { response, scorecard } };
}

function responseOf({ fields = {}, participants = [] }: Answered, scores: string): Response {
  const answers = scores.split(' ');
  return {
    items: new Map(
      itemsOf(instrument).map(({ section, item }, index) => [
        item.key,
        new Map(
          section.fields.map((field): [string, Answer] => {
            const typed = fields[`${item.key} ${field.key}`];
            if (field.kind === 'score') return [field.key, scored(answers[index] ?? '-')];
            return [field.key, typed === undefined ? blank : typedAnswer(typed)];
          }),
        ),
      ]),
    ),
    entries: new Map([
      [
        'participants',
        participants.map((name, index) => ({
          entry: index + 1,
          answers: new Map([
            ['name', answered(name)],
            ['role', blank],
          ]),
        })),
      ],
    ]),
  };
}

/** What begins with a question mark could not be read. */
const typedAnswer = (typed: string): Answer => (typed.startsWith('?') ? unreadable(typed.slice(1)) : answered(typed));

function scored(mark: string): Answer {
  if (mark === '-') return blank;
  return mark === 'z' ? notApplicable : answered(Number(mark));
}
