import { type Catalogue, error } from '../wording/entry.ts';
import { list, quoted } from '../wording/quote.ts';

const inThousands = (count: number): string => count.toLocaleString('en-GB');
const spaces = (count: number): string => (count === 0 ? 'no spaces' : count === 1 ? '1 space' : `${count} spaces`);

/** What can be wrong with a file that holds a definition or branding. */
export const fileFindings = {
  'file.name-twice': error(
    (f: { name: string; firstLine: number }) =>
      `The name ${quoted(f.name)} is already on line ${f.firstLine}, in the same part, so one of the two values would be lost. Remove one of them, or correct its name.`,
  ),
  'file.empty': error(
    () => 'The file is empty. Write a definition with the command "new", or take an example from the README.',
  ),
  'file.not-yaml': error(
    (f: { problem: string; cure?: string }) =>
      `The file is not YAML (${f.problem}). ${f.cure ?? 'A # after a space begins a comment, and text that contains a colon followed by a space needs quotation marks. Correct the file in a plain text editor, or take an example from the README'}.`,
  ),
  'file.unknown-alias': error(
    (f: { named: string; known: readonly string[] }) =>
      `${quoted(`*${f.named}`)} repeats a part, but no part before it is marked ${quoted(`&${f.named}`)}. ${f.known.length === 0 ? 'None is marked' : `Marked before it: ${list(f.known.map((anchor) => `&${anchor}`))}`}. Correct the name, or mark the part; a text that begins with * needs quotation marks.`,
  ),
  'file.split-at-comma': error(
    (f: { text: string; brackets: string }) =>
      `${quoted(f.text)} follows a comma, which begins another part within ${f.brackets}. Put the whole text, with its comma, into quotation marks; write a number without commas, and a list in [ ].`,
  ),
  'file.lost-in-comment': error(
    (f: { text: string; comment: string }) =>
      `${quoted(f.comment)} after ${quoted(f.text)} is a comment, because a # follows a space, and would be lost. Put the whole text into quotation marks; if a comment is meant, write a space after the #.`,
  ),
  'file.too-long': error(
    (f: { characters: number; limit: number }) =>
      `The file has ${inThousands(f.characters)} characters. A definition may have ${inThousands(f.limit)} at most, and the longest that comes with Scorebook has 80,000. Check that it is the right file.`,
  ),
  'file.bad-indentation': error(
    (f: { spaces: number; expected: number }) =>
      `The indentation of this line is wrong: it begins with ${spaces(f.spaces)}, but the lines that belong with it begin with ${spaces(f.expected)}. In YAML, the spaces at the beginning of a line show which lines belong together. Give this line the same number of spaces.`,
  ),
  'file.not-utf-8': error(
    () => 'The file is not text in UTF-8. Save it in a plain text editor with the encoding UTF-8.',
  ),
  'file.not-loaded': error(
    (f: { problem: string }) =>
      `The file cannot be loaded as a JavaScript module: ${f.problem}. Correct that, build the module again, and give the built file.`,
  ),
  'file.no-instrument': error(
    (f: { exports: readonly string[] }) =>
      `The module does not export an instrument. It exports ${f.exports.length === 0 ? 'nothing' : list(f.exports)}. Export the result of defineInstrument, as the default or by a name.`,
  ),
  'file.not-json': error(
    (f: { problem: string }) =>
      `The file is not JSON (${f.problem}). Correct it in a plain text editor, or take an example from the README.`,
  ),
  'branding.contrast': error(
    (f: { colour: string; ratio: number; least: number }) =>
      `White text on ${f.colour} has a contrast of ${f.ratio} to 1. Readable text needs at least ${f.least} to 1. Choose a darker colour.`,
  ),
  'branding.picture-not-read': error(
    (f: { picture: string; problem: string }) =>
      `The picture ${quoted(f.picture)} cannot be read: ${f.problem}. Put it into the folder of the branding file, and write its exact name.`,
  ),
  'branding.no-picture': error(
    () =>
      'The file is not a PNG or JPEG picture, whatever its name says, or is incomplete. Open it in a picture program and save it as PNG.',
  ),
  'branding.picture-too-large': error(
    (f: { bytes: number; limit: number }) =>
      `The picture has ${f.bytes} bytes, and every workbook contains it: ${f.limit} at most are allowed. Save it smaller.`,
  ),
  'branding.picture-too-many-pixels': error(
    (f: { width: number; height: number; limit: number }) =>
      `The picture has ${f.width} by ${f.height} pixels: ${f.limit} at most are allowed in each direction. Save it smaller.`,
  ),
} as const satisfies Catalogue<'file' | 'branding'>;
