/** The address of a server, taken apart. */
export interface ServerAddress {
  /** `mail.region.example:587`: without the credentials, which are never shown. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly secure: boolean;
  /** Where it is on this machine itself, the way need not be encrypted. */
  readonly isHere: boolean;
  /** Empty where it names none, as the password. */
  readonly user: string;
  readonly password: string;
}

export interface ServerKind {
  /** Scheme of the address; with an s behind it TLS comes first. */
  readonly scheme: 'smtp' | 'imap';
  /** Where such servers listen. */
  readonly port: number;
  /** Where they do with TLS from the first byte. */
  readonly securePort: number;
  /** What it is the address of, in words. */
  readonly what: string;
  readonly example: string;
  /** What is to be done where it goes on after the server. */
  readonly cure: string;
}

/** @returns what is wrong with it as a sentence, where it cannot be read; the address is not repeated, as it has a password. */
export function serverAddress(address: string, kind: ServerKind): ServerAddress | string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || ![`${kind.scheme}:`, `${kind.scheme}s:`].includes(url.protocol) || url.hostname === '') {
    return `It is not the address of ${kind.what}. Write it as ${kind.example}, with characters such as @ and / in user and password as %40 and %2F.`;
  }
  if (url.pathname.length > 1 || url.search !== '' || url.hash !== '') {
    return `It goes on after the server. ${kind.cure}; characters such as / and # in the password are written %2F and %23.`;
  }
  const [user, password] = [decoded(url.username), decoded(url.password)];
  if (user === undefined || password === undefined) {
    return 'It has a % that begins no character. Write a % in the password as %25.';
  }
  const isSecure = url.protocol === `${kind.scheme}s:`;
  const port = url.port === '' ? (isSecure ? kind.securePort : kind.port) : Number(url.port);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    ...{ name: `${url.hostname}:${port}`, host, port, user, password },
    secure: isSecure || port === kind.securePort,
    isHere: ['localhost', '127.0.0.1', '::1'].includes(host),
  };
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
