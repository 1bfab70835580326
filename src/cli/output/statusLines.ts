import type { Doubt } from '../../intake/compare/diffReturns.ts';
import { sharedText } from '../../rollup/figures/likenessText.ts';
import type { TrackedPartner, Tracker } from '../../rollup/load/tracker.ts';
import { describeCourse } from '../../rounds/round/describeCourse.ts';
import { describeUkTime } from '../../time.ts';
import { percent } from '../terminal/print.ts';
import { everyPartner } from './everyPartner.ts';
import { formatTable } from './formatTable.ts';
import { statusSummary } from './statusSummary.ts';
import { foldText, usualWidth, wrapText } from './wrapText.ts';

/** As many partners fit on a screen one by one. */
const fewPartners = 30;
const barWidth = 40;

/**
 * The status of a round: how many returned, and each partner by itself, or a summary where they are many.
 *
 * @param everyone Whether every partner is shown, however many there are.
 * @param width Characters of a line of the terminal; undefined where there is no terminal.
 */
export function statusLines(tracker: Tracker, everyone: boolean, width: number | undefined): readonly string[] {
  const { round, partners } = tracker;
  const back = partners.filter(({ counting }) => counting !== undefined).length;
  const bar = Math.min(barWidth, (width ?? barWidth) - 5);
  const filled = Math.max(0, Math.floor((back / Math.max(partners.length, 1)) * bar));
  const title = `Round ${round.round}, ${round.instrument}, due ${describeUkTime(round.due)}: ${back} of ${partners.length} returned`;
  const lines = [
    title,
    `${'█'.repeat(filled)}${'░'.repeat(Math.max(0, bar - filled))} ${percent(back / Math.max(partners.length, 1))}`,
    ...courseLines(tracker, Math.min(width ?? usualWidth, usualWidth)),
    ...unlistedLines(partners, Math.min(width ?? usualWidth, usualWidth)),
    ...undecidedLines(partners, Math.min(width ?? usualWidth, usualWidth)),
    ...alikeLines(partners, width),
    ...(everyone || partners.length <= fewPartners ? everyPartner(tracker, width) : statusSummary(partners, width)),
  ];
  return lines.flatMap((line) => foldText(line, width ?? Number.POSITIVE_INFINITY));
}

/** Who left the round or has more time, and whether it is closed. `round show` has the numbers of these changes. */
const courseLines = (tracker: Tracker, width: number): readonly string[] =>
  describeCourse(tracker).flatMap(([topic, text]) => ['', ...wrapText(`${topic}: `, text, 2, width)]);

/** Who is in the round and not in the list with which it was generated last. */
function unlistedLines(partners: readonly TrackedPartner[], width: number): readonly string[] {
  const codes = partners.flatMap(({ partner, unlisted }) => (unlisted ? [partner.code] : []));
  if (codes.length === 0) return [];
  const rest =
    'Each still counts and is reminded. Put it back into the list and generate again, or name the others with --partner when reminding.';
  return ['', ...wrapText('Not in the list any more: ', `${codes.join(', ')}. ${rest}`, 2, width)];
}

/** Returns of which somebody has to say how they belong together, with the commands. */
const undecidedLines = (partners: readonly TrackedPartner[], width: number): readonly string[] =>
  partners.flatMap(({ partner, undecided }) => {
    if (undecided === undefined) return [];
    const { doubt, earlier, later } = undecided;
    const merge = `scorebook return merge ${earlier} ${later}`;
    const what: Readonly<Record<Doubt, string>> = {
      halves: `may be two halves of the work: put them together with ${merge} --reason TEXT`,
      contradiction: `contradict each other: say which counts with scorebook return prefer ${later} --reason TEXT (or ${earlier}), or take what both have with ${merge} --prefer ${later} --reason TEXT`,
    };
    const text = `Returns ${earlier} and ${later} ${what[doubt]}.`;
    return ['', ...wrapText(`Decide, ${partner.code} ${partner.name}: `, text, 2, width)];
  });

/** Returns that count and have the same answers as another's. They are few, and are shown however many partners there are. */
function alikeLines(partners: readonly TrackedPartner[], width: number | undefined): readonly string[] {
  const rows = partners.flatMap(({ partner, counting, alike }) =>
    alike.map((one) => [partner.code, String(counting?.id ?? ''), one.partner, String(one.other), sharedText(one)]),
  );
  if (rows.length === 0) return [];
  const advice =
    'Find out whether sheets of one were copied into the workbook of the other. Do not name either partner to the other.';
  return [
    '',
    ...wrapText(
      'The same answers in more places than chance explains. ',
      advice,
      0,
      Math.min(width ?? usualWidth, usualWidth),
    ),
    ...formatTable(['Code', 'Return', 'Same as', 'Return', 'What is the same'], rows, width),
  ];
}
