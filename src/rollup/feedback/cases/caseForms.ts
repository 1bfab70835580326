import type { EntriesSection, Field, Instrument, Priorities } from '../../../instrument/model/schema.ts';
import { describeOption, fieldOf, fieldScale, isEntries } from '../../../instrument/model/traverse.ts';
import { type Answers, blank, type EntryAnswers, type Response, typedValue } from '../../../response/response.ts';
import { tidyText } from '../../../response/tidyText.ts';
import { comparable } from '../../load/comparable.ts';

/** Everything that a partner returned about one case, as the form of the instrument arranges it. */
export interface CaseForm {
  /** As the partner wrote it; undefined for the rows without one. */
  readonly reference: string | undefined;
  readonly blocks: readonly CaseBlock[];
}

/** A row of the section that others belong to, with these; or rows that belong to none. */
export interface CaseBlock {
  readonly owner: EntryAnswers | undefined;
  readonly rows: readonly EntryAnswers[];
}

/** The cases of a response, in the order in which its rows name them first. */
export function caseForms(instrument: Instrument, priorities: Priorities, response: Response): readonly CaseForm[] {
  const { section, owner } = caseSections(instrument, priorities);
  const owners = owner === undefined ? [] : (response.entries.get(owner.key) ?? []);
  const rows = response.entries.get(section.key) ?? [];
  const by = section.belongsTo?.by ?? [];
  const references = new Map<string, string | undefined>();
  for (const { answers } of [...owners, ...rows]) {
    const reference = textOf(answers, priorities.cases);
    const known = comparable(reference ?? '');
    if (!references.has(known)) references.set(known, reference);
  }
  const isOf = (answers: Answers, known: string): boolean =>
    comparable(textOf(answers, priorities.cases) ?? '') === known;
  return [...references].map(([known, reference]) => {
    const ownRows = rows.filter(({ answers }) => isOf(answers, known));
    const taken = new Set<EntryAnswers>();
    const blocks = owners
      .filter(({ answers }) => isOf(answers, known))
      .map((one): CaseBlock => {
        const belonging = ownRows.filter(
          (row) => !taken.has(row) && by.every((field) => isSame(one.answers, row.answers, field)),
        );
        for (const row of belonging) taken.add(row);
        return { owner: one, rows: belonging };
      });
    const rest = ownRows.filter((row) => !taken.has(row));
    return { reference, blocks: rest.length === 0 ? blocks : [...blocks, { owner: undefined, rows: rest }] };
  });
}

/** The section of the priorities, and the one that it belongs to. */
export function caseSections(
  { sections }: Instrument,
  priorities: Priorities,
): { readonly section: EntriesSection; readonly owner: EntriesSection | undefined } {
  const entries = sections.filter(isEntries);
  const section = entries.find(({ key }) => key === priorities.section);
  if (section === undefined) throw new Error(`Section ${priorities.section} is not defined`);
  return { section, owner: entries.find(({ key }) => key === section.belongsTo?.section) };
}

/**
 * What a row says in a part of the form, a line for each field; several long texts have their headings. Undefined if it
 * says nothing.
 */
export function partText(
  instrument: Instrument,
  section: EntriesSection,
  keys: readonly string[],
  answers: Answers,
): string | undefined {
  const fields = keys.map((key) => fieldOf(section, key));
  const hasHeadings = fields.filter(isLong).length > 1;
  const lines = fields.flatMap((field) => {
    const words = wordsOf(instrument, field, answers);
    return words === undefined ? [] : [hasHeadings ? `${field.heading}: ${words}` : words];
  });
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** Whether a part of the form has text that takes several lines. */
export const hasLongText = (section: EntriesSection, keys: readonly string[]): boolean =>
  keys.some((key) => isLong(fieldOf(section, key)));

const isLong = (field: Field): boolean => field.kind === 'text' && field.brief !== true;

function wordsOf(instrument: Instrument, field: Field, answers: Answers): string | undefined {
  const scale = fieldScale(instrument, field);
  const typed = typedValue(answers.get(field.key) ?? blank);
  const option = scale?.options.find(({ level }) => level === typed);
  if (scale !== undefined && option !== undefined) return describeOption(scale, option);
  return typed === undefined ? undefined : String(typed);
}

function textOf(answers: Answers, field: string): string | undefined {
  const typed = typedValue(answers.get(field) ?? blank);
  return typed === undefined ? undefined : tidyText(String(typed));
}

function isSame(one: Answers, other: Answers, field: string): boolean {
  const [first, second] = [textOf(one, field), textOf(other, field)];
  return first !== undefined && second !== undefined && comparable(first) === comparable(second);
}
