import type { GrantedWork, UserLimits } from '../tables/userLimits.ts';

/** Every command that knows a register, by who may give it: who reads some regions, who records returns of them too, or who sees all. */
export const commandsFor: Readonly<Record<GrantedWork | 'all', readonly string[]>> = {
  read: ['status', 'rollup', 'feedback', 'export', 'round list'],
  record: [
    ...['import', 'review import', 'send', 'remind', 'receipt'],
    ...['get', 'accept', 'set-aside', 'prefer', 'correct'].map((name) => `return ${name}`),
  ],
  all: [
    ...['generate', 'work', 'correct', 'review generate', 'agree'],
    ...['show', 'update', 'extend', 'sent', 'withdraw', 'bring-back', 'merge', 'split'].map((name) => `round ${name}`),
    ...['partner', 'close', 'reopen', 'rename', 'undo', 'delete'].map((name) => `round ${name}`),
    ...['return merge', 'return enter'],
    ...['check', 'backup', 'copy', 'prune', 'grant', 'revoke'].map((name) => `register ${name}`),
  ],
};

/** How messages ask for a command without its name. */
const paraphrases: Readonly<Record<string, string>> = {
  generate: String.raw`(?<!review\s)generate\s(?:(?:it\s)?again|them|that\sround|the\sworkbooks|--)`,
  'round partner': String.raw`(?:correct|check)\s(?:the\s(?:e-mail\s)?address\b|(?:it|them)\sin\sthe\slist)`,
};

/** The commands for which a text asks and which are not for users with this work, in the order of `commandsFor`. */
export function commandsOfOthers(text: string, work: GrantedWork): readonly string[] {
  const others = [...(work === 'read' ? commandsFor.record : []), ...commandsFor.all];
  return others.filter((name) => isNamed(name, text));
}

/** Says which commands are not for a user who sees some regions only, and whom to ask; undefined where there are none. */
export const adviceOn = ({ user, owner }: UserLimits, commands: Iterable<string>): string | undefined => {
  const names = [...new Set(commands)].join(', ');
  return names === ''
    ? undefined
    : `Commands named here that ${user} may not give: ${names}. Ask ${owner}, who owns the register.`;
};

/** A name of one word is an ordinary word as well, unless that of the program is before it. Lines may be wrapped. */
function isNamed(name: string, text: string): boolean {
  const words = name.split(' ');
  const named = String.raw`\b${words.length === 1 ? String.raw`scorebook\s+` : ''}${words.join(String.raw`\s+`)}\b`;
  const paraphrase = paraphrases[name];
  return new RegExp(
    paraphrase === undefined ? named : `${named}|\\b${paraphrase.replaceAll(String.raw`\s`, String.raw`\s+`)}`,
    'i',
  ).test(text);
}
