import { type ByKind, byKind } from '../../instrument/model/fieldKinds.ts';
import { fieldScale } from '../../instrument/model/traverse.ts';
import type { Partner } from '../../partners/partner.ts';
import { typedValue } from '../../response/response.ts';
import { stateWord } from '../figures/stateWord.ts';
import type { TidyRow } from '../figures/tidyData.ts';
import { missingValueMarks } from '../load/missingValueMarks.ts';
import type { RollUp } from '../load/rollUp.ts';

/** A column of exported data. Nothing stands in it where there is nothing to say: the state tells why. */
export interface ExportColumn {
  readonly name: string;
  readonly type: 'text' | 'integer';
  readonly meaning: string;
  readonly value: (row: TidyRow) => string | number | undefined;
}

/** One row of exported data has these, in this order. */
export function exportColumns({ instrument, round }: RollUp): readonly ExportColumn[] {
  const text = (name: string, meaning: string, value: ExportColumn['value']): ExportColumn => ({
    ...{ name, type: 'text', meaning, value },
  });
  const ofPartner = (name: string, meaning: string, key: keyof Partner): ExportColumn =>
    text(name, meaning, ({ partner }) => (partner === undefined ? missingValueMarks.suppressed : partner[key]));
  return [
    text('round', 'Name of the round.', () => round.round),
    text('instrument', 'Key of the self-assessment.', () => instrument.key),
    text('edition', 'Its edition that the round has now.', () => instrument.edition),
    ofPartner('region_code', 'Code of the region that the partner belongs to.', 'regionCode'),
    ofPartner('region', 'Its name.', 'regionName'),
    ofPartner('area_code', 'Code of the area for which the partner answers.', 'areaCode'),
    ofPartner('area', 'Its name.', 'areaName'),
    ofPartner('partner_code', 'Code of the partner. It is text: 5E1 is no number, and 0012 keeps its zeros.', 'code'),
    ofPartner('partner', 'Its name.', 'name'),
    ofPartner('kind', 'What kind of body the partner is.', 'kind'),
    text('section', 'Title of the section.', ({ section }) => section),
    text(
      'question',
      'Key of the question; of a row that the partner added, what its section is called for short, and the number of the row.',
      ({ question }) => question,
    ),
    text('field', 'Key of the field: what of the question is answered here.', ({ field }) => field.key),
    text('state', 'Whether there is an answer, and why not.', ({ answer }) => stateWord(answer)),
    {
      name: 'level',
      type: 'integer',
      meaning: 'The level that was chosen, where the field is a score.',
      value: ({ field, answer }) => (answer.state === 'answered' ? byKind(levels, field, answer.value) : undefined),
    },
    text(
      'answer',
      'The answer in words: of a score the name of its level, of a date its day as YYYY-MM-DD, of a choice and of text the words. What could not be read is as it was typed. Empty where there is none.',
      ({ field, answer, shown }) => {
        if (answer.state === 'blank' || answer.state === 'not-applicable') return undefined;
        const options = answer.state === 'answered' ? fieldScale(instrument, field)?.options : undefined;
        return options?.find(({ level }) => level === typedValue(answer))?.label ?? String(shown);
      },
    ),
  ];
}

const levels: ByKind<[value: number | string], number | undefined> = {
  score: (_field, level) => Number(level),
  text: () => undefined,
  date: () => undefined,
  choice: () => undefined,
};
