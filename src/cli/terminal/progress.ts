import type { OnProgress } from '../../operations/rounds/operationContext.ts';
import type { CommandContext } from './context.ts';

export interface Progress {
  /** One more is done. What there is to be said of it is printed by `tell`, clear of the bar. */
  readonly step: (what: string, tell?: () => void) => void;
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
      step: (what, tell) => {
        done += 1;
        err(`${done}/${total} ${what}\n`);
        tell?.();
      },
      expect,
      end: () => {},
    };
  }
  return {
    step: (what, tell) => {
      done += 1;
      if (tell !== undefined) {
        err(clear);
        tell();
      }
      const filled = Math.round((done / total) * barWidth);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
      err(`\r${`${bar} ${done}/${total} ${what}`.slice(0, lineWidth).padEnd(lineWidth)}`);
    },
    expect,
    end: () => err(clear),
  };
}

/** Shows how far an operation has come. */
export async function withProgress<T>(
  surroundings: CommandContext,
  work: (onProgress: OnProgress) => Promise<T>,
): Promise<T> {
  const progress = startProgress(surroundings, 0);
  let done = 0;
  const result = await work((what, total) => {
    progress.expect(total - done);
    done += 1;
    progress.step(what);
  });
  progress.end();
  return result;
}
