import type { Surroundings } from './surroundings.ts';

export interface Progress {
  /** One more is done. What there is to be said of it is printed by `tell`, clear of the bar. */
  readonly step: (what: string, tell?: () => void) => void;
  readonly end: () => void;
}

const barWidth = 30;
const lineWidth = 78;
const clear = `\r${' '.repeat(lineWidth)}\r`;

/** A bar on a terminal; plain lines where messages go to a file or another program. */
export function startProgress({ err, isTerminal }: Surroundings, total: number): Progress {
  let done = 0;
  if (!isTerminal) {
    return {
      step: (what, tell) => {
        done += 1;
        err(`${done}/${total} ${what}\n`);
        tell?.();
      },
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
    end: () => err(clear),
  };
}
