import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const stampSchema = z
  .strictObject({
    instrument: z.string(),
    edition: z.string(),
    /** Of the definition, at the time of issue. */
    fingerprint: z.string(),
    round: z.string(),
    /** Code of the partner that the workbook was issued to. */
    partner: z.string(),
    /** Identifier of this one workbook. */
    workbook: z.string(),
  })
  .readonly();

/** The identity of a workbook: instrument, round and partner. */
export type Stamp = z.infer<typeof stampSchema>;

/** Distinguishes a worked example from a partner's workbook. */
export const exampleIdentity = { partner: 'EXAMPLE', round: 'example' } as const;

export const isExample = ({ partner, round }: Stamp): boolean =>
  partner === exampleIdentity.partner && round === exampleIdentity.round;

/** Names of the custom document properties that carry the stamp, so that Excel's File > Info shows them. */
const propertyPrefix = 'Scorebook ';
export const stampFields = ['instrument', 'edition', 'fingerprint', 'round', 'partner', 'workbook'] as const;

/** A stamp with its seal: an HMAC-SHA-256 with the register's key, as 64 hexadecimal digits. */
export interface SealedStamp extends Stamp {
  readonly seal: string;
}

const sealedSchema = stampSchema.unwrap().extend({ seal: z.string() }).readonly();

export function sealStamp(stamp: Stamp, key: Uint8Array): SealedStamp {
  return { ...stamp, seal: sealOf(stamp, key) };
}

/** Whether the stamp was issued by this register and is unchanged. */
export function isSealed(stamp: SealedStamp, key: Uint8Array): boolean {
  const expected = Buffer.from(sealOf(stamp, key));
  const found = Buffer.from(stamp.seal);
  return expected.length === found.length && timingSafeEqual(expected, found);
}

export function stampProperties(stamp: SealedStamp): ReadonlyMap<string, string> {
  return new Map([...stampFields, 'seal' as const].map((field) => [propertyPrefix + field, stamp[field]]));
}

/** Reads the stamp from document properties; undefined if they carry none or only part of one. */
export function stampFromProperties(properties: ReadonlyMap<string, string>): SealedStamp | undefined {
  const data = Object.fromEntries(
    [...stampFields, 'seal'].map((field) => [field, properties.get(propertyPrefix + field)]),
  );
  return sealedSchema.safeParse(data).data;
}

/** The stamp as the text of one cell. */
export const stampText = (stamp: SealedStamp): string => JSON.stringify(stamp);

export function stampFromText(text: string): SealedStamp | undefined {
  try {
    return sealedSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const sealOf = (stamp: Stamp, key: Uint8Array): string =>
  createHmac('sha256', key).update(sealedText(stamp)).digest('hex');

/** What the seal of a stamp is of. */
export const sealedText = (stamp: Stamp): string => JSON.stringify(stampFields.map((field) => stamp[field]));
