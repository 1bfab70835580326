import { describe, expect, test } from 'vitest';
import type { MailLimits } from '../../src/mail/limits/limits.ts';
import type { FileInNotice } from '../../src/mail/unpackMail.ts';
import { type Unpacked, type Unpacking, unpackMail } from '../../src/mail/unpackMail.ts';
import { zipParts } from '../spreadsheet/parts.ts';
import { processorMs } from '../tools/processorMs.ts';
import { bounce, type Letter, lines, mail, mbox } from './mails.ts';
import { outlookFile } from './outlookFile.ts';

const now = new Date('2026-11-20T10:00:00Z');
/** Something in the form of a workbook: what is in it is not looked at here. */
const workbook = zipParts({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' });
const returned = { name: 'X01.xlsx', bytes: workbook };
const blank = { name: 'X02.xlsx', bytes: Buffer.concat([workbook, Buffer.from('blank')]) };
const damaged = { name: 'X03.xlsx', bytes: Buffer.from(workbook.subarray(0, -1)) };
const png = { name: 'image001.png', bytes: Buffer.from('\x89PNG\r\n\x1a\n logo', 'latin1') };

async function unpacked(
  bytes: Uint8Array | string,
  unpacking: Partial<Unpacking> = {},
  limits: Partial<MailLimits> = {},
): Promise<readonly Unpacked[]> {
  const all: Unpacked[] = [];
  const isOwn = async (messageId: string): Promise<boolean> => messageId === '<own@region.example>';
  const fileIn = async (file: Uint8Array): Promise<FileInNotice> => {
    if (blank.bytes.equals(file)) return 'none';
    return damaged.bytes.equals(file) ? 'unusable' : 'return';
  };
  for await (const one of unpackMail(Buffer.from(bytes), { now, isOwn, fileIn, ...unpacking }, limits)) all.push(one);
  return all;
}

/** Each thing as its path with `file`, or the codes of what is said of it. */
const described = (all: readonly Unpacked[]): readonly string[] =>
  all.map(({ path, content }) =>
    `${path}: ${'bytes' in content ? 'file' : content.findings.map(({ code }) => code).join(', ')}`.trim(),
  );

const describedOf = async (bytes: Uint8Array | string): Promise<readonly string[]> => described(await unpacked(bytes));

describe('a return in a message', () => {
  test('is what is attached, byte for byte', async () => {
    const [one, ...others] = await unpacked(mail({ attached: [returned] }));
    expect(others).toEqual([]);
    expect(one?.path).toBe('X01.xlsx');
    expect(one?.content).toEqual({ bytes: new Uint8Array(workbook) });
    expect(one?.message).toEqual({
      sender: { name: 'Ann Example', address: 'ann@netherby.example' },
      subject: 'Our return',
      sent: new Date('2026-11-18T09:29:00Z'),
      forwardedBy: [],
      arrived: new Date('2026-11-18T09:30:00Z'),
      clock: 'receiver',
    });
  });

  test('may be one of several', async () => {
    expect(await describedOf(mail({ attached: [returned, { ...returned, name: 'X02.xlsx' }] }))).toEqual([
      'X01.xlsx: file',
      'X02.xlsx: file',
    ]);
  });

  test('may be packed, and messages may be packed', async () => {
    const inside = mail({ attached: [{ name: 'all.zip', bytes: zipParts({ 'folder/X01.xlsx': workbook }) }] });
    expect(await describedOf(inside)).toEqual(['all.zip > folder/X01.xlsx: file']);
    expect(await describedOf(zipParts({ 'saved/a.eml': inside }))).toEqual([
      'saved/a.eml > all.zip > folder/X01.xlsx: file',
    ]);
  });

  test('may have been forwarded as an attachment, twice, and came when the outermost came', async () => {
    const first = mail({ subject: 'Return', attached: [returned] });
    const second = mail({ subject: 'FW: Return', from: 'bob@netherby.example', forwarded: [first] });
    const above = ['Received: by mx.region.example; Thu, 19 Nov 2026 16:00:00 +0100'];
    const [one, ...others] = await unpacked(mail({ from: 'cat@region.example', above, forwarded: [second] }));
    expect(others).toEqual([]);
    expect(one?.path).toBe('message "FW: Return" > message "Return" > X01.xlsx');
    expect(one?.message).toMatchObject({
      sender: { address: 'ann@netherby.example' },
      forwardedBy: ['bob@netherby.example', 'cat@region.example'],
      arrived: new Date('2026-11-19T15:00:00Z'),
    });
  });

  test('may have been forwarded in the text', async () => {
    const text = '-----Original Message-----\nFrom: Ann\nSubject: Return\n\nPlease find attached.';
    expect(await describedOf(mail({ subject: 'FW: Return', text, attached: [returned] }))).toEqual(['X01.xlsx: file']);
  });

  test('may have pictures and signatures around it', async () => {
    const attached = [
      png,
      returned,
      { name: 'smime.p7s', type: 'application/pkcs7-signature', bytes: 'x' },
      { name: 'meeting.ics', type: 'text/calendar', bytes: 'BEGIN:VCALENDAR' },
    ];
    expect(await describedOf(mail({ attached }))).toEqual(['X01.xlsx: file']);
  });

  test('may have a letter beside it, which is reported', async () => {
    expect(await describedOf(mail({ attached: [{ name: 'letter.pdf', bytes: '%PDF-1.7' }, returned] }))).toEqual([
      'letter.pdf: message.other-attachment',
      'X01.xlsx: file',
    ]);
  });

  test('has a name that can be shown, or a number', async () => {
    expect(await describedOf(mail({ attached: [{ ...returned, name: 'a\u202ename\u001b[2J.xlsx' }] }))).toEqual([
      'a?name?[2J.xlsx: file',
    ]);
    const nameless = mail({ attached: [returned] }).replaceAll(/; (?:file)?name="X01.xlsx"/g, '');
    expect(await describedOf(nameless)).toEqual(['attachment 1: file']);
  });
});

describe('a message that Outlook saved', () => {
  const sender = { name: 'Ann Example', address: 'ann@netherby.example' };
  const delivered = new Date('2026-11-18T09:30:00Z');

  test('gives what is attached, who sent it and when it came', async () => {
    const file = outlookFile({ sender, delivered, submitted: new Date('2026-11-18T09:29:00Z'), attached: [returned] });
    const [one, ...others] = await unpacked(file);
    expect(others).toEqual([]);
    expect([one?.path, one?.content]).toEqual(['X01.xlsx', { bytes: new Uint8Array(workbook) }]);
    expect(one?.message).toEqual({
      sender,
      subject: 'Our return',
      sent: new Date('2026-11-18T09:29:00Z'),
      forwardedBy: [],
      arrived: delivered,
      clock: 'receiver',
    });
  });

  test('may hold another, and that another', async () => {
    const first = { subject: 'Return', sender, attached: [returned] };
    const second = { subject: 'FW: Return', attached: [{ name: 'Return', message: first }] };
    const file = outlookFile({
      subject: 'FW: FW: Return',
      delivered,
      attached: [{ name: 'FW Return', message: second }],
    });
    const all = await unpacked(file);
    expect(described(all)).toEqual(['FW Return > Return > X01.xlsx: file']);
    expect(all[0]?.message).toMatchObject({ sender, subject: 'Return', arrived: delivered });
  });

  test('and messages of the internet may be inside one another', async () => {
    const inner = outlookFile({ attached: [returned] });
    const around = mail({ attached: [{ name: 'FW.msg', bytes: inner }] });
    expect(await describedOf(around)).toEqual(['FW.msg > X01.xlsx: file']);
    expect(await describedOf(outlookFile({ attached: [{ name: 'a.eml', bytes: Buffer.from(around) }] }))).toEqual([
      'a.eml > FW.msg > X01.xlsx: file',
    ]);
  });

  test('has the headers with which it came', async () => {
    const headers = 'Auto-Submitted: auto-replied\r\nMessage-ID: <a@b>\r\n';
    expect(await describedOf(outlookFile({ headers }))).toEqual([': message.automatic-reply']);
  });

  test.each([
    ['REPORT.IPM.Note.NDR', 'message.bounce'],
    ['REPORT.IPM.Note.DR', 'message.delivery-report'],
    ['REPORT.IPM.Note.IPNRN', 'message.read-receipt'],
    ['IPM.Note.Rules.OofTemplate.Microsoft', 'message.automatic-reply'],
  ])('of class %s is known as %s', async (messageClass, code) => {
    expect(await describedOf(outlookFile({ messageClass }))).toEqual([`: ${code}`]);
  });
});

describe('a file of messages', () => {
  test('gives each of them', async () => {
    const letters = [mail({ subject: 'One', attached: [returned] }), mail({ subject: 'Two' })];
    expect(await describedOf(mbox(...letters))).toEqual([
      'message 1 "One" > X01.xlsx: file',
      'message 2 "Two": message.no-attachment',
    ]);
  });
});

describe('a message without a return is listed', () => {
  test.each<[string, Letter, string]>([
    ['nothing attached', {}, 'message.no-attachment'],
    ['nothing but a signature picture', { attached: [png] }, 'message.no-attachment'],
    ['an automatic reply', { headers: ['Auto-Submitted: auto-replied (vacation)'] }, 'message.automatic-reply'],
    ['an automatic reply of old', { headers: ['X-Autoreply: yes'] }, 'message.automatic-reply'],
    ['mail to many', { headers: ['Precedence: bulk'] }, 'message.automatic-reply'],
    ['a program, which wants no answer', { above: ['Return-Path: <>'] }, 'message.automatic-reply'],
    [
      'an automatic reply with the blank workbook',
      { headers: ['Auto-Submitted: auto-replied'], attached: [blank] },
      'message.automatic-reply',
    ],
    [
      'a message sent from here',
      { headers: ['Message-ID: <own@region.example>'], attached: [blank] },
      'message.own-message',
    ],
    ['a link to OneDrive', { text: 'See https://netherby-my.sharepoint.com/:x:/p/ann/Ea1?e=1' }, 'message.link'],
    [
      'a link that a filter wrapped',
      { html: '<a href="https://eur01.safelinks.example/?url=https%3A%2F%2F1drv.ms%2Fx%2Fs">it</a>' },
      'message.link',
    ],
  ])('%s', async (_what, letter, code) => {
    expect(await describedOf(mail(letter))).toEqual([`: ${code}`]);
  });

  test('that is written by a person is no automatic one', async () => {
    expect(await describedOf(mail({ headers: ['Auto-Submitted: no'], attached: [returned] }))).toEqual([
      'X01.xlsx: file',
    ]);
  });

  test('winmail.dat', async () => {
    const attached = [{ name: 'winmail.dat', type: 'application/ms-tnef', bytes: '\x78\x9f\x3e\x22' }];
    expect(await describedOf(mail({ attached }))).toEqual(['winmail.dat: message.winmail']);
  });

  test.each([
    ['winmail.dat', 'application/ms-tnef'],
    ['return.ics', 'text/calendar'],
  ])('a workbook that is called %s', async (name, type) => {
    const attached = [{ name, type, bytes: 'PK\u0003\u0004' }];
    expect(await describedOf(mail({ attached }))).toEqual([`${name}: file`]);
  });

  test('a link is reported without its target, and not beside a file', async () => {
    const text = 'https://netherby.sharepoint.com/secret-key';
    const [one] = await unpacked(mail({ text }));
    expect(JSON.stringify(one)).not.toContain('secret-key');
    expect(JSON.stringify(one)).toContain('netherby.sharepoint.com');
    expect(await describedOf(mail({ text, attached: [returned] }))).toEqual(['X01.xlsx: file']);
  });

  test('what is encrypted', async () => {
    const attached = [{ name: 'smime.p7m', type: 'application/pkcs7-mime', bytes: 'x' }];
    expect(await describedOf(mail({ attached }))).toEqual([': message.encrypted']);
  });

  test('a bounce, with the address, the message it is about, and whether it is for good', async () => {
    const own = mail({ headers: ['Message-ID: <own@region.example>'], attached: [blank] });
    const [one, ...others] = await unpacked(bounce('who@netherby.example', '5.1.1', own));
    expect(others).toEqual([]);
    expect(described(one === undefined ? [] : [one])).toEqual([': message.bounce']);
    expect(one?.failures).toEqual([
      {
        recipient: 'who@netherby.example',
        isPermanent: true,
        detail: '550 5.1.1 No such user here',
        messageId: '<own@region.example>',
      },
    ]);
    const [soft] = await unpacked(bounce('who@netherby.example', '4.2.2', own));
    expect(soft?.failures).toMatchObject([{ isPermanent: false }]);
  });

  test('a report that a message is late or has arrived is no bounce', async () => {
    const late = bounce('who@netherby.example', '4.4.1', '').replace('Action: failed', 'Action: delayed');
    expect(await describedOf(late)).toEqual([': message.delivery-report']);
  });

  test('a read receipt', async () => {
    const receipt = lines(
      'From: ann@netherby.example',
      'Subject: Read: your return',
      'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
      '',
      '--b',
      'Content-Type: message/disposition-notification',
      '',
      'Disposition: manual-action/MDN-sent-manually; displayed',
      '--b--',
      '',
    );
    expect(await describedOf(receipt)).toEqual([': message.read-receipt']);
  });
});

describe('a message that is not an ordinary one', () => {
  const own = 'Message-ID: <own@region.example>';
  const answered = mail({ subject: 'Return', attached: [returned] });

  test.each([
    'Precedence: bulk',
    'Precedence: junk',
    'Auto-Submitted: auto-forwarded',
    'Auto-Submitted: auto-generated; owner-email="desk@region.example"',
    'Auto-Submitted: auto-replied (vacation)',
    'X-Autoreply: yes',
    'Return-Path: <>',
    own,
  ])('gives the workbook that was filled in, with the mark: %s', async (header) => {
    const [one, ...others] = await unpacked(mail({ headers: [header], attached: [returned, blank] }));
    expect(others).toEqual([]);
    expect(described(one === undefined ? [] : [one])).toEqual(['X01.xlsx: file']);
    expect(one?.message?.mark).toMatch(/^is (?:marked as automatic|a copy of one that Scorebook sent)/);
  });

  test('marks what is in messages and archives inside it, too', async () => {
    const archive = { name: 'all.zip', bytes: zipParts({ 'X01.xlsx': workbook, 'X02.xlsx': blank.bytes }) };
    const passedOn = mail({ headers: ['Precedence: bulk'], attached: [archive], forwarded: [answered] });
    const all = await unpacked(passedOn);
    expect(described(all)).toEqual(['all.zip > X01.xlsx: file', 'message "Return" > X01.xlsx: file']);
    expect(all.map(({ message }) => message?.mark)).toEqual(Array(2).fill('is marked as automatic (precedence: bulk)'));
  });

  test('reports a file that may be a damaged return, or a link to one, if a program may have passed on an ordinary message', async () => {
    const text = 'https://netherby.sharepoint.com/x';
    expect(await describedOf(mail({ headers: ['Precedence: bulk'], attached: [damaged] }))).toEqual(['X03.xlsx: file']);
    expect(await describedOf(mail({ headers: ['Precedence: bulk'], text }))).toEqual([
      ': message.link',
      ': message.automatic-reply',
    ]);
  });

  test('is a bounce whatever comes back with it, and gives back nothing that was sent from here', async () => {
    for (const original of [mail({ headers: [own], attached: [blank] }), mail({ attached: [damaged] }), 'cut off']) {
      expect(await describedOf(bounce('who@netherby.example', '5.1.1', original))).toEqual([': message.bounce']);
    }
    const many = mail({ attached: [blank, blank, blank] });
    const [one] = await unpacked(bounce('who@netherby.example', '5.1.1', many), {}, { files: 2 });
    expect(described(one === undefined ? [] : [one])).toEqual([': message.bounce']);
  });

  test('is a bounce as well as a return where what could not be delivered is a return', async () => {
    const all = await unpacked(bounce('retruns@region.example', '5.1.1', answered));
    expect(described(all)).toEqual(['message "Return" > X01.xlsx: file', ': message.bounce']);
    expect(all[0]?.message?.mark).toBe('reports that another did not arrive');
    const forwarded = [bounce('retruns@region.example', '5.1.1', answered)];
    expect(await describedOf(mail({ subject: 'FW', forwarded }))).toEqual([
      'message "Undelivered Mail Returned to Sender" > message "Return" > X01.xlsx: file',
      'message "Undelivered Mail Returned to Sender": message.bounce',
    ]);
  });

  test('is passed on by a program and still a bounce', async () => {
    const passedOn = mail({
      headers: ['Auto-Submitted: auto-forwarded'],
      forwarded: [bounce('a@b.example', '5.1.1', '')],
    });
    const all = await unpacked(passedOn);
    expect(all.flatMap(({ failures }) => failures?.map(({ recipient }) => recipient) ?? [])).toEqual(['a@b.example']);
  });

  test('is encrypted in part, and what is not is taken', async () => {
    const attached = [{ name: 'smime.p7m', type: 'application/pkcs7-mime', bytes: 'x' }, returned];
    expect(await describedOf(mail({ attached }))).toEqual(['X01.xlsx: file', ': message.encrypted']);
  });
});

describe('when a message came', () => {
  const arrival = async (letter: Letter, unpacking: Partial<Unpacking> = {}): Promise<unknown> => {
    const [one] = await unpacked(mail({ ...letter, attached: [returned] }), unpacking);
    return [one?.message?.arrived?.toISOString(), one?.message?.clock];
  };

  test('is what the mailbox says, before all else', async () => {
    expect(await arrival({}, { delivered: new Date('2026-11-19T08:00:00Z') })).toEqual([
      '2026-11-19T08:00:00.000Z',
      'receiver',
    ]);
  });

  test('is what the last of the mail servers wrote, whatever its zone', async () => {
    const above = [
      'Received: from b by c with ESMTP id 1;\r\n\tWed, 18 Nov 2026 11:30:00 +0200 (EET)',
      'Received: from a by b; Tue, 17 Nov 2026 23:00:00 GMT',
    ];
    expect(await arrival({ above })).toEqual(['2026-11-18T09:30:00.000Z', 'receiver']);
  });

  test('is what the file of messages says, where no server wrote it', async () => {
    const [one] = await unpacked(mbox(mail({ above: [], attached: [returned] })));
    expect([one?.message?.arrived?.toISOString(), one?.message?.clock]).toEqual([
      '2026-11-18T09:30:05.000Z',
      'receiver',
    ]);
  });

  test("is what the sender's clock says, where nothing else does", async () => {
    expect(await arrival({ above: [] })).toEqual(['2026-11-18T09:29:00.000Z', 'sender']);
  });

  test('is not known where nothing says it, or only a date to come', async () => {
    expect(await arrival({ above: [], date: null })).toEqual([undefined, 'sender']);
    expect(await arrival({ above: [], date: 'Wed, 18 Nov 2037 09:29:00 +0000' })).toEqual([undefined, 'sender']);
  });
});

describe('bounds', () => {
  test('sender and subject are cut, whoever wrote them', async () => {
    const long = 'é'.repeat(390_000);
    const from = `"${long}" <${'a'.repeat(390_000)}@netherby.example>`;
    const letters = [
      mail({ from: 'Ann <ann@netherby.example>', subject: long, attached: [returned] }),
      mail({ from, attached: [returned] }),
      outlookFile({ subject: long, sender: { name: long, address: `${long}@netherby.example` }, attached: [returned] }),
      mail({ from, subject: long, headers: ['Precedence: bulk'] }),
      mail({
        attached: [
          { ...returned, name: `${long}.xlsx` },
          { ...blank, name: long },
        ],
        headers: ['X-Autoreply: 1'],
      }),
      mail({ headers: [`X-Failed-Recipients: ${'a@b.example,'.repeat(30_000)}`] }),
    ];
    for (const letter of letters) {
      const [one] = await unpacked(letter);
      if (one === undefined) throw new Error('nothing was found');
      const findings = 'findings' in one.content ? one.content.findings : [];
      expect(findings.length).toBeLessThan(1_000);
      expect(JSON.stringify([one.message, one.path, findings[0]]).length).toBeLessThan(2_500);
    }
  });

  test('a message nested 50 deep is opened as far as ten', async () => {
    let letter = mail({ attached: [returned] });
    for (let level = 0; level < 50; level += 1) letter = mail({ forwarded: [letter] });
    const all = await unpacked(letter);
    expect(described(all)).toHaveLength(1);
    expect(described(all)[0]).toMatch(/^(?:message "Our return" > ){9}message: message\.over-limit$/);
  });

  test('and so is a saved one', async () => {
    let letter: Parameters<typeof outlookFile>[0] = { attached: [returned] };
    for (let level = 0; level < 50; level += 1) letter = { attached: [{ name: 'a', message: letter }] };
    expect(await describedOf(outlookFile(letter))).toEqual([`${'a > '.repeat(10).slice(0, -3)}: message.over-limit`]);
  });

  test('a message of a million parts is not parsed', async () => {
    const parts = '--b\r\n\r\n\r\n'.repeat(1_000_000);
    const message = `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts}`;
    const cost = await processorMs(async () => expect(await describedOf(message)).toEqual([': message.over-limit']));
    expect(cost).toBeLessThan(1_500);
  });

  test('parts inside parts, headers, files and bytes have theirs', async () => {
    let nested = 'Content-Type: text/plain\r\n\r\nx';
    for (let level = 0; level < 100; level += 1) {
      nested = `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n${nested}\r\n`;
    }
    expect(await describedOf(`From: a@b.example\r\n${nested}`)).toEqual([': message.over-limit']);
    expect(await describedOf(mail({ headers: [`X-Long: ${'x'.repeat(2_000_000)}`] }))).toEqual([': message.damaged']);
    const three = mail({ attached: [returned, returned, returned] });
    expect(described(await unpacked(three, {}, { files: 2 })).at(-1)).toBe(': message.over-limit');
    expect(described(await unpacked(three, {}, { unpackedBytes: 500 })).at(-1)).toBe(': message.over-limit');
    expect(described(await unpacked(three, {}, { messageBytes: 1_000 }))).toEqual([': message.over-limit']);
  });
});
