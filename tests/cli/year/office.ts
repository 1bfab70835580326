import { readFileSync } from 'node:fs';
import { type ImapServer, startImapServer } from '../../mail/imapServer.ts';
import { mail } from '../../mail/mails.ts';
import { openMailServer, type TestServer } from '../../mail/openMailServer.ts';
import { openWorkplace, type Workplace } from '../workplace.ts';
import { addressOf, type Code, definitions, type Key, keys } from './region.ts';

/** A change of a round, with the number of what undid it. */
export interface Change {
  readonly id: number;
  readonly undone?: { readonly id: number };
}

/** What a command prints as JSON, as far as the year needs it. */
export interface Printed {
  readonly exit: number;
  readonly changes: readonly Change[];
  readonly findings: readonly { readonly code: string; readonly place: { readonly key?: string } }[];
  readonly messages: readonly { readonly partner: string; readonly outcome: string }[];
  readonly files: readonly {
    readonly status: string;
    /** The number of the return. */
    readonly id: number;
    readonly partner?: { readonly code: string };
    readonly findings: readonly { readonly code: string }[];
  }[];
}

/** The office of the region: its register, the server by which it sends, and the mailbox to which returns come. */
export interface Office extends Pick<Workplace, 'at' | 'put'> {
  /** Sets the time in UTC. */
  readonly itIs: (time: string) => void;
  /** Runs a command and gives what it prints as JSON. */
  readonly scorebook: (...args: readonly string[]) => Promise<Printed>;
  /** Runs a command that cannot be carried out as it was given, and gives what it says. */
  readonly refused: (...args: readonly string[]) => Promise<string>;
  /** All changes of a round. */
  readonly changesOf: (round: string) => Promise<readonly Change[]>;
  /** The workbook of a partner, as it was issued last. */
  readonly issued: (round: string, key: Key, code: Code) => Uint8Array;
  /** A message with a workbook comes to the mailbox, from the partner unless somebody else sends it. */
  readonly comes: (time: string, code: Code, bytes: Uint8Array, from?: string) => void;
  /** To whom messages went during some work, in alphabetical order. */
  readonly posted: (work: () => Promise<unknown>) => Promise<readonly string[]>;
  readonly begin: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Its servers run from `begin` to `end`. */
export function openOffice(): Office {
  let server: TestServer | undefined;
  let mailbox: ImapServer | undefined;
  let now = new Date();
  const environment: Record<string, string> = {};
  const { at, put, ...place } = openWorkplace({ now: () => now, environment });
  return {
    ...{ at, put },
    begin: async () => {
      for (const key of keys) put(`${key}.json`, JSON.stringify(definitions[key]));
      server = await openMailServer();
      mailbox = await startImapServer();
      environment['SCOREBOOK_SMTP'] = server.url;
      environment['SCOREBOOK_IMAP'] = `imap://ann:secret@127.0.0.1:${mailbox.port}`;
    },
    end: async () => {
      await server?.close();
      await mailbox?.stop();
      place.remove();
    },
    itIs: (time) => {
      now = new Date(time);
    },
    scorebook: async (...args) => {
      const { code: exit, out, err } = await place.scorebook(...args, '--json');
      if (exit > 1) throw new Error(err);
      return { exit, ...JSON.parse(out) };
    },
    refused: async (...args) => {
      const { code, out, err } = await place.scorebook(...args);
      return code === 0 ? `It was carried out: ${out}` : err;
    },
    changesOf: async (round) => {
      const shown: readonly { readonly changes: readonly Change[] }[] = JSON.parse(
        (await place.scorebook('round', 'show', round, '--json')).out,
      );
      return shown.flatMap(({ changes }) => changes);
    },
    issued: (round, key, code) => readFileSync(at(round, `${key}_${round}_${code}.xlsx`)),
    comes: (time, code, bytes, from = addressOf(code)) => {
      const name = 'return.xlsx';
      mailbox?.put(
        mail({ from: `PA <${from}>`, subject: `From ${code}`, attached: [{ name, bytes }] }),
        new Date(time),
      );
    },
    posted: async (work) => {
      const before = server?.received.length;
      await work();
      return (server?.received ?? [])
        .slice(before)
        .flatMap(({ to }) => to)
        .toSorted();
    },
  };
}
