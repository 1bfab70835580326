import { type Finding, finding } from '../../finding/index.ts';
import { isFreeText } from '../../instrument/model/fieldKinds.ts';
import type { Field, Instrument } from '../../instrument/model/schema.ts';
import {
  conditionsOn,
  fieldOf,
  fieldsIn,
  isItems,
  itemsOfSection,
  scaleOf,
  scoreFieldOf,
} from '../../instrument/model/traverse.ts';
import { readLevel } from '../../response/readLevel.ts';
import { type Answers, blank, isTakenAway } from '../../response/response.ts';
import { isSameAnswer } from '../../response/responseChanges.ts';
import { describeConditions, describeFieldCondition } from '../../scoring/conditions/describeConditions.ts';
import { factIn, type GivenFacts } from '../../scoring/plans/givenFacts.ts';
import type { EntriesSheet, ItemsSheet } from '../layout/layout.ts';
import { placeOf, type ReadSheet } from './readSheet.ts';

/** Texts that consist only of a level, in rows without a score: they were typed into the wrong column. */
export function scoresElsewhere(instrument: Instrument, { section }: ItemsSheet, read: ReadSheet): readonly Finding[] {
  const score = scoreFieldOf(section);
  if (score === undefined) return [];
  const scale = scaleOf(instrument, score);
  return [...read.answers].flatMap(([reference, given]) =>
    given.get(score.key)?.state !== 'blank'
      ? []
      : fieldsIn(section).flatMap((field) => {
          const answer = given.get(field.key);
          if (!isFreeText(field) || answer?.state !== 'answered') return [];
          const value = String(answer.value);
          if (readLevel(scale, value) === undefined) return [];
          const facts = { value, field: field.heading, score: score.heading };
          return [finding('answer.wrong-column', placeOf(read, reference, field), facts)];
        }),
  );
}

/** "Not applicable" needs a reason in the field that the definition names (practice T7). */
export function missingReasons({ section, rows }: ItemsSheet, { answers, located }: ReadSheet): readonly Finding[] {
  const score = scoreFieldOf(section);
  const reasonIn = score?.notApplicable?.reasonIn;
  if (score === undefined || reasonIn === undefined) return [];
  return rows.flatMap(({ item }) => {
    const given = answers.get(item.key);
    if (given?.get(score.key)?.state !== 'not-applicable' || given.get(reasonIn)?.state === 'answered') return [];
    const place = located.find(({ reference, field }) => reference === item.key && field.key === reasonIn)?.place;
    return [
      finding('answer.no-reason', place ?? { key: item.key }, { reasonField: fieldOf(section, reasonIn).heading }),
    ];
  });
}

/**
 * Answers to what is not asked: they are stored, and count nowhere. Nobody gave those that are still as given.
 *
 * @param decided The answers of a row by its reference, as far as they count.
 */
export function answeredAllTheSame(
  instrument: Instrument,
  { section }: ItemsSheet | EntriesSheet,
  read: ReadSheet,
  beforehand: GivenFacts,
  decided: (reference: string) => Answers | undefined,
): readonly Finding[] {
  const report = (reference: string, fields: readonly Field[], condition: string): readonly Finding[] => {
    const [first] = fields;
    if (first === undefined) return [];
    const facts = { fields: fields.map(({ heading }) => heading), condition };
    return [finding('answer.not-asked', placeOf(read, reference, first), facts)];
  };
  const ofItems = new Map(
    isItems(section) ? itemsOfSection(section).map((context) => [context.item.key, conditionsOn(context)]) : [],
  );
  const ofSection = section.onlyIf === undefined ? [] : [section.onlyIf];
  return [...read.answers].flatMap(([reference, given]) => {
    const answers = decided(reference);
    const place = isItems(section) ? { item: reference } : { section: section.key, entry: Number(reference) };
    const filled = fieldsIn(section).filter(({ key }) => {
      const answer = given.get(key) ?? blank;
      const isGiven = isSameAnswer(answer, factIn(beforehand, place, key) ?? blank);
      return answers?.get(key)?.state === 'does-not-apply' && answer.state !== 'blank' && !isGiven;
    });
    return isTakenAway(answers)
      ? report(reference, filled, describeConditions(instrument, ofItems.get(reference) ?? ofSection))
      : filled.flatMap((field) =>
          field.onlyIf === undefined
            ? []
            : report(reference, [field], describeFieldCondition(instrument, section, field.onlyIf)),
        );
  });
}
