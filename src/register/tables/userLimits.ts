/** Whether a user only reads, or also records what comes back. */
export type GrantedWork = 'read' | 'record';

/** A user of a server who sees the partners of some regions only, and what belongs to them. */
export interface UserLimits {
  readonly user: string;
  /** The owner of the register, who sees all and gives the other commands. */
  readonly owner: string;
  /** Codes of regions; none where nothing was granted. */
  readonly regions: readonly string[];
  readonly work: GrantedWork;
}
