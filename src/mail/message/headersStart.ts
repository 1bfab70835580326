/**
 * Finds where the headers of a message begin in a text: at the first run of lines of the form `name: value` with two known
 * headers, at least one of which no MIME part has; otherwise at the very first line, if it has a header that only a message has.
 * Undefined if there are no headers.
 */
export function headersStart(text: string): number | undefined {
  let isFirst = true;
  let only: number | undefined;
  for (let at = 0; at < text.length && at <= maxBanner; ) {
    const { end, names } = headersAt(text, at);
    if (isFirst && names.has('content-type')) return at;
    if (names.size >= 2 && [...names].some((name) => !partNames.has(name))) return at;
    if (isFirst && [...names].some((name) => soleNames.has(name))) only = at;
    if (text.slice(at, end).trim() !== '') isFirst = false;
    at = end;
  }
  return only;
}

/** Characters before the headers. A banner has a line or two. */
const maxBanner = 4_000;

/** Headers of which one is enough. */
const soleNames: ReadonlySet<string> = new Set(['received', 'from', 'subject', 'message-id', 'mime-version']);

/** Headers that a MIME part may have. */
const partNames: ReadonlySet<string> = new Set(['content-type', 'content-transfer-encoding', 'mime-version']);

const messageNames: ReadonlySet<string> = new Set([
  ...soleNames,
  ...partNames,
  ...['to', 'cc', 'date', 'sender', 'reply-to', 'return-path', 'delivered-to', 'envelope-to', 'x-original-to'],
  ...['dkim-signature', 'x-received', 'x-mozilla-status'],
]);

/** Reads a run of headers, and where it ends: after the first line at least. */
function headersAt(text: string, start: number): { readonly end: number; readonly names: ReadonlySet<string> } {
  const names = new Set<string>();
  let at = start;
  while (at < text.length) {
    const feed = text.indexOf('\n', at);
    const next = feed === -1 ? text.length : feed + 1;
    const line = text.slice(at, next);
    const name = headerName(line);
    const belongs = name !== undefined || (at > start && /^(?:[ \t]+\S|>?From )/.test(line));
    if (!belongs) return { end: at === start ? next : at, names };
    if (name !== undefined && messageNames.has(name)) names.add(name);
    at = next;
  }
  return { end: at, names };
}

/** RFC 5322 allows any printable characters except a colon in a name; older messages have white space before the colon. */
const headerName = (line: string): string | undefined => /^([!-9;-~]{1,100})[ \t]*:/.exec(line)?.[1]?.toLowerCase();
