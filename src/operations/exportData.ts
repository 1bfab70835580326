import type { Finding } from '../finding/index.ts';
import type { Instrument } from '../instrument/model/schema.ts';
import { anonymise, checkDeadlinePassed } from '../rollup/disclosure/anonymous.ts';
import { type ExportFormatName, exportFormats } from '../rollup/export/formats.ts';
import { type TidyRow, tidyRows } from '../rollup/figures/tidyData.ts';
import { loadRollUp, returned } from '../rollup/load/rollUp.ts';
import type { OperationContext } from './rounds/operationContext.ts';
import { onlyRound, type RoundRequest } from './rounds/roundsInUse.ts';

export interface ExportRequest extends RoundRequest {
  readonly format: ExportFormatName;
  /** Codes and names of partners are replaced, and what they typed is withheld. */
  readonly anonymous?: boolean;
}

/** Data to be saved, piece by piece: those of a whole country may be more than memory holds. */
export interface DataToSave {
  readonly instrument: Instrument;
  readonly data: Iterable<Uint8Array>;
  /** Absent in formats that have it within the data. */
  readonly dictionary: Iterable<Uint8Array> | undefined;
}

export interface Exported {
  /** Key of the instrument. */
  readonly instrument: string;
  readonly rows: number;
  /** How many partners returned a workbook that counts, of how many that were issued one. */
  readonly returned: number;
  readonly issued: number;
  readonly findings: readonly Finding[];
}

/**
 * Exports all answers of a round, one row for each partner, question and field, with a data dictionary.
 *
 * @param save Called once; has taken all pieces when it returns.
 * @throws Refusal for a round that does not exist.
 * @throws FindingsError when so few returned that no anonymous data can be made, or there are more rows than a sheet has.
 */
export async function exportData(
  context: OperationContext,
  request: ExportRequest,
  save: (data: DataToSave) => void,
): Promise<Exported> {
  const { instrument, round } = await onlyRound(context, request);
  const loaded = await loadRollUp(context.register, instrument, round);
  const rollUp = request.anonymous === true ? anonymise(loaded, context.register.sealKey) : loaded;
  const format = exportFormats[request.format];
  let rows = 0;
  const counting: Iterable<TidyRow> = {
    *[Symbol.iterator]() {
      rows = 0;
      for (const row of tidyRows(rollUp, 'partner')) {
        rows += 1;
        yield row;
      }
    },
  };
  const dictionary = 'dictionary' in format ? format.dictionary(rollUp) : undefined;
  save({ instrument, data: await format.data(rollUp, counting, context.now()), dictionary });
  return {
    instrument: instrument.key,
    rows,
    returned: returned(rollUp).length,
    issued: rollUp.partners.length,
    findings: request.anonymous === true ? checkDeadlinePassed(round.due, context.now()) : [],
  };
}
