import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FindingsError } from '../../src/finding/index.ts';
import { readOutlookMessage } from '../../src/mail/files/readOutlookMessage.ts';
import { splitMbox } from '../../src/mail/files/splitMbox.ts';
import { validateCompoundFile } from '../../src/mail/files/validateCompoundFile.ts';
import { defaultMailLimits } from '../../src/mail/limits/limits.ts';
import { mailTime, separatorTime } from '../../src/mail/message/mailTime.ts';
import { readInternetMessage } from '../../src/mail/message/readInternetMessage.ts';
import { maxBytesHeld } from '../tools/maxBytesHeld.ts';
import { processorMs } from '../tools/processorMs.ts';
import { bounce, mail, mbox } from './mails.ts';
import { outlookFile } from './outlookFile.ts';

/** What a reader may throw for a message, and nothing else. */
async function isRead(read: () => unknown): Promise<boolean> {
  try {
    await read();
    return true;
  } catch (failure) {
    expect(failure).toBeInstanceOf(FindingsError);
    return false;
  }
}

const saved = outlookFile({
  sender: { name: 'Ann', address: 'ann@netherby.example' },
  headers: 'Message-ID: <a@b>\r\n',
  delivered: new Date('2026-11-18T09:30:00Z'),
  attached: [
    { name: 'small.xlsx', bytes: new Uint8Array(100) },
    { name: 'large.xlsx', bytes: new Uint8Array(10_000) },
    { name: 'inner', message: { subject: 'inner', attached: [{ name: 'a.txt', bytes: new Uint8Array(5) }] } },
  ],
});

/** Numbers that the tables of such a file have: ends, gaps, and sectors that lead in circles. */
const number = fc.oneof(
  fc.constantFrom(-2, -1, -3, 0, 1, 2, 3, 0x7fffffff, -0x80000000),
  fc.integer({ min: 0, max: 300 }),
  fc.integer(),
);

test('an Outlook message with other numbers in it is read or refused, soon', { timeout: 60_000 }, async () => {
  const places = fc.integer({ min: 2, max: saved.length / 4 - 1 }).map((index) => index * 4);
  const changes = fc.array(fc.tuple(places, number), { minLength: 1, maxLength: 8 });
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(changes, async (all) => {
      const file = Buffer.from(saved);
      for (const [at, value] of all) file.writeInt32LE(value, at);
      const cost = await processorMs(async () => {
        if (!(await isRead(() => readOutlookMessage(file, defaultMailLimits)))) refused += 1;
      });
      expect(cost).toBeLessThan(2_000);
    }),
    { numRuns: 400 },
  );
  expect(refused).toBeGreaterThan(0);
});

/** Positions in the file: of the header's fields, and within the directory's entries. */
const directoryAt = 512 * (Buffer.from(saved).readInt32LE(0x30) + 1);

test.each<[string, number, number]>([
  [
    'a directory that follows itself',
    512 * (Buffer.from(saved).readInt32LE(0x4c) + 1) + 4 * Buffer.from(saved).readInt32LE(0x30),
    Buffer.from(saved).readInt32LE(0x30),
  ],
  ['a tree in which an entry is below itself', directoryAt + 76, 0],
  ['an entry that follows itself', directoryAt + 128 + 72, 1],
  ['more tables than sectors', 0x2c, 0x7fffffff],
  ['more lists of tables than sectors', 0x48, 0x7fffffff],
])('%s is found before anything follows it', (_what, at, value) => {
  const file = Buffer.from(saved);
  expect(() => validateCompoundFile(file)).not.toThrow();
  file.writeInt32LE(value, at);
  expect(() => validateCompoundFile(file)).toThrow(FindingsError);
});

test('an Outlook message that is cut off anywhere is read or refused', async () => {
  for (let length = 512; length < saved.length; length += 512) {
    await isRead(() => readOutlookMessage(saved.subarray(0, length), defaultMailLimits));
  }
});

test('a message of the internet with pieces of it gone or doubled is read or refused', async () => {
  const whole = [
    mail({ attached: [{ name: 'a.xlsx', bytes: 'PK' }], forwarded: [mail({})] }),
    bounce('a@b', '5.1.1', ''),
  ];
  const cut = fc.tuple(fc.constantFrom(...whole), fc.nat(2_000), fc.nat(2_000));
  await fc.assert(
    fc.asyncProperty(cut, async ([text, from, to]) => {
      await isRead(() => readInternetMessage(Buffer.from(text.slice(0, from) + text.slice(to)), defaultMailLimits));
    }),
    { numRuns: 200 },
  );
});

test('a file of messages is the same in pieces of any size', () => {
  const subjects = fc.array(
    fc.string({ maxLength: 20 }).map((text) => `x${text.replace(/\s/g, ' ')}`),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(subjects, fc.integer({ min: 1, max: 700 }), (all, size) => {
      const messages = all.map((subject) => mail({ subject }));
      const file = Buffer.from(mbox(...messages));
      const pieces = Array.from({ length: Math.ceil(file.length / size) }, (_, index) =>
        file.subarray(index * size, (index + 1) * size),
      );
      const found = [...splitMbox(pieces, 1_000_000)].map(({ content }) =>
        'bytes' in content ? Buffer.from(content.bytes).toString().trimEnd() : '',
      );
      expect(found).toEqual(messages.map((message) => message.trimEnd()));
    }),
  );
});

test('a message of a file that is over the limit is skipped, not the next', () => {
  const file = Buffer.from(mbox(mail({}), mail({ text: 'x'.repeat(50_000) }), mail({ subject: 'Last' })));
  const pieces = [file.subarray(0, 20_000), file.subarray(20_000, 40_000), file.subarray(40_000)];
  const found = [...splitMbox(pieces, 5_000)].map(({ content }) => ('size' in content ? 'too large' : 'read'));
  expect(found).toEqual(['read', 'too large', 'read']);
});

describe('a message of millions of short lines costs time and memory in proportion to its size', () => {
  const head = 'From ann@netherby.example Wed Nov 18 09:30:05 2026\nFrom: a@b.example\nSubject: x\n';
  const megabyte = 1_000_000;

  test.each([
    ['lines that begin no message', '\n', 'From \n'],
    ['lines that begin none after empty ones', '\n', '\nFrom \n'],
    ['lines that almost begin one', '\n', '\nFrom a Wed Nov 18 09:30 no\n'],
    ['padded pieces of base64', 'Content-Transfer-Encoding: base64\n\n', 'QQ=='],
    ['padded lines of base64', 'Content-Transfer-Encoding: base64\n\n', 'QQ==\n'],
  ])('%s', { timeout: 60_000 }, async (_what, end, unit) => {
    const file = Buffer.from(head + end + unit.repeat((3 * megabyte) / unit.length));
    const pieces = Array.from({ length: 3 }, (_, index) => file.subarray(index * megabyte, (index + 1) * megabyte));
    let cost = 0;
    const held = await maxBytesHeld(async () => {
      cost = await processorMs(async () => {
        for (const { content } of splitMbox(pieces, 60 * megabyte)) {
          if ('bytes' in content) await readInternetMessage(content.bytes, defaultMailLimits);
        }
      });
    });
    // Before lines were put together as they came, these took 5 s and 1 GB.
    expect(cost).toBeLessThan(4_000);
    expect(held).toBeLessThan(150 * megabyte);
  });
});

test('a line of text that begins with From does not begin a message', () => {
  const letter = mail({ text: 'Hello,\n\nFrom Monday on we are closed.\n\nFrom 2027 2026 too.' });
  expect([...splitMbox([Buffer.from(mbox(letter, mail({})))], 1_000_000)]).toHaveLength(2);
});

test.each([
  ['Wed, 18 Nov 2026 09:30:00 +0000', '2026-11-18T09:30:00.000Z'],
  ['18 Nov 2026 09:30 GMT', '2026-11-18T09:30:00.000Z'],
  ['Wed, 18 Nov 2026 09:30:00 -0500 (EST)', '2026-11-18T14:30:00.000Z'],
  ['Wed, 18 Nov 2026 10:30:00 BST', '2026-11-18T09:30:00.000Z'],
  ['Wed, 18 Nov 2026 09:30:00', '2026-11-18T09:30:00.000Z'],
  ['yesterday', undefined],
  ['Wed, 45 Nov 2026 09:30:00 +0000', undefined],
  ['', undefined],
])('the date %j of a header is %s', (text, time) => {
  expect(mailTime(text)?.toISOString()).toBe(time);
});

test.each([
  ['From ann@netherby.example Wed Nov 18 09:30:05 2026', '2026-11-18T09:30:05.000Z'],
  ['From - Wed Nov  4 09:30:05 2026', '2026-11-04T09:30:05.000Z'],
  ['From ann@netherby.example Wed Nov 18 09:30:05 GMT 2026', '2026-11-18T09:30:05.000Z'],
  ['From Monday on', undefined],
])('the date in the line %j before a message is %s', (line, time) => {
  expect(separatorTime(line)?.toISOString()).toBe(time);
});
