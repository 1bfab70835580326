import { type Finding, finding, type Place } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { factFieldsOf } from '../../instrument/model/traverse.ts';
import type { Response } from '../../response/response.ts';
import type { AnswerChange } from '../../response/responseChanges.ts';
import { factChanges, type GivenFacts, hasFacts } from '../../scoring/plans/givenFacts.ts';
import { changePlaces, quotedAnswers, valuesOf } from '../read/changeFindings.ts';

/**
 * Reports every fact that a partner was given and did not leave as it was.
 *
 * @param places Where the answers are in the returned file.
 */
export function givenFindings(
  instrument: Instrument,
  facts: GivenFacts,
  response: Response,
  places: readonly Place[],
): readonly Finding[] {
  if (!hasFacts(facts)) return [];
  const { changed, emptied, removed } = factChanges(instrument, facts, response);
  const { placeOf, sheetOf } = changePlaces(instrument, places);
  const factsFor = (change: AnswerChange) => {
    const [given, returned] = quotedAnswers(instrument, change);
    return { field: change.field.heading, source: sourceOf(change), given, returned };
  };
  return [
    ...[...changed, ...emptied].map((change) => finding('given.changed', placeOf(change), factsFor(change))),
    ...removed.map((row) =>
      finding('given.row-gone', sheetOf(row.section), { row: row.reference, values: valuesOf(instrument, row) }),
    ),
  ];
}

function sourceOf({ section, reference, field }: AnswerChange): 'partner-list' | 'last-round' {
  const own = factFieldsOf(section).find(
    (one) => one.field.key === field.key && (one.item === undefined || one.item.key === reference),
  );
  return own?.given.from ?? 'partner-list';
}
