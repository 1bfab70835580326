import type { Instrument } from '../../instrument/model/schema.ts';
import { describeAuthor, describeChange, describeWithoutAnswers } from '../changes/describeChange.ts';
import type { Decision } from './decisions.ts';

/** A decision about a return in words, with when, by whom and why it was made. Answers about people are left out. */
export const describeDecision = (decision: Decision, { aboutPeople }: Pick<Instrument, 'aboutPeople'>): string =>
  `${(aboutPeople === true ? describeWithoutAnswers : describeChange)(decision)}, ${describeAuthor(decision)}`;
