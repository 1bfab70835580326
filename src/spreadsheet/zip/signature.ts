import type { Zip } from './zip.ts';

/** A file that is not an XML workbook: the code of the finding with the advice, and the kind of the file. */
export interface ForeignFile {
  readonly code:
    | 'return.not-a-workbook'
    | 'return.other-spreadsheet'
    | 'return.macros'
    | 'return.csv'
    | 'return.mail'
    | 'return.link'
    | 'return.lock-file';
  /** For people, with its article: "a PDF document". */
  readonly looksLike: string;
}

/** The kind of a file, judged by its content alone. */
export type Signature =
  | { readonly kind: 'zip' | 'empty' | 'encrypted' | 'old-excel' }
  | ({ readonly kind: 'other' } & ForeignFile);

/** Identifies a file by its content; its name and declared type are ignored (rules E40 to E42). */
export function signatureOf(bytes: Uint8Array): Signature {
  if (bytes.length === 0) return { kind: 'empty' };
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return { kind: 'zip' };
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundFile(bytes);
  if (oldExcel.some((beginning) => startsWith(bytes, beginning))) return { kind: 'old-excel' };
  const known = beginnings.find(([beginning]) => startsWith(bytes, beginning));
  return { kind: 'other', ...(known?.[1] ?? textKind(bytes) ?? other('a file of an unknown kind')) };
}

/** Whether a file may hold a workbook, in any form or wrapping, as far as its first bytes show. */
export function mayHoldWorkbook(bytes: Uint8Array): boolean {
  const signature = signatureOf(bytes);
  if (signature.kind !== 'other') return signature.kind !== 'empty';
  const { code, looksLike } = signature;
  return code === 'return.other-spreadsheet' || code === 'return.mail' || looksLike.endsWith('archive');
}

/** The kind of a zip archive that is not a macro-free XML workbook (rule E45); undefined if it may be one. */
export function foreignArchive(zip: Zip): ForeignFile | undefined {
  const mimetype = zip.read('mimetype');
  const mimetypeText = mimetype === undefined ? '' : latin1(mimetype, 100);
  return (
    mimetypes.find(([beginning]) => mimetypeText.startsWith(beginning))?.[1] ??
    partKinds.find(([pattern]) => zip.names.some((name) => pattern.test(name)))?.[1]
  );
}

/** A zip archive without a workbook part. People sometimes send the workbook zipped. */
export const plainArchive = (zip: Zip): ForeignFile =>
  other(
    zip.names.some((name) => /\.xls[xmb]?$/i.test(name)) ? 'a zip archive with a workbook inside it' : 'a zip archive',
  );

/** A workbook with macros, found by its relationships or by the usual name of their part. */
export const macroWorkbook: ForeignFile = { code: 'return.macros', looksLike: 'a workbook with macros' };

/** A file that is neither a spreadsheet nor something that may lead to one. */
export const other = (looksLike: string): ForeignFile => ({ code: 'return.not-a-workbook', looksLike });
const spreadsheet = (looksLike: string): ForeignFile => ({ code: 'return.other-spreadsheet', looksLike });
const mail = (looksLike: string): ForeignFile => ({ code: 'return.mail', looksLike });
const linkTo = (looksLike: string): ForeignFile => ({ code: 'return.link', looksLike });

/** Workbooks of Excel 2 to 4, and streams of Excel 5 to 97 without the file around them. */
const oldExcel = ['\x09\x00\x04\x00', '\x09\x02\x06\x00', '\x09\x04\x06\x00', '\x09\x08\x08\x00', '\x09\x08\x10\x00'];

const beginnings: readonly (readonly [string, ForeignFile])[] = [
  ['%PDF-', other('a PDF document')],
  ['{\\rtf', other('a rich text document')],
  ['\x89PNG', other('a picture')],
  ['\xff\xd8\xff', other('a picture')],
  ['GIF8', other('a picture')],
  ['Rar!', other('a RAR archive')],
  ["7z\xbc\xaf'\x1c", other('a 7-Zip archive')],
  ['\x1f\x8b', other('a gzip archive')],
  ['\x00\x05\x16\x07', other('the companion file (._) that a Mac puts beside a workbook')],
  ['\x78\x9f\x3e\x22', mail('a winmail.dat, in which Outlook wraps attachments')],
  ['!BDN', mail('a data file of Outlook (.pst, .ost)')],
  ['\xcf\xad\x12\xfe', mail('a folder of Outlook Express (.dbx)')],
  ['\x4c\x00\x00\x00\x01\x14\x02\x00', linkTo('a Windows shortcut (.lnk)')],
  ['book\x00\x00\x00\x00mark', linkTo('a Mac alias')],
  ['bplist00\xd1\x01\x02SURL', linkTo('a link to an address (.webloc)')],
];

const mimetypes: readonly (readonly [string, ForeignFile])[] = [
  ['application/vnd.oasis.opendocument.spreadsheet', spreadsheet('an OpenDocument spreadsheet (.ods)')],
  ['application/vnd.oasis.opendocument', other('an OpenDocument file')],
];

/** Word and PowerPoint first: their macro projects have the same name. */
const partKinds: readonly (readonly [RegExp, ForeignFile])[] = [
  [/^word\//i, other('a Word document')],
  [/^ppt\//i, other('a PowerPoint presentation')],
  [/(?:^|\/)vbaProject\.bin$|^xl\/macrosheets\//i, macroWorkbook],
  [/^xl\/workbook\.bin$/i, spreadsheet('a binary workbook (.xlsb)')],
  [/^Index(?:\.zip$|\/.*\.iwa$)/i, spreadsheet('an Apple Numbers, Pages or Keynote document')],
];

/** Messages first: their attachments have streams of their own. */
const streamKinds: readonly (readonly [string, Signature])[] = [
  ['__properties_version1.0', { kind: 'other', ...mail('an Outlook message (.msg)') }],
  ['EncryptedPackage', { kind: 'encrypted' }],
  ['Workbook', { kind: 'old-excel' }],
  ['Book', { kind: 'old-excel' }],
  ['WordDocument', { kind: 'other', ...other('an old Word document (.doc)') }],
  ['PowerPoint Document', { kind: 'other', ...other('an old PowerPoint presentation (.ppt)') }],
];

const knownStreams: ReadonlySet<string> = new Set(streamKinds.map(([name]) => name));

/** Streams that identify a file by their name alone, even if the file lost its directory. */
const tellingStreams = streamKinds.filter(([name]) => name === 'EncryptedPackage' || name === 'Workbook');

/**
 * An OLE compound file: old .xls, or the wrapping of an encrypted .xlsx. Damaged ones are identified by any name in
 * them.
 */
function compoundFile(bytes: Uint8Array): Signature {
  const buffer = asBuffer(bytes);
  const streams = streamNames(buffer);
  const known =
    streamKinds.find(([name]) => streams.has(name)) ??
    tellingStreams.find(([name]) => buffer.includes(name, 0, 'utf16le'));
  return known?.[1] ?? { kind: 'other', ...other('an old Office file') };
}

/**
 * Names of known streams of a compound file. Directory entries of 128 bytes begin at multiples of 128 in any sector
 * size, so they are found without following the allocation table, which may be broken.
 */
function streamNames(buffer: Buffer): ReadonlySet<string> {
  const names = new Set<string>();
  for (let entry = 512; entry + 128 <= buffer.length; entry += 128) {
    const nameBytes = buffer.readUInt16LE(entry + 64);
    const isStream = buffer[entry + 66] === 2;
    if (!isStream || nameBytes < 4 || nameBytes > 64) continue;
    const name = buffer.toString('utf16le', entry, entry + nameBytes - 2);
    // Others are not stored: a hostile file has hundreds of thousands.
    if (knownStreams.has(name)) names.add(name);
  }
  return names;
}

/** Excel's lock file (`~$name.xlsx`) has the extension of a workbook and always this length. */
const lockFileBytes = 165;

/** Judged by the first 4,000 bytes: text has no control characters other than white space. */
function textKind(bytes: Uint8Array): ForeignFile | undefined {
  if (bytes.length === lockFileBytes && (bytes[0] ?? 0) < 55) {
    return { code: 'return.lock-file', looksLike: 'the lock file (~$) that Excel keeps beside an open workbook' };
  }
  const utf16 = startsWith(bytes, '\xff\xfe') || startsWith(bytes, '\xfe\xff');
  const text = latin1(bytes, 4_000).replace(utf16 ? /^..|\0/gs : /^\xef\xbb\xbf/, '');
  if (hasControls(text)) return undefined;
  return textKinds.find(([pattern]) => pattern.test(text.trimStart()))?.[1] ?? other('a text file');
}

/** Whether there are control characters other than white space and escapes, which no text has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const hasControls = (text: string): boolean => /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text);

/**
 * Matched against text without leading white space; the first match counts. E-mails come before the formats they may
 * contain.
 */
const textKinds: readonly (readonly [RegExp, ForeignFile])[] = [
  [
    /^(?:MIME-Version:.*\r?\n)?X-Document-Type:\s*Workbook/i,
    spreadsheet('a workbook that was saved as a web page in a single file (.mht)'),
  ],
  [/^-----BEGIN PGP MESSAGE-----/, other('a file that is encrypted with PGP')],
  [
    /^(?:From \S.*\r?\n)?(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?(?:Received|From|Subject|Message-ID|MIME-Version):/i,
    mail('an e-mail (.eml)'),
  ],
  [/^\[InternetShortcut\]/i, linkTo('a link to an address (.url)')],
  [/^\[Desktop Entry\]/i, linkTo('a link to an address (.desktop)')],
  [/^https?:\/\/\S+\s*$/i, linkTo('a text with an address of the internet in it')],
  [/^(?=<[\s\S]*<plist\b)[\s\S]*<key>URL<\/key>/i, linkTo('a link to an address (.webloc)')],
  [/^\{[\s\S]*"(?:url|doc_id)"\s*:/i, linkTo('a link to a file that is kept online (as .gsheet)')],
  // The page that OneDrive and SharePoint send instead of a file without access also ends like this.
  [
    /^<[\s\S]*(?:http-equiv\s*=\s*["']?refresh|location(?:\.href)?\s*=|location\.replace\()/i,
    linkTo('a web page that leads on to another place'),
  ],
  [/<(?:!doctype html|html|head|body|table)\b/i, other('a web page (HTML)')],
  [/progid="Excel\.Sheet"/, spreadsheet('a workbook in the form "XML Spreadsheet 2003"')],
  [/^</, other('an XML file')],
  [/(?:^|[\r\n])[^\r\n,;\t]*[,;\t][^\r\n]*[\r\n]/, { code: 'return.csv', looksLike: 'a CSV or other text file' }],
];

const startsWith = (bytes: Uint8Array, beginning: string): boolean => latin1(bytes, beginning.length) === beginning;

const latin1 = (bytes: Uint8Array, length: number): string => asBuffer(bytes).toString('latin1', 0, length);

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
