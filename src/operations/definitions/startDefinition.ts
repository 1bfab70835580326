import { startingDefinition } from '../../instrument/parse/startingDefinition.ts';
import { Refusal } from '../../refusal.ts';
import type { OperationContext } from '../rounds/operationContext.ts';

/**
 * Begins the definition of an instrument: a small one in YAML, with comments, that works unchanged.
 *
 * @param key Key of the new instrument.
 * @throws Refusal for a key that cannot be used, or that another instrument has.
 */
export function startDefinition(
  { instruments, now }: Pick<OperationContext, 'instruments' | 'now'>,
  key: string,
): string {
  if (!/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(key) || key.length > 100) {
    throw new Refusal(
      'instrument.key-unusable',
      () =>
        `"${key}" cannot be a key: write up to 100 lower-case letters and digits, joined by single dots or hyphens, as in winter-plan.`,
    );
  }
  if (instruments.some((instrument) => instrument.key === key)) {
    throw new Refusal('instrument.key-taken', () => `There is an instrument "${key}" already. Take another key.`);
  }
  return startingDefinition(key, now().getUTCFullYear());
}
