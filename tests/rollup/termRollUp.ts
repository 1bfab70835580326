import { defineInstrument } from '../../src/instrument/defineInstrument.ts';
import type { Instrument, Item, PositionRule, Scale } from '../../src/instrument/model/schema.ts';
import { itemsOf } from '../../src/instrument/model/traverse.ts';
import type { Partner } from '../../src/partners/partner.ts';
import { type Answer, answered, blank, notApplicable, type Response } from '../../src/response/response.ts';
import { sharedTerms } from '../../src/rollup/figures/terms/sharedTerms.ts';
import type { TermRollUp } from '../../src/rollup/load/byTerm.ts';
import type { PartnerResult } from '../../src/rollup/load/rollUp.ts';
import { scorecardOf } from '../../src/scoring/scorecard.ts';
import { sampleDefinition } from '../sampleInstrument.ts';

/** Three questions at levels 1 to 3; the question b is about both planning and buying. */
export const levelled = instrumentOf('levelled', 'Levelled', {
  scale: sampleDefinition.scales[0],
  rule: sampleDefinition.scorecard.rule,
  items: [item('a', ['plan']), item('b', ['plan', 'buy']), item('c', ['buy'])],
});

/** Two questions, both about planning, that are answered Yes or No. */
export const yesNo = instrumentOf('yes-no', 'Yes or no', {
  scale: {
    key: 'yes-no',
    title: 'Answers',
    chosenBy: 'label',
    options: [
      { level: 0, label: 'No', meaning: 'It is not so.' },
      { level: 1, label: 'Yes', meaning: 'It is so.' },
    ],
  },
  rule: { minimumCoverage: 0.75, redFromLowestShare: 0.75, greenAboveHighestShare: 0.5 },
  items: [item('x', ['plan']), item('y', ['plan'])],
});

export interface PartnerScores extends Partner {
  /** By question: a level, `z` for not applicable, `-` for blank; absent: no return. */
  readonly scores?: Readonly<Record<string, number | 'z' | '-'>>;
}

/** What partners answered to several instruments of one round, by the vocabulary "step". */
export function termRollUpOf(
  rounds: readonly { readonly instrument: Instrument; readonly partners: readonly PartnerScores[] }[],
  marking?: string,
): TermRollUp {
  const due = new Date('2026-12-18T12:00:00Z');
  const instruments = rounds.map(({ instrument }) => instrument);
  const { title = '', terms = [] } = sharedTerms(instruments, 'step') ?? {};
  return {
    round: '2026',
    vocabulary: 'step',
    title,
    terms,
    rollUps: rounds.map(({ instrument, partners }) => ({
      instrument,
      round: { round: '2026', instrument: instrument.key, edition: instrument.edition, due, marking },
      partners: partners.map((partner) => resultOf(instrument, partner)),
    })),
  };
}

function resultOf(instrument: Instrument, { scores, ...partner }: PartnerScores): PartnerResult {
  const status = { partner, issued: new Date('2026-11-02T09:00:00Z'), returns: [], refused: 0, counting: undefined };
  if (scores === undefined) return { ...status, result: undefined };
  const response: Response = {
    items: new Map(itemsOf(instrument).map(({ item: { key } }) => [key, new Map([['score', answer(scores[key])]])])),
    entries: new Map(),
  };
  return { ...status, result: { response, scorecard: scorecardOf(instrument, response) } };
}

function answer(score: number | 'z' | '-' | undefined): Answer {
  if (score === undefined || score === '-') return blank;
  return score === 'z' ? notApplicable : answered(score);
}

function item(key: string, step: readonly string[]): Item {
  return { key, question: `How is ${key}?`, criteria: [], evidence: [], groups: {}, tags: { step } };
}

function instrumentOf(
  key: string,
  title: string,
  { scale, rule, items }: { scale: Scale | undefined; rule: PositionRule; items: readonly Item[] },
): Instrument {
  if (scale === undefined) throw new Error('The sample has a scale');
  return defineInstrument({
    ...sampleDefinition,
    key,
    title,
    scales: [scale],
    scorecard: { scale: scale.key, rule, views: [{ key: 'parts', title: 'Parts', by: 'section' }] },
    vocabularies: [
      {
        key: 'step',
        title: 'Step of the work',
        terms: [
          { key: 'plan', title: 'Planning' },
          { key: 'buy', title: 'Buying' },
          { key: 'watch', title: 'Watching' },
        ],
      },
    ],
    sections: [
      {
        shape: 'items',
        key: 'all',
        title: 'All questions',
        shortTitle: 'All',
        introduction: 'Everything.',
        fields: [
          { kind: 'text', key: 'reason', heading: 'Reason', prompt: 'Why not.' },
          {
            kind: 'score',
            key: 'score',
            heading: 'Score',
            prompt: 'Choose.',
            scale: scale.key,
            notApplicable: { label: 'Not applicable', reasonIn: 'reason' },
          },
        ],
        activities: [{ key: 'all.1', title: 'All', items }],
      },
    ],
  });
}
