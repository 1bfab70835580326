import { expect, test } from 'vitest';
import { fileFindings } from '../../../src/finding/catalogues/file.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('file.name-twice', {}, { name: 'title', firstLine: 3 }),
  finding('file.empty', {}, {}),
  finding('file.not-yaml', {}, { problem: 'All mapping items must start at the same column' }),
  finding('file.unknown-alias', { line: 31 }, { named: 'scorred', known: ['scored', 'rules'] }),
  finding('file.split-at-comma', { line: 12 }, { text: 'reviewed every year.', brackets: '{ }' }),
  finding('file.lost-in-comment', { line: 14 }, { text: 'Is hub', comment: '#1 in use?' }),
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
      "branding.contrast": "error: White text on #FFCC00 has a contrast of 1.4 to 1. Readable text needs at least 4.5 to 1. Choose a darker colour.",
      "branding.no-picture": "error: The file is not a PNG or JPEG picture, whatever its name says, or is incomplete. Open it in a picture program and save it as PNG.",
      "branding.picture-not-read": "error: The picture "logo.png" cannot be read: there is no such file. Put it into the folder of the branding file, and write its exact name.",
      "branding.picture-too-large": "error: The picture has 2000000 bytes, and every workbook contains it: 500000 at most are allowed. Save it smaller.",
      "branding.picture-too-many-pixels": "error: The picture has 9000 by 10 pixels: 4000 at most are allowed in each direction. Save it smaller.",
      "file.bad-indentation": "error: The indentation of this line is wrong: it begins with 5 spaces, but the lines that belong with it begin with 4 spaces. In YAML, the spaces at the beginning of a line show which lines belong together. Give this line the same number of spaces.",
      "file.empty": "error: The file is empty. Write a definition with the command "new", or take an example from the README.",
      "file.lost-in-comment": "error: "#1 in use?" after "Is hub" is a comment, because a # follows a space, and would be lost. Put the whole text into quotation marks; if a comment is meant, write a space after the #.",
      "file.name-twice": "error: The name "title" is already on line 3, in the same part, so one of the two values would be lost. Remove one of them, or correct its name.",
      "file.no-instrument": "error: The module does not export an instrument. It exports "scales". Export the result of defineInstrument, as the default or by a name.",
      "file.not-json": "error: The file is not JSON (Unexpected end of JSON input). Correct it in a plain text editor, or take an example from the README.",
      "file.not-loaded": "error: The file cannot be loaded as a JavaScript module: Cannot find module './scales.js'. Correct that, build the module again, and give the built file.",
      "file.not-utf-8": "error: The file is not text in UTF-8. Save it in a plain text editor with the encoding UTF-8.",
      "file.not-yaml": "error: The file is not YAML (All mapping items must start at the same column). A # after a space begins a comment, and text that contains a colon followed by a space needs quotation marks. Correct the file in a plain text editor, or take an example from the README.",
      "file.split-at-comma": "error: "reviewed every year." follows a comma, which begins another part within { }. Put the whole text, with its comma, into quotation marks; write a number without commas, and a list in [ ].",
      "file.too-long": "error: The file has 12,000,000 characters. A definition may have 5,000,000 at most, and the longest that comes with Scorebook has 80,000. Check that it is the right file.",
      "file.unknown-alias": "error: "*scorred" repeats a part, but no part before it is marked "&scorred". Marked before it: "&scored", "&rules". Correct the name, or mark the part; a text that begins with * needs quotation marks.",
    }
  `);
});

test.each(examples)('$code is a complete sentence', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
