import { type Finding, finding } from '../finding/index.ts';
import type { Partner } from '../partners/partner.ts';
import type { IssuedFile } from '../rounds/issue/issuedFiles.ts';
import { describeUkTime } from '../time.ts';
import {
  type UnchangedWorkbook,
  unchangedWorkbook,
  type WorkbookFolder,
  type WorkbookProblem,
} from './issuedWorkbook.ts';
import { allLetters, type LetterContext, type OutgoingMessages, writeOutgoingMessage } from './outgoingMessage.ts';
import type { Wordings } from './wording/wordingParts.ts';

export interface Workbooks extends WorkbookFolder {
  /** Every workbook in the register, of any round. */
  readonly known: readonly IssuedFile[];
  /** The numbers of the workbooks that were sent to each partner, by its code, the last one at the end. */
  readonly sent?: ReadonlyMap<string, readonly string[]>;
}

/** Writes a message for each partner with its own workbook, unchanged since it was issued: never one that is filled in. */
export function workbookLetters(
  context: LetterContext,
  partners: readonly Partner[],
  workbooks: Workbooks,
  wordings: Pick<Wordings, 'sending' | 'deadline moved'>,
): OutgoingMessages {
  return allLetters(
    partners.map((partner) => {
      const found = unchangedWorkbook(partner.code, context.issued, workbooks);
      if ('problem' in found) return { letters: [], findings: [notSent(partner, found, workbooks)] };
      const { fileName, bytes, id, due } = found;
      const letter = { key: { kind: 'sending', about: id }, attachment: { name: fileName, bytes } } as const;
      const earlier = earlierDue(workbooks, partner, found);
      if (earlier === undefined || earlier.getTime() === due.getTime()) {
        const fillings = { file: fileName };
        return writeOutgoingMessage(context, partner, {
          ...{ ...letter, part: 'sending', wording: wordings.sending, fillings },
        });
      }
      return writeOutgoingMessage(context, partner, {
        ...{ ...letter, part: 'deadline moved', wording: wordings['deadline moved'] },
        fillings: { file: fileName, earlier: describeUkTime(earlier) },
      });
    }),
  );
}

/** The deadline on the workbook that was sent to a partner before this one; undefined where none was. */
function earlierDue({ known, sent }: Workbooks, { code }: Partner, { id }: UnchangedWorkbook): Date | undefined {
  const before = sent?.get(code)?.findLast((other) => other !== id);
  return known.find((file) => file.id === before)?.due;
}

function notSent({ code: key, name: partner }: Partner, found: WorkbookProblem, { folder }: WorkbookFolder): Finding {
  const place = { ...(found.fileName === undefined ? {} : { file: found.fileName }), key };
  switch (found.problem) {
    case 'missing':
      return finding('mail.workbook-missing', { key }, { partner, folder });
    case 'changed':
      return finding('mail.workbook-changed', place, { partner });
    case 'of another': {
      const owner = `${found.owner.partner}, round ${found.owner.round}, ${found.owner.instrument}`;
      return finding('mail.workbook-of-another', place, { partner, owner });
    }
    case 'outdated':
      return finding('mail.workbook-outdated', place, { partner });
  }
}
