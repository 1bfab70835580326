/** Whether the place of a register is the address of a PostgreSQL server, not the path of a file. */
export const isServerAddress = (place: string): boolean => /^postgres(?:ql)?:\/\//i.test(place);

/** The password in an address, if there is one. */
export const passwordIn = (address: string): string | undefined => divided(address).password;

/** An address without its password, which is shown nowhere. */
export const withoutPassword = (address: string): string => divided(address).shown;

/** An address with its password, if there is one, as the driver reads it: what should have been encoded is. */
export function withEncodedPassword(address: string): string {
  const { shown, password } = divided(address);
  if (password === undefined) return address;
  return `${shown}${shown.includes('?') ? '&' : '?'}password=${encodeURIComponent(password)}`;
}

/** An address in which `sslmode` means what PostgreSQL says, which the driver gives another meaning otherwise. */
export const asPostgresReads = (address: string): string =>
  /[?&]sslmode=/i.test(address) ? `${address}&uselibpqcompat=true` : address;

function divided(address: string): { readonly shown: string; readonly password?: string } {
  if (!isServerAddress(address)) return { shown: address };
  const [, start = '', password, rest = ''] = withPassword.exec(address) ?? [];
  if (password !== undefined) return { shown: `${start}${rest}`, password: decoded(password) };
  const [option, given] = /[?&]password=([^&]*)/i.exec(address) ?? [];
  if (option === undefined || given === undefined) return { shown: address };
  const others = address.replace(option, option.startsWith('?') ? '?' : '').replace('?&', '?');
  return { shown: others.replace(/\?$/, ''), password: decoded(given) };
}

/**
 * The scheme and the user; the password; the host and all that follows. Before the database, a password may contain any sign,
 * also one that an address should have encoded.
 */
const withPassword = /^([^:]*:\/\/[^:@/?#]*):([^/?]*|.*(?=@[^@/?]*(?:[/?]|$)))(@[^@/]*(?:[/?].*)?)$/s;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
