import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import { biggestMoves, type ChangeSince, comparedOf } from '../../figures/change.ts';
import type { PreviousRound } from '../../load/previousRound.ts';
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
