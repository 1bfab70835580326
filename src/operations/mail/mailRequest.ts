import type { MailServer } from '../../letters/mailServer.ts';
import type { Wordings } from '../../letters/wording/wordingParts.ts';
import type { RoundRequest } from '../rounds/roundsInUse.ts';
import type { Folder } from '../workbooks/folder.ts';

/** What e-mails are asked for by. */
export interface MailRequest extends RoundRequest {
  /** Codes of the partners who are written to; all when absent. */
  readonly partner?: readonly string[];
  /** Whom partners are to ask; as before when absent, and the return address when false. The round remembers it. */
  readonly contact?: string | false;
  /** Also what went out before. */
  readonly again?: boolean;
  /** Nothing is written, sent or recorded. */
  readonly dryRun?: boolean;
}

/** How e-mails leave. */
export interface Posting {
  /** Sends them; undefined when drafts are to be written. */
  readonly server: MailServer | undefined;
  /** Address of the mailbox that sends; the return address when undefined. */
  readonly from: string | undefined;
  /** Messages sent in a minute at most. */
  readonly perMinute: number;
  /** Bytes of one message at most. */
  readonly maxBytes: number;
  /** Where drafts are saved. */
  readonly drafts: Folder;
  /** As before when absent, and Scorebook's own when false. The round remembers them. */
  readonly wordings?: Wordings | false;
}
