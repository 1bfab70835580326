/**
 * Describes a failure of SQLite as a clause; undefined when the failure is not the database's own.
 * Its result codes: https://sqlite.org/rescode.html
 */
export const databaseProblemOf = (failure: unknown): string | undefined => problems[resultCode(failure)];

/** Whether the file of the database is damaged. */
export const isBroken = (failure: unknown): boolean => resultCode(failure) === 11;

/** Whether another connection was in the way. */
export const isBusy = (failure: unknown): boolean => resultCode(failure) === 5;

/** Whether a file could not be written because it is read-only. */
export const isReadOnly = (failure: unknown): boolean => resultCode(failure) === 8;

const problems: Readonly<Record<number, string>> = {
  5: 'another command is writing to it and does not end',
  8: 'it may only be read, and this command writes to it',
  10: 'its disk cannot be read or written',
  11: 'its file is damaged',
  13: 'the disk is full',
  14: 'it may not be read, or its folder may not be written to',
};

/** The lowest byte is the code; the others give details. */
const resultCode = (failure: unknown): number =>
  failure instanceof Error && 'rawCode' in failure ? Number(failure.rawCode) & 0xff : 0;
