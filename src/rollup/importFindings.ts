import type { Finding } from '../finding.ts';
import { findingGroups } from '../register/findingGroups.ts';
import type { IssuedTo } from '../register/storedReturn.ts';
import type { Band } from '../scoring/position.ts';

/** What became of a file in one import. */
export interface ImportedFile {
  /** As it is told, with the archive that it stood in. */
  readonly file: string;
  /** Where links to it lead; absent where it is no workbook on the disk. */
  readonly address?: string;
  readonly outcome: 'accepted' | 'refused' | 'already imported' | 'no return';
  /** Absent of a file that was refused. */
  readonly kept?: KeptReturn;
  readonly findings: readonly Finding[];
}

export interface KeptReturn {
  readonly id: number;
  readonly round: string;
  readonly partner: IssuedTo;
  /** Share of applicable questions answered; undefined when none applies. */
  readonly coverage: number | undefined;
  readonly band: Band;
}

export interface FileWithRows extends ImportedFile {
  readonly rows: readonly FindingRow[];
}

/** One finding, or one slip that was repeated. */
export interface FindingRow {
  readonly first: Finding;
  /** Addresses of the cells besides the first in which the same is wrong. */
  readonly otherCells: readonly string[];
  /** How many findings it is. */
  readonly count: number;
  /** Keys of the questions, or numbers of the rows. */
  readonly questions: readonly string[];
  /** What was typed, where the finding quotes it. */
  readonly value: string | undefined;
}

/** Files by the code of the partner, those of nobody last; the findings of each in the order in which people act on them. */
export function importFindings(files: readonly ImportedFile[]): readonly FileWithRows[] {
  const partner = ({ kept }: ImportedFile): string => kept?.partner.code ?? '';
  return files
    .toSorted((a, b) => {
      const [one, other] = [partner(a), partner(b)];
      if (one === other) return 0;
      return other === '' || (one !== '' && one < other) ? -1 : 1;
    })
    .map((file) => ({ ...file, rows: findingGroups(file.findings).map(rowOf) }));
}

function rowOf(group: readonly [Finding, ...Finding[]]): FindingRow {
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
const quotedFacts = ['value', 'text', 'found', 'excluded', 'reason', 'to', 'from'] as const;

function valueIn({ facts }: Finding): string | undefined {
  for (const name of quotedFacts) {
    const fact = facts[name];
    if (typeof fact === 'string') return fact;
    if (isSaid(fact)) return fact.value;
  }
  return undefined;
}

const isSaid = (fact: unknown): fact is { readonly value: string } =>
  typeof fact === 'object' && fact !== null && 'value' in fact && typeof fact.value === 'string';
