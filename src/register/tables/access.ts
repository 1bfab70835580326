/**
 * To `make` a register if there is none, to `write` to it, or to `read` it, possibly from a read-only disk; to make or continue
 * a `copy`, which cannot be used otherwise.
 */
export type Access = 'make' | 'write' | 'read' | 'copy';
