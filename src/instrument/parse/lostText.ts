import { type Document, isScalar, isSeq, type Scalar, visit } from 'yaml';
import { type Finding, finding } from '../../finding/index.ts';

/**
 * Finds text without quotation marks of which YAML makes something else: what follows a # is a comment, and a comma in
 * braces or brackets begins another part. Such a part of braces is removed, so that it is not reported twice.
 */
export function lostText(document: Document, source: string, lineAt: (offset: number) => number): readonly Finding[] {
  const findings: Finding[] = [];
  const at = ({ range }: Scalar): { readonly line: number } => ({ line: lineAt(range?.[0] ?? 0) });
  visit(document, {
    Scalar: (_key, scalar) => {
      const comment = isPlain(scalar) ? commentAfter(scalar, source) : undefined;
      if (comment !== undefined) {
        findings.push(finding('file.lost-in-comment', at(scalar), { text: String(scalar.value), comment }));
      }
    },
    Map: (_key, map) => {
      if (map.flow !== true) return;
      map.items = map.items.filter(({ key, value }) => {
        // With a colon after it, a name without a value has a node that says null.
        if (!isScalar(key) || !isPlain(key) || value !== null) return true;
        const text = key.source ?? String(key.value);
        findings.push(finding('file.split-at-comma', at(key), { text, brackets: '{ }' }));
        return false;
      });
    },
    Pair: (_key, { key, value }) => {
      if (!isScalar(key) || key.value !== 'paragraphs' || !isSeq(value) || value.flow !== true) return;
      for (const [index, part] of value.items.entries()) {
        const before = value.items[index - 1];
        if (!isScalar(part) || !isPlain(part) || !isScalar(before) || !isPlain(before)) continue;
        const text = String(part.value);
        if (/[.:;!?]$/.test(String(before.value)) || !/^\p{Ll}/u.test(text)) continue;
        findings.push(finding('file.split-at-comma', at(part), { text, brackets: '[ ]' }));
      }
    },
  });
  return findings;
}

const isPlain = ({ type }: Scalar): boolean => type === 'PLAIN';

/** A comment without a space after its #, on the line of the text. */
function commentAfter({ range }: Scalar, source: string): string | undefined {
  const end = range?.[1];
  return end === undefined ? undefined : /^[ \t]+(#[^\s#].*)/.exec(source.slice(end, end + 200))?.[1]?.trim();
}
