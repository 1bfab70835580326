import { type Finding, finding } from '../../finding/index.ts';
import { fieldCompared, fieldsCompared, itemsCompared } from '../../instrument/figures/compared.ts';
import { describeLimits, figureIn, showFigure, showNumber } from '../../instrument/model/numbers.ts';
import { ownProperty } from '../../instrument/model/ownProperty.ts';
import type { EntriesSection, Field, Instrument, Section } from '../../instrument/model/schema.ts';
import {
  chosenText,
  comparisonsOn,
  fieldOf,
  fieldsIn,
  figureOf,
  isNumberField,
  jumpsOn,
} from '../../instrument/model/traverse.ts';
import { blank, type LastFigures, type Response } from '../../response/response.ts';
import { brokenComparison, isJump } from '../../scoring/figures/brokenChecks.ts';
import { describeLimit, describeNumber, describeOther, ruleOf } from '../../scoring/figures/describeCheck.ts';
import { type Figures, figuresIn } from '../../scoring/figures/figuresIn.ts';
import { requiredFields } from '../../scoring/plans/requirements.ts';
import { identityIn, isUnusual, serves } from '../../scoring/plans/unmetRequirement.ts';
import { meetsCondition, rulesMet } from '../../scoring/rules.ts';
import { placeIn, type ReadRow, type ReadRows } from '../layout/readRows.ts';

/**
 * Checks what the answers of a row require of others: in the same row, in rows of other sections, and in the last round.
 *
 * @param response All answers, with everything that follows from them.
 */
export function checkRows(instrument: Instrument, all: readonly ReadRows[], response: Response): readonly Finding[] {
  const { lastFigures = {} } = response;
  const figures = figuresIn(instrument, response);
  const entries = all.filter(isOfEntries);
  return [
    ...all.flatMap((read) => needed(instrument, read)),
    ...all.flatMap((read) => excluded(instrument, read)),
    ...all.flatMap(unusual),
    ...all.flatMap((read) => disagreeing(instrument, figures, read)),
    ...all.flatMap((read) => jumping(read, lastFigures)),
    ...entries.flatMap(incomplete),
    ...entries.flatMap((read) => twice(read, entries)),
    ...entries.flatMap((read) => belongsToNone(read, entries)),
    ...entries.flatMap((read) => lacks(instrument, read, entries)),
    ...entries.flatMap((read) => lacksKinds(instrument, read)),
  ];
}

type ReadEntries = ReadRows<EntriesSection>;

const isOfEntries = (read: ReadRows): read is ReadEntries => read.section.shape === 'entries';

/** Blank fields that another answer makes required; each is reported once, even if several answers require it. */
function needed(instrument: Instrument, { section, rows }: ReadRows): readonly Finding[] {
  return rows.flatMap((row) => {
    const reported = new Set<string>();
    return rulesMet(section, row.answers).flatMap(({ when, needs = [] }) =>
      needs.flatMap((key) => {
        const place = row.places.get(key);
        if (place === undefined || reported.has(key) || isFilledIn(row, key)) return [];
        reported.add(key);
        const because = fieldOf(section, when.field);
        const facts = { answer: describeAnswers(instrument, because, row), because: because.heading };
        return [finding('answer.needed', place, { ...facts, field: fieldOf(section, key).heading })];
      }),
    );
  });
}

/** Answers that another one in the same row rules out; each is reported once. */
function excluded(instrument: Instrument, { section, rows }: ReadRows): readonly Finding[] {
  return rows.flatMap((row) => {
    const reported = new Set<string>();
    return rulesMet(section, row.answers).flatMap(({ when, excludes = [] }) =>
      excludes.flatMap((other) => {
        if (reported.has(other.field) || !meetsCondition(row.answers, other)) return [];
        reported.add(other.field);
        const [field, because] = [fieldOf(section, other.field), fieldOf(section, when.field)];
        const facts = {
          excluded: describeAnswers(instrument, field, row),
          field: field.heading,
          answer: describeAnswers(instrument, because, row),
          because: because.heading,
        };
        return [finding('answer.excluded', placeIn(row, other.field), facts)];
      }),
    );
  });
}

/** Numbers beyond their usual limits, without a reason. */
function unusual({ section, rows }: ReadRows): readonly Finding[] {
  const figures = fieldsIn(section)
    .filter(isNumberField)
    .filter(({ reasonIn }) => reasonIn !== undefined);
  return rows.flatMap((row) =>
    figures.flatMap((figure) => {
      const { key, heading, reasonIn = '', usualLeast, usualGreatest } = figure;
      const answer = row.answers.get(key) ?? blank;
      if (answer.state !== 'answered' || !isUnusual(figure, answer) || isFilledIn(row, reasonIn)) return [];
      const facts = {
        value: showNumber(figure, Number(answer.value)),
        field: heading,
        usual: describeLimits(figure, usualLeast, usualGreatest) ?? '',
        reasonField: fieldOf(section, reasonIn).heading,
      };
      return [finding('answer.unusual', placeIn(row, key), facts)];
    }),
  );
}

/** Numbers that are not to each other as they must be. */
function disagreeing(instrument: Instrument, figures: Figures, { section, rows }: ReadRows): readonly Finding[] {
  const described = { instrument, section };
  return rows.flatMap((row) =>
    comparisonsOn(section).flatMap((comparison) => {
      const [named] = itemsCompared(section, comparison);
      const field = fieldsCompared(comparison)[0] ?? named?.field;
      const place = placeIn(row, field);
      if (named !== undefined && place.key !== named.item) return [];
      const compared = brokenComparison({ ...described, figures }, comparison, row.answers);
      const [first] = comparison.sum;
      if (compared === undefined || first === undefined) return [];
      const shownAs = fieldCompared(instrument, section, first);
      const shown = (cell: number): string => showFigure(shownAs, figureIn(shownAs, cell));
      const facts = {
        fields: comparison.sum.map((number) => describeNumber(described, number)),
        value: shown(compared.sum),
        rule: ruleOf(comparison),
        other: describeOther(described, comparison),
        ...(typeof comparison.to === 'number' ? {} : { otherValue: shown(compared.other) }),
      };
      return [finding('answer.figures-disagree', place, facts)];
    }),
  );
}

/** Numbers that changed much since the last round, without a reason. */
function jumping({ section, rows }: ReadRows, lastFigures: LastFigures): readonly Finding[] {
  return rows.flatMap((row) =>
    jumpsOn(section).flatMap((jump) => {
      const place = placeIn(row, jump.figure);
      const last = ownProperty(ownProperty(lastFigures, place.key ?? '') ?? {}, jump.figure);
      const now = row.answers.get(jump.figure) ?? blank;
      if (last === undefined || now.state !== 'answered' || isFilledIn(row, jump.reasonIn)) return [];
      if (!isJump(section, jump, row.answers, last)) return [];
      const field = figureOf(section, jump.figure);
      const facts = {
        field: field.heading,
        value: showFigure(field, Number(now.value)),
        before: showFigure(field, last),
        limit: describeLimit(section, jump),
        reasonField: fieldOf(section, jump.reasonIn).heading,
      };
      return [finding('answer.jump', place, facts)];
    }),
  );
}

/** Rows that have been started but lack some required fields. */
function incomplete({ section, rows }: ReadEntries): readonly Finding[] {
  return rows.flatMap((row) => {
    const missing = requiredFields(section).filter(({ key }) => row.places.has(key) && !isFilledIn(row, key));
    if (missing.length === 0) return [];
    const facts = { entry: section.entry, missing: missing.map(({ heading }) => heading) };
    return [finding('entry.incomplete', placeIn(row, undefined), facts)];
  });
}

/** Rows with the same answers in the fields by which other rows belong to them, so that it is unclear to which. */
function twice(owner: ReadEntries, all: readonly ReadEntries[]): readonly Finding[] {
  const by = all.find(({ section }) => section.belongsTo?.section === owner.section.key)?.section.belongsTo?.by;
  if (by === undefined) return [];
  const first = new Map<string, ReadRow>();
  return owner.rows.flatMap((row) => {
    const identity = identityIn(row.answers, fieldsOf(owner.section, by));
    const earlier = identity === undefined ? undefined : first.get(identity);
    if (identity !== undefined && earlier === undefined) first.set(identity, row);
    if (earlier === undefined) return [];
    const at = placeIn(earlier, by[0]).cell ?? '';
    return [finding('entry.twice', placeIn(row, by[0]), { first: at, by: headings(owner.section, by) })];
  });
}

function belongsToNone(read: ReadEntries, all: readonly ReadEntries[]): readonly Finding[] {
  const { section, rows } = read;
  const by = section.belongsTo?.by ?? [];
  const owner = all.find((other) => other.section.key === section.belongsTo?.section);
  // A row cannot be called missing if its sheet or column was not found, which is reported separately.
  if (owner === undefined || !areFound(owner, by) || !areFound(read, by)) return [];
  const known = new Set(owner.rows.map((row) => identityIn(row.answers, fieldsOf(section, by))));
  return rows.flatMap((row) => {
    const identity = identityIn(row.answers, fieldsOf(section, by));
    if (identity !== undefined && known.has(identity)) return [];
    const empty = by.filter((key) => !isFilledIn(row, key));
    const facts = { sheet: owner.sheet, by: headings(section, by), empty: headings(section, empty) };
    return [finding('entry.belongs-to-none', placeIn(row, empty[0] ?? by[0]), facts)];
  });
}

function lacks(instrument: Instrument, read: ReadEntries, all: readonly ReadEntries[]): readonly Finding[] {
  const { section, rows } = read;
  return (section.mustHave ?? []).flatMap(({ section: named, when, needs }) => {
    const other = all.find((candidate) => candidate.section.key === named);
    const by = other?.section.belongsTo?.by ?? [];
    if (other === undefined || !areFound(other, [...by, when.field, ...needs]) || !areFound(read, by)) return [];
    const served = new Set(
      other.rows
        .filter(({ answers }) => serves(answers, { when, needs: fieldsOf(other.section, needs) }))
        .map((row) => identityIn(row.answers, fieldsOf(section, by))),
    );
    const field = fieldOf(other.section, when.field);
    const facts = {
      entry: section.entry,
      sheet: other.sheet,
      by: headings(section, by),
      field: field.heading,
      words: when.is.map((value) => chosenText(instrument, field, value)),
      needs: headings(other.section, needs),
    };
    return rows.flatMap((row) => {
      const identity = identityIn(row.answers, fieldsOf(section, by));
      return identity !== undefined && served.has(identity) ? [] : [finding('entry.lacks', placeIn(row, by[0]), facts)];
    });
  });
}

/** Kinds of rows that a section requires and that are missing, together for each field. */
function lacksKinds(instrument: Instrument, read: ReadEntries): readonly Finding[] {
  const { section, sheet, rows } = read;
  const lacking = (section.mustInclude ?? []).filter(
    (wanted) => areFound(read, [wanted.field]) && !rows.some(({ answers }) => meetsCondition(answers, wanted)),
  );
  return [...new Set(lacking.map(({ field }) => field))].map((key) => {
    const field = fieldOf(section, key);
    const missing = lacking
      .filter((one) => one.field === key)
      .map(({ is }) => is.map((value) => chosenText(instrument, field, value)));
    return finding(
      'section.lacks',
      { sheet, section: section.key },
      { entry: section.entry, field: field.heading, missing },
    );
  });
}

const areFound = ({ found }: ReadRows, keys: readonly string[]): boolean => keys.every((key) => found.has(key));

const isFilledIn = ({ answers }: ReadRow, key: string): boolean => (answers.get(key) ?? blank).state !== 'blank';

const fieldsOf = (section: Section, keys: readonly string[]): readonly Field[] =>
  keys.map((key) => fieldOf(section, key));

const headings = (section: Section, keys: readonly string[]): readonly string[] =>
  fieldsOf(section, keys).map(({ heading }) => heading);

function describeAnswers(instrument: Instrument, field: Field, { answers }: ReadRow): string {
  const answer = answers.get(field.key) ?? blank;
  return answer.state === 'answered' ? chosenText(instrument, field, answer.value) : '';
}
