import type { Section } from '../../instrument/model/schema.ts';
import { fieldFor } from '../../instrument/model/traverse.ts';
import { type Answer, typedValue } from '../../response/response.ts';
import type { PlanLine } from '../../scoring/plans/actionPlan.ts';
import type { ActionPurpose } from '../../scoring/plans/plannedRows.ts';
import { address } from '../../spreadsheet/model/address.ts';
import { daySerial } from '../../spreadsheet/model/daySerial.ts';
import { cell, resultCell } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import type { WorkbookContent } from '../layout/content.ts';

/** The details of an action as the plan shows them: text, or a day as a serial number. */
export type ShownGiven = Readonly<Record<ActionPurpose, number | string>>;

export function shownGiven(given: PlanLine['given']): ShownGiven {
  const text = (answer: Answer): number | string => typedValue(answer) ?? '';
  const { due } = given;
  return {
    action: text(given.action),
    measure: text(given.measure),
    resources: text(given.resources),
    lead: text(given.lead),
    due:
      due.state === 'answered' && /^\d{4}-\d{2}-\d{2}$/.test(String(due.value))
        ? daySerial(String(due.value))
        : text(due),
    monitoring: text(given.monitoring),
  };
}

/**
 * The details of an action from a row of another sheet; empty text if one is blank or there is no such field.
 *
 * @param notAsked Conditions that hold while a field of the row is not asked.
 */
export function givenCells(
  { layout }: WorkbookContent,
  row: number,
  section: Section,
  cellOf: (field: string) => string,
  given: PlanLine['given'],
  notAsked: (field: string) => readonly string[],
): readonly PlannedCell[] {
  const { purposes, columns } = layout.planned;
  const shown = shownGiven(given);
  return purposes.map((purpose, index) => {
    const field = fieldFor(section, 'action') === undefined ? undefined : fieldFor(section, purpose);
    const [column, role] = [columns.firstPurpose + index, purpose === 'due' ? 'date' : 'text'] as const;
    return field === undefined
      ? cell(row, column, { formula: '""', result: '' }, role)
      : resultCell(
          row,
          column,
          { formula: givenFormula(cellOf(field.key), notAsked(field.key)), result: shown[purpose] },
          role,
        );
  });
}

const givenFormula = (place: string, notAsked: readonly string[]): string =>
  notAsked.reduceRight((inner, condition) => `IF(${condition},"",${inner})`, `IF(${place}="","",${place})`);

/** Whether a row gives any detail of an action. An error in a cell counts as one. */
export function anyDetailGiven({ layout }: WorkbookContent, row: number): string {
  const { purposes, columns } = layout.planned;
  const cells = purposes.map((_purpose, index) => `${address(row, columns.firstPurpose + index)}<>""`);
  return `IFERROR(OR(${cells.join(',')}),TRUE)`;
}
