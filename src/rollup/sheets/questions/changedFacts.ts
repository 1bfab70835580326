import { counted } from '../../../finding/wording/quote.ts';
import { fieldTraits } from '../../../instrument/model/fieldKinds.ts';
import { chosenText, givenTo, itemsOf, takesFacts } from '../../../instrument/model/traverse.ts';
import { britishDate } from '../../../response/readDate.ts';
import { type Answer, typedValue } from '../../../response/response.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { type ChangedFact, changedFacts } from '../../figures/changedFacts.ts';
import { cellContent, missingValueMarks } from '../../load/missingValueMarks.ts';
import type { RollUp } from '../../load/rollUp.ts';
import { planTableSheet, type RollUpContent } from '../parts/content.ts';

/** Whether a roll-up shows which facts were changed: what was given names the partner that it was given to. */
export const showsChangedFacts = ({ instrument, anonymous }: RollUp): boolean =>
  anonymous !== true && takesFacts(instrument);

/** The sheet Changed facts: every fact that a partner was given and changed, with both values. */
export function changedFactsSheet(content: RollUpContent): SheetPlan {
  const { rollUp } = content;
  const { changed, given } = changedFacts(rollUp);
  const questions = new Map(itemsOf(rollUp.instrument).map(({ item }) => [item.key, item]));
  const left = given - changed.length;
  return planTableSheet(content, {
    name: 'Changed facts',
    title: 'Facts given beforehand that partners changed',
    note: `Of ${counted(given, 'fact')} in the workbooks that came back, ${left} ${left === 1 ? 'was' : 'were'} left as given, which confirms ${left === 1 ? 'it' : 'them'}. The partner's answer counts in every figure. ${missingValueMarks.unanswered} means that the cell was cleared.`,
    table: 'changed_facts',
    nameColumns: 2,
    columns: [
      { heading: 'Partner code', role: 'reference', width: 9 },
      { heading: 'Partner', role: 'text', width: 22 },
      { heading: 'Ref', role: 'reference', width: 12 },
      { heading: 'Question', role: 'text', width: 38 },
      { heading: 'Field', role: 'text', width: 20 },
      { heading: 'Given from', role: 'text', width: 20 },
      { heading: 'Given', role: 'text', width: 22 },
      { heading: 'Returned', role: 'text', width: 22 },
    ],
    rows: changed.map((change) => {
      const { partner, section, reference, field } = change;
      const item = section.shape === 'items' ? questions.get(reference) : undefined;
      const shown = (answer: Answer): string => shownFact(rollUp, change, answer);
      return [
        ...[partner.code, partner.name],
        item === undefined ? `${section.shortTitle}, row ${reference}` : reference,
        item?.question ?? section.title,
        field.heading,
        givenTo(field, item)?.from === 'last-round' ? 'last round' : 'list of partners',
        ...[shown(change.before), shown(change.now)],
      ];
    }),
  });
}

function shownFact({ instrument }: RollUp, { field }: ChangedFact, answer: Answer): string {
  const value = typedValue(answer);
  if (value === undefined) return String(cellContent(answer));
  if (instrument.aboutPeople === true) return missingValueMarks.suppressed;
  if (answer.state === 'unreadable') return answer.text;
  return fieldTraits[field.kind].isDay ? britishDate(value) : chosenText(instrument, field, value);
}
