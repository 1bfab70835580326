import { statSync } from 'node:fs';

/** Bytes of the file at a path; 0 when there is none. */
export const sizeAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Whether something other than a file is at a path, such as a folder. */
export const isNoFileAt = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === false;
