import type {
  EntriesSection,
  Instrument,
  Priorities,
  Scale,
  ScaleOption,
  Section,
} from '../../instrument/model/schema.ts';
import { fieldOf, fieldScale, isEntries } from '../../instrument/model/traverse.ts';
import type { Partner } from '../../partners/partner.ts';
import { type Answer, type Answers, blank, type EntryAnswers, typedValue } from '../../response/response.ts';
import { answeredOf, type Tally } from '../../scoring/position.ts';
import { meetsCondition } from '../../scoring/rules.ts';
import { tallyOf } from '../../scoring/tally.ts';
import { comparable } from '../load/comparable.ts';
import { cellContent } from '../load/missingValueMarks.ts';
import { type RollUp, returned } from '../load/rollUp.ts';
import { median } from './median.ts';

/** The rows, of all partners, with the same answers in the fields by which priorities are distinguished. */
export interface PriorityGroup {
  /** The rank; equal for groups with equal figures. */
  readonly rank: number;
  /** The text of each of the fields, in their order. */
  readonly by: readonly string[];
  /** Cases with a row at one of the worst levels. */
  readonly badlyServed: number;
  /** A case is identified by its partner and its reference. A partner's rows without a reference count as one case. */
  readonly cases: number;
  readonly rows: number;
  readonly partners: readonly Partner[];
  /** The counts are of rows. */
  readonly tally: Tally;
  readonly rated: number;
  /** The worst level that occurs; undefined if no row is rated. */
  readonly worst: ScaleOption | undefined;
  /** The median level, not rounded; undefined if no row is rated. */
  readonly median: number | undefined;
  /** Share of the rated rows at one of the worst levels, 0 to 1; undefined if no row is rated. */
  readonly badShare: number | undefined;
  /** What is missing in the words of partners, each text once, in no order by which partners could be recognised. */
  readonly missing: readonly string[];
}

/** Groups sorted by the number of cases served badly, then by the number of cases, then by their texts. */
export function prioritiesOf(rollUp: RollUp, priorities: Priorities): readonly PriorityGroup[] {
  const scale = ratingScale(rollUp.instrument, priorities);
  const bad = worstLevels(scale).map(({ level }) => level);
  const groups = new Map<string, CountedRow[]>();
  for (const row of countedRows(rollUp, priorities)) {
    const key = JSON.stringify(row.by.map(comparable));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const counted = [...groups.values()].map((rows) => countsOf(rows, scale, bad));
  const ranked = counted.toSorted((a, b) => before(a, b) || a.by.join('\n').localeCompare(b.by.join('\n'), 'en'));
  return ranked.map((group) => ({ ...group, rank: ranked.findIndex((other) => before(other, group) === 0) + 1 }));
}

/** The two worst levels of a scale; of two levels only the worst. */
export const worstLevels = ({ options }: Scale): readonly ScaleOption[] =>
  options.slice(0, Math.min(2, options.length - 1));

/** The scale by which priorities are rated. @throws Error if there is none, which `defineInstrument` rules out. */
export function ratingScale(instrument: Instrument, priorities: Priorities): Scale {
  const field = fieldOf(sectionOf(instrument, priorities.section), priorities.rating);
  const scale = fieldScale(instrument, field);
  if (scale === undefined) throw new Error(`The field ${field.key} has no scale`);
  return scale;
}

/** The heading of a field by which priorities are distinguished. */
export const headingOf = (instrument: Instrument, priorities: Priorities, by: string): string =>
  fieldOf(homeOf(instrument, priorities, by), by).heading;

/** The heading of the field that says what is missing; undefined without one. */
export const missingHeadingOf = (instrument: Instrument, { section, missing }: Priorities): string | undefined =>
  missing === undefined ? undefined : fieldOf(sectionOf(instrument, section), missing).heading;

interface CountedRow {
  readonly partner: Partner;
  /** Unique for each case, among all partners. */
  readonly caseKey: string;
  readonly by: readonly string[];
  readonly rating: Answer;
  readonly missing: string | undefined;
}

type Counts = Omit<PriorityGroup, 'rank'>;

const before = (a: Counts, b: Counts): number => b.badlyServed - a.badlyServed || b.cases - a.cases;

function countedRows(rollUp: RollUp, priorities: Priorities): readonly CountedRow[] {
  const { instrument } = rollUp;
  const section = sectionOf(instrument, priorities.section);
  const { belongsTo, key } = section;
  return returned(rollUp).flatMap(({ partner, result: { response } }) => {
    const owners = response.entries.get(belongsTo?.section ?? '') ?? [];
    const rows = response.entries.get(key) ?? [];
    return rows
      .filter(({ answers }) => priorities.when === undefined || meetsCondition(answers, priorities.when))
      .map(({ answers }) => ({
        partner,
        caseKey: JSON.stringify([partner.code, ...keysOf(answers, [priorities.cases])]),
        by: priorities.by.map((field) => {
          const home = homeOf(instrument, priorities, field);
          if (home === section) return words(instrument, section, field, answers);
          return ownersWords(instrument, home, field, ownersOf(answers, owners, belongsTo?.by ?? []));
        }),
        rating: answers.get(priorities.rating) ?? blank,
        missing: textOf(answers, priorities.missing),
      }));
  });
}

function textOf(answers: Answers, field: string | undefined): string | undefined {
  const answer = answers.get(field ?? '');
  return answer?.state === 'answered' ? String(answer.value) : undefined;
}

/** The texts of the fields, for comparing; without the unanswered ones. */
const keysOf = (answers: Answers, fields: readonly string[]): readonly string[] =>
  fields.flatMap((field) => {
    const typed = typedValue(answers.get(field) ?? blank);
    return typed === undefined ? [] : [comparable(typed)];
  });

/** The rows to which a row belongs: one, if everything is filled in correctly. An unanswered field matches any other. */
function ownersOf(answers: Answers, owners: readonly EntryAnswers[], by: readonly string[]): readonly EntryAnswers[] {
  const keys = keysOf(answers, by);
  if (keys.length < by.length) return [];
  return owners.filter((owner) => JSON.stringify(keysOf(owner.answers, by)) === JSON.stringify(keys));
}

/** The answer of the rows to which a row belongs. If they disagree, it is not known which is meant. */
function ownersWords(instrument: Instrument, home: Section, field: string, owners: readonly EntryAnswers[]): string {
  const said = owners.map(({ answers }) => words(instrument, home, field, answers));
  const [first, ...others] = said;
  return first === undefined || others.some((other) => comparable(other) !== comparable(first)) ? 'Not known' : first;
}

/** An answer as part of a group's name. An answer that could not be read is not repeated: it may be about a person. */
function words(instrument: Instrument, section: Section, key: string, answers: Answers): string {
  const answer = answers.get(key) ?? blank;
  if (answer.state === 'unreadable') return 'Could not be read';
  return String(cellContent(answer, fieldScale(instrument, fieldOf(section, key))));
}

function countsOf(rows: readonly CountedRow[], scale: Scale, bad: readonly number[]): Counts {
  const { options } = scale;
  const tally = tallyOf(
    options,
    rows.map(({ rating }) => rating),
  );
  const rated = answeredOf(tally);
  const badRows = rows.filter(({ rating }) => rating.state === 'answered' && bad.includes(Number(rating.value)));
  return {
    by: rows[0]?.by ?? [],
    badlyServed: new Set(badRows.map(({ caseKey }) => caseKey)).size,
    cases: new Set(rows.map(({ caseKey }) => caseKey)).size,
    rows: rows.length,
    partners: [...new Map(rows.map(({ partner }) => [partner.code, partner])).values()],
    tally,
    rated,
    worst: options.find(({ level }) => (tally.levels.get(level) ?? 0) > 0),
    median: median(tally),
    badShare: rated === 0 ? undefined : badRows.length / rated,
    missing: [...new Map(rows.flatMap(({ missing = '' }) => (missing === '' ? [] : [[comparable(missing), missing]])))]
      .toSorted(([one], [other]) => one.localeCompare(other, 'en'))
      .map(([, text]) => text),
  };
}

/** The section of a field: the one that is counted, or else the one to which that belongs. */
function homeOf(instrument: Instrument, priorities: Priorities, field: string): EntriesSection {
  const section = sectionOf(instrument, priorities.section);
  if (section.fields.some(({ key }) => key === field)) return section;
  return sectionOf(instrument, section.belongsTo?.section ?? '');
}

function sectionOf({ sections }: Instrument, key: string): EntriesSection {
  const section = sections.filter(isEntries).find((candidate) => candidate.key === key);
  if (section === undefined) throw new Error(`Section ${key} is not defined`);
  return section;
}
