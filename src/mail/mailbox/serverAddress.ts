/** The parts of the address of a server. */
export interface ServerAddress {
  /** `mail.region.example:587`, without credentials. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** Whether TLS begins with the first byte. */
  readonly secure: boolean;
  /** Whether it is on this machine: the connection need not be encrypted then. */
  readonly isHere: boolean;
  /** Empty if the address has none. */
  readonly user: string;
  /** Empty if the address has none. */
  readonly password: string;
}

export interface ServerKind {
  /** Scheme of the address; followed by an s, it means TLS from the first byte. */
  readonly scheme: 'smtp' | 'imap';
  /** The default port. */
  readonly port: number;
  /** The default port for TLS from the first byte. */
  readonly securePort: number;
  /** The kind of server, as in `a mailbox`. */
  readonly what: string;
  readonly example: string;
  /** What to do if the address has more after the server. */
  readonly cure: string;
}

/** @returns a sentence with the fault, if the address cannot be read. It does not repeat the address, which has a password. */
export function serverAddress(address: string, kind: ServerKind): ServerAddress | string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || ![`${kind.scheme}:`, `${kind.scheme}s:`].includes(url.protocol) || url.hostname === '') {
    return `It is not the address of ${kind.what}. Write it as ${kind.example}, with characters such as @ and / in user and password as %40 and %2F.`;
  }
  if (url.pathname.length > 1 || url.search !== '' || url.hash !== '') {
    return `It has more after the server. ${kind.cure}; characters such as / and # in the password are written %2F and %23.`;
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
