import type { Instrument } from '../../instrument/model/schema.ts';
import { isItems } from '../../instrument/model/traverse.ts';
import { Refusal } from '../../refusal.ts';
import type { Round } from '../../rounds/round/roundStatus.ts';
import { mayShowPeers } from '../disclosure/thresholds.ts';
import { type CombinedScore, combinedScores } from '../figures/combinedScores.ts';
import { type AnsweredCount, answeredCounts } from '../figures/fields/answered.ts';
import { type ChoiceCounts, choiceCounts } from '../figures/fields/choices.ts';
import { itemNumbers, type NumberFigures } from '../figures/fields/numbers.ts';
import { countQuestions, type QuestionCounts } from '../figures/questions.ts';
import { type PartnerReview, partnerReviews } from '../figures/reviews.ts';
import { regionNames } from '../load/areaNames.ts';
import { type PartnerResult, type ReturnedResult, type RollUp, returned } from '../load/rollUp.ts';

/** The answers of one partner beside those of groups of partners. Nobody else is named in it. */
export interface Feedback {
  readonly instrument: Instrument;
  readonly round: Round;
  readonly own: ReturnedResult;
  /** All partners, then the partner's region, if it has one and partners outside it returned too. */
  readonly groups: readonly PeerGroup[];
  /** The second opinion on its answers; absent without one. */
  readonly review?: PartnerReview;
}

/** A group of partners with combined answers, among them the partner that gets the feedback. */
export interface PeerGroup {
  /** Its name in headings: `All`. */
  readonly label: string;
  /** Its place in a sentence: `in your region, North,`. */
  readonly words: string;
  readonly issued: number;
  readonly returned: number;
  /** Undefined if nothing is scored, or so few others returned that one partner's answers could be worked out. */
  readonly figures: PeerFigures | undefined;
  /** Numbers and choices of every question that asks for some. Each is suppressed by how many gave it. */
  readonly numbers: readonly NumberFigures[];
  readonly choices: readonly ChoiceCounts[];
  /** How many answered what is not scored. It is suppressed likewise. */
  readonly answers: readonly AnsweredCount[];
}

export interface PeerFigures {
  readonly scores: readonly CombinedScore[];
  readonly questions: readonly QuestionCounts[];
}

/** The reason for which partners get no feedback by an instrument, as a sentence; undefined if they do. */
export const noFeedbackReason = ({ key, aboutPeople }: Instrument): string | undefined =>
  aboutPeople === true
    ? `The answers of "${key}" are about individual people: its figures are for commissioners only, and are not given to partners.`
    : undefined;

/**
 * The feedback for every partner that returned, in the order of the roll-up.
 *
 * @throws Refusal for an instrument about individual people.
 */
export function feedbackOf(rollUp: RollUp): readonly Feedback[] {
  const { instrument, round, partners } = rollUp;
  const reason = noFeedbackReason(instrument);
  if (reason !== undefined) throw new Refusal('feedback.nothing-to-compare', () => reason);
  const all = returned(rollUp);
  const group = (label: string, words: string, members: readonly PartnerResult[], outside: number): PeerGroup => {
    const back = returned({ ...rollUp, partners: members });
    const figures = (): PeerFigures => ({
      scores: combinedScores(instrument, back),
      questions: countQuestions({ instrument, round, partners: back }),
    });
    return {
      ...{ label, words, issued: members.length, returned: back.length },
      figures: instrument.scorecard !== undefined && mayShowPeers(back.length, outside) ? figures() : undefined,
      numbers: instrument.sections.filter(isItems).flatMap((section) => itemNumbers(section, back)),
      choices: instrument.sections.filter(isItems).flatMap((section) => choiceCounts(instrument, section, back)),
      answers: answeredCounts(instrument, back),
    };
  };
  const everybody = group('All', 'altogether', partners, 0);
  const regionOf = regionNames(partners.map(({ partner }) => partner));
  const regions = new Map<string, PartnerResult[]>();
  for (const one of partners) {
    const region = regionOf(one.partner);
    if (region === undefined) continue;
    const members = regions.get(region);
    if (members === undefined) regions.set(region, [one]);
    else members.push(one);
  }
  const near = new Map(
    [...regions].flatMap(([region, members]): readonly [string, PeerGroup][] => {
      const outside = all.length - members.filter(({ result }) => result !== undefined).length;
      return outside === 0 ? [] : [[region, group('Your region', `in your region, ${region},`, members, outside)]];
    }),
  );
  const reviews = new Map(partnerReviews(rollUp).map((review) => [review.partner.partner.code, review]));
  return all.map((own) => {
    const region = near.get(regionOf(own.partner) ?? '');
    const review = reviews.get(own.partner.code);
    return {
      ...{ instrument, round, own, groups: region === undefined ? [everybody] : [everybody, region] },
      ...(review === undefined ? {} : { review }),
    };
  });
}
