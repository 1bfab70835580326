import { fault, faultIf, type LintFault, placeOn, repeated } from './fault.ts';
import { lintFormula } from './formulas.ts';
import type { WrittenPackage, WrittenSheet } from './openWritten.ts';
import { overlap, parseRange } from './range.ts';
import { allNamed, childOf, textOf, type XmlElement } from './xmlTree.ts';

/** Excel's limits for data validations, in characters (practice T16). */
const longestList = 255;
const longestMessage = 255;
const longestTitle = 32;

export function lintValidations(written: WrittenPackage): readonly LintFault[] {
  return written.sheets.flatMap((sheet) => {
    const validations = allNamed(sheet.root, 'dataValidation');
    return [
      ...validations.flatMap((validation) => lintValidation(written, sheet, validation)),
      ...overlaps(sheet, validations),
    ];
  });
}

function lintValidation(written: WrittenPackage, sheet: WrittenSheet, validation: XmlElement): readonly LintFault[] {
  const place = placeOn(sheet.name, validation.get('sqref') ?? '');
  const type = validation.get('type') ?? 'none';
  const formulas = validation.children.map(textOf).filter((formula) => formula !== '');
  const messages = [validation.get('prompt') ?? '', validation.get('error') ?? ''];
  const titles = [validation.get('promptTitle') ?? '', validation.get('errorTitle') ?? ''];
  return [
    ...faultIf(type !== 'none' && formulas.length === 0, 'validation.no-formula', place, `a rule of type ${type}`),
    ...(type === 'list' ? lintList(written, place, formulas[0] ?? '') : []),
    ...tooLong('validation.message-too-long', place, messages, longestMessage),
    ...tooLong('validation.title-too-long', place, titles, longestTitle),
    ...faultIf(
      restricts(type, validation) && validation.get('showErrorMessage') !== '1',
      'validation.allows-anything',
      place,
      'without showErrorMessage Excel lets anything in',
    ),
    ...formulas
      .filter((formula) => type !== 'list' || !typedList.test(formula))
      .flatMap((formula) => lintFormula(written, place, formula)),
  ];
}

const tooLong = (
  code: 'validation.message-too-long' | 'validation.title-too-long',
  place: string,
  texts: readonly string[],
  limit: number,
): readonly LintFault[] =>
  texts
    .filter((text) => text.length > limit)
    .map((text) => fault(code, place, `${text.length} characters and ${limit} are allowed: ${text.slice(0, 40)}…`));

const typedList = /^"((?:[^"]|"")*)"$/;

/** A list is typed inside double quotes, or it is a range or a defined name. */
function lintList({ names }: WrittenPackage, place: string, formula: string): readonly LintFault[] {
  const typed = typedList.exec(formula)?.[1];
  if (typed !== undefined) {
    return faultIf(typed.length > longestList, 'validation.list-too-long', place, `${typed.length} characters`);
  }
  const range = parseRange(formula.replace(/^(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!/u, ''));
  const named = names.some(({ name }) => name.toLowerCase() === formula.toLowerCase());
  return faultIf(
    formula !== '' && range === undefined && !named,
    'validation.list-unquoted',
    place,
    `${formula} is neither a list in double quotes nor a range nor a name`,
  );
}

/** Some rules only carry a prompt: they exclude nothing that a cell can hold. */
function restricts(type: string, validation: XmlElement): boolean {
  if (type === 'none') return false;
  const longest = Number(textOf(childOf(validation, 'formula1')));
  return !(type === 'textLength' && validation.get('operator') === 'lessThanOrEqual' && longest >= 32_767);
}

function overlaps(sheet: WrittenSheet, validations: readonly XmlElement[]): readonly LintFault[] {
  const refs = validations.flatMap((validation) => (validation.get('sqref') ?? '').split(' '));
  const ranges = refs.map((ref) => ({ ref, range: parseRange(ref) }));
  return ranges.flatMap(({ ref, range }, index) => {
    if (range === undefined) return [];
    const other = ranges.slice(0, index).find((before) => before.range !== undefined && overlap(before.range, range));
    return other === undefined ? [] : [fault('validation.overlap', placeOn(sheet.name, ref), `overlaps ${other.ref}`)];
  });
}

/** Rules that mean nothing without a formula. */
const formulaRules: ReadonlySet<string> = new Set(['expression', 'cellIs']);

/** Without extensions, which complete a format under the same name. */
export const formatsOf = (sheet: XmlElement): readonly XmlElement[] =>
  sheet.children.filter(({ name }) => name === 'conditionalFormatting');

export function lintFormats(written: WrittenPackage): readonly LintFault[] {
  return written.sheets.flatMap((sheet) => {
    const formats = formatsOf(sheet.root).map((format) => ({
      place: placeOn(sheet.name, format.get('sqref') ?? ''),
      rules: allNamed(format, 'cfRule'),
    }));
    const rules = formats.flatMap(({ place, rules: own }) => own.map((rule) => ({ place, rule })));
    return [
      ...formats.flatMap(({ place, rules: own }) => faultIf(own.length === 0, 'format.empty', place, 'it has no rule')),
      ...rules.flatMap(({ place, rule }) => lintRule(written, place, rule)),
      ...repeated(rules, ({ rule }) => rule.get('priority') ?? '').map(({ place, rule }) =>
        fault('format.duplicate-priority', place, `another rule of the sheet has priority ${rule.get('priority')}`),
      ),
    ];
  });
}

function lintRule(written: WrittenPackage, place: string, rule: XmlElement): readonly LintFault[] {
  const formulas = allNamed(rule, 'formula').map(textOf);
  const needed = formulaRules.has(rule.get('type') ?? '');
  return [
    ...faultIf(
      needed && !formulas.some((formula) => formula !== ''),
      'format.no-formula',
      place,
      `a rule of type ${rule.get('type')}`,
    ),
    ...formulas.flatMap((formula) => lintFormula(written, place, formula)),
  ];
}
