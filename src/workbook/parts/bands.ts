import type { Scale } from '../../instrument/model/schema.ts';
import { chosenValue, describeOption, isChosenByLabel } from '../../instrument/model/traverse.ts';
import { type Band, bandName, type ColouredBand } from '../../scoring/bands.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import type { ColourRule } from '../../spreadsheet/plan/sheetPlan.ts';
import type { LevelColour, PaletteColour } from '../../spreadsheet/style/theme.ts';
import type { Words } from '../../words/words.ts';

/** The colour of a band in the palette. */
export const bandColours: Readonly<Record<ColouredBand['colour'], PaletteColour>> = {
  red: 'red',
  'dark-amber': 'darkAmber',
  amber: 'amber',
  'light-green': 'lightGreen',
  green: 'green',
  grey: 'grey',
};

/**
 * Colours a cell by the position in it. `cell` is the top left one of the range, without dollar signs.
 *
 * @param textOf What the cell says of a position: its name or more.
 */
export const bandRules = (
  cell: string,
  bands: readonly ColouredBand[],
  textOf: (band: Band) => string = bandName,
): readonly ColourRule[] =>
  bands.map(({ band, colour }) => ({
    formula: `${cell}=${quotedText(textOf(band))}`,
    colour: bandColours[colour],
  }));

/** The colour of a level: the lowest red, the highest green; between them amber, the lower half dark, and of three or more the last a light green. */
export function levelColour({ options }: Scale, level: number): LevelColour {
  const place = options.findIndex((option) => option.level === level);
  if (place === 0) return 'red';
  if (place === options.length - 1) return 'green';
  const between = options.length - 2;
  if (place <= Math.floor(between / 2)) return 'darkAmber';
  return between > 2 && place === between ? 'lightGreen' : 'amber';
}

/** A number format that shows a level with its name. */
export const levelFormat = ({ label }: Scale['options'][number]): string => `0" ${label.replaceAll('"', '')}"`;

/**
 * Colours a cell by the level in it. It must be a number: formulas do not accept a 3 pasted as text either.
 *
 * @param hasWords Whether the cell shows the level's name with its number.
 */
export function levelRules(
  { cells }: Words,
  cell: string,
  scale: Scale,
  notApplicable: string | undefined,
  hasWords: boolean,
): readonly ColourRule[] {
  const isWide = hasWords && !isChosenByLabel(scale);
  return [
    ...scale.options.map((option) => ({
      formula: isAtLevel(cell, scale, option.level),
      colour: levelColour(scale, option.level),
      ...(isWide ? { numberFormat: levelFormat(option) } : {}),
    })),
    ...(notApplicable === undefined
      ? []
      : [
          {
            ...{ formula: `${cell}=${quotedText(notApplicable)}`, colour: 'grey' as const },
            ...(isWide ? {} : { numberFormat: textFormat(cells.notApplicable) }),
          },
        ]),
    { formula: isNoAnswer(cell, scale, notApplicable), colour: 'wrong', numberFormat: anyFormat(cells.notInList) },
  ];
}

/** Colours a cell by the level that it names in words: `2 Meets minimum standards`, or a label. */
export const levelWordRules = (cell: string, scale: Scale): readonly ColourRule[] =>
  scale.options.map((option) => ({
    formula: `${cell}=${quotedText(describeOption(scale, option))}`,
    colour: levelColour(scale, option.level),
  }));

/** Whether a cell has content that is not in the list, such as a 3 pasted as text. */
function isNoAnswer(cell: string, scale: Scale, notApplicable: string | undefined): string {
  const answers = scale.options.map((option) => chosenValue(scale, option));
  const all = [...answers, ...(notApplicable === undefined ? [] : [notApplicable])];
  const others = all.map((value) => `${cell}<>${typeof value === 'string' ? quotedText(value) : value}`);
  return `AND(${[`${cell}<>""`, ...others].join(',')})`;
}

/**
 * Shows the fault in the cell: colour is never the only carrier of meaning (practice A17). For numbers of either sign,
 * zero and text.
 */
const anyFormat = (words: string): string => Array.from({ length: 4 }, () => `"${words}"`).join(';');

/** Shows few words in place of a text, which fit into a narrow cell. */
const textFormat = (words: string): string => `General;General;General;"${words}"`;

/** Whether a cell holds a level, by its number or its label. */
export function isAtLevel(cell: string, scale: Scale, level: number): string {
  const option = scale.options.find((candidate) => candidate.level === level);
  return option !== undefined && isChosenByLabel(scale)
    ? `${cell}=${quotedText(option.label)}`
    : `AND(ISNUMBER(${cell}),${cell}=${level})`;
}
