import { crc32, inflateSync } from 'node:zlib';

/** Kind and size of a picture, taken from its bytes. */
export interface Picture {
  readonly kind: 'png' | 'jpeg';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Reads kind and size of a PNG (ISO/IEC 15948, clauses 5 and 11.2) or a JPEG (ITU-T T.81, annex B) from its content,
 * and checks that programs can draw it: a PNG to its last pixel, a JPEG for its indispensable parts.
 *
 * @returns undefined for anything else, and for a picture that is damaged or cut off.
 */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const picture = readPng(bytes) ?? readJpeg(bytes);
  return picture === undefined || picture.width === 0 || picture.height === 0 ? undefined : picture;
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Channels by colour type, and the allowed bit depths (table 11.1 of the standard). */
const colourTypes: ReadonlyMap<number, { readonly channels: number; readonly depths: readonly number[] }> = new Map([
  [0, { channels: 1, depths: [1, 2, 4, 8, 16] }],
  [2, { channels: 3, depths: [8, 16] }],
  [3, { channels: 1, depths: [1, 2, 4, 8] }],
  [4, { channels: 2, depths: [8, 16] }],
  [6, { channels: 4, depths: [8, 16] }],
]);

function readPng(bytes: Uint8Array): Picture | undefined {
  const chunks = holds(bytes, 0, pngSignature) ? pngChunks(bytes) : undefined;
  const [header] = chunks ?? [];
  if (chunks === undefined || header?.name !== 'IHDR' || header.data.length !== 13) return undefined;
  const view = viewOf(header.data);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, colour, interlaced] = [view.getUint8(8), colourTypes.get(view.getUint8(9)), view.getUint8(12)];
  if (colour === undefined || !colour.depths.includes(depth)) return undefined;
  const data = chunks.filter(({ name }) => name === 'IDAT').map((chunk) => chunk.data);
  // Each row has a byte for its filter. The passes of an interlaced picture have more rows, which are not counted here.
  const expected = height * (1 + Math.ceil((width * depth * colour.channels) / 8));
  return isInflated(data, interlaced === 0 ? expected : undefined) ? { kind: 'png', width, height } : undefined;
}

interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
}

/**
 * The chunks up to the last; undefined if one is cut off or does not match its checksum. Bytes after the last are
 * ignored.
 */
function pngChunks(bytes: Uint8Array): readonly Chunk[] | undefined {
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  let at = pngSignature.length;
  while (at + 12 <= bytes.length) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return undefined;
    const name = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    if (name === 'IEND') return chunks;
    chunks.push({ name, data: bytes.subarray(at + 8, end) });
    at = end + 4;
  }
  return undefined;
}

/** Maximum number of bytes for the pixels of an accepted picture. */
const maxPixelBytes = 256 * 1024 * 1024;

function isInflated(data: readonly Uint8Array[], expected: number | undefined): boolean {
  if (data.length === 0 || (expected ?? 0) > maxPixelBytes) return false;
  try {
    const { length } = inflateSync(Buffer.concat(data), { maxOutputLength: expected ?? maxPixelBytes });
    return expected === undefined ? length > 0 : length === expected;
  } catch {
    return false;
  }
}

function readJpeg(bytes: Uint8Array): Picture | undefined {
  if (!holds(bytes, 0, [0xff, 0xd8, 0xff])) return undefined;
  const view = viewOf(bytes);
  let size: Omit<Picture, 'kind'> | undefined;
  let hasTables = false;
  let at = 2;
  while (at + 9 < bytes.length && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (isFrameHeader(marker)) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === markers.tables) hasTables = true;
    // A length counts its own two bytes, so that every step goes forward.
    const next = at + 2 + Math.max(2, view.getUint16(at + 2));
    if (marker === markers.scan) {
      const isWhole = hasTables && lastIndexOf(bytes, [0xff, 0xd9]) > next;
      return size !== undefined && isWhole ? { kind: 'jpeg', ...size } : undefined;
    }
    at = next;
  }
  return undefined;
}

/** Quantization tables, and the scan, after which the pixels follow. */
const markers = { tables: 0xdb, scan: 0xda } as const;

/** Start of a frame, in any coding; C4, C8 and CC are tables between them. */
const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const holds = (bytes: Uint8Array, at: number, expected: readonly number[]): boolean =>
  expected.every((byte, index) => bytes[at + index] === byte);

const lastIndexOf = (bytes: Uint8Array, sought: readonly number[]): number =>
  Buffer.from(bytes).lastIndexOf(Buffer.from(sought));
