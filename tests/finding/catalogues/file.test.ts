import { expect, test } from 'vitest';
import { fileFindings } from '../../../src/finding/catalogues/file.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('file.name-twice', {}, { name: 'title', firstLine: 3 }),
  finding('file.empty', {}, {}),
  finding('file.not-yaml', {}, { problem: 'All mapping items must start at the same column' }),
  finding('file.too-long', {}, { characters: 12_000_000, limit: 5_000_000 }),
  finding('file.bad-indentation', { line: 23 }, { spaces: 5, expected: 4 }),
  finding('file.not-utf-8', {}, {}),
  finding('file.not-loaded', {}, { problem: "Cannot find module './scales.js'" }),
  finding('file.no-instrument', {}, { exports: ['scales'] }),
  finding('file.not-json', {}, { problem: 'Unexpected end of JSON input' }),
  finding('branding.contrast', {}, { colour: '#FFCC00', ratio: 1.4, least: 4.5 }),
  finding('branding.picture-not-read', {}, { picture: 'logo.png', problem: 'there is no such file' }),
  finding('branding.no-picture', {}, {}),
  finding('branding.picture-too-large', {}, { bytes: 2_000_000, limit: 500_000 }),
  finding('branding.picture-too-many-pixels', {}, { width: 9000, height: 10, limit: 4000 }),
];

test('every code has an example here', () => {
  expect(examples.map(({ code }) => code).toSorted()).toEqual(Object.keys(fileFindings).toSorted());
});

test('each code says what is wrong, by which rule, and what to do', () => {
  expect(describeMessages(examples)).toMatchInlineSnapshot(`
    {
      "branding.contrast": "error: White text on #FFCC00 has a contrast of 1.4 to 1; people need at least 4.5 to 1 to read it. Take a darker colour.",
      "branding.no-picture": "error: The picture is neither a PNG nor a JPEG, whatever its name says, or it is cut off. Open it in a picture program and save it as PNG.",
      "branding.picture-not-read": "error: The picture "logo.png" cannot be read: there is no such file. Put it beside the branding file, and write its name as it is.",
      "branding.picture-too-large": "error: The picture has 2000000 bytes and every workbook carries it: at most 500000 are allowed. Save it smaller.",
      "branding.picture-too-many-pixels": "error: The picture is 9000 by 10 pixels; at most 4000 either way are allowed. Save it smaller.",
      "file.bad-indentation": "error: The indentation of this line is wrong: it begins with 5 spaces, but the lines that belong with it begin with 4 spaces. Give it the same number: in YAML, the spaces at the beginning of a line show what belongs together.",
      "file.empty": "error: The file is empty. Write a definition with the command "new", or take an example from the README.",
      "file.name-twice": "error: The name "title" stands on line 3 already, in the same part, so one of the two would be lost. Keep one, or correct one of the names.",
      "file.no-instrument": "error: It exports no instrument; it exports: "scales". Export what defineInstrument gives, as the default or by a name.",
      "file.not-json": "error: It is not JSON (Unexpected end of JSON input). Correct it in a plain text editor, or take an example from the README.",
      "file.not-loaded": "error: It cannot be loaded as a JavaScript module: Cannot find module './scales.js'. Put that right, build it again, and give the built file.",
      "file.not-utf-8": "error: It is not text in UTF-8. Save it in a plain text editor with the encoding UTF-8.",
      "file.not-yaml": "error: It is not YAML (All mapping items must start at the same column). A # after a space begins a comment, and text with a colon and a space in it needs quotes. Correct it in a plain text editor, or take an example from the README.",
      "file.too-long": "error: The file has 12,000,000 characters; a definition may have at most 5,000,000, and the longest that comes with Scorebook has 80,000. Check that it is the right file.",
    }
  `);
});

test.each(examples)('$code is a whole sentence without a hole', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
