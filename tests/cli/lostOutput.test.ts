import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What a command prints goes to a device that is full, or to a reader that has gone. */

const main = join(import.meta.dirname, '..', '..', 'dist', 'bundle', 'main.js');
const quoted = `"${process.execPath}" "${main}"`;

test.skipIf(!existsSync('/dev/full'))('a full device is one line on standard error, and exit 1', () => {
  for (const command of ['instruments', 'schema']) {
    const { status, stderr } = spawnSync(`${quoted} ${command} > /dev/full`, { shell: true, encoding: 'utf8' });
    expect({ command, status }).toEqual({ command, status: 1 });
    expect(stderr).toMatch(/^error: What the command prints cannot be written \(the disk is full\)\.[^\n]*\n$/);
  }
});

test.skipIf(!existsSync('/dev/full'))('where messages are lost, the exit code says so', () => {
  const { status, stdout } = spawnSync(`${quoted} show none 2> /dev/full`, { shell: true, encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
});

test('a reader that closes the pipe is no fault', async () => {
  const command = spawn(process.execPath, [main, 'schema']);
  let said = '';
  command.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  command.stdout.destroy();
  const code = await new Promise((resolve) => command.on('close', resolve));
  expect({ code, said }).toEqual({ code: 0, said: '' });
});
