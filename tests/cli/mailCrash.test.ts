import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMailServer, type TestServer } from '../mail/openMailServer.ts';
import { openWorkplace, type Ran, type Workplace } from './workplace.ts';

const main = join(import.meta.dirname, '..', '..', 'dist', 'bundle', 'main.js');

let place: Workplace;
let server: TestServer;
/** Addresses to which the server has taken a message over, whether it could still say so or not. */
const taken: string[] = [];
/** What happens when the server has the message to X02. */
let atX02: (() => void) | undefined;

beforeAll(async () => {
  server = await openMailServer({
    onData: (stream, { envelope }, done) => {
      stream.resume();
      stream.on('end', () => {
        const [{ address = '' } = {}] = envelope.rcptTo;
        taken.push(address);
        if (address === 'x02@pct.example' && atX02 !== undefined) atX02();
        else done();
      });
    },
  });
  place = openWorkplace({ environment: { SCOREBOOK_SMTP: server.url } });
  const codes = ['X01', 'X02', 'X03'];
  const list = codes.map((code) => `${code},Sample PCT ${code},${code.toLowerCase()}@pct.example\n`).join('');
  await place.scorebook(
    ...['generate', 'pct-self-assessment', '--partners', place.put('partners.csv', `code,name,email\n${list}`)],
    ...['--round', '2026', '--due', '2026-12-18 12:00', '--return-to', 'returns@region.example'],
    ...['--out', place.at('workbooks')],
  );
}, 60_000);
afterAll(async () => {
  await server.close();
  place.remove();
});

const sending = ['send', '--round', '2026', '--smtp', '--per-minute', '60000'];
const send = (...more: readonly string[]): Promise<Ran> =>
  place.scorebook(...sending, '--workbooks', place.at('workbooks'), '--json', ...more);
const codesOf = ({ out }: Ran): readonly string[] => JSON.parse(out).findings.map(({ code }: { code: string }) => code);

test('a sending that is killed between acceptance and record sends nobody the workbook twice', async () => {
  const child = spawn(
    process.execPath,
    [main, ...sending, '--workbooks', place.at('workbooks'), '--register', place.at('register.db')],
    { env: { ...process.env, SCOREBOOK_SMTP: server.url }, stdio: 'ignore' },
  );
  atX02 = () => child.kill('SIGKILL');
  const signal = await new Promise((resolve) => {
    child.on('exit', (_code, by) => resolve(by));
  });
  expect([signal, taken]).toEqual(['SIGKILL', ['x01@pct.example', 'x02@pct.example']]);
  atX02 = undefined;
  const again = await send();
  expect([again.code, codesOf(again)]).toEqual([1, ['mail.may-have-gone']]);
  expect(JSON.parse(again.out)).toMatchObject({ sentBefore: 1, messages: [{ partner: 'X03', outcome: 'sent' }] });
  expect(taken).toEqual(['x01@pct.example', 'x02@pct.example', 'x03@pct.example']);
  expect((await send('--again', '--partner', 'X02')).code).toBe(0);
  expect(taken.slice(3)).toEqual(['x02@pct.example']);
  expect(JSON.parse((await send()).out)).toMatchObject({ sentBefore: 3, messages: [], findings: [] });
}, 60_000);
