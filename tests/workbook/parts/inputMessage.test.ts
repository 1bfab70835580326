import { describe, expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import type { Field } from '../../../src/instrument/model/schema.ts';
import { emptyResponse } from '../../../src/response/response.ts';
import { bandsOf } from '../../../src/scoring/bands.ts';
import { palette } from '../../../src/spreadsheet/style/theme.ts';
import { english } from '../../../src/words/english/english.ts';
import { correctionMessage, inputMessage, inputTitle } from '../../../src/workbook/parts/inputMessage.ts';
import { correctionsOf } from '../../../src/workbook/read/correctionsOf.ts';
import { issuedFor } from '../../issued.ts';
import { planFor, shown } from '../../planned.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

describe('the title of an input message', () => {
  test.each([
    ['Score', { reference: '1.2.3' }, 'Score 1.2.3'],
    ['Role', { reference: '4', entry: 'participant' }, 'Role participant 4'],
    ['Action', { reference: '6', entry: 'action' }, 'Action (6)'],
    ['Need number', { reference: '6', entry: 'need' }, 'Need number (6)'],
    ['Date of action', { reference: '6', entry: 'SMART Action' }, 'Date of action (6)'],
    ['Location of the information', { reference: '2.4.2' }, 'Location of the information'],
    ['Location of the information', { reference: '2.4' }, 'Location of the information 2.4'],
    ['A heading that has more than thirty-two characters', { reference: '2.4.2' }, '2.4.2'],
    ['A heading that has more than thirty-two characters', { reference: '12', entry: 'need' }, 'Need 12'],
    ['A heading that has more than thirty-two characters', { reference: 'a'.repeat(33) }, ''],
  ])('of %j in %j is %j', (heading, subject, title) => {
    expect(inputTitle(heading, subject)).toBe(title);
  });
});

describe('the input message of a score', () => {
  const score: Field = { kind: 'score', key: 'score', heading: 'Score', prompt: 'Choose.', scale: 'achievement' };

  test('gives the levels and says what to enter', () => {
    expect(inputMessage(english, sampleInstrument, score)).toBe('1 Weak; 2 Fair; 3 Good. Choose.');
  });

  test('gives the levels alone where both find no room', () => {
    expect(inputMessage(english, sampleInstrument, { ...score, prompt: 'p'.repeat(255) })).toBe(
      '1 Weak; 2 Fair; 3 Good.',
    );
  });

  test('says what to enter where the levels find no room', () => {
    const scales = sampleInstrument.scales.map((scale) => ({
      ...scale,
      options: scale.options.map((option) => ({ ...option, label: option.label.repeat(40) })),
    }));
    expect(inputMessage(english, { ...sampleInstrument, scales }, score)).toBe('Choose.');
  });
});

test('a correction that is too long for its cell ends after a whole word, and names the sheet with all of it', () => {
  const message = correctionMessage(english, Array.from({ length: 60 }, () => 'word').join(' '));
  expect(message.length).toBeLessThanOrEqual(255);
  expect(message).toMatch(/word … See the sheet Corrections\.$/);
});

/** What people call a colour, by its place on the wheel in degrees and its lightness from 0 to 1. */
const looks: Readonly<Record<string, (hue: number, lightness: number) => boolean>> = {
  red: (hue) => hue < 15 || hue > 345,
  // Traffic lights: from orange to yellow.
  amber: (hue) => hue >= 30 && hue <= 56,
  green: (hue) => hue >= 90 && hue <= 165,
  'pale blue': (hue, lightness) => hue >= 195 && hue <= 250 && lightness > 0.9,
  pink: (hue, lightness) => hue >= 325 && hue <= 350 && lightness > 0.6,
  'dark purple': (hue, lightness) => hue >= 270 && hue <= 325 && lightness < 0.3,
};

function hueAndLightness(rgb: string): readonly [number, number] {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16) / 255);
  const [max, min] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const spread = max - min;
  const sixths =
    max === red
      ? ((green - blue) / spread + 6) % 6
      : max === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  return [sixths * 60, (max + min) / 2];
}

const isCalled = (name: string, { fill }: { readonly fill: string }): boolean =>
  looks[name]?.(...hueAndLightness(fill)) ?? false;

test('the colours are those that people call so', () => {
  for (const name of ['red', 'amber', 'green'] as const) expect(isCalled(name, palette[name]), name).toBe(true);
  expect(isCalled(english.colours.input, palette.input)).toBe(true);
  for (const name of ['wrongText', 'wrong'] as const) {
    expect(isCalled(english.colours[name], palette[name]), name).toBe(true);
  }
});

/** Words for colours, with what qualifies them. */
const naming =
  /\b(?:(?:pale|light|dark|bright) )?(?:red|amber|yellow|green|blue|pink|maroon|orange|purple|grey|gray|brown|sand)\b/gi;

describe.each(instruments.map((instrument) => [instrument.key, instrument] as const))('in %s', (_key, instrument) => {
  const fields = instrument.sections.flatMap((section) => section.fields);
  const headings = new Set(fields.map(({ heading }) => heading));
  const messages = new Set(fields.map((field) => inputMessage(english, instrument, field)));
  const corrections = correctionsOf(instrument, emptyResponse(instrument), []);
  const { sheets } = planFor(instrument, issuedFor(instrument, { corrections }));

  test('every cell has the whole heading and the whole message, and a rule of its own', () => {
    const inputs = sheets.flatMap(({ cells }) => cells.filter(({ role }) => role.startsWith('input')));
    expect(inputs.length).toBeGreaterThan(30);
    for (const { validation } of inputs) {
      const { title = '', text } = validation?.prompt ?? {};
      const said = [...headings].filter((heading) => title === heading || title.startsWith(`${heading} `));
      expect(said, title).not.toEqual([]);
      expect(title.length).toBeLessThanOrEqual(32);
      const words = title.toLowerCase().match(/\p{L}+/gu) ?? [];
      expect(new Set(words).size, title).toBe(words.length);
      expect(messages).toContain(text);
    }
  });

  test('no colour is named but those of the bands and of the cells to be filled in or put right', () => {
    expect(sheets.map(({ name }) => name)).toContain('Corrections');
    const named = sheets.flatMap(({ cells }) =>
      cells.flatMap(({ content }) => String(shown(content) ?? '').match(naming) ?? []),
    );
    const bands = bandsOf(instrument).map(({ colour }) => colour.replace('-', ' '));
    const known = ['red', 'amber', 'green', ...bands, ...Object.values(english.colours)];
    expect(named.filter((name) => !known.includes(name.toLowerCase()))).toEqual([]);
    // No fact is given in these instruments.
    const { given: _given, ...always } = english.colours;
    expect(named).toEqual(expect.arrayContaining(Object.values(always)));
  });
});
