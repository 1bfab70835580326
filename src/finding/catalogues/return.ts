import { type Catalogue, warning } from '../wording/entry.ts';
import { few, inSight, quoted } from '../wording/quote.ts';

const percent = (share: number | null): string => (share === null ? 'none' : `${Math.floor(share * 100)}%`);

/** How a return compares with others of the same partner, and how it arrived. */
export const returnFindings = {
  'return.supersedes': warning(
    (f: { coverage: number | null; earlier: string; earlierCoverage: number | null }) =>
      `It counts instead of the same partner's return of ${f.earlier}: coverage was ${percent(f.earlierCoverage)} there and is ${percent(f.coverage)} here. Both are kept; check that this is the one they mean.`,
  ),
  'return.like-another': warning(
    (f: { partner: string; other: number; sections: readonly string[]; texts: number }) =>
      `It has the same answers as return ${f.other} of partner ${quoted(f.partner)} in more places than chance explains: ${[
        ...(f.sections.length === 0
          ? []
          : [`all answers of ${f.sections.length === 1 ? 'section' : 'sections'} ${few(f.sections)}`]),
        ...(f.texts === 0 ? [] : [`${f.texts} ${f.texts === 1 ? 'text' : 'texts'} word for word`]),
      ].join(
        ', and ',
      )}. Find out whether sheets of one were copied into the workbook of the other, and ask for the right ones. Do not name either partner to the other.`,
  ),
  'return.does-not-count': warning(
    (f: { coverage: number | null; counting: string; countingCoverage: number | null; onTime: boolean }) =>
      `It does not count: the same partner's return of ${f.counting} does, as the last to come${f.onTime ? ' by the deadline' : ''}. Coverage is ${percent(f.coverage)} here and ${percent(f.countingCoverage)} there. Both are kept; if the dates are wrong, import the file again with --received.`,
  ),
  'return.same-answers': warning(
    (f: { earlier: string }) =>
      `It has the same answers as the same partner's return of ${f.earlier}, though the file is another. Both are kept, and whichever counts makes no difference.`,
  ),
  'return.differs': warning(
    (f: { earlier: string; added: number; changed: number; emptied: number }) =>
      `Beside the same partner's return of ${f.earlier}, answers that are new: ${f.added}; that read otherwise: ${f.changed}; that are blank now: ${f.emptied}. They are listed. ${f.emptied > 0 ? 'What is blank now may be an older copy, or the other half of the work: ask which is meant' : 'Ask if any of it is not meant'}.`,
  ),
  'return.contradicts': warning(
    (f: { earlier: string; before: number; added: number; changed: number; emptied: number }) =>
      `It contradicts the same partner's return of ${f.earlier}: of the ${f.before} answers there, ${f.emptied} are blank here and ${f.changed} read otherwise; ${f.added} are new. It may be an older copy, or two people may each have filled in a part: ask which return they mean, or for one workbook with everything.`,
  ),
  'return.received-changed': warning(
    (f: { from: string; to: string }) =>
      `The register had it as received at ${f.from}; that is now ${f.to}, as --received says.`,
  ),
  'return.other-sender': warning(
    (f: { sender: string; known: string }) =>
      `It came from ${quoted(f.sender)}, and the list of partners has ${quoted(f.known)} for them. It counts all the same: check that it is theirs.`,
  ),
  'return.automatic-message': warning(
    (f: { mark: string }) =>
      `The message that brought it ${inSight(f.mark)}, so a program may have sent it. It counts all the same: check that the partner meant to return it.`,
  ),
  'return.sender-clock': warning((f: { sent: string | null }) =>
    f.sent === null
      ? 'Nothing in the message says when it came, so the time of this import counts. If that is wrong, import it again with --received.'
      : `Nothing in the message says when it came but the sender's own clock, ${f.sent} (UK time), and that counts. If it is wrong, import it again with --received.`,
  ),
  'return.came-earlier': warning(
    (f: { arrived: string; received: string }) =>
      `This message with the file came at ${f.arrived}, and the register has the file as received at ${f.received}. If the message is right, import the file again with --received "${f.arrived}".`,
  ),
} as const satisfies Catalogue<'return'>;
