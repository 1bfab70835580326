import { rankedFormats } from '../plan/rules.ts';
import type { DataBars, SheetPlan } from '../plan/sheetPlan.ts';
import { palette } from '../style/theme.ts';
import { insertBefore } from '../zip/packageParts.ts';

const extensions = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const formulas = 'http://schemas.microsoft.com/office/excel/2006/main';

/**
 * Adds the data bars of a sheet. Without the extension of Excel 2010, a bar of 0 would take a tenth of its cell, and bars
 * would fade at their ends.
 *
 * @param number The sheet's own, for ids that no other sheet has.
 */
export function addDataBars(xml: string, plan: SheetPlan, number: number): string {
  const rules = rankedFormats(plan).flatMap(({ range, rules: ranked }) =>
    ranked.flatMap(({ rule, priority }) => ('bars' in rule ? [{ range, priority, bars: rule.bars }] : [])),
  );
  if (rules.length === 0) return xml;
  const ids = rules.map(({ priority }) => `{00000000-0000-4000-8000-${hex(number, 6)}${hex(priority, 6)}}`);
  const at = xml.search(/<(?:dataValidations|hyperlinks|printOptions|pageMargins)\b/);
  if (at < 0) throw new Error(`The sheet ${plan.name} has no place for data bars`);
  const formats = rules.map((rule, index) => barFormat(rule, ids[index] ?? ''));
  const extended = rules.map((rule, index) => barExtension(rule, ids[index] ?? ''));
  return insertBefore(
    xml.slice(0, at) + formats.join('') + xml.slice(at),
    '</worksheet>',
    `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${extensions}">` +
      `<x14:conditionalFormattings>${extended.join('')}</x14:conditionalFormattings></ext></extLst>`,
  );
}

interface BarRule {
  readonly range: string;
  readonly priority: number;
  readonly bars: DataBars;
}

const hex = (number: number, digits: number): string => number.toString(16).toUpperCase().padStart(digits, '0');

const barFormat = ({ range, priority, bars: { colour, to } }: BarRule, id: string): string =>
  `<conditionalFormatting sqref="${range}"><cfRule type="dataBar" priority="${priority}">` +
  `<dataBar><cfvo type="num" val="0"/><cfvo type="num" val="${to}"/><color rgb="FF${palette[colour].fill}"/></dataBar>` +
  `<extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="${extensions}"><x14:id>${id}</x14:id></ext></extLst>` +
  '</cfRule></conditionalFormatting>';

const barExtension = ({ range, bars: { to } }: BarRule, id: string): string =>
  `<x14:conditionalFormatting xmlns:xm="${formulas}"><x14:cfRule type="dataBar" id="${id}">` +
  '<x14:dataBar minLength="0" maxLength="100" gradient="0">' +
  `<x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>${to}</xm:f></x14:cfvo>` +
  '<x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule>' +
  `<xm:sqref>${range}</xm:sqref></x14:conditionalFormatting>`;
