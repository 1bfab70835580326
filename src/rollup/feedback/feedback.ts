import type { Instrument } from '../../instrument/model/schema.ts';
import { Refusal } from '../../refusal.ts';
import type { Round } from '../../rounds/round/roundStatus.ts';
import { disclosureThreshold } from '../disclosure/anonymous.ts';
import { type CombinedScore, combinedScores } from '../figures/combinedScores.ts';
import { countQuestions, type QuestionCounts } from '../figures/questions.ts';
import { regionNames } from '../load/areaNames.ts';
import { type PartnerResult, type ReturnedResult, type RollUp, returned } from '../load/rollUp.ts';

/** What one partner sees beside its own answers. Nobody else is named in it. */
export interface Feedback {
  readonly instrument: Instrument;
  readonly round: Round;
  readonly own: ReturnedResult;
  /** Everybody, and then the partner's region where it has one and others returned, too: else it is everybody. */
  readonly groups: readonly PeerGroup[];
}

/** Partners whose answers are told together, the one that sees them among them. */
export interface PeerGroup {
  /** As headings name it: `All`. */
  readonly label: string;
  /** Where they are, as sentences say it: `in your region, North,`. */
  readonly words: string;
  readonly issued: number;
  readonly returned: number;
  /** Undefined where so few others returned that what one of them answered could be worked out. */
  readonly figures: PeerFigures | undefined;
}

export interface PeerFigures {
  readonly scores: readonly CombinedScore[];
  readonly questions: readonly QuestionCounts[];
}

/** Why partners get no feedback by an instrument, as a sentence; undefined where they do. */
export function whyNoFeedback({ key, scorecard, aboutPeople }: Instrument): string | undefined {
  if (aboutPeople === true) {
    return `The answers of "${key}" are about individual people: its figures are for commissioners only, and are not handed to partners.`;
  }
  return scorecard === undefined
    ? `"${key}" gives its questions no scores, so there is nothing to set side by side.`
    : undefined;
}

/**
 * For every partner that returned, in the order of the roll-up.
 *
 * @throws Refusal for an instrument about individual people, or without scores.
 */
export function feedbackOf(rollUp: RollUp): readonly Feedback[] {
  const { instrument, round, partners } = rollUp;
  const reason = whyNoFeedback(instrument);
  if (reason !== undefined) throw new Refusal('feedback.nothing-to-compare', () => reason);
  const all = returned(rollUp);
  const group = (label: string, words: string, members: readonly PartnerResult[], outside: number): PeerGroup => {
    const back = returned({ ...rollUp, partners: members });
    // What is left of all without the group must not be one or two either (practice G2).
    const isOpen = back.length - 1 >= disclosureThreshold && (outside === 0 || outside >= disclosureThreshold);
    const figures = (): PeerFigures => ({
      scores: combinedScores(instrument, back),
      questions: countQuestions({ instrument, round, partners: back }),
    });
    return {
      ...{ label, words, issued: members.length, returned: back.length },
      figures: isOpen ? figures() : undefined,
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
  return all.map((own) => {
    const region = near.get(regionOf(own.partner) ?? '');
    return { instrument, round, own, groups: region === undefined ? [everybody] : [everybody, region] };
  });
}
