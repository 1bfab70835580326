import { inject } from 'vitest';
import { openRegister } from '../../src/register/openRegister.ts';
import type { Register } from '../../src/register/tables/register.ts';
import { newSchema } from './newSchema.ts';

/** An empty register: in memory, or in a schema of its own on the server on which the tests run. */
export async function emptyRegister(): Promise<Register> {
  const server = inject('server');
  return openRegister(server === undefined ? ':memory:' : await newSchema(server));
}
