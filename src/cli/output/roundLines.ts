import type { DecisionInRound } from '../../operations/register/listDecisions.ts';
import type { RoundSummary } from '../../operations/rounds/changes/listRounds.ts';
import type { MadeChange } from '../../operations/rounds/changes/makeChanges.ts';
import type { ShownRound } from '../../operations/rounds/changes/showRound.ts';
import { describeAuthor, describeChange, describeWithoutAnswers } from '../../rounds/changes/describeChange.ts';
import type { RoundChange } from '../../rounds/changes/roundChange.ts';
import { dueOf } from '../../rounds/round/roundStatus.ts';
import { describeUkTime, ukTime } from '../../time.ts';
import { formatTable } from './formatTable.ts';

/** The rounds of a register, a line for each. */
export function roundListLines(rounds: readonly RoundSummary[], width: number | undefined): readonly string[] {
  if (rounds.length === 0) return ['The register has no round yet. "scorebook generate" makes one.'];
  const rows = rounds.map((one) => [
    one.round,
    one.instrument,
    ukTime(one.due),
    one.state,
    `${one.returned} of ${one.partners}`,
  ]);
  return formatTable(['Round', 'Instrument', 'Deadline', 'State', 'Returned'], rows, width);
}

/** Everything that a round remembers. */
export function roundLines(shown: ShownRound, width: number | undefined): readonly string[] {
  const { round, instrument, state, changes, departed, partners } = shown;
  const extended = partners.filter(({ extension }) => extension !== undefined);
  return [
    `Round ${round.round}, ${instrument.key}, edition ${round.edition}: ${state}`,
    ...settingsOf(shown).map(([label, value]) => `  ${label.padEnd(16)}${value}`),
    ...section(
      'Later deadlines',
      ['Code', 'Partner', 'Deadline', 'Change'],
      extended.map(({ partner, extension }) => [
        partner.code,
        partner.name,
        ukTime(dueOf(round, { ...(extension === undefined ? {} : { extension }) })),
        String(extension?.id ?? ''),
      ]),
      width,
    ),
    ...section(
      'Left the round',
      ['Code', 'Partner', 'Successors', 'Returns', 'Change'],
      departed.map(({ partner, departure, returns }) => [
        partner.code,
        partner.name,
        departure.successors.join(', ') || '-',
        String(returns.length),
        String(departure.change.id),
      ]),
      width,
    ),
    ...section('Changes', ['Number', 'What', 'When, by whom, why'], changes.map(changeRow), width),
  ];
}

function settingsOf({ round, branding, partners, departed }: ShownRound): readonly (readonly [string, string])[] {
  const back = partners.filter(({ counting }) => counting !== undefined).length;
  const { maxReminders, daysBetween } = round;
  const reminders = [
    ...(maxReminders === undefined ? [] : [`at most ${maxReminders}`]),
    ...(daysBetween === undefined ? [] : [`${daysBetween} days apart`]),
  ];
  return [
    ['Deadline', describeUkTime(round.due)],
    [
      'Closes',
      round.closes === undefined ? 'not: late returns count where none came in time' : describeUkTime(round.closes),
    ],
    [
      'Partners',
      `${partners.length}, ${back} of them returned${departed.length === 0 ? '' : `; ${departed.length} left`}`,
    ],
    ['Workbooks', round.folder ?? '-'],
    ['Return address', round.returnTo ?? '-'],
    ['Marking', round.marking ?? '-'],
    ['Branding', branding?.name ?? branding?.strapline ?? (branding === undefined ? '-' : 'its own')],
    ['Earlier round', round.previous ?? '-'],
    ['Contact', round.contact ?? '-'],
    ['E-mail wording', round.wording === undefined ? "Scorebook's" : 'its own'],
    ['Reminders', reminders.join(', ') || 'as many as are asked for'],
  ];
}

function section(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  width: number | undefined,
): readonly string[] {
  return rows.length === 0 ? [] : ['', title, ...formatTable(headings, rows, width)];
}

function changeRow(change: RoundChange): readonly string[] {
  const { undone } = change;
  const undoing = undone === undefined ? '' : `; undone ${describeAuthor(undone)} (change ${undone.id})`;
  return [String(change.id), describeChange(change), `${describeAuthor(change)}${undoing}`];
}

/** The decisions about returns that are in force, each with the number that undoes it. Answers may be about people, and are left out. */
export const decisionLines = (decisions: readonly DecisionInRound[]): readonly string[] =>
  decisions.length === 0
    ? []
    : [
        `Decisions on which figures rest: ${decisions.length}`,
        ...decisions.map(
          (one) => `  ${one.id}  Round ${one.round}: ${describeWithoutAnswers(one)}, ${describeAuthor(one)}`,
        ),
      ];

/** Changes that were just made, each with the number that undoes it. */
export const madeLines = (changes: readonly MadeChange[]): readonly string[] =>
  changes.map((change) => `${change.id}  Round ${change.round}, ${change.instrument}: ${describeChange(change)}`);
