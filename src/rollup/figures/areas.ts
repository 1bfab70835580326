import type { Scale } from '../../instrument/model/schema.ts';
import { type ItemInContext, scoredScaleOf } from '../../instrument/model/traverse.ts';
import type { AgreedScore } from '../../partners/agreedScore.ts';
import { areaKey, sharedAreas } from '../../partners/sharedAreas.ts';
import type { Answer } from '../../response/response.ts';
import { type Agreement, agreementOf, differencesOf, exactAgreement } from '../../scoring/area/agreement.ts';
import { scoredItems, scoreOf } from '../../scoring/scorecard.ts';
import { areaNames } from '../load/areaNames.ts';
import { compareTexts } from '../load/compareTexts.ts';
import type { PartnerResult, RollUp } from '../load/rollUp.ts';

/** An area with several partners. */
export interface AreaResult {
  readonly code: string;
  readonly name: string;
  readonly partners: readonly PartnerResult[];
  /** Number of them with a return. */
  readonly returned: number;
  /** The widest differences first, then in the order of the instrument; empty if fewer than two have returned and nothing was agreed. */
  readonly questions: readonly AreaQuestion[];
  /** Over all questions; undefined if no question was answered by two. */
  readonly agreement: Agreement | undefined;
}

export interface AreaQuestion extends ItemInContext {
  /** The weakest level first, then those without a level. */
  readonly answers: readonly AreaAnswer[];
  /** The difference of the strongest and the weakest level, in steps of the scale; undefined with fewer than two levels. */
  readonly difference: number | undefined;
  /** Share of the pairs of partners with the same level, 0 to 1; undefined with fewer than two levels. */
  readonly exact: number | undefined;
  /** Whether it is for the consensus meeting. */
  readonly toDiscuss: boolean;
  readonly agreed: AgreedScore | undefined;
}

export interface AreaAnswer {
  readonly partner: PartnerResult;
  /** Undefined without a return. */
  readonly answer: Answer | undefined;
}

/** The minimum difference to be discussed, in steps of the scale. */
const stepsToDiscuss = 2;

/** The minimum difference to be discussed on a given scale: on one of Yes and No, any difference. */
export const minToDiscuss = ({ options }: Scale): number => Math.min(stepsToDiscuss, options.length - 1);

/** The areas with two or more partners, by name; empty if in no area two have returned or anything was agreed. */
export function areaResults(rollUp: RollUp): readonly AreaResult[] {
  const { instrument, partners, agreed = [] } = rollUp;
  if (instrument.scorecard === undefined) return [];
  const scale = scoredScaleOf(instrument);
  const nameOf = areaNames(partners.map(({ partner }) => partner));
  const agreedIn = agreedByArea(agreed);
  const areas = [...sharedAreas(partners)].map(([key, { code, members }]): AreaResult => {
    const [first] = members;
    const returned = members.filter(({ result }) => result !== undefined).length;
    const own = agreedIn.get(key);
    const questions = (returned < 2 && own === undefined ? [] : scoredItems(instrument)).map((context) =>
      areaQuestion(scale, members, context, own?.get(context.item.key)),
    );
    return {
      code,
      name: (first === undefined ? undefined : nameOf(first.partner)) ?? code,
      partners: members,
      returned,
      questions: questions.toSorted((a, b) => (b.difference ?? -1) - (a.difference ?? -1)),
      agreement: agreementOf(questions.map(({ answers }) => stepsOf(scale, answers))),
    };
  });
  if (areas.every(({ questions }) => questions.length === 0)) return [];
  return areas.toSorted((a, b) => compareTexts(a.name, b.name) || compareTexts(a.code, b.code));
}

/** By `areaKey` and key of the item. */
function agreedByArea(agreed: readonly AgreedScore[]): ReadonlyMap<string, ReadonlyMap<string, AgreedScore>> {
  const areas = new Map<string, Map<string, AgreedScore>>();
  for (const score of agreed) {
    const own = areas.get(areaKey(score.area)) ?? new Map<string, AgreedScore>();
    areas.set(areaKey(score.area), own.set(score.item, score));
  }
  return areas;
}

function areaQuestion(
  scale: Scale,
  partners: readonly PartnerResult[],
  context: ItemInContext,
  agreed: AgreedScore | undefined,
): AreaQuestion {
  const answers = partners
    .map((partner) => ({
      partner,
      answer: partner.result === undefined ? undefined : scoreOf(partner.result.response, context),
    }))
    .toSorted((a, b) => (stepOf(scale, a) ?? Number.MAX_VALUE) - (stepOf(scale, b) ?? Number.MAX_VALUE));
  const steps = stepsOf(scale, answers);
  const differences = differencesOf(steps);
  const difference = differences.length === 0 ? undefined : Math.max(...differences);
  return {
    ...context,
    answers,
    difference,
    exact: difference === undefined ? undefined : exactAgreement(differences),
    toDiscuss: difference !== undefined && difference >= minToDiscuss(scale),
    agreed,
  };
}

const stepsOf = (scale: Scale, answers: readonly AreaAnswer[]): readonly number[] =>
  answers.flatMap((answer) => stepOf(scale, answer) ?? []);

/** The steps of the scale between a level and the worst one. The numbers of levels may have gaps, or fall. */
function stepOf({ options }: Scale, { answer }: AreaAnswer): number | undefined {
  if (answer?.state !== 'answered') return undefined;
  const step = options.findIndex(({ level }) => level === answer.value);
  return step < 0 ? undefined : step;
}
