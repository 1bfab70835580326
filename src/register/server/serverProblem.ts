/**
 * Describes a failure of a PostgreSQL server, or of the way to it, as a clause with what to do; undefined when the failure is
 * not the database's own. Its codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function serverProblemOf(failure: unknown): string | undefined {
  if (!(failure instanceof Error)) return undefined;
  const code = 'code' in failure ? String(failure.code) : '';
  if (isServers(failure)) {
    if (/^no pg_hba.conf entry .* no encryption$/.test(failure.message)) return unencrypted;
    return problems[code] ?? classes[code.slice(0, 2)] ?? `its server says: ${failure.message}`;
  }
  if (code === 'EPIPE' || code === 'ECONNRESET') return lost;
  if (code === 'ENOENT' && 'syscall' in failure && failure.syscall === 'open') return noCertificate;
  return certificates[code] ?? unspoken.find(([pattern]) => pattern.test(failure.message))?.[1];
}

/** Describes why a server could not be reached as a clause; undefined for other failures. */
export const connectionProblemOf = (failure: unknown): string | undefined =>
  failure instanceof Error && 'code' in failure ? unreached[String(failure.code)] : undefined;

/** The same while the database is in use: a connection that was lost is made again, which may fail as well. */
export const lostServerProblemOf = (failure: unknown): string | undefined =>
  serverProblemOf(failure) ?? (connectionProblemOf(failure) === undefined ? undefined : lost);

/** Only the server gives its failures a severity. */
const isServers = (failure: Error): boolean => 'severity' in failure;

const refused = 'its server refuses the user or the password. Set the password in PGPASSWORD or in ~/.pgpass';
const unencrypted =
  'its server does not let this user in from this computer without encryption. Add sslmode=verify-full to the address, or ask its administrator';
const unknownSigner =
  'nobody known has signed the certificate of its server. Give the file of the certificate, or of who signed it, in the address: sslrootcert=FILE';
const noCertificate = 'there is no such file as its address names for a certificate';
const stopped = 'its server was stopped. Nothing is lost: give the same command again when it runs';
const lost = 'the connection to its server was lost. Nothing is lost: give the same command again';

const changed =
  'a newer version of Scorebook has changed its tables. Nothing is lost: give the same command again with that version';

const problems: Readonly<Record<string, string>> = {
  // A statement that was prepared before has other columns now.
  '0A000': changed,
  '25006': 'it may only be read, and this command writes to it',
  '28000': refused,
  '28P01': refused,
  '3D000': 'its server has no such database. Create it with createdb',
  '40P01': 'it and another command were in the way of each other. Nothing is lost: give the same command again',
  '42703': changed,
  '42P01': changed,
  '42501': 'the user has no right to what this command does. Ask the owner of the register for it',
  '53100': 'the disk of its server is full. Nothing is lost: make room on it, and give the same command again',
  '53300': 'its server has no connection left. Wait until other commands end',
  '55P03':
    'other commands read its tables without a break. Nothing was changed: give the same command again when they have ended',
  '57P01': stopped,
  '57P02': stopped,
  '57P03': 'its server is starting or stopping. Wait a moment',
};

const classes: Readonly<Record<string, string>> = { '08': lost };

/** What Node says of a certificate: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const certificates: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'the certificate of its server has expired. Ask its administrator',
  DEPTH_ZERO_SELF_SIGNED_CERT: unknownSigner,
  ERR_TLS_CERT_ALTNAME_INVALID:
    'the certificate of its server is for another name. Write the host as the certificate does, or ask its administrator',
  SELF_SIGNED_CERT_IN_CHAIN: unknownSigner,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownSigner,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownSigner,
};

/** Failures that the driver notices itself, and gives no code. */
const unspoken: readonly (readonly [RegExp, string])[] = [
  [/client password must be/, refused],
  [/sslmode=verify-ca requires/, unknownSigner],
  [/^Connection terminated|not queryable/, lost],
  [/^(?:timeout expired|timeout exceeded when trying to connect)/, 'its server does not answer'],
  [/does not support SSL/, 'its server offers no encrypted connection, as the address demands'],
];

const unreached: Readonly<Record<string, string>> = {
  EAI_AGAIN: 'the name of its server cannot be looked up',
  ECONNREFUSED: 'nothing answers at the host and port of its server',
  EHOSTUNREACH: 'its server cannot be reached',
  ENETUNREACH: 'its server cannot be reached',
  ENOENT: 'nothing answers at the host and port of its server',
  ENOTFOUND: 'there is no server of that name',
  ETIMEDOUT: 'its server does not answer',
};
