import type { Instrument } from '../../../instrument/model/schema.ts';

import { fieldsIn } from '../../../instrument/model/traverse.ts';

import type { Content } from '../../../spreadsheet/plan/content.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { choiceCounts, isCounted } from '../../figures/fields/choices.ts';
import { noFigureMark } from '../../figures/fields/noFigure.ts';
import { namesOf, rowsOf } from '../../figures/fields/subjects.ts';
import { groupingHeadings, groupsOf } from '../../load/groups.ts';
import { type PartnerResult, type ReturnedResult, type RollUp, returned } from '../../load/rollUp.ts';
import { planTableSheet, type RollUpContent } from '../parts/content.ts';
import { fieldColumns } from './fieldColumns.ts';

/** Whether a roll-up counts choices: those about people could disclose one. */
export const showsChoices = ({ instrument }: RollUp): boolean =>
  instrument.aboutPeople !== true &&
  instrument.sections.some((section) => fieldsIn(section).some((field) => isCounted(instrument, section, field)));

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
    rows: groupsWithAll(rollUp, by).flatMap(({ label, results }) => rowsOfGroup(rollUp.instrument, label, results)),
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

const rowsOfGroup = (instrument: Instrument, label: string, results: readonly ReturnedResult[]): readonly Content[][] =>
  instrument.sections.flatMap((section) =>
    choiceCounts(instrument, section, results).flatMap(({ subject, field, options, answered, chosen }) => {
      const asked = results.map((result) => (subject.item === undefined ? undefined : rowsOf(subject, result)[0]));
      const none = noFigureMark(asked, field.key);
      return options.map((option, index) => {
        const count = chosen[index] ?? 0;
        return [
          ...[...namesOf(subject), field.heading, option, label, results.length, answered, count],
          answered === 0 ? none : count / answered,
        ];
      });
    }),
  );
