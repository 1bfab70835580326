import type { Instrument } from '../../instrument/model/schema.ts';
import type { Response } from '../../response/response.ts';
import { detailsOf, hasDetails, type PlanLine, targetOf } from './actionPlan.ts';
import { nameableParts, partOrder, plannedRows } from './plannedRows.ts';

/** An action, and the row that gives it if that is not the question's own. */
export type ItemAction = Pick<PlanLine, 'given' | 'entry'>;

/**
 * The action for each question, by its key: that of its own row or, without one, of the first row of a list that names the
 * question or else a part that contains it. The workbook's formulas give the same result.
 */
export function itemActions(instrument: Instrument, response: Response): ReadonlyMap<string, ItemAction> {
  const { items, lists } = plannedRows(instrument);
  const listed = listedActions(instrument, response);
  const larger = lists.flatMap((list) => nameableParts(instrument, list)).filter((part) => part.items.length > 1);
  return new Map(
    items.flatMap(({ section, item: { key } }) => {
      const given = detailsOf(section, response.items.get(key));
      if (given.action.state !== 'blank') return [[key, { given, entry: undefined }] as const];
      const containing = larger.filter((part) => part.items.some(({ item }) => item.key === key));
      const names = [key, ...containing.map((part) => partOrder(instrument, part))];
      const [first] = names.flatMap((name) => listed.get(name) ?? []);
      return first === undefined ? [] : [[key, first] as const];
    }),
  );
}

/** The first action of the lists about each question, by its key, and about each larger part, by its order. */
function listedActions(instrument: Instrument, response: Response): ReadonlyMap<string | number, ItemAction> {
  const first = new Map<string | number, ItemAction>();
  for (const list of plannedRows(instrument).lists) {
    for (const { entry, answers } of response.entries.get(list.key) ?? []) {
      const given = detailsOf(list, answers);
      const { item, part } = targetOf(instrument, list, answers);
      const name = item?.item.key ?? (part === undefined ? undefined : partOrder(instrument, part));
      if (name !== undefined && hasDetails(given) && !first.has(name))
        first.set(name, { given, entry: { list, entry } });
    }
  }
  return first;
}
