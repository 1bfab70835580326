import { splitOptions, yesNo } from '../../../instrument/model/answerForms.ts';
import { type ByKind, byKind } from '../../../instrument/model/fieldKinds.ts';
import type { Field, Instrument, Section } from '../../../instrument/model/schema.ts';
import { fieldsIn, fieldsOfItem, itemsOfSection } from '../../../instrument/model/traverse.ts';
import { type Answer, blank } from '../../../response/response.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { groupingHeadings, groupsOf } from '../../load/groups.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import { type PartnerResult, type ReturnedResult, type RollUp, returned } from '../../load/rollUp.ts';
import { planTableSheet, type RollUpContent } from '../parts/content.ts';
import { fieldColumns } from './fieldColumns.ts';

/** The options that the sheet Choices counts; undefined for fields that it leaves out. */
const counted: ByKind<[], readonly string[] | undefined> = {
  score: () => undefined,
  text: () => undefined,
  date: () => undefined,
  choice: () => undefined,
  number: () => undefined,
  computed: () => undefined,
  link: () => undefined,
  'yes-no': () => yesNo,
  choices: ({ options }) => options,
};

/** Whether a roll-up counts choices: those about people could disclose one. */
export const showsChoices = ({ instrument }: RollUp): boolean =>
  instrument.aboutPeople !== true && instrument.sections.some((section) => fieldsIn(section).some(isCounted));

const isCounted = (field: Field): boolean => byKind(counted, field) !== undefined;

/** The sheet Choices: how often each option was chosen, by all partners and by group. */
export function choicesSheet(content: RollUpContent): SheetPlan {
  const { rollUp, by } = content;
  return planTableSheet(content, {
    name: 'Choices',
    title: 'Choices: how often each answer was chosen',
    note: 'The share is of those who answered. Of several choices the shares can add up to more than 100%.',
    table: 'choices',
    nameColumns: fieldColumns.length,
    tabColour: 'result',
    columns: [
      ...fieldColumns,
      { heading: 'Answer', role: 'text', width: 28 },
      { heading: groupingHeadings[by], role: 'text', width: 22 },
      { heading: 'Returned', role: 'number', width: 12 },
      { heading: 'Answered', role: 'number', width: 12 },
      { heading: 'Chosen', role: 'number', width: 10 },
      { heading: 'Share', role: 'percent', width: 10 },
    ],
    rows: groupsWithAll(rollUp, by).flatMap(({ label, results }) => rowsOf(rollUp.instrument, label, results)),
  });
}

interface Group {
  readonly label: string;
  readonly results: readonly ReturnedResult[];
}

function groupsWithAll(rollUp: RollUp, by: RollUpContent['by']): readonly Group[] {
  const back = (partners: readonly PartnerResult[]): readonly ReturnedResult[] => returned({ ...rollUp, partners });
  const groups = groupsOf(rollUp.partners, by);
  return [
    { label: 'All', results: back(rollUp.partners) },
    ...(groups.length < 2 ? [] : groups.map(({ label, partners }) => ({ label, results: back(partners) }))),
  ];
}

const rowsOf = (instrument: Instrument, label: string, results: readonly ReturnedResult[]): readonly Content[][] =>
  instrument.sections.flatMap((section) =>
    subjectsOf(section).flatMap(({ key, title, fields, answersOf }) =>
      fields.filter(isCounted).flatMap((field) => {
        const given = results.flatMap((result) => answersOf(result, field.key));
        const chosen = given.flatMap(({ state, ...rest }) =>
          state === 'answered' && 'value' in rest ? [splitOptions(rest.value)] : [],
        );
        return (byKind(counted, field) ?? []).map((option) => {
          const count = chosen.filter((options) => options.includes(option)).length;
          return [
            ...[key, title, field.heading, option, label, results.length, chosen.length, count],
            chosen.length > 0
              ? count / chosen.length
              : results.length === 0
                ? missingValueMarks.noReturn
                : missingValueMarks.unanswered,
          ];
        });
      }),
    ),
  );

interface Subject {
  readonly key: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly answersOf: (result: ReturnedResult, field: string) => readonly Answer[];
}

/** The questions of a section, or all rows that partners add to it, together. */
function subjectsOf(section: Section): readonly Subject[] {
  if (section.shape === 'items') {
    return itemsOfSection(section).map(({ item }) => ({
      ...{ key: item.key, title: item.question, fields: fieldsOfItem({ section, item }) },
      answersOf: ({ result }, field) => [result.response.items.get(item.key)?.get(field) ?? blank],
    }));
  }
  return [
    {
      ...{ key: section.shortTitle, title: section.title, fields: section.fields },
      answersOf: ({ result }, field) =>
        (result.response.entries.get(section.key) ?? []).map(({ answers }) => answers.get(field) ?? blank),
    },
  ];
}
