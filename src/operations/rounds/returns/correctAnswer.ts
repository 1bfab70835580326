import type { Field, Instrument, Section } from '../../../instrument/model/schema.ts';
import {
  answerFieldOf,
  chosenText,
  fieldsOfItem,
  givenFields,
  isEntries,
  itemsOf,
  scoreFieldOf,
} from '../../../instrument/model/traverse.ts';
import { Refusal } from '../../../refusal.ts';
import { readAnswer } from '../../../response/readAnswer.ts';
import { type Answer, type Answers, asTyped, blank, type Response, typedValue } from '../../../response/response.ts';
import { tidyText } from '../../../response/tidyText.ts';
import { makeChange } from '../../../rounds/changes/makeChange.ts';
import type { CorrectedAnswer } from '../../../rounds/changes/roundChange.ts';
import { presentValue } from '../../../rounds/changes/storedValue.ts';
import { type LoadedReturn, loadReturns } from '../../../rounds/returns/loadReturns.ts';
import { rescoreReturns } from '../../../rounds/returns/rescoreReturns.ts';
import { type MadeChanges, makeChanges } from '../changes/makeChanges.ts';
import type { OperationContext } from '../operationContext.ts';
import { onlyRound } from '../roundsInUse.ts';
import { decidable, statusOf } from './decidable.ts';

/** An answer to be corrected, and why. */
export interface CorrectAnswerRequest {
  /** Number of the return. */
  readonly id: number;
  /** Its reference: the key of an item, or the section and number of a row, as in `Participants 2`. */
  readonly question: string;
  /** Key or heading of the field; what the question asks for in the first place if absent. */
  readonly field?: string;
  /** The answer as it would be typed into the workbook; undefined for none. */
  readonly answer: string | undefined;
  readonly reason: string;
}

/**
 * Corrects one answer of the return that counts. What came stays in the register, and every figure has the corrected answer.
 *
 * @throws Refusal for a return that is not there or does not count, a question or field that it does not have, an answer that is
 * none, and one that it has already.
 */
export async function correctAnswer(context: OperationContext, request: CorrectAnswerRequest): Promise<MadeChanges> {
  const { id, reason } = request;
  const changes = await makeChanges(context, reason, async (inside, author) => {
    const { register } = inside;
    const { key, partner } = await decidable(register, id);
    const { round, instrument } = await onlyRound(inside, key);
    await checkCounts(inside, request, { round: round.round, instrument: instrument.key, partner });
    // What is corrected is an answer to what was asked.
    const sent = (await loadReturns(register, instrument, [id])).get(id)?.sent ?? instrument;
    const loaded = (await loadReturns(register, sent, [id])).get(id);
    if (loaded === undefined) throw new Error(`Return ${id} has no answers`);
    const corrected = correctionOf(sent, loaded, request);
    const before = await presentValue(register, key, { partner, what: 'corrected' });
    const after = [...before.filter((one) => !isSamePlace(one, corrected)), corrected];
    const made = await makeChange(register, key, { partner, what: 'corrected', after }, author);
    await rescoreReturns(register, round.round, instrument, author.now, new Set([id]));
    return [made];
  });
  return { changes, findings: [] };
}

type PlaceOfAnswer = Pick<CorrectedAnswer, 'return' | 'section' | 'subject' | 'field'>;

const isSamePlace = (one: PlaceOfAnswer, other: PlaceOfAnswer): boolean =>
  one.return === other.return &&
  one.section === other.section &&
  one.subject === other.subject &&
  one.field === other.field;

async function checkCounts(
  { register }: OperationContext,
  { id }: CorrectAnswerRequest,
  { partner, ...key }: { readonly round: string; readonly instrument: string; readonly partner: string },
): Promise<void> {
  const counting = (await statusOf(register, key, partner))?.counting;
  if (counting?.id === id) return;
  throw new Refusal('return.does-not-count', () =>
    counting === undefined
      ? `Return ${id} of ${partner} does not count, so that a correction would change nothing. "round show ${key.round}" says what was decided about it.`
      : `Return ${id} does not count: return ${counting.id} of ${partner} does. Correct that one, or let this one count first ("return prefer ${id}").`,
  );
}

function correctionOf(
  instrument: Instrument,
  { response, corrections }: LoadedReturn,
  request: CorrectAnswerRequest,
): CorrectedAnswer {
  const asked = subjectOf(instrument, response, request);
  const { section, subject, answers } = asked;
  const field = fieldNamed(asked, request);
  const now = answerGiven(instrument, field, request);
  const place = { return: request.id, section: section.key, subject, field: field.key };
  const before = stored(answers.get(field.key) ?? blank);
  const earlier = corrections.find(({ answer }) => isSamePlace(answer, place));
  const from = earlier?.answer.from ?? before;
  const refuse = (is: string, undo: string): Refusal =>
    new Refusal(
      'answer.same',
      () =>
        `${request.question} ${field.heading} of return ${request.id} ${is} ${describe(instrument, field, now)}${undo}`,
    );
  if (isSame(stored(now), before)) throw refuse('is', ' already. Nothing was changed.');
  if (earlier !== undefined && isSame(stored(now), from)) {
    throw refuse('came as', `. To have it so again, undo the correction ("round undo ${earlier.change.id}").`);
  }
  return { ...place, ...stored(now), from };
}

type StoredAnswer = CorrectedAnswer['from'];

const isSame = (one: StoredAnswer, other: StoredAnswer): boolean =>
  one.state === other.state && one.value === other.value;

function stored(given: Answer): StoredAnswer {
  const answer = asTyped(given);
  const value = typedValue(answer);
  return { state: answer.state, value: value === undefined ? null : String(value) };
}

const describe = (instrument: Instrument, field: Field, answer: Answer): string =>
  answer.state === 'answered'
    ? `"${chosenText(instrument, field, answer.value)}"`
    : {
        'not-applicable': 'not applicable',
        blank: 'unanswered',
        unreadable: 'not readable',
        'does-not-apply': 'not asked',
      }[answer.state];

interface Subject {
  readonly section: Section;
  readonly fields: readonly Field[];
  /** What it asks for in the first place. */
  readonly first: Field | undefined;
  /** Key of the item, or number of the row. */
  readonly subject: string;
  readonly answers: Answers;
}

/** A question by its reference, or a row that the partner added by its section and number. */
function subjectOf(instrument: Instrument, response: Response, { id, question }: CorrectAnswerRequest): Subject {
  const wanted = folded(question);
  const item = itemsOf(instrument).find((one) => folded(one.item.key) === wanted);
  if (item !== undefined) {
    const answers = response.items.get(item.item.key) ?? new Map();
    const [fields, first] = [fieldsOfItem(item), answerFieldOf(item)];
    return { section: item.section, fields, first, subject: item.item.key, answers };
  }
  const rows = instrument.sections
    .filter(isEntries)
    .flatMap((section) => (response.entries.get(section.key) ?? []).map((row) => ({ section, ...row })));
  const row = rows.find(({ section, entry }) =>
    [section.shortTitle, section.key].some((name) => folded(`${name} ${entry}`) === wanted),
  );
  if (row !== undefined) {
    const { section, entry, answers } = row;
    return { section, fields: section.fields, first: scoreFieldOf(section), subject: String(entry), answers };
  }
  const [example] = itemsOf(instrument);
  const [rowExample] = rows;
  throw new Refusal(
    'question.unknown',
    (input) =>
      `Return ${id} has no question "${question}". ${input('question')} is its reference as the workbook shows it, as in ${example?.item.key ?? '1.2.3'}${rowExample === undefined ? '' : `; a row that the partner added is named as in "${rowExample.section.shortTitle} ${rowExample.entry}"`}.`,
  );
}

function fieldNamed(
  { fields: all, first }: Pick<Subject, 'fields' | 'first'>,
  { field: name, question }: CorrectAnswerRequest,
): Field {
  if (name === undefined && first !== undefined) return first;
  const wanted = folded(name ?? '');
  const fields = givenFields({ fields: all });
  const field = fields.find(({ key, heading }) => folded(key) === wanted || folded(heading) === wanted);
  if (field !== undefined) return field;
  throw new Refusal('field.unknown', (input) => {
    const known = fields.map(({ key, heading }) => `${key} (${heading})`).join(', ');
    return name === undefined
      ? `${question} has several fields: say which with ${input('field')}, one of ${known}.`
      : `${question} has no field "${name}". It has: ${known}.`;
  });
}

/** The answer as the reader of workbooks would read it. */
function answerGiven(instrument: Instrument, field: Field, { answer: text, question }: CorrectAnswerRequest): Answer {
  if (text === undefined) return blank;
  const cell = { row: 1, column: 1, value: { kind: 'text', value: text }, formula: false } as const;
  const { answer, reason, findings } = readAnswer(instrument, field, cell, {}, false);
  if (text.trim() === '') {
    throw new Refusal(
      'answer.unusable',
      (input) => `${input('answer')} is empty. To take the answer away, write ${input('blank')} instead.`,
    );
  }
  const problem = findings.find(({ severity, code }) => severity === 'error' || code === 'answer.too-long')?.message;
  if (problem !== undefined) throw unusable(problem);
  if (reason !== undefined) {
    throw unusable('the words after "not applicable" belong into another field. Correct each of the two by itself.');
  }
  return answer;

  function unusable(why: string): Refusal {
    return new Refusal('answer.unusable', (input) => `${input('answer')} for ${question} ${field.heading}: ${why}`);
  }
}

const folded = (text: string): string => tidyText(text).toLowerCase();
