import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { mailIn } from '../../../src/mail/message/mailIn.ts';
import { unpackMail } from '../../../src/mail/unpackMail.ts';
import { zipParts } from '../../spreadsheet/parts.ts';
import { processorMs } from '../../tools/processorMs.ts';
import { type Letter, lines, mail, mbox } from '../mails.ts';

/** A file with the beginning of a workbook; it is not looked at here. */
const workbook = Buffer.from(zipParts({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }));
const letter: Letter = { subject: 'Return', attached: [{ name: 'X01.xlsx', bytes: workbook }] };
const message = mail(letter);

/** Describes a file: names of workbooks with the bytes that were sent, or the codes of the findings. */
async function found(file: Uint8Array | string): Promise<readonly string[]> {
  const bytes = typeof file === 'string' ? Buffer.from(file, 'latin1') : file;
  const context = {
    now: new Date('2026-11-20T10:00:00Z'),
    isOwn: async () => false,
    fileIn: async () => 'return' as const,
  };
  const all: string[] = [];
  for await (const { path, content } of unpackMail(bytes, context)) {
    const name = path.split(' > ').at(-1) ?? '';
    if ('findings' in content) all.push(...content.findings.map(({ code }) => code));
    else all.push(workbook.equals(content.bytes) ? name : `${name}: other bytes`);
  }
  return all;
}

/** Apple Mail's form: the number of bytes, the message with LF, and a list of properties. */
const emlx = (text: string, count = text.length): string =>
  `${String(count).padEnd(10)}\n${text}<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict/></plist>\n`;
const withLf = message.replaceAll('\r\n', '\n');
/** A message that is nothing but the workbook; its base64 ends with the file. */
const sole = lines(
  'From: ann@netherby.example',
  'Subject: Return',
  'MIME-Version: 1.0',
  'Content-Type: application/octet-stream; name=X01.xlsx',
  'Content-Transfer-Encoding: base64',
  '',
  workbook.toString('base64'),
  '',
);

describe('a message is read', () => {
  test.each<[string, Uint8Array | string]>([
    ['as it is', message],
    ['saved by Apple Mail (.emlx)', emlx(withLf)],
    ['saved by Apple Mail, nothing but a workbook', emlx(sole)],
    ['saved by Apple Mail, its line ends converted since', emlx(sole, sole.length - 3)],
    ['behind a banner of Exchange', `Microsoft Mail Internet Headers Version 2.0\r\n${message}`],
    ['behind a banner and an empty line', `CAUTION: this came from outside.\r\nDo not click.\r\n\r\n${message}`],
    ['behind a banner that looks like a header', `Subject: forwarded by the gateway\r\n\r\n${message}`],
    ['behind a banner with other letters', `\xdcbermittelt von: Gateway\r\n\r\n${message}`],
    ['behind empty lines', `\r\n\r\n\r\n${message}`],
    ['behind ">From "', `>From ann@netherby.example Wed Nov 18 09:30:05 2026\n${message}`],
    ['behind ">From " without a date', `>From ann@netherby.example\n${message}`],
    [
      'behind the line of an mbox of Thunderbird',
      `From - Wed Nov 18 09:30:05 2026\r\nX-Mozilla-Status: 0001\r\n${message}`,
    ],
    ['behind a mark of encoding', `\xef\xbb\xbf${message}`],
    ['behind a mark of encoding and a line of an mbox', `\xef\xbb\xbf${mbox(message)}`],
    ['with ">From " among its headers', message.replace('From: Ann', '>From ann Wed Nov 18\r\nFrom: Ann')],
    [
      'with headers of a web mail',
      `Delivered-To: returns@region.example\r\nReturn-Path: <ann@netherby.example>\r\n${message}`,
    ],
    ['with white space before the colons', message.replaceAll(/^([A-Z][\w-]+):/gm, '$1 :')],
    [
      'with headers of 60 KB before those that are known',
      `${'X-Filter-Report: '.padEnd(900, 'x')}\r\n`.repeat(66) + message,
    ],
    ['with LF', withLf],
    ['with CR, as on old Macs', message.replaceAll('\r\n', '\r')],
    ['with line ends that were converted twice', message.replaceAll('\n', '\r\n')],
    ['as UTF-16 with a mark', Buffer.from(`\ufeff${message}`, 'utf16le')],
    ['as UTF-16, big-endian', Buffer.from(`\ufeff${message}`, 'utf16le').swap16()],
    ['as UTF-16 without a mark', Buffer.from(message, 'utf16le')],
    ['as base64', Buffer.from(message).toString('base64').replaceAll(/.{76}/g, '$&\r\n')],
    ['in a message, as base64', mail({ ...letter, attached: [], forwarded: [base64Part(message)] })],
    ['with a workbook in base64 that is not marked as such', message.replace(/Content-Transfer-Encoding.*\r\n/, '')],
  ])('%s', async (_what, file) => {
    expect((await found(file)).map((name) => name.replace(/^message.*/, 'X01.xlsx'))).toEqual(['X01.xlsx']);
  });

  test('with the readable signature of S/MIME that Outlook saves as smime.p7m', async () => {
    const signed = lines(
      'Content-Type: multipart/signed; boundary=s',
      '',
      '--s',
      message.slice(message.indexOf('Content-Type')),
      '--s--',
    );
    expect(await found(mail({ attached: [{ name: 'smime.p7m', bytes: signed }] }))).toEqual(['X01.xlsx']);
  });

  test('with a workbook that is uuencoded in its text', async () => {
    const python = `import binascii,sys
d=sys.stdin.buffer.read()
sys.stdout.write(''.join(binascii.b2a_uu(d[i:i+45]).decode() for i in range(0,len(d),45)))`;
    const coded = spawnSync('python3', ['-c', python], { input: workbook, encoding: 'latin1' }).stdout;
    for (const body of [coded, coded.replaceAll(' ', '`'), coded.replaceAll(/ +\n/g, '\n')]) {
      const text = `Attached.\n\nbegin 644 X01.xlsx\n${body}\`\nend\n`.replaceAll('\n', '\r\n');
      expect(await found(mail({ text }))).toEqual(['X01.xlsx']);
    }
  });

  test('and the second of an mbox that begins with ">From "', async () => {
    const file = `>${mbox(message, message)}`;
    expect(await found(file)).toEqual(['X01.xlsx', 'X01.xlsx']);
  });
});

/** A part that holds a message as base64, which the standard forbids and gateways do. */
const base64Part = (text: string): string =>
  `${Buffer.from(text).toString('base64')}\r\n--not-the-boundary\r\n`.replace(/\r\n--not.*/s, '');

describe('a message that lacks its workbook', () => {
  test('says where Apple Mail stored it', async () => {
    const partial = message.replace(
      /(Content-Disposition: attachment.*?)\r\n\r\n.*?\r\n--/s,
      'X-Apple-Content-Length: 4000\r\n$1\r\n\r\n\r\n--',
    );
    expect(await found(emlx(partial))).toEqual(['message.content-elsewhere']);
  });

  test.each([
    ['sealed with S/MIME', { name: 'smime.p7m', type: 'application/pkcs7-mime', bytes: '0\x82' }],
    ['sealed with S/MIME, by its name', { name: 'smime.p7m', bytes: '0\x82' }],
  ])('%s', async (_what, one) => {
    expect(await found(mail({ attached: [one] }))).toEqual(['message.encrypted']);
  });
});

describe('what is no message', () => {
  test.each<[string, string]>([
    ['a list', 'code,name\nX01,Netherby\n'],
    ['a note', 'Sorry, it will be late.'],
    ['a note with a colon', 'Note: it will be late\nRegards: Ann\n'],
    ['a number', '12345\n'],
    ['a web page', '<html><head><title>From: a</title></head></html>'],
    [
      'a workbook that Excel saved as a web page',
      'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related\r\n\r\n',
    ],
    ['headers far behind', `${'x'.repeat(70)}\n`.repeat(100) + message],
    ['bytes', `\0\x01\x02${message}`],
    ['letters that are base64 by chance', 'Sorry'.repeat(30)],
    ['nothing', ''],
  ])('%s', (_what, text) => {
    expect(mailIn(Buffer.from(text, 'latin1'))).toBeUndefined();
  });
});

test('looking for a message takes no longer than in proportion to the size', async () => {
  const hostile: readonly ((size: number) => string)[] = [
    (size) => 'a:\n'.repeat(size / 3),
    (size) => 'From \n'.repeat(size / 6),
    (size) => '>From a\nX:\n'.repeat(size / 11),
    (size) => '\n'.repeat(size),
    (size) => '\r'.repeat(size),
    (size) => '\r\r\n'.repeat(size / 3),
    (size) => `${'A'.repeat(size)}-`,
    (size) => `${'\n'.repeat(size)}-`,
    (size) => `1\n${'<?xml'.repeat(size / 5)}`,
    (size) => `1\nFrom: a\nTo: b\n\n${'<?xml'.repeat(size / 5)}`,
  ];
  for (const text of hostile) {
    // What takes a second for 8 MB when it is linear would take a thousand when it is not.
    const file = Buffer.from(text(8_000_000), 'latin1');
    expect(await processorMs(() => mailIn(file))).toBeLessThan(3_000);
  }
});
