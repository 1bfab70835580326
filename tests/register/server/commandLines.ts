import type { Ran } from '../../cli/workplace.ts';

/** For whom a command is: already for those who read a region, for those who record what comes back, or for those who see all. */
export type CommandFor = 'reader' | 'recorder' | 'all';

interface Tried {
  readonly isFor: CommandFor;
  readonly lines: readonly string[];
}

const reader = (...lines: readonly string[]): Tried => ({ isFor: 'reader', lines });
const recorder = (...lines: readonly string[]): Tried => ({ isFor: 'recorder', lines });
const all = (...lines: readonly string[]): Tried => ({ isFor: 'all', lines });

/**
 * Every command that knows a register, with lines on which users who see some regions only try it. REGISTER is the address, OUT
 * a folder of the command's own, RETURN what a partner of another region returned, REVIEW a second opinion on one of the region,
 * BOOKS the folder of what was sent out, and PARTNERS the list of all. Of the returns
 * in rounds 2025 and 2026, 1, 2, 4 and 5 are the region's, and 3 and 6 of another.
 */
const tries: Readonly<Record<string, Tried>> = {
  'round list': reader('round list', 'round list --json'),
  status: reader('status', 'status --round 2026 --all', 'status --round 2026 --json --out OUT/tracker.xlsx'),
  rollup: reader(
    'rollup --round 2026 --out OUT/roll-up.xlsx',
    'rollup --round 2026 --all --previous 2025 --json --out OUT/with-2025.xlsx',
    'rollup --round 2026 --by phase --out OUT/phases.xlsx',
  ),
  feedback: reader('feedback --round 2026 --out OUT/feedback --json'),
  export: reader(
    ...['csv', 'json', 'xlsx', 'parquet'].map(
      (format) => `export --round 2026 --format ${format} --out OUT/data.${format}`,
    ),
  ),
  import: recorder('import RETURN --findings OUT/findings.xlsx'),
  'review import': recorder(
    ...['RETURN', 'REVIEW'].map((file) => `review import ${file} --findings OUT/findings.xlsx`),
  ),
  send: recorder('send --round 2026 --out OUT/mail --again --partner X01 --workbooks BOOKS'),
  remind: recorder('remind --round 2026 --out OUT/mail'),
  receipt: recorder('receipt --round 2026 --out OUT/mail'),
  'return get': recorder('return get 3 --out OUT/3.xlsx', 'return get 1 --out OUT/1.xlsx'),
  'return accept': recorder('return accept 3 --warning return.other-sender --reason right'),
  'return set-aside': recorder('return set-aside 3 --reason wrong', 'return set-aside 1 --reason wrong'),
  'return prefer': recorder('return prefer 3 --reason right', 'return prefer 2 --reason right'),
  'return correct': recorder(
    'return correct 3 --question 1.1.1 --answer 3 --reason asked',
    'return correct 2 --question 1.1.1 --answer 1 --reason asked',
  ),
  generate: all(
    'generate --round 2026',
    'generate pct-self-assessment --partners PARTNERS --round 2027 --due 17/12/2027 --out OUT/books',
  ),
  work: all('work --until-empty'),
  correct: all('correct --round 2026 --all --out OUT/books'),
  'review generate': all('review generate --round 2026 --due 29/01/2027 --out OUT/books'),
  agree: all('agree PARTNERS --round 2026'),
  'round show': all('round show 2026'),
  'round update': all('round update PARTNERS'),
  'round extend': all('round extend X01 --round 2026 --due 20/12/2026 --reason asked'),
  'round sent': all('round sent X01 --round 2026 --reason phoned'),
  'round withdraw': all('round withdraw Y01 --round 2026 --reason closed'),
  'round bring-back': all('round bring-back Y01 --round 2026 --reason open'),
  'round merge': all('round merge X01 --into X02 --round 2026 --reason merged'),
  'round split': all('round split X01 --into X02 --round 2026 --reason split'),
  'round partner': all('round partner X01 --round 2026 --name Other --reason renamed'),
  'round close': all('round close 2026 --reason over'),
  'round reopen': all('round reopen 2026 --reason over'),
  'round rename': all('round rename 2026 2027 --reason mistyped'),
  'round undo': all('round undo 1 --reason wrong'),
  'round delete': all('round delete 2026'),
  'return merge': all('return merge 1 2 --reason halves'),
  'return enter': all('return enter X01 RETURN --paper --round 2026 --received 19/11/2026 --reason post'),
  'register check': all('register check'),
  'register backup': all('register backup OUT/backup.db'),
  'register copy': all('register copy REGISTER OUT/copy.db'),
  'register prune': all('register prune', 'register prune --dry-run'),
  'register grant': all('register grant ben --region Q-40 --read', 'register grant --list'),
  'register revoke': all('register revoke ann'),
};

/** Lines of commands that have others which more may give. */
const linesForAll: readonly string[] = [
  'import --queue RETURN',
  'import RETURN --imap imap://ann:secret@127.0.0.1:1',
  'status --queue',
];

/** They know no register. */
const without = ['wording', 'instruments', 'show', 'check', 'new', 'schema', 'example'];

/** The commands that are tried, and those that know no register. */
export const triedCommands: readonly string[] = [...Object.keys(tries), ...without];

/** The commands for some users. */
export const commandsFor = (isFor: CommandFor): readonly string[] =>
  Object.keys(tries).filter((name) => tries[name]?.isFor === isFor);

/** Their lines. */
export const linesFor = (isFor: CommandFor): readonly string[] => [
  ...Object.values(tries).flatMap((tried) => (tried.isFor === isFor ? tried.lines : [])),
  ...(isFor === 'all' ? linesForAll : []),
];

/** Every command of the program, as its help lists them. */
export async function commandsOf(
  command: (...args: readonly string[]) => Promise<Ran>,
  ...parents: readonly string[]
): Promise<readonly string[]> {
  const { out } = await command(...parents, '--help');
  const [, listed = ''] = out.split('\nCommands:\n');
  const names = [...listed.matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name = '']) => [...parents, name]);
  if (names.length === 0) return [parents.join(' ')];
  return (await Promise.all(names.map((name) => commandsOf(command, ...name)))).flat();
}
