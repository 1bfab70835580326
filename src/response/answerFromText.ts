import { fieldTraits } from '../instrument/model/fieldKinds.ts';
import type { Field } from '../instrument/model/schema.ts';
import { type Answer, answered } from './response.ts';

/** The answer to a field of which the value is given as text, as in a register. */
export const answerFromText = ({ kind }: Pick<Field, 'kind'>, text: string): Answer =>
  answered(values[fieldTraits[kind].value](text));

const values = { number: Number, text: (text: string) => text } as const;
