import { expect, test } from 'vitest';
import { registerFindings } from '../../../src/finding/catalogues/register.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('register.failed', {}, { problem: 'the disk is full' }),
  finding('register.seal-key-lost', {}, {}),
  finding('register.changed', {}, { what: 'Partner 5E1 of round 2026 (pct)', at: '2 Dec 2026, 09:00' }),
  finding('register.removed', {}, { what: 'Message 3', at: '2 Dec 2026, 09:00' }),
  finding('register.not-in-log', {}, { what: 'Partner 5E1 of round 2026 (pct)' }),
  finding('register.log-broken', {}, { entry: 7, to: 9, removed: 0 }),
  finding('register.log-cut', {}, { last: 7, written: 9 }),
  finding(
    'register.definition-changed',
    {},
    { instrument: 'pct', edition: '2007', problem: 'its fingerprint differs' },
  ),
  finding(
    'register.mismatch',
    {},
    { id: 12, differences: ['coverage is stored as 1, and its answers give 0.5'], more: 2 },
  ),
  finding(
    'register.read-differently',
    {},
    { id: 12, differences: ['the answer to 1.1.1, score is stored otherwise'], more: 0, isProved: true },
  ),
  finding('register.queue-left-out', {}, { files: 1 }),
  finding('register.not-proved', {}, { what: 'returns', count: 12 }),
  finding('register.unknown-finding', {}, { id: 12, code: 'return.from-the-future' }),
  finding('register.damaged', {}, { problem: 'row 3 missing from index return_workbook' }),
  finding('register.file-changed', {}, { name: '5E1.xlsx', sha256: '0123456789abcdef' }),
  finding(
    'register.bytes-missing',
    {},
    { id: 12, name: 'late.txt', size: '23 bytes', sha256: 'abc123', isPruned: false },
  ),
  finding('register.incomplete', {}, { id: 12, problem: 'answers are missing: 3 of 80' }),
  finding('register.wrong-seal', {}, { id: 12, name: '5E1.xlsx' }),
  finding('register.not-judged', {}, { name: '5E1.xlsx' }),
];

test('every code has an example here', () => {
  expect(examples.map(({ code }) => code).toSorted()).toEqual(Object.keys(registerFindings).toSorted());
});

test('each code says what is wrong, by which rule, and what to do', () => {
  expect(describeMessages(examples)).toMatchInlineSnapshot(`
    {
      "register.bytes-missing": "error: The register does not contain the file of return 12, "late.txt" (23 bytes, SHA-256 abc123). The return was refused, and its file was not stored. Get the file from its sender.",
      "register.changed": "error: Partner 5E1 of round 2026 (pct) differs from what was recorded on 2 Dec 2026, 09:00: it was changed by hand. Use a backup of the register, and find out who changed it.",
      "register.damaged": "error: The register is damaged: row 3 missing from index return_workbook. Stop using it and make a copy of the file. Continue with the last backup in which "scorebook register check" finds nothing wrong.",
      "register.definition-changed": "error: The stored definition of pct, edition 2007, is not the one that was issued: its fingerprint differs. Use a backup of the register, and find out who changed it.",
      "register.failed": "error: The command stopped because of a problem with the register: the disk is full. Everything that was imported before is stored. Correct the problem and run the same command again.",
      "register.file-changed": "error: The stored bytes of "5E1.xlsx" are not those that were received (SHA-256 0123456789abcdef). Take the file from a backup of the register, or ask for it again.",
      "register.incomplete": "error: Return 12 is incomplete: answers are missing: 3 of 80. Use a backup of the register, or get the file with "scorebook return get 12" and import it into a backup.",
      "register.log-broken": "error: Entries 7 to 9 of the log differ from what was written: the log or the key for the seals was changed by hand. Use a backup of the register, and find out who changed it.",
      "register.log-cut": "error: The log ends at entry 7, and entry 9 was written last: it was changed by hand. Use a backup of the register, and find out who changed it.",
      "register.mismatch": "error: Return 12 does not match its file: coverage is stored as 1, and its answers give 0.5; and 2 more. The register was changed by hand. Use a backup of it. The file itself is unchanged ("scorebook return get 12").",
      "register.not-in-log": "error: Partner 5E1 of round 2026 (pct) is not in the log: it was added by hand. Use a backup of the register, and find out who changed it.",
      "register.not-judged": "warning: The file "5E1.xlsx" is stored but was not read, as after an interrupted import. Run that import again.",
      "register.not-proved": "warning: 12 returns were recorded before the log stored digests. Changes made by hand before then cannot be detected.",
      "register.queue-left-out": "warning: 1 file that waits to be imported is not in the copy. Run "scorebook work --until-empty" first, and copy again.",
      "register.read-differently": "warning: This version of Scorebook reads the file of return 12 differently: the answer to 1.1.1, score is stored otherwise. The register is as it was recorded.",
      "register.removed": "error: Message 3, recorded on 2 Dec 2026, 09:00, is missing: it was removed by hand. Use a backup of the register, and find out who changed it.",
      "register.seal-key-lost": "error: The key for the seals is missing or damaged, and returned workbooks cannot be checked without it. Nothing was changed. Use the last backup of the register (see "scorebook register backup").",
      "register.unknown-finding": "error: Return 12 has a finding with the code "return.from-the-future", which this version of Scorebook does not know. A newer version has used the register. Use that version, or a later one.",
      "register.wrong-seal": "error: Return 12, "5E1.xlsx", does not have the seal of the workbook for which it counts: the register was changed by hand. Use a backup of the register, and find out who changed it.",
    }
  `);
});

test.each(examples)('$code is a complete sentence', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
