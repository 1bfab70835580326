import { type Finding, FindingsError, finding } from '../finding/index.ts';
import type { ReceivedMessage } from '../register/rows/receivedMessage.ts';
import { printable } from '../spreadsheet/model/printable.ts';
import { defaultArchiveLimits } from '../spreadsheet/zip/limits.ts';
import { isArchive, readArchive } from '../spreadsheet/zip/readArchive.ts';
import { attachmentKind } from './files/attachmentKind.ts';
import { fileLinks } from './files/fileLinks.ts';
import { readOutlookMessage } from './files/readOutlookMessage.ts';
import { splitMbox } from './files/splitMbox.ts';
import { defaultMailLimits, type MailLimits } from './limits/limits.ts';
import { mailTooLarge, mailTooMany } from './limits/readErrors.ts';
import type { Failure } from './message/classifyMessage.ts';
import { describeNotice, type Notice } from './message/describeNotice.ts';
import { mailIn } from './message/mailIn.ts';
import type { Attachment, Message } from './message/message.ts';
import { readInternetMessage } from './message/readInternetMessage.ts';
import { receivedMessage } from './message/receivedMessage.ts';
import { base64In } from './message/textEncoded.ts';

/**
 * What a file is that came in a message which is no letter, as in an automatic reply or a bounce: a sealed workbook that
 * somebody filled in; what may be one and cannot be used; or nothing of the kind, such as the blank workbook that a bounce
 * gives back.
 */
export type FileInNotice = 'return' | 'unusable' | 'none';

/** A file as it was found in a message, an archive, or both inside one another; or what there is to say of a message. */
export interface Unpacked {
  /** Fit to be shown: `message 3 "RE: return" > workbook.xlsx`. Empty for the file itself. */
  readonly path: string;
  /** Findings that are all warnings say that there is nothing to import here, and why. */
  readonly content: { readonly bytes: Uint8Array } | { readonly findings: readonly Finding[] };
  /** The message it came in; absent for a file that came without one. */
  readonly message?: ReceivedMessage;
  /** Addresses that a message of ours did not reach. */
  readonly failures?: readonly Failure[];
  /** Files known to come after this one. */
  readonly following: number;
}

/** What is known where messages are unpacked. */
export interface UnpackContext {
  /** No message is from the future. */
  readonly now: Date;
  /** Whether a Message-ID is that of a message that was sent from here. */
  readonly isOwn: (messageId: string) => Promise<boolean>;
  /** What a file is that came in a message which is no letter. */
  readonly fileIn: (bytes: Uint8Array) => Promise<FileInNotice>;
}

export interface Unpacking extends UnpackContext {
  /** What the outermost message is called before its subject: `message 3`. */
  readonly name?: string;
  /** When it came, by the mailbox it came to. */
  readonly delivered?: Date;
  /** When it came, by the line before it in an mbox; what a mail server wrote into it goes before that. */
  readonly separated?: Date;
}

/**
 * Takes messages and archives apart, whatever is inside what, by their content. Everything may be hostile: depth, number
 * and size are bounded, nothing is fetched or run, and nothing is thrown for what a file holds. One thing is in memory at
 * a time, besides what is around it.
 *
 * @param limits those that differ from `defaultMailLimits`
 * @param isMessage whether it is known to be a message, which a beginning of unusual headers may not show
 */
export async function* unpackMail(
  bytes: Uint8Array,
  unpacking: Unpacking,
  limits: Partial<MailLimits> = {},
  isMessage = false,
): AsyncGenerator<Unpacked> {
  const { name, separated } = unpacking;
  const state: State = { ...unpacking, limits: { ...defaultMailLimits, ...limits }, files: 0, unpacked: 0 };
  const trail: Trail = { names: [], around: [], following: 0 };
  yield* unpack(
    bytes,
    {
      ...trail,
      ...(name === undefined ? {} : { untitled: name }),
      ...(separated === undefined ? {} : { separated }),
    },
    state,
    isMessage,
  );
}

interface State extends Unpacking {
  readonly limits: MailLimits;
  files: number;
  /** Bytes. */
  unpacked: number;
}

/** The way from the outermost file to this one. */
interface Trail {
  readonly names: readonly string[];
  /** The last name of the way, where the subject of the message belongs to it. */
  readonly untitled?: string;
  readonly separated?: Date;
  /** Messages around it, outermost first. */
  readonly around: readonly Message[];
  readonly message?: ReceivedMessage;
  /** What the innermost message around it is that is no letter. */
  readonly mark?: string;
  readonly following: number;
}

async function* unpack(bytes: Uint8Array, trail: Trail, state: State, isMessage = false): AsyncGenerator<Unpacked> {
  try {
    const mail = mailIn(bytes) ?? (isMessage ? { form: 'internet', bytes } : undefined);
    if (mail === undefined && isArchive(bytes)) yield* fromArchive(bytes, trail, state);
    else if (mail === undefined) yield* fromFile(bytes, trail, state);
    else if (mail.form === 'mbox') yield* fromMbox(mail.bytes, trail, state);
    else {
      const { messageDepth } = state.limits;
      if (trail.around.length >= messageDepth) throw mailTooMany('depth of messages inside messages', messageDepth);
      const read = mail.form === 'outlook' ? readOutlookMessage : readInternetMessage;
      yield* fromMessage(await read(mail.bytes, state.limits), trail, state);
    }
  } catch (failure) {
    if (!(failure instanceof FindingsError)) throw failure;
    yield item(trail, failure);
  }
}

async function* fromFile(bytes: Uint8Array, trail: Trail, state: State): AsyncGenerator<Unpacked> {
  const decoded = base64In(bytes);
  if (decoded === undefined) yield item(trail, { bytes });
  else yield* unpack(decoded, trail, state);
}

async function* fromMbox(bytes: Uint8Array, trail: Trail, state: State): AsyncGenerator<Unpacked> {
  const { messageBytes } = state.limits;
  let count = 0;
  for (const { content, delivered } of splitMbox([bytes], messageBytes)) {
    count += 1;
    spend(state, 'size' in content ? 0 : content.bytes.length);
    const inside = { ...inner(trail), untitled: `message ${count}`, ...(delivered && { separated: delivered }) };
    if ('size' in content) yield item(inside, mailTooLarge('size', content.size, messageBytes));
    else yield* unpack(content.bytes, inside, state, true);
  }
}

async function* fromArchive(bytes: Uint8Array, trail: Trail, state: State): AsyncGenerator<Unpacked> {
  const limits = {
    entries: Math.min(defaultArchiveLimits.entries, state.limits.files - state.files),
    inflatedBytes: Math.min(defaultArchiveLimits.inflatedBytes, state.limits.unpackedBytes - state.unpacked),
  };
  for (const { path, content, following } of readArchive(bytes, limits)) {
    const inside = { ...inner(trail, ...(path === '' ? [] : [path])), following: trail.following + following };
    if ('finding' in content) yield item(inside, { findings: [content.finding] });
    else {
      spend(state, content.bytes.length);
      yield* unpack(content.bytes, inside, state);
    }
  }
}

async function* fromMessage(message: Message, trail: Trail, state: State): AsyncGenerator<Unpacked> {
  const inside: Trail = {
    ...inner(trail, ...(trail.untitled === undefined ? [] : [titled(trail.untitled, message.subject)])),
    around: [...trail.around, message],
    message: receivedMessage(message, trail, state),
  };
  const isOwn = message.messageId !== undefined && (await state.isOwn(message.messageId));
  const notice = describeNotice(message, isOwn);
  if (notice !== undefined) {
    yield* fromNotice(message, notice, inside, state);
    return;
  }
  let told = 0;
  for await (const one of fromAttachments(message, inside, state)) {
    told += 1;
    yield one;
  }
  // What is forwarded need not have a file of its own.
  if (told === 0 && trail.around.length === 0) {
    yield item(inside, { findings: [finding('message.no-attachment', {}, { subject: message.subject })] });
  }
}

/** What may be a return, and then what the message is; a bounce gives back the blank workbook, which is none. */
async function* fromNotice(message: Message, notice: Notice, trail: Trail, state: State): AsyncGenerator<Unpacked> {
  const { findings, mark, mayBeLetter, isAlwaysShown, failures } = notice;
  const inside = { ...trail, mark, ...(trail.message && { message: { ...trail.message, mark } }) };
  let isTaken = false;
  try {
    for await (const one of fromAttachments(message, inside, state)) {
      if (!(await isWanted(one, mayBeLetter, state))) continue;
      isTaken ||= 'bytes' in one.content;
      yield one;
    }
  } catch (failure) {
    if (!(failure instanceof FindingsError)) throw failure;
    if (mayBeLetter) yield item(inside, failure);
  }
  if (!isTaken || isAlwaysShown) yield { ...item(trail, { findings }), ...(failures && { failures }) };
}

async function isWanted({ content, failures }: Unpacked, mayBeLetter: boolean, state: State): Promise<boolean> {
  if (failures !== undefined) return true;
  if ('findings' in content) return mayBeLetter && content.findings.some(({ code }) => mayHideReturn.test(code));
  const file = await state.fileIn(content.bytes);
  return file === 'return' || (file === 'unusable' && mayBeLetter);
}

const mayHideReturn = /^(?:archive\.|message\.(?:link|winmail|encrypted|damaged|over-limit)$)/;

async function* fromAttachments(message: Message, inside: Trail, state: State): AsyncGenerator<Unpacked> {
  const found = message.attachments
    .map((attachment) => ({ attachment, ...attachmentKind(attachment) }))
    .filter(({ kind }) => kind !== 'ornament');
  const hosts = found.some(({ kind }) => kind === 'file' || kind === 'message') ? [] : fileLinks(message.text);
  if (hosts.length > 0) yield item(inside, { findings: [finding('message.link', {}, { hosts })] });
  for (const [index, { attachment, ...what }] of found.entries()) {
    spend(state, attachment.bytes.length);
    const following = inside.following + found.length - index - 1;
    const own: Trail =
      what.kind === 'message' && attachment.name === ''
        ? { ...inside, following, untitled: 'message' }
        : { ...inner(inside, nameOf(attachment, index)), following };
    if (message.isWithoutContent === true && attachment.bytes.length === 0) {
      yield item(own, { findings: [finding('message.content-elsewhere', {}, {})] });
    } else if (what.kind === 'winmail') yield item(own, { findings: [finding('message.winmail', {}, {})] });
    else if (what.kind === 'document') {
      yield item(own, { findings: [finding('message.other-attachment', {}, { looksLike: what.looksLike })] });
    } else yield* unpack(attachment.bytes, own, state, what.kind === 'message');
  }
}

const nameOf = ({ name }: Attachment, index: number): string => (name === '' ? `attachment ${index + 1}` : name);

const titled = (name: string, subject: string): string => `${name} "${subject}"`;

/** The way on: without what belonged to the last step only. */
const inner = (
  { untitled: _untitled, separated: _separated, ...trail }: Trail,
  ...names: readonly string[]
): Omit<Trail, 'untitled' | 'separated'> => ({ ...trail, names: [...trail.names, ...names] });

function spend(state: State, bytes: number): void {
  const { limits } = state;
  state.files += 1;
  state.unpacked += bytes;
  if (state.files > limits.files) throw mailTooMany('number of files', limits.files);
  if (state.unpacked > limits.unpackedBytes) {
    throw mailTooLarge('content, with what was unpacked before,', state.unpacked, limits.unpackedBytes);
  }
}

function item({ names, untitled, message, following }: Trail, content: Unpacked['content']): Unpacked {
  const all = untitled === undefined ? names : [...names, untitled];
  return {
    path: all.map((name) => cut(printable(name))).join(' > '),
    content: 'bytes' in content ? content : { findings: content.findings },
    ...(message === undefined ? {} : { message }),
    following,
  };
}

/** Subjects may be as long as headers; names end with what tells most. */
const cut = (name: string): string => (name.length > 200 ? `…${name.slice(-199)}` : name);
