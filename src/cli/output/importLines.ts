import { alikeLine } from '../../finding/index.ts';
import { counted } from '../../finding/wording/quote.ts';
import type { ImportedFile, NoReturn } from '../../intake/files/importFiles.ts';
import type { FindingsOfImport, ImportRecord } from '../../intake/files/importRecord.ts';
import { groupFindings } from '../../intake/groupFindings.ts';
import type { Imported } from '../../intake/imported.ts';
import type { StoredReturn } from '../../intake/storedReturn.ts';
import type { ReceivedMessage } from '../../register/rows/receivedMessage.ts';
import { compareTexts } from '../../rollup/load/compareTexts.ts';
import { bandName } from '../../scoring/bands.ts';
import { printable } from '../../spreadsheet/model/printable.ts';
import { ukTime } from '../../time.ts';
import type { CommandContext } from '../terminal/context.ts';
import { percent } from '../terminal/print.ts';

/** Lines that are printed of one file, the first and the last of them among these; `--json` gives all findings. */
const maxPrintedLines = 20;

/**
 * Prints the outcome of one file.
 *
 * @param others Where the findings are that are not printed, as a clause.
 */
export function printImported(
  surroundings: CommandContext,
  { path, imported, message }: ImportedFile,
  others: string,
): void {
  surroundings.out(`${printable(path)}: ${outcome(imported)}\n`);
  if (message !== undefined) surroundings.out(`  ${messageLine(message)}\n`);
  const groups = groupFindings(imported.findings);
  const shown = groups.length < maxPrintedLines ? groups : groups.slice(0, maxPrintedLines - 2);
  for (const alike of shown) surroundings.out(`  ${alikeLine(alike)}\n`);
  const left = groups.slice(shown.length).flat().length;
  if (left > 0) surroundings.out(`  and ${left} more: ${others}.\n`);
}

function outcome(imported: Imported | NoReturn): string {
  if (imported.status === 'refused') return 'refused';
  if (imported.status === 'no-return') {
    const partners = imported.bounced.map(({ partner, round }) => `partner ${partner} of round ${round} not reached`);
    return ['no return', ...partners].join('; ');
  }
  const { id, partner, round, coverage, band, findings } = summaryOf(imported);
  const result = `${partner.code} ${partner.name}, round ${round}; coverage ${percent(coverage)}, position ${bandName(band)}, ${counted(findings.length, 'finding')} (return ${id})`;
  return imported.status === 'accepted' ? `accepted: ${result}` : `already imported: ${result}`;
}

function messageLine({ sender, subject, arrived, clock }: ReceivedMessage): string {
  const from = sender === undefined ? 'unknown' : `${sender.name} <${sender.address}>`.trim();
  const came =
    arrived === undefined ? '' : `, ${clock === 'receiver' ? 'received' : 'sent'} ${ukTime(arrived)} (UK time)`;
  return printable(`from ${from}, "${subject}"${came}`);
}

type Accepted = Exclude<Imported, { readonly status: 'refused' }>;
type Summary = Pick<StoredReturn, 'id' | 'partner' | 'round' | 'instrument' | 'coverage' | 'band' | 'findings'>;

/** What is printed of a return, whether it was accepted now or before. */
function summaryOf(imported: Accepted): Summary {
  if (imported.status === 'already-imported') return imported;
  const { instrument, scorecard } = imported;
  return { ...imported, instrument: instrument.key, band: scorecard.overall.band };
}

/** Counts the outcomes of all files, and of those of each round. */
export function importSummary(all: readonly ImportRecord[]): readonly string[] {
  const count = (status: ImportRecord['status']): number => all.filter((record) => record.status === status).length;
  const none = count('no-return');
  const whole = `${counted(all.length - none, 'file')}: ${count('accepted')} accepted, ${count('refused')} refused, ${count('already-imported')} already imported${none === 0 ? '' : `; ${none} without a return`}`;
  return [whole, ...byRound(all)];
}

/** The returns of each round, where there are several. */
function byRound(all: readonly ImportRecord[]): readonly string[] {
  const rounds = [...new Set(all.flatMap(({ stored }) => stored?.round ?? []))].toSorted(compareTexts);
  if (rounds.length < 2) return [];
  return rounds.map((round) => {
    const count = (status: ImportRecord['status']): number =>
      all.filter((one) => one.stored?.round === round && one.status === status).length;
    return `  Round ${round}: ${count('accepted')} accepted, ${count('already-imported')} already imported`;
  });
}

/** The same as data, one record after the other: their findings are read from the register. */
export async function* importData(all: readonly ImportRecord[], findingsOf: FindingsOfImport): AsyncGenerator<unknown> {
  for (const record of all) {
    const { path: file, message, status, stored, refused, bounced } = record;
    const findings = await findingsOf(record);
    if (stored === undefined) yield { file, message, status, id: refused?.id, findings, bounced };
    else {
      const { coverage = null, band, ...rest } = stored;
      yield { file, message, status, ...rest, coverage, position: bandName(band), findings };
    }
  }
}
