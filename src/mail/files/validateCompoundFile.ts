import { CompoundFault, openCompound } from '../../spreadsheet/compound/openCompound.ts';
import { mailDamaged } from '../limits/readErrors.ts';

/**
 * Returns a copy of an Outlook message that is safe for a reader without checks of its own: all chains and the tree inside it
 * are finite. The table of named properties is hidden in the copy: it belongs to appointments and the like, and nothing in it is used.
 *
 * @throws FindingsError with `message.damaged`.
 */
export function validateCompoundFile(bytes: Uint8Array): ArrayBuffer {
  const { buffer } = new Uint8Array(bytes);
  const copy = Buffer.from(buffer);
  try {
    const { entries } = openCompound(copy);
    for (const { name, at } of entries) if (name.startsWith(namedProperties)) copy.write('x', at, 'latin1');
    return buffer;
  } catch (failure) {
    if (failure instanceof CompoundFault) throw mailDamaged(failure.message);
    throw failure;
  }
}

const namedProperties = '__nameid';
