import type { Surroundings } from './surroundings.ts';

export interface Progress {
  /** One more is done. */
  readonly step: (what: string) => void;
  readonly end: () => void;
}

const barWidth = 30;
const lineWidth = 78;

/** A bar on a terminal; plain lines where messages go to a file or another program. */
export function startProgress({ err, isTerminal }: Surroundings, total: number): Progress {
  let done = 0;
  if (!isTerminal) {
    return {
      step: (what) => {
        done += 1;
        err(`${done}/${total} ${what}\n`);
      },
      end: () => {},
    };
  }
  return {
    step: (what) => {
      done += 1;
      const filled = Math.round((done / total) * barWidth);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
      err(`\r${`${bar} ${done}/${total} ${what}`.slice(0, lineWidth).padEnd(lineWidth)}`);
    },
    end: () => err(`\r${' '.repeat(lineWidth)}\r`),
  };
}
