import { type Catalogue, error, warning } from '../wording/entry.ts';
import { counted, firstFew, list, quoted } from '../wording/quote.ts';

/** What can be wrong with the identity of a returned workbook: its stamp, partner, round and edition. */
export const stampFindings = {
  'return.earlier-round': warning(
    (f: { round: string; later: string }) =>
      `This is the workbook of round ${quoted(f.round)} and counts in that round. The later round ${quoted(f.later)} of the same self-assessment also has a workbook for this partner. If the answers are meant for ${quoted(f.later)}, ask for that round's workbook.`,
  ),
  'return.not-ours': error(
    () =>
      'This workbook was not made by Scorebook: it has no stamp. Ask for the workbook that was sent out, filled in.',
  ),
  'return.no-stamp': error(
    (f: { title: string; code: string; round: string; names: number }) =>
      `This workbook was made by Scorebook, for ${quoted(f.title)}, but both copies of its stamp, which identifies its partner and round, are missing: a program did not save them. ${f.code === '' ? 'Its cover names no partner' : `Its cover says ${quoted(f.code)}${f.round === '' ? '' : `, round ${quoted(f.round)}`}`}; answer cells that still have their names: ${f.names}. If you know which partner it belongs to, import it with --as, the partner's code, and --round.`,
  ),
  'return.identified-by-hand': warning(
    (f: { partner: string; round: string }) =>
      `The file does not prove which partner it belongs to, because its stamp is missing or was changed. It was identified by hand as the workbook of ${quoted(f.partner)}, round ${quoted(f.round)}. Check that the answers are from that partner.`,
  ),
  'return.not-theirs': error(
    (f: { partner: string; round: string; what: string; says: string }) =>
      `It cannot be imported as the workbook of ${quoted(f.partner)}, round ${quoted(f.round)}: ${f.what} says ${quoted(f.says)}. Check the partner's code, --round and --instrument. If they are right, ask the partner to copy the answers into its own workbook.`,
  ),
  'return.unlike': error(
    (f: { partner: string; round: string }) =>
      `It cannot be imported as the workbook of ${quoted(f.partner)}, round ${quoted(f.round)}: it has fewer than half of the answer cells of the workbook that was issued. Check the partner's code, --round and --instrument, or ask for the workbook that was sent out.`,
  ),
  'return.identified-otherwise': error(
    (f: { partner: string; round: string; given: string }) =>
      `This file is already in the register as the return of ${quoted(f.partner)}, round ${quoted(f.round)}. That does not change: --as ${f.given} has no effect.`,
  ),
  'return.not-filled-in': error(
    () =>
      'The workbook contains no answers: it is as it was sent out, or was saved again without any. Check the path, or ask for the completed workbook.',
  ),
  'return.bad-stamp': error(
    (f: { problem: string }) =>
      `The workbook's stamp, which identifies its partner and round, has been changed: ${f.problem}. Send the partner a fresh workbook, or ask for the original file. If you know which partner it belongs to, you can also import it with --as, the partner's code, and --round.`,
  ),
  'return.stamps-disagree': error(
    (f: { difference: string }) =>
      `The stamp in the file's properties and the stamp on its hidden sheet disagree: ${f.difference}. Sheets of two workbooks have been mixed. Ask for the original file.`,
  ),
  'return.unknown-instrument': error(
    (f: { instrument: string; edition: string; known: readonly string[] }) =>
      `The workbook is for the instrument ${quoted(f.instrument)}, edition ${quoted(f.edition)}, which is not installed here. Installed: ${list(f.known)}. Import the workbook where that instrument is installed.`,
  ),
  'return.other-round': error(
    (f: { round: string; expected: string }) =>
      `It belongs to round ${quoted(f.round)}, not ${quoted(f.expected)}. Import it without --round, or ask for this round's workbook.`,
  ),
  'return.not-issued': error(
    (f: { partner: string; round: string }) =>
      `This register did not issue a workbook with this number to ${quoted(f.partner)} for round ${quoted(f.round)}. Check --register, or ask which file it was copied from.`,
  ),
  'return.not-seen': error(
    (f: { partner: string; round: string }) =>
      `You see some regions only, and no workbook with this number was issued to a partner of theirs. The file says ${quoted(f.partner)}, round ${quoted(f.round)}: give it to a colleague who sees that partner. It was not recorded.`,
  ),
  'return.worked-example': error(
    () =>
      'This is the worked example, which is not for returning. Check the path, or ask for the workbook that was sent out, filled in.',
  ),
  'return.partner-name-changed': warning(
    (f: { issued: string; found: string }) =>
      `The organisation on the cover is ${quoted(f.found)}, but the workbook was issued to ${quoted(f.issued)} and counts for that partner. Check that the partner did not use another partner's copy.`,
  ),
  'return.definition-changed': warning(
    (f: { issued: string; now: string }) =>
      `The instrument's definition has changed since the workbook was issued (${f.issued}, now ${f.now}). Answers were matched by question number. Check the questions that changed.`,
  ),
  'return.other-edition': warning(
    (f: {
      edition: string;
      now: string;
      retired: readonly string[];
      added: readonly string[];
      reworded: readonly string[];
      rescaled: readonly { scale: string; carried: number; lost: number }[];
      withdrawn: readonly { field: string; words: readonly string[] }[];
    }) =>
      [
        f.edition === f.now
          ? `It answers an earlier wording of edition ${quoted(f.edition)} than the round has now.`
          : `It answers edition ${quoted(f.edition)}, but the round now uses edition ${quoted(f.now)}. Answers were matched by key.`,
        ...(f.retired.length === 0 ? [] : [`Answered, but no longer asked and not counted: ${firstFew(f.retired)}.`]),
        ...(f.added.length === 0 ? [] : [`New, and so unanswered: ${firstFew(f.added)}.`]),
        ...(f.reworded.length === 0
          ? []
          : [`Answered and counted, but worded differently now: ${firstFew(f.reworded)}.`]),
        ...f.rescaled.map(
          ({ scale, carried, lost }) =>
            `The scale ${quoted(scale)} has different options now. ${counted(carried, 'answer was', 'answers were')} carried over to the option with the same name.${lost === 0 ? '' : ` ${counted(lost, 'answer was', 'answers were')} not, because no single option has that name, and left out of every figure.`}`,
        ),
        ...f.withdrawn.map(
          ({ field, words }) =>
            `Chosen for ${quoted(field)}, but no longer offered, and so in no figure: ${list(words)}.`,
        ),
        'All of it is stored. Send the partner the new workbook if that matters.',
      ].join(' '),
  ),
} as const satisfies Catalogue<'return'>;
