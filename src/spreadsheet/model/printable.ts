/**
 * Makes a name from outside safe for one line of a terminal: replaces characters that move the cursor, hide text or
 * reverse it.
 */
export const printable = (name: string): string => name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
