import type { Finding } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Register } from '../../register/tables/register.ts';

/** What operations work with. */
export interface OperationContext {
  readonly register: Register;
  /** The instruments that are known here, besides those that the register holds. */
  readonly instruments: readonly Instrument[];
  readonly now: () => Date;
  /** Who works with it, as changes of rounds record it; absent where that is not known. */
  readonly by?: string;
}

/** Called while an operation works. */
export interface Watcher {
  /** What was found before anything is written or sent; the result has it, too, in the same order at its beginning. */
  readonly onFindings?: (findings: readonly Finding[]) => void;
  /** After each thing that is done, with its name and the number of all. */
  readonly onProgress?: (done: string, total: number) => void;
}
