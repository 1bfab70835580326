import { type Finding, FindingsError, finding, hasErrors } from '../finding/index.ts';
import { isWindowsDevice } from '../instrument/model/windowsDevice.ts';
import { describeDay } from '../time.ts';
import { unusableAddresses } from './emailAddresses.ts';
import { damagedCodeOf, dayNumbers, lostLeadingZeros } from './list/damagedCode.ts';
import { columnNames, type ListColumns } from './list/headings.ts';
import { compareLines, errorValue, type ListedCell, type ListLine, lineText, readList } from './list/readList.ts';
import type { Partner } from './partner.ts';
import { checkPlaces, unifyPlaceNames } from './places.ts';

export interface PartnerList {
  /** With one name for each region and area. */
  readonly partners: readonly Partner[];
  /** All columns, from which facts can be given to the partners. */
  readonly columns: readonly PartnerColumn[];
  /** Warnings only; errors are thrown. */
  readonly findings: readonly Finding[];
}

/** A column of a list, with its cells by partner code. */
export interface PartnerColumn {
  readonly heading: string;
  readonly cells: ReadonlyMap<string, ListedCell>;
}

/** The property that each column of the list fills. */
const properties = {
  code: 'code',
  name: 'name',
  region_code: 'regionCode',
  region_name: 'regionName',
  area_code: 'areaCode',
  area_name: 'areaName',
  kind: 'kind',
  email: 'email',
} as const satisfies Record<string, keyof Partner>;

type ColumnName = keyof typeof properties;

const columns: ListColumns<ColumnName> = {
  code: {
    headings: [
      ...['orgcode', 'organisationcode', 'organizationcode', 'partnercode', 'bodycode', 'odscode', 'ods', 'nacscode'],
      ...['pctcode', 'trustcode', 'ccgcode', 'providercode'],
    ],
    isRequired: true,
    isCode: true,
  },
  name: {
    headings: [
      ...['organisation', 'organization', 'org', 'partner', 'body', 'pct', 'trust', 'ccg', 'organisationname'],
      ...[
        'organizationname',
        'nameoforganisation',
        'orgname',
        'partnername',
        'bodyname',
        'pctname',
        'trustname',
        'ccgname',
      ],
    ],
    isRequired: true,
  },
  region_code: { headings: ['shacode'], isCode: true },
  region_name: { headings: ['region', 'sha', 'shaname', 'strategichealthauthority'] },
  area_code: { headings: ['pctareacode'], isCode: true },
  area_name: { headings: ['area', 'pctarea', 'pctareaname'] },
  kind: {
    headings: ['type', 'orgtype', 'organisationtype', 'organizationtype', 'typeoforganisation', 'kindoforganisation'],
  },
  email: {
    headings: [
      ...['emails', 'mail', 'emailaddress', 'emailaddresses', 'mailaddress', 'contactemail', 'contactemailaddress'],
      ...['emailcontact', 'returnemail'],
    ],
  },
};

/** The first character is a letter or digit, so that no program takes the code for an option or a formula. */
const codePattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,19}$/;

/**
 * Reads a list of partners from the bytes of a file: an .xlsx workbook, or text as Excel saves it.
 *
 * @param file Name of the file, for the findings.
 * @throws FindingsError with all errors of the list, each with its line or cell.
 */
export function parsePartnerList(bytes: Uint8Array, file: string): PartnerList {
  const { lines, columns: listed, findings: listFindings } = readList(bytes, file, columns);
  const placed = lines.map((line) => ({ partner: partnerOf(line), placeOf: line.placeOf }));
  const findings = [
    ...listFindings,
    ...lines.flatMap(checkCode),
    ...codeColumns.flatMap((column) => checkDamage(lines, column)),
    ...lines.flatMap(checkPlaceCodes),
    ...lines.flatMap(checkEmail),
    ...duplicateCodes(lines),
    ...sameNames(lines),
    ...checkPlaces(placed),
  ].toSorted(compareLines);
  if (hasErrors(findings)) throw new FindingsError(findings);
  const codes = lines.map(codeOf);
  return {
    partners: unifyPlaceNames(placed.map(({ partner }) => partner)),
    columns: listed.map(({ heading, cells }) => ({
      heading,
      cells: new Map([...cells].map(([line, cell]) => [codes[line] ?? '', cell])),
    })),
    findings,
  };
}

const codeColumns = columnNames(columns).filter((column) => columns[column].isCode);

type Line = ListLine<ColumnName>;

const codeOf = ({ values }: Line): string => values.get('code') ?? '';

const partnerOf = (line: Line): Partner => ({
  code: codeOf(line),
  name: line.values.get('name') ?? '',
  ...Object.fromEntries([...line.values].map(([name, value]) => [properties[name], value])),
});

/** Skips a line with too many values, which is reported already: its values may be in the wrong columns. */
function checkCode(line: Line): readonly Finding[] {
  const code = codeOf(line);
  if (!line.isWhole || code === '' || errorValue.test(code)) return [];
  if (damagedCodeOf(code) !== undefined || line.numbers.has('code')) return [];
  if (codePattern.test(code))
    return isWindowsDevice(code) ? [finding('partners.device-code', line.placeOf('code'), { code })] : [];
  const characters = [...new Set(code.match(/[^A-Za-z0-9_-]/gu))].map(describeCharacter);
  return [finding('partners.bad-code', line.placeOf('code'), { code, characters })];
}

/** Quotes a character, with its code point if it may look like another one, as a Cyrillic А, or is invisible. */
const describeCharacter = (character: string): string =>
  /[!-~]/.test(character)
    ? `"${character}"`
    : character === ' '
      ? 'a space'
      : `"${character}" (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;

/** Codes of regions and areas may have any form in printable ASCII, so that nobody can mistake one for another. */
function checkPlaceCodes({ values, placeOf }: Line): readonly Finding[] {
  return (['region_code', 'area_code'] as const).flatMap((column) => {
    const code = values.get(column) ?? '';
    const characters = [...new Set(code.match(/[^ -~]/gu))].map(describeCharacter);
    return characters.length === 0
      ? []
      : [finding('partners.look-alike', placeOf(column), { column, code, characters })];
  });
}

function checkEmail({ values, placeOf, isWhole }: Line): readonly Finding[] {
  const email = values.get('email');
  if (email === undefined || !isWhole || errorValue.test(email)) return [];
  return unusableAddresses(email).map((address) => finding('partners.bad-email', placeOf('email'), { address }));
}

/** Reports codes that Excel took for something else. */
function checkDamage(lines: readonly Line[], column: ColumnName): readonly Finding[] {
  const whole = lines.filter(({ isWhole }) => isWhole);
  // Numbers of a workbook are reported as such.
  const codes = whole.flatMap(({ values, numbers }) => (numbers.has(column) ? [] : (values.get(column) ?? [])));
  const [lengths, days] = [lostLeadingZeros(codes), dayNumbers(codes)];
  return whole.flatMap(({ values, numbers, placeOf }): readonly Finding[] => {
    const [code, place] = [values.get(column) ?? '', placeOf(column)];
    const damage = damagedCodeOf(code);
    if (damage !== undefined) return [finding('partners.mangled-code', place, { column, code, ...damage })];
    if (numbers.has(column)) return [];
    const length = lengths.get(code);
    if (length !== undefined) {
      return [finding('partners.lost-zeros', place, { column, code, whole: code.padStart(length, '0') })];
    }
    const day = days.get(code);
    return day === undefined ? [] : [finding('partners.day-number', place, { column, code, ...asTyped(day) })];
  });
}

/** A date with the code from which Excel may have made it, such as JAN1. */
function asTyped(day: string): { readonly day: string; readonly readAs: string } {
  const [date = '', month = ''] = describeDay(day).split(' ');
  return { day: describeDay(day), readAs: `${month.slice(0, 3).toUpperCase()}${date}` };
}

/** Case is ignored: codes that differ only in case would give two files of the same name on Windows. */
function duplicateCodes(lines: readonly Line[]): readonly Finding[] {
  const firsts = new Map<string, string>();
  return lines.flatMap((line) => {
    const [code, place] = [codeOf(line), line.placeOf('code')];
    const first = firsts.get(code.toLowerCase());
    if (code === '') return [];
    if (first !== undefined) return [finding('partners.duplicate-code', place, { code, first })];
    firsts.set(code.toLowerCase(), lineText(place));
    return [];
  });
}

/** Reports a name with two codes: the body would get two workbooks and be counted twice. */
function sameNames(lines: readonly Line[]): readonly Finding[] {
  const first = new Map<string, Line>();
  return lines.flatMap((line) => {
    const name = line.values.get('name')?.toLowerCase();
    if (name === undefined) return [];
    const earlier = first.get(name);
    if (earlier === undefined) {
      first.set(name, line);
      return [];
    }
    const facts = { name: line.values.get('name') ?? '', codes: [codeOf(earlier), codeOf(line)] };
    return codeOf(earlier).toLowerCase() === codeOf(line).toLowerCase()
      ? []
      : [finding('partners.same-name', line.placeOf('name'), facts)];
  });
}
