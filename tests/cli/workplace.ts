import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pctSelfAssessment } from '../../definitions/pct-self-assessment.ts';
import { run } from '../../src/cli/run.ts';
import type { CommandContext } from '../../src/cli/terminal/context.ts';
import { fillIn } from '../tools/fillIn.ts';
import { sampleReturn } from '../tools/sampleReturns.ts';
import { filledOnce } from './filledOnce.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder with a register of its own, in which commands are tried. */
export interface Workplace {
  readonly at: (...parts: readonly string[]) => string;
  /** Runs a command line, on the register of this place where it names no other. */
  readonly scorebook: (...args: readonly string[]) => Promise<Ran>;
  /** Sends the PCT self-assessment out to partners X01 onwards, in round 2026. */
  readonly generate: (partners: number) => Promise<void>;
  /** The workbook of a partner, filled in; another seed answers otherwise, and so does another partner. */
  readonly filledIn: (partner: string, seed?: number) => Uint8Array;
  /** Writes a file below the folder. */
  readonly put: (path: string, bytes: Uint8Array | string) => string;
  readonly remove: () => void;
}

/** @param changes What is otherwise around the commands, such as the time. */
export function openWorkplace(changes: Partial<CommandContext> = {}): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'scorebook-place-'));
  const at = (...parts: readonly string[]): string => join(folder, ...parts);
  const { now = () => new Date('2026-11-20T10:00:00Z') } = changes;
  const put: Workplace['put'] = (path, bytes) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), bytes);
    return at(path);
  };
  const scorebook: Workplace['scorebook'] = async (...args) => {
    let out = '';
    let err = '';
    const register = args.includes('--register') ? [] : ['--register', at('register.db')];
    const code = await run([...args, ...register], {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      isTerminal: false,
      ...changes,
      now,
    });
    return { code, out, err };
  };
  return {
    at,
    scorebook,
    put,
    generate: (partners) =>
      filledOnce(`${partners} partners at ${now().toISOString()}, umask ${process.umask()}`, folder, async () => {
        const codes = Array.from({ length: partners }, (_, index) => `X${String(index + 1).padStart(2, '0')}`);
        const rows = codes.map((code) => `${code},Sample PCT ${code},returns@${code.toLowerCase()}.example\n`);
        put('partners.csv', `code,name,email\n${rows.join('')}`);
        const { code, err } = await scorebook(
          ...['generate', 'pct-self-assessment', '--partners', at('partners.csv'), '--round', '2026'],
          ...['--due', '2026-12-18 12:00', '--out', at('workbooks')],
        );
        if (code !== 0) throw new Error(err);
      }),
    filledIn: (partner, seed = 6 + Number(partner.slice(1))) => {
      const manner = { levels: [0.2, 0.4, 0.4], notApplicable: 0, diligence: 0.5, slips: false };
      const issued = readFileSync(at('workbooks', `pct-self-assessment_2026_${partner}.xlsx`));
      return fillIn(issued, sampleReturn(pctSelfAssessment, manner, seed));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
