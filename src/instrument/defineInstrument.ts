import { FindingsError, hasErrors } from '../finding/index.ts';
import { checkInstrument } from './check/checkInstrument.ts';
import { type Instrument, instrumentSchema } from './model/schema.ts';
import type { DataPath } from './parse/dataPath.ts';
import { parseAgainst, type WrittenValue } from './parse/parseAgainst.ts';

/**
 * Checks the definition of an instrument as a whole and returns it frozen.
 *
 * @throws FindingsError with every fault found, each naming the part by its key and saying what to do.
 */
export function defineInstrument(definition: Instrument): Instrument {
  return parseInstrument(definition);
}

/**
 * The same for data of unknown shape, such as a parsed file. `writtenAt` gives the place in the file at which a value
 * is written.
 */
export function parseInstrument(data: unknown, writtenAt?: (path: DataPath) => WrittenValue | undefined): Instrument {
  const parsed = parseAgainst(instrumentSchema, data, writtenAt);
  if ('findings' in parsed) {
    const { salvaged } = parsed;
    // The repaired data has the structure of an instrument, so that its other faults can be reported too.
    const others =
      salvaged === undefined ? [] : checkInstrument(salvaged.structured as Instrument).filter(salvaged.isSure);
    throw new FindingsError([...parsed.findings, ...others]);
  }
  const findings = checkInstrument(parsed.value);
  if (hasErrors(findings)) throw new FindingsError(findings);
  return deepFreeze(parsed.value);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
