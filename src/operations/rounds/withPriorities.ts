import { FindingsError, hasErrors } from '../../finding/index.ts';
import { defineInstrument } from '../../instrument/defineInstrument.ts';
import { fingerprint } from '../../instrument/model/fingerprint.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { Refusal } from '../../refusal.ts';
import { loadRollUp } from '../../rollup/load/rollUp.ts';
import { prioritiesTable, prioritiesTableKey } from '../../rollup/prioritiesTable.ts';
import { roundInstrument } from '../../rounds/round/roundInstrument.ts';
import type { Round } from '../../rounds/round/roundStatus.ts';
import { checkFit } from '../../workbook/layout/checkFit.ts';
import type { OperationContext } from './operationContext.ts';
import { roundsInUse } from './roundsInUse.ts';

interface HandedOn {
  /** Name of the round that found them; undefined to leave the round as it is. */
  readonly from: string | undefined;
  /** The round that is generated, as it is already. */
  readonly before: Round | undefined;
}

/**
 * The instrument with the priorities that another round found, as a table for reference. A round that has them already
 * stays as it is unless a round is named anew.
 *
 * @throws Refusal for a round without priorities, or without any of enough cases.
 * @throws FindingsError when the table does not fit into the workbook.
 */
export async function withPriorities(
  context: OperationContext,
  instrument: Instrument,
  { from, before }: HandedOn,
): Promise<Instrument> {
  if (from !== undefined) return handedOn(context, instrument, from);
  const known = before && (await roundInstrument(context.register, context.instruments, before));
  const isSame = known !== undefined && fingerprint(withoutTable(known)) === fingerprint(withoutTable(instrument));
  return isSame ? known : instrument;
}

async function handedOn(context: OperationContext, instrument: Instrument, from: string): Promise<Instrument> {
  const refuse = (problem: string): Refusal =>
    new Refusal('priorities.none', (input) => `${input('fromPriorities')} ${from}: ${problem}`);
  const rounds = await roundsInUse(context, { round: from });
  const sources = rounds.flatMap(({ instrument: source, round }) =>
    source.priorities === undefined ? [] : [{ source, round, priorities: source.priorities }],
  );
  const [first, ...others] = sources;
  if (first === undefined || others.length > 0) {
    const keys = rounds.map(({ instrument: { key } }) => key).join(', ');
    throw refuse(`exactly one of its instruments must add cases up to priorities. It has: ${keys}.`);
  }
  const rollUp = await loadRollUp(context.register, first.source, first.round);
  const table = prioritiesTable(rollUp, first.priorities);
  if (table === undefined)
    throw refuse('no priority is of enough cases and partners to be shown to others. Wait for more returns.');
  const plain = withoutTable(instrument);
  const extended = defineInstrument({ ...plain, references: [...(plain.references ?? []), table] });
  const fit = checkFit(extended);
  if (hasErrors(fit)) throw new FindingsError(fit);
  return extended;
}

/** Without an empty list of tables: the definition must be the one from which it was made. */
function withoutTable({ references, ...rest }: Instrument): Instrument {
  const others = references?.filter(({ key }) => key !== prioritiesTableKey);
  return others === undefined || others.length === 0 ? rest : { ...rest, references: others };
}
