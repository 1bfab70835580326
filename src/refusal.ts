/** What each refusal is about. */
export type RefusalCode =
  | 'answer.same'
  | 'answer.unusable'
  | 'anonymous.identifies'
  | 'anonymous.not-made-by-disclosure'
  | 'anonymous.region'
  | 'change.circle'
  | 'change.none'
  | 'change.parts-round'
  | 'change.undone'
  | 'change.unknown'
  | 'day.unusable'
  | 'deadline.after-closing'
  | 'deadline.before-round'
  | 'deadline.not-to-be-changed'
  | 'deadline.past'
  | 'edition.not-to-be-changed'
  | 'feedback.nothing-to-compare'
  | 'field.unknown'
  | 'file.not-a-definition'
  | 'file.unreadable'
  | 'files.none'
  | 'files.several'
  | 'folder.unknown'
  | 'group.unknown'
  | 'instrument.key-taken'
  | 'instrument.key-unusable'
  | 'instrument.no-example'
  | 'instrument.not-installed'
  | 'instrument.not-in-round'
  | 'instrument.is-review'
  | 'instrument.not-reviewed'
  | 'instrument.not-scored'
  | 'instrument.one-of-several'
  | 'instrument.unknown'
  | 'merge.into-itself'
  | 'number.unusable'
  | 'partner.departed'
  | 'partner.not-departed'
  | 'partner.unknown'
  | 'place.ending'
  | 'place.is-register'
  | 'place.taken'
  | 'place.unnamed'
  | 'previous.not-comparable'
  | 'priorities.none'
  | 'question.unknown'
  | 'region.one-or-all'
  | 'region.unknown'
  | 'register.unknown'
  | 'register.unusable'
  | 'roll-up.of-many'
  | 'return.came-after-closing'
  | 'return.does-not-count'
  | 'return.is-part'
  | 'return.is-set-aside'
  | 'return.no-such-doubt'
  | 'return.unknown'
  | 'return.known'
  | 'return.no-part'
  | 'return.not-among-parts'
  | 'return.one-part'
  | 'return.other-partner'
  | 'return.was-refused'
  | 'round.changes-for-all'
  | 'round.closed'
  | 'round.has-returns'
  | 'round.is-shown'
  | 'round.name-taken'
  | 'round.name-unusable'
  | 'round.new'
  | 'round.not-to-be-changed'
  | 'round.open'
  | 'round.unknown'
  | 'round.was-sent'
  | 'sent.unusable'
  | 'text.unusable'
  | 'user.limited'
  | 'user.unknown'
  | 'user.unusable'
  | 'vocabulary.clash'
  | 'vocabulary.unknown';

/** Writes the name of an input as its reader knows it: the command line writes `previous` as `--previous`. */
export type InputName = (input: string) => string;

/**
 * Something that cannot be done as it was asked for. The message says why, and what to ask for instead; `describe` writes
 * it with the names that inputs have elsewhere.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly describe: (input: InputName) => string;

  constructor(code: RefusalCode, describe: (input: InputName) => string) {
    super(describe((input) => input));
    this.name = 'Refusal';
    this.code = code;
    this.describe = describe;
  }
}
