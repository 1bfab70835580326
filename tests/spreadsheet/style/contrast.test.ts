import { describe, expect, test } from 'vitest';
import type { BarChart } from '../../../src/spreadsheet/charts/chart.ts';
import { chartPart } from '../../../src/spreadsheet/charts/chartPart.ts';
import type { CellStyle, Colour } from '../../../src/spreadsheet/style/cellStyle.ts';
import { contrast, minTextContrast } from '../../../src/spreadsheet/style/contrast.ts';
import { bandStyle, type PaletteColour, palette, type Role, styleOf } from '../../../src/spreadsheet/style/theme.ts';
import { alike, minGrey } from '../../tools/distinctLooks.ts';

/** The minimum contrast of edges (practice A41); that of text is A42. */
const minFillContrast = 3;

const white = 'FFFFFF';
const levels = ['red', 'darkAmber', 'amber', 'green', 'grey'] as const satisfies readonly PaletteColour[];

/** Every role: the compiler says which is missing. */
const roles: Readonly<Record<Role, true>> = {
  title: true,
  heading: true,
  headline: true,
  note: true,
  marking: true,
  corner: true,
  status: true,
  label: true,
  value: true,
  header: true,
  text: true,
  plain: true,
  plainNumber: true,
  plainDate: true,
  typed: true,

  question: true,
  reference: true,
  unused: true,
  number: true,
  decimal: true,
  coefficient: true,
  percent: true,
  exactPercent: true,
  change: true,
  date: true,
  time: true,
  amount: true,
  computed: true,
  plainAmount: true,
  link: true,
  lineLink: true,
  input: true,
  inputScore: true,
  inputLevel: true,
  inputLabel: true,
  inputDate: true,
  inputNumber: true,
  inputTime: true,
  inputMarked: true,
  inputScoreMarked: true,
  inputLevelMarked: true,
  inputLabelMarked: true,
  inputDateMarked: true,
  inputNumberMarked: true,
  position: true,
};

const rgbOf = (colour: Colour | undefined): string | undefined => colour?.argb?.slice(2);

interface Pair {
  readonly text: string;
  readonly fill: string;
}

/** The colours of a style. A cell without a fill is white, and without a colour of its own, text is black. */
function pairOf({ font, fill }: CellStyle): Pair {
  const ground = fill?.type === 'pattern' ? rgbOf(fill.fgColor) : undefined;
  return { text: rgbOf(font?.color) ?? '000000', fill: ground ?? white };
}

test('the calculation gives the figures of WCAG', () => {
  expect(contrast('000000', white)).toBeCloseTo(21, 10);
  expect(contrast(white, white)).toBe(1);
  expect(contrast('777777', white)).toBeCloseTo(4.48, 2);
  expect(contrast(white, '0000FF')).toBeCloseTo(8.59, 2);
});

describe('text on its ground', () => {
  test.each(Object.entries(palette))('colour %s', (_name, { text, fill }) => {
    expect(contrast(text, fill)).toBeGreaterThanOrEqual(minTextContrast);
  });

  test.each(Object.keys(roles).filter((name): name is Role => name in roles))('role %s', (role) => {
    const { text, fill } = pairOf(styleOf(role));
    expect(contrast(text, fill)).toBeGreaterThanOrEqual(minTextContrast);
  });

  test.each(Object.keys(palette).filter((name): name is PaletteColour => name in palette))('band style %s', (name) => {
    const pair = pairOf(bandStyle(name));
    // A conditional format sets both, so that it never goes with half of the cell's own look.
    expect(pair).toEqual({ text: palette[name].text, fill: palette[name].fill });
  });
});

describe('the edges of cells', () => {
  const edged = Object.keys(roles)
    .filter((name): name is Role => name in roles)
    .filter((role) => styleOf(role).border !== undefined);

  test('are around what is filled in and what is in tables', () => {
    expect(edged).toEqual(expect.arrayContaining(['input', 'inputScore', 'inputDate', 'text', 'header']));
  });

  test.each(edged.filter((role) => role !== 'header'))('are seen around %s (practice A41)', (role) => {
    const { border } = styleOf(role);
    const colours = Object.values(border ?? {}).map(({ color }) => rgbOf(color));
    expect(colours).toHaveLength(4);
    for (const colour of colours) {
      expect(contrast(colour ?? white, pairOf(styleOf(role)).fill)).toBeGreaterThanOrEqual(minFillContrast);
      expect(contrast(colour ?? white, white)).toBeGreaterThanOrEqual(minFillContrast);
    }
  });
});

describe('states of one cell are distinguished in grey print and by the colour-blind', () => {
  const fillsOf = (...names: readonly PaletteColour[]): readonly string[] => names.map((name) => palette[name].fill);

  test.each([
    ['a score of up to four levels', ['input', 'red', 'darkAmber', 'amber', 'green', 'grey', 'wrong']],
    ['a score of five levels', ['input', 'red', 'darkAmber', 'amber', 'lightGreen', 'green', 'wrong']],
    ['a text or date', ['input', 'todo', 'wrongText']],
    // It is never both given and to be done: what is to be done is blank.
    ['a fact', ['input', 'given', 'wrongText']],
    ['a fact that is not asked for', ['given', 'grey']],
    ['a position', ['plain', 'red', 'amber', 'green', 'grey']],
    ['a level in a table', ['plain', 'red', 'darkAmber', 'amber', 'green', 'grey', 'wrong']],
    ['what is done or open', ['plain', 'todo', 'green']],
    ...(['paleRed', 'paleDarkAmber', 'paleAmber', 'paleLightGreen', 'paleGreen'] as const).map(
      (tint) => ['a criterion', ['plain', tint]] as const,
    ),
  ] as const)('%s: %j', (_cell, states) => {
    expect(alike(fillsOf(...states))).toEqual([]);
  });

  const otherStates = fillsOf('input', 'red', 'darkAmber', 'amber', 'green', 'wrong');

  test('of a score of five levels that can be not applicable, only light green and grey are alike, in grey print', () => {
    expect(alike([...otherStates, ...fillsOf('lightGreen', 'grey')])).toEqual([
      expect.stringMatching(`^${fillsOf('lightGreen', 'grey').join(' and ')} have a contrast of `),
    ]);
  });

  test('no other light green or grey would differ from each other and from all other states of a score', () => {
    // In grey print every colour is one of these.
    const greys = Array.from({ length: 256 }, (_, level) =>
      level.toString(16).padStart(2, '0').repeat(3).toUpperCase(),
    );
    const free = greys.filter((grey) => otherStates.every((fill) => contrast(grey, fill) >= minGrey));
    const [black, light] = [true, false].map((isDark) =>
      free.filter((grey) => contrast(grey, white) > contrast(palette.wrong.fill, white) === isDark),
    );
    expect(contrast(light?.at(0) ?? white, light?.at(-1) ?? '000000')).toBeLessThan(minGrey);
    expect(contrast(black?.at(-1) ?? white, '000000')).toBeLessThan(minGrey);
  });

  test('colours that differ too little are found', () => {
    expect(alike(['D5281B', '007F3B'])).toEqual([
      'D5281B and 007F3B have a contrast of 1.01',
      'D5281B and 007F3B differ by 10.7 to somebody',
    ]);
  });
});

describe('charts', () => {
  const cells = { reference: "'S'!$A$1:$A$1" };
  const chart: BarChart = {
    kind: 'shares',
    sheet: 'S',
    from: { row: 1, column: 1 },
    to: { row: 9, column: 9 },
    title: 'Title',
    description: 'Description',
    axisTitle: 'Share',
    categories: { ...cells, values: ['A part'] },
    series: levels.map((colour) => ({
      name: { ...cells, values: [colour] },
      values: { ...cells, values: [1] },
      colour,
    })),
  };
  const xml = chartPart(chart, { width: 400, height: 300 });
  const bars = [
    ...xml.matchAll(
      /<c:ser>.*?<c:spPr><a:solidFill><a:srgbClr val="(\w{6})"\/><\/a:solidFill><a:ln w="\d+"><a:solidFill><a:srgbClr val="(\w{6})"\/>.*?<\/c:ser>/g,
    ),
  ].map(([, fill = '', outline = '']) => ({ fill, outline }));

  test('bars have the fills of the levels', () => {
    expect(bars.map(({ fill }) => fill)).toEqual(levels.map((colour) => palette[colour].fill));
  });

  test('bars that touch are distinguished', () => {
    expect(alike(bars.map(({ fill }) => fill))).toEqual([]);
  });

  test.each(bars)('a bar is visible on the white around it, by its fill $fill or its outline', ({ fill, outline }) => {
    if (contrast(fill, white) >= minFillContrast) return;
    expect(contrast(outline, white)).toBeGreaterThanOrEqual(minFillContrast);
    expect(contrast(outline, fill)).toBeGreaterThanOrEqual(minFillContrast);
  });
});
