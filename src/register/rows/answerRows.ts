import { fieldTraits } from '../../instrument/model/fieldKinds.ts';
import type { Field, Instrument } from '../../instrument/model/schema.ts';
import { fieldsOfItem, isEntries, itemsOf } from '../../instrument/model/traverse.ts';
import { answerFromText } from '../../response/answerFromText.ts';
import { isAnswerTo } from '../../response/isAnswerTo.ts';
import {
  type Answer,
  type Answers,
  asTyped,
  blank,
  notApplicable,
  type Response,
  typedValue,
  unreadable,
} from '../../response/response.ts';
import type { AnswerRow } from '../tables/schema.ts';

/** Items are stored under this name instead of a section's: their keys are unique in the whole instrument. */
export const itemsSection = '';

/** A response as rows of the answer table. */
export function responseRows(returnId: number, response: Response): readonly AnswerRow[] {
  const rows = (section: string, subject: string, answers: Answers): AnswerRow[] =>
    [...answers].map(([field, answer]) => ({ return_id: returnId, section, subject, field, ...stored(answer) }));
  return [
    ...[...response.items].flatMap(([item, answers]) => rows(itemsSection, item, answers)),
    ...[...response.entries].flatMap(([section, entries]) =>
      entries.flatMap(({ entry, answers }) => rows(section, String(entry), answers)),
    ),
  ];
}

/** The response in the rows of one return. Fields that the instrument does not have are left out. */
export function responseFromRows(instrument: Instrument, rows: readonly AnswerRow[]): Response {
  const sections = new Map<string, Map<string, Map<string, AnswerRow>>>();
  for (const row of rows) {
    const subjects = sections.get(row.section) ?? new Map<string, Map<string, AnswerRow>>();
    sections.set(row.section, subjects);
    const fields = subjects.get(row.subject) ?? new Map<string, AnswerRow>();
    subjects.set(row.subject, fields.set(row.field, row));
  }
  const answersOf = (section: string, subject: string, fields: readonly Field[]): Answers => {
    const found = sections.get(section)?.get(subject);
    return new Map(fields.map((field) => [field.key, answerInRow(instrument, field, found?.get(field.key))]));
  };
  return {
    items: new Map(
      itemsOf(instrument).map((context) => [
        context.item.key,
        answersOf(itemsSection, context.item.key, fieldsOfItem(context)),
      ]),
    ),
    entries: new Map(
      instrument.sections.filter(isEntries).map((section) => {
        const entries = [...(sections.get(section.key)?.keys() ?? [])].map(Number).sort((a, b) => a - b);
        return [
          section.key,
          entries.map((entry) => ({ entry, answers: answersOf(section.key, String(entry), section.fields) })),
        ];
      }),
    ),
  };
}

/** Whether a question is asked is decided again when its answer is loaded. */
function stored(given: Answer): Pick<AnswerRow, 'state' | 'value'> {
  const answer = asTyped(given);
  const value = typedValue(answer);
  return { state: answer.state, value: value === undefined ? null : String(value) };
}

/** The answer that a row stores; blank without a row. */
export function answerInRow(
  instrument: Instrument,
  field: Field,
  row: Pick<AnswerRow, 'state' | 'value'> | undefined,
): Answer {
  if (row?.state === 'not-applicable') return fieldTraits[field.kind].canBeNotApplicable ? notApplicable : blank;
  if (row === undefined || row.value === null) return blank;
  if (row.state === 'unreadable' || !isAnswerTo(instrument, field, row.value)) return unreadable(row.value);
  return answerFromText(field, row.value);
}
