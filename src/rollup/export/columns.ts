import { type ByKind, byKind } from '../../instrument/model/fieldKinds.ts';
import { unitName } from '../../instrument/model/numbers.ts';
import { asksForNumbers, fieldScale, isFigureField } from '../../instrument/model/traverse.ts';
import type { Partner } from '../../partners/partner.ts';
import { typedValue } from '../../response/response.ts';
import { stateWord } from '../figures/stateWord.ts';
import type { TidyRow } from '../figures/tidyData.ts';
import { missingValueMarks } from '../load/missingValueMarks.ts';
import type { RollUp } from '../load/rollUp.ts';

/** A column of exported data. A missing value is empty; the column `state` gives the reason. */
export interface ExportColumn {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'number' | 'date';
  readonly meaning: string;
  readonly value: (row: TidyRow) => string | number | undefined;
}

/** The columns of exported data, in order. */
export function exportColumns({
  instrument,
  round,
  anonymous,
}: Pick<RollUp, 'instrument' | 'round' | 'anonymous'>): readonly ExportColumn[] {
  const text = (name: string, meaning: string, value: ExportColumn['value']): ExportColumn => ({
    ...{ name, type: 'text', meaning, value },
  });
  const ofPartner = (name: string, meaning: string, key: keyof Partner): ExportColumn =>
    text(name, meaning, ({ partner }) => (partner === undefined ? missingValueMarks.suppressed : partner[key]));
  return [
    text('round', 'Name of the round.', () => round.round),
    text('instrument', 'Key of the self-assessment.', () => instrument.key),
    text('edition', 'The current edition of the round.', () => instrument.edition),
    ofPartner('region_code', 'Code of the region of the partner.', 'regionCode'),
    ofPartner('region', 'Name of the region.', 'regionName'),
    ofPartner('area_code', 'Code of the area for which the partner answers.', 'areaCode'),
    ofPartner('area', 'Name of the area.', 'areaName'),
    ofPartner('partner_code', 'Code of the partner. It is text: 5E1 is no number, and 0012 keeps its zeros.', 'code'),
    ofPartner('partner', 'Name of the partner.', 'name'),
    ofPartner('kind', 'Kind of body, as in the list of partners.', 'kind'),
    text('section', 'Title of the section.', ({ section }) => section),
    text(
      'question',
      'Key of the question; for a row that the partner added, the short title of its section and the number of the row.',
      ({ question }) => question,
    ),
    text(
      'field',
      'Key of the field: the part of the question that is answered, such as score or evidence.',
      ({ field }) => field.key,
    ),
    text('state', 'Whether there is an answer and, if not, the reason.', ({ answer }) => stateWord(answer)),
    {
      name: 'level',
      type: 'integer',
      meaning: 'The chosen level, if the field is a score.',
      value: ({ field, answer }) =>
        answer.state === 'answered' ? byKind(typed, field, answer.value).level : undefined,
    },
    {
      name: 'date',
      type: 'date',
      meaning: 'The answer, if the field is a date.',
      value: (row) => shownValue(row).date,
    },
    ...(asksForNumbers(instrument)
      ? [
          {
            name: 'number',
            type: 'number' as const,
            meaning:
              'The answer, if the field is a number: 12 for 12%, and money in whole units of the column unit. Suppressed where it could identify anyone.',
            value: (row: TidyRow) => shownValue(row).number,
          },
          text('unit', 'What the number counts.', ({ field }) => (isFigureField(field) ? unitName(field) : undefined)),
        ]
      : []),
    text(
      'answer',
      'The answer as text: for a score the name of its level, for a date YYYY-MM-DD, for a choice or text the words, several choices separated by semicolons. An answer that could not be read is given as typed. Empty if there is none.',
      ({ field, answer, shown }) => {
        if (answer.state !== 'answered' && answer.state !== 'unreadable') return undefined;
        const options = answer.state === 'answered' ? fieldScale(instrument, field)?.options : undefined;
        return options?.find(({ level }) => level === typedValue(answer))?.label ?? String(shown);
      },
    ),
    // Who knows of a correction would recognise the partner by it.
    ...(anonymous === true
      ? []
      : [
          text(
            'source',
            'Where the answer comes from: "returned" as it was in the workbook; "paper" as the analyst typed it from paper; "corrected" by the analyst after the workbook had come, for which the roll-up gives when, by whom and why.',
            ({ source }) => source,
          ),
        ]),
  ];
}

/** An answer in the column that is of its kind. Texts, and what is chosen from words, are in the column `answer` alone. */
interface TypedValue {
  readonly level?: number;
  readonly date?: string;
  readonly number?: number;
}

const typed: ByKind<[value: number | string], TypedValue> = {
  score: (_field, level) => ({ level: Number(level) }),
  text: () => ({}),
  date: (_field, day) => ({ date: String(day) }),
  choice: () => ({}),
  'yes-no': () => ({}),
  link: () => ({}),
  choices: () => ({}),
  number: (_field, value) => (typeof value === 'number' ? { number: value } : {}),
  computed: (_field, value) => (typeof value === 'number' ? { number: value } : {}),
};

/** What may not be shown is suppressed in `shown`. */
const shownValue = ({ field, answer, shown }: TidyRow): TypedValue =>
  answer.state === 'answered' && answer.value === shown ? byKind(typed, field, answer.value) : {};
