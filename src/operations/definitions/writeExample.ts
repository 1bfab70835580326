import { randomBytes, randomUUID } from 'node:crypto';
import { FindingsError } from '../../finding/index.ts';
import { fingerprint } from '../../instrument/model/fingerprint.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { Refusal } from '../../refusal.ts';
import { exampleResponse } from '../../response/exampleResponse.ts';
import { checkFit } from '../../workbook/layout/checkFit.ts';
import { exampleIdentity, sealStamp } from '../../workbook/layout/stamp.ts';
import { writeWorkbook } from '../../workbook/writeWorkbook.ts';
import type { OperationContext } from '../rounds/operationContext.ts';

/**
 * Writes the workbook of an instrument, filled in with the worked example in its definition. Returns the bytes of an
 * .xlsx file, which an import refuses.
 *
 * @throws Refusal for an instrument without a worked example.
 * @throws FindingsError when the instrument does not fit into a workbook.
 */
export async function writeExample(
  { instruments, now }: Pick<OperationContext, 'instruments' | 'now'>,
  instrument: Instrument,
): Promise<Uint8Array> {
  const { key, edition, example } = instrument;
  if (example === undefined) {
    const others = instruments.filter((known) => known.example !== undefined).map((known) => known.key);
    throw new Refusal(
      'instrument.no-example',
      () =>
        `The instrument "${key}" has no worked example. ${others.length === 0 ? 'None has.' : `One is there for: ${others.join(', ')}.`}`,
    );
  }
  const fit = checkFit(instrument);
  if (fit.length > 0) throw new FindingsError(fit);
  const stamp = {
    ...exampleIdentity,
    ...{ instrument: key, edition, fingerprint: fingerprint(instrument), workbook: randomUUID() },
  };
  const details = {
    // A key that nobody keeps: no register takes the workbook for one that it issued.
    stamp: sealStamp(stamp, randomBytes(32)),
    partner: { code: exampleIdentity.partner, name: 'Worked example' },
    due: now(),
    issued: now(),
    marking: 'WORKED EXAMPLE: not for returning',
    workedExample: example.introduction,
  };
  return writeWorkbook(instrument, details, exampleResponse(instrument, example));
}
