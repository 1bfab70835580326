/** What a picture's own bytes say of it. */
export interface Picture {
  readonly kind: 'png' | 'jpeg';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The chunk that ends every PNG: no data, its name, its checksum. */
const pngEnd = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];

/**
 * Reads kind and size of a PNG (ISO/IEC 15948, 11.2.2) or a JPEG (ITU-T T.81, B.2.2) from its content.
 *
 * @returns undefined for anything else, and for one that is cut off or says no size.
 */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const picture = readPng(bytes) ?? readJpeg(bytes);
  return picture === undefined || picture.width === 0 || picture.height === 0 ? undefined : picture;
}

function readPng(bytes: Uint8Array): Picture | undefined {
  if (!holds(bytes, 0, pngSignature) || !holds(bytes, bytes.length - pngEnd.length, pngEnd)) return undefined;
  // The header chunk comes first: after the signature, its length and its name.
  const view = viewOf(bytes);
  return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

function readJpeg(bytes: Uint8Array): Picture | undefined {
  if (!holds(bytes, 0, [0xff, 0xd8, 0xff]) || !holds(bytes, bytes.length - 2, [0xff, 0xd9])) return undefined;
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 < bytes.length && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (isFrameHeader(marker)) return { kind: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // A length counts its own two bytes, so that every step goes forward.
    at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
}

/** Start of a frame, of whatever coding; C4, C8 and CC are tables between them. */
const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const holds = (bytes: Uint8Array, at: number, expected: readonly number[]): boolean =>
  at >= 0 && expected.every((byte, index) => bytes[at + index] === byte);
