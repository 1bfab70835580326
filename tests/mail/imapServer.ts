import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real IMAP server (Dovecot) for the tests, on this machine only, with a mailbox for `ann` with the password `secret`. */
export interface ImapServer {
  readonly port: number;
  /** Where TLS begins at once, with a certificate that nobody has signed. */
  readonly tlsPort: number;
  /** The file of that certificate, for `localhost`. */
  readonly certificate: string;
  /** Puts a message into a folder, as received then. */
  readonly put: (message: string | Uint8Array, received: Date, folder?: string) => void;
  /** Names of the message files with their flags: what changes when a message is marked, moved or deleted. */
  readonly files: () => readonly string[];
  /** Makes the server number the messages anew, as after a repair. */
  readonly numberAnew: () => void;
  readonly stop: () => Promise<void>;
}

/** Another process can take a port before Dovecot does, so that a start is tried three times. */
export async function startImapServer(tries = 3): Promise<ImapServer> {
  try {
    return await startDovecot();
  } catch (failure) {
    if (tries > 1) return startImapServer(tries - 1);
    throw failure;
  }
}

async function startDovecot(): Promise<ImapServer> {
  // Short, as the path of a socket may have 107 characters.
  const folder = mkdtempSync(join(tmpdir(), 'sbimap-'));
  chmodSync(folder, 0o755);
  const maildir = join(folder, 'ann');
  makeMaildir(maildir);
  const [port, tlsPort] = [await freePort(), await freePort()];
  makeCertificate(folder);
  writeFileSync(join(folder, 'conf'), configuration(folder, port, tlsPort));
  const server = spawn('dovecot', ['-F', '-c', join(folder, 'conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr.on('data', (chunk) => {
    said += chunk;
  });
  try {
    await answering(port, server);
  } catch (failure) {
    server.kill();
    await new Promise((resolve) => setTimeout(resolve, 500));
    throw new Error(`Dovecot did not start: ${said}${logOf(folder)}`, { cause: failure });
  }
  let count = 0;
  return {
    port,
    tlsPort,
    certificate: join(folder, 'cert.pem'),
    put: (message, received, name) => {
      const place = name === undefined ? maildir : join(maildir, `.${name}`);
      if (!existsSync(place)) makeMaildir(place);
      count += 1;
      const file = join(place, 'cur', `${1_700_000_000 + count}.M${count}.test:2,`);
      writeFileSync(file, message);
      utimesSync(file, received, received);
    },
    files: () => ['cur', 'new'].flatMap((part) => readdirSync(join(maildir, part))).toSorted(),
    numberAnew: () => {
      for (const name of readdirSync(maildir)) if (name.startsWith('dovecot')) rmSync(join(maildir, name));
    },
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function configuration(folder: string, port: number, tlsPort: number): string {
  const { user, group } = owner();
  // Run by root, Dovecot takes users of its own for everything but the mail, which its package makes.
  const users = isRoot() ? '' : ['internal_user', 'login_user'].map((name) => `default_${name} = ${user}\n`).join('');
  const groups = isRoot() ? '' : `default_internal_group = ${group}`;
  return `base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
auth_failure_delay = 0
${users}${groups}
first_valid_uid = 0
first_valid_gid = 0
mail_location = maildir:${folder}/%u
maildir_stat_dirs = yes
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${folder}/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;
}

/** To whom the mail belongs: root must not have any. */
function owner(): { readonly user: string; readonly group: string } {
  const named = (option: string): string =>
    spawnSync('id', [option, ...(isRoot() ? ['mail'] : [])], { encoding: 'utf8' }).stdout.trim();
  return { user: named('-un'), group: named('-gn') };
}

const isRoot = (): boolean => process.getuid?.() === 0;

function makeMaildir(path: string): void {
  for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(path, part), { recursive: true });
  const { user, group } = owner();
  if (isRoot()) spawnSync('chown', ['-R', `${user}:${group}`, path]);
}

function makeCertificate(folder: string): void {
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
    ...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
    ...['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')],
  ]);
  if (made.status !== 0) throw new Error(`openssl made no certificate: ${made.stderr}`);
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(address)));
    });
  });
}

/** Waits until somebody answers there, ten seconds at most. */
async function answering(port: number, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 60 && server.exitCode === null; tries += 1) {
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('data', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('data', () => socket.destroy());
    });
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('nobody answers');
}

function logOf(folder: string): string {
  try {
    return readFileSync(join(folder, 'log'), 'utf8');
  } catch {
    return 'it wrote no log';
  }
}
