import { z } from 'zod';

const text = z.string();
const answerState = z.enum(['answered', 'not-applicable', 'unreadable', 'blank']);
const time = z.iso.datetime();

/** What can change of a round, with the values that the register stores before and after. */
const ofRound = {
  /** The deadline of all partners without a later one of their own. */
  deadline: time,
  /** Nothing that comes later counts. */
  closing: time.nullable(),
  'return address': text.nullable(),
  marking: text.nullable(),
  /** A digest among the details. */
  branding: text.nullable(),
  'earlier round': text.nullable(),
  contact: text.nullable(),
  /** A digest among the details. */
  wording: text.nullable(),
  'number of reminders': z.int().nullable(),
  'days between reminders': z.int().nullable(),
  name: text,
} as const;

/** What can change of a partner in a round. */
const ofPartner = {
  /** The partner's own deadline; null where it has that of the round. */
  extension: time.nullable(),
  /**
   * Null while the partner takes part. Otherwise the codes of its successors: of those that it became part of, or was split
   * into; none if it was withdrawn.
   */
  successors: z.array(text).readonly().nullable(),
  /** Numbers of its returns that do not count. */
  'set aside': z.array(z.int()).readonly(),
  /** The number of its return that counts, whichever came last; null where the rule decides. */
  preferred: z.int().nullable(),
  /** Codes of warnings about its returns that were accepted. */
  settled: z
    .array(
      z
        .object({
          ...{ return: z.int(), code: text },
          /** The one place of the warning, as a text; absent where all of this code were accepted. */
          at: text.exactOptional(),
          /** What it is about, in words. */
          about: text.exactOptional(),
        })
        .readonly(),
    )
    .readonly(),
  /** Answers of its returns that were corrected: the key of the section, that of the item or the number of the row, and the field. */
  corrected: z
    .array(
      z
        .object({
          ...{ return: z.int(), section: text, subject: text, field: text },
          ...{ state: answerState, value: text.nullable() },
          /** What it was before. */
          from: z.object({ state: answerState, value: text.nullable() }).readonly(),
        })
        .readonly(),
    )
    .readonly(),
  /** Its returns that an analyst entered: from paper, or put together of others. */
  entered: z
    .array(
      z
        .object({
          return: z.int(),
          /** The returns of which it was put together; none for one from paper. */
          of: z.array(z.int()).readonly(),
        })
        .readonly(),
    )
    .readonly(),
  /** When its workbook was sent to it without Scorebook; null where that is not known. */
  'sent by hand': time.nullable(),
  /** Whom to ask there. */
  'partner contact': text.nullable(),
  'partner name': text,
  'e-mail': text.nullable(),
} as const;

export const changeValues = { ...ofRound, ...ofPartner };

export type RoundChangeKind = keyof typeof changeValues;
export type RoundKind = keyof typeof ofRound;
export type PartnerKind = keyof typeof ofPartner;

/** The values of each kind of change. */
export type ChangedValues = { readonly [Kind in RoundChangeKind]: z.infer<(typeof changeValues)[Kind]> };

export type ChangedValue<Kind extends RoundChangeKind> = ChangedValues[Kind];

/** The kinds of which the value is a list, to which changes add or from which they remove. */
export type ListKind = 'set aside' | 'settled' | 'corrected' | 'entered';

/** What the list of a kind has. */
export type Listed<Kind extends ListKind> = ChangedValue<Kind>[number];

/** An answer of a return as it was corrected. */
export type CorrectedAnswer = Listed<'corrected'>;

export const isPartnerKind = (what: RoundChangeKind): what is PartnerKind => what in ofPartner;

/** Who makes a change, when and why. */
export interface Author {
  /** Who it is, as far as that is known. */
  readonly by?: string;
  readonly reason?: string;
  readonly now: Date;
}

/** The entry of a change, with who made it, when and why. */
export type RoundChange<Kind extends RoundChangeKind = RoundChangeKind> = {
  readonly [K in Kind]: {
    /** Its number in the register. */
    readonly id: number;
    /** Key of the instrument. */
    readonly instrument: string;
    /** Code of the partner that it is about; undefined for the whole round. */
    readonly partner: string | undefined;
    readonly what: K;
    readonly before: ChangedValue<K>;
    readonly after: ChangedValue<K>;
    readonly by: string | undefined;
    readonly reason: string | undefined;
    readonly at: Date;
    /** Present if it was undone. */
    readonly undone: ChangeUndone | undefined;
  };
}[Kind];

/** When, by whom and why a change was undone. */
export interface ChangeUndone {
  /** The number of the entry that undoes it, by which it can be done again. */
  readonly id: number;
  readonly by: string | undefined;
  readonly reason: string | undefined;
  readonly at: Date;
}
