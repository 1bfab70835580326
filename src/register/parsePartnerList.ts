import { type Finding, FindingsError, finding, hasErrors } from '../finding.ts';
import type { Partner } from './partner.ts';
import { byLine, type ListLine, readList } from './readList.ts';

export interface PartnerList {
  readonly partners: readonly Partner[];
  /** Warnings only; errors are thrown. */
  readonly findings: readonly Finding[];
}

/** Columns of the list and what they become. */
const columns = {
  code: 'code',
  name: 'name',
  region_code: 'regionCode',
  region_name: 'regionName',
  area_code: 'areaCode',
  area_name: 'areaName',
  kind: 'kind',
  email: 'email',
} as const satisfies Record<string, keyof Partner>;

type ColumnName = keyof typeof columns;

const codePattern = /^[A-Za-z0-9_-]{1,20}$/;

/**
 * Reads a list of partners from the bytes of a CSV file.
 *
 * @param file Name of the file, for the findings.
 * @throws FindingsError with all errors of the list, each with its line.
 */
export function parsePartnerList(bytes: Uint8Array, file: string): PartnerList {
  const { lines, findings: ofList } = readList(bytes, file, {
    known: Object.keys(columns).filter(isColumn),
    required: ['code', 'name'],
  });
  const findings = [...ofList, ...lines.flatMap(checkLine), ...duplicateCodes(lines)];
  if (hasErrors(findings)) throw new FindingsError(findings.toSorted(byLine));
  return { partners: lines.map(partnerOf), findings };
}

const isColumn = (name: string): name is ColumnName => Object.hasOwn(columns, name);

type Line = ListLine<ColumnName>;

const codeOf = ({ values }: Line): string => values.get('code') ?? '';

const partnerOf = (line: Line): Partner => ({
  code: codeOf(line),
  name: line.values.get('name') ?? '',
  ...Object.fromEntries([...line.values].map(([name, value]) => [columns[name], value])),
});

/** A line of too many values has been told of: none of them stands where it belongs. */
function checkLine(line: Line): readonly Finding[] {
  const code = codeOf(line);
  return line.isWhole && code !== '' && !codePattern.test(code) ? [badCode(code, line.place)] : [];
}

function badCode(code: string, place: Line['place']): Finding {
  const asNumber = /^(\d)(?:[.,](\d*?)0*)?E\+0*(\d+)$/i.exec(code);
  if (asNumber === null) return finding('partners.bad-code', place, { code });
  const [, first = '', rest = '', exponent = ''] = asNumber;
  return finding('partners.mangled-code', place, { code, readAs: `${first}${rest}E${exponent}` });
}

/** Codes that differ only in case would give two files of one name on Windows. */
function duplicateCodes(lines: readonly Line[]): readonly Finding[] {
  const firstLines = new Map<string, number>();
  return lines.flatMap((line) => {
    const code = codeOf(line);
    const firstLine = firstLines.get(code.toLowerCase());
    if (code === '') return [];
    if (firstLine !== undefined) return [finding('partners.duplicate-code', line.place, { code, firstLine })];
    firstLines.set(code.toLowerCase(), line.place.line);
    return [];
  });
}
