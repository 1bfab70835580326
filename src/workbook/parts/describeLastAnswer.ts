import type { Instrument } from '../../instrument/model/schema.ts';
import { scoredScaleOf } from '../../instrument/model/traverse.ts';
import type { LastAnswer, LastRound } from '../../scoring/plans/lastRound.ts';

/** Describes a partner's answer to a question in an earlier round, as section sheets show it beside the question. */
export function describeLastAnswer(instrument: Instrument, { round, items }: LastRound, item: string): string {
  const last = items.get(item);
  if (last === undefined) return '';
  return [
    `${round}: ${describeAnswer(instrument, last)}`,
    ...(last.changed ? ['The question has changed since then: the levels cannot be compared.'] : []),
    ...(last.evidence === undefined ? [] : [`Evidence then: ${shortened(last.evidence)}`]),
  ].join('\n');
}

function describeAnswer(instrument: Instrument, { state, level }: LastAnswer): string {
  switch (state) {
    case 'level':
      return describeLevel(instrument, level ?? 0);
    case 'not-applicable':
      return 'not applicable.';
    case 'unreadable':
      return 'an answer that could not be read.';
    case 'unanswered':
      return 'no answer.';
    case 'not-asked':
      return 'the question was not asked.';
    case 'no-return':
      return 'no workbook was returned.';
  }
}

/** A level missing from the present scale is shown by its number. */
function describeLevel(instrument: Instrument, level: number): string {
  const option = scoredScaleOf(instrument).options.find((candidate) => candidate.level === level);
  return option === undefined ? `level ${level}` : `${level} ${option.label}`;
}

/** Characters of evidence that are shown: more would make rows higher than a screen. */
const longestEvidence = 400;

function shortened(evidence: string): string {
  const characters = [...evidence];
  return characters.length <= longestEvidence
    ? evidence
    : `${characters.slice(0, longestEvidence).join('').trimEnd()}… (shortened)`;
}
