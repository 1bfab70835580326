import { FindingsError } from '../../finding/index.ts';
import { defaultLimits } from '../../spreadsheet/zip/limits.ts';
import { readZip } from '../../spreadsheet/zip/readZip.ts';
import { type ForeignFile, foreignArchive, signatureOf } from '../../spreadsheet/zip/signature.ts';
import { mailIn } from '../message/mailIn.ts';
import type { Attachment } from '../message/message.ts';

/** The kind of an attachment, as far as returns are concerned. */
export type AttachmentKind =
  /** A workbook, an archive, or a file that somebody may have taken for one: the import reports what is wrong with it. */
  | { readonly kind: 'file' | 'message' }
  /** Outlook's wrapper for attachments (TNEF), which only Outlook opens. */
  | { readonly kind: 'winmail' }
  /** Part of an ordinary message: pictures of a signature, a digital signature, an appointment. */
  | { readonly kind: 'ornament' }
  /** A document that is not a return, usually a covering letter. */
  | { readonly kind: 'document'; readonly looksLike: string };

/** Classifies an attachment by its content; by the declared type only where the content shows none. */
export function attachmentKind(attachment: Attachment): AttachmentKind {
  const { type, name, bytes } = attachment;
  const isArchive = signatureOf(bytes).kind === 'zip';
  if (!isArchive && (type === 'application/ms-tnef' || /^winmail\.dat$/i.test(name))) return { kind: 'winmail' };
  if (type === 'message/rfc822' || mailIn(bytes) !== undefined) return { kind: 'message' };
  if (!isArchive && ornaments.test(type)) return { kind: 'ornament' };
  const foreign = foreignIn(bytes);
  if (foreign?.looksLike === 'a picture' && (attachment.isInline || bytes.length <= signaturePicture)) {
    return { kind: 'ornament' };
  }
  const isDocument = foreign?.code === 'return.not-a-workbook' && !foreign.looksLike.endsWith('archive');
  return isDocument ? { kind: 'document', looksLike: foreign.looksLike } : { kind: 'file' };
}

const ornaments =
  /^(?:application\/(?:x-)?(?:pkcs7-signature|pgp-signature|ics)|text\/(?:x-)?(?:calendar|vcard|rfc822-headers)|message\/(?!rfc822$).*)$/;

/** Bytes. A logo in a signature is smaller, the photograph of a form larger. */
const signaturePicture = 100_000;

function foreignIn(bytes: Uint8Array): ForeignFile | undefined {
  const signature = signatureOf(bytes);
  if (signature.kind === 'other') return signature;
  if (signature.kind !== 'zip') return undefined;
  try {
    return foreignArchive(readZip(bytes, defaultLimits));
  } catch (failure) {
    if (failure instanceof FindingsError) return undefined;
    throw failure;
  }
}
