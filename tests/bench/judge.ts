import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRegister } from '../../src/register/openRegister.ts';
import { receive, reportedBy } from '../hostile/receive.ts';
import { peakMb } from './peakMb.ts';

/**
 * Imports one file into the register of its folder and prints, as JSON, what it came to and cost. It loads nothing but
 * what an import needs.
 */
const [, , folder = '', file = ''] = process.argv;
const register = await openRegister(join(folder, 'register.db'));
const bytes = readFileSync(join(folder, file));
const before = process.cpuUsage();
const start = performance.now();
const imported = await receive(register, bytes);
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(before);
await register.close();
const { status, findings } = imported;
process.stdout.write(
  JSON.stringify({
    status,
    reported: reportedBy(imported),
    findings: findings.length,
    ms,
    cpuMs: (user + system) / 1000,
    peakMb: peakMb(),
  }),
);
