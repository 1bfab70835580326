import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openRegister } from '../../../src/register/openRegister.ts';
import { recordMessage } from '../../../src/register/rows/messages.ts';
import type { Register } from '../../../src/register/tables/register.ts';
import { openWorkplace, type Workplace } from '../../cli/workplace.ts';
import { type ImapServer, startImapServer } from '../../mail/imapServer.ts';
import { bounce, type Letter, mail, mbox } from '../../mail/mails.ts';
import { outlookFile } from '../../mail/outlookFile.ts';
import { withDovecot } from '../../programs.ts';
import { zipParts } from '../../spreadsheet/parts.ts';

let place: Workplace;
/** Variables that commands see. */
const environment: Record<string, string> = {};
/** The workbooks of three partners, filled in: making them takes longest. */
let filled: Readonly<Record<'X01' | 'X02' | 'X03', Uint8Array>>;
beforeAll(async () => {
  place = openWorkplace({ environment });
  await place.generate(3);
  filled = { X01: place.filledIn('X01'), X02: place.filledIn('X02'), X03: place.filledIn('X03') };
  await place.scorebook('register', 'backup', place.at('empty.db'));
}, 60_000);
beforeEach(reset);
afterEach(() => {
  for (const name of Object.keys(environment)) delete environment[name];
});
afterAll(() => place.remove());

/** The register as it was when nothing had come back. */
function reset(): void {
  for (const beside of ['', '-wal', '-shm']) rmSync(place.at(`register.db${beside}`), { force: true });
  copyFileSync(place.at('empty.db'), place.at('register.db'));
}

const attached = (partner: keyof typeof filled, name = `${partner}.xlsx`) => ({ name, bytes: filled[partner] });
/** As it went out. */
const issued = (partner: keyof typeof filled) => {
  const name = `pct-self-assessment_2026_${partner}.xlsx`;
  return { name, bytes: readFileSync(place.at('workbooks', name)) };
};
const from = (partner: string): string => `Ann Example <ann@${partner.toLowerCase()}.example>`;

interface ImportedFile {
  readonly file: string;
  readonly status: string;
  readonly partner?: { readonly code: string };
  readonly message?: Readonly<Record<string, unknown>>;
  readonly bounced?: readonly unknown[];
  readonly findings: readonly { readonly code: string; readonly message: string }[];
}

async function imported(...args: readonly string[]): Promise<readonly ImportedFile[]> {
  const { out } = await place.scorebook('import', ...args, '--json');
  return JSON.parse(out).files;
}

/** The path from the folder, the outcome, the partner, and the codes of the findings. */
const outcomes = (files: readonly ImportedFile[]): readonly string[] =>
  files.map(({ file, status, partner, findings }) =>
    [`${file.replace(`${place.at()}/`, '')}:`, status, partner?.code, ...findings.map(({ code }) => code)]
      .filter((part) => part !== undefined)
      .join(' '),
  );

/** Does something with the register and closes it. */
async function inRegister<T>(work: (register: Register) => Promise<T>): Promise<T> {
  const register = await openRegister(place.at('register.db'));
  try {
    return await work(register);
  } finally {
    await register.close();
  }
}

describe('import of saved messages', () => {
  test('takes in what is attached, however it is wrapped', { timeout: 60_000 }, async () => {
    const letter = (partner: keyof typeof filled, changes: Letter = {}): string =>
      mail({ from: from(partner), subject: `Return ${partner}`, attached: [attached(partner)], ...changes });
    const paths = [
      place.put('in/a.eml', letter('X01')),
      place.put(
        'in/b.msg',
        outlookFile({
          sender: { name: 'Bob', address: 'bob@x02.example' },
          delivered: new Date('2026-11-18T09:30:00Z'),
          attached: [attached('X02')],
        }),
      ),
      place.put('in/c.mbox', mbox(mail({ subject: 'A question' }), letter('X03'))),
      place.put('in/d.zip', zipParts({ 'sent/X01.eml': mail({ from: from('X01'), forwarded: [letter('X01')] }) })),
    ];
    const files = await imported(...paths);
    expect(outcomes(files)).toEqual([
      'in/a.eml > X01.xlsx: accepted X01',
      'in/b.msg > X02.xlsx: accepted X02',
      'in/c.mbox > message 1 "A question": no-return message.no-attachment',
      'in/c.mbox > message 2 "Return X03" > X03.xlsx: accepted X03',
      'in/d.zip > sent/X01.eml > message "Return X01" > X01.xlsx: already-imported X01',
    ]);
    expect(files[0]?.message).toEqual({
      sender: { name: 'Ann Example', address: 'ann@x01.example' },
      subject: 'Return X01',
      sent: '2026-11-18T09:29:00.000Z',
      forwardedBy: [],
      arrived: '2026-11-18T09:30:00.000Z',
      clock: 'receiver',
    });
    const stored = await inRegister(({ db }) =>
      db
        .selectFrom('return')
        .innerJoin('received_message', 'received_message.return_id', 'return.id')
        .select(['return.received_at', 'sender', 'subject'])
        .orderBy('return.id')
        .execute(),
    );
    expect(stored).toEqual([
      { received_at: '2026-11-18T09:30:00.000Z', sender: 'ann@x01.example', subject: 'Return X01' },
      { received_at: '2026-11-18T09:30:00.000Z', sender: 'bob@x02.example', subject: 'Our return' },
      { received_at: '2026-11-18T09:30:00.000Z', sender: 'ann@x03.example', subject: 'Return X03' },
    ]);
  });

  test('reads messages in other forms than those of mail servers', async () => {
    const text = mail({ from: from('X01'), attached: [attached('X01')] }).replaceAll('\r\n', '\n');
    const paths = [
      place.put('a.emlx', `${text.length}      \n${text}<?xml version="1.0"?>\n<plist version="1.0"><dict/></plist>\n`),
      place.put('b.txt', `Microsoft Mail Internet Headers Version 2.0\n${text}`),
      place.put('c.eml', `>From ann@x01.example Thu Nov 19 10:00:05 2026\n${text}`),
      place.put('d.eml', Buffer.from(`\ufeff${text}`, 'utf16le')),
    ];
    const files = await imported(...paths);
    expect(files.map(({ status, partner }) => `${status} ${partner?.code}`)).toEqual([
      'accepted X01',
      ...Array(3).fill('already-imported X01'),
    ]);
  });

  test('makes status and "return get" name the sender', async () => {
    await imported(
      place.put('a.eml', mail({ from: from('X01'), attached: [attached('X01')] })),
      place.put('X02.xlsx', filled.X02),
    );
    const [{ partners }] = JSON.parse((await place.scorebook('status', '--round', '2026', '--json')).out);
    const message = { sender: 'ann@x01.example', subject: 'Our return', messageId: null };
    expect(partners.map(({ counting }: { counting: { message: unknown } | null }) => counting?.message)).toEqual([
      message,
      null,
      undefined,
    ]);
    const get = (...more: readonly string[]) =>
      place.scorebook('return', 'get', '1', '--out', place.at('got.xlsx'), ...more);
    expect(JSON.parse((await get('--json')).out)).toMatchObject({ message });
    expect((await get()).out).toContain('X01.xlsx, from ann@x01.example, "Our return"');
  });

  test('shows people who sent it and when it came, in UK time, and counts messages without a return separately', async () => {
    const above = ['Received: by mx.region.example; Wed, 17 Jun 2026 23:30:00 +0000'];
    const path = place.put('a.mbox', mbox(mail({ from: from('X01'), above, attached: [attached('X01')] }), mail({})));
    const { code, out, err } = await place.scorebook('import', path);
    expect(code).toBe(0);
    expect(out).toContain('from Ann Example <ann@x01.example>, "Our return", received 2026-06-18 00:30 (UK time)\n');
    expect(out).toContain('message 2 "Our return": no return\n');
    expect(out).toContain('\n1 file: 1 accepted, 0 refused, 0 already imported; 1 without a return\n');
    expect(err).toMatch(/^1\/1 a\.mbox > message 1 .*\n2\/2 a\.mbox > message 2 /);
  });

  test('questions a sender of another organisation, not a colleague or a department', async () => {
    const codes = async (sender: string, letter: Letter = {}): Promise<readonly string[]> => {
      reset();
      const path = place.put('a.eml', mail({ from: sender, attached: [attached('X01')], ...letter }));
      return outcomes(await imported(path));
    };
    const accepted = 'a.eml > X01.xlsx: accepted X01';
    expect(await codes('Bob <bob@elsewhere.example>')).toEqual([`${accepted} return.other-sender`]);
    expect(await codes('bob@it.X01.example')).toEqual([accepted]);
    const forwarded = [mail({ from: from('X01'), attached: [attached('X01')] })];
    expect(await codes('cat@region.example', { attached: [], forwarded })).toEqual([
      'a.eml > message "Our return" > X01.xlsx: accepted X01',
    ]);
  });

  test("counts by the sender's clock only when nothing else gives a time, and reports that; --received takes precedence", async () => {
    const path = place.put('a.eml', mail({ from: from('X01'), above: [], attached: [attached('X01')] }));
    const [first] = await imported(path);
    expect(outcomes(first === undefined ? [] : [first])).toEqual([
      'a.eml > X01.xlsx: accepted X01 return.sender-clock',
    ]);
    expect(first?.findings[0]?.message).toContain('2026-11-18 09:29 (UK time)');
    const other = place.put('b.eml', mail({ from: from('X02'), above: [], attached: [attached('X02')] }));
    expect(outcomes(await imported(other, '--received', '2026-11-19 10:00'))).toEqual([
      'b.eml > X02.xlsx: accepted X02',
    ]);
    const received = await inRegister(({ db }) => db.selectFrom('return').select('received_at').execute());
    expect(received).toEqual([
      { received_at: '2026-11-18T09:29:00.000Z' },
      { received_at: '2026-11-19T10:00:00.000Z' },
    ]);
  });

  test('reports a message that came earlier than the register has it, and changes nothing', async () => {
    await imported(place.put('X01.xlsx', filled.X01));
    const files = await imported(place.put('a.eml', mail({ from: from('X01'), attached: [attached('X01')] })));
    expect(outcomes(files)).toEqual(['a.eml > X01.xlsx: already-imported X01 return.came-earlier']);
    expect(files[0]?.findings[0]?.message).toContain('--received "2026-11-18 09:30"');
  });

  test('lists a bounce, and the partner that it is about is known from then on', async () => {
    const key = {
      round: '2026',
      instrument: 'pct-self-assessment',
      partner: 'X02',
      kind: 'sending',
      about: 'w',
    } as const;
    const sent = { state: 'sent', at: new Date('2026-11-17T09:00:00Z'), detail: '250 OK' } as const;
    await inRegister((register) =>
      recordMessage(register, key, { message_id: '<2@region.example>', recipient: 'returns@x02.example' }, sent),
    );
    const own = mail({ headers: ['Message-ID: <2@region.example>'], attached: [issued('X02')] });
    const path = place.put('a.eml', bounce('returns@x02.example', '5.1.1', own));
    const { code, out } = await place.scorebook('import', path);
    expect(code).toBe(0);
    expect(out).toContain('a.eml: no return; partner X02 of round 2026 not reached\n');
    const message = await inRegister(({ db }) => db.selectFrom('message').select(['state', 'at']).execute());
    expect(message).toEqual([{ state: 'bounced', at: '2026-11-18T09:30:00.000Z' }]);
    expect(outcomes(await imported(place.put('b.eml', own)))).toEqual(['b.eml: no-return message.own-message']);
  });

  test('takes a workbook that was filled in from any message, with a warning, and nothing that went out', async () => {
    const marked = (partner: keyof typeof filled, header: string, changes: Letter = {}): string =>
      mail({ from: from(partner), headers: [header], attached: [attached(partner)], ...changes });
    const paths = [
      place.put('a.eml', marked('X01', 'Precedence: bulk')),
      place.put('b.eml', marked('X02', 'Auto-Submitted: auto-forwarded')),
      place.put('c.eml', bounce('retruns@region.example', '5.1.1', mail({ attached: [attached('X03')] }))),
      place.put('d.eml', marked('X01', 'Auto-Submitted: auto-replied', { attached: [issued('X01')] })),
      place.put('e.eml', bounce('returns@x02.example', '5.1.1', mail({ attached: [issued('X02')] }))),
    ];
    const files = await imported(...paths);
    expect(outcomes(files)).toEqual([
      'a.eml > X01.xlsx: accepted X01 return.automatic-message',
      'b.eml > X02.xlsx: accepted X02 return.automatic-message',
      'c.eml > message "Our return" > X03.xlsx: accepted X03 return.automatic-message return.other-sender',
      'c.eml: no-return message.bounce',
      'd.eml: no-return message.automatic-reply',
      'e.eml: no-return message.bounce',
    ]);
    expect(files[0]?.findings[0]?.message).toContain('is marked as automatic (precedence: bulk)');
    const stored = await inRegister(({ db }) => db.selectFrom('file').select('name').execute());
    expect(stored).toHaveLength(3);
  });

  test('takes no correction workbook, which has answers, for a return when it bounces', async () => {
    await imported(place.put('X01.xlsx', filled.X01));
    const folder = place.at('corrections');
    await place.scorebook('correct', '--round', '2026', '--partner', 'X01', '--out', folder);
    const [name = ''] = readdirSync(folder);
    const original = mail({ attached: [{ name, bytes: readFileSync(place.at('corrections', name)) }] });
    expect(outcomes(await imported(place.put('a.eml', bounce('returns@x01.example', '5.1.1', original))))).toEqual([
      'a.eml: no-return message.bounce',
    ]);
  });

  test('refuses what cannot be read, and goes on', async () => {
    const cut = outlookFile({ attached: [attached('X01')] }).slice(0, 2_000);
    place.put('bad/a.msg', cut);
    place.put('bad/b.eml', mail({ from: from('X02'), attached: [attached('X02')] }));
    const { code } = await place.scorebook('import', place.at('bad'));
    expect(code).toBe(1);
    const files = await imported(place.at('bad'));
    expect(files.map(({ status }) => status)).toEqual(['refused', 'already-imported']);
  });
});

describe('the command line', () => {
  test.each([
    [[], 'Nothing to import is named'],
    [['--imap'], 'Set SCOREBOOK_IMAP'],
    [['--imap', 'https://ann:secret@mail.example'], 'It is not the address of a mailbox'],
    [['x.eml', '--folder', 'INBOX'], '--folder belongs to a mailbox'],
    [['--imap', 'imaps://ann:secret@mail.example', '--since', 'May'], '--since "May" is not a day'],
    [['--imap', 'imaps://ann:secret@mail.example', '--since', '2026-11-21'], '--since "2026-11-21" is in the future'],
    [['--imap', 'imaps://ann:secret@mail.example', '--folder', ' '], '--folder is empty'],
  ])('import %j is refused, without the password', async (args, problem) => {
    const { code, out, err } = await place.scorebook('import', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(problem);
    expect(err).not.toContain('secret');
  });

  test.each([
    ['--imap imap://ann:secret@127.0.0.1:1', 'import', '--imap', 'imap://ann:secret@127.0.0.1:1'],
    [
      '--smtp smtp://ann:s%40@127.0.0.1:1',
      'send',
      '--round',
      '2026',
      '--smtp',
      'smtp://ann:s%40@127.0.0.1:1',
      '--dry-run',
    ],
    ['an address without its scheme', 'import', '--imap', 'ann:secret@127.0.0.1'],
  ])('warns of a password in the command: %s', async (_what, ...args) => {
    const { err } = await place.scorebook(...args, '--json');
    expect(err).toMatch(/^warning: The password in --(?:imap|smtp) is part of the command/);
    expect(err).toMatch(/Set SCOREBOOK_(?:IMAP|SMTP) to the address instead/);
    expect(err).not.toMatch(/secret|s%40/);
  });

  test('does not warn where there is no password', async () => {
    const { err } = await place.scorebook('send', '--round', '2026', '--smtp', 'smtp://127.0.0.1:1', '--dry-run');
    expect(err).not.toContain('is part of the command');
  });

  test('says that a mailbox cannot be reached, and imports the files all the same', async () => {
    environment['SCOREBOOK_IMAP'] = 'imap://ann:secret@127.0.0.1:1';
    const path = place.put('X01.xlsx', filled.X01);
    const { code, out, err } = await place.scorebook('import', path, '--imap');
    expect(code).toBe(1);
    expect(out).toContain(
      'INBOX: refused\n  error: The mailbox could not be read: the server 127.0.0.1:1 cannot be reached.',
    );
    expect(out).toContain('1 accepted, 1 refused');
    expect(out + err).not.toContain('secret');
  });
});

withDovecot('import from a mailbox', () => {
  let server: ImapServer;
  beforeEach(async () => {
    server = await startImapServer();
    environment['SCOREBOOK_IMAP'] = `imap://ann:secret@127.0.0.1:${server.port}`;
  });
  afterEach(() => server.stop());

  const put = (partner: keyof typeof filled, received: string, letter: Letter = {}): void =>
    server.put(
      mail({
        from: from(partner),
        subject: `Return ${partner}`,
        headers: [`Message-ID: <${partner}@x>`],
        attached: [attached(partner)],
        ...letter,
      }),
      new Date(received),
    );

  test('takes what is new, once; when the mailbox received it is what counts', { timeout: 60_000 }, async () => {
    put('X01', '2026-11-19T08:00:00Z');
    put('X02', '2026-11-19T09:00:00Z');
    expect(outcomes(await imported('--imap'))).toEqual([
      'INBOX > message 1 "Return X01" > X01.xlsx: accepted X01',
      'INBOX > message 2 "Return X02" > X02.xlsx: accepted X02',
    ]);
    const received = await inRegister(({ db }) => db.selectFrom('return').select('received_at').execute());
    expect(received.map(({ received_at }) => received_at)).toEqual([
      '2026-11-19T08:00:00.000Z',
      '2026-11-19T09:00:00.000Z',
    ]);
    put('X03', '2026-11-19T10:00:00Z');
    expect(outcomes(await imported('--imap'))).toEqual(['INBOX > message 3 "Return X03" > X03.xlsx: accepted X03']);
    const question = mail({ subject: 'A question', headers: ['Message-ID: <4@x>'] });
    server.put(question, new Date('2026-11-19T11:00:00Z'));
    expect(outcomes(await imported('--imap'))).toEqual([
      'INBOX > message 4 "A question": no-return message.no-attachment',
    ]);
    const before = readFileSync(place.at('import-findings.xlsx'));
    const nothing = await place.scorebook('import', '--imap', '--json');
    expect(JSON.parse(nothing.out)).toEqual({ files: [], findingsFile: null });
    expect(readFileSync(place.at('import-findings.xlsx'))).toEqual(before);
    server.numberAnew();
    expect(await imported('--imap')).toEqual([]);
    expect(server.files().every((name) => name.endsWith(':2,'))).toBe(true);
  });

  test('takes what came from a day on, by UK time, and later what came before', { timeout: 60_000 }, async () => {
    put('X01', '2026-06-30T22:59:00Z');
    put('X02', '2026-06-30T23:00:00Z');
    put('X03', '2026-07-02T09:00:00Z');
    const from = (day: string) =>
      imported('--imap', '--since', day).then((files) => files.map(({ partner }) => partner?.code));
    expect(await from('2026-07-02')).toEqual(['X03']);
    expect(await from('2026-07-01')).toEqual(['X02']);
    expect(await from('2026-06-30')).toEqual(['X01']);
  });

  test('remembers a message only when its returns are recorded', { timeout: 60_000 }, async () => {
    put('X01', '2026-11-19T08:00:00Z', { attached: [attached('X01'), attached('X02')] });
    put('X03', '2026-11-19T09:00:00Z');
    await imported('--imap');
    // As it would be after a crash between the two: the second file and the third message were never recorded.
    await inRegister(async ({ db }) => {
      await db.deleteFrom('return').where('id', '>', 1).execute();
      await db.deleteFrom('seen_message').execute();
    });
    expect(outcomes(await imported('--imap'))).toEqual([
      'INBOX > message 1 "Return X01" > X01.xlsx: already-imported X01',
      'INBOX > message 1 "Return X01" > X02.xlsx: accepted X02 return.other-sender',
      'INBOX > message 2 "Return X03" > X03.xlsx: accepted X03',
    ]);
    const seen = await inRegister(({ db }) => db.selectFrom('seen_message').select(['uid', 'message_id']).execute());
    expect(seen).toEqual([
      { uid: 1, message_id: '<X01@x>' },
      { uid: 2, message_id: '<X03@x>' },
    ]);
  });
});
