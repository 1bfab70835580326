import { needsOutcomesOptions } from '../../definitions/needs-outcomes-options.ts';
import type { EntriesSection, Field } from '../../src/instrument/model/schema.ts';
import { isEntries, scaleOf } from '../../src/instrument/model/traverse.ts';
import { type Answer, answered, blank, type EntryAnswers } from '../../src/response/response.ts';
import type { PartnerResult } from '../../src/rollup/load/rollUp.ts';
import { eachPartner } from '../rollup/largeRegion.ts';

/** Children of each partner that returned, each with needs, and each need with options. */
const children = 4;
const needs = 3;
const options = 2;

/** The partners of a large region one after the other, each with answers about children: some 350. */
export function* eachCaseload(size: number): Generator<PartnerResult, undefined> {
  let index = 0;
  for (const partner of eachPartner(needsOutcomesOptions, size)) {
    const { result } = partner;
    index += 1;
    if (result === undefined) {
      yield partner;
      continue;
    }
    const entries = new Map(result.response.entries);
    for (const section of needsOutcomesOptions.sections.filter(isEntries)) {
      if (section.key === 'needs') entries.set('needs', rowsOf(section, index, 1));
      if (section.key === 'options') entries.set('options', rowsOf(section, index, options));
    }
    yield { ...partner, result: { ...result, response: { ...result.response, entries } } };
  }
}

function rowsOf(section: EntriesSection, partner: number, ofEachNeed: number): readonly EntryAnswers[] {
  return Array.from({ length: children * needs * ofEachNeed }, (_, index) => {
    const need = Math.floor(index / ofEachNeed);
    const linked = { case: `CASE-${1 + Math.floor(need / needs)}`, 'need-no': String(1 + (need % needs)) };
    return {
      entry: index + 1,
      answers: new Map(
        section.fields.map((field, at) => [field.key, answerTo(field, linked, partner * 7919 + index * 31 + at)]),
      ),
    };
  });
}

/** Answers differ by a number, and every fourth text is blank. */
function answerTo(field: Field, linked: Readonly<Record<string, string>>, number: number): Answer {
  const reference = linked[field.key];
  if (reference !== undefined) return answered(reference);
  if (field.kind === 'score') {
    const { options: levels } = scaleOf(needsOutcomesOptions, field);
    return answered(levels[number % levels.length]?.level ?? 0);
  }
  if (field.kind === 'choice') return answered(field.options[number % field.options.length] ?? '');
  return number % 4 === 0 ? blank : answered(`Words of some length, number ${number}.`);
}
