import type { Finding } from '../../finding/index.ts';
import type { Watcher } from '../../operations/rounds/operationContext.ts';
import { printable } from '../../spreadsheet/model/printable.ts';
import type { CommandContext } from './context.ts';
import { printFindings } from './print.ts';

export interface Progress {
  /** Counts one more as done. `print` prints what is reported of it, clear of the bar. */
  readonly step: (what: string, print?: () => void) => void;
  /** So many are to come besides those that are done: more were found on the way. */
  readonly expect: (left: number) => void;
  readonly end: () => void;
}

const barWidth = 30;
const lineWidth = 78;
const clear = `\r${' '.repeat(lineWidth)}\r`;

/** A bar on a terminal; plain lines where messages go to a file or another program. */
export function startProgress({ err, isTerminal }: CommandContext, expected: number): Progress {
  let done = 0;
  let total = expected;
  const expect = (left: number): void => {
    total = done + left;
  };
  if (!isTerminal) {
    return {
      step: (what, print) => {
        done += 1;
        err(`${done}/${total} ${what}\n`);
        print?.();
      },
      expect,
      end: () => {},
    };
  }
  return {
    step: (what, print) => {
      done += 1;
      if (print !== undefined) {
        err(clear);
        print();
      }
      const filled = Math.round((done / total) * barWidth);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
      err(`\r${`${bar} ${done}/${total} ${what}`.slice(0, lineWidth).padEnd(lineWidth)}`);
    },
    expect,
    end: () => err(clear),
  };
}

/** A bar for an operation that reports its progress. `end` removes it. */
export function countingProgress(
  surroundings: CommandContext,
): Required<Pick<Watcher, 'onProgress'>> & Pick<Progress, 'end'> {
  const { step, expect, end } = startProgress(surroundings, 0);
  let done = 0;
  const onProgress = (what: string, total: number): void => {
    expect(total - done);
    done += 1;
    step(printable(what));
  };
  return { onProgress, end };
}

/** Shows how far an operation has come, and what it finds; with `json`, findings are part of what is printed later. */
export async function withProgress<T extends { readonly findings: readonly Finding[] }>(
  surroundings: CommandContext,
  options: { readonly json?: boolean },
  work: (watcher: Watcher) => Promise<T>,
): Promise<T> {
  const { onProgress, end } = countingProgress(surroundings);
  let printed = 0;
  const onFindings = (findings: readonly Finding[]): void => {
    printFindings(surroundings, findings, options);
    printed += findings.length;
  };
  const result = await work({ onFindings, onProgress });
  end();
  printFindings(surroundings, result.findings.slice(printed), options);
  return result;
}
