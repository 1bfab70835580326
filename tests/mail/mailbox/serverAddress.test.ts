import { describe, expect, test } from 'vitest';
import { type ServerKind, serverAddress } from '../../../src/mail/mailbox/serverAddress.ts';

const kind: ServerKind = {
  scheme: 'imap',
  port: 143,
  securePort: 993,
  what: 'a mailbox',
  example: 'imaps://user:password@mail.region.example',
  cure: 'Give the folder by --folder',
};

describe('the address of a server', () => {
  test('has user and password decoded, and no credentials in its name', () => {
    expect(serverAddress('imaps://jo%40x:p%2Fw%25@mail.region.example', kind)).toEqual({
      name: 'mail.region.example:993',
      host: 'mail.region.example',
      port: 993,
      user: 'jo@x',
      password: 'p/w%',
      secure: true,
      isHere: false,
    });
  });

  test.each([
    ['imap://mail.region.example', 143, false],
    ['imap://mail.region.example:993', 993, true],
    ['imaps://mail.region.example:1993', 1993, true],
  ])('%s has port %i', (address, port, secure) => {
    expect(serverAddress(address, kind)).toMatchObject({ port, secure });
  });

  test.each(['imap://localhost', 'imap://127.0.0.1:1143', 'imap://[::1]:1143'])('%s is on this machine', (address) => {
    expect(serverAddress(address, kind)).toMatchObject({ isHere: true });
  });

  test.each([
    ['mail.region.example', 'It is not the address of a mailbox.'],
    ['smtp://mail.region.example', 'It is not the address of a mailbox.'],
    ['imap://jo:secret@mail.region.example/INBOX', 'It has more after the server. Give the folder by --folder'],
    ['imap://jo:secret@mail.region.example#x', 'It has more after the server.'],
    ['imap://jo:sec%zzret@mail.region.example', 'It has a % that begins no character.'],
  ])('%s has a fault, which is named without the password', (address, fault) => {
    const found = serverAddress(address, kind);
    expect(found).toEqual(expect.stringContaining(fault));
    expect(found).not.toContain('secret');
  });
});
