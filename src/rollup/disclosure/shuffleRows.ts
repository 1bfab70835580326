import { createHash } from 'node:crypto';
import type { Instrument } from '../../instrument/model/schema.ts';
import { caseKey } from './caseKey.ts';
import type { Subject } from './subject.ts';

/**
 * Sorts and renumbers rows so that they do not disclose the partner. Rows of one case stay together. They are sorted by
 * hashes of all answers about a case. So the order is the same whenever the same answers are rolled up, and nobody who knows
 * only partners and references can work it out.
 */
export function shuffleRows(instrument: Instrument, subjects: readonly Subject[]): readonly Subject[] {
  const cases = new Map<string, Subject[]>();
  for (const subject of subjects) {
    const key = caseKey(instrument, subject);
    if (key !== undefined) cases.set(key, [...(cases.get(key) ?? []), subject]);
  }
  const hashes = new Map([...cases].map(([key, rows]) => [key, hashOf(rows)]));
  const placed = subjects.map((subject) => ({
    subject,
    place: `${hashes.get(caseKey(instrument, subject) ?? '') ?? ''} ${hashOf([subject])}`,
  }));
  return instrument.sections.flatMap((section) => {
    const own = placed.filter(({ subject }) => subject.section.key === section.key);
    const ordered = own.toSorted((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place)));
    return ordered.map(({ subject }, index) => ({
      ...subject,
      question: section.shape === 'entries' ? `${section.shortTitle} ${index + 1}` : subject.question,
    }));
  });
}

function hashOf(subjects: readonly Subject[]): string {
  const all = subjects.map(({ partner, question, answers }) => [partner.code, question, [...answers]]);
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}
