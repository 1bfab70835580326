import type { Words } from '../../words/words.ts';
import type { ChoicesField, Field } from './schema.ts';

/** The two answers of a field of kind yes-no, as definitions and responses have them. */
export const yesNo = ['Yes', 'No'] as const;

/** Such an answer as a workbook shows it. */
export function yesNoWord({ yesNo: [yes, no] }: Pick<Words['cells'], 'yesNo'>, answer: number | string): string {
  if (answer === yesNo[0]) return yes;
  return answer === yesNo[1] ? no : String(answer);
}

/** Separates the options in an answer of several. */
const between = '; ';

/** The answer that chooses some options, in the order of the definition: `Home; School`. */
export const joinOptions = ({ options }: ChoicesField, chosen: ReadonlySet<string>): string =>
  options.filter((option) => chosen.has(option)).join(between);

/** The options that an answer chooses. */
export const splitOptions = (value: number | string): readonly string[] => String(value).split(between);

/** The numbers of the options that an answer chooses, as people enter them: `1; 3`. */
export const optionNumbers = ({ options }: ChoicesField, value: number | string): string =>
  splitOptions(value)
    .map((option) => options.indexOf(option) + 1)
    .join(between);

/** The options with their numbers: `1 Home; 2 School`. */
export const numberedOptions = ({ options }: ChoicesField): string =>
  options.map((option, index) => `${index + 1} ${option}`).join(between);

/** The heading of a field's column: several options are listed with the numbers by which people choose them. */
export function columnHeading(field: Field): string {
  if (field.kind !== 'choices') return field.heading;
  return `${field.heading} (${numberedOptions(field)})`;
}

/** Whether a value chooses at least one option, and each once, in the order of the definition. */
export const isChoice = (field: ChoicesField, value: number | string): boolean =>
  value !== '' && value === joinOptions(field, new Set(splitOptions(value)));

/** Whether a text is the address of a web page. The workbook's formulas say the same. */
export const isAddress = (text: string): boolean => /^https?:\/\/[^\s]{3,}$/i.test(text);
