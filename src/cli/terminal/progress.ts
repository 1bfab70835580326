import { type Finding, findingLine } from '../../finding/index.ts';
import type { Watcher } from '../../operations/rounds/operationContext.ts';
import type { CommandContext } from './context.ts';

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

/** Shows how far an operation has come, and what it finds; with `json`, findings are part of what is printed later. */
export async function withProgress<T extends { readonly findings: readonly Finding[] }>(
  surroundings: CommandContext,
  { json }: { readonly json?: boolean },
  work: (watcher: Watcher) => Promise<T>,
): Promise<T> {
  const progress = startProgress(surroundings, 0);
  let [done, printed] = [0, 0];
  const print = (findings: readonly Finding[]): void => {
    if (json === true) return;
    for (const found of findings) surroundings.err(`${findingLine(found)}\n`);
    printed += findings.length;
  };
  const result = await work({
    onFindings: print,
    onProgress: (what, total) => {
      progress.expect(total - done);
      done += 1;
      progress.step(what);
    },
  });
  progress.end();
  print(result.findings.slice(printed));
  return result;
}
