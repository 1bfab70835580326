/** A part of a pattern: what it repeats and what leads to it are what an attack is made of. */
type Part =
  | { readonly kind: 'one'; readonly samples: readonly string[] }
  | { readonly kind: 'row'; readonly parts: readonly Part[] }
  | { readonly kind: 'choice'; readonly parts: readonly Part[] }
  | { readonly kind: 'look'; readonly part: Part }
  | { readonly kind: 'repeat'; readonly part: Part; readonly min: number; readonly max: number };

/** Characters of every kind that patterns distinguish. */
const probes = [...'aA1 \t-\'"./<>:=,;(@&+_#\\%£[{!\n'];

/**
 * Texts of some length on which a pattern would take long that can match them in many ways, or begins to match at many
 * places: the text before each repetition, then what it repeats or a single character over and over, then a
 * character that nothing expects.
 */
export function* attacks({ source, flags }: RegExp, length: number): Generator<string> {
  const whole = parse(source, flags);
  const found = repetitions(whole, '');
  const beginnings = ['', ...found.map(({ before }) => before)];
  const pairs = new Map<string, readonly [string, string]>();
  const add = (beginning: string, pump: string): void => {
    if (pump !== '') pairs.set(`${beginning}\0${pump}`, [beginning, pump]);
  };
  for (const beginning of beginnings) for (const probe of probes) add(beginning, probe);
  for (const { before, sample } of found) for (const pump of [sample, before, before + sample]) add('', pump);
  for (const { before, sample } of found) add(before, sample);
  add('', sampleOf(whole));
  for (const [beginning, pump] of pairs.values()) {
    const body = beginning + pump.repeat(Math.ceil(length / pump.length));
    yield body;
    yield `${body}\0`;
  }
}

interface Repetition {
  readonly before: string;
  readonly sample: string;
}

function repetitions(part: Part, before: string): readonly Repetition[] {
  switch (part.kind) {
    case 'one':
      return [];
    case 'row': {
      let soFar = before;
      return part.parts.flatMap((one) => {
        const found = repetitions(one, soFar);
        soFar += sampleOf(one);
        return found;
      });
    }
    case 'choice':
      return part.parts.flatMap((one) => repetitions(one, before));
    case 'look':
      return repetitions(part.part, before);
    case 'repeat':
      return [
        ...(part.max > 1 ? samplesOf(part.part).map((sample) => ({ before, sample })) : []),
        ...repetitions(part.part, before),
      ];
  }
}

/** Of one character also those of two: a word may begin anew after an apostrophe in it. */
function samplesOf(part: Part): readonly string[] {
  if (part.kind !== 'one') return [sampleOf(part)];
  const { samples } = part;
  return samples.flatMap((first) => [first, ...samples.filter((one) => one !== first).map((one) => first + one)]);
}

function sampleOf(part: Part): string {
  switch (part.kind) {
    case 'one':
      return part.samples[0] ?? '';
    case 'row':
      return part.parts.map(sampleOf).join('');
    case 'choice':
      return sampleOf(part.parts[0] ?? { kind: 'one', samples: [] });
    case 'look':
      return '';
    case 'repeat':
      return sampleOf(part.part).repeat(Math.max(part.min, 1));
  }
}

/** Reads the source of a regular expression that compiles (ECMA-262, 22.2.1). */
function parse(source: string, flags: string): Part {
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    at += found?.length ?? 0;
    return found;
  };

  function choice(): Part {
    const parts = [row()];
    while (take(/\|/y) !== undefined) parts.push(row());
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'choice', parts };
  }

  function row(): Part {
    const parts: Part[] = [];
    while (at < source.length && !/[|)]/.test(source[at] ?? '')) parts.push(quantified(atom()));
    return { kind: 'row', parts };
  }

  function quantified(part: Part): Part {
    const quantifier = take(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
    if (quantifier === undefined) return part;
    const [min = 0, max = quantifier.includes(',') ? Number.POSITIVE_INFINITY : min] = /^\{/.test(quantifier)
      ? (quantifier.match(/\d+/g) ?? []).map(Number)
      : [quantifier.startsWith('+') ? 1 : 0, quantifier.startsWith('?') ? 1 : Number.POSITIVE_INFINITY];
    return { kind: 'repeat', part, min, max };
  }

  function atom(): Part {
    const opening = take(/\((?:\?(?:<?[=!]|:|<[^>]+>))?/y);
    if (opening !== undefined) {
      const part = choice();
      take(/\)/y);
      return /[=!]$/.test(opening) ? { kind: 'look', part } : part;
    }
    if (take(/\^|\$|\\b|\\B|\\[1-9]|\\k<[^>]+>/y) !== undefined) return { kind: 'one', samples: [] };
    const single =
      take(/\[(?:\\.|[^\]\\])*\]|\\p\{[^}]*\}|\\P\{[^}]*\}|\\u[\da-f]{4}|\\u\{[^}]*\}|\\x[\da-f]{2}|\\c?.|[\s\S]/iy) ??
      '';
    const exact = new RegExp(`^(?:${single})$`, flags.replace(/[gy]/g, ''));
    const samples = probes.filter((probe) => exact.test(probe));
    return { kind: 'one', samples: samples.length > 0 ? samples.slice(0, 4) : [characterOf(single)] };
  }

  return choice();
}

/** The character of a literal, or of the beginning of a class that holds none of the probes. */
const characterOf = (single: string): string =>
  String.fromCodePoint(
    /\\[ux]\{?([\da-f]+)/i.exec(single) === null
      ? (single.replace(/^\[?\\?/, '').codePointAt(0) ?? 0)
      : Number.parseInt(/\\[ux]\{?([\da-f]+)/i.exec(single)?.[1] ?? '0', 16),
  );
