/**
 * To `make` a register if there is none, to `write` to it, or to `read` it, possibly from a read-only disk; to make or continue
 * a `copy`, which cannot be used otherwise. To read `results`, of which every figure follows from the partners that the user
 * sees, or the `files` that came from them, or to `record` more: alone of these, all three are open to users who see some regions only.
 */
export type Access = 'make' | 'write' | 'read' | 'copy' | 'results' | 'files' | 'record';

/** Whether nothing is written. */
export const isToRead = (access: Access): boolean => access === 'read' || access === 'results' || access === 'files';
