import { type Catalogue, error, warning } from '../wording/entry.ts';
import { wholePercent } from '../wording/percent.ts';
import { counted, firstFew, printable, quoted } from '../wording/quote.ts';

const percent = (share: number | null): string => (share === null ? 'none' : wholePercent(share));

/** How a return compares with others, and how it arrived. */
export const returnFindings = {
  'return.supersedes': warning(
    (f: { coverage: number | null; earlier: string; earlierCoverage: number | null }) =>
      `It replaces the same partner's return of ${f.earlier}: coverage was ${percent(f.earlierCoverage)} there and is ${percent(f.coverage)} here. Both are stored. Check that this is the return that the partner means.`,
  ),
  'return.like-another': warning(
    (f: { partner: string; other: number; sections: readonly string[]; texts: number }) =>
      `It has the same answers as return ${f.other} of partner ${quoted(f.partner)} in more places than chance explains: ${[
        ...(f.sections.length === 0
          ? []
          : [`all answers of ${f.sections.length === 1 ? 'section' : 'sections'} ${firstFew(f.sections)}`]),
        ...(f.texts === 0 ? [] : [`${counted(f.texts, 'text')} word for word`]),
      ].join(
        ', and ',
      )}. Find out whether sheets of one workbook were copied into the other, and ask for the right ones. Do not name either partner to the other.`,
  ),
  'return.after-closing': warning(
    () =>
      'This came after the round was closed: it was stored, and does not count. If it is to count, reopen the round ("round reopen"), or close it at a later time ("round close --at").',
  ),
  'return.does-not-count': warning(
    (f: { coverage: number | null; counting: string; countingCoverage: number | null; onTime: boolean }) =>
      `It does not count. The same partner's return of ${f.counting} counts instead, because it was the last to arrive${f.onTime ? ' by the deadline' : ''}. Coverage is ${percent(f.coverage)} here and ${percent(f.countingCoverage)} there. Both are stored. If the dates are wrong, import the file again with --received.`,
  ),
  'return.not-preferred': warning(
    (f: { coverage: number | null; counting: string; countingCoverage: number | null }) =>
      `It does not count. The same partner's return of ${f.counting} counts instead, because somebody preferred it ("round show" says who and why). Coverage is ${percent(f.coverage)} here and ${percent(f.countingCoverage)} there.`,
  ),
  'return.set-aside': warning(
    () =>
      'It was set aside, and does not count. "round show" says by whom and why; undo that change ("round undo") if it is to count.',
  ),
  'return.uncorrected': warning(
    (f: { earlier: number; answers: number }) =>
      `${counted(f.answers, 'answer')} of return ${f.earlier}, which it replaces, ${f.answers === 1 ? 'was' : 'were'} corrected by hand, and this one counts as it came. "round show" lists the corrections: make those again that are still needed ("return correct").`,
  ),
  'return.put-together': warning(
    (f: { whole: number }) =>
      `It was put together with others as return ${f.whole}, which counts instead of them ("round show" says who decided it and why).`,
  ),
  'return.answers-contradict': error(
    (f: { field: string; isHidden: boolean; answers: readonly { id: number; value: string }[] }) =>
      f.isHidden
        ? `${quoted(f.field)} is answered differently in returns ${f.answers.map(({ id }) => id).join(' and ')}.`
        : `${quoted(f.field)} is ${f.answers.map(({ id, value }) => `${quoted(value)} in return ${id}`).join(' and ')}.`,
  ),
  'return.merge-undecided': error(
    (f: { ids: readonly number[]; prefer: number; answers: number }) =>
      `Returns ${f.ids.join(' and ')} contradict each other in ${counted(f.answers, 'answer')}, listed above, and nothing was changed. Say of which of them the answers are to be taken where they do, as in "scorebook return merge ${f.ids.join(' ')} --prefer ${f.prefer} --reason TEXT". Single answers can be corrected afterwards ("return correct").`,
  ),
  'return.halves': warning(
    (f: { id: number; earlier: string; earlierId: number; added: number; changed: number; emptied: number }) =>
      `It and the same partner's return of ${f.earlier} may be two halves of the work: ${counted(f.emptied, 'answer is', 'answers are')} only there, ${f.added} only here, and ${f.changed} ${f.changed === 1 ? 'differs' : 'differ'}. To put them together: "scorebook return merge ${f.earlierId} ${f.id} --reason TEXT". Otherwise ask which return is meant.`,
  ),
  'return.explained': warning(
    (f: { words: readonly string[] }) =>
      `The partner says of ${counted(f.words.length, 'warning')} why it is right as it is: ${firstFew(f.words.map(quoted))}. ${f.words.length === 1 ? 'It is' : 'They are'} settled by that. "round show" lists this with a number, and "round undo" raises a warning again.`,
  ),
  'return.same-answers': warning(
    (f: { earlier: string }) =>
      `It is a different file, but has the same answers as the same partner's return of ${f.earlier}. Both are stored. It makes no difference which of them counts.`,
  ),
  'return.differs': warning(
    (f: { earlier: string; added: number; changed: number; emptied: number }) =>
      `Compared with the same partner's return of ${f.earlier}: new answers, ${f.added}; changed answers, ${f.changed}; answers that are missing now, ${f.emptied}. They are listed. ${f.emptied > 0 ? 'It may be an older copy, or only the other half of the work. Ask which return is meant' : 'Ask the partner if any of this looks wrong'}.`,
  ),
  'return.contradicts': warning(
    (f: {
      id: number;
      earlier: string;
      earlierId: number;
      before: number;
      added: number;
      changed: number;
      emptied: number;
    }) =>
      `It contradicts the same partner's return of ${f.earlier}: of the ${f.before} answers there, ${f.emptied} are missing here and ${f.changed} are different; ${f.added} are new. It may be an older copy, or two people may each have filled it in. Ask which return is meant, and decide it: "scorebook return prefer ${f.id} --reason TEXT" (or ${f.earlierId}), or take what both have with "scorebook return merge ${f.earlierId} ${f.id} --prefer ${f.id} --reason TEXT".`,
  ),
  'return.received-changed': warning(
    (f: { from: string; to: string }) =>
      `The time of receipt in the register was ${f.from}. It is now ${f.to}, as given by --received.`,
  ),
  'return.other-sender': warning(
    (f: { sender: string; known: string }) =>
      `It came from ${quoted(f.sender)}, but the list of partners has ${quoted(f.known)} for this partner. It still counts. Check that it is from the partner.`,
  ),
  'return.automatic-message': warning(
    (f: { mark: string }) =>
      `The message with this file ${printable(f.mark)}, so a program may have sent it. It still counts. Check that the partner meant to return it.`,
  ),
  'return.sender-clock': warning((f: { sent: string | null }) =>
    f.sent === null
      ? 'Nothing in the message says when it arrived, so the time of this import counts. If that is wrong, import it again with --received.'
      : `Only the sender's own clock says when the message was sent: ${f.sent} (UK time). That time counts as the time of receipt. If it is wrong, import it again with --received.`,
  ),
  'return.came-earlier': warning(
    (f: { arrived: string; received: string }) =>
      `This message with the file arrived at ${f.arrived}, but the time of receipt in the register is ${f.received}. If the message is right, import the file again with --received "${f.arrived}".`,
  ),
} as const satisfies Catalogue<'return'>;
