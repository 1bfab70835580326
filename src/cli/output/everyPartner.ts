import type { Instrument } from '../../instrument/model/schema.ts';
import { describeOpenItems } from '../../letters/describeOpenItems.ts';
import type { TrackedPartner, Tracker } from '../../rollup/load/tracker.ts';
import { bandName } from '../../scoring/bands.ts';
import type { Checklist } from '../../scoring/plans/checklist.ts';
import { ukTime } from '../../time.ts';
import { percent } from '../terminal/print.ts';
import { formatTable } from './formatTable.ts';
import { usualWidth, wrapText } from './wrapText.ts';

/** Each partner of a round by itself: who returned, what is still open there, and who has not returned. */
export function everyPartner({ instrument, partners }: Tracker, width: number | undefined): readonly string[] {
  const back = partners.filter(({ counting }) => counting !== undefined);
  const out = partners.filter(({ counting }) => counting === undefined);
  return [
    ...(back.length === 0 ? [] : ['', 'Returned', ...formatTable(returnedHeadings, back.map(returnedRow), width)]),
    ...(back.some(hasFindings) ? ['Findings: E are errors, W are warnings.'] : []),
    ...openLines(instrument, back, Math.min(width ?? usualWidth, usualWidth)),
    ...(out.length === 0 ? [] : ['', 'Not returned', ...formatTable(missingHeadings, out.map(missingRow), width)]),
  ];
}

/** What each partner that returned has still to answer, in the words of the Checklist. */
function openLines(instrument: Instrument, partners: readonly TrackedPartner[], width: number): readonly string[] {
  const open = partners.filter(({ counted }) => counted !== undefined && counted.checklist.open > 0);
  if (open.length === 0) return [];
  return [
    '',
    'Still open',
    ...open.flatMap(({ partner, counted }) => {
      const words = counted === undefined ? [] : openWords(instrument, counted.checklist);
      const lines = wrapText(`${partner.code}  `, words.join('; '), 2, width);
      return lines.length <= maxOpenLines ? lines : [...lines.slice(0, maxOpenLines - 1), '  … (all on its Checklist)'];
    }),
  ];
}

/** Lines that are printed of what one partner has still to answer. */
const maxOpenLines = 4;

/** What is open, a phrase for each kind: `Choose a level: 1.1.1, 1.2.3`. */
export const openWords = (instrument: Instrument, checklist: Checklist): readonly string[] =>
  checklist.open === 0
    ? []
    : describeOpenItems(instrument, checklist)
        .split('\n')
        .map((line) => line.replace(/^- /, ''));

const returnedHeadings = ['Code', 'Partner', 'Returned', 'Coverage', 'Position', 'Findings', 'Next step'];
const missingHeadings = ['Code', 'Partner', 'Issued', 'E-mail', 'Refused', 'Next step'];

const hasFindings = ({ counting }: TrackedPartner): boolean =>
  counting !== undefined && counting.errors + counting.warnings > 0;

function returnedRow({ partner, counting, step }: TrackedPartner): readonly string[] {
  if (counting === undefined) return [];
  const { received, late, coverage, band, errors, warnings } = counting;
  const findings = [...(errors > 0 ? [`${errors}E`] : []), ...(warnings > 0 ? [`${warnings}W`] : [])].join(' ');
  return [
    partner.code,
    partner.name,
    `${ukTime(received)}${late ? ' late' : ''}`,
    percent(coverage),
    bandName(band),
    findings === '' ? 'none' : findings,
    step,
  ];
}

const missingRow = ({ partner, issued, refused, step }: TrackedPartner): readonly string[] => [
  partner.code,
  partner.name,
  ukTime(issued),
  partner.email ?? '-',
  String(refused),
  step,
];
