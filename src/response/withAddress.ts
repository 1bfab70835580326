/** Words and the address behind them: `Our plan (https://…)`. Words that say the address are left as they are. */
export function withAddress(words: string, link: string | undefined): string {
  if (link === undefined) return words;
  const address = /^mailto:/i.test(link) ? link.replace(/^mailto:|\?.*$/gis, '') : link;
  if (address === '' || words === address || words.endsWith(`(${address})`)) return words;
  if ([address, decoded(address)].some((one) => says(words, one))) return words;
  return words.trim() === '' ? address : `${words.trimEnd()} (${address})`;
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/**
 * Whether words hold an address, also without its scheme or the last stroke. Capitals make no difference in the name of a
 * computer, and do in the path on it.
 */
function says(words: string, address: string): boolean {
  const bare = address.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/)?/i, '').replace(/\/$/, '');
  const cut = /[/?#]/.exec(bare)?.index ?? bare.length;
  const [host, path] = [bare.slice(0, cut).toLowerCase(), bare.slice(cut)];
  const folded = words.toLowerCase();
  if (bare === '') return false;
  if (Math.max(host.length, host === '' ? path.length : 0) > maxSought) return [address, bare].includes(words.trim());
  if (host === '') return words.includes(path);
  let at = folded.indexOf(host);
  for (let tries = 0; at !== -1 && tries < maxTries; tries += 1, at = folded.indexOf(host, at + 1)) {
    const end = at + host.length + path.length;
    if (words.slice(at + host.length, end) === path && isAddressEnd(words, end) && !goesOn.test(words.charAt(at - 1))) {
      return true;
    }
  }
  return false;
}

/** Longer names are looked for in the whole of the words alone: searching takes time for each character of both. */
const maxSought = 100;
/** No words say the name of one computer more often; others are made to take time. */
const maxTries = 50;

/** Characters that go on with an address. */
const goesOn = /[\p{L}\p{N}_@%&=#?+~-]/u;

/** A full stop after an address may end the sentence. */
const isAddressEnd = (words: string, end: number): boolean => {
  const rest = words.slice(end, end + 2).replace(/^[/.]/, '');
  return !goesOn.test(rest.charAt(0));
};
