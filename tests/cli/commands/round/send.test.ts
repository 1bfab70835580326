import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openRegister } from '../../../../src/register/openRegister.ts';
import { recordBounce } from '../../../../src/register/rows/messages.ts';
import { mail as letter } from '../../../mail/mails.ts';
import { openMailServer, reply, type TestServer } from '../../../mail/openMailServer.ts';
import { fillIn } from '../../../tools/fillIn.ts';
import { scores, slips, typed } from '../../completeReturn.ts';
import { filledOnce } from '../../filledOnce.ts';
import { openWorkplace, type Ran, type Workplace } from '../../workplace.ts';

let place: Workplace;
let server: TestServer;
let now: Date;
let environment: Record<string, string>;
/** Addresses that the server does not know. */
let unknown: string[];
beforeEach(async () => {
  now = new Date('2026-11-20T10:00:00Z');
  unknown = [];
  server = await openMailServer({
    onRcptTo: ({ address }, _session, done) => done(unknown.includes(address) ? reply(550, 'no such user') : null),
  });
  environment = { SCOREBOOK_SMTP: server.url };
  place = openWorkplace({ environment, now: () => now });
  await filledOnce('three partners with addresses', place.at(), () => generate(['X01', 'X02', 'X03']));
});
afterEach(async () => {
  await server.close();
  place.remove();
});

const emailOf = (code: string): string => `${code.toLowerCase()}@pct.example`;

/** Sends the PCT self-assessment out to partners with these codes, each with its address or the one given. */
async function generate(
  codes: readonly string[],
  emails: Readonly<Record<string, string>> = {},
  ...more: string[]
): Promise<void> {
  const lines = codes.map(
    (code) => `${code},Sample PCT ${code},"${(emails[code] ?? emailOf(code)).replaceAll('"', '""')}"\n`,
  );
  const list = place.put('partners.csv', `code,name,email\n${lines.join('')}`);
  const { code, err } = await place.scorebook(
    ...['generate', 'pct-self-assessment', '--partners', list, '--round', '2026', '--due', '2026-12-18 12:00'],
    ...['--return-to', 'returns@region.example', '--out', place.at('workbooks'), ...more],
  );
  if (code !== 0) throw new Error(err);
}

const fileOf = (code: string, folder = 'workbooks', suffix = '.xlsx'): string =>
  place.at(folder, `pct-self-assessment_2026_${code}${suffix}`);
const mail = (command: string, ...more: readonly string[]): Promise<Ran> =>
  place.scorebook(command, '--round', '2026', ...more);
const drafted = (command: string, ...more: readonly string[]): Promise<Ran> =>
  mail(
    command,
    '--out',
    place.at('mail'),
    ...more,
    ...(command !== 'receipt' ? ['--workbooks', place.at('workbooks')] : []),
  );
const send = (...more: readonly string[]): Promise<Ran> =>
  mail('send', '--workbooks', place.at('workbooks'), '--smtp', '--per-minute', '60000', ...more);
const codesOf = ({ out }: Ran): readonly string[] => JSON.parse(out).findings.map(({ code }: { code: string }) => code);
const recipients = (): readonly string[] => server.received.flatMap(({ to }) => to);
const text = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('latin1').replace(/=\r\n/g, '').replace(/\r\n /g, ' ');
/** Whether a message has a file attached. */
const holds = (message: Uint8Array, file: Buffer): boolean =>
  Buffer.from(message).toString('latin1').replaceAll('\r\n', '').includes(file.toString('base64'));
const returned = async (code: string, cells = typed): Promise<void> => {
  await place.scorebook('import', place.put(`returns/${code}.xlsx`, fillIn(readFileSync(fileOf(code)), cells)));
};

describe('drafts', () => {
  test('are one file for each partner, ready to be sent, with its own workbook', async () => {
    const ran = await drafted('send');
    expect([ran.code, ran.out]).toEqual([0, `3 drafts written in ${place.at('mail')}.\n`]);
    expect(readdirSync(place.at('mail'))).toEqual(
      ['X01', 'X02', 'X03'].map((code) => `pct-self-assessment_2026_${code}.eml`),
    );
    const draft = text(readFileSync(fileOf('X02', 'mail', '.eml')));
    expect(draft).toMatch(/^X-Unsent: 1\r\nTo: x02@pct\.example\r\nReply-To: returns@region\.example\r\n/);
    expect(draft).toContain('Subject: [pct-self-assessment_2026_X02] Sample PCT X02: your workbook');
    expect(draft).not.toMatch(/^(?:From|Bcc|Cc):/m);
    expect(holds(readFileSync(fileOf('X02', 'mail', '.eml')), readFileSync(fileOf('X02')))).toBe(true);
  });

  test('change nothing when they are written again, and one that somebody has changed is left alone', async () => {
    await drafted('send');
    const draft = fileOf('X01', 'mail', '.eml');
    const before = readFileSync(draft);
    expect((await drafted('send')).out).toContain('3 drafts unchanged');
    expect(readFileSync(draft)).toEqual(before);
    writeFileSync(draft, 'changed');
    const ran = await drafted('send', '--json');
    expect([ran.code, codesOf(ran)]).toEqual([1, ['mail.draft-changed']]);
    expect(readFileSync(draft, 'utf8')).toBe('changed');
  });

  test('are written anew when the address was corrected, after the first came back', async () => {
    await drafted('send');
    const register = await openRegister(place.at('register.db'));
    await recordBounce(register, { recipient: emailOf('X02'), detail: 'no such user', at: now });
    await register.close();
    expect(codesOf(await drafted('send', '--json'))).toEqual(['mail.bounced-before']);
    await generate(['X01', 'X02', 'X03'], { X02: 'new@pct.example' });
    const ran = await drafted('send', '--json');
    expect([ran.code, codesOf(ran)]).toEqual([0, []]);
    expect(text(readFileSync(fileOf('X02', 'mail', '.eml')))).toContain('To: new@pct.example');
  });

  test('have the words of a file', async () => {
    const file = place.put(
      'own.txt',
      '# own words\n=== Sending ===\nSubject: Hello {code}\n\nDear {partner},\n\ncall {contact}.\n',
    );
    await drafted('send', '--wording', file, '--contact', 'Jo Dale, 01234 567890', '--partner', 'X01');
    expect(text(readFileSync(fileOf('X01', 'mail', '.eml')))).toContain('call Jo Dale, 01234 567890.');
  });

  test('are refused for words that cannot be filled in: all at once, each with its line', async () => {
    const file = place.put(
      'own.txt',
      'Hello\n=== sending ===\nSubject: {partnr}\n\n{deadline} {dead line}\n=== sneding ===\nSubject: x\n\ny\n=== receipt ===\nThanks {open}\n=== receipt ===\n',
    );
    const ran = await drafted('send', '--wording', file, '--json');
    const found = JSON.parse(ran.out).findings.map(
      ({ code, place: { line } }: { code: string; place: { line: number } }) => [code, line],
    );
    expect([ran.code, found]).toEqual([
      1,
      [
        ['wording.outside', 1],
        ['wording.unknown-placeholder', 3],
        ['wording.unknown-placeholder', 5],
        ['wording.unknown-part', 6],
        ['wording.no-subject', 10],
        ['wording.unknown-placeholder', 11],
        ['wording.part-twice', 12],
      ],
    ]);
    expect(existsSync(place.at('mail'))).toBe(false);
  });

  test.each([
    ['', ['wording.empty']],
    ['# only a remark\n', ['wording.empty']],
    ['=== sending ===\nSubject: {code\n\nTo {partner}}\n', ['wording.stray-brace', 'wording.stray-brace']],
  ])('are refused for words that are clearly a mistake: %j', async (words, codes) => {
    const ran = await drafted('send', '--wording', place.put('own.txt', words), '--json');
    expect([ran.code, codesOf(ran)]).toEqual([1, codes]);
  });

  test('go to nobody without a proper address, and the rest go on', async () => {
    const emails = { X01: '', X02: 'nobody', X03: 'Jo Dale <jo@pct.example>; two@pct.example' };
    await generate(['X01', 'X02', 'X03'], emails);
    const ran = await drafted('send', '--json');
    expect([ran.code, codesOf(ran)]).toEqual([
      1,
      ['mail.no-address', 'mail.bad-address', 'mail.display-name', 'mail.several-addresses'],
    ]);
    expect(JSON.parse(ran.out).messages).toMatchObject([
      { partner: 'X03', recipient: 'jo@pct.example, two@pct.example' },
    ]);
  });
});

test('an odd address is reported once, also in a round of two instruments', async () => {
  await generate(['X01'], { X01: 'Jo Dale <jo@pct.example>' });
  await place.scorebook(
    ...['generate', 'world-class-commissioning', '--partners', place.at('partners.csv'), '--round', '2026'],
    ...['--due', '2026-12-18', '--return-to', 'returns@region.example', '--out', place.at('workbooks')],
  );
  const ran = await drafted('send', '--partner', 'X01', '--json');
  expect([codesOf(ran), JSON.parse(ran.out).messages.length]).toEqual([['mail.display-name'], 2]);
});

describe('a workbook', () => {
  test("that somebody has filled in, another's, an old one or none is never sent", async () => {
    await generate(['X04']);
    writeFileSync(fileOf('X01'), fillIn(readFileSync(fileOf('X01')), typed));
    writeFileSync(fileOf('X02'), readFileSync(fileOf('X03')));
    writeFileSync(fileOf('X04'), '');
    const old = readFileSync(fileOf('X03'));
    await generate(['X03'], {}, '--marking', 'OFFICIAL');
    writeFileSync(fileOf('X03'), old);
    const ran = await send('--json');
    expect([ran.code, codesOf(ran).toSorted()]).toEqual([
      1,
      ['mail.workbook-changed', 'mail.workbook-changed', 'mail.workbook-of-another', 'mail.workbook-outdated'],
    ]);
    expect(server.received).toEqual([]);
  });

  test('is not sent where it is missing, and a missing folder is reported once', async () => {
    rmSync(fileOf('X02'));
    expect(codesOf(await send('--json'))).toEqual(['mail.workbook-missing']);
    const ran = await mail('send', '--workbooks', place.at('none'));
    expect([ran.code, ran.err]).toEqual([2, expect.stringMatching(/^error: There is no folder .*none/)]);
  });

  test('is not sent by a message that is larger than it may be', async () => {
    expect(codesOf(await send('--max-mb', '0.01', '--json'))).toEqual(Array(3).fill('mail.too-large'));
    // The earlier spelling, which scripts of users may have.
    expect(codesOf(await send('--most-mb', '0.01', '--json'))).toEqual(Array(3).fill('mail.too-large'));
    expect(server.received).toEqual([]);
  });

  test('is not sent where partners would not know where to send it back', async () => {
    await place.scorebook(
      ...[
        'generate',
        'pct-self-assessment',
        '--partners',
        place.at('partners.csv'),
        '--round',
        'r',
        '--due',
        '2026-12-18',
      ],
      ...['--out', place.at('r')],
    );
    const ran = await place.scorebook('send', '--round', 'r', '--workbooks', place.at('r'), '--json');
    expect(codesOf(ran)).toEqual(['mail.no-return-address']);
  });
});

describe('sending', () => {
  test('brings each partner its message once, and what bounced or was refused again when it is cured', async () => {
    unknown = [emailOf('X02')];
    const first = await send('--json');
    expect([first.code, codesOf(first)]).toEqual([1, ['mail.refused']]);
    expect(recipients()).toEqual(['x01@pct.example', 'x03@pct.example']);
    expect(server.received[0]?.from).toBe('returns@region.example');

    const register = await openRegister(place.at('register.db'));
    await recordBounce(register, { recipient: 'x03@pct.example', detail: 'mailbox full', at: now });
    await register.close();
    const second = await send('--json');
    expect(codesOf(second)).toEqual(['mail.bounced-before', 'mail.refused']);
    expect(recipients()).toHaveLength(2);

    await generate(['X01', 'X02', 'X03'], { X02: 'new@pct.example', X03: 'other@pct.example' });
    const third = await send();
    expect([third.code, third.out]).toEqual([0, `2 messages sent, 1 sent before by ${server.url.slice(7)}.\n`]);
    expect(recipients()).toEqual(['x01@pct.example', 'x03@pct.example', 'new@pct.example', 'other@pct.example']);
    expect((await send()).out).toContain('3 sent before');
  });

  test('brings it a second time only on request', async () => {
    await send();
    await send('--again', '--partner', 'X02');
    expect(recipients()).toEqual(['x01@pct.example', 'x02@pct.example', 'x03@pct.example', 'x02@pct.example']);
  });

  test('leaves out what may have gone, until somebody has asked', async () => {
    const register = await openRegister(place.at('register.db'));
    await send('--partner', 'X01');
    await register.db.updateTable('message').set({ state: 'sending' }).execute();
    await register.close();
    const ran = await send('--json');
    expect([ran.code, codesOf(ran)]).toEqual([1, ['mail.may-have-gone']]);
    expect(recipients()).toEqual(['x01@pct.example', 'x02@pct.example', 'x03@pct.example']);
    expect((await send('--again', '--partner', 'X01')).code).toBe(0);
    expect((await send()).out).toContain('3 sent before');
  });

  test('leaves out those for whom there is a draft, as somebody may have sent it', async () => {
    await drafted('send', '--partner', 'X01');
    expect(codesOf(await send('--json'))).toEqual(['mail.drafted-before']);
    expect(recipients()).toEqual(['x02@pct.example', 'x03@pct.example']);
  });

  test('stops where the server does, and goes on from there', async () => {
    await server.close();
    const stopped = await send();
    expect([stopped.code, stopped.out]).toEqual([1, `3 not sent yet by ${server.url.slice(7)}.\n`]);
    expect(stopped.err).toContain('Sending stopped at the mail server');
    server = await openMailServer();
    expect((await send('--smtp', server.url)).out).toContain('3 messages sent');
  });

  test('can be tried: it shows how many there would be, and the first', async () => {
    const ran = await send('--dry-run');
    expect(ran.out).toMatch(
      /^There would be 3 messages by 127\.0\.0\.1:\d+, \d+ KB in all\. Nothing was written or sent\./,
    );
    expect(ran.out).toContain('Subject: [pct-self-assessment_2026_X01] Sample PCT X01');
    expect(server.received).toEqual([]);
    expect(JSON.parse((await send('--dry-run', '--json')).out).messages).toHaveLength(3);
    expect((await send()).out).toContain('3 messages sent');
  });

  test.each([
    [['--smtp', 'mail.region.example'], 'is not the address of a mail server'],
    [['--out', 'mail'], '--out is where drafts go'],
    [['--per-minute', '0'], '--per-minute "0"'],
    [['--max-mb', '0'], '--max-mb "0"'],
    [['--from', 'us'], '--from "us"'],
    [['--partner', 'X99'], 'no such partner'],
    [['--wording', 'none.txt'], 'there is no such file'],
  ])('is refused with %j', async (more, words) => {
    const ran = await send(...more);
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining(words)]);
  });

  test('says which variable is empty', async () => {
    delete environment['SCOREBOOK_SMTP'];
    expect(await send()).toMatchObject({ code: 2, err: expect.stringContaining('SCOREBOOK_SMTP') });
  });
});

const remind = (...more: readonly string[]): Promise<Ran> =>
  drafted('remind', '--corrections', place.at('corrections'), ...more);

describe('reminders', () => {
  test('go to those who are not done, each with what is missing, and to nobody else', async () => {
    await generate(['X04']);
    await returned('X01');
    await returned(
      'X02',
      typed.filter(
        ({ sheet, row, column }) =>
          !scores.some((cell) => cell.sheet === sheet && cell.row === row && cell.column === column),
      ),
    );
    await returned('X03', [...typed, ...slips]);
    const ran = await remind();
    expect([ran.code, ran.out]).toEqual([0, `3 drafts written in ${place.at('mail')}.\n`]);
    const [x02, x03, x04] = ['X02', 'X03', 'X04'].map((code) =>
      text(readFileSync(fileOf(code, 'mail', '_reminder_2026-11-20.eml'))),
    );
    expect(x02).toContain('Subject: [pct-self-assessment_2026_X02] Still open');
    expect(x02).toMatch(/- Choose an answer: 1\.1\.1, 1\.1\.2\r\n/);
    expect(x03).toContain('Please correct');
    expect(x03).toContain('see below');
    const draft = readFileSync(fileOf('X03', 'mail', '_reminder_2026-11-20.eml'));
    expect(holds(draft, readFileSync(fileOf('X03', 'corrections', '_correction.xlsx')))).toBe(true);
    expect(x04).toContain('Reminder');
    const reminder = readFileSync(fileOf('X04', 'mail', '_reminder_2026-11-20.eml'));
    expect(holds(reminder, readFileSync(fileOf('X04')))).toBe(true);
    expect(x04).toContain('It is due at 12:00 (UK time) on Friday 18 December 2026.');
  });

  test('go once in a day, and once for so many days before the deadline', async () => {
    const smtp = ['--smtp', '--per-minute', '60000'];
    const reminded = async (...more: readonly string[]): Promise<number> => {
      const before = server.received.length;
      const { code } = await mail('remind', ...smtp, ...more);
      expect(code).toBe(0);
      return server.received.length - before;
    };
    expect([await reminded(), await reminded()]).toEqual([3, 0]);
    expect(await reminded('--before', '7')).toBe(0);
    now = new Date('2026-12-12T09:00:00Z');
    expect([await reminded('--before', '7'), await reminded('--before', '7')]).toEqual([3, 0]);
    now = new Date('2026-12-13T09:00:00Z');
    expect(await reminded('--before', '7')).toBe(0);
    now = new Date('2026-12-19T09:00:00Z');
    expect([await reminded('--before', '0'), await reminded()]).toEqual([3, 3]);
    expect(text(server.received.at(-1)?.bytes ?? Buffer.of())).toContain('has passed: please send it now');
  });

  test('do not go to those whom the workbook did not reach, where it went out by e-mail', async () => {
    unknown = [emailOf('X02')];
    await send();
    await generate(['X04']);
    const register = await openRegister(place.at('register.db'));
    await recordBounce(register, { recipient: emailOf('X03'), detail: 'mailbox full', at: now });
    await register.close();
    const ran = await remind('--json');
    expect([ran.code, codesOf(ran)]).toEqual([1, Array(3).fill('mail.nothing-to-remind')]);
    expect(JSON.parse(ran.out).messages).toMatchObject([{ partner: 'X01' }]);
    const named = await remind('--partner', 'X04', '--json');
    expect([named.code, JSON.parse(named.out).messages]).toMatchObject([0, [{ partner: 'X04' }]]);
  });

  test('say when the one before the deadline is due', async () => {
    const { code, out, err } = await remind('--before', '7');
    expect([code, out]).toEqual([0, `No messages in ${place.at('mail')}.\n`]);
    expect(err).toContain('begins on 2026-12-11');
  });

  test('warn after the deadline that a return now does not replace one that came in time', async () => {
    await returned('X03', [...typed, ...slips]);
    now = new Date('2026-12-19T09:00:00Z');
    expect(codesOf(await remind('--json'))).toEqual(['correction.due-past']);
    expect(codesOf(await remind('--partner', 'X01', '--json'))).toEqual([]);
  });

  test('can be tried without making workbooks', async () => {
    await returned('X03', [...typed, ...slips]);
    expect((await remind('--dry-run')).out).toContain('There would be 3 messages');
    expect(existsSync(place.at('corrections'))).toBe(false);
  });

  test('are held back by the limits of the round, which are named with the day on which they may go', async () => {
    await remind('--days-between', '5', '--max-reminders', '2', '--partner', 'X01', 'X02');
    now = new Date('2026-11-24T09:00:00Z');
    const { code, err } = await remind('--partner', 'X01', 'X03');
    expect([code, err]).toEqual([
      0,
      expect.stringContaining('pct-self-assessment: X01 is not reminded before 2026-11-25, as the round has'),
    ]);
    const { waiting } = JSON.parse((await remind('--max-reminders', '1', '--json')).out);
    expect(waiting).toEqual([
      { instrument: 'pct-self-assessment', why: 'number of reminders', partners: ['X01', 'X02'] },
    ]);
    expect((await place.scorebook('round', 'show', '2026')).out).toContain('at most 1, 5 days apart');
  });

  test.each([
    ['--max-reminders', 'two', '--max-reminders "two" is no number'],
    ['--max-reminders', '0', '--max-reminders 0 is not a whole number from 1'],
    ['--days-between', '-1', '--days-between "-1" is no number'],
    ['--workbooks', '/nowhere', 'There is no folder /nowhere'],
  ])('are refused for %s %s', async (option, value, problem) => {
    expect(await mail('remind', option, value)).toMatchObject({ code: 2, err: expect.stringContaining(problem) });
  });

  test('are refused for anything but a number of days', async () => {
    expect(await remind('--before', 'soon')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--before "soon"'),
    });
  });
});

describe('receipts', () => {
  test('say what was received, once for each return', async () => {
    await returned('X01');
    await returned('X03', [...typed, ...slips]);
    const first = await mail('receipt', '--smtp', '--per-minute', '60000');
    expect([first.code, first.out]).toEqual([0, expect.stringContaining('2 messages sent')]);
    const [x01, x03] = server.received.map(({ bytes }) => text(bytes));
    expect(x01).toContain('Auto-Submitted: auto-generated');
    expect(x01).toContain('100% of the questions that apply are answered.');
    expect(x01).toContain('- Overall: Amber');
    expect(x01).toContain('It was in time.');
    expect(x01).toContain('- nothing: everything could be read');
    expect(x03).toContain('see below');
    expect((await mail('receipt', '--smtp')).out).toContain('2 sent before');
    now = new Date('2026-11-21T10:00:00Z');
    await returned(
      'X03',
      typed.map((cell, index) => (index === 0 ? { ...cell, value: 1 } : cell)),
    );
    expect((await mail('receipt', '--smtp')).out).toContain('1 message sent, 2 sent before');
  });

  test('leave out what the analyst is to look into: who sent it, and when it came', async () => {
    const attached = [{ name: 'X01.xlsx', bytes: fillIn(readFileSync(fileOf('X01')), typed) }];
    const path = place.put('a.eml', letter({ from: 'Bob <bob@elsewhere.example>', above: [], attached }));
    const { out } = await place.scorebook('import', path, '--json');
    const codes = JSON.parse(out).files.flatMap(({ findings }: { findings: readonly { code: string }[] }) =>
      findings.map(({ code }) => code),
    );
    expect(codes).toEqual(['return.other-sender', 'return.sender-clock']);
    await drafted('receipt');
    expect(text(readFileSync(fileOf('X01', 'mail', '_receipt-1.eml')))).toContain(
      '- nothing: everything could be read',
    );
  });

  test('are drafts without the marks of automatic messages', async () => {
    await returned('X01');
    await drafted('receipt');
    const draft = text(readFileSync(fileOf('X01', 'mail', '_receipt-1.eml')));
    expect(draft).toContain('X-Unsent: 1');
    expect(draft).not.toContain('Auto-Submitted');
  });
});
