import { dirname } from 'node:path';
import { isServerAddress } from '../../register/server/serverAddress.ts';

/** The folder in which commands look for what belongs to a register: its own, or, for one on a server, the usual one. */
export const registerFolder = (register: string): string => (isServerAddress(register) ? 'output' : dirname(register));
