import type { Zip } from './readZip.ts';

/** What a file is, judged by its content alone; `looksLike` is for people and carries its article. */
export type Signature =
  | { readonly kind: 'zip' | 'empty' | 'encrypted' | 'old-excel' }
  | { readonly kind: 'other'; readonly looksLike: string };

/** Tells what a file is by its content; its name and its declared type count for nothing (rules E40 to E42). */
export function signatureOf(bytes: Uint8Array): Signature {
  if (bytes.length === 0) return { kind: 'empty' };
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return { kind: 'zip' };
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundFile(bytes);
  if (startsWith(bytes, '\x09\x08\x10\x00') || startsWith(bytes, '\x09\x04\x06\x00')) return { kind: 'old-excel' };
  const known = beginnings.find(([beginning]) => startsWith(bytes, beginning));
  return {
    kind: 'other',
    looksLike: known?.[1] ?? textKind(bytes) ?? 'a file of an unknown kind',
  };
}

/** What a zip archive holds when that is no macro-free workbook in XML (rule E45); undefined when it may be one. */
export function foreignArchive(zip: Zip): string | undefined {
  const mimetype = zip.read('mimetype');
  const said = mimetype === undefined ? '' : latin1(mimetype, 100);
  return (
    mimetypes.find(([beginning]) => said.startsWith(beginning))?.[1] ??
    partKinds.find(([pattern]) => zip.names.some((name) => pattern.test(name)))?.[1]
  );
}

/** A zip archive that holds no workbook part. People sometimes send the workbook zipped. */
export const plainArchive = (zip: Zip): string =>
  zip.names.some((name) => /\.xls[xmb]?$/i.test(name)) ? 'a zip archive with a workbook inside it' : 'a zip archive';

const beginnings: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF document'],
  ['{\\rtf', 'a rich text document'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['Rar!', 'a RAR archive'],
  ["7z\xbc\xaf'\x1c", 'a 7-Zip archive'],
  ['\x1f\x8b', 'a gzip archive'],
  ['\x00\x05\x16\x07', 'the companion file (._) that a Mac puts beside a workbook'],
];

const mimetypes: readonly (readonly [string, string])[] = [
  ['application/vnd.oasis.opendocument.spreadsheet', 'an OpenDocument spreadsheet (.ods)'],
  ['application/vnd.oasis.opendocument', 'an OpenDocument file'],
];

/** Word and PowerPoint first: their own macro projects have the same name. */
const partKinds: readonly (readonly [RegExp, string])[] = [
  [/^word\//i, 'a Word document'],
  [/^ppt\//i, 'a PowerPoint presentation'],
  [/(?:^|\/)vbaProject\.bin$|^xl\/macrosheets\//i, 'a workbook with macros'],
  [/^xl\/workbook\.bin$/i, 'a binary workbook (.xlsb)'],
  [/^Index(?:\.zip$|\/.*\.iwa$)/i, 'an Apple Numbers, Pages or Keynote document'],
];

const streamKinds: readonly (readonly [string, Signature])[] = [
  ['EncryptedPackage', { kind: 'encrypted' }],
  ['Workbook', { kind: 'old-excel' }],
  ['Book', { kind: 'old-excel' }],
  ['WordDocument', { kind: 'other', looksLike: 'an old Word document (.doc)' }],
  ['PowerPoint Document', { kind: 'other', looksLike: 'an old PowerPoint presentation (.ppt)' }],
  ['__properties_version1.0', { kind: 'other', looksLike: 'an Outlook message (.msg)' }],
];

/** An OLE compound file: old .xls, or the wrapping of an encrypted .xlsx. Damaged ones are judged by any mention. */
function compoundFile(bytes: Uint8Array): Signature {
  const buffer = asBuffer(bytes);
  const streams = streamNames(buffer);
  const known =
    streamKinds.find(([name]) => streams.has(name)) ??
    streamKinds.slice(0, 2).find(([name]) => buffer.includes(name, 0, 'utf16le'));
  return known?.[1] ?? { kind: 'other', looksLike: 'an old Office file' };
}

/**
 * Names of the streams of a compound file. Directory entries of 128 bytes begin at multiples of 128 whatever the sector
 * size, so they are found without following the allocation table, which may be broken.
 */
function streamNames(buffer: Buffer): ReadonlySet<string> {
  const names = new Set<string>();
  for (let entry = 512; entry + 128 <= buffer.length; entry += 128) {
    const nameBytes = buffer.readUInt16LE(entry + 64);
    const isStream = buffer[entry + 66] === 2;
    if (isStream && nameBytes >= 4 && nameBytes <= 64)
      names.add(buffer.toString('utf16le', entry, entry + nameBytes - 2));
  }
  return names;
}

/** Excel's lock file (`~$name.xlsx`) has the ending of a workbook and always this length. */
const lockFileBytes = 165;

/** Judged by the first 4,000 bytes: text has no control characters other than white space. */
function textKind(bytes: Uint8Array): string | undefined {
  if (bytes.length === lockFileBytes && (bytes[0] ?? 0) < 55)
    return 'the lock file (~$) that Excel keeps beside an open workbook';
  const utf16 = startsWith(bytes, '\xff\xfe') || startsWith(bytes, '\xfe\xff');
  const text = latin1(bytes, 4_000).replace(utf16 ? /^..|\0/gs : /^\xef\xbb\xbf/, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) return undefined;
  if (/<(?:!doctype html|html|head|body|table)\b/i.test(text)) return 'a web page (HTML)';
  if (text.includes('progid="Excel.Sheet"')) return 'a workbook in the form "XML Spreadsheet 2003"';
  if (text.trimStart().startsWith('<')) return 'an XML file';
  return /[,;\t].*[\r\n]/.test(text) ? 'a CSV or other text file' : 'a text file';
}

const startsWith = (bytes: Uint8Array, beginning: string): boolean => latin1(bytes, beginning.length) === beginning;

const latin1 = (bytes: Uint8Array, length: number): string => asBuffer(bytes).toString('latin1', 0, length);

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
