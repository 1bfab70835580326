import type { Condition, EntriesSection, FieldPurpose, Instrument } from '../../instrument/model/schema.ts';
import { fieldFor, type ItemInContext, isEntries, itemsOf } from '../../instrument/model/traverse.ts';
import { isSectionTakenAway, type Response } from '../../response/response.ts';
import { meetsCondition } from '../rules.ts';
import { type RowCheck, rowChecks, type UnmetRequirement } from './unmetRequirement.ts';

export interface ItemCheck extends ItemInContext {
  /** The requirements that the item does not meet; none if it is complete. */
  readonly unmet: readonly UnmetRequirement[];
}

export interface EntriesCheck {
  readonly section: EntriesSection;
  /** Whether fewer rows have been started than are required. */
  readonly tooFew: boolean;
  /** Required answers that no row has. */
  readonly lacking: readonly Condition[];
  /** The rows that do not meet all their requirements. */
  readonly rows: readonly OpenRow[];
}

export interface OpenRow {
  /** Its number, counted from 1. */
  readonly entry: number;
  /** At least one. */
  readonly unmet: readonly UnmetRequirement[];
}

/** Everything that must be answered or corrected before a workbook is ready to be returned. */
export interface Checklist {
  /** @internal */
  readonly items: readonly ItemCheck[];
  /** @internal */
  readonly entries: readonly EntriesCheck[];
  /** How much is still open: items, rows, and rows that sections of entries lack. */
  readonly open: number;
}

export const checklistOf = (instrument: Instrument, response: Response): Checklist => checklists(instrument)(response);

/** Returns a function that makes the checklist of one response after the other. */
export function checklists(instrument: Instrument): (response: Response) => Checklist {
  const checks = rowChecks(instrument);
  return (response) => {
    const check = checks(response);
    const items = itemsOf(instrument).map((context) => ({
      ...context,
      unmet: check(context.section, response.items.get(context.item.key) ?? new Map(), { item: context.item.key }),
    }));
    const entries = instrument.sections.filter(isEntries).map((section) => checkEntries(response, section, check));
    const open = entries.map(({ tooFew, lacking, rows }) => (tooFew ? 1 : 0) + lacking.length + rows.length);
    return {
      items,
      entries,
      open: open.reduce((sum, count) => sum + count, items.filter(({ unmet }) => unmet.length > 0).length),
    };
  };
}

function checkEntries(response: Response, section: EntriesSection, check: RowCheck): EntriesCheck {
  if (isSectionTakenAway(response, section.key)) return { section, tooFew: false, lacking: [], rows: [] };
  const begun = response.entries.get(section.key) ?? [];
  return {
    section,
    tooFew: begun.length < section.required,
    lacking: (section.mustInclude ?? []).filter((one) => !begun.some(({ answers }) => meetsCondition(answers, one))),
    rows: begun.flatMap(({ entry, answers }) => {
      const unmet = check(section, answers, { entry });
      return unmet.length === 0 ? [] : [{ entry, unmet }];
    }),
  };
}

/** The key of the section's field for a purpose. */
export const fieldKeyFor = ({ section }: ItemInContext, purpose: FieldPurpose): string | undefined =>
  fieldFor(section, purpose)?.key;
