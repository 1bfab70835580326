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
 * The kind of a file in a message that is not an ordinary one, such as an automatic reply or a bounce. `return`: a sealed workbook
 * that somebody filled in. `unusable`: a file that may be one but cannot be used. `none`: any other file, such as the blank
 * workbook that a bounce returns.
 */
export type FileInNotice = 'return' | 'unusable' | 'none';

/** A file found in a message, an archive, or both nested in one another; or findings about a message. */
export interface Unpacked {
  /** Safe to show: `message 3 "RE: return" > workbook.xlsx`. Empty for the file itself. */
  readonly path: string;
  /** Findings that are all warnings mean that there is nothing to import here, and give the reason. */
  readonly content: { readonly bytes: Uint8Array } | { readonly findings: readonly Finding[] };
  /** The message in which the file came; absent for a file without one. */
  readonly message?: ReceivedMessage;
  /** Addresses that a message from Scorebook did not reach. */
  readonly failures?: readonly Failure[];
  /** Number of files known to follow. */
  readonly following: number;
}

/** The environment in which messages are unpacked. */
export interface UnpackContext {
  /** The current time: no message is from the future. */
  readonly now: Date;
  /** Whether a Message-ID is that of a message that Scorebook sent. */
  readonly isOwn: (messageId: string) => Promise<boolean>;
  /** Classifies a file in a message that is not an ordinary one. */
  readonly fileIn: (bytes: Uint8Array) => Promise<FileInNotice>;
}

export interface Unpacking extends UnpackContext {
  /** The name of the outermost message, shown before its subject: `message 3`. */
  readonly name?: string;
  /** The time of arrival, by the mailbox. */
  readonly delivered?: Date;
  /** The time of arrival, by the line before the message in an mbox; that of a mail server takes precedence. */
  readonly separated?: Date;
}

/**
 * Unpacks messages and archives, nested in any order, by their content. Everything may be hostile: depth, number
 * and size are limited, nothing is fetched or run, and no content makes it throw. One file is in memory at
 * a time, besides those around it.
 *
 * @param limits Limits that differ from `defaultMailLimits`.
 * @param isMessage Whether it is known to be a message, which unusual headers at its beginning may not show.
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

/** The path from the outermost file to this one. */
interface Trail {
  readonly names: readonly string[];
  /** The last name of the path, if the subject of the message is still to be added. */
  readonly untitled?: string;
  readonly separated?: Date;
  /** Messages around it, outermost first. */
  readonly around: readonly Message[];
  readonly message?: ReceivedMessage;
  /** The kind of the innermost message around it that is not an ordinary one. */
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
  let count = 0;
  for await (const one of fromAttachments(message, inside, state)) {
    count += 1;
    yield one;
  }
  // A message inside another need not have a file.
  if (count === 0 && trail.around.length === 0) {
    yield item(inside, { findings: [finding('message.no-attachment', {}, { subject: message.subject })] });
  }
}

/** Yields files that may be returns, then the findings about the message. The blank workbook that a bounce returns is left out. */
async function* fromNotice(message: Message, notice: Notice, trail: Trail, state: State): AsyncGenerator<Unpacked> {
  const { findings, mark, mayBeOrdinary, isAlwaysShown, failures } = notice;
  const inside = { ...trail, mark, ...(trail.message && { message: { ...trail.message, mark } }) };
  let isTaken = false;
  try {
    for await (const one of fromAttachments(message, inside, state)) {
      if (!(await isWanted(one, mayBeOrdinary, state))) continue;
      isTaken ||= 'bytes' in one.content;
      yield one;
    }
  } catch (failure) {
    if (!(failure instanceof FindingsError)) throw failure;
    if (mayBeOrdinary) yield item(inside, failure);
  }
  if (!isTaken || isAlwaysShown) yield { ...item(trail, { findings }), ...(failures && { failures }) };
}

async function isWanted({ content, failures }: Unpacked, mayBeOrdinary: boolean, state: State): Promise<boolean> {
  if (failures !== undefined) return true;
  if ('findings' in content) return mayBeOrdinary && content.findings.some(({ code }) => mayHideReturn.test(code));
  const file = await state.fileIn(content.bytes);
  return file === 'return' || (file === 'unusable' && mayBeOrdinary);
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

/** Extends the path, and drops the properties that belong to its last step only. */
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

/** Shortens a name at its beginning, since the end of a file name distinguishes it best. */
const cut = (name: string): string => (name.length > 200 ? `…${name.slice(-199)}` : name);
