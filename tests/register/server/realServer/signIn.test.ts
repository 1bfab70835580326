import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkplace, type Workplace } from '../../../cli/workplace.ts';
import { type Cluster, startCluster } from '../../../tools/postgresCluster.ts';
import { withClient } from '../twoRegions.ts';

/** Signing in over the network: the server demands encryption and a password (SCRAM), and has signed its certificate itself. */

const main = join(import.meta.dirname, '..', '..', '..', '..', 'dist', 'bundle', 'main.js');
const password = 'hunter2 & more';

let place: Workplace;
let cluster: Cluster;
let port: number;
beforeAll(async () => {
  place = openWorkplace();
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const files = ['-keyout', place.at('server.key'), '-out', place.at('server.crt')];
  expect(spawnSync('openssl', [...made, ...subject, ...files]).status).toBe(0);
  port = await freePort();
  const [certificate, key] = ['server.crt', 'server.key'].map((name) => readFileSync(place.at(name), 'utf8'));
  if (certificate === undefined || key === undefined) throw new Error('both are there');
  const started = startCluster({ port, certificate, key });
  if (started === undefined) throw new Error('PostgreSQL is not installed');
  cluster = started;
  await withClient(cluster.server, async (client) => {
    await client.query(`create role ann login password '${password}'`);
    await client.query('create schema ann authorization ann');
  });
  expect(await scorebook({ PGPASSWORD: password }, 'status', '--register', at('sslmode=require'))).toMatchObject({
    errors: expect.stringContaining('it is empty'),
  });
}, 60_000);
afterAll(() => {
  cluster.remove();
  place.remove();
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const listening = createServer().listen(0, () => {
      const address = listening.address();
      listening.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

const at = (options: string, sign = ''): string => `postgres://ann${sign}@localhost:${port}/scorebook?${options}`;

/** Lets the server offer encryption, or not, and waits until it does so. */
async function encrypt(ssl: 'on' | 'off'): Promise<void> {
  await withClient(cluster.server, async (client) => {
    await client.query(`alter system set ssl = ${ssl}`);
    await client.query('select pg_reload_conf()');
  });
  const is = () => withClient(cluster.server, async (client) => (await client.query('show ssl')).rows[0]);
  await expect.poll(is).toEqual({ ssl });
}

interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs the command in a process of its own, with these variables in its environment. */
function scorebook(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ended> {
  const { PGPASSWORD: _, ...env } = process.env;
  const child = spawn(process.execPath, [main, ...args], {
    ...{ cwd: place.at(), env: { ...env, PGPASSFILE: place.at('no.pgpass'), ...environment } },
  });
  const [output, errors]: [string[], string[]] = [[], []];
  child.stdout.on('data', (data: Buffer) => output.push(data.toString()));
  child.stderr.on('data', (data: Buffer) => errors.push(data.toString()));
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ status, output: output.join(''), errors: errors.join('') }));
  });
}

/** Nothing is there yet: who gets so far has signed in. */
const signedIn = {
  status: 2,
  output: '',
  errors: expect.stringMatching(/^error: The register .* cannot be opened: it is empty\. [^\n]*\n$/),
};

describe('an encrypted connection', () => {
  const given = { PGPASSWORD: password };

  test('is made without proof of who the server is, as PostgreSQL has it for sslmode=require', async () => {
    expect(await scorebook(given, 'status', '--register', at('sslmode=require'))).toEqual(signedIn);
  });

  test('is made with proof where the certificate is given', async () => {
    const options = `sslmode=verify-full&sslrootcert=${place.at('server.crt')}`;
    expect(await scorebook(given, 'status', '--register', at(options))).toEqual(signedIn);
  });

  test.each([
    ['sslmode=verify-full', 'nobody known has signed the certificate of its server. Give the file'],
    ['sslmode=verify-ca', 'nobody known has signed the certificate of its server. Give the file'],
    ['sslmode=verify-full&sslrootcert=missing.crt', 'there is no such file as its address names for a certificate'],
    ['sslmode=disable', 'does not let this user in from this computer without encryption. Add sslmode=verify-full'],
    ['application_name=x', 'does not let this user in from this computer without encryption. Add sslmode=verify-full'],
  ])('is not made by %s: a sentence says why', async (options, problem) => {
    const { status, output, errors } = await scorebook(given, 'status', '--register', at(options));
    expect([status, output]).toEqual([2, '']);
    expect(errors).toContain(problem);
    expect(errors.trim().split('\n')).toHaveLength(1);
  });

  test('is not made for another name than that of the certificate', async () => {
    const options = `sslmode=verify-full&sslrootcert=${place.at('server.crt')}`;
    const { status, errors } = await scorebook(
      given,
      'status',
      '--register',
      at(options).replace('localhost', '127.0.0.1'),
    );
    expect(status).toBe(2);
    expect(errors).toContain('the certificate of its server is for another name');
  });

  test('is not made by a server that offers none', async () => {
    await encrypt('off');
    try {
      const { status, errors } = await scorebook(given, 'status', '--register', at('sslmode=require'));
      expect(status).toBe(2);
      expect(errors).toContain('its server offers no encrypted connection, as the address demands');
    } finally {
      await encrypt('on');
    }
  });
});

describe('a password', () => {
  const tls = 'sslmode=require';

  test('is taken from the address, the environment, or a file', async () => {
    const inAddress = at(tls, `:${encodeURIComponent(password)}`);
    expect(await scorebook({}, 'status', '--register', inAddress)).toEqual(signedIn);
    expect(await scorebook({ PGPASSWORD: password }, 'status', '--register', at(tls))).toEqual(signedIn);
    const file = place.put('own.pgpass', `localhost:${port}:scorebook:ann:${password}\n`);
    writeFileSync(file, `localhost:${port}:scorebook:ann:${password}\n`, { mode: 0o600 });
    spawnSync('chmod', ['600', file]);
    expect(await scorebook({ PGPASSFILE: file }, 'status', '--register', at(tls))).toEqual(signedIn);
  });

  test('is each its own where a register is copied from one address to another', async () => {
    await withClient(cluster.server, (client) => client.query(`create role two login password 'p/w@2'`));
    const [ann, two] = [at(tls, `:${encodeURIComponent(password)}`), at(tls, ':p/w@2').replace('ann', 'two')];
    for (const [from, to] of [
      [ann, two],
      [two, ann],
    ] as const) {
      const { errors } = await scorebook({}, 'register', 'copy', from, to);
      expect(errors).toMatch(/it is empty|no right to it/);
      expect(errors).not.toMatch(/hunter2|p.w/);
    }
  });

  test.each([
    ['wrong', 'hunter3 & more'],
    ['empty', ''],
    ['missing', undefined],
  ])('that is %s is refused, and shown nowhere', async (_, given) => {
    const environment = given === undefined ? {} : { PGPASSWORD: given };
    for (const json of [[], ['--json']]) {
      const { status, output, errors } = await scorebook(environment, 'status', '--register', at(tls), ...json);
      expect(status).toBe(2);
      expect(output + errors).toContain(
        'refuses the user or the password. Set the password in PGPASSWORD or in ~/.pgpass',
      );
      expect(output + errors).not.toMatch(/hunter3/);
    }
  });

  test('that is wrong in the address is shown nowhere', async () => {
    const { status, output, errors } = await scorebook({}, 'status', '--register', at(tls, ':hunter3'));
    expect([status, output]).toEqual([2, '']);
    expect(errors).toContain('refuses the user or the password');
    expect(errors).not.toContain('hunter3');
  });
});
