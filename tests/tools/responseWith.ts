import type { Instrument } from '../../src/instrument/model/schema.ts';
import { type Answer, emptyResponse, type Response } from '../../src/response/response.ts';

/**
 * The response with some answers and no others: those of items by `1.1.1 score`, those of rows that a partner added by
 * `participants 2 name`.
 */
export function responseWith(instrument: Instrument, answers: Readonly<Record<string, Answer>>): Response {
  const { items, entries } = emptyResponse(instrument);
  const changed = { items: new Map(items), entries: new Map(entries) };
  for (const [where, answer] of Object.entries(answers)) {
    const [subject = '', ...rest] = where.split(' ');
    const field = rest.at(-1) ?? '';
    if (rest.length === 1) {
      changed.items.set(subject, new Map(changed.items.get(subject)).set(field, answer));
      continue;
    }
    const entry = Number(rest[0]);
    const rows = changed.entries.get(subject) ?? [];
    const row = { entry, answers: new Map(rows.find((one) => one.entry === entry)?.answers).set(field, answer) };
    changed.entries.set(subject, [...rows.filter((one) => one.entry !== entry), row]);
  }
  return changed;
}
