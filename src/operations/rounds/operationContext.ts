import type { Instrument } from '../../instrument/model/schema.ts';
import type { Register } from '../../register/tables/register.ts';

/** What operations work with. */
export interface OperationContext {
  readonly register: Register;
  /** The instruments that are known here, besides those that the register holds. */
  readonly instruments: readonly Instrument[];
  readonly now: () => Date;
}

/** Called after each thing that is done, with its name and the number of all. */
export type OnProgress = (done: string, total: number) => void;
