import { defaultLimits } from '../spreadsheet/zip/limits.ts';

/** The maximum size of refused files in the register, in bytes, so that nobody can fill the disk by sending files. */
export interface RefusedLimits {
  /** Of one message, archive or other file, with everything in it. */
  readonly perSource: number;
  readonly perImport: number;
}

const megabyte = 1024 * 1024;

/** One file always has room; a message has room for a hundred ordinary workbooks. */
export const defaultRefusedLimits: RefusedLimits = {
  perSource: defaultLimits.fileBytes,
  perImport: 100 * megabyte,
};

/** The room that is left during an import. */
export interface RefusedRoom {
  /** The number of bytes for the next file of a source. */
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
