import type { RecordedFinding } from '../../finding/index.ts';
import { groupFindings } from '../../intake/groupFindings.ts';
import type { IssuedTo } from '../../intake/storedReturn.ts';
import type { Band } from '../../scoring/position.ts';

/** What became of a file in one import. */
export interface ImportedFile {
  /** As it is told, with the archive that it stood in. */
  readonly file: string;
  /** Where links to it lead; absent where it is no workbook on the disk. */
  readonly address?: string;
  readonly outcome: 'accepted' | 'refused' | 'already imported' | 'no return';
  /** Absent of a file that was refused. */
  readonly kept?: KeptReturn;
  /** Reads its findings from the register: those of thousands of files would fill the memory. */
  readonly findings: () => Promise<readonly RecordedFinding[]>;
}

export interface KeptReturn {
  readonly id: number;
  readonly round: string;
  readonly partner: IssuedTo;
  /** Share of applicable questions answered; undefined when none applies. */
  readonly coverage: number | undefined;
  readonly band: Band;
}

export interface CountedFile extends ImportedFile {
  readonly errors: number;
  readonly warnings: number;
  /** How many rows its findings take. */
  readonly rows: number;
}

/** A file and one of the rows that its findings take. */
export interface ShownFinding {
  readonly file: ImportedFile;
  readonly row: FindingRow;
}

export interface ImportFindings {
  readonly files: readonly CountedFile[];
  /** As many as are to be shown. */
  readonly rows: readonly ShownFinding[];
}

/** One finding, or one slip that was repeated. */
export interface FindingRow {
  readonly first: RecordedFinding;
  /** Addresses of the cells besides the first in which the same is wrong. */
  readonly otherCells: readonly string[];
  /** How many findings it is. */
  readonly count: number;
  /** Keys of the questions, or numbers of the rows. */
  readonly questions: readonly string[];
  /** What was typed, where the finding quotes it. */
  readonly value: string | undefined;
}

/**
 * Files by the code of the partner, those of nobody last; the findings of each in the order in which people act on them.
 *
 * @param most Rows that are shown; the others are counted.
 */
export async function importFindings(files: readonly ImportedFile[], most: number): Promise<ImportFindings> {
  const partner = ({ kept }: ImportedFile): string => kept?.partner.code ?? '';
  const sorted = files.toSorted((a, b) => {
    const [one, other] = [partner(a), partner(b)];
    if (one === other) return 0;
    return other === '' || (one !== '' && one < other) ? -1 : 1;
  });
  const counted: CountedFile[] = [];
  const rows: ShownFinding[] = [];
  for (const file of sorted) {
    const findings = await file.findings();
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const groups = groupFindings(findings);
    counted.push({ ...file, errors, warnings: findings.length - errors, rows: groups.length });
    for (const group of groups.slice(0, most - rows.length)) rows.push({ file, row: rowOf(group) });
  }
  return { files: counted, rows };
}

function rowOf(group: readonly [RecordedFinding, ...RecordedFinding[]]): FindingRow {
  const [first, ...others] = group;
  return {
    first,
    otherCells: others.flatMap(({ place }) => place.cell ?? []),
    count: group.length,
    questions: [...new Set(group.flatMap(({ place }) => place.key ?? []))],
    value: valueIn(first),
  };
}

/** The facts that hold what somebody typed. */
const quotedFacts = ['value', 'text', 'found', 'excluded', 'reason', 'to', 'from', 'held', 'link'] as const;

function valueIn({ facts }: RecordedFinding): string | undefined {
  for (const name of quotedFacts) {
    const fact = facts[name];
    if (typeof fact === 'string') return fact;
    if (isSaid(fact)) return fact.value;
  }
  return undefined;
}

const isSaid = (fact: unknown): fact is { readonly value: string } =>
  typeof fact === 'object' && fact !== null && 'value' in fact && typeof fact.value === 'string';
