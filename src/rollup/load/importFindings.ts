import type { RecordedFinding } from '../../finding/index.ts';
import { groupFindings } from '../../intake/groupFindings.ts';
import type { NamedPartner } from '../../intake/storedReturn.ts';
import type { Band } from '../../scoring/bands.ts';

/** The outcome for one file of an import. */
export interface ImportedFile {
  /** Its name as shown, with the archive in which it was. */
  readonly file: string;
  /** The target of links to it; absent if it is not a workbook on the disk. */
  readonly address?: string;
  readonly outcome: 'accepted' | 'refused' | 'already imported' | 'no return';
  /** Absent for a refused file. */
  readonly stored?: ImportedReturn;
  /** Reads its findings from the register: those of thousands of files would fill the memory. */
  readonly findings: () => Promise<readonly RecordedFinding[]>;
}

export interface ImportedReturn {
  readonly id: number;
  readonly round: string;
  readonly partner: NamedPartner;
  /** Share of applicable questions answered; undefined when none applies. */
  readonly coverage: number | undefined;
  readonly band: Band;
}

export interface CountedFile extends ImportedFile {
  readonly errors: number;
  readonly warnings: number;
  /** Number of rows for its findings. */
  readonly rows: number;
}

/** A file and one row of its findings. */
export interface ShownFinding {
  readonly file: ImportedFile;
  readonly row: FindingRow;
}

export interface ImportFindings {
  readonly files: readonly CountedFile[];
  /** Up to the number that is to be shown. */
  readonly rows: readonly ShownFinding[];
}

/** The name of a file without its folders, with the archive or message in which it was: `returns.zip > X01.xlsx`. */
export const nameOf = (file: string): string => file.split(inside).map(lastOf).join(inside);

/** The folder of a file, or of the archive in which it was. Empty if the file is shown without one. */
export function folderOf(file: string): string {
  const [outer = ''] = file.split(inside);
  return outer.slice(0, outer.length - lastOf(outer).length).replace(/[/\\]$/, '');
}

const inside = ' > ';
const lastOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

/** One finding, or one mistake that was repeated. */
export interface FindingRow {
  readonly first: RecordedFinding;
  /** Addresses of further cells with the same mistake. */
  readonly otherCells: readonly string[];
  /** Number of findings. */
  readonly count: number;
  /** Keys of the questions, or numbers of the rows. */
  readonly questions: readonly string[];
  /** The typed text, if the finding quotes it. */
  readonly value: string | undefined;
}

/**
 * Sorts files by the code of the partner, those without a partner last, and loads the findings of each, in the order in which
 * people act on them.
 *
 * @param maxRows Rows that are shown; further ones are only counted.
 */
export async function importFindings(files: readonly ImportedFile[], maxRows: number): Promise<ImportFindings> {
  const partner = ({ stored }: ImportedFile): string => stored?.partner.code ?? '';
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
    for (const group of groups.slice(0, maxRows - rows.length)) rows.push({ file, row: rowOf(group) });
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

/** The facts of findings that have typed text. */
const quotedFacts = ['value', 'text', 'found', 'excluded', 'reason', 'to', 'from', 'held', 'link'] as const;

function valueIn({ facts }: RecordedFinding): string | undefined {
  for (const name of quotedFacts) {
    const fact = facts[name];
    if (typeof fact === 'string') return fact;
    if (hasValue(fact)) return fact.value;
  }
  return undefined;
}

const hasValue = (fact: unknown): fact is { readonly value: string } =>
  typeof fact === 'object' && fact !== null && 'value' in fact && typeof fact.value === 'string';
