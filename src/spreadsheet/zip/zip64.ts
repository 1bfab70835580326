import { ZipFault } from './zipFault.ts';

/** The content of a field with its value in a ZIP64 record instead. */
export const inZip64 = 0xffffffff;

/** Numbers of the directory that ZIP64 records may state in eight bytes. */
export interface Zip64Sizes {
  readonly size: number;
  readonly packed: number;
  readonly header: number;
}

const extraId = 0x0001;
const locatorSignature = 0x07064b50;
const recordSignature = 0x06064b50;
const locatorBytes = 20;
const recordBytes = 56;

/**
 * An entry's sizes, completed from its extra field where the directory refers to it. Programs that write while they
 * pack use these records for small files too (APPNOTE 4.5.3).
 *
 * @throws ZipFault when one is missing.
 */
export function zip64Sizes(view: DataView, stated: Zip64Sizes, extra: number, end: number): Zip64Sizes {
  if (stated.size !== inZip64 && stated.packed !== inZip64 && stated.header !== inZip64) return stated;
  let { at, last } = fieldOf(view, extra, end);
  const next = (value: number): number => {
    if (value !== inZip64) return value;
    if (at + 8 > last) throw new ZipFault(missing);
    at += 8;
    return eightBytes(view, at - 8);
  };
  // In this order, and only those that are left out.
  return { size: next(stated.size), packed: next(stated.packed), header: next(stated.header) };
}

/**
 * Number of entries, and length and offset of the directory, from the ZIP64 end record (APPNOTE 4.3.14).
 *
 * @throws ZipFault when it is not at the place given by its locator, right before the usual end record.
 */
export function zip64End(view: DataView, end: number): readonly [count: number, length: number, offset: number] {
  const locator = end - locatorBytes;
  if (locator < 0 || view.getUint32(locator, true) !== locatorSignature) throw new ZipFault(missing);
  const at = eightBytes(view, locator + 8);
  if (at + recordBytes > locator || view.getUint32(at, true) !== recordSignature) throw new ZipFault(missing);
  return [eightBytes(view, at + 32), eightBytes(view, at + 40), eightBytes(view, at + 48)];
}

const missing = 'it says that it is a ZIP64 archive, and the record that makes it one is missing';

function fieldOf(view: DataView, extra: number, end: number): { readonly at: number; readonly last: number } {
  for (let at = extra; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === extraId)
      return { at: at + 4, last: Math.min(end, at + 4 + view.getUint16(at + 2, true)) };
  }
  return { at: end, last: end };
}

/** A number beyond the size of any file stays so: callers compare it with a limit. */
const eightBytes = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));
