import type { Instrument } from '../instrument/model/schema.ts';
import { fieldsOfItem, itemsOf } from '../instrument/model/traverse.ts';
import { type Answer, type Answers, answered, answerOf, blank, type Response } from './response.ts';

/**
 * Returns a function that makes equal responses which take a fraction of the memory, for thousands to be rolled up
 * together. Answers to items are in one list: text by itself, and anything else as one object for all responses. The maps
 * are made when somebody asks for them.
 */
export function responseCompactor(instrument: Instrument): (response: Response) => Response {
  const items = itemsOf(instrument);
  const places = new Map<string, ReadonlyMap<string, number>>();
  let first = 0;
  for (const context of items) {
    const fields = fieldsOfItem(context);
    places.set(context.item.key, new Map(fields.map(({ key }, index) => [key, first + index])));
    first += fields.length;
  }
  const known = new Map<number, Answer>();
  const compact = (answer: Answer): Answer | string => {
    if (answer.state !== 'answered') return answer;
    if (typeof answer.value === 'string') return answer.value;
    const level = known.get(answer.value) ?? answer;
    known.set(answer.value, level);
    return level;
  };
  const listOf = (response: Response): readonly (Answer | string)[] =>
    items.flatMap((context) =>
      fieldsOfItem(context).map((field) => compact(answerOf(response, context.item.key, field.key))),
    );
  // Functions made beside `response` would retain it.
  return (response) => ({ ...response, items: answersIn(listOf(response), places) });
}

function answersIn(
  list: readonly (Answer | string)[],
  places: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Response['items'] {
  const answerAt = (place: number): Answer => {
    const answer = list[place] ?? blank;
    return typeof answer === 'string' ? answered(answer) : answer;
  };
  return new SharedKeys(places, (fields): Answers => new SharedKeys(fields, answerAt));
}

/** A map that shares its keys, and the places of its values, with other maps. */
class SharedKeys<Place, Value> implements ReadonlyMap<string, Value> {
  readonly #places: ReadonlyMap<string, Place>;
  readonly #valueAt: (place: Place) => Value;

  constructor(places: ReadonlyMap<string, Place>, valueAt: (place: Place) => Value) {
    this.#places = places;
    this.#valueAt = valueAt;
  }

  get size(): number {
    return this.#places.size;
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  get(key: string): Value | undefined {
    const place = this.#places.get(key);
    return place === undefined ? undefined : this.#valueAt(place);
  }

  keys(): MapIterator<string> {
    return this.#places.keys();
  }

  *values(): Generator<Value, undefined> {
    for (const place of this.#places.values()) yield this.#valueAt(place);
  }

  *entries(): Generator<[string, Value], undefined> {
    for (const [key, place] of this.#places) yield [key, this.#valueAt(place)];
  }

  [Symbol.iterator](): Generator<[string, Value], undefined> {
    return this.entries();
  }

  forEach(visit: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}
