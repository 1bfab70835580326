/** An error makes a file or list unusable or loses answers; a warning leaves it usable. */
export type Severity = 'error' | 'warning';

/** What a finding is about, by name: the values that its message quotes. */
export type Facts = Readonly<Record<string, unknown>>;

/** What a catalogue has under a code. */
export interface Entry<F> {
  readonly severity: Severity;
  /** The message: what is wrong, the value, the rule and the cure, as sentences. The place is not repeated in it. */
  readonly say: (facts: F) => string;
}

/**
 * The codes of one stage with their entries: each code begins with one of these prefixes and a dot. The facts differ from code
 * to code; where the catalogues are joined, each entry is checked against its own.
 */
export type Catalogue<Prefix extends string> = Readonly<Record<`${Prefix}.${string}`, Pick<Entry<never>, 'severity'>>>;

/** The facts of a code with a message that quotes nothing. */
type NoFacts = Readonly<Record<string, never>>;

export const error = <F = NoFacts>(say: (facts: F) => string): Entry<F> => ({ severity: 'error', say });
export const warning = <F = NoFacts>(say: (facts: F) => string): Entry<F> => ({ severity: 'warning', say });
