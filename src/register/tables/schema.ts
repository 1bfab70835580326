import type { ColumnType, Generated } from 'kysely';

/** Times are stored as ISO 8601 in UTC, codes as text. */
export interface RegisterTables {
  readonly setting: SettingTable;
  readonly round: RoundTable;
  readonly round_change: RoundChangeTable;
  readonly partner: PartnerTable;
  readonly workbook: WorkbookTable;
  readonly workbook_content: WorkbookContentTable;
  readonly definition: DefinitionTable;
  readonly detail: DetailTable;
  readonly file: FileTable;
  readonly return: ReturnTable;
  readonly answer: AnswerRow;
  readonly finding: FindingTable;
  readonly print: PrintTable;
  readonly message: MessageTable;
  readonly received_message: ReceivedMessageTable;
  readonly seen_message: SeenMessageTable;
  readonly log: LogTable;
  readonly agreement: AgreementTable;
}

interface SettingTable {
  readonly name: string;
  readonly value: string;
}

/** One sending-out of one instrument. */
interface RoundTable {
  readonly round: string;
  readonly instrument: string;
  readonly edition: string;
  /** The wording of the edition by which returns are scored; null if an earlier version stored none. */
  readonly fingerprint?: string | null;
  readonly due: string;
  readonly marking: string | null;
  /** The address to which partners send their workbooks. */
  readonly return_to: string | null;
  /** Digest of the branding, among the details. */
  readonly branding: string | null;
  /** Name of the earlier round with the answers that are shown beside the questions. */
  readonly previous: string | null;
  /** The folder to which the workbooks are written, as given on the command line; null for the default. */
  readonly folder: string | null;
  /** Nothing that comes later counts. */
  readonly closes: string | null;
  /** Whom partners are to ask, in e-mails. */
  readonly contact: string | null;
  /** Digest of the wording of its e-mails, among the details. */
  readonly wording: string | null;
  /** The number of reminders that a partner gets at most. */
  readonly max_reminders: number | null;
  /** The number of days between two reminders at least. */
  readonly days_between: number | null;
}

/** A change of a round or of a partner in it. Rows are only added: one that is undone is named by a later one. */
interface RoundChangeTable {
  readonly id: Generated<number>;
  readonly round: string;
  readonly instrument: string;
  /** Code of the partner; null for a change of the whole round. The partner may be one of an earlier round only. */
  readonly partner: string | null;
  /** A `RoundChangeKind`; `undone` in a row that undoes another. */
  readonly what: string;
  /** The values before and after, as JSON. */
  readonly before: string;
  readonly after: string;
  /** The number of the change that this one undoes. */
  readonly undoes: number | null;
  readonly reason: string | null;
  /** Who made it, as far as that is known. */
  readonly by: string | null;
  readonly at: string;
}

export interface PartnerTable {
  readonly round: string;
  readonly instrument: string;
  readonly code: string;
  readonly name: string;
  readonly region_code: string | null;
  readonly region_name: string | null;
  readonly area_code: string | null;
  readonly area_name: string | null;
  readonly kind: string | null;
  readonly email: string | null;
  /** 1 if the partner is missing from the list with which the round was last generated; otherwise 0. */
  readonly unlisted: number;
}

/** A workbook that was issued. */
interface WorkbookTable {
  readonly id: string;
  readonly round: string;
  readonly instrument: string;
  readonly partner: string;
  readonly edition: string;
  readonly fingerprint: string;
  readonly issued_at: string;
  /** The contents of the workbook besides the definition, as JSON: when they change, another workbook is issued. */
  readonly details: string;
  readonly file_name: string;
  readonly sha256: string | null;
  /** Of two workbooks, the one that was issued last has the higher number, even if it was first issued earlier. */
  readonly issue_order: number;
}

/** The content of a workbook's sheets, one row for each time it was written differently: any of these files may come back. */
interface WorkbookContentTable {
  readonly workbook: string;
  /** The digest of a detail; if that is missing, an earlier version wrote the workbook without storing its content. */
  readonly digest: string;
}

/** Content that workbooks have in common: it is stored once, and each of them has its digest. */
interface DetailTable {
  readonly digest: string;
  readonly json: string;
}

/** An instrument as issued: its file may later be removed or changed. */
interface DefinitionTable {
  readonly instrument: string;
  readonly edition: string;
  readonly fingerprint: string;
  readonly json: string;
}

/**
 * How the bytes of a file are stored: unchanged, or compressed (DEFLATE, RFC 1951). Those of a refused file may be missing:
 * never stored, or removed by `pruneRefused`.
 */
export type Encoding = 'plain' | 'deflate' | 'unstored' | 'pruned';

/** A returned file. */
interface FileTable {
  readonly sha256: string;
  readonly name: string;
  /** As `encoding` says; empty if they are missing. */
  readonly bytes: Uint8Array;
  readonly received_at: string;
  readonly encoding: ColumnType<Encoding, Encoding | undefined, Encoding>;
  /** Size of the original file in bytes; null in registers of earlier versions, which store all files uncompressed. */
  readonly size: number | null;
}

/** The outcome of a file. Refused files have no workbook. */
interface ReturnTable {
  readonly id: Generated<number>;
  readonly file: string;
  readonly status: 'accepted' | 'refused';
  readonly workbook: string | null;
  readonly received_at: string;
  /** Share of applicable items answered, 0 to 1; null when none applies. */
  readonly coverage: number | null;
  readonly band: string | null;
}

export interface AnswerRow {
  readonly return_id: number;
  readonly section: string;
  /** Item key, or the number of an entry. */
  readonly subject: string;
  readonly field: string;
  readonly state: 'answered' | 'not-applicable' | 'unreadable' | 'blank';
  /** Text, an ISO day or, for a score, its level in figures; the typed text if it could not be read. */
  readonly value: string | null;
}

export interface FindingTable {
  readonly return_id: number;
  readonly position: number;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly place: string;
  readonly facts: string;
  readonly message: string;
}

/** A part of a return, by which it is compared with other partners' returns. */
interface PrintTable {
  readonly return_id: number;
  readonly part: string;
  readonly digest: string;
  readonly bits: number;
}

/** An e-mail to a partner: a draft, or sent by Scorebook. */
interface MessageTable extends Omit<Message, 'id'> {
  readonly id: Generated<number>;
}

/** An e-mail to a partner. */
export interface Message extends MessageKey {
  readonly id: number;
  /** With its angle brackets. */
  readonly message_id: string;
  /** The recipients' addresses, separated by a comma and a space. */
  readonly recipient: string;
  /** `sending` before it is handed over: if it stayed so, nobody knows whether it was sent. */
  readonly state: 'drafted' | 'sending' | 'sent' | 'refused' | 'bounced';
  /** The time of its last change of state. */
  readonly at: string;
  /** The mail server's answer. */
  readonly detail: string | null;
  /** Of a draft, the SHA-256 of its file, whatever became of the message since. */
  readonly draft: string | null;
}

/** The key of an e-mail: two messages with the same key must not both go out. */
export interface MessageKey {
  readonly round: string;
  readonly instrument: string;
  readonly partner: string;
  readonly kind: 'sending' | 'reminder' | 'receipt';
  /** The subject of the message: the workbook, the return of a receipt, the day of a reminder. One message for each. */
  readonly about: string;
}

/** The e-mail with which the file of a return came. */
interface ReceivedMessageTable {
  readonly return_id: number;
  readonly sender: string | null;
  readonly sender_name: string | null;
  readonly subject: string;
  readonly sent_at: string | null;
  readonly message_id: string | null;
  /** Addresses separated by a comma and a space; the last to forward it comes first. */
  readonly forwarded_by: string;
  /** As the message says; `return.received_at` takes precedence. */
  readonly arrived_at: string | null;
}

/** A message of a mailbox that was imported completely. */
interface SeenMessageTable {
  /** A digest of server and user. */
  readonly mailbox: string;
  readonly folder: string;
  /** A different value means that the server has renumbered the messages of the folder. */
  readonly uid_validity: string;
  readonly uid: number;
  readonly message_id: string | null;
  readonly seen_at: string;
}

export interface LogTable {
  readonly id: Generated<number>;
  readonly at: ColumnType<string, string, never>;
  readonly what: string;
  readonly details: string;
  /** The subject of the entry, a `Logged` as JSON; null in some entries of earlier versions. */
  readonly about: string | null;
  /** The digest of the subject's rows at that time; null in entries of earlier versions. */
  readonly digest: string | null;
  /** Covers this entry and all before it. */
  readonly chain: string;
}

/** The score that the partners of an area agreed on for a question. Rows are only added: a question's last one counts. */
interface AgreementTable {
  readonly id: Generated<number>;
  readonly round: string;
  readonly instrument: string;
  readonly area: string;
  readonly item: string;
  readonly state: 'answered' | 'not-applicable' | 'withdrawn';
  readonly level: number | null;
  /** A day. */
  readonly agreed_on: string;
  readonly present: string;
  readonly recorded_at: string;
}
