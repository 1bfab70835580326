import { hasErrors } from '../../finding/index.ts';
import { counted } from '../../finding/wording/quote.ts';
import { isReview } from '../../instrument/reviewInstrument.ts';
import type { ImportedFile } from '../../intake/files/importFiles.ts';
import type { CommandContext } from '../terminal/context.ts';
import { printImported } from './importLines.ts';
import { usualWidth, wrapText } from './wrapText.ts';

/** Prints the files of an import one by one, and then what is to be known of all of them. */
export interface ImportProgress {
  readonly print: (file: ImportedFile) => void;
  /** What is new and what to do about it, and what was known before, as lines. */
  readonly lines: () => readonly string[];
}

/** Codes and files, by what became of them. */
interface Tally {
  readonly accepted: Set<string>;
  /** New returns with errors, by round as commands name it. */
  readonly withErrors: Map<string, Set<string>>;
  readonly known: Set<string>;
  refused: number;
  refusedBefore: number;
}

/**
 * Prints new files in full. Of several files, those that were imported or refused before are only counted, unless there is
 * something new to be said of them.
 *
 * @param others Where the findings are that are not printed of a file, as a clause.
 */
export function importProgress(surroundings: CommandContext, others: string): ImportProgress {
  const tally: Tally = { accepted: new Set(), withErrors: new Map(), known: new Set(), refused: 0, refusedBefore: 0 };
  let files = 0;
  const print = (file: ImportedFile): void => {
    const isOnly = files === 0 && file.following === 0;
    files += 1;
    const { imported } = file;
    count(tally, file);
    if (isOnly || !isKnown(file)) printImported(surroundings, file, others);
    else if (imported.status === 'already-imported' && imported.notes.length > 0) {
      printImported(surroundings, { ...file, imported: { ...imported, findings: imported.notes } }, others);
    }
  };
  // Of a single file everything is printed already.
  return { print, lines: () => (files === 1 ? [] : [...newLines(tally), ...knownLines(tally)]) };
}

const isKnown = ({ imported }: ImportedFile): boolean =>
  imported.status === 'already-imported' || (imported.status === 'refused' && imported.isKnown === true);

function count(tally: Tally, { imported }: ImportedFile): void {
  if (imported.status === 'already-imported') tally.known.add(imported.partner.code);
  else if (imported.status === 'refused') tally[imported.isKnown === true ? 'refusedBefore' : 'refused'] += 1;
  else if (imported.status === 'accepted') {
    const { code } = imported.partner;
    tally.accepted.add(code);
    if (!hasErrors(imported.findings)) return;
    // Commands on a round leave second opinions alone unless their key is named.
    const { key } = imported.instrument;
    const named = isReview(imported.instrument) ? `${imported.round} --instrument ${key}` : imported.round;
    const known = tally.withErrors.get(named) ?? new Set();
    tally.withErrors.set(named, known.add(code));
  }
}

function newLines({ accepted, withErrors, known, refused, refusedBefore }: Tally): readonly string[] {
  const isAgain = known.size + refusedBefore > 0;
  const parts = [
    ...(accepted.size > 0 ? [`returns of ${[...accepted].join(', ')}`] : []),
    ...(refused > 0 ? [`${counted(refused, 'file')} refused`] : []),
  ];
  return [
    ...(isAgain ? wrapText('New: ', parts.length === 0 ? 'nothing' : parts.join('; '), 2, usualWidth) : []),
    ...[...withErrors].flatMap(([round, codes]) =>
      wrapText(
        'To do: ',
        `errors in the returns of ${[...codes].join(', ')}: scorebook correct --round ${round} --partner ${[...codes].join(' ')}`,
        2,
        usualWidth,
      ),
    ),
    ...(refused > 0 ? [`To do: ${counted(refused, 'file')} refused, each with what to do above`] : []),
  ];
}

function knownLines({ known, refusedBefore }: Tally): readonly string[] {
  const parts = [
    ...(known.size > 0 ? [`returns of ${[...known].join(', ')}`] : []),
    ...(refusedBefore > 0 ? [`${counted(refusedBefore, 'file')} refused before`] : []),
  ];
  return parts.length === 0 ? [] : [cutLine(`Known: ${parts.join('; ')}`)];
}

const cutLine = (line: string): string => (line.length <= usualWidth ? line : `${line.slice(0, usualWidth - 2)} …`);
