import { signatureOf } from '../../spreadsheet/zip/signature.ts';
import { mailIn } from './mailIn.ts';

/** A file within the text of a message. */
export interface UuencodedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Decodes a workbook, archive or message in a file of base64 only, as gateways leave an attachment with an undeclared
 * encoding; undefined for other files.
 */
export function base64In(bytes: Uint8Array): Uint8Array | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isBase64(text.subarray(0, 4_096)) || !isBase64(text)) return undefined;
  const decoded = Buffer.from(text.toString('latin1'), 'base64');
  const isOffice = !['other', 'empty'].includes(signatureOf(decoded).kind);
  return isOffice || mailIn(decoded) !== undefined ? decoded : undefined;
}

function isBase64(text: Buffer): boolean {
  const characters = text
    .toString('latin1')
    .trimEnd()
    .replace(/={1,2}$/, '');
  return characters !== '' && !/[^A-Za-z0-9+/\r\n]/.test(characters);
}

/** Decodes the uuencoded files in a text, as old mail programs attach them (POSIX, uuencode). Incomplete ones are skipped. */
export function uuencodedIn(text: string): readonly UuencodedFile[] {
  const files: UuencodedFile[] = [];
  let name: string | undefined;
  let pieces: Buffer[] = [];
  for (const line of text.includes('\nend') ? text.split('\n') : []) {
    if (name === undefined) {
      name = /^begin [0-7]{3,4} (.{1,200})$/.exec(line.trimEnd())?.[1];
      pieces = [];
      continue;
    }
    if (line.trimEnd() === 'end') {
      files.push({ name, bytes: Buffer.concat(pieces) });
      name = undefined;
      continue;
    }
    const piece = uudecoded(line.replace(/\r$/, ''));
    if (piece === undefined) name = undefined;
    else pieces.push(piece);
  }
  return files;
}

/** Decodes a line: its number of bytes, then four characters for every three bytes. Spaces at its end may be lost. */
function uudecoded(line: string): Buffer | undefined {
  const size = six(line.charCodeAt(0));
  const groups = Math.ceil(size / 3);
  if (!/^[ -`]{0,90}$/.test(line) || line.length > 1 + 4 * groups + 2) return undefined;
  const bytes = Buffer.alloc(groups * 3);
  for (let group = 0; group < groups; group += 1) {
    const [a, b, c, d] = [1, 2, 3, 4].map((at) => six(line.charCodeAt(4 * group + at)));
    bytes.writeUIntBE(((a ?? 0) << 18) | ((b ?? 0) << 12) | ((c ?? 0) << 6) | (d ?? 0), group * 3, 3);
  }
  return bytes.subarray(0, size);
}

const six = (code: number): number => (Number.isNaN(code) ? 0 : (code - 32) & 63);
