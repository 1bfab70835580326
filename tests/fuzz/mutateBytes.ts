import type { Random } from './random.ts';

/** One change of the bytes of an archive, in words. */
export interface BytesChange {
  readonly what: string;
  readonly bytes: Uint8Array;
}

type Mutation = (bytes: Buffer, random: Random) => BytesChange;

/** Changes bytes of an archive as transfers, mail gateways and malice do; half of the changes hit its records. */
export function mutateBytes(bytes: Uint8Array, random: Random): BytesChange {
  return random.pick<Mutation>([flip, flip, changeRecord, changeRecord, changeRecord, cut, splice, double, exchange])(
    Buffer.from(bytes),
    random,
  );
}

function flip(bytes: Buffer, random: Random): BytesChange {
  const places = Array.from({ length: 1 + random.below(6) }, () => random.below(bytes.length));
  for (const place of places) bytes.writeUInt8((bytes[place] ?? 0) ^ (1 + random.below(255)), place);
  return { what: `flipped bytes at ${places.join(', ')}`, bytes };
}

/** A byte or a number of a header, of the directory or of the end record becomes another one. */
function changeRecord(bytes: Buffer, random: Random): BytesChange {
  const signature = random.pick(['PK\x01\x02', 'PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06']);
  const at = bytes.indexOf(signature, random.below(bytes.length), 'latin1');
  if (at === -1) return flip(bytes, random);
  const place = Math.min(at + random.below(70), bytes.length - 4);
  if (random.below(2) === 0) bytes.writeUInt8(random.below(256), place);
  else bytes.writeUInt32LE(random.pick([0, 1, 0xffff, 0xffffffff, 0x7fffffff, random.below(bytes.length)]), place);
  return { what: `changed a record, at ${place}`, bytes };
}

function cut(bytes: Buffer, random: Random): BytesChange {
  const end = random.below(bytes.length);
  return { what: `cut at ${end}`, bytes: bytes.subarray(0, end) };
}

function splice(bytes: Buffer, random: Random): BytesChange {
  const [start, length] = [random.below(bytes.length), 1 + random.below(2_000)];
  const what = `took out ${length} bytes at ${start}`;
  return { what, bytes: Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + length)]) };
}

function double(bytes: Buffer, random: Random): BytesChange {
  const [start, length, to] = [random.below(bytes.length), 1 + random.below(2_000), random.below(bytes.length)];
  const piece = bytes.subarray(start, start + length);
  const what = `copied ${length} bytes from ${start} to ${to}`;
  return { what, bytes: Buffer.concat([bytes.subarray(0, to), piece, bytes.subarray(to)]) };
}

/** Two entries of the directory change their names, where these have one length; or one takes the other's. */
function exchange(bytes: Buffer, random: Random): BytesChange {
  const names: { readonly at: number; readonly name: string }[] = [];
  for (
    let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
    at !== -1;
    at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')
  ) {
    names.push({ at: at + 46, name: bytes.toString('latin1', at + 46, at + 46 + bytes.readUInt16LE(at + 28)) });
  }
  const one = names[random.below(names.length)];
  const alike = names.filter((other) => other !== one && other.name.length === one?.name.length);
  const other = alike[random.below(alike.length)];
  if (one === undefined || other === undefined) return flip(bytes, random);
  bytes.write(other.name, one.at, 'latin1');
  if (random.below(4) > 0) bytes.write(one.name, other.at, 'latin1');
  return { what: `exchanged the names ${one.name} and ${other.name}`, bytes };
}
