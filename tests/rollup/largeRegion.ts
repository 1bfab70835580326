import { fingerprint } from '../../src/instrument/model/fingerprint.ts';
import type { Field, Instrument } from '../../src/instrument/model/schema.ts';
import { isEntries, itemsOf, scaleOf } from '../../src/instrument/model/traverse.ts';
import { type Answer, answered, blank, notApplicable, type Response } from '../../src/response/response.ts';
import type { PartnerResult, RollUp } from '../../src/rollup/load/rollUp.ts';
import { scorecardOf } from '../../src/scoring/scorecard.ts';

const due = new Date('2026-12-18T12:00:00Z');
const issued = new Date('2026-11-02T09:00:00Z');
const regions = ['North East', 'North West', 'London', 'South West'] as const;

/**
 * A round with as many partners as wanted, in four regions. Partners differ in how good they are; every seventh has not
 * returned, every eleventh is late, and every thirteenth says that nothing applies. The same seed gives the same answers.
 */
export const largeRegion = (instrument: Instrument, partners: number, seed?: number): RollUp => ({
  instrument,
  round: { round: '2026', instrument: instrument.key, edition: instrument.edition, due, marking: undefined },
  partners: [...eachPartner(instrument, partners, seed)],
});

/** Its partners one after the other, of whom nobody has to hold them all. */
export function* eachPartner(
  instrument: Instrument,
  partners: number,
  seed = 20_070_301,
): Generator<PartnerResult, undefined> {
  const random = randomFrom(seed);
  for (let index = 0; index < partners; index += 1) yield resultOf(instrument, index, random);
}

function resultOf(instrument: Instrument, index: number, random: () => number): PartnerResult {
  const region = index % regions.length;
  const partner = {
    code: `X${String(index).padStart(4, '0')}`,
    name: `Sample partner ${index}`,
    regionCode: `XS${region}`,
    regionName: regions[region] ?? '',
    kind: index % 3 === 0 ? 'PCT' : 'Care trust',
  };
  if (index % 7 === 6) return { partner, issued, returns: [], refused: 0, counting: undefined, result: undefined };
  const response = responseOf(instrument, random, index % 13 === 12);
  const scorecard = scorecardOf(instrument, response);
  const late = index % 11 === 10;
  const counting = {
    id: index + 1,
    edition: instrument.edition,
    wording: fingerprint(instrument),
    received: new Date(late ? '2026-12-19T10:00:00Z' : '2026-12-17T10:00:00Z'),
    late,
    coverage: scorecard.overall.coverage,
    band: scorecard.overall.band,
    errors: 0,
    warnings: index % 5,
    isByHand: false,
  };
  return { partner, issued, returns: [counting], refused: 0, counting, result: { response, scorecard } };
}

function responseOf(instrument: Instrument, random: () => number, nothingApplies: boolean): Response {
  const goodness = random();
  const answerTo = (field: Field): Answer => {
    if (field.kind === 'score') {
      if (nothingApplies) return notApplicable;
      const draw = random();
      if (draw < 0.05) return draw < 0.02 ? notApplicable : blank;
      const { options } = scaleOf(instrument, field);
      const at = Math.min(options.length - 1, Math.floor(((random() + goodness) / 2) * options.length));
      return answered(options[at]?.level ?? 0);
    }
    if (random() < 0.4) return blank;
    if (field.kind === 'date') return answered(random() < 0.5 ? '2026-12-31' : '2027-06-30');
    return answered(
      field.kind === 'choice'
        ? (field.options[0] ?? '')
        : `Words of some length, number ${Math.floor(random() * 1e6)}.`,
    );
  };
  return {
    items: new Map(
      itemsOf(instrument).map(({ section, item }) => [
        item.key,
        new Map(section.fields.map((field) => [field.key, answerTo(field)])),
      ]),
    ),
    entries: new Map(
      instrument.sections
        .filter(isEntries)
        .map(({ key, fields }) => [
          key,
          [{ entry: 1, answers: new Map(fields.map((field) => [field.key, answerTo(field)])) }],
        ]),
    ),
  };
}

/** Numbers from 0 up to 1, always the same for a seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
