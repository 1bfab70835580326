/** A name from elsewhere, fit for a terminal and one line: nothing that moves the cursor, hides or turns text round. */
export const printable = (name: string): string => name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
