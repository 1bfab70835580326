/**
 * Whether operating systems, Excel or Scorebook itself leave files of this name in folders and archives: they are never
 * returns.
 */
export const isSystemFile = (name: string): boolean =>
  /^(?:\.|~\$|(?:desktop\.ini|import-findings\.xlsx)$)|\.db(?:-wal|-shm)?$/i.test(name);
