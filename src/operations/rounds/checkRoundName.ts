import { isWindowsDevice } from '../../instrument/model/windowsDevice.ts';
import { Refusal } from '../../refusal.ts';
import type { Register } from '../../register/tables/register.ts';
import { roundNames } from '../../rounds/round/roundStatus.ts';

/**
 * The name of a round is that of a folder, and Windows makes no difference between capitals and small letters.
 *
 * @throws Refusal for a name that differs from that of another round only in capitals.
 */
export async function checkRoundCase(register: Register, round: string): Promise<void> {
  const known = (await roundNames(register)).find((name) => name.toLowerCase() === round.toLowerCase());
  if (known === undefined || known === round) return;
  throw new Refusal(
    'round.name-unusable',
    (input) =>
      `${input('round')} "${round}" differs only in capitals from round "${known}", and on Windows both would have one folder. Write it as before, or take another name.`,
  );
}

/**
 * File names have the names of rounds: letters, digits, and what no system forbids between them.
 *
 * @throws Refusal for a name that cannot be used.
 */
export function checkRoundName(text: string): void {
  if (isWindowsDevice(text)) {
    throw new Refusal(
      'round.name-unusable',
      (input) => `${input('round')} "${text}" cannot be used: Windows keeps that name for a device. Take another.`,
    );
  }
  if (/^[A-Za-z0-9](?:[A-Za-z0-9 ._-]{0,38}[A-Za-z0-9])?$/.test(text)) return;
  throw new Refusal(
    'round.name-unusable',
    (input) =>
      `${input('round')} "${text}" cannot be used: write up to 40 letters, digits, spaces, dots, hyphens or underscores, as in 2026.`,
  );
}
