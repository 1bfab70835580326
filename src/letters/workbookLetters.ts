import { createHash } from 'node:crypto';
import { type Finding, finding } from '../finding/index.ts';
import type { Partner } from '../partners/partner.ts';
import type { IssuedFile } from '../rounds/issue/issuedFiles.ts';
import { describeUkTime } from '../time.ts';
import { allLetters, type LetterContext, type OutgoingMessages, writeOutgoingMessage } from './outgoingMessage.ts';
import type { Wordings } from './wording/wordingParts.ts';

/** The folder with the workbooks of a round. */
export interface WorkbookFolder {
  /** Their folder, for the findings. */
  readonly folder: string;
  /** Returns the bytes of a file in that folder; undefined if it does not exist. */
  readonly read: (fileName: string) => Uint8Array | undefined;
}

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
      const own = context.issued.findLast(({ partner: code, isCorrection }) => code === partner.code && !isCorrection);
      const found = ownWorkbook(partner, own, workbooks);
      if ('code' in found) return { letters: [], findings: [found] };
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
function earlierDue({ known, sent }: Workbooks, { code }: Partner, { id }: OwnWorkbook): Date | undefined {
  const before = sent?.get(code)?.findLast((other) => other !== id);
  return known.find((file) => file.id === before)?.due;
}

type OwnWorkbook = Pick<IssuedFile, 'id' | 'fileName' | 'due'> & { readonly bytes: Uint8Array };

function ownWorkbook(
  { code: key, name: partner }: Partner,
  own: IssuedFile | undefined,
  { folder, read, known }: Workbooks,
): OwnWorkbook | Finding {
  const bytes = own === undefined ? undefined : read(own.fileName);
  if (own === undefined || bytes === undefined) return finding('mail.workbook-missing', { key }, { partner, folder });
  const place = { file: own.fileName, key };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const found = known.find((candidate) => candidate.sha256 === sha256);
  if (found === undefined) return finding('mail.workbook-changed', place, { partner });
  const isOwn = (['round', 'instrument', 'partner'] as const).every((field) => found[field] === own[field]);
  if (!isOwn) {
    const owner = `${found.partner}, round ${found.round}, ${found.instrument}`;
    return finding('mail.workbook-of-another', place, { partner, owner });
  }
  if (!found.isCurrent || found.id !== own.id) return finding('mail.workbook-outdated', place, { partner });
  return { id: found.id, fileName: found.fileName, due: found.due, bytes };
}
