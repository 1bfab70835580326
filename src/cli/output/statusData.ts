import { likenessFinding } from '../../intake/compare/alikeOthers.ts';
import type { ReturnSender } from '../../register/rows/returnSenders.ts';
import type { Tracker } from '../../rollup/load/tracker.ts';
import { bandName } from '../../scoring/bands.ts';
import { openWords } from './everyPartner.ts';

/** The status of a round as data, for other programs. */
export function statusData(
  { round, instrument, partners, departed, uncounted }: Tracker,
  senders: ReadonlyMap<number, ReturnSender>,
): Readonly<Record<string, unknown>> {
  return {
    ...round,
    issued: partners.length,
    returned: partners.filter(({ counting }) => counting !== undefined).length,
    left: departed.map(({ partner, departure }) => ({
      code: partner.code,
      successors: departure.successors,
      change: departure.change.id,
    })),
    uncountedReviews: uncounted.map(({ partner, returned = null, departure }) => ({
      code: partner.code,
      return: returned,
      change: departure?.change.id ?? null,
    })),
    partners: partners.map(
      ({
        partner,
        contact,
        sentByHand,
        extension,
        decisions = [],
        unlisted,
        issued,
        counting,
        returns,
        refused,
        progress,
        counted,
        step,
        alike,
        undecided,
      }) => ({
        ...partner,
        ...(contact === undefined ? {} : { contact }),
        ...(sentByHand === undefined ? {} : { sentByHand }),
        ...(unlisted ? { unlisted } : {}),
        ...(extension === undefined ? {} : { due: extension.after, change: extension.id }),
        issued,
        returns: returns.length,
        refused,
        decisions: decisions.map(({ id, what, before, after, by, reason, at }) => ({
          ...{ change: id, what, before, after, by, reason, at },
        })),
        progress,
        stillOpen: counted === undefined ? null : openWords(instrument, counted.checklist),
        nextStep: step,
        undecided: undecided ?? null,
        alike: alike.map(likenessFinding),
        counting:
          counting === undefined
            ? null
            : {
                ...counting,
                coverage: counting.coverage ?? null,
                position: bandName(counting.band),
                message: senders.get(counting.id) ?? null,
              },
      }),
    ),
  };
}
