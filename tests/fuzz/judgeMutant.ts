import { type Finding, FindingsError } from '../../src/finding/index.ts';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import type { Answer, Response } from '../../src/response/response.ts';
import { scorecardOf } from '../../src/scoring/scorecard.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { isSealed } from '../../src/workbook/layout/stamp.ts';
import { readResponse } from '../../src/workbook/read/readResponse.ts';
import { readStamp } from '../../src/workbook/read/readStamp.ts';
import { sealKey } from '../issued.ts';

/** The place of an answer as issued, and the key under which `answersOf` has it. */
export interface KnownCell {
  readonly key: string;
  readonly sheet: string;
  readonly cell: string;
  readonly subject: string;
  readonly field: string;
}

export interface Original {
  readonly instrument: Instrument;
  readonly cells: readonly KnownCell[];
  readonly answers: ReadonlyMap<string, string>;
}

export type Outcome = 'refused' | 'unchanged' | 'reported' | 'own value' | 'SILENT' | 'POLLUTED';

export interface Judged {
  readonly outcome: Outcome;
  readonly details: string;
}

/**
 * Reads a mutated return as an import does. Only findings may be thrown. Every answer must be the one of the original,
 * or be reported with its cell, its question or its sheet, or its own cell must really have changed.
 *
 * @param isOwn whether the mutation changed the value of the answer's own cell
 */
export function judgeMutant(original: Original, bytes: Uint8Array, isOwn: (cell: KnownCell) => boolean): Judged {
  const read = readReturn(original.instrument, bytes);
  if (Object.keys(Object.prototype).length > 0) return { outcome: 'POLLUTED', details: 'Object.prototype has keys' };
  if (read === undefined) return { outcome: 'refused', details: '' };
  const answers = answersOf(read.response);
  const changed = original.cells.filter(({ key }) => answers.get(key) !== original.answers.get(key));
  if (changed.length === 0) return { outcome: 'unchanged', details: '' };
  const unreported = changed.filter((cell) => !read.findings.some((found) => names(found, cell)));
  if (unreported.length === 0) return { outcome: 'reported', details: '' };
  const silent = unreported.filter((cell) => !isOwn(cell));
  if (silent.length === 0) return { outcome: 'own value', details: '' };
  const details = silent
    .slice(0, 5)
    .map(({ key, sheet, cell }) => `'${sheet}'!${cell} ${key}: ${original.answers.get(key)} became ${answers.get(key)}`)
    .join('; ');
  return { outcome: 'SILENT', details: `${silent.length} answers: ${details}` };
}

/** Whether a finding is about an answer: its cell, its question, or its whole sheet. */
const names = ({ code, place, facts }: Finding, { sheet, cell, subject, field }: KnownCell): boolean =>
  place.key === subject ||
  (place.sheet === sheet && place.cell === cell) ||
  (place.sheet === sheet && place.field === field && code === 'answer.anchors-part') ||
  ((code.startsWith('sheet.') || code === 'answer.place-lost' || code === 'answer.anchors-part') &&
    (place.sheet === sheet ||
      ('expected' in facts && facts.expected === sheet) ||
      ('like' in facts && facts.like === sheet)));

/** The answers of a return that would be accepted; undefined when it would be refused. */
function readReturn(
  instrument: Instrument,
  bytes: Uint8Array,
): { readonly response: Response; readonly findings: readonly Finding[] } | undefined {
  try {
    const raw = readPackage(bytes);
    const { stamp } = readStamp(raw);
    if (stamp === undefined || !isSealed(stamp, sealKey)) return undefined;
    const read = readResponse(raw, instrument);
    scorecardOf(instrument, read.response);
    JSON.stringify(read.findings);
    return read;
  } catch (failure) {
    if (failure instanceof FindingsError) return undefined;
    throw failure;
  }
}

/** Every answer as text, by section or item, row and field. */
export function answersOf({ items, entries }: Response): ReadonlyMap<string, string> {
  const answers = new Map<string, string>();
  const add = (row: string, given: ReadonlyMap<string, Answer>): void => {
    for (const [field, answer] of given)
      if (answer.state !== 'blank') answers.set(`${row} ${field}`, JSON.stringify(answer));
  };
  for (const [item, given] of items) add(item, given);
  for (const [section, rows] of entries)
    for (const { entry, answers: given } of rows) add(`${section} ${entry}`, given);
  return answers;
}
