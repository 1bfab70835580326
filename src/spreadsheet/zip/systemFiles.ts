/** Whether systems, Excel or this command leave files of this name in folders and archives: they are nobody's return. */
export const isSystemFile = (name: string): boolean =>
  /^(?:\.|~\$|(?:desktop\.ini|import-findings\.xlsx)$)|\.db(?:-wal|-shm)?$/i.test(name);
