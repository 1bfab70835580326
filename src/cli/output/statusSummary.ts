import { regionNames } from '../../rollup/load/areaNames.ts';
import type { TrackedPartner } from '../../rollup/load/tracker.ts';
import { formatTable } from './formatTable.ts';
import { wrapText } from './wrapText.ts';

/** Characters where the terminal says nothing: the whole is to fit on a screen of 80 by 24. */
const usualWidth = 80;
const headingWidth = 12;
const narrowWidth = 60;

/** Summarises a round with many partners: counts for each region, and the partners for whom something is to be done. */
export function statusSummary(partners: readonly TrackedPartner[], width = usualWidth): readonly string[] {
  const nameOf = regionNames(partners.map(({ partner }) => partner));
  const regionOf = ({ partner }: TrackedPartner): string => nameOf(partner) ?? 'No region';
  const regions = new Set(partners.map(regionOf));
  const rows = [...regions].map((region) => [region, ...counts(partners.filter((one) => regionOf(one) === region))]);
  return [
    '',
    ...formatTable(headings, regions.size > 1 ? [...rows, ['All', ...counts(partners)]] : rows, width),
    '',
    ...stepLines(
      'To do',
      partners.filter(({ isAnalystsTurn }) => isAnalystsTurn),
      width,
    ),
    ...stepLines(
      'Their turn',
      partners.filter(({ isAnalystsTurn, progress }) => !isAnalystsTurn && progress !== 'done'),
      width,
    ),
    'Every partner by itself: --all',
  ];
}

const headings = ['Region', 'Partners', 'Returned', 'Late', 'Errors', 'Incomplete', 'Done'];

function counts(partners: readonly TrackedPartner[]): readonly string[] {
  const having = (wanted: (partner: TrackedPartner) => boolean): string => String(partners.filter(wanted).length);
  return [
    String(partners.length),
    having(({ counting }) => counting !== undefined),
    having(({ counting }) => counting?.late === true),
    having(({ progress }) => progress === 'with errors'),
    having(({ progress }) => progress === 'incomplete'),
    having(({ progress }) => progress === 'done'),
  ];
}

/** What is to be done, a line for each step, with as many codes as fit. On a narrow terminal they have a line to themselves. */
function stepLines(heading: string, partners: readonly TrackedPartner[], width: number): readonly string[] {
  const isNarrow = width < narrowWidth;
  return [...new Set(partners.map(({ step }) => step))].flatMap((step, index) => {
    const codes = partners.filter((one) => one.step === step).map(({ partner }) => partner.code);
    const label = (index === 0 ? heading : '').padEnd(isNarrow ? 0 : headingWidth);
    const before = `${label}${step} (${codes.length}): `;
    const [line = '', ...more] = wrapText(isNarrow ? '  ' : before, codes.join(', '), 0, width - 3);
    const shown = more.length === 0 ? line : `${line} …`;
    return isNarrow ? [...wrapText('', `${label} ${step} (${codes.length})`, 2, width), shown] : [shown];
  });
}
