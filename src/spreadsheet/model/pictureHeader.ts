/** Properties of a picture that its first bytes give. */
export interface PictureHeader {
  /** The name people use: `PNG`. */
  readonly format: string;
  /** The usual extension of such a file, without a dot. */
  readonly ending: string;
  /** In pixels; absent if the first bytes do not give it. */
  readonly width?: number;
  readonly height?: number;
}

/**
 * Reads format and size of a picture in one of the formats that spreadsheets hold, from its first bytes alone; whether
 * the rest is complete is not checked. Sizes are given for PNG, JPEG, GIF, BMP and EMF.
 *
 * @returns undefined for anything else
 */
export function pictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1_024)).toString('latin1');
  const known = formats.find(({ begins, at = 0 }) => begins.some((sign) => text.startsWith(sign, at)));
  if (known === undefined) return text.trimStart().startsWith('<') && text.includes('<svg') ? svg : undefined;
  const { format, ending } = known;
  const size = known.size?.(view);
  return { format, ending, ...size };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Format {
  /** Latin-1 texts of which one must be at the offset. */
  readonly begins: readonly string[];
  /** Offset in bytes; 0 when absent. */
  readonly at?: number;
  readonly format: string;
  readonly ending: string;
  readonly size?: (view: DataView) => Size | undefined;
}

const formats: readonly Format[] = [
  {
    ...{ begins: ['\x89PNG\r\n\x1a\n'], format: 'PNG', ending: 'png' },
    size: (view) => sizeAt(view, 24, () => [view.getUint32(16), view.getUint32(20)]),
  },
  { begins: ['\xff\xd8\xff'], format: 'JPEG', ending: 'jpg', size: jpegSize },
  {
    ...{ begins: ['GIF87a', 'GIF89a'], format: 'GIF', ending: 'gif' },
    size: (view) => sizeAt(view, 10, () => [view.getUint16(6, true), view.getUint16(8, true)]),
  },
  {
    ...{ begins: ['BM'], format: 'BMP', ending: 'bmp' },
    size: (view) => sizeAt(view, 26, () => [view.getInt32(18, true), Math.abs(view.getInt32(22, true))]),
  },
  {
    // The bounds of the picture, in pixels of the device (MS-EMF, 2.3.4.2).
    ...{ begins: [' EMF'], at: 40, format: 'EMF', ending: 'emf' },
    size: (view) =>
      sizeAt(view, 24, () => [
        view.getInt32(16, true) - view.getInt32(8, true),
        view.getInt32(20, true) - view.getInt32(12, true),
      ]),
  },
  {
    begins: ['\xd7\xcd\xc6\x9a', '\x01\x00\x09\x00\x00\x01', '\x01\x00\x09\x00\x00\x03'],
    format: 'WMF',
    ending: 'wmf',
  },
  { begins: ['II*\x00', 'MM\x00*'], format: 'TIFF', ending: 'tif' },
  { begins: ['II\xbc'], format: 'JPEG XR', ending: 'wdp' },
  { begins: ['WEBP'], at: 8, format: 'WebP', ending: 'webp' },
  { begins: ['ftyphei', 'ftypmif1', 'ftypavif'], at: 4, format: 'HEIF', ending: 'heic' },
];

/** SVG is text, and other text may come before its root. */
const svg = { format: 'SVG', ending: 'svg' } as const;

function sizeAt(view: DataView, bytes: number, read: () => readonly [number, number]): Size | undefined {
  if (view.byteLength < bytes) return undefined;
  const [width, height] = read();
  return width > 0 && height > 0 ? { width, height } : undefined;
}

/** The frame header comes after any number of segments (ITU-T T.81, B.2.2). */
function jpegSize(view: DataView): Size | undefined {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    const isAlone = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += marker === 0xff ? 1 : isAlone ? 2 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}
