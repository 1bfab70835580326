import { signatureOf } from '../spreadsheet/signature.ts';

/** In which form a file holds e-mail: one message as mail servers pass it on (.eml), Outlook's (.msg), or a file of many (.mbox). */
export type MessageForm = 'internet' | 'outlook' | 'mbox';

/** Tells by the content whether a file holds e-mail; undefined when it does not. */
export function messageForm(bytes: Uint8Array): MessageForm | undefined {
  const signature = signatureOf(bytes);
  if (signature.kind !== 'other' || signature.code !== 'return.mail') return undefined;
  const beginning = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (beginning.startsWith('\xd0\xcf')) return 'outlook';
  if (beginning === 'From ') return 'mbox';
  return /^[\w\xef-]/.test(beginning) && !beginning.startsWith('x\x9f') ? 'internet' : undefined;
}
