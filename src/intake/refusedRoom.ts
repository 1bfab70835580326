import { defaultLimits } from '../spreadsheet/zip/limits.ts';

/** Bytes that refused files may take in the register, so that nobody can fill the disk by sending files. */
export interface RefusedLimits {
  /** Of one message, archive or other file as it came, with everything in it. */
  readonly perSource: number;
  readonly perImport: number;
}

const megabyte = 1024 * 1024;

/** One file always finds room; of a message that is a hundred ordinary workbooks. */
export const defaultRefusedLimits: RefusedLimits = {
  perSource: defaultLimits.fileBytes,
  perImport: 100 * megabyte,
};

/** What is left of the limits while an import goes on. */
export interface RefusedRoom {
  /** Bytes for the next file of a source. */
  readonly left: (source: string) => number;
  readonly use: (source: string, bytes: number) => void;
}

export function refusedRoom({ perSource, perImport }: RefusedLimits): RefusedRoom {
  const used = new Map<string, number>();
  let all = 0;
  return {
    left: (source) => Math.min(perSource - (used.get(source) ?? 0), perImport - all),
    use: (source, bytes) => {
      used.set(source, (used.get(source) ?? 0) + bytes);
      all += bytes;
    },
  };
}
