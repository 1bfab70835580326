import type { TrackedPartner } from '../rollup/tracker.ts';
import { tableLines } from './tableLines.ts';
import { wrapped } from './wrapped.ts';

/** Characters of a line, and lines for the codes of one step: the whole is to fit on a screen. */
const lineWidth = 100;
const codeLines = 2;

/** How a round with many partners stands: counts for each region, and whose turn is ours. */
export function statusSummary(partners: readonly TrackedPartner[]): readonly string[] {
  const regionOf = ({ partner }: TrackedPartner): string => partner.regionName ?? 'No region';
  const regions = new Set(partners.map(regionOf));
  const rows = [...regions].map((region) => [region, ...counts(partners.filter((one) => regionOf(one) === region))]);
  return [
    '',
    ...tableLines(headings, regions.size > 1 ? [...rows, ['All', ...counts(partners)]] : rows),
    ...stepLines(
      'To do',
      partners.filter(({ isOurs }) => isOurs),
    ),
    ...stepLines(
      'Their turn',
      partners.filter(({ isOurs, progress }) => !isOurs && progress !== 'done'),
    ),
    '',
    'Every partner by itself: --all',
  ];
}

const headings = ['Region', 'Partners', 'Returned', 'Late', 'With errors', 'Incomplete', 'Complete'];

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

/** What is to be done, with as many codes as fit. */
function stepLines(heading: string, partners: readonly TrackedPartner[]): readonly string[] {
  if (partners.length === 0) return [];
  return [
    '',
    heading,
    ...[...new Set(partners.map(({ step }) => step))].flatMap((step) => {
      const codes = partners.filter((one) => one.step === step).map(({ partner }) => partner.code);
      const lines = wrapped(`  ${step} (${codes.length}): `, codes.join(', '), 4, lineWidth);
      return lines.length <= codeLines ? lines : [...lines.slice(0, codeLines - 1), `${lines[codeLines - 1]} …`];
    }),
  ];
}
