const problems: Readonly<Record<string, string>> = {
  EACCES: 'the folder or file may not be written to',
  EBUSY: 'another program has it open (close it in Excel)',
  EISDIR: 'there is a folder with that name',
  ENAMETOOLONG: 'its name or path is too long',
  EEXIST: 'there is a file where a folder is needed',
  ENOENT: 'the folder is not there',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'there is a file where a folder is needed',
  EPERM: 'it may not be replaced (close it in Excel)',
  EROFS: 'the disk is read-only',
};

const readingProblems: Readonly<Record<string, string>> = {
  ...problems,
  EACCES: 'it may not be read',
  EISDIR: 'it is a folder, not a file',
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EPERM: 'it may not be read',
};

/** What went wrong in writing a file, in words. */
export const writingProblemOf = (failure: unknown): string => describe(failure, problems);

/** What went wrong in reading a file, in words. */
export const readingProblemOf = (failure: unknown): string => describe(failure, readingProblems);

function describe(failure: unknown, words: Readonly<Record<string, string>>): string {
  const code = failure instanceof Error && 'code' in failure ? String(failure.code) : '';
  return words[code] ?? (failure instanceof Error ? failure.message : String(failure));
}
