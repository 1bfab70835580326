import { type Answers, blank, isInapplicable, isOptionalBlank } from '../../../response/response.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';

/**
 * The mark in place of a figure to which no answer leads: nobody returned, the question applies to none of those who did, all of
 * them may leave it blank and did, or nobody answered.
 *
 * @param rows The answers of each partner that returned; undefined for one without any.
 */
export function noFigureMark(rows: readonly (Answers | undefined)[], field: string): string {
  const applying = rows.filter((answers) => ![...(answers?.values() ?? [])].some(isInapplicable));
  if (rows.length === 0) return missingValueMarks.noReturn;
  if (applying.length === 0) return missingValueMarks.notApplicable;
  return applying.every((answers) => isOptionalBlank(answers?.get(field) ?? blank))
    ? missingValueMarks.optional
    : missingValueMarks.unanswered;
}
