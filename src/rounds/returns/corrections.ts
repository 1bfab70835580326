import type { Instrument } from '../../instrument/model/schema.ts';
import { isEntries } from '../../instrument/model/traverse.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { AnswerRow } from '../../register/tables/schema.ts';
import { loadChanges } from '../changes/loadChanges.ts';
import { type CorrectionMade, correctionsIn } from '../round/decisions.ts';

/** The answers that were corrected in some returns, by the number of the return. */
export async function loadCorrections(
  register: OpenDatabase,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly CorrectionMade[]>> {
  const rounds = await roundsWithCorrections(register);
  if (rounds.length === 0) return new Map();
  const wanted = new Set(ids);
  const all = new Map<number, readonly CorrectionMade[]>();
  for (const round of rounds) {
    for (const [id, made] of correctionsIn(await loadChanges(register, round))) if (wanted.has(id)) all.set(id, made);
  }
  return all;
}

function roundsWithCorrections({ db }: OpenDatabase) {
  const changes = db.selectFrom('round_change').select(['round', 'instrument']).distinct();
  return changes.where('what', '=', 'corrected').execute();
}

/** The rows of a return as it came, with the corrected answers in their place. */
export function correctedRows(
  instrument: Instrument,
  came: readonly AnswerRow[],
  corrections: readonly CorrectionMade[],
): readonly AnswerRow[] {
  if (corrections.length === 0) return came;
  const isOfRows = new Set(instrument.sections.filter(isEntries).map(({ key }) => key));
  const corrected = corrections.map(({ answer: { return: id, section, ...answer } }) => ({
    ...{ return_id: id, ...answer },
    // The keys of items are unique in the whole instrument, and are stored without their section.
    section: isOfRows.has(section) ? section : '',
  }));
  const places = new Set(corrected.map(placeOf));
  return [...came.filter((row) => !places.has(placeOf(row))), ...corrected.filter(({ state }) => state !== 'blank')];
}

const placeOf = ({ section, subject, field }: Pick<AnswerRow, 'section' | 'subject' | 'field'>): string =>
  JSON.stringify([section, subject, field]);
