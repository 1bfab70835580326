import { existsSync, readFileSync } from 'node:fs';

/** The most memory that this process has had, in megabytes. What `resourceUsage` says begins, on Linux, with its parent's. */
export function peakMb(): number {
  const status = '/proc/self/status';
  const own = existsSync(status) ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) / 1024;
}
