import { createHash } from 'node:crypto';
import type { Instrument } from '../../instrument/model/schema.ts';
import { blank } from '../../response/response.ts';
import type { RollUp } from '../load/rollUp.ts';
import { caseKeys } from './caseKeys.ts';
import { numbered } from './numbered.ts';
import { packRow, unpackRow } from './packedRow.ts';
import { type ShownAnswer, shownAnswers } from './shownAnswers.ts';
import { type AnsweredField, type Source, type Subject, sourceOf, subjectsByPartner } from './subjects.ts';

/** An answer about people, as far as it may be shown. */
export type RowAboutPeople = AnsweredField & ShownAnswer;

export interface RowsAboutPeople extends Iterable<RowAboutPeople> {
  /** Adds all rows of some partners. */
  readonly add: (some: RollUp) => void;
}

/** What was asked in a row. Rows that partners added are numbered anew. */
interface Asked extends Pick<Subject, 'question' | 'fields'> {
  readonly section: string;
}

/**
 * Collects rows about people, one partner after the other, and holds nothing of them that may not be shown. Then gives them
 * in an order, and renumbered, so that they do not disclose the partner. Rows of one case stay together. They are sorted by
 * hashes of all answers about a case. So the order is the same whenever the same answers are rolled up, and nobody who knows
 * only partners and references can work it out. Case references become running numbers over all partners.
 */
export function rowsAboutPeople(instrument: Instrument): RowsAboutPeople {
  const { sections, priorities } = instrument;
  const held = new Map(sections.map(({ key }): [string, string[]] => [key, []]));
  const caseOf = caseKeys(instrument);
  const begin = shownAnswers(instrument);
  const asked = numbered<Asked>(({ section, question }) => JSON.stringify([section, question]));
  const answers = numbered<ShownAnswer & { readonly source: Source }>((answer) => JSON.stringify(answer));

  const addTogether = (subjects: readonly Subject[], isCase: boolean): void => {
    const texts = subjects.map(textOf);
    const ofCase = isCase ? hashOf(texts) : noCase;
    const show = begin(isCase);
    const placed = subjects.map((subject, at) => ({ subject, hash: hashOf(texts.slice(at, at + 1)) }));
    for (const { key, shape } of sections) {
      const own = placed.filter(({ subject }) => subject.section.key === key);
      // Within a case, answers are shown in the order in which they will be read.
      for (const { subject, hash } of own.toSorted((a, b) => Buffer.compare(a.hash, b.hash))) {
        const { fields } = subject;
        const place = asked.numberOf({ section: key, question: shape === 'items' ? subject.question : '', fields });
        const numbers = fields.map((field) => {
          const { answer, shown } = show(field, subject.answers.get(field.key) ?? blank);
          return answers.numberOf({ answer, shown, source: sourceOf(subject, field) });
        });
        held.get(key)?.push(packRow([ofCase, hash], [place, ...numbers]));
      }
    }
  };

  return {
    add(some) {
      const cases = new Map<string, Subject[]>();
      for (const subject of subjectsByPartner(some)) {
        const key = caseOf(subject);
        if (key === undefined) addTogether([subject], false);
        else cases.set(key, [...(cases.get(key) ?? []), subject]);
      }
      for (const rows of cases.values()) addTogether(rows, true);
    },
    *[Symbol.iterator]() {
      const cases = numbered<string>((ofCase) => ofCase);
      for (const { key, shape, title, shortTitle } of sections) {
        for (const [index, row] of (held.get(key) ?? []).sort().entries()) {
          const ofCase = row.slice(0, noCase.length);
          const number = ofCase === noCase.toString('latin1') ? undefined : cases.numberOf(ofCase) + 1;
          const [place = 0, ...shown] = unpackRow(row, 2 * noCase.length);
          const { question = '', fields = [] } = asked.values[place] ?? {};
          const shownAs = shape === 'entries' ? `${shortTitle} ${index + 1}` : question;
          for (const [at, field] of fields.entries()) {
            const known = answers.values[shown[at] ?? 0];
            if (known === undefined) continue;
            const { answer, source } = known;
            const isReference = number !== undefined && field.key === priorities?.cases;
            yield {
              section: title,
              question: shownAs,
              field,
              answer,
              source,
              shown: isReference ? number : known.shown,
            };
          }
        }
      }
    },
  };
}

const textOf = ({ partner, question, answers }: Subject): string =>
  JSON.stringify([partner.code, question, [...answers]]);

/** Sorts before every hash: rows without a case come first. */
const noCase = Buffer.alloc(16);

/** As many bytes as no two cases will have in common. */
const hashOf = (texts: readonly string[]): Buffer =>
  createHash('sha256')
    .update(`[${texts.join(',')}]`)
    .digest()
    .subarray(0, noCase.length);
