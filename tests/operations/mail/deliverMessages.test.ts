import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mailServer } from '../../../src/letters/mailServer.ts';
import type { Watcher } from '../../../src/operations/rounds/operationContext.ts';
import { sendWorkbooks } from '../../../src/operations/sendWorkbooks.ts';
import { openMailServer, reply, type TestServer } from '../../mail/openMailServer.ts';
import { type MemoryFolder, type MemoryRound, memoryFolder, openRound } from '../memoryRound.ts';
import { draftingTo } from './drafting.ts';

/** Refuses mail for the second partner. */
const choosy: SMTPServerOptions = {
  onRcptTo: ({ address }, _session, done) =>
    done(address === 'b@bramblewick.example' ? reply(550, 'no such mailbox') : null),
};

let round: MemoryRound;
let drafts: MemoryFolder;
let server: TestServer;
beforeEach(async () => {
  round = await openRound();
  drafts = memoryFolder();
  server = await openMailServer(choosy);
});
afterEach(async () => {
  await round.close();
  await server.close();
});

const send = ({ url = server.url, again = false } = {}, watcher?: Watcher) => {
  const to = mailServer(url);
  if (typeof to === 'string') throw new Error(to);
  return sendWorkbooks(
    round.context,
    { round: '2026', again },
    { ...draftingTo(drafts), server: to, perMinute: 60_000 },
    () => ({ folder: 'folder', read: round.folder.read }),
    watcher,
  );
};

const states = async (): Promise<readonly unknown[]> => {
  const rows = await round.context.register.db
    .selectFrom('message')
    .select(['partner', 'state'])
    .orderBy('id')
    .execute();
  return rows.map(({ partner, state }) => [partner, state]);
};

describe('messages that are sent', () => {
  test('are each sent or refused, and recorded so', async () => {
    const { messages, findings } = await send();
    expect(messages.map(({ partner, outcome }) => [partner, outcome])).toEqual([
      ['X01', 'sent'],
      ['X02', 'refused'],
      ['X03', 'sent'],
    ]);
    expect(findings).toMatchObject([{ code: 'mail.refused', place: { key: 'X02' } }]);
    expect(server.received.map(({ from, to }) => [from, to])).toEqual([
      ['returns@region.example', ['a@ashmere.example']],
      ['returns@region.example', ['c@coldharbour.example']],
    ]);
    expect(await states()).toEqual([
      ['X01', 'sent'],
      ['X02', 'refused'],
      ['X03', 'sent'],
    ]);
    expect(drafts.files.size).toBe(0);
  });

  test('go once, unless they are to go again', async () => {
    await send();
    expect(await send()).toMatchObject({ sentBefore: 2, ready: 1, messages: [{ partner: 'X02' }] });
    expect(await send({ again: true })).toMatchObject({ sentBefore: 0, ready: 3 });
  });

  test('are steps of the progress', async () => {
    const steps: string[] = [];
    await send({}, { onProgress: (done, total) => steps.push(`${done} of ${total}`) });
    expect(steps).toEqual(['X01 sent of 3', 'X02 refused of 3', 'X03 sent of 3']);
  });
});

test('a server that cannot be reached stops all, and nothing is recorded', async () => {
  await server.close();
  const { messages, ready, findings } = await send();
  expect([messages, ready, findings.map(({ code }) => code)]).toEqual([[], 3, ['mail.server']]);
  expect(await states()).toEqual([]);
  server = await openMailServer();
});

test('what was drafted before is not sent as well', async () => {
  const workbooksIn = () => ({ folder: 'folder', read: round.folder.read });
  await sendWorkbooks(round.context, { round: '2026' }, draftingTo(drafts), workbooksIn);
  const { ready, findings } = await send();
  expect([ready, new Set(findings.map(({ code }) => code))]).toEqual([0, new Set(['mail.drafted-before'])]);
  expect(server.received).toEqual([]);
});
