import type { Finding } from '../finding/index.ts';
import type { Instrument } from '../instrument/model/schema.ts';
import { anonymousInTurn, checkDeadlinePassed } from '../rollup/disclosure/anonymous.ts';
import { rowsAboutPeople } from '../rollup/disclosure/rowsAboutPeople.ts';
import { type DataOf, piecesOf } from '../rollup/export/dataWriter.ts';
import { type ExportFormatName, exportFormats } from '../rollup/export/formats.ts';
import { countTidyRows, type TidyRow, tidyRows } from '../rollup/figures/tidyData.ts';
import { loadPartners, type RollUp } from '../rollup/load/rollUp.ts';
import { rollUpsInTurn } from '../rollup/load/rollUpsInTurn.ts';
import type { OperationContext } from './rounds/operationContext.ts';
import { onlyRound, type RoundInUse, type RoundRequest } from './rounds/roundsInUse.ts';

export interface ExportRequest extends RoundRequest {
  readonly format: ExportFormatName;
  /** Codes and names of partners are replaced, and what they typed is withheld. */
  readonly anonymous?: boolean;
}

/** Data to be saved, piece by piece: those of a whole country may be more than memory holds. */
export interface DataToSave {
  readonly instrument: Instrument;
  readonly data: AsyncIterable<Uint8Array>;
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
 * @param save Called once; has taken all pieces when it resolves.
 * @throws Refusal for a round that does not exist.
 * @throws FindingsError when so few returned that no anonymous data can be made, or there are more rows than a sheet has.
 */
export async function exportData(
  context: OperationContext,
  request: ExportRequest,
  save: (data: DataToSave) => Promise<void>,
): Promise<Exported> {
  const inUse = await onlyRound(context, request);
  const { instrument, round } = inUse;
  const { of, parts } = await partsOf(context, inUse, request.anonymous === true);
  const format = exportFormats[request.format];
  let rows = 0;
  async function* counting(): AsyncGenerator<Iterable<TidyRow>> {
    const collected = instrument.aboutPeople === true ? rowsAboutPeople(instrument) : undefined;
    for await (const part of parts) {
      rows += countTidyRows(part);
      if (collected === undefined) yield tidyRows(part, 'partner');
      else collected.add(part);
    }
    if (collected !== undefined) yield collected;
  }
  const data = piecesOf(format.data(of, context.now()), counting());
  await save({ instrument, data, dictionary: 'dictionary' in format ? format.dictionary(of) : undefined });
  return {
    instrument: instrument.key,
    rows,
    returned: of.partners.filter((partner) => partner.counting !== undefined).length,
    issued: of.partners.length,
    findings: request.anonymous === true ? checkDeadlinePassed(round.due, context.now()) : [],
  };
}

/** A round, and its answers in parts. */
async function partsOf(
  { register }: OperationContext,
  { instrument, round }: RoundInUse,
  anonymous: boolean,
): Promise<{ readonly of: DataOf; readonly parts: AsyncIterable<RollUp> }> {
  const of = await loadPartners(register, instrument, round);
  return anonymous ? anonymousInTurn(register, of) : { of, parts: rollUpsInTurn(register, of) };
}
