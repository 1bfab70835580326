import type { Field, Instrument } from '../instrument/model/schema.ts';
import { scaleOf } from '../instrument/model/traverse.ts';

/** Whether the field accepts the answer, which may come from another edition with another scale or list. */
export function isAnswerTo(instrument: Instrument, field: Field, value: string): boolean {
  switch (field.kind) {
    case 'score':
      return scaleOf(instrument, field).options.some(({ level }) => String(level) === value);
    case 'choice':
      return field.options.includes(value);
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(value);
    case 'text':
      return true;
  }
}
