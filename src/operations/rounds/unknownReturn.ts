import { Refusal } from '../../refusal.ts';

export const unknownReturn = (id: number): Refusal =>
  new Refusal(
    'return.unknown',
    () => `The register has no return ${id}. import --json and status --json show the numbers.`,
  );
