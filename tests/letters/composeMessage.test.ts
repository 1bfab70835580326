import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeMessage, type MessageContent } from '../../src/letters/composeMessage.ts';
import { fillWording, oneLine } from '../../src/letters/wording/fillWording.ts';
import { htmlOf } from '../../src/letters/wording/htmlOf.ts';
import { readAddresses } from '../../src/partners/emailAddresses.ts';
import { readByPython } from '../mail/readByPython.ts';
import { withPython } from '../programs.ts';

const content: MessageContent = {
  to: ['a@ashmere.example'],
  replyTo: 'returns@region.example',
  marking: undefined,
  reference: 'sample_2026_X01',
  subject: 'Your workbook',
  text: 'To Ashmere PCT\n\nPlease answer:\n- one\n- two',
  language: 'en-GB',
  attachment: { name: 'sample_2026_X01.xlsx', bytes: Buffer.from('PK workbook') },
  messageId: '<1@region.example>',
  date: new Date('2026-11-20T10:00:00Z'),
  manner: 'draft',
};
const readBack = async (changes: Partial<MessageContent> = {}) => {
  const [message] = readByPython([await composeMessage({ ...content, ...changes })]);
  if (message === undefined) throw new Error('Nothing was read');
  return message;
};

withPython('a message, as another program reads it', () => {
  test('is a draft to one organisation, with its workbook', async () => {
    const message = await readBack();
    expect(message).toMatchObject({
      subject: '[sample_2026_X01] Your workbook',
      to: ['a@ashmere.example'],
      from: null,
      replyTo: 'returns@region.example',
      messageId: '<1@region.example>',
      attachments: [
        {
          name: 'sample_2026_X01.xlsx',
          type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          base64: Buffer.from('PK workbook').toString('base64'),
        },
      ],
      defects: [],
    });
    expect(message.headers.map((name) => name.toLowerCase()).toSorted()).toEqual([
      'content-type',
      'date',
      'message-id',
      'mime-version',
      'reply-to',
      'subject',
      'to',
      'x-unsent',
    ]);
    expect(message.html).toContain('<ul><li>one</li><li>two</li></ul>');
  });

  test('has the marking of the round before everything else', async () => {
    expect((await readBack({ marking: 'OFFICIAL-SENSITIVE' })).subject).toBe(
      'OFFICIAL-SENSITIVE [sample_2026_X01] Your workbook',
    );
  });

  test.each([
    ['sent', []],
    ['sent automatically', ['Auto-Submitted']],
  ] as const)('says when it is %s', async (manner, more) => {
    const { headers } = await readBack({ manner, from: 'returns@region.example' });
    expect(headers.filter((name) => /^(?:x-unsent|auto-submitted)$/i.test(name))).toEqual(more);
  });

  test.each([
    ['<a.b@x.example>', '<a.b@x.example>'],
    ['<a@x.example>\r\nBcc: b@x.example', undefined],
    ['<ä@x.example>', undefined],
    [undefined, undefined],
  ])('answers %j where that is a plain Message-ID', async (inReplyTo, expected) => {
    const bytes = await composeMessage({ ...content, ...(inReplyTo === undefined ? {} : { inReplyTo }) });
    const heads = Buffer.from(bytes).toString('latin1').split('\r\n\r\n')[0] ?? '';
    expect(/^In-Reply-To: (.*)$/m.exec(heads)?.[1]).toBe(expected);
    expect(/^References: (.*)$/m.exec(heads)?.[1]).toBe(expected);
    expect(heads).not.toContain('Bcc');
  });

  test('never lets a name be read as the code of another text', async () => {
    const { subject } = fillWording(
      { subject: '{partner}', text: '' },
      { partner: '=?utf-8?Q?Treasury?= and =\0?utf-8?Q?x?=' },
    );
    expect((await readBack({ subject })).subject).toBe('[sample_2026_X01] = ?utf-8?Q?Treasury?= and = ?utf-8?Q?x?=');
  });

  test('has exactly the intended text, whatever is in a name; and no name makes a header', async () => {
    const seed = Date.now();
    const names = fc.sample(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc
          .array(
            fc.constantFrom(
              '\r\n',
              '\n',
              '\r',
              '"',
              "'",
              ',',
              ';',
              '<',
              '>',
              '@',
              'é',
              '🧸',
              'Bcc: x@y.example',
              '=?utf-8?Q?',
              '?=',
              '\u2028',
              '\u0085',
              '\\',
              '%',
              ' ',
              'A',
            ),
            { maxLength: 40 },
          )
          .map((parts) => parts.join('')),
        fc.constant('Ü'.repeat(200)),
      ),
      { numRuns: 150, seed },
    );
    const plain = await readBack();
    const words = names.map((partner) =>
      fillWording({ subject: 'For {partner}', text: '{partner}\n\nend' }, { partner }),
    );
    const messages = await Promise.all(words.map(({ subject, text }) => composeMessage({ ...content, subject, text })));
    readByPython(messages).forEach((message, index) => {
      const name = names[index] ?? '';
      const described = `seed ${seed}, name ${JSON.stringify(name)}`;
      expect(message.subject, described).toBe(`[sample_2026_X01] ${oneLine(`For ${name}`)}`);
      expect(message.headers, described).toEqual(plain.headers);
      expect([message.to, message.attachments, message.defects], described).toEqual([plain.to, plain.attachments, []]);
      expect(message.text?.replaceAll('\r\n', '\n').trimEnd(), described).toBe(
        words[index]?.text.replace(/[^\P{Cc}\n]/gu, ''),
      );
    });
  });

  test('goes nowhere else, whatever is in the column for the address', async () => {
    const seed = Date.now();
    const emails = fc.sample(
      fc
        .array(
          fc.constantFrom(
            ...['a@x.example', 'b.c@y.example', ';', ';', ',', 'Jo Dale <a@x.example>'],
            '\r\nBcc: b@y.example',
            '\n',
            '"',
            ',',
            ';',
            '<',
            '>',
            ' ',
            'é',
            'Jo Dale',
            '(',
            ')',
            ':',
            '\\',
            '\0',
            '@',
            '.example',
          ),
          { minLength: 1, maxLength: 6 },
        )
        .map((parts) => parts.join('')),
      { numRuns: 1000, seed },
    );
    const addressed = emails
      .map((email) => ({ email, to: readAddresses({ code: 'X01', name: 'Ashmere PCT', email }).addresses }))
      .filter(({ to }) => to.length > 0);
    // About 60 of them, by chance.
    expect(addressed.length).toBeGreaterThan(20);
    const plain = await readBack();
    const messages = await Promise.all(addressed.map(({ to }) => composeMessage({ ...content, to })));
    readByPython(messages).forEach(({ to, headers }, index) => {
      expect(to, `seed ${seed}, ${JSON.stringify(addressed[index]?.email)}`).toEqual(addressed[index]?.to);
      expect(headers, `seed ${seed}, ${JSON.stringify(addressed[index]?.email)}`).toEqual(plain.headers);
    });
  });
});

describe('a message', () => {
  test('is the same for the same content', async () => {
    expect(await composeMessage(content)).toEqual(await composeMessage(content));
  });

  test('never reads a file, whatever its text names', async () => {
    const bytes = await composeMessage({ ...content, text: 'file:///etc/hostname {"path":"/etc/hostname"}' });
    expect(Buffer.from(bytes).toString()).toContain('file:///etc/hostname');
  });

  test('shows in HTML what was meant as text', () => {
    expect(htmlOf('<b> & "c"\nnext', 'en-GB')).toContain('<p>&lt;b&gt; &amp; &quot;c&quot;<br>next</p>');
  });
});

describe('addresses', () => {
  const read = (email: string | undefined) => {
    const { addresses, findings } = readAddresses({
      ...{ code: 'X01', name: 'Ashmere PCT' },
      ...(email === undefined ? {} : { email }),
    });
    return [addresses, findings.map(({ code }) => code)];
  };

  test.each([
    ['a@x.example', ['a@x.example'], []],
    ['a@x.example; b@x.example', ['a@x.example', 'b@x.example'], ['mail.several-addresses']],
    ['a@x.example, b@x.example', ['a@x.example', 'b@x.example'], ['mail.several-addresses']],
    ['a@x.example;a@x.example;', ['a@x.example'], []],
    ['"Dale, Jo" <jo.dale@x.example>', ['jo.dale@x.example'], ['mail.display-name']],
    ["o'neill+pct@x.nhs.example", ["o'neill+pct@x.nhs.example"], []],
  ])('%s can be used', (email, addresses, codes) => {
    expect(read(email)).toEqual([addresses, codes]);
  });

  test.each([
    'ashmere',
    'a@ashmere',
    'a@@x.example',
    'a b@x.example',
    'a@x..example',
    '.a@x.example',
    'a@x.example; ashmere',
    'Dale, Jo <jo@x.example>',
    'é@x.example',
    'a@[127.0.0.1]',
    `${'a'.repeat(65)}@x.example`,
  ])('%s cannot', (email) => {
    const [addresses, codes] = read(email);
    expect(addresses).toEqual([]);
    expect(codes).toContain('mail.bad-address');
  });

  test.each([undefined, '', ' ;, '])('%j is none', (email) => {
    expect(read(email)).toEqual([[], []]);
  });
});
