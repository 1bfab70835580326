import { peakMb } from './peakMb.ts';
import { startTimes } from './startTimes.ts';

/**
 * Runs the command as it is installed, with the arguments that this script is given, and prints, as JSON, what it said, how long
 * it took and the most memory that it had. Its loading counts, and nothing else is loaded.
 */
const command = new URL('../../bundle/main.js', import.meta.url);
process.argv = [process.execPath, command.pathname, ...process.argv.slice(2)];
let said = '';
const write = process.stdout.write;
process.stdout.write = (text) => {
  said += String(text);
  return true;
};
process.stderr.write = () => true;
const timed = startTimes();
await import(command.href);
const times = timed();
process.stdout.write = write;
process.exitCode = 0;
process.stdout.write(JSON.stringify({ said, ...times, peakMb: peakMb() }));
