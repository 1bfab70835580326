import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trackerWords } from '../../src/rollup/sheets/tracker/trackerTable.ts';
import { dateSerial } from '../../src/spreadsheet/model/daySerial.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { defaultLimits } from '../../src/spreadsheet/zip/limits.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { type ImapServer, startImapServer } from '../mail/imapServer.ts';
import { bounce, type Letter, mail } from '../mail/mails.ts';
import { openMailServer, reply, type TestServer } from '../mail/openMailServer.ts';
import { outlookFile } from '../mail/outlookFile.ts';
import { readByPython } from '../mail/readByPython.ts';
import { withDovecot, withPython } from '../programs.ts';
import { tableOf } from '../rollup/tableOf.ts';
import { sampleDefinition, sampleInstrument } from '../sampleInstrument.ts';
import { zipParts } from '../spreadsheet/parts.ts';
import { answerCells } from '../tools/answerCells.ts';
import { fillIn, type TypedCell } from '../tools/fillIn.ts';
import { typicalValues } from '../tools/typicalValues.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/**
 * A whole round, with fictional partners, through real mail servers: what was done, day by day. The test server takes a
 * tenth of a second for each message; SCOREBOOK_PARTNERS=151 is a round of the usual size.
 */
const size = Number(process.env['SCOREBOOK_PARTNERS'] ?? 50);

withDovecot('with real mail servers', () => {
  withPython('a round by e-mail', () => {
    let place: Workplace;
    let out: TestServer;
    let mailbox: ImapServer;
    let now: Date;
    beforeAll(async () => {
      out = await openMailServer({
        onRcptTo: ({ address }, _session, done) =>
          done(address === 'old@p010.example' ? reply(550, 'no such user') : null),
      });
      mailbox = await startImapServer();
      place = openWorkplace({
        now: () => now,
        environment: { SCOREBOOK_SMTP: out.url, SCOREBOOK_IMAP: `imap://ann:secret@127.0.0.1:${mailbox.port}` },
      });
    });
    afterAll(async () => {
      await out.close();
      await mailbox.stop();
      place.remove();
    });

    const codes = Array.from({ length: size }, (_, index) => `P${String(index + 1).padStart(3, '0')}`);
    /** At first three addresses of the list are out of date. */
    const outOfDate = ['P010', 'P020', 'P030'];
    const addressOf = (code: string): string => `pa@${code.toLowerCase()}.example`;
    const listed = (code: string, isOld: boolean): string =>
      `${code},"Partner ""${code}"", Süd",${isOld ? `old@${code.toLowerCase()}.example` : addressOf(code)}\n`;
    const generate = (isOld: boolean, ...more: readonly string[]) => {
      const rows = codes.map((code) => listed(code, isOld && outOfDate.includes(code)));
      return command(
        ...['generate', place.put('sample.json', JSON.stringify(sampleDefinition))],
        ...['--partners', place.put('partners.csv', `code,name,email\n${rows.join('')}`)],
        ...['--round', '2026', '--due', '2026-12-18 12:00', '--return-to', 'returns@region.example'],
        ...['--out', place.at('workbooks'), ...more],
      );
    };

    /** Runs a command and gives what it says as JSON. */
    async function command(...args: readonly string[]): Promise<Result> {
      const ran = await place.scorebook(...args, '--json');
      return { exit: ran.code, ...JSON.parse(ran.out) };
    }
    interface Result {
      readonly exit: number;
      readonly sentBefore: number;
      readonly findings: readonly { readonly code: string; readonly place: { readonly key?: string } }[];
      readonly messages: readonly { readonly partner: string; readonly outcome: string }[];
      readonly files: readonly {
        readonly file: string;
        readonly status: string;
        readonly partner?: { readonly code: string };
        readonly findings: readonly { readonly code: string }[];
      }[];
    }
    const smtp = ['--round', '2026', '--smtp', '--per-minute', '60000'];
    const send = () => command('send', ...smtp, '--workbooks', place.at('workbooks'));
    const remind = (...more: readonly string[]) =>
      command(
        ...['remind', ...smtp, '--corrections', place.at('corrections')],
        ...['--workbooks', place.at('workbooks'), ...more],
      );
    const found = ({ findings }: Pick<Result, 'findings'>): readonly string[] =>
      findings.map(({ code, place: { key } }) => `${key} ${code}`);

    /** What became of each file and message in the mailbox, in the order in which they came. */
    async function imported(): Promise<readonly string[]> {
      const { files } = await command('import', '--imap');
      return files.map(({ file, status, partner, findings }) =>
        [file.replace(/^INBOX > message \d+ /, ''), status, partner?.code, ...findings.map(({ code }) => code)]
          .filter((part) => part !== undefined)
          .join(' '),
      );
    }

    /** The messages that went out during some work, as another program reads them, by the code in their one address. */
    async function delivered(work: () => Promise<unknown>): Promise<ReadonlyMap<string, Delivered>> {
      const before = out.received.length;
      await work();
      const messages = out.received.slice(before);
      const read = readByPython(messages.map(({ bytes }) => bytes));
      return new Map(
        messages.map(({ to, bytes }, index): [string, Delivered] => {
          const code = /^\w+@(p\d+)\.example$/.exec(to.join(', '))?.[1]?.toUpperCase() ?? '';
          const { text, attachments = [] } = read[index] ?? {};
          const files = attachments.map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') }));
          return [code, { raw: bytes.toString('latin1'), text: (text ?? '').replaceAll('\r\n', '\n'), files }];
        }),
      );
    }
    interface Delivered {
      readonly raw: string;
      readonly text: string;
      readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
    }

    const cells = answerCells(layoutOf(sampleInstrument));
    const complete: readonly TypedCell[] = cells.map(({ sheet, row, column, field }) => ({
      ...{ sheet, row, column },
      value: field.kind === 'choice' ? '' : typicalValues[field.kind],
    }));
    const [firstScore = cells[0]] = cells.filter(({ field }) => field.kind === 'score');
    const slip: TypedCell = { sheet: '', row: 0, column: 0, ...firstScore, value: 'see below' };
    const but = (code: string): { readonly name: string; readonly bytes: Uint8Array } =>
      filled(code, complete.slice(1));
    const filled = (code: string, typed: readonly TypedCell[] = complete) => {
      const name = `sample_2026_${code}.xlsx`;
      return { name, bytes: fillIn(readFileSync(place.at('workbooks', name)), typed) };
    };
    const from = (code: string, letter: Letter): string =>
      mail({ from: `PA of ${code} <${addressOf(code)}>`, subject: `From ${code}`, ...letter });
    const comes = (day: string, message: string): void => mailbox.put(message, new Date(`${day}T09:00:00Z`));

    /** The tracker's rows by partner, with the cells under these headings. */
    async function tracked(...headings: readonly string[]): Promise<ReadonlyMap<unknown, readonly unknown[]>> {
      await command('status', '--round', '2026', '--out', place.at('tracker.xlsx'));
      const [head = [], ...rows] = tableOf(
        readPackage(readFileSync(place.at('tracker.xlsx')), defaultLimits),
        'Tracker',
      );
      const columns = headings.map((heading) => head.indexOf(heading));
      expect(columns).not.toContain(-1);
      return new Map(rows.map((row) => [row[head.indexOf('Partner code')], columns.map((column) => row[column])]));
    }
    /** How many partners there are of each kind. */
    const tally = (rows: ReadonlyMap<unknown, readonly unknown[]>): Readonly<Record<string, number>> => {
      const counts = new Map<string, number>();
      for (const row of rows.values()) counts.set(row.join(' | '), (counts.get(row.join(' | ')) ?? 0) + 1);
      return Object.fromEntries([...counts].toSorted());
    };

    test('goes out to all partners and comes back, and the tracker says what was done', {
      timeout: 300_000,
    }, async () => {
      now = new Date('2026-11-02T09:00:00Z');
      expect((await generate(true)).exit).toBe(0);

      // One address is refused at once; two come back hours later, one of them from a server that does not say which message.
      const first = await delivered(async () => {
        const sent = await send();
        expect([sent.exit, found(sent)]).toEqual([1, ['P010 mail.refused']]);
      });
      expect([...first.keys()].toSorted()).toEqual(codes.filter((code) => code !== 'P010'));
      for (const [code, { files }] of first) {
        const issued = readFileSync(place.at('workbooks', `sample_2026_${code}.xlsx`));
        expect(files.map(({ bytes }) => bytes.equals(issued))).toEqual([true]);
      }
      comes('2026-11-02', bounce('old@p020.example', '5.1.1', first.get('P020')?.raw ?? ''));
      comes('2026-11-02', bounce('old@p030.example', '5.1.1', 'Subject: (withheld)\r\n'));
      comes('2026-11-02', from('P044', { subject: 'Away', headers: ['Auto-Submitted: auto-replied'] }));
      now = new Date('2026-11-03T09:00:00Z');
      expect(await imported()).toEqual([
        '"Undelivered Mail Returned to Sender" no-return message.bounce',
        '"Undelivered Mail Returned to Sender" no-return message.bounce',
        '"Away" no-return message.automatic-reply',
      ]);
      const toCorrect = 'Correct the e-mail address and send again';
      expect(tally(await tracked('Next step'))).toEqual({ 'Await the return': size - 3, [toCorrect]: 3 });
      expect([...(await delivered(send)).keys()]).toEqual([]);

      await generate(false, '--partner', ...outOfDate);
      const second = await delivered(async () => expect((await send()).sentBefore).toBe(size - 3));
      expect([...second.keys()].toSorted()).toEqual(outOfDate);
      expect(tally(await tracked('Next step'))).toEqual({ 'Await the return': size });

      // Eight odd ways back, one return with something left out, one with a slip, and what is no return.
      comes('2026-12-01', from('P001', { attached: [filled('P001')], headers: ['Message-ID: <1@p001.example>'] }));
      comes(
        '2026-12-01',
        from('P002', {
          subject: 'FW: From P002',
          text: '-----Original Message-----\n\nHere it is.',
          attached: [filled('P002')],
        }),
      );
      const nested = from('P003', { attached: [filled('P003')] });
      comes(
        '2026-12-01',
        from('P003', {
          attached: [],
          subject: 'FW: FW',
          forwarded: [from('P003', { subject: 'FW', forwarded: [nested] })],
        }),
      );
      comes(
        '2026-12-01',
        from('P004', {
          attached: [{ name: 'return.zip', bytes: zipParts({ 'our folder/P004.xlsx': filled('P004').bytes }) }],
        }),
      );
      const outlook = outlookFile({ sender: { name: 'PA', address: addressOf('P005') }, attached: [filled('P005')] });
      comes('2026-12-01', from('P005', { attached: [{ name: 'return.msg', bytes: outlook }] }));
      comes('2026-12-01', from('P006', { attached: [filled('P006'), filled('P007')] }));
      comes(
        '2026-12-01',
        from('P008', { attached: [{ name: 'winmail.dat', type: 'application/ms-tnef', bytes: '\x78\x9f\x3e\x22' }] }),
      );
      comes('2026-12-01', from('P009', { text: 'It is at https://1drv.ms/x/s!A1' }));
      comes('2026-12-02', from('P010', { attached: [but('P010')] }));
      comes('2026-12-02', from('P011', { attached: [filled('P011', [...complete, slip])] }));
      comes('2026-12-02', from('P045', { subject: 'Automatic reply', headers: ['Auto-Submitted: auto-replied'] }));
      now = new Date('2026-12-11T09:00:00Z');
      expect(await imported()).toEqual([
        '"From P001" > sample_2026_P001.xlsx accepted P001',
        '"FW: From P002" > sample_2026_P002.xlsx accepted P002',
        '"FW: FW" > message "FW" > message "From P003" > sample_2026_P003.xlsx accepted P003',
        '"From P004" > return.zip > our folder/P004.xlsx accepted P004',
        '"From P005" > return.msg > sample_2026_P005.xlsx accepted P005',
        '"From P006" > sample_2026_P006.xlsx accepted P006',
        '"From P006" > sample_2026_P007.xlsx accepted P007 return.other-sender',
        '"From P008" > winmail.dat no-return message.winmail',
        '"From P009" no-return message.link',
        '"From P010" > sample_2026_P010.xlsx accepted P010',
        '"From P011" > sample_2026_P011.xlsx accepted P011 answer.not-an-option',
        '"Automatic reply" no-return message.automatic-reply',
      ]);
      const done = codes.slice(0, 7);
      expect(tally(await tracked('Next step'))).toEqual({
        'Ask for corrections': 1,
        'Ask for what is open': 1,
        'Await the return': size - 9,
        'None: complete': 7,
      });

      const reminders = await delivered(async () => {
        const reminded = await remind('--before', '7');
        expect([reminded.exit, found(reminded)]).toEqual([0, []]);
      });
      expect([...reminders.keys()].toSorted()).toEqual(codes.filter((code) => !done.includes(code)));
      expect(reminders.get('P008')?.text).toContain('We have not yet received your completed workbook');
      expect(reminders.get('P010')?.text).toContain('- Choose an answer: 1.1.1\n');
      expect(reminders.get('P011')?.text).toContain('see below');
      expect([...(await delivered(() => remind('--before', '7'))).keys()]).toEqual([]);
      // Who returned nothing gets the workbook again, and who has something to correct a fresh one.
      const attached = [...reminders].map(([code, { files }]) => [code, ...files.map(({ name }) => name)]);
      expect(attached).toEqual(
        [...reminders.keys()].map((code) => [
          code,
          ...(code === 'P010' ? [] : [`sample_2026_${code}${code === 'P011' ? '_correction' : ''}.xlsx`]),
        ]),
      );
      const [correction] = reminders.get('P011')?.files ?? [];

      // They correct, complete and send again: one in time, one in the workbook that came with the reminder, one late.
      const corrected = fillIn(correction?.bytes ?? Buffer.of(), [{ ...slip, value: 3 }]);
      comes('2026-12-14', from('P008', { attached: [filled('P008')] }));
      comes('2026-12-14', from('P010', { attached: [filled('P010')] }));
      comes('2026-12-14', from('P011', { attached: [{ name: correction?.name ?? '', bytes: corrected }] }));
      comes('2026-12-19', from('P009', { attached: [filled('P009')] }));
      now = new Date('2026-12-19T10:00:00Z');
      expect(await imported()).toEqual([
        '"From P008" > sample_2026_P008.xlsx accepted P008',
        '"From P010" > sample_2026_P010.xlsx accepted P010 return.supersedes return.differs answer.added',
        '"From P011" > sample_2026_P011_correction.xlsx accepted P011 return.supersedes return.differs answer.changed',
        '"From P009" > sample_2026_P009.xlsx accepted P009',
      ]);
      expect(await imported()).toEqual([]);

      const receipts = await delivered(() => command('receipt', ...smtp));
      const returned = codes.slice(0, 11);
      expect([...receipts.keys()].toSorted()).toEqual(returned);
      expect(receipts.get('P009')?.text).toContain('so it was late');
      expect(receipts.get('P001')?.text).toContain('- nothing: everything could be read');
      expect(receipts.get('P001')?.raw).toContain('\r\nIn-Reply-To: <1@p001.example>\r\n');
      expect([...(await delivered(() => command('receipt', ...smtp))).keys()]).toEqual([]);

      const rows = await tracked(
        'E-mail',
        'Workbook sent',
        'Bounced',
        'Why it bounced',
        'Reminders',
        'Returned',
        'Deadline',
        'Still open',
        'Errors',
        'Acknowledged',
        'Next step',
      );
      // The refused address was tried once more before it was corrected.
      const at = (day: string, clock = '09:00'): number => dateSerial(new Date(`${day}T${clock}:00Z`));
      const cameBack: Readonly<Record<string, readonly [at: number, why: string]>> = {
        P010: [at('2026-11-03'), '550 no such user'],
        P020: [at('2026-11-02'), 'old@p020.example: 550 5.1.1 No such user here'],
        P030: [at('2026-11-02'), 'old@p030.example: 550 5.1.1 No such user here'],
      };
      const expected = codes.map((code) => {
        const returns = returned.includes(code);
        const day =
          { P008: '2026-12-14', P009: '2026-12-19', P010: '2026-12-14', P011: '2026-12-14' }[code] ?? '2026-12-01';
        return [
          code,
          [
            addressOf(code),
            at(`2026-11-${outOfDate.includes(code) ? '03' : '02'}`),
            ...(cameBack[code] ?? [trackerWords.none, trackerWords.none]),
            done.includes(code) ? 0 : 1,
            ...(returns
              ? [at(day), code === 'P009' ? 'Late' : 'In time', 0, 0, at('2026-12-19', '10:00'), 'None: complete']
              : [...Array(4).fill(trackerWords.noReturn), trackerWords.none, 'Remind: overdue']),
          ],
        ];
      });
      expect([...rows]).toEqual(expected);
      expect((await command('register', 'check')).exit).toBe(0);
    });
  });
});
