import { expect } from 'vitest';
import { expectAsWritten, type Ledger, type Page } from './ledger.ts';
import { type Office, openOffice } from './office.ts';
import type { Code } from './region.ts';

/** What changes on a page of the ledger; null strikes a partner out. */
type PageChanges = Partial<Omit<Page, 'partners'>> & {
  readonly partners?: Readonly<Record<string, Page['partners'][string] | null>>;
};

/** What changes in the ledger, by self-assessment. */
export type Changes = Readonly<Record<string, PageChanges>>;

/** An office with the ledger of the round that is going on. */
export interface Year extends Office {
  /** Begins the ledger of a round. */
  readonly beginLedger: (round: string, ledger: Ledger) => Promise<void>;
  /** Writes changes into the ledger, and expects tracker and roll-up to agree with it. */
  readonly write: (changes: Changes) => Promise<void>;
  /**
   * Makes a decision, undoes it and makes it again, and expects tracker and roll-up to agree with the ledger each time: the
   * roll-ups of self-assessments that it does not change only the first time.
   *
   * @returns the numbers of its changes.
   */
  readonly decide: (command: readonly string[], changes: Changes) => Promise<readonly number[]>;
  /** Undoes changes, without a look at the ledger; gives the numbers that make them again when they are undone. */
  readonly undo: (numbers: readonly number[]) => Promise<readonly number[]>;
  /** Reads the mailbox; gives each new return as its partner and what was found. */
  readonly readMail: () => Promise<readonly string[]>;
  /** The numbers of the returns of a partner, the last one first. */
  readonly numbersOf: (code: Code) => readonly string[];
}

export function openYear(): Year {
  const office = openOffice();
  let round = '';
  let ledger: Ledger = {};
  const agrees = (expected: Ledger, rolledUp: readonly string[] = Object.keys(expected)): Promise<void> => {
    ledger = expected;
    return expectAsWritten(office, round, ledger, rolledUp);
  };
  const undo: Year['undo'] = async (numbers) => {
    const { changes } = await office.scorebook('round', 'undo', ...numbers.map(String), '--reason', 'a slip');
    return changes.flatMap(({ undone }) => undone?.id ?? []);
  };
  const returns = new Map<string | undefined, readonly string[]>();
  return {
    ...{ ...office, undo },
    beginLedger: (name, pages) => {
      round = name;
      return agrees(pages);
    },
    write: (changes) => agrees(changed(ledger, changes)),
    decide: async (command, changes) => {
      const known = (await office.changesOf(round)).map(({ id }) => id);
      await office.scorebook(...command, '--reason', 'as agreed');
      const made = (await office.changesOf(round)).map(({ id }) => id).filter((id) => !known.includes(id));
      expect(made).not.toEqual([]);
      const [before, after] = [ledger, changed(ledger, changes)];
      await agrees(after);
      const undone = await undo(made);
      await agrees(before, Object.keys(changes));
      await undo(undone);
      await agrees(after, Object.keys(changes));
      return made;
    },
    readMail: async () => {
      const { files } = await office.scorebook('import', '--imap');
      for (const { partner, id } of files)
        returns.set(partner?.code, [String(id), ...(returns.get(partner?.code) ?? [])]);
      return files.map(({ partner, findings }) => [partner?.code, ...findings.map(({ code }) => code)].join(' '));
    },
    numbersOf: (code) => returns.get(code) ?? [],
  };
}

function changed(ledger: Ledger, changes: Changes): Ledger {
  const pages = Object.entries(changes).map(([key, { partners, due, ...others }]): [string, Page] => {
    const { partners: known, ...before } = ledger[key] ?? { partners: {}, due: {}, all: [''] };
    const rows = Object.entries({ ...known, ...partners }).flatMap(([code, row]) =>
      row === null ? [] : [[code, row]],
    );
    return [key, { ...before, ...others, due: { ...before.due, ...due }, partners: Object.fromEntries(rows) }];
  });
  return { ...ledger, ...Object.fromEntries(pages) };
}
