import type { ColumnType, Generated } from 'kysely';

/** Times are kept as ISO 8601 in UTC, codes as text. */
export interface RegisterTables {
  readonly setting: SettingTable;
  readonly round: RoundTable;
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
  /** The wording of the edition by which returns are scored; null where an earlier version kept none. */
  readonly fingerprint?: string | null;
  readonly due: string;
  readonly marking: string | null;
  /** Where partners send their workbooks. */
  readonly return_to: string | null;
  /** Digest of the branding, among the details. */
  readonly branding: string | null;
  /** Name of the earlier round whose answers are shown beside the questions. */
  readonly previous: string | null;
  /** Where the workbooks are written, as the command line gave it; null for the usual place. */
  readonly folder: string | null;
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
  /** 1 when the list with which the round was generated last does not have the partner; otherwise 0. */
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
  /** What the workbook says besides the definition, as JSON: when it changes, another workbook is issued. */
  readonly details: string;
  readonly file_name: string;
  readonly sha256: string | null;
  /** Of two workbooks of the register, the one that was issued last has the higher number, also when it was issued before. */
  readonly issue_order: number;
}

/** What was on the sheets of a workbook each time that it was written: nobody knows which of these files comes back. */
interface WorkbookContentTable {
  readonly workbook: string;
  /** Of a detail; where that is missing, an earlier version wrote the workbook and did not store its content. */
  readonly digest: string;
}

/** Something that workbooks have in common: it is stored once, and each of them has its digest. */
interface DetailTable {
  readonly digest: string;
  readonly json: string;
}

/** An instrument as it went out: what is read with it later may be gone from the disk, or changed there. */
interface DefinitionTable {
  readonly instrument: string;
  readonly edition: string;
  readonly fingerprint: string;
  readonly json: string;
}

/**
 * How the bytes of a file are stored: as they came, or compressed (DEFLATE, RFC 1951). Of refused files they may be missing:
 * never stored, or removed by `pruneRefused`.
 */
export type Encoding = 'plain' | 'deflate' | 'unstored' | 'pruned';

/** A file that came back. */
interface FileTable {
  readonly sha256: string;
  readonly name: string;
  /** As `encoding` says; empty where they are missing. */
  readonly bytes: Uint8Array;
  readonly received_at: string;
  readonly encoding: ColumnType<Encoding, Encoding | undefined, Encoding>;
  /** Bytes of the file as it came; null in registers of earlier versions, which store all files plain. */
  readonly size: number | null;
}

/** What was made of a file. Refused files have no workbook. */
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
  /** Text, an ISO day or, for a score, its level in figures; of what could not be read, what was typed. */
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

/** A part of a return, by which it is compared with those of other partners. */
interface PrintTable {
  readonly return_id: number;
  readonly part: string;
  readonly digest: string;
  readonly bits: number;
}

/** An e-mail that goes out to a partner: as a draft, or sent by us. */
export interface MessageTable {
  readonly id: Generated<number>;
  readonly round: string;
  readonly instrument: string;
  readonly partner: string;
  readonly kind: 'sending' | 'reminder' | 'receipt';
  /** What must not go out twice: of a sending the workbook, of a receipt the return, of a reminder the day it is for. */
  readonly about: string;
  /** With its angle brackets. */
  readonly message_id: string;
  /** The addresses it goes to, with a comma and a space between them. */
  readonly recipient: string;
  /** `sending` before it is handed over: where it stayed so, it may have gone or not. */
  readonly state: 'drafted' | 'sending' | 'sent' | 'refused' | 'bounced';
  /** When it came into its state. */
  readonly at: string;
  /** What the mail server said. */
  readonly detail: string | null;
  /** Of a draft, the SHA-256 of its file, whatever became of the message since. */
  readonly draft: string | null;
}

/** The e-mail with which the file of a return came. */
interface ReceivedMessageTable {
  readonly return_id: number;
  readonly sender: string | null;
  readonly sender_name: string | null;
  readonly subject: string;
  readonly sent_at: string | null;
  readonly message_id: string | null;
  /** Addresses with a comma and a space between them, the last to pass it on first. */
  readonly forwarded_by: string;
  /** As the message says; `return.received_at` is what counts. */
  readonly arrived_at: string | null;
}

/** A message of a mailbox from which everything was taken. */
interface SeenMessageTable {
  /** A digest of server and user. */
  readonly mailbox: string;
  readonly folder: string;
  /** Another one says that the server numbers the messages of the folder anew. */
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
  /** What the entry is about, a `Logged` as JSON; null in some entries of earlier versions. */
  readonly about: string | null;
  /** Of all that the register then held about it; null in entries of earlier versions. */
  readonly digest: string | null;
  /** Covers this entry and all before it. */
  readonly chain: string;
}

/** What the partners of an area agreed on for a question. Nothing is changed or removed: the last row of a question counts. */
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
