import { passwordIn, withoutPassword } from '../../register/server/serverAddress.ts';

/** The address of a register without its password, which no message shows: the driver takes it from the environment. */
export function hidePassword(place: string): string {
  const password = passwordIn(place);
  if (password !== undefined) process.env['PGPASSWORD'] = password;
  return withoutPassword(place);
}
