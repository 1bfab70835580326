/** Placeholders of every e-mail. */
const always = ['partner', 'code', 'title', 'round', 'deadline', 'returnTo', 'contact'] as const;

/** The kinds of e-mail, each with its placeholders. */
export const wordingParts = {
  sending: [...always, 'file'],
  'deadline moved': [...always, 'file', 'earlier'],
  'not returned': [...always, 'lateness', 'workbook'],
  incomplete: [...always, 'received', 'coverage', 'open', 'lateness'],
  'errors about people': [...always, 'received', 'coverage', 'open', 'findings', 'lateness'],
  'with errors': [...always, 'received', 'coverage', 'open', 'findings', 'file', 'lateness'],
  receipt: [...always, 'received', 'coverage', 'positions', 'findings', 'lateness'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A placeholder of every e-mail. */
export type CommonFilling = (typeof always)[number];

export type WordingPart = keyof typeof wordingParts;

/** The values for the placeholders that only some parts have. */
export type Fillings<Part extends WordingPart> = Readonly<
  Record<Exclude<(typeof wordingParts)[Part][number], CommonFilling>, string>
>;

/** One e-mail, with placeholders. */
export interface Wording {
  readonly subject: string;
  readonly text: string;
}

export type Wordings = Readonly<Record<WordingPart, Wording>>;

/** The keys of the record are the parts, which the compiler does not see in Object.keys. */
export const partNames = Object.keys(wordingParts) as readonly WordingPart[];
