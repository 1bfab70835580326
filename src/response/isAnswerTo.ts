import { isAddress, isChoice, yesNo } from '../instrument/model/answerForms.ts';
import { type ByKind, byKind } from '../instrument/model/fieldKinds.ts';
import { isAnswer } from '../instrument/model/numbers.ts';
import type { Field, Instrument } from '../instrument/model/schema.ts';
import { scaleOf } from '../instrument/model/traverse.ts';

/** Whether the field accepts the answer, which may come from another edition with another scale or list. */
export const isAnswerTo = (instrument: Instrument, field: Field, value: string): boolean =>
  byKind(accepts, field, instrument, value);

const accepts: ByKind<[instrument: Instrument, value: string], boolean> = {
  score: (field, instrument, value) => scaleOf(instrument, field).options.some(({ level }) => String(level) === value),
  text: () => true,
  date: (_field, _instrument, value) => /^\d{4}-\d{2}-\d{2}$/.test(value),
  'yes-no': (_field, _instrument, value) => yesNo.some((word) => word === value),
  link: (_field, _instrument, value) => isAddress(value),
  choices: (field, _instrument, value) => isChoice(field, value),
  number: (field, _instrument, value) => value.trim() !== '' && isAnswer(field, Number(value)),
  computed: (_field, _instrument, value) => value.trim() !== '' && Number.isFinite(Number(value)),
  choice: ({ options }, _instrument, value) => options.includes(value),
};
