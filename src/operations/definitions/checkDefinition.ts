import { type Finding, FindingsError, finding, hasErrors } from '../../finding/index.ts';
import { checkInstrument } from '../../instrument/check/checkInstrument.ts';
import { type Counts, countParts } from '../../instrument/model/countParts.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { optionalParts } from '../../scoring/optionalParts.ts';
import { alikeLevels, type TypicalPosition, typicalPositions } from '../../scoring/typicalAnswers.ts';
import { checkFit } from '../../workbook/layout/checkFit.ts';

export interface CheckedDefinition {
  readonly key: string;
  readonly edition: string;
  readonly title: string;
  readonly counts: Counts;
  /** What the rule makes of typical answers; empty if nothing is scored. */
  readonly positions: readonly TypicalPosition[];
  /** Warnings only. */
  readonly findings: readonly Finding[];
}

/**
 * Checks whether a sound definition also fits into a workbook.
 *
 * @param file The name that findings give as their place.
 * @throws FindingsError when it does not fit.
 */
export function checkDefinition(instrument: Instrument, file: string): CheckedDefinition {
  const alike = alikeLevels(instrument).map((one) => finding('definition.levels-alike', { key: 'scorecard' }, one));
  const optional = optionalParts(instrument).map(({ key, title }) =>
    finding('definition.all-optional', { key }, { part: title }),
  );
  const findings = [...checkInstrument(instrument), ...checkFit(instrument), ...alike, ...optional].map((found) => ({
    ...found,
    place: { file, ...found.place },
  }));
  if (hasErrors(findings)) throw new FindingsError(findings);
  const { key, edition, title } = instrument;
  return { key, edition, title, counts: countParts(instrument), positions: typicalPositions(instrument), findings };
}
