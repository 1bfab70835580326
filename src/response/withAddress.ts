/**
 * Adds the address of a link to its words: `Our plan (https://…)`. Words that already contain the address are
 * unchanged.
 */
export function withAddress(words: string, link: string | undefined): string {
  if (link === undefined) return words;
  const address = /^mailto:/i.test(link) ? link.replace(/^mailto:|\?.*$/gis, '') : link;
  if (address === '' || words === address || words.endsWith(`(${address})`)) return words;
  if ([address, decoded(address)].some((one) => contains(words, one))) return words;
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
 * Whether words contain an address, even without its scheme or final slash. Case matters in the path, not in the host
 * name.
 */
function contains(words: string, address: string): boolean {
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

/**
 * Longer host names are compared with the whole of the words only: the search takes time for each character of both.
 */
const maxSought = 100;
/** No ordinary words repeat a host name more often; others are made to take time. */
const maxTries = 50;

/** Characters that continue an address. */
const goesOn = /[\p{L}\p{N}_@%&=#?+~-]/u;

/** A full stop after an address may end the sentence. */
const isAddressEnd = (words: string, end: number): boolean => {
  const rest = words.slice(end, end + 2).replace(/^[/.]/, '');
  return !goesOn.test(rest.charAt(0));
};
