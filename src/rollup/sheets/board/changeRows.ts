import { levelName, scoredScaleOf } from '../../../instrument/model/traverse.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import { biggestMoves, type ChangeSince, comparedOf } from '../../figures/change.ts';
import type { Trend } from '../../figures/trend.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import type { PreviousRound } from '../../load/previousRound.ts';
import { trendName } from '../change/trend.ts';
import type { RollUpContent } from '../parts/content.ts';
import { linkTo } from '../parts/formulas.ts';
import { type BoardRow, fitsAfter } from './boardRow.ts';
import { cutAtWord } from './sentence.ts';

/** What has changed since the earlier round, and where most. */
export function changeRows({ round }: PreviousRound, change: ChangeSince): readonly BoardRow[] {
  const [all] = change.parts;
  const link = linkTo('Change by part', 1, 1, 'Change by part');
  const topic = `Since ${round.round}`;
  if (all === undefined || comparedOf(all.counts) === 0) {
    return [{ topic, finding: 'No answer can be compared with that round.', link }];
  }
  const { better, worse } = all.counts;
  return [
    {
      topic,
      finding: `${better} answers up, ${worse} down of ${comparedOf(all.counts)} compared. Two rounds do not make a trend.`,
      link,
    },
    ...(['better', 'worse'] as const).flatMap((way) =>
      biggestMoves(change, way)
        .slice(0, 1)
        .map((question): BoardRow => {
          const { item, counts } = question;
          const figures = `${counts.better} up, ${counts.worse} down of ${comparedOf(counts)}. `;
          const row = headerRow + 1 + change.questions.indexOf(question);
          return {
            topic: way === 'better' ? 'Most moved up' : 'Most moved down',
            finding: `${figures}${cutAtWord(`${item.key} ${item.question}`, fitsAfter(figures))}`,
            link: linkTo('Change', row, 1, `Change: ${item.key}`),
          };
        }),
    ),
  ];
}

/** Rounds of a trend that are shown. */
const maxRounds = 6;

/** The share at the lowest level in the last rounds. */
export function trendRows({ rollUp }: RollUpContent, { points }: Trend): readonly BoardRow[] {
  const scale = scoredScaleOf(rollUp.instrument);
  const [lowest] = scale.options;
  const shares = points.slice(-maxRounds).map(({ round, all }) => {
    const share = all === undefined ? missingValueMarks.changed : `${Math.round(all.lowest * 100)}%`;
    return `${share} in ${round.round}`;
  });
  return [
    {
      topic: 'Trend',
      finding: `At ${lowest === undefined ? '' : levelName(scale, lowest)}: ${cutAtWord(shares.join(', '), fitsAfter('At the level: '))}.`,
      link: linkTo(trendName, 1, 1, trendName),
    },
  ];
}
